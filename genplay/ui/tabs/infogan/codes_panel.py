"""The left column: ten categories, two numbers, the seed of the noise and its lock."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSpacerItem, QVBoxLayout, QWidget

from genplay.families.infogan import LEARNED, MOST_SEED, REACH
from genplay.ui import theme
from genplay.ui.tabs.fitted import set_head
from genplay.ui.tabs.infogan import words
from genplay.ui.tabs.infogan.category_buttons import CategoryButtons
from genplay.ui.tabs.infogan.fit import Fit
from genplay.ui.tabs.infogan.number_marks import NumberMarks
from genplay.ui.tabs.infogan.number_name import NumberName
from genplay.ui.tabs.infogan.scene import Scene
from genplay.ui.tabs.memo import Memo
from genplay.ui.widgets.buttons import Button, IconButton, Link
from genplay.ui.widgets.dressed import Dressed
from genplay.ui.widgets.formula import FormulaLabel
from genplay.ui.widgets.pixels import levels
from genplay.ui.widgets.slider import Slider
from genplay.ui.widgets.spin import Spin
from genplay.ui.widgets.words import label, size_of, wrapped

_STRIDE = 5  # hundredths that an arrow key moves a number
_SPACING, _HEAD = 4, 20  # px at 100 %


class CodesPanel(Dressed):
    """What the generator is told."""

    category_chosen = Signal(int)
    number_moved = Signal(int, float)
    """Which number, 0 for c2 and 1 for c3, and its value."""
    number_settled = Signal()
    reset_pressed = Signal()
    seed_chosen = Signal(int)
    redrawn = Signal()
    lock_toggled = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.buttons = CategoryButtons()
        self._names = [NumberName("info_c2"), NumberName("info_c3")]
        self.sliders = [self._slider(name) for name in self._names]
        self.seed = Spin(0, MOST_SEED, digits=2)
        self._seed_label = label("body", self.tr("Seed"))
        self._new = Button(self.tr("New"), icon="dice")
        self._lock = IconButton("lock", self.tr("Lock the noise"))
        self._lock.setCheckable(True)
        self._reset = Link(self.tr("Reset"), flush=True)
        self._said = label("caption")
        self._said.setWordWrap(True)
        self._shown, self._order, self._meant = Memo(), Memo(), Memo()
        self._gap, self._wide = 8, 256
        self._arrange()
        self._connect()
        self._restyle()

    def show_scene(self, scene: Scene) -> None:
        """Show the codes, and what each category would make of the others."""
        state, chosen = scene.state, scene.chosen
        if self._order.changed(scene.digits):
            names = {number: words.category(number, scene.digits) for number in scene.order}
            self.buttons.set_order(scene.order, names)
            self._named.setVisible(bool(scene.digits))
        if self._shown.changed(chosen, scene.digits):
            self.buttons.set_pictures(None if chosen is None else levels(chosen.pictures, 0, 1))
        self.buttons.set_stale("choices" in scene.waiting)
        self.buttons.set_current(state.category)
        for slider, value in zip(self.sliders, state.numbers, strict=True):
            slider.set_value(value)
        if self._meant.changed(scene.meaning):
            self._name(scene)
        self._reset.setEnabled(any(state.numbers))
        self.seed.set_value(state.seed)
        self._fit_noise()
        self._lock.setChecked(state.locked)
        self._lock.set_icon("lock" if state.locked else "unlock")
        if scene.made is not None and scene.made.noise:
            self._dimensions.setText(self.tr("{count} dimensions").format(count=scene.made.noise))
        self._said.setText(words.noise(locked=state.locked))

    def set_parts(self, fit: Fit) -> None:
        """Take the sizes of a layout, and say what it has room for."""
        self._said.setVisible("noise" in fit.parts)
        self._trained.setVisible("trained" in fit.parts)
        self.buttons.set_side(fit.box, fit.codes)
        self._gap, self._wide = fit.apart, fit.codes
        self._restyle()

    def _slider(self, name: NumberName) -> Slider:
        slider = Slider("", -REACH, REACH, 0.0, stride=_STRIDE, label=name)
        slider.set_band((-LEARNED, LEARNED))
        return slider

    def _name(self, scene: Scene) -> None:
        """Call the numbers by what they have come to mean."""
        for at, (name, slider) in enumerate(zip(self._names, self.sliders, strict=True)):
            changes = words.traits(scene.meaning, at)
            name.set_meaning(changes)
            name.setToolTip(wrapped(words.moves(scene.meaning, at)))
            slider.set_name(f"{words.NUMBERS[at]} {', '.join(changes)}".strip())
        self._align()

    def _align(self) -> None:
        """Have both tracks, and the numbers below them, begin where the longest name ends."""
        now, shaded = theme.current(), size_of("axis", self._shaded.text()).width()
        widest = max(shaded / now.scale, *(name.needed() for name in self._names))
        for slider in self.sliders:
            slider.align(widest)
        self._shaded.setFixedWidth(now.px(widest))

    def _arrange(self) -> None:
        self._named, self._dimensions = label("caption", self.tr("category number below")), label("caption")
        heads = [
            (label("label", self.tr("Category")), FormulaLabel("info_c1"), self._named),
            (label("label", self.tr("Continuous codes")), None, self._reset),
            (label("label", self.tr("Noise")), FormulaLabel("z"), self._dimensions),
        ]
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._rows: list[QHBoxLayout] = []
        self._heads = [self._head(*parts) for parts in heads]
        self._trained = QWidget()
        self._marks = QHBoxLayout(self._trained)
        self._marks.setContentsMargins(0, 0, 0, 0)
        self._shaded, self._axis = label("axis", self.tr("trained: shaded")), NumberMarks()
        self._marks.addWidget(self._shaded)
        self._marks.addWidget(self._axis, 1)
        self._trained.setToolTip(wrapped(self.tr("Shaded: the range of the training, −1 to 1")))
        self._gaps = [QSpacerItem(0, 0), QSpacerItem(0, 0)]
        self._noise = QHBoxLayout()
        for widget in (self._seed_label, self.seed, self._new, self._lock):
            self._noise.addWidget(widget)
        self._noise.addStretch(1)
        self._column.addWidget(self._heads[0])
        self._column.addWidget(self.buttons, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addItem(self._gaps[0])
        self._column.addWidget(self._heads[1])
        self._numbers = QVBoxLayout()
        for widget in (*self.sliders, self._trained):
            self._numbers.addWidget(widget)
        self._column.addLayout(self._numbers)
        self._column.addItem(self._gaps[1])
        self._column.addWidget(self._heads[2])
        self._column.addLayout(self._noise)
        self._column.addWidget(self._said)
        self._column.addStretch(1)

    def _head(self, name: QWidget, formula: QWidget | None, right: QWidget) -> QWidget:
        head = QWidget()
        row = QHBoxLayout(head)
        self._rows.append(row)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(name)
        if formula is not None:
            row.addWidget(formula)
        row.addStretch(1)
        row.addWidget(right)
        return head

    def _connect(self) -> None:
        self.buttons.chosen.connect(self.category_chosen)
        for number, slider in enumerate(self.sliders):
            slider.moved.connect(lambda value, at=number: self.number_moved.emit(at, value))
            slider.settled.connect(lambda _: self.number_settled.emit())
        self._reset.clicked.connect(self.reset_pressed)
        self._reset.setToolTip(self.tr("Set c₂ and c₃ to 0"))
        self.seed.setAccessibleName(self.tr("Seed of the noise"))
        self.seed.edited.connect(self.seed_chosen)
        self._new.setToolTip(self.tr("Draw other noise, by the next seed; the codes stay"))
        self._new.setAccessibleName(self.tr("New"))  # its word leaves where the seed is long
        self._new.clicked.connect(self.redrawn)
        self._lock.setToolTip(self.tr("Keep the noise when another category is chosen"))
        self._lock.clicked.connect(self.lock_toggled)

    def _fit_noise(self) -> None:
        """Leave the button without its word where the seed is long, and then the seed without its own."""
        self._new.set_words(self.tr("New"))
        self._seed_label.show()
        row = (self._seed_label, self.seed, self._new, self._lock)
        for leave in (lambda: self._new.set_words(""), self._seed_label.hide):
            wide = [
                part.sizeHint().boundedTo(part.maximumSize()).width() for part in row if not part.isHidden()
            ]
            if sum(wide) + self._noise.spacing() * (len(wide) - 1) <= self.width():
                return
            leave()

    def _restyle(self) -> None:
        now = theme.current()
        self.setFixedWidth(now.px(self._wide or 1))
        self._column.setSpacing(now.px(_SPACING))
        self._numbers.setSpacing(now.px(_SPACING))
        self._marks.setSpacing(now.px(8))  # as a slider's
        self._noise.setSpacing(now.px(8))
        self._fit_noise()
        for head in self._heads:
            head.setFixedHeight(now.px(_HEAD))
        for gap in self._gaps:
            gap.changeSize(0, now.px(self._gap))
        self._column.invalidate()
        for row in self._rows:
            row.setSpacing(now.px(7))
        set_head(self._heads[0], self._rows[0], _SPACING)
        self._align()
