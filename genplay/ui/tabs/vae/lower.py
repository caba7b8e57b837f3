"""What stands below the pictures: the ledger, the dimensions, the neighbours or the probe."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget

from genplay.ui import theme
from genplay.ui.tabs.vae import words
from genplay.ui.tabs.vae.dimensions_panel import DimensionsPanel
from genplay.ui.tabs.vae.ledger_panel import LedgerPanel
from genplay.ui.tabs.vae.neighbours_panel import NeighboursPanel
from genplay.ui.tabs.vae.probe_panel import ProbePanel
from genplay.ui.tabs.vae.scene import Scene
from genplay.ui.widgets.dressed import Dressed
from genplay.ui.widgets.segmented import Segmented

LEAST, MOST = 92, 180
"""How high it may be, in px at 100 %."""
_BETWEEN = 20  # px


class Lower(Dressed):
    """Four panels, of which one is seen: it is chosen in a column beside them, which costs no height."""

    lower_chosen = Signal(str)
    """Which panel is wanted: "ledger", "dimensions", "neighbours" or "probe"."""

    def __init__(self) -> None:
        super().__init__()
        self.ledger, self.dimensions = LedgerPanel(), DimensionsPanel()
        self.neighbours, self.probe = NeighboursPanel(), ProbePanel()
        self._panels = {
            "ledger": self.ledger,
            "dimensions": self.dimensions,
            "neighbours": self.neighbours,
            "probe": self.probe,
        }
        self._height = LEAST
        self._head, self._stack = Segmented(small=True, column=True), QStackedWidget()
        self._head.setAccessibleName(self.tr("What is shown below the pictures"))
        self._head.set_choices(words.lower())
        for panel in self._panels.values():
            self._stack.addWidget(panel)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._head, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(self._stack, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._head.chosen.connect(self.lower_chosen)
        self._restyle()

    def show_scene(self, scene: Scene) -> None:
        """Show the panel that is chosen; the others are not shown what they cannot show anyone."""
        panel = self._panels[scene.state.lower]
        panel.show_scene(scene)
        self._stack.setCurrentWidget(panel)
        if self._head.current() != scene.state.lower:
            self._head.set_current(scene.state.lower)

    def set_height(self, pixels: int) -> None:
        """Be so many px high at 100 %, within ``LEAST`` and ``MOST``."""
        self._height = min(max(pixels, LEAST), MOST)
        self._restyle()

    def _restyle(self) -> None:
        now = theme.current()
        self._row.setSpacing(now.px(_BETWEEN))
        self.setFixedHeight(now.px(self._height))
