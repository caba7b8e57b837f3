"""The generated picture, what its greys mean, what Q and D make of it, and what can be done with it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from genplay.families.infogan import NAMES, Confusion, Made
from genplay.ui import theme
from genplay.ui.tabs.fitted import set_head
from genplay.ui.tabs.infogan import fitting, words
from genplay.ui.tabs.infogan.fit import Fit
from genplay.ui.tabs.infogan.scene import Scene
from genplay.ui.tabs.memo import Memo
from genplay.ui.translation import translate
from genplay.ui.widgets.buttons import Button
from genplay.ui.widgets.dressed import Dressed
from genplay.ui.widgets.formula import FormulaLabel
from genplay.ui.widgets.heat_map import HeatMap
from genplay.ui.widgets.legend import Legend
from genplay.ui.widgets.pixels import levels
from genplay.ui.widgets.words import label, wrapped

_BOTH = 240  # px at 100 %: width from which both buttons have room


class PicturePanel(Dressed):
    """G(z, c)."""

    read_pressed = Signal()
    save_pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.picture = HeatMap("grey", pixel=fitting.PIXEL)
        self.picture.set_title(self.tr("Generated picture"))
        self._legend = Legend("grey", self.tr("0 paper"), self.tr("1 ink"))
        self._read = Button(self.tr("Read this picture"), icon="pencil")
        self._read.setToolTip(self.tr("Take it as the drawing, and have Q read its code"))
        self.save = Button(self.tr("Save"), kind="quiet", icon="export")
        self.save.setToolTip(self.tr("Save the generated picture"))
        self._said = _wrapped()
        self._figure = _wrapped()
        self._shown, self._loads = Memo(), Memo()
        self._made: Made | None = None
        self._rests: int | None = None
        self._terse = self._compared = False
        self._confusion: Confusion | None = None
        self._pixel, self._wide = fitting.PIXEL, _BOTH
        self._arrange()
        self._read.clicked.connect(self.read_pressed)
        self.save.clicked.connect(self.save_pressed)
        self.picture.hovered.connect(self._point)
        self._restyle()

    def show_scene(self, scene: Scene) -> None:
        """Show the picture of the codes."""
        made, late = scene.made, "picture" in scene.waiting
        if self._shown.changed(made):
            self.picture.set_values(None if made is None else levels(made.ink, 0, 1))
        self.picture.set_stale(late and made is not None)
        model = translate("families", NAMES[scene.state.model])
        loading = self.tr("Loading {model}").format(model=model) if late and made is None else None
        if self._loads.changed(loading):
            self.picture.set_loading(loading)
        self.picture.set_error(*_failure(self.tr("There is no picture"), scene.failures.get("picture")))
        self._made = None if late else made
        self._say()
        self._said.setToolTip(wrapped(words.no_density(normed=made is not None and made.normed)))
        self._confusion = scene.confusion
        self._say_error()
        for button in (self._read, self.save):
            button.setEnabled(made is not None)

    def set_parts(self, fit: Fit, *, projector: bool) -> None:
        """Take the sizes of a layout, and show what it has room for.

        Args:
            fit: The layout.
            projector: Whether a class looks on: there are no buttons, and what is said is said shortly.
        """
        self._pixel, self._wide, self._terse = fit.pixel, fit.picture, projector
        self._under.setVisible("legend" in fit.parts)
        read = "reader" in fit.parts or "reader" in fit.choices
        self._read.setVisible(read)  # or nobody would see what is read
        self.save.setVisible(fit.picture >= _BOTH or not read)
        self._acts.setVisible("acts" in fit.parts)
        self._said.setVisible("said" in fit.parts)
        self._said.setWordWrap(not projector)
        self._figure.setVisible("figure" in fit.parts and "lower" not in fit.parts)
        self._compared = "paper" in fit.parts
        self._say_error()
        self._say()
        self._restyle()

    def _say_error(self) -> None:
        self._figure.setText(words.error(self._confusion, paper=self._compared))

    def _point(self, index: int | None) -> None:
        self._rests = index
        self._say()

    def _say(self) -> None:
        """Say what the pixel under the pointer is, or what Q and D make of the picture, and of greys."""
        made, at, line, read, brief = self._made, self._rests, "", "", ""
        if made is not None:
            line = words.verdict(made, terse=self._terse)
            if at is not None and self._said.isVisibleTo(self):
                line = words.pixel(made.ink, at)
            elif at is not None and self._under.isVisibleTo(self):
                read = words.pixel(made.ink, at)
            elif at is not None:
                brief = words.pixel(made.ink, at, terse=True)
        self._said.setText(line)
        self.picture.setToolTip(wrapped(self._unseen()))
        self._reading.setText(read)
        self._under.setCurrentWidget(self._reading if read else self._legend)
        self._brief.setText(brief)
        self._brief.setVisible(bool(brief))
        self._about.setVisible(not brief)

    def _unseen(self) -> str:
        """Return what Q and D make of the picture, where there is no room to say it below."""
        if self._made is None or not self._said.isHidden():
            return ""
        return f"{words.verdict(self._made)}\n{words.no_density(normed=self._made.normed)}"

    def _arrange(self) -> None:
        self._top = QWidget()
        self._head = QHBoxLayout(self._top)
        self._head.setContentsMargins(0, 0, 0, 0)
        self._head.addWidget(label("label", self.tr("Generated picture")))
        self._about, self._brief = FormulaLabel("info_g"), label("caption")
        self._head.addWidget(self._about)
        self._head.addWidget(self._brief)
        self._head.addStretch(1)
        self._under, self._reading = QStackedWidget(), label("caption")
        self._under.addWidget(self._legend)
        self._under.addWidget(self._reading)
        self._under.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._acts = QWidget()
        self._row = QHBoxLayout(self._acts)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._read)
        self._row.addWidget(self.save)
        self._row.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for widget in (self._top, self.picture, self._under, self._acts, self._said, self._figure):
            self._column.addWidget(widget)
        self._column.addStretch(1)

    def _restyle(self) -> None:
        now = theme.current()
        self._column.setSpacing(now.px(8))
        self._head.setSpacing(now.px(8))
        self._row.setSpacing(now.px(4))
        set_head(self._top, self._head, 8)
        side = self.picture.size_for(self._pixel)
        self.picture.setFixedSize(side)
        self._legend.setFixedWidth(side.width())
        self.setFixedWidth(max(side.width(), now.px(self._wide)))


def _wrapped() -> QLabel:
    made = label("caption")
    made.setWordWrap(True)
    made.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
    return made


def _failure(first: str, sentence: str | None) -> tuple[str | None, str]:
    return (None, "") if sentence is None else (first, sentence)
