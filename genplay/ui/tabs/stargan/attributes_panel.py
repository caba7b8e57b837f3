"""The attributes: what the face has, what it shall have, how strongly, and what D reads."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from genplay.families.stargan import Groups
from genplay.ui import theme
from genplay.ui.tabs.fitted import set_head
from genplay.ui.tabs.memo import Memo
from genplay.ui.tabs.stargan import words
from genplay.ui.tabs.stargan.attribute_rows import GroupRow, Row, SwitchRow, arrange
from genplay.ui.tabs.stargan.miss_panel import MissPanel
from genplay.ui.tabs.stargan.scene import Scene
from genplay.ui.widgets.buttons import Link
from genplay.ui.widgets.dressed import Dressed
from genplay.ui.widgets.focus import in_turn
from genplay.ui.widgets.hairline import Hairline
from genplay.ui.widgets.scrolled import scrolled
from genplay.ui.widgets.slider import Slider
from genplay.ui.widgets.words import label

_SPACING = 6  # px at 100 %


class AttributesPanel(Dressed):
    """A row for each attribute, strength, and what D misreads."""

    toggled = Signal(int)
    corrected = Signal(int)
    reset_pressed = Signal(int)
    """One attribute, with those that it excludes."""
    all_reset = Signal()
    truth_pressed = Signal()
    """What D misread is to be corrected."""
    strength_moved = Signal(float)
    strength_settled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Row] = []
        self.strength = Slider(self.tr("Strength"), 0, 1, 1, step=0.01, stride=5)
        self._reset = Link(self.tr("Reset"))
        self._reset.setToolTip(self.tr("Back to the face’s own attributes"))
        self._correct = Link(self.tr("Correct"))
        self._correct.setToolTip(self.tr("Let the face have what it has, not what D misreads"))
        self._trained = label("axis", self.tr("Training saw only 0 and 1."))
        self._reads = label("axis")
        self._reads.setWordWrap(True)
        self.miss = MissPanel()
        self._built = Memo()
        self._wrong, self._terse = False, False
        self._arrange()
        self._reset.clicked.connect(self.all_reset)
        self._correct.clicked.connect(self.truth_pressed)
        self.strength.moved.connect(self.strength_moved)
        self.strength.settled.connect(self.strength_settled)
        self._restyle()

    def show_scene(self, scene: Scene) -> None:
        """Show the attributes of the face, and what D reads."""
        if scene.names and self._built.changed(scene.names, scene.groups):
            self._build(scene.names, scene.groups)
        known, state = scene.known, scene.state
        late = known is None or "face" in scene.waiting
        after = scene.fresh
        for row in self.rows:
            row.setEnabled(known is not None)
            if known is not None:
                row.show_own(scene.own, known.own.tolist(), scene.target)
                row.show_target(scene.target)
            before = None if late or known is None else known.heads.attributes.tolist()
            row.show_reading(before, None if after is None else after.after.attributes.tolist())
        self._reset.setEnabled(state.target is not None or state.strength < 1)
        self.strength.set_value(state.strength)
        wrong = () if known is None else words.misread(known)
        self._reads.setText(words.reads(known))
        self._reads.setToolTip(words.untold(known))
        self._wrong = bool(wrong) and scene.own != scene.righted
        self._correct.setVisible(self._wrong and not self._terse)
        self.miss.show_scene(scene)

    def set_terse(self, *, terse: bool) -> None:
        """Leave out what only explains: in projector mode."""
        self._terse = terse
        for widget in (self._trained, self._heads, self._rule, self._reads):
            widget.setVisible(not terse)
        self._correct.setVisible(self._wrong and not terse)

    def take_number(self) -> None:
        """Have the number below the attributes, where it stands unless another shows it."""
        if self.miss.parent() is not self:
            self._column.addWidget(self.miss)

    def row(self, number: int) -> Row:
        """Return the row of an attribute."""
        return next(row for row in self.rows if number in row.numbers)

    def _build(self, names: tuple[str, ...], groups: Groups) -> None:
        """Make the rows of a model: a group where the first of it stands."""
        for row in self.rows:
            self._list.removeWidget(row)
            row.deleteLater()
        self.rows = []
        for number, name in enumerate(names):
            group = next((group for group in groups if number in group), None)
            if group is None:
                self.rows.append(SwitchRow(number, words.attribute(name)))
            elif number == min(group):
                members = [names[member] for member in group]
                said = [words.attribute(member) for member in members]
                self.rows.append(GroupRow(group, said, *words.group(members)))
        for row in self.rows:
            self._list.addWidget(row)
            row.toggled.connect(self.toggled)
            row.corrected.connect(self.corrected)
            row.reset_pressed.connect(self.reset_pressed)
        in_turn(self._top, *self.rows, self.strength)
        self._fit_list()

    def _arrange(self) -> None:
        self._top, self._heads, self._rule = QWidget(), QWidget(), Hairline()
        self._head, self._names = QHBoxLayout(self._top), QGridLayout(self._heads)
        self._head.addWidget(label("label", self.tr("Attributes")))
        self._head.addStretch(1)
        self._head.addWidget(self._reset)
        heads = (self.tr("Has"), self.tr("Shall have"), self.tr("D reads"))
        tips = (
            self.tr("What the face has: as D’s attribute head reads, or as you correct it"),
            self.tr("What G is asked for"),
            self.tr("What D’s attribute head reads. Bar: the edited face; mark: the face"),
        )
        for column, (said, tip) in enumerate(zip(heads, tips, strict=True)):
            named = label("axis", said)
            named.setToolTip(tip)
            self._names.addWidget(named, 0, column)
        inner = QWidget()
        self._list = QVBoxLayout(inner)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)
        self.area = scrolled(inner, downwards=True)
        foot = QHBoxLayout()
        foot.addWidget(self._reads, 1)
        foot.addWidget(self._correct, 0, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for widget in (self._top, self._heads):
            self._column.addWidget(widget)
        self._column.addWidget(self.area, 100)
        self._column.addLayout(foot)
        for widget in (self._rule, self.strength, self._trained):
            self._column.addWidget(widget)
        self._column.addStretch(1)
        self._column.addWidget(self.miss)

    def _fit_list(self) -> None:
        """Have the list no higher than its rows: what follows stands right below."""
        self.area.setMaximumHeight(sum(row.high() for row in self.rows))

    def _restyle(self) -> None:
        now = theme.current()
        self._column.setSpacing(now.px(_SPACING))
        set_head(self._top, self._head, _SPACING)
        arrange(self._names)
        self._fit_list()
