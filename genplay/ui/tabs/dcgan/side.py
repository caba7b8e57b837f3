"""The right column: the samples, the arithmetic, the feature maps of G, or the discriminator."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from genplay.families.base import Bits
from genplay.ui import theme
from genplay.ui.tabs.dcgan.arithmetic_panel import ArithmeticPanel
from genplay.ui.tabs.dcgan.critic_panel import CriticPanel
from genplay.ui.tabs.dcgan.layers_panel import LayersPanel
from genplay.ui.tabs.dcgan.scene import Scene
from genplay.ui.tabs.dcgan.wall_panel import WallPanel
from genplay.ui.tabs.fitted import HEAD, set_head
from genplay.ui.widgets.dressed import Dressed
from genplay.ui.widgets.pixels import Indices
from genplay.ui.widgets.segmented import Segmented

_SPACING = 4  # px at 100 %


class Side(Dressed):
    """Panels of which one is seen, chosen above them.

    Args:
        items: (name, grey levels (28, 28)) pairs to be judged by D.
        avatars: (name, colours (64, 64, 3)) pairs, of models in colours.
    """

    lower_chosen = Signal(str)
    """Which panel is wanted, by the state's ``lower``."""

    def __init__(self, items: Sequence[tuple[str, Bits]], avatars: Sequence[tuple[str, Indices]]) -> None:
        super().__init__()
        self.wall, self.arithmetic = WallPanel(), ArithmeticPanel()
        self.layers, self.critic = LayersPanel(), CriticPanel(items, avatars)
        self._panels: dict[str, WallPanel | ArithmeticPanel | LayersPanel | CriticPanel] = {
            "wall": self.wall,
            "arithmetic": self.arithmetic,
            "layers": self.layers,
            "discriminator": self.critic,
        }
        self.choice, self._stack = Segmented(small=True), QStackedWidget()
        self.choice.setAccessibleName(self.tr("What is shown at the right"))
        self.choice.set_choices(self._names(terse=False))
        for panel in self._panels.values():
            self._stack.addWidget(panel)
        self._top = QWidget()
        self._head, self._column = QHBoxLayout(self._top), QVBoxLayout(self)
        self._head.addWidget(self.choice)
        self._head.addStretch(1)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._top)
        self._column.addWidget(self._stack, 1)
        self._column.addStretch(0)
        self.choice.chosen.connect(self.lower_chosen)
        self._restyle()

    def show_scene(self, scene: Scene) -> None:
        """Show the panel that is chosen; the others are not shown what they cannot show anyone."""
        panel = self._panels[scene.state.lower]
        panel.show_scene(scene)
        self._stack.setCurrentWidget(panel)
        self.choice.set_current(scene.state.lower)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell the panels their room."""
        super().resizeEvent(event)
        now = theme.current()
        for panel in self._panels.values():
            panel.set_room(self.width() / now.scale, self.height() / now.scale - HEAD)

    def set_terse(self, terse: bool) -> None:
        """Name the panels in fewer words."""
        self.choice.set_words(dict(self._names(terse=terse)))

    def _names(self, *, terse: bool) -> list[tuple[str, str]]:
        if terse:
            return [
                ("wall", self.tr("Samples")),
                ("arithmetic", self.tr("A − B + C")),
                ("layers", self.tr("Maps")),
                ("discriminator", self.tr("D")),
            ]
        return [
            ("wall", self.tr("Samples")),
            ("arithmetic", self.tr("Arithmetic")),
            ("layers", self.tr("Feature maps")),
            ("discriminator", self.tr("Discriminator")),
        ]

    def _restyle(self) -> None:
        self._column.setSpacing(theme.current().px(_SPACING))
        set_head(self._top, self._head, _SPACING)
        self._head.setContentsMargins(0, 0, 0, 0)
