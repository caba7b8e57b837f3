"""A small picture or map with its name above and what its colours mean below."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from genplay.families.stargan import SIDE, Floats, Levels
from genplay.ui import theme
from genplay.ui.tabs.memo import Memo
from genplay.ui.widgets.dressed import Dressed
from genplay.ui.widgets.formula import FormulaLabel
from genplay.ui.widgets.heat_map import HeatMap
from genplay.ui.widgets.legend import Legend
from genplay.ui.widgets.picture_view import PictureView
from genplay.ui.widgets.pixels import levels
from genplay.ui.widgets.words import label

_TITLE, _LEGEND = 20, 18  # heights at 100 %
_SAFE = 1e-6  # against rounding down


class SmallMap(Dressed):
    """A picture of 64 by 64, or a map.

    Args:
        title: What it is.
        formula: What it is in letters, "" for nothing.
        table: The colours of a map; "" for a picture in its own.
        ends: The values of its first and last colours.
        legend: What these are, in words; two "" for none.
        side: Values along each side.
    """

    def __init__(
        self,
        title: str,
        formula: str = "",
        *,
        table: str = "",
        ends: tuple[float, float] = (0, 1),
        legend: tuple[str, str] = ("", ""),
        side: int = SIDE,
    ) -> None:
        super().__init__()
        self._ends, self._side = ends, side
        self.picture: HeatMap = HeatMap(table, (side, side), 2) if table else PictureView(SIDE, 2)
        self.picture.set_title(title)
        self._title = label("axis", title)
        self._legend = Legend(table or "grey", *legend)
        self._legend.setVisible(any(legend))
        self._explained = any(legend)
        self._shown = Memo()
        self._room = 130.0
        head = QHBoxLayout()
        head.addWidget(self._title)
        if formula:
            head.addWidget(FormulaLabel(formula))
        head.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(head)
        self._column.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self._legend, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch(1)
        self._restyle()

    def set_picture(self, pixels: Levels | None, *, late: bool = False) -> None:
        """Show a picture (64, 64, 3); None for paper."""
        if self._shown.changed(None if pixels is None else pixels.tobytes()):
            assert isinstance(self.picture, PictureView)
            self.picture.set_picture(pixels)
        self.picture.set_stale(late and pixels is not None)

    def set_map(self, values: Floats | None, *, late: bool = False) -> None:
        """Show the values of a map, (S, S) or fewer that each fill a square of it; None for paper."""
        if self._shown.changed(None if values is None else values.tobytes()):
            self.picture.set_values(None if values is None else levels(self._whole(values), *self._ends))
        self.picture.set_stale(late and values is not None)

    def set_title(self, title: str) -> None:
        """Call it otherwise."""
        self._title.setText(title)

    def set_room(self, wide: float, high: float) -> None:
        """Be as large as fits into so much, in px at 100 %."""
        self._room = min(wide, high - _TITLE - _LEGEND)
        self._restyle()

    def _whole(self, values: Floats) -> Floats:
        each = self._side // len(values)
        return values.repeat(each, 0).repeat(each, 1)

    def _restyle(self) -> None:
        now = theme.current()
        self._column.setSpacing(now.px(2))
        dots = now.scale * self.devicePixelRatioF()
        whole = max(int((self._room - 2) * dots / SIDE), 1)  # maps of fewer values are as large as pictures
        size = self.picture.size_for((whole * SIDE / self._side + _SAFE) / dots)
        self.picture.setFixedSize(size)
        self._legend.setFixedWidth(size.width())
        self._legend.setVisible(self._explained and self._legend.minimumSizeHint().width() <= size.width())
