"""What the panels below have in common: words and buttons beside the tabs, and a scene to show."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from genplay.ui import theme
from genplay.ui.tabs.stargan.cut_label import CutLabel
from genplay.ui.tabs.stargan.scene import Scene
from genplay.ui.widgets.dressed import Dressed

_SPACING = 8  # px at 100 %


class LowerPanel(Dressed):
    """A panel of which one is seen at a time.

    Attributes:
        slot: The slot of its answer, "" for what comes with the face or its edit.
        needs_edit: Whether it shows what comes of the face.
        head: Beside the tabs: a caption, and what the panel's buttons are.
        caption: What is said there.
    """

    slot = ""
    needs_edit = True

    def __init__(self) -> None:
        super().__init__()
        self.head = QWidget(self)
        self.head.hide()  # until it is put beside the tabs
        self.caption = CutLabel("caption")
        self._acts = QHBoxLayout(self.head)
        self._acts.setContentsMargins(0, 0, 0, 0)
        self._acts.addWidget(self.caption, 1)

    def show_scene(self, scene: Scene) -> None:
        """Show its part of a scene."""
        raise NotImplementedError

    def set_terse(self, *, terse: bool) -> None:
        """Say less."""

    def add_acts(self, acts: Sequence[QWidget]) -> None:
        """Put buttons at the right of the head."""
        for act in acts:
            self._acts.addWidget(act)

    def is_late(self, scene: Scene) -> bool:
        """Tell whether its answer is late."""
        return bool(self.slot) and scene.is_late(self.slot)

    def _restyle(self) -> None:
        self._acts.setSpacing(theme.current().px(_SPACING))
