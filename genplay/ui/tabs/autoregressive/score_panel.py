"""The right column: the one big number, where it stands among the test digits, and the completions."""

from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from genplay.families.autoregressive import Conditionals, note
from genplay.ui import icons, text, theme
from genplay.ui.pace import Pace
from genplay.ui.tabs.autoregressive import words
from genplay.ui.tabs.autoregressive.scene import Scene
from genplay.ui.tabs.autoregressive.score_column import UNKNOWN, ScoreColumn
from genplay.ui.translation import sentence
from genplay.ui.widgets.buttons import Button
from genplay.ui.widgets.histogram import Histogram
from genplay.ui.widgets.words import label


class ScorePanel(ScoreColumn):
    """What the drawing scores."""

    flip_ended = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._extent = label("body")
        self._among = _Among()
        self._end = Button(self.tr("End comparison"))
        head = self._title, self._formula, self._extent
        self._arrange(head, (self._rows, self._end, self._among, self._completions))
        self._end.clicked.connect(self.flip_ended)
        self._restyle()

    def show_scene(self, scene: Scene) -> None:
        """Show score, comparison or sum so far."""
        state = scene.state
        asked = (state.flip, state.sample_from, state.seed, state.temperature, state.region, state.orders)
        seen = (scene.visible, scene.summed)
        if self._memo.changed(scene.result, scene.comparison, scene.averaged, scene.samples, seen, asked):
            self._show_all(scene)

    def _show_all(self, scene: Scene) -> None:
        if scene.comparison is not None and not scene.walking:
            self._show_flip(scene)
        elif scene.walking:
            self._show_walk(scene)
        else:
            self._show_score(scene)
        self._end.setVisible(scene.state.flip is not None)
        sampling = scene.state.sample_from is not None
        self._completions.setVisible(sampling)
        self.show_samples(scene)
        self._among.setVisible(not sampling and scene.state.flip is None and not scene.walking)
        self._among.show_result(scene.result)

    def set_room(self, width: int, height: int) -> None:
        """Take this width; in this height, the histogram leaves where it does not fit above the note."""
        self.setFixedWidth(width)
        above = (
            self._title.sizeHint().height() + self._hero.sizeHint().height() + self._rows.sizeHint().height()
        )
        self._among.set_room(width, height - above - 3 * self._column.spacing())

    def show_samples(self, scene: Scene) -> None:
        """Show the samples alone."""
        state, samples = scene.state, scene.samples
        warning, region = words.sampling_warning(state), any(state.region.bits)
        self._completions.show_asked(state.sample_from, state.seed, warning, region=region)
        self._completions.show_samples(samples, None if samples is None else samples.ranks)

    def _show_score(self, scene: Scene) -> None:
        result, average = scene.result, words.average(scene)
        self._head(self.tr("Density score"), "", text.nats(result.log_prob) if result else UNKNOWN)
        self._rows.set_rows(
            [
                (None, self.tr("Bits per pixel"), text.bits(result.bits_per_pixel) if result else UNKNOWN),
                (
                    None,
                    self.tr("Percentile among test digits"),
                    words.rank(result.percentile if result else None),
                ),
                *([] if average is None else [(None, *average)]),
            ]
        )

    def _show_walk(self, scene: Scene) -> None:
        result, read = scene.result, scene.summed
        total = text.nats(float(result.running[read])) if result else UNKNOWN
        last = result.order[read - 1] if result and read == scene.visible > 0 else None
        term = text.nats(-float(result.surprises[last])) if result and last is not None else UNKNOWN
        extent = self.tr("of {count} pixels").format(count=text.count(read))
        self._head(self.tr("Score so far"), extent, total)
        self._rows.set_rows(
            [
                (None, self.tr("This pixel"), term),
                (None, self.tr("Still to read"), words.still_to_read(scene)),
            ]
        )

    def _show_flip(self, scene: Scene) -> None:
        comparison = scene.comparison
        assert comparison is not None
        was_ink = bool(comparison.before.drawing.flat()[comparison.pixel])
        question = self.tr("What if pixel {number} were {value}?").format(
            number=text.count(scene.place(comparison.pixel) + 1), value=words.value(not was_ink)
        )
        self._head(question, "", words.signed(float(comparison.gained.sum())))
        self._rows.set_rows([(None, name, value) for name, value in words.what_if(comparison)])

    def _head(self, title: str, extent: str, number: str) -> None:
        self._show_number(title, number)
        self._extent.setText(extent)
        self._formula.setVisible(not extent and title == self.tr("Density score"))


class _Among(QWidget):
    """The test digits' histogram with this drawing marked on it, and what must be said about it."""

    def __init__(self) -> None:
        super().__init__()
        self._pace = Pace(self)
        self._histogram = Histogram()
        self._caption = label("caption")
        self._caption.setWordWrap(True)
        self._figure = label("caption")
        self._figure.setWordWrap(True)
        self._figures: tuple[str, ...] = ()  # the same at several lengths
        self._note = Note()
        self._room = QSize()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for widget in (self._histogram, self._caption, self._figure, self._note):
            self._column.addWidget(widget)

    def set_room(self, width: int, height: int) -> None:
        """Have room for everything, or for the note instead of the histogram."""
        self._room = QSize(width, height)
        self._show_histogram()

    def _needed(self, width: int, *more: QWidget) -> int:
        """Return the height that histogram, caption, note and what else is named take."""
        words = [self._caption, *([] if self._note.isHidden() else [self._note]), *more]
        spacing = len(words) * self._column.spacing()
        return self._histogram.sizeHint().height() + sum(w.heightForWidth(width) for w in words) + spacing

    def _show_histogram(self) -> None:
        width, height = self._room.toTuple()
        shown = self._note.isHidden() or self._needed(width) <= height
        self._histogram.setVisible(shown)
        self._caption.setVisible(shown)
        self._figure.setVisible(shown and self._tell_figure(width, height))

    def _tell_figure(self, width: int, height: int) -> bool:
        """Say how good the model is on average, at the length that there is room for, if for any."""
        for said in self._figures:
            self._figure.setText(said)
            if said and self._needed(width, self._figure) <= height:
                return True
        return False

    def show_result(self, result: Conditionals | None) -> None:
        """Mark a result, or none."""
        if result is None:  # numbers that are no longer true do not wait
            self._pace.drop()
            self._show_now(None)
        else:
            self._pace.call(partial(self._show_now, result))

    def _show_now(self, result: Conditionals | None) -> None:
        reference = result.reference if result else None
        if result is None or reference is None:
            self._histogram.set_mark(None)
            self._note.set_text("")
            self._show_histogram()
            return
        self._histogram.set_data(reference.counts, reference.edges)
        self._histogram.set_mark(result.log_prob)
        self._caption.setText(
            self.tr("{count} test digits, thresholded as your drawing is, in nats").format(
                count=text.count(len(reference.scores))
            )
        )
        self._figures = (words.measured(result), words.briefly(result))
        self._figure.setToolTip(self._figures[0])
        said = note(result)
        self._note.set_text(sentence(said) if said else "")
        self._show_histogram()


class Note(QFrame):
    """A sentence in a tinted box, with an icon; hidden without one."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("strip")
        self._icon = QLabel()
        self._text = label("note")
        self._text.setWordWrap(True)
        row = QHBoxLayout(self)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        self.set_text("")

    def set_text(self, said: str) -> None:
        """Say something, or nothing."""
        self._text.setText(said)
        self._restyle()
        self.setVisible(bool(said))

    def _restyle(self) -> None:
        now = theme.current()
        self._icon.setPixmap(icons.pixmap("info", now.px(16), now.tokens.text2, self.devicePixelRatioF()))

    def changeEvent(self, event: QEvent) -> None:
        """Follow theme and scale."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._restyle()
