"""The lower row: the ledger, the running sum along the order, and simpler models on the same drawing."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from genplay.families.autoregressive import PIXELS, SIMPLER, Conditionals, Simpler
from genplay.families.orders import RASTER
from genplay.ui import text
from genplay.ui.pace import Pace
from genplay.ui.tabs.autoregressive import words
from genplay.ui.tabs.autoregressive.scene import Scene
from genplay.ui.tabs.memo import Memo
from genplay.ui.translation import translate
from genplay.ui.widgets.bars import BaselineBars
from genplay.ui.widgets.curve import RunningSum
from genplay.ui.widgets.ledger import Ledger
from genplay.ui.widgets.words import label

_UNBOUNDED = 16777215  # QWIDGETSIZE_MAX, which PySide does not export
_LOW = -100.0  # nats: where the axis ends before there is an answer
_REFERENCE = "ar1"  # the simpler model whose running sum is drawn beside


class SumPanel(QWidget):
    """How the terms add up."""

    picked = Signal(int)
    """So many pixels are to be read."""
    hovered = Signal(object)
    """The last pixel of the sum that is pointed at, or None."""

    def __init__(self) -> None:
        super().__init__()
        self._projector = False
        self._scene = Scene()
        self._memo = Memo()
        self._order = RASTER.sequence()
        self._pace = Pace(self)
        self.ledger, self.curve, self.bars = Ledger(), RunningSum(), BaselineBars()
        self.curve.set_axes(PIXELS, _LOW)
        self.left = _column(self.tr("Ledger"), self.tr("nats"), self.ledger)
        self.middle = _column(self.tr("Running sum"), self.tr("along the order, nats"), self.curve)
        self.right = _column(self.tr("Same drawing, simpler models"), "", self.bars)
        self.curve.picked.connect(self.picked)
        self.curve.hovered.connect(self._hover)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        for widget in (self.left, self.middle, self.right):
            self._row.addWidget(widget)

    def show_scene(self, scene: Scene) -> None:
        """Show what has been read so far, and which pixel the numbers speak of."""
        self._scene = scene
        if scene.result is None:  # numbers that are no longer true do not wait
            self._pace.drop()
            self._show_now(scene)
        else:
            self._pace.call(partial(self._show_now, scene))

    def _show_now(self, scene: Scene) -> None:
        if self._memo.changed(scene.result, scene.visible, scene.summed, self._projector):
            self._show_sums(scene)
        focus = scene.focus
        self.curve.set_cursor(scene.place(focus) + 1 if focus is not None and scene.known(focus) else None)

    def _show_sums(self, scene: Scene) -> None:
        result = scene.result
        self._order = scene.state.reads.sequence()
        if result is None:
            self.ledger.set_rows([], None)
            self.curve.set_curves([])
            self.bars.set_rows([])
            return
        self._show_ledger(scene, result)
        read, name = scene.summed, words.model(scene.state)
        simpler = _others(result, name)
        reference = [found for found in simpler if found.model == _REFERENCE]
        curves = [(name, result.running[: read + 1], "blue", False)]
        curves += [
            (SIMPLER[found.model], found.running, "text3", True)
            for found in reference
            if not scene.walking and not self._projector
        ]
        self.curve.set_axes(PIXELS, min([result.log_prob, *(found.log_prob for found in reference)]))
        self.curve.set_curves(curves)
        self.bars.set_rows(_bars(result, simpler, read, name))

    def set_projector(self, on: bool) -> None:
        """Leave only the curve, as wide as the sheet."""
        self._projector = on
        self.left.setVisible(not on)
        self.right.setVisible(not on)
        self.middle.set_projector(on)
        self._show_now(self._scene)

    def set_widths(self, left: int, middle: int, gap: int) -> None:
        """Stand below the columns of the sheet."""
        self.left.setFixedWidth(left)
        if self._projector:
            self.middle.setMinimumWidth(0)
            self.middle.setMaximumWidth(_UNBOUNDED)
        else:
            self.middle.setFixedWidth(middle)
        self._row.setSpacing(gap)

    @Slot(object)
    def _hover(self, step: int | None) -> None:
        self.hovered.emit(int(self._order[step - 1]) if step else None)

    def _show_ledger(self, scene: Scene, result: Conditionals) -> None:
        (ink, ink_sum), (paper, paper_sum) = result.split(scene.summed)
        total = self.tr("Sum so far") if scene.walking else self.tr("log p(x)")
        self.ledger.set_rows(
            [
                ("blue", self.tr("Ink, {count} pixels").format(count=text.count(ink)), text.nats(ink_sum)),
                (
                    "blue_pale",
                    self.tr("Background, {count} pixels").format(count=text.count(paper)),
                    text.nats(paper_sum),
                ),
            ],
            (total, text.nats(float(result.running[scene.summed]))),
        )


def _others(result: Conditionals, name: str) -> list[Simpler]:
    """Return the simpler models, without the one that is itself looked at: AR-1, or AR-N with N = 1."""
    return [simpler for simpler in result.simpler if SIMPLER[simpler.model] != name]


def _bars(
    result: Conditionals, others: Sequence[Simpler], read: int, name: str
) -> list[tuple[str, float, bool, tuple[float, float] | None]]:
    """Return every model's sum over the pixels read: the future is hidden here too."""
    (_, ink), (_, paper) = result.split(read)
    rows: list[tuple[str, float, bool, tuple[float, float] | None]] = [
        (translate("families", SIMPLER[simpler.model]), float(simpler.running[read]), False, None)
        for simpler in others
    ]
    return [*rows, (name, float(result.running[read]), True, (ink, paper))]


def _column(title: str, unit: str, content: QWidget) -> "_Titled":
    return _Titled(title, unit, content)


class _Titled(QWidget):
    def __init__(self, title: str, unit: str, content: QWidget) -> None:
        super().__init__()
        self._title, self._unit = label("label", title), label("body", unit)
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addWidget(self._unit)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(head)
        column.addWidget(content)
        if content.sizePolicy().verticalPolicy() == QSizePolicy.Policy.Fixed:
            column.addStretch(1)

    def set_projector(self, on: bool) -> None:
        """Leave only the content."""
        self._title.setVisible(not on)
        self._unit.setVisible(not on)
