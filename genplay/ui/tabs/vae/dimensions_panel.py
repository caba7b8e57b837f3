"""What each dimension of the code tells: its KL for the drawing and on average, and which tell nothing."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from genplay.families.vae import Points
from genplay.ui import theme
from genplay.ui.tabs.memo import Memo
from genplay.ui.tabs.vae import words
from genplay.ui.tabs.vae.scene import Scene
from genplay.ui.widgets.dimension_bars import DimensionBars
from genplay.ui.widgets.dressed import Dressed
from genplay.ui.widgets.words import label

_BETWEEN, _APART, _WORDS = 24, 3, 336  # px: the last the least width of the words
_AXIS, _COLUMN, _MOST = (
    32,
    44,
    1000,
)  # px: the bars' axis, the widest bar; a stretch that leaves none to others


class DimensionsPanel(Dressed):
    """A bar for each dimension, the most informative first; what they are in words at the right."""

    axis_picked = Signal(int)
    """A dimension that the map is to show, counted from 0."""

    def __init__(self) -> None:
        super().__init__()
        self._bars = DimensionBars()
        self._sum, self._key, self._note = label("note"), label("caption"), label("note")
        self._collapse, self._dims = ("", ""), 0
        self._memo, self._ordered = Memo(), Memo()
        self._words = QWidget()
        self._column = QVBoxLayout(self._words)
        self._column.setContentsMargins(0, 0, 0, 0)
        for said in (self._sum, self._key, self._note):
            said.setWordWrap(True)
            said.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            self._column.addWidget(said)
        self._column.addStretch(1)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._bars, _MOST)
        self._row.addWidget(self._words, 1)
        self._bars.picked.connect(self.axis_picked)
        self._restyle()

    def show_scene(self, scene: Scene) -> None:
        """Show the KLs of the drawing and their means, as far as both are known."""
        state = scene.state
        encoded, points = (
            words.present(scene, "encode", scene.encoded),
            words.present(scene, "cloud", scene.points),
        )
        failures = tuple(scene.failures[slot] for slot in ("encode", "cloud") if slot in scene.failures)
        if not self._memo.changed(encoded, points, failures, state.model, state.axes, state.view):
            return
        order = ordered(points, state.dims)
        if self._ordered.changed(order):  # a click that is begun would be forgotten
            self._bars.set_order(*order)
        self._bars.set_values(
            encoded.kl if encoded is not None else None, points.kl if points is not None else None
        )
        self._bars.set_chosen(state.axes if state.view == "axes" or state.dims == 2 else ())
        self._sum.setText(" ".join(failures) or words.in_all(encoded, points))
        self._key.setText(words.dimensions_key(points))
        self._collapse, self._dims = words.collapse(points), state.dims
        self._make_room()

    def _make_room(self) -> None:
        """Name the inactive dimensions where there is room, or say only how many they are."""
        now, (long, short) = theme.current(), self._collapse
        most = now.px(_AXIS) + self._dims * now.px(_COLUMN)
        self._bars.setMaximumWidth(max(most, self._bars.minimumSizeHint().width()))
        width = max(now.px(_WORDS), self.width() - now.px(_BETWEEN) - self._bars.maximumWidth())
        self._note.setText(long)
        needed = [said.heightForWidth(width) + now.px(_APART) for said in (self._sum, self._note, self._key)]
        self._key.setHidden(bool(long) and sum(needed[:2]) <= self.height() < sum(needed))
        if long and sum(needed[:2]) > self.height():
            self._note.setText(short)
        self._note.setToolTip(long)
        self._note.setHidden(not long)

    def _restyle(self) -> None:
        now = theme.current()
        self._row.setSpacing(now.px(_BETWEEN))
        self._column.setSpacing(now.px(_APART))
        self._words.setMinimumWidth(now.px(_WORDS))
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room there is."""
        super().resizeEvent(event)
        self._make_room()


def ordered(points: Points | None, dims: int) -> tuple[tuple[int, ...], int]:
    """Return the dimensions from left to right, and how many at the end are inactive.

    Until all test pictures are encoded they stand as they are numbered, so that none moves meanwhile.
    """
    if points is None or len(points.mu) < points.total:
        return tuple(range(dims)), 0
    silent = set(points.inactive)
    active = [dimension for dimension in points.order if dimension not in silent]
    return (*active, *(dimension for dimension in points.order if dimension in silent)), len(silent)
