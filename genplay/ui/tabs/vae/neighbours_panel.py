"""The test pictures nearest to the drawing: as the encoder sees it, and pixel by pixel."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout

from genplay.families.vae import NEAREST, Neighbour
from genplay.ui import theme
from genplay.ui.tabs.memo import Memo
from genplay.ui.tabs.vae import words
from genplay.ui.tabs.vae.neighbour_row import Near, NeighbourRow
from genplay.ui.tabs.vae.scene import Scene
from genplay.ui.widgets.dressed import Dressed
from genplay.ui.widgets.words import label

_BETWEEN, _ROWS = 16, 4  # px


class NeighboursPanel(Dressed):
    """Two rows of six; below each other, so that what differs between the two kinds of nearness is seen."""

    chosen = Signal(object)
    """The ``Drawing`` of a neighbour, to be encoded next."""

    def __init__(self) -> None:
        super().__init__()
        self._latent, self._pixel = NeighbourRow(NEAREST), NeighbourRow(NEAREST)
        self._memo, self._heads = Memo(), [QVBoxLayout(), QVBoxLayout()]
        self._captions = [label("caption"), label("caption")]
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(1, 1)
        for number, (row, (title, _)) in enumerate(zip(self._rows(), words.neighbour_titles(), strict=True)):
            head = self._heads[number]
            head.addStretch(1)
            head.addWidget(label("label", title))
            head.addWidget(self._captions[number])
            head.addStretch(1)
            row.setAccessibleName(title)
            row.chosen.connect(self.chosen)
            self._grid.addLayout(head, number, 0)
            self._grid.addWidget(row, number, 1)
            self._grid.setRowStretch(number, 1)
        self._restyle()

    def show_scene(self, scene: Scene) -> None:
        """Show the nearest pictures, or empty frames."""
        nearest, failure = words.present(scene, "neighbours", scene.nearest), scene.failures.get("neighbours")
        if not self._memo.changed(nearest, failure, scene.state.model):
            return
        names = words.classes(scene.state.model)
        for row in self._rows():
            row.set_names(names)
        self._latent.set_near(_all(nearest.latent if nearest else (), names, words.distance))
        self._pixel.set_near(_all(nearest.pixel if nearest else (), names, words.differing))
        for caption, (_, unit) in zip(self._captions, words.neighbour_titles(), strict=True):
            caption.setText(unit)
        self.setToolTip(failure or "")
        if failure:
            self._captions[0].setText(failure)
        self._captions[0].setWordWrap(bool(failure))

    def _rows(self) -> tuple[NeighbourRow, NeighbourRow]:
        return self._latent, self._pixel

    def _restyle(self) -> None:
        now = theme.current()
        self._grid.setHorizontalSpacing(now.px(_BETWEEN))
        self._grid.setVerticalSpacing(now.px(_ROWS))
        for head in self._heads:
            head.setSpacing(0)
            head.setAlignment(Qt.AlignmentFlag.AlignLeft)


def _all(near: Sequence[Neighbour], names: Sequence[str], far: Callable[[Neighbour], str]) -> list[Near]:
    return [
        Near(one.drawing, names[one.label], far(one), words.neighbour(one, names[one.label], far(one)))
        for one in near
    ]
