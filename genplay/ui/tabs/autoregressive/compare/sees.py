"""What a pixel may see under each compared model, in words: the left column's foot in projector mode."""

from typing import NamedTuple

from PySide6.QtGui import QResizeEvent

from genplay.families.autoregressive import ANY_ORDER, BOUNDED, MOST, PIXELS, AutoregressiveState
from genplay.families.autoregressive.models import LOOKS_BACK
from genplay.ui import text, theme
from genplay.ui.tabs.autoregressive import words
from genplay.ui.tabs.autoregressive.compare.scene import Compared
from genplay.ui.translation import translate
from genplay.ui.widgets.dressed import Dressed
from genplay.ui.widgets.words import label, size_of

_BESIDE, _APART, _LINE = 12, 6, 2  # px at 100 %: beside the names, above a model, between lines
_TOO_HIGH = 16777215  # more than there ever is


class Sees(Dressed):
    """A heading, where the pixel in focus is, and a sentence a model: beside its name, or below it.

    Its lines stand as far from each other whichever pixel is in focus: nothing moves with the pointer.
    """

    def __init__(self) -> None:
        super().__init__()
        self._title, self._place = label("label"), label("body")
        self._names = [label("label") for _ in range(MOST)]
        self._said = [label("body") for _ in range(MOST)]
        for widget in (self._title, self._place, *self._names, *self._said):
            widget.setParent(self)
        self._told, self._any = Told(), (Told(),)
        self._terse = False

    def show_compared(self, compared: Compared) -> None:
        """Show what the models may see of the drawing, at the pixel in focus or at any."""
        state, pixel = compared.state, compared.focus
        self._told = told(compared, pixel)
        self._any = self._told, told(compared, None), told(compared, PIXELS - 1)
        for at, name in enumerate(self._names):
            known = at < len(state.compared)
            name.setText(words.model_name(state.compared[at], state) if known else "")
            for widget in (name, self._said[at]):
                widget.setVisible(known)
        self._fit()

    def set_terse(self, terse: bool) -> None:
        """Leave out where the pixel is, or say it."""
        self._terse = terse
        self._fit()

    def height_for(self, width: int, *, terse: bool) -> int:
        """Return the height that it needs at a width, or a great deal where the words would be cut."""
        if self._least(terse=terse) > width:
            return _TOO_HIGH
        return self._top(len(self._told.sentences), width, terse=terse)

    def _top(self, at: int, width: int, *, terse: bool) -> int:
        """Return where a model's lines begin."""
        now = theme.current()
        line, head = size_of("body").height() + now.px(_LINE), size_of("label").height()
        each = head + now.px(_APART) + line * (not self._fits_beside(width))
        return head + line * (not terse) + at * each

    def _least(self, *, terse: bool) -> int:
        """Return the width of the longest that must be said."""
        heads = [name.text() for name in self._names] + [any_.titles[-1] for any_ in self._any]
        said = [sentence[-1] for any_ in self._any for sentence in any_.sentences]
        said += [any_.place for any_ in self._any] * (not terse)
        widths = [size_of("label", head).width() for head in heads]
        return max(*widths, *(size_of("body", words).width() for words in said))

    def _fits_beside(self, width: int) -> bool:
        said = [sentence[0] for any_ in self._any for sentence in any_.sentences]
        longest = max((size_of("body", words).width() for words in said), default=0)
        return self._beside() + longest <= width

    def _beside(self) -> int:
        names = max(size_of("label", name.text()).width() for name in self._names)
        return names + theme.current().px(_BESIDE)

    def _fit(self) -> None:
        """Say the longest that is not cut, the sentences beside the names if they fit there."""
        now, room, beside = theme.current(), self.width(), self._fits_beside(self.width())
        head, line = size_of("label").height(), size_of("body").height()
        self._title.setText(_longest(self._told.titles, "label", room))
        self._title.setGeometry(0, 0, room, head)
        self._place.setText(self._told.place)
        self._place.setVisible(not self._terse)
        self._place.setGeometry(0, head + now.px(_LINE), room, line)
        left = self._beside() if beside else 0
        for at, sentence in enumerate(self._told.sentences):
            top = self._top(at, room, terse=self._terse) + now.px(_APART)
            below = top + head - line if beside else top + head + now.px(_LINE)
            self._names[at].setGeometry(0, top, left - now.px(_BESIDE) if beside else room, head)
            self._said[at].setText(_longest(sentence, "body", room - left))
            self._said[at].setGeometry(left, below, room - left, line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the new width."""
        super().resizeEvent(event)
        self._fit()

    def _restyle(self) -> None:
        """Follow theme and scale."""
        self._fit()


class Told(NamedTuple):
    """What is said: each title and each model's sentence at length, and then shorter."""

    titles: tuple[str, ...] = ("",)
    place: str = ""
    sentences: tuple[tuple[str, ...], ...] = ()


def told(compared: Compared, pixel: int | None) -> Told:
    """Return what is said of a pixel, or of any."""
    state = compared.state
    places = [None if pixel is None else compared.place(model, pixel) for model in state.compared]
    sentences = tuple(may_see(model, state, at) for model, at in zip(state.compared, places, strict=True))
    if pixel is None:
        title = translate("autoregressive", "What a pixel may see")
        return Told((title,), translate("autoregressive", "Point at one to see it in the maps"), sentences)
    titles = (
        translate("autoregressive", "What pixel {number} may see"),
        translate("autoregressive", "Pixel {number} may see"),
    )
    place = translate("autoregressive", "{place}: {value}").format(
        place=words.place(pixel), value=words.value(bool(state.drawing.flat()[pixel]))
    )
    return Told(tuple(title.format(number=text.count(pixel + 1)) for title in titles), place, sentences)


def _longest(told: tuple[str, ...], role: str, room: int) -> str:
    return next((said for said in told if size_of(role, said).width() <= room), told[-1])


def may_see(model: str, state: AutoregressiveState, place: int | None) -> tuple[str, ...]:
    """Return which pixels a model's conditional may depend on, at length and then shorter.

    Args:
        model: Its name.
        state: How it reads.
        place: How many pixels it reads before that of which is spoken; None for any pixel.
    """
    if model in BOUNDED:
        return (
            translate("autoregressive", "none: it bounds the whole picture"),
            translate("autoregressive", "none"),
        )
    if place == 0:
        return (
            translate("autoregressive", "nothing: it is the first"),
            translate("autoregressive", "nothing"),
        )
    back = LOOKS_BACK.get(model, state.reach_of(model))
    if back is not None:
        seen = back if place is None else min(back, place)
        if seen == 1:
            return (translate("autoregressive", "the pixel before it"),)
        return (translate("autoregressive", "the {count} pixels before it").format(count=seen),)
    if model == "row_lstm":
        long = translate("autoregressive", "a triangle above it, a few at its left")
        return long, translate("autoregressive", "a triangle above it")
    count = "" if place is None else text.count(place)
    return tuple(said.format(count=count) for said in _all(model, known=place is not None))


def _all(model: str, *, known: bool) -> tuple[str, ...]:
    if model in ANY_ORDER:
        if known:
            long = translate("autoregressive", "all {count} before it in its order")
            return long, translate("autoregressive", "all {count} before it")
        return (
            translate("autoregressive", "all before it in its order"),
            translate("autoregressive", "all before it"),
        )
    if model == "diagonal_bilstm":  # one of the row above may be hidden from it
        if known:
            return (translate("autoregressive", "nearly all {count} before it"),)
        return (
            translate("autoregressive", "nearly all pixels before it"),
            translate("autoregressive", "nearly all before it"),
        )
    if known:
        return (translate("autoregressive", "all {count} before it"),)
    return (
        translate("autoregressive", "all pixels before it"),
        translate("autoregressive", "all before it"),
    )
