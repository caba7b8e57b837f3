"""How far apart what is real and what is made are, and what must be said of the training."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout

from genplay.ui import theme
from genplay.ui.tabs.gan import words
from genplay.ui.tabs.gan.scene import Scene
from genplay.ui.tabs.memo import Memo
from genplay.ui.widgets.buttons import Link
from genplay.ui.widgets.dressed import Dressed
from genplay.ui.widgets.words import label, size_of, wrapped

_HEAD, _LOWER, _ROW, _SPACING = 22, 4, 22, 2  # px: a title and above it, a row, between two things
_BESIDE = 8  # px between a sentence and the way out
_ROWS = ("covered", "gap", "kl", "reverse", "strays")


class DistancePanel(Dressed):
    """The divergence, large; rows of what else can be measured; below them a sentence where one is due."""

    reset_pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._title = label("label", self.tr("How far apart are p and q?"))
        self.hero, self._unit = label("hero"), label("caption", self.tr("nats, Jensen–Shannon"))
        self._names = {name: label("body") for name in _ROWS}
        self.values = {name: label("label") for name in _ROWS}
        self.note, self.reset = label("note"), Link(self.tr("Reset"))
        self.note.setWordWrap(True)
        for value in self.values.values():
            value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._room, self._shown, self._diverged = 1_000.0, Memo(), False
        self._name_things()
        self._arrange()
        self._restyle()

    def show_scene(self, scene: Scene) -> None:
        """Show the numbers of the step on screen; dashes while they are not to be read."""
        result = scene.current
        if not self._shown.changed(result, scene.setup, scene.hyper.loss):
            return
        distance, coverage = (result.distance, result.coverage) if result else (None, None)
        self.hero.setText(words.number(distance.js if distance else None))
        self._show("covered", words.parts(scene.setup.data), words.covered(coverage))
        self._show("kl", self.tr("KL(p ‖ q)"), words.number(distance.kl if distance else None))
        self._show("reverse", self.tr("KL(q ‖ p)"), words.number(distance.reverse if distance else None))
        self._show("strays", self.tr("Fakes that lie on no part"), words.strays(coverage))
        self._show_gap(scene)
        self._tip("covered", words.covered_tip(coverage))
        self.note.setText(words.finding(result))
        self._diverged = result is not None and result.finding == "diverged"
        self._fit()

    def set_room(self, height: float) -> None:
        """Show what fits into a height in px at 100 %; a sentence takes the place of the last rows."""
        self._room = height
        self._fit()

    def _show_gap(self, scene: Scene) -> None:
        """A critic gives no probability: what it says of the distance is in the place of the gap."""
        result = scene.current
        if scene.hyper.loss == "wasserstein":
            self._show(
                "gap", self.tr("The critic’s distance"), words.number(result.game.value if result else None)
            )
            self._tip(
                "gap",
                self.tr("E f(x) − E f(G(z)): with slopes up to 1, at most how far q must be moved"),
            )
            return
        self._show(
            "gap", self.tr("Mean gap between D and D*"), words.number(result.distance.gap if result else None)
        )
        self._tip(
            "gap",
            self.tr(
                "Mean of |D − D*| over p and q in equal shares. D* = p/(p + q) is the best D against this G."
            )
            + "\n"
            + words.estimate(),
        )

    def _show(self, row: str, name: str, value: str) -> None:
        self._names[row].setText(name)
        self.values[row].setText(value)
        self.values[row].setAccessibleName(name)

    def _tip(self, row: str, tip: str) -> None:
        for shown in (self._names[row], self.values[row]):
            shown.setToolTip(wrapped(tip))

    def _name_things(self) -> None:
        for shown in (self._title, self.hero, self._unit):
            shown.setToolTip(
                wrapped(
                    self.tr(
                        "JS(p ‖ q), from 0 where p = q to log 2 = 0.693 where they have nothing in common."
                    )
                    + "\n"
                    + words.estimate()
                )
            )
        self.hero.setAccessibleName(self.tr("Jensen–Shannon divergence of p and q"))
        finite = self.tr(
            "The second density is mixed with a ten-thousandth of a uniform one, so that it is finite."
        )
        self._tip("kl", self.tr("Large where p has something that q leaves out.") + "\n" + finite)
        self._tip("reverse", self.tr("Large where q makes something that p has not.") + "\n" + finite)
        self._tip("strays", self.tr("The share of fakes farther than 3 deviations from all that is real"))
        self.reset.setToolTip(self.tr("Back to step 0"))
        self.reset.clicked.connect(lambda: self.reset_pressed.emit())

    def _fit(self) -> None:
        said = bool(self.note.text())
        left = self._room - _HEAD - self._hero_height() - 2 * _SPACING - self._note_height() * said
        rows = max(int(left // _ROW), 1)
        for place, name in enumerate(_ROWS):
            for shown in (self._names[name], self.values[name]):
                shown.setVisible(place < rows)
        self.note.setVisible(said)
        self.reset.setVisible(self._diverged)

    def _note_height(self) -> float:
        """Return what the sentence needs, in px at 100 %, beside the way out if there is one."""
        now = theme.current()
        beside = (self.reset.sizeHint().width() + now.px(_BESIDE)) * self._diverged
        self.note.ensurePolished()
        return self.note.heightForWidth(max(self.width() - beside, 1)) / now.scale + _SPACING

    def _hero_height(self) -> float:
        return size_of("hero").height() / theme.current().scale

    def _arrange(self) -> None:
        self._number = QHBoxLayout()
        self._number.addWidget(self.hero)
        self._number.addWidget(self._unit)
        self._number.addStretch(1)
        self._grid = QGridLayout()
        self._grid.setVerticalSpacing(0)
        for place, name in enumerate(_ROWS):
            self._grid.addWidget(self._names[name], place, 0)
            self._grid.addWidget(self.values[name], place, 1)
        self._grid.setColumnStretch(0, 1)
        said = self._said = QHBoxLayout()
        said.addWidget(self.note, 1)
        said.addWidget(self.reset)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._title)
        self._column.addLayout(self._number)
        self._column.addLayout(self._grid)
        self._column.addLayout(said)
        self._column.addStretch(1)

    def _restyle(self) -> None:
        now = theme.current()
        self._column.setSpacing(now.px(_SPACING))
        self._number.setSpacing(now.px(6))
        self._said.setSpacing(now.px(_BESIDE))
        self._title.setFixedHeight(now.px(_HEAD))
        self._title.setContentsMargins(0, now.px(_LOWER), 0, 0)
        drop = (size_of("hero").height() - size_of("caption").height()) // 2 - now.px(5)
        self._unit.setContentsMargins(0, drop, 0, 0)  # nearly onto the number's baseline
        rows: list[QLabel] = [*self._names.values(), *self.values.values()]
        for row in rows:
            row.setFixedHeight(now.px(_ROW))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A sentence may need another line, or one less."""
        super().resizeEvent(event)
        self._fit()
