"""Everything below the header: formula, four columns, ledger, transport; knows no gesture."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from genplay.families.base import Bits
from genplay.families.infogan import NAMES, PLAIN
from genplay.ui import theme
from genplay.ui.tabs.fitted import FittedPage
from genplay.ui.tabs.infogan import fitting, formulas, motion, words
from genplay.ui.tabs.infogan.codes_panel import CodesPanel
from genplay.ui.tabs.infogan.confusion_panel import ConfusionPanel
from genplay.ui.tabs.infogan.facts_panel import FactsPanel
from genplay.ui.tabs.infogan.fit import Fit, Place
from genplay.ui.tabs.infogan.ledger_panel import LedgerPanel
from genplay.ui.tabs.infogan.note import NoteStrip
from genplay.ui.tabs.infogan.picture_panel import PicturePanel
from genplay.ui.tabs.infogan.reader_panel import ReaderPanel
from genplay.ui.tabs.infogan.scene import Scene
from genplay.ui.tabs.infogan.wall_panel import WallPanel
from genplay.ui.tabs.memo import Memo
from genplay.ui.translation import translate
from genplay.ui.widgets.buttons import Button
from genplay.ui.widgets.formula import FormulaStrip
from genplay.ui.widgets.hairline import Hairline
from genplay.ui.widgets.segmented import Segmented
from genplay.ui.widgets.transport import Transport
from genplay.ui.widgets.words import label, wrapped

_HEAD_GAP = 8  # px at 100 %, between what is in a column's head


class InfoGanView(FittedPage):
    """Shows a scene.

    Args:
        examples: (name, grey levels (28, 28)) pairs to read.
    """

    def __init__(self, examples: Sequence[tuple[str, Bits]]) -> None:
        super().__init__()
        self.formula = FormulaStrip()
        self.codes, self.picture, self.wall = CodesPanel(), PicturePanel(), WallPanel()
        self.reader = ReaderPanel(examples)
        self.ledger, self.confusion, self.facts = LedgerPanel(), ConfusionPanel(), FactsPanel()
        self.note = NoteStrip(self._noted(plain=False))
        self.transport = Transport()
        self.sweeps = Segmented(small=True)
        self.sweeps.setAccessibleName(self.tr("Which code is swept"))
        self.sweeps.set_choices([("c1", "c₁"), ("c2", "c₂"), ("c3", "c₃")])
        self.save_animation = Button(self.tr("Save animation"), icon="export")
        self._sweep_label = label("body", self.tr("Sweep"))
        self.choice = Segmented(small=True)
        self.choice.setAccessibleName(self.tr("What is shown at the right"))
        self._projector = False
        self._place: Place = "wall"
        self._layout: Fit | None = None
        self._fitted, self._game, self._chosen, self._beside = Memo(), Memo(), Memo(), Memo()
        self._arrange()
        self.choice.chosen.connect(self._choose)
        self.picture.read_pressed.connect(lambda: self._choose("reader"))
        self._restyle()

    def show_scene(self, scene: Scene, *, playing: bool) -> None:
        """Show everything."""
        state = scene.state
        if self._game.changed(state.model):
            self.formula.set_layout(formulas.layout(state.model))
            self.note.set_words(self._noted(plain=state.model == PLAIN))
            self.formula.set_title(translate("families", NAMES[state.model]))
        self.formula.set_values(formulas.values(scene))
        normed = scene.made is not None and scene.made.normed
        self.formula.setToolTip(wrapped(words.normalised()) if normed else "")
        panels = (self.codes, self.picture, self.wall, self.reader, self.ledger, self.confusion)
        for panel in panels:
            panel.show_scene(scene)
        if self._layout is not None and self._beside.changed(self.reader.beside()):
            self._name_choices(self._layout)
        self.sweeps.set_current(state.swept)
        counted = self.tr("digit") if scene.digits else self.tr("category")
        self.transport.set_noun(counted if state.swept == "c1" else self.tr("frame"))
        self.transport.set_position(motion.cursor(state, scene.order), motion.length(state))
        self.transport.set_speed(state.speed)
        self.transport.set_playing(playing)

    def set_projector(self, on: bool) -> None:
        """Show what a class in the last row can read, or everything."""
        self._projector = on
        self._fit()

    def _choose(self, place: Place) -> None:
        """Show the wall, the reader or the facts, where they share a place."""
        self._place = place
        self._fit()

    def _names(self) -> Sequence[dict[Place, str]]:
        """Return what the places are called, the longest names first."""
        codes, reader, facts = self.tr("Codes"), self.tr("Reader"), self.tr("Information")
        return (
            {"wall": self.tr("Every code"), "reader": self.tr("Read a drawing"), "facts": facts},
            {"wall": codes, "reader": reader, "facts": facts},
            {"wall": codes, "reader": reader, "facts": self.tr("Info")},
        )

    def _noted(self, *, plain: bool) -> str:
        if plain:
            return self.tr(
                "Nothing asked this GAN to keep its codes apart: they mean nothing. "
                "Its Q learned from features of D that it did not shape."
            )
        return self.tr(
            "Training saw no label. Beyond the paper, Q must agree on two views of a digit. "
            "Even noise is a digit to it."
        )

    def _arrange(self) -> None:
        self.transport.set_offered(slow=False, scrubber=True)
        for widget in (self._sweep_label, self.sweeps, self.save_animation):
            self.transport.add_right(widget)
        self._columns, self._below = QHBoxLayout(), QHBoxLayout()
        for panel in (self.codes, self.picture, self.wall, self.reader, self.facts):
            self._columns.addWidget(panel)
            if panel is self.picture:
                self._columns.addStretch(1)  # the wall stands above what is below it, from the right
        self._lower, self._rule = QWidget(), Hairline()
        self._lower.setLayout(self._below)
        self._below.setContentsMargins(0, 0, 0, 0)
        self._below.addWidget(self.note, 0, Qt.AlignmentFlag.AlignTop)
        self._below.insertWidget(0, self.ledger, 1)
        self._below.insertWidget(1, self.confusion)
        self._page = QVBoxLayout(self)
        self._page.setContentsMargins(0, 0, 0, 0)
        self._page.addWidget(self.formula)
        self._page.addLayout(self._columns, 1)
        for widget in (self._rule, self._lower, self.transport):
            self._page.addWidget(widget)

    def _fit_once(self) -> None:
        """Show what there is room for, and let the pictures grow."""
        now = theme.current()
        width, height = self.width() / now.scale, self.height() / now.scale
        dots = now.scale * self.devicePixelRatioF()
        fit = fitting.fit(width, height, projector=self._projector, place=self._place, dots=dots)
        if self._fitted.changed(fit, now, self._projector):
            self._layout = fit
            self._show_parts(fit)
            self._size(fit)
        self._fit_transport()

    def _show_parts(self, fit: Fit) -> None:
        shown: dict[str, Sequence[QWidget]] = {
            "formula": (self.formula,),
            "codes": (self.codes,),
            "wall": (self.wall,),
            "reader": (self.reader,),
            "facts": (self.facts,),
            "lower": (self._rule, self._lower),
            "note": (self.note,),
        }
        for part, widgets in shown.items():
            for widget in widgets:
                widget.setVisible(part in fit.parts)
        self._show_choices(fit)
        self._seat(facts="facts" in fit.parts)
        self.codes.set_parts(fit)
        self.picture.set_parts(fit, projector=self._projector)
        self.wall.set_caption(on="caption" in fit.parts)

    def _show_choices(self, fit: Fit) -> None:
        """Have the switch above what it chooses."""
        focused = any(piece.hasFocus() for piece in self.choice.findChildren(QPushButton))
        changed = self._chosen.changed(fit.choices)
        if changed:
            self.choice.set_choices([(place, "") for place in fit.choices])
            self.choice.set_tips({place: self._names()[0][place] for place in fit.choices})
            for piece in self._pieces(fit):
                piece.show()  # or the switch would not count it
        panels = {"wall": self.wall, "reader": self.reader, "facts": self.facts}
        shown = next((place for place in fit.choices if place in fit.parts), None)
        for place, panel in panels.items():
            panel.host(self.choice if place == shown else None)
        self.choice.setVisible(shown is not None)
        if shown is None:
            return
        if changed:
            self._order(self.picture.save if "wall" in fit.choices else self.wall.wall, self._pieces(fit))
        self.choice.set_current(shown)
        self._name_choices(fit)
        if focused:  # which is lost where the switch moves to another panel
            self._pieces(fit)[fit.choices.index(shown)].setFocus(Qt.FocusReason.OtherFocusReason)

    def _name_choices(self, fit: Fit) -> None:
        """Call the choices by the longest names that have room."""
        beside = self.wall.axes.sizeHint().width() if "wall" in fit.choices else 0
        now, beside = theme.current(), max(beside, self.reader.beside())
        room = now.px(fit.reader or fit.wall) - beside - now.px(_HEAD_GAP)
        for names in self._names():
            self.choice.set_words({place: names[place] for place in fit.choices})
            if self.choice.sizeHint().width() <= room:
                break

    def _pieces(self, fit: Fit) -> list[QPushButton]:
        """Return the pieces of the switch; those that were before it may still be its children."""
        return self.choice.findChildren(QPushButton)[-len(fit.choices) :]

    @staticmethod
    def _order(last: QWidget, pieces: Sequence[QWidget]) -> None:
        """Have Tab come to the pieces of the switch, which are made late, after what stands before them."""
        for piece in pieces:
            QWidget.setTabOrder(last, piece)
            last = piece

    def _seat(self, *, facts: bool) -> None:
        """Have ledger and map at the right, or below the columns."""
        if facts:
            self.facts.take(self.ledger, self.confusion)
        elif self._below.indexOf(self.ledger) < 0:
            self._below.insertWidget(0, self.ledger, 1)
            self._below.insertWidget(1, self.confusion)

    def _size(self, fit: Fit) -> None:
        now = theme.current()
        self._columns.setSpacing(now.px(fit.gap))
        self._below.setSpacing(now.px(fit.between))
        self.wall.setFixedWidth(now.px(fit.wall or 1))
        self.reader.setFixedWidth(now.px(fit.reader or 1))
        self.reader.set_parts(fit.canvas, strip=fit.strip, small=fit.small, abreast=fit.abreast)
        self._lower.setFixedHeight(now.px(fit.lower or 1))
        self.facts.setFixedWidth(now.px(fit.reader or 1))
        self.confusion.setFixedWidth(now.px(fit.reader if "facts" in fit.parts else fit.table))
        self.note.setFixedWidth(now.px(fit.note))
        self.ledger.set_stacked("facts" in fit.parts)
        self.confusion.set_stacked("facts" in fit.parts and fit.stacked)
        self.confusion.set_pixel(fit.cell)
        self.confusion.set_reading(on="reading" in fit.parts)

    def _fit_transport(self) -> None:
        """Say in fewer words, or leave out, what has no room in the transport: all of it is in the menus."""
        self.transport.set_roomy(True)
        self.transport.set_terse(False)
        for widget in (self._sweep_label, self.sweeps, self.save_animation):
            widget.show()
        self.save_animation.set_words(self.tr("Save animation"))
        for leave in (
            lambda: self.save_animation.set_words(""),
            self._sweep_label.hide,
            lambda: self.transport.set_terse(True),
            lambda: self.transport.set_roomy(False),
            self.save_animation.hide,
            self.sweeps.hide,
        ):
            if self.transport.needed() <= self.width():
                return
            leave()

    def _restyle(self) -> None:
        self._page.setSpacing(theme.current().px(fitting.SPACING))
        self._fit()
