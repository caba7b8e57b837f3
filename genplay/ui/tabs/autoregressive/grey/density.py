"""The lower row: what the pixel in focus is worth, and the density that its grey has."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from genplay.ui import theme
from genplay.ui.tabs.autoregressive.grey import words
from genplay.ui.tabs.autoregressive.grey.scene import GreyScene
from genplay.ui.text import count
from genplay.ui.widgets.density_curve import DensityCurve
from genplay.ui.widgets.dressed import Dressed
from genplay.ui.widgets.formula import FormulaLabel
from genplay.ui.widgets.ledger import Ledger
from genplay.ui.widgets.words import label, size_of

_ROW, _PART_ROW = 22, 19
_FEWEST = 3  # components worth a list
_UNBOUNDED = 16777215  # QWIDGETSIZE_MAX, which PySide does not export


class DensityPanel(Dressed):
    """Numbers at the left, the curve at the right."""

    def __init__(self) -> None:
        super().__init__()
        self.left, self.right = QWidget(), QWidget()
        self.curve = DensityCurve()
        self._pixel, self._title = label("label"), label("label", self.tr("Density over greys"))
        self._formula = FormulaLabel("p_x_i")
        self._scale = label("body", self.tr("per unit of grey, square-root scale"))
        self._rows, self._parts = Ledger(row=_ROW), Ledger(row=_PART_ROW)
        self._parts_title = label("body", self.tr("Components: share, mean grey, spread"))
        self._listed: list[tuple[str, str]] = []
        self._compact = False
        self._most = 0  # components that there is room for
        self._arrange()
        self._restyle()
        self.show_scene(GreyScene())  # its room is reckoned with before there is anything to show

    def show_scene(self, scene: GreyScene) -> None:
        """Show the pixel in focus."""
        pixel = scene.focus
        if pixel is None:
            self._pixel.setText(self.tr("No pixel"))
        else:
            self._pixel.setText(self.tr("Pixel {number}").format(number=count(pixel + 1)))
        rows, last = words.numbers(scene)
        self._rows.set_rows([(None, name, value) for name, value in rows], last)
        self._listed = words.components(scene)
        self._show_parts()
        waits = self.tr("Point at a pixel to see which greys it may have") if pixel is None else ""
        self.curve.set_density(scene.density(), waits)

    def set_widths(self, left: int, right: int, gap: int) -> None:
        """Stand below the columns of the sheet; 0 at the left leaves the curve alone, as wide as can be."""
        self.left.setVisible(left > 0)
        self.left.setFixedWidth(left)
        self.right.setMinimumWidth(right if left else 0)
        self.right.setMaximumWidth(right if left else _UNBOUNDED)
        self._row.setSpacing(gap)
        words = size_of("label", self._title.text()).width() + size_of("body", self._scale.text()).width()
        needed = words + self._formula.sizeHint().width() + 3 * self._head.spacing()
        self._scale.setVisible(needed <= right and not self._compact)

    def set_compact(self, on: bool) -> None:
        """Leave the curve without its title."""
        self._compact = on
        for widget in (self._title, self._formula, self._scale):
            widget.setVisible(not on)

    def set_height(self, height: int) -> None:
        """Take this height; the components are listed where there is room below the numbers."""
        self.setFixedHeight(height)
        spare = height - self.least() - size_of("body").height() - 2 * self._columns[0].spacing()
        self._most = max(spare // theme.current().px(_PART_ROW), 0)
        self._show_parts()

    def least(self) -> int:
        """Return the height that the numbers need."""
        return size_of("label").height() + theme.current().px(4) + self._rows.sizeHint().height()

    def _show_parts(self) -> None:
        shown = self._listed[: self._most] if self._most >= _FEWEST else []
        left_out = len(self._listed) - len(shown)
        if shown and left_out:  # the last row says so
            said = self.tr("… and {count} more").format(count=left_out + 1)
            shown = [*shown[:-1], (said, "")]
        self._parts_title.setVisible(bool(shown))
        self._parts.setVisible(bool(shown))
        self._parts.set_rows([(None, name, value) for name, value in shown])

    def _arrange(self) -> None:
        left, right, self._head = QVBoxLayout(self.left), QVBoxLayout(self.right), QHBoxLayout()
        for column in (left, right):
            column.setContentsMargins(0, 0, 0, 0)
        left.addWidget(self._pixel)
        for widget in (self._rows, self._parts_title, self._parts):
            left.addWidget(widget)
        left.addStretch(1)
        for widget in (self._title, self._formula, self._scale):
            self._head.addWidget(widget)
        self._head.addStretch(1)
        right.addLayout(self._head)
        right.addWidget(self.curve, 1)
        self._columns = left, right
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.left)
        self._row.addWidget(self.right, 1)

    def _restyle(self) -> None:
        now = theme.current()
        for column in self._columns:
            column.setSpacing(now.px(4))
        self._head.setSpacing(now.px(10))
