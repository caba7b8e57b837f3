"""What stands below the pictures: tabs, and the panel that is chosen."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from genplay.families.stargan import Lower
from genplay.ui import theme
from genplay.ui.tabs.stargan import words
from genplay.ui.tabs.stargan.back_panel import BackPanel
from genplay.ui.tabs.stargan.chain_panel import ChainPanel
from genplay.ui.tabs.stargan.faces_panel import FacesPanel
from genplay.ui.tabs.stargan.inside_panel import InsidePanel
from genplay.ui.tabs.stargan.maker_panel import MakerPanel
from genplay.ui.tabs.stargan.panel import LowerPanel
from genplay.ui.tabs.stargan.scene import Scene
from genplay.ui.tabs.stargan.singles_panel import SinglesPanel
from genplay.ui.widgets.buttons import Button
from genplay.ui.widgets.dressed import Dressed
from genplay.ui.widgets.hairline import Hairline
from genplay.ui.widgets.segmented import Segmented
from genplay.ui.widgets.words import label

_SPACING = 8  # px at 100 %


class Below(Dressed):
    """Six panels of which one is seen.

    Args:
        missing: Why no avatar can be drawn here, and what helps; "" where it can.
        code: The specification that one composes from where the face is no avatar.
    """

    lower_chosen = Signal(str)
    accepted = Signal()
    """What comes of strangers on the wall is to be shown."""

    def __init__(self, missing: str, code: tuple[int, ...]) -> None:
        super().__init__()
        self.singles, self.faces, self.chain = SinglesPanel(), FacesPanel(), ChainPanel()
        self.back, self.inside, self.maker = BackPanel(), InsidePanel(), MakerPanel(missing, code)
        self.panels: dict[Lower, LowerPanel] = {
            "singles": self.singles,
            "faces": self.faces,
            "chain": self.chain,
            "back": self.back,
            "inside": self.inside,
            "maker": self.maker,
        }
        self.choice = Segmented(small=True)
        self.choice.setAccessibleName(self.tr("What is shown below"))
        self.choice.set_choices(self._names())
        self.choice.set_tips(self._tips())
        self._heads, self._stack = QStackedWidget(), QStackedWidget()
        self._silent = label("note")
        self._silent.setWordWrap(True)
        self._silent.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.anyway = Button(self.tr("Show it anyway"))
        self._unseen, self._nothing = QWidget(), QWidget()
        for panel in self.panels.values():
            self._heads.addWidget(panel.head)
            self._stack.addWidget(panel)
        self._heads.addWidget(self._nothing)
        self._stack.addWidget(self._unseen)
        for part in (self._heads, self._stack):  # a panel that is not seen claims no room
            part.setMinimumSize(1, 1)
        self._arrange()
        self.choice.chosen.connect(self.lower_chosen)
        self.anyway.clicked.connect(self.accepted)
        self._restyle()

    def show_scene(self, scene: Scene) -> None:
        """Show the panel that is chosen; or why it is not to be seen, or what went wrong."""
        lower = scene.state.lower
        panel = self.panels[lower]
        self.choice.set_current(lower)
        failure = scene.failures.get(panel.slot) or scene.failures.get("face" if panel.needs_edit else "")
        silent = bool(failure) or scene.hides(lower)
        wall = lower == "faces" and not failure  # whose buttons lead to other faces
        if not silent or wall:
            panel.show_scene(scene)
        self.anyway.setVisible(silent and wall)
        if silent:
            first = self.tr("Not shown yet:")
            world = words.world_of_wall(scene.names) if wall else words.world(scene.names)
            self._silent.setText(failure or f"{first} {world}")
        self._heads.setCurrentWidget(self._nothing if silent and not wall else panel.head)
        self._stack.setCurrentWidget(self._unseen if silent else panel)

    def set_terse(self, *, terse: bool) -> None:
        """Name the panels in fewer words."""
        self.choice.set_words(dict(self._names(terse=terse)))
        for panel in self.panels.values():
            panel.set_terse(terse=terse)

    def _names(self, *, terse: bool = False) -> list[tuple[str, str]]:
        return [
            ("singles", self.tr("Edits") if terse else self.tr("Single edits")),
            ("faces", self.tr("Faces")),
            ("chain", self.tr("Chain")),
            ("back", self.tr("Back") if terse else self.tr("Way back")),
            ("inside", self.tr("Inside")),
            ("maker", self.tr("Maker")),
        ]

    def _tips(self) -> dict[str, str]:
        return {
            "singles": self.tr("Each attribute of this face changed alone"),
            "faces": self.tr("The same of several faces"),
            "chain": self.tr("Edits of edits, and the way back to the original attributes"),
            "back": self.tr("The edit undone: the reconstruction, its error, and the losses"),
            "inside": self.tr("The planes that G is told, its mask, and D’s two heads"),
            "maker": self.tr("Compose any avatar by hand"),
        }

    def _arrange(self) -> None:
        self._top, self._column = QHBoxLayout(), QVBoxLayout(self)
        self._said = QVBoxLayout(self._unseen)
        self._said.setContentsMargins(0, 0, 0, 0)
        self._said.addWidget(self._silent)
        self._said.addWidget(self.anyway, 0, Qt.AlignmentFlag.AlignLeft)
        self._said.addStretch(1)
        self._top.addWidget(self.choice)
        self._top.addWidget(self._heads, 1)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(Hairline())
        self._column.addLayout(self._top)
        self._column.addWidget(self._stack, 1)

    def _restyle(self) -> None:
        now = theme.current()
        self._column.setSpacing(now.px(_SPACING))
        self._said.setSpacing(now.px(_SPACING))
        self._top.setSpacing(now.px(12))
        self._heads.setFixedHeight(now.px(26))
