"""Sliders: of the named directions, or of the raw numbers of the noise, a page of them at a time."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from genplay.families.dcgan import DIRECTIONS, REACH, Latent
from genplay.ui import theme
from genplay.ui.tabs.dcgan import words
from genplay.ui.tabs.dcgan.fitting import ROW, Fit
from genplay.ui.tabs.dcgan.scene import Scene
from genplay.ui.tabs.memo import Memo
from genplay.ui.widgets.buttons import IconButton, Link
from genplay.ui.widgets.dressed import Dressed
from genplay.ui.widgets.segmented import Segmented
from genplay.ui.widgets.slider import Slider
from genplay.ui.widgets.words import label, size_of, wrapped

_SMALL, _HIGH = 22, 22  # px at 100 %: a button; height of a slider
_STRIDE = 10  # hundredths that an arrow key moves


class SlidersPanel(Dressed):
    """As many sliders as there is room for; the others are a page away."""

    moved = Signal(int, float)
    """Which direction, or which number of the noise, and how far."""
    settled = Signal()
    reset_pressed = Signal()
    every_chosen = Signal(bool)
    """Whether the raw numbers are wanted."""

    def __init__(self) -> None:
        super().__init__()
        self.sliders: list[Slider] = []
        self.kinds = Segmented(small=True)
        self.kinds.setAccessibleName(self.tr("What the sliders move"))
        self.kinds.set_choices(
            [("named", self.tr("Directions")), ("raw", self.tr("All {count}").format(count=100))]
        )
        self.kinds.set_tips({"raw": self.tr("Every number of the noise has a slider")})
        self._caption, self._page_words = label("caption"), label("caption")
        self.back = IconButton("chevron-left", self.tr("Earlier sliders"), _SMALL, _SMALL)
        self.on = IconButton("chevron-right", self.tr("Later sliders"), _SMALL, _SMALL)
        self._reset = Link(self.tr("Reset"), flush=True)
        self._reset.setToolTip(self.tr("Move nothing: the point of the plane again"))
        self._rows, self._row, self._many, self._across, self._crowd, self._first = 4, ROW, 4, 2, 3, 0
        self._scene = Scene()
        self._named, self._values = Memo(), Memo()
        self._arrange()
        self.kinds.chosen.connect(lambda kind: self.every_chosen.emit(kind == "raw"))
        self.back.clicked.connect(partial(self._turn, -1))
        self.on.clicked.connect(partial(self._turn, +1))
        self._reset.clicked.connect(self.reset_pressed)
        self._restyle()

    def show_scene(self, scene: Scene) -> None:
        """Show how far the point is moved along each direction."""
        self._scene, state = scene, scene.state
        self.kinds.set_current("raw" if state.every else "named")
        if self._named.changed(state.every, state.model, scene.explained):
            self.kinds.set_words({"raw": self.tr("All {count}").format(count=scene.length)})
            self._place()
        if self._values.changed(scene.point, state.every, self._first):
            self._show_values()
        self._reset.setEnabled(any(scene.point.along) or bool(scene.point.raw))

    def set_parts(self, fit: Fit) -> None:
        """Have so many rows and columns of sliders."""
        self._rows, self._row, self._many = max(fit.rows, 1), fit.row, max(fit.many, 1)
        self._across, self._crowd = fit.across, fit.crowd
        self._caption.setVisible("caption" in fit.parts)
        self._place()

    @property
    def numbers(self) -> range:
        """The directions, or numbers of the noise, that have a slider now, from 0."""
        return range(self._first, min(self._first + self._count(), self._total()))

    def _count(self) -> int:
        """Return how many there is room for."""
        return self._many * self._crowd if self._scene.state.every else self._rows * self._across

    def _total(self) -> int:
        return self._scene.length if self._scene.state.every else DIRECTIONS

    def _add(self) -> None:
        at = len(self.sliders)
        slider = Slider("", -REACH, REACH, 0.0, stride=_STRIDE)
        slider.moved.connect(lambda value: self.moved.emit(self._first + at, round(value, 2)))
        slider.settled.connect(lambda _: self.settled.emit())
        slider.setFixedHeight(theme.current().px(_HIGH))
        self.sliders.append(slider)

    def _place(self) -> None:
        """Begin with the first page, its sliders column by column."""
        rows = self._many if self._scene.state.every else self._rows
        self._space()
        while len(self.sliders) < self._count():
            self._add()
        for at, slider in enumerate(self.sliders):
            column, row = divmod(at, rows)
            self._grid.addWidget(slider, row, column)
        self._first = 0
        self._name()
        self._show_values()

    def _space(self) -> None:
        """Have more air between directions, which are few, than between raw numbers."""
        high = ROW if self._scene.state.every else self._row
        self._grid.setVerticalSpacing(theme.current().px(high - _HIGH))

    def _turn(self, by: int) -> None:
        self._first += by * self._count()
        self._name()
        self._show_values()

    def _name(self) -> None:
        state, explained, numbers = self._scene.state, self._scene.explained, self.numbers
        self._align()  # first: a label remembers what room it asked for with its words of before
        for at, slider in enumerate(self.sliders):
            number = self._first + at
            slider.setVisible(number in numbers)
            if number not in numbers:
                continue
            if state.every:
                slider.set_name(words.raw(number))
                slider.setToolTip(self.tr("Number {number} of the noise").format(number=number + 1))
            else:
                slider.set_name(words.direction(number, state.model, explained))
                slider.setToolTip(wrapped(words.explanation(number, explained)))
        several = self._total() > self._count()
        for widget in (self._page_words, self.back, self.on):
            widget.setVisible(several)
        said = self.tr("{first} to {last} of {total}")
        self._page_words.setText(
            said.format(first=numbers.start + 1, last=numbers.stop, total=self._total()) if several else ""
        )
        self.back.setEnabled(numbers.start > 0)
        self.on.setEnabled(numbers.stop < self._total())

    def _show_caption(self) -> None:
        """Say what the sliders are, or that what has none here is moved: Reset undoes that, too."""
        state, point = self._scene.state, self._scene.point
        if state.every:
            said = (
                self.tr("moved along directions, too") if any(point.along) else self.tr("added to the noise")
            )
        elif point.raw:
            said = self.tr("numbers moved too: {count}").format(count=len(point.raw))
        else:
            said = self.tr("named by what a classifier reads")
        self._caption.setText(said)

    def _align(self) -> None:
        """Have all tracks begin where the longest name ends."""
        state, explained = self._scene.state, self._scene.explained
        names = [words.raw(number) for number in self.numbers]
        if not state.every:
            names = [words.direction(number, state.model, explained) for number in range(DIRECTIONS)]
        room = max(size_of("body", name).width() for name in names) / theme.current().scale
        for slider in self.sliders:
            slider.align(room)

    def _show_values(self) -> None:
        self._show_caption()
        point, raw = self._scene.point, self._scene.state.every
        for slider, number in zip(self.sliders, self.numbers, strict=False):
            slider.set_value(far(point, number, raw=raw))

    def _arrange(self) -> None:
        self._top = QWidget()
        self._head, self._grid = QHBoxLayout(self._top), QGridLayout()
        self._head.addWidget(self.kinds)
        self._head.addWidget(self._caption)
        self._head.addStretch(1)
        for widget in (self._page_words, self.back, self.on, self._reset):
            self._head.addWidget(widget)
        self._column = QVBoxLayout(self)
        for layout in (self._head, self._grid, self._column):
            layout.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._top)
        self._column.addLayout(self._grid)
        self._column.addStretch(1)

    def _restyle(self) -> None:
        now = theme.current()
        self._column.setSpacing(now.px(2))
        self._head.setSpacing(now.px(8))
        self._grid.setHorizontalSpacing(now.px(24))
        for slider in self.sliders:
            slider.setFixedHeight(now.px(_HIGH))
        self._space()
        self._align()


def far(latent: Latent, number: int, *, raw: bool) -> float:
    """Return how far a point is moved along a direction, or by a raw number of the noise."""
    if raw:
        return dict(latent.raw).get(number, 0.0)
    return latent.along[number] if latent.along else 0.0
