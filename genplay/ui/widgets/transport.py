"""The strip that moves through time: reset, play, step, step back, speed, slow, scrubber, counter."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSpacerItem, QWidget

from genplay.ui import text, theme
from genplay.ui.widgets.buttons import IconButton
from genplay.ui.widgets.dressed import Dressed
from genplay.ui.widgets.toggle import Toggle
from genplay.ui.widgets.track import Track

SPEEDS = (1, 4, 15, 30, 120, None)
"""Steps a second by the index of a speed; None for all at once."""

_HEIGHT, _PROJECTED_HEIGHT, _SPEED_WIDTH = 44, 36, 72
_GAPS = (0, 4, 4, 2, 12, 9, 10, 18, 15)  # before each of the strip's own widgets
_BEFORE_GROUP, _BEFORE_FIELD, _BEFORE_ACT = (
    14,
    9,
    8,
)  # before what is added; a field comes closer to its label


class Transport(Dressed):
    """The transport strip, 44 high.

    Its signals report gestures; what they do to time is for others to decide and to show by the setters.
    """

    reset_pressed = Signal()
    play_toggled = Signal(bool)
    step_pressed = Signal()
    step_back_pressed = Signal()
    speed_chosen = Signal(int)
    slow_toggled = Signal(bool)
    scrubbed = Signal(int)
    scrub_ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("strip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._playing = False
        self._roomy, self._terse = True, False
        self._slows = self._scrubs = True
        self._fastest = self.tr("all"), self.tr("All at once")
        self._phases: Sequence[float] = ()
        self._noun = self.tr("step")
        self._position, self._length = 0, 0
        self._make_buttons()
        self._make_tracks()
        self._connect()
        self._lay_out()
        self.set_playing(False)
        self.set_speed(3)
        self._restyle()

    def set_playing(self, playing: bool) -> None:
        """Show whether time runs."""
        self._playing = playing
        self._play.set_icon("pause" if playing else "play", "on_accent")
        self._play.set_text(self.tr("Pause") if playing else self.tr("Play"))

    def set_position(self, position: int, length: int) -> None:
        """Show that ``position`` of ``length`` steps are done."""
        widen = length != self._length
        self._position, self._length = position, length
        self._scrubber.setRange(0, length)
        self._scrubber.setValue(position)
        if widen:
            self._restyle()
        self._count()

    def set_speed(self, index: int) -> None:
        """Show which of ``SPEEDS`` is chosen."""
        self._speed.setValue(index)
        self._tell_speed()

    def set_slow(self, slow: bool) -> None:
        """Show whether each phase is named as it happens."""
        self._slow.setChecked(slow)
        self._tell_speed()

    def set_noun(self, noun: str) -> None:
        """Say what is counted: "pixel", "step"; translated."""
        self._noun = noun
        self._restyle()

    def set_roomy(self, roomy: bool) -> None:
        """Show everything, or leave out what a narrow window has no room for."""
        self._roomy = roomy
        self._restyle()

    def set_offered(self, *, slow: bool, scrubber: bool) -> None:
        """Offer the slow motion and the scrubber, or leave out what time there has no use for."""
        self._slows, self._scrubs = slow, scrubber
        self._restyle()

    def set_fastest(self, word: str, tip: str) -> None:
        """Say what the last speed is, where it is not all at once: in a word, and in the tooltip."""
        self._fastest = word, tip
        self._restyle()
        self._tell_speed()

    def set_phases(self, rates: Sequence[float]) -> None:
        """Say how many phases a second each of ``SPEEDS`` is in slow motion, if not as many as steps."""
        self._phases = rates
        self._restyle()
        self._tell_speed()

    def set_terse(self, terse: bool) -> None:
        """Leave out what is counted, too, or say it."""
        self._terse = terse
        self._restyle()

    def needed(self) -> int:
        """Return the width below which something would be cut."""
        self._row.invalidate()
        return self._row.minimumSize().width()

    def add_right(self, widget: QWidget) -> None:
        """Add a widget at the right end: seed, temperature, the main action."""
        self._gaps.append((QSpacerItem(0, 0), _BEFORE_FIELD if self._labelled else _BEFORE_GROUP))
        self._row.addItem(self._gaps[-1][0])
        self._row.addWidget(widget)
        self._labelled = isinstance(widget, QLabel)
        self._restyle()

    def add_acts(self, *widgets: QWidget) -> None:
        """Add buttons that take steps of another kind, after the speed."""
        at = self._row.indexOf(self._slow) - 1  # before the space that precedes it
        for widget in widgets:
            gap = QSpacerItem(0, 0)
            self._gaps.append((gap, _BEFORE_ACT))
            self._row.insertItem(at, gap)
            self._row.insertWidget(at + 1, widget)
            at += 2
        self._restyle()

    def _make_buttons(self) -> None:
        self._reset = IconButton("reset", self.tr("Back to the start"))
        self._play = IconButton("play", self.tr("Play"), width=34)
        self._play.setProperty("kind", "play")
        self._step = IconButton("step", self.tr("Step"))
        self._step_back = IconButton("step-back", self.tr("Step back"))
        self._slow = Toggle(self.tr("Slow"))
        self._slow.setToolTip(self.tr("Name each phase as it happens"))

    def _make_tracks(self) -> None:
        self._speed = Track()
        self._speed.setAccessibleName(self.tr("Speed"))
        self._speed.setRange(0, len(SPEEDS) - 1)
        self._speed.setPageStep(1)
        self._speed_text = QLabel()
        self._speed_text.setProperty("role", "body")
        self._scrubber = Track()
        self._scrubber.setAccessibleName(self.tr("Position"))
        self._scrubber.setToolTip(self.tr("Position"))
        self._counter = QLabel()
        self._counter.setTextFormat(Qt.TextFormat.RichText)

    def _connect(self) -> None:
        self._reset.clicked.connect(self.reset_pressed)
        self._play.clicked.connect(self._toggle_play)
        self._step.clicked.connect(self.step_pressed)
        self._step_back.clicked.connect(self.step_back_pressed)
        self._speed.moved.connect(self._choose_speed)
        self._slow.clicked.connect(self.slow_toggled)
        self._scrubber.moved.connect(self._scrub)
        self._scrubber.settled.connect(self.scrub_ended)

    def _lay_out(self) -> None:
        self._row = QHBoxLayout(self)
        self._gaps: list[tuple[QSpacerItem, int]] = []
        self._labelled = False
        for gap, widget in zip(_GAPS, self._widgets(), strict=True):
            self._gaps.append((QSpacerItem(0, 0), gap))
            self._row.addItem(self._gaps[-1][0])
            self._row.addWidget(widget, int(widget is self._scrubber))

    def _widgets(self) -> list[QWidget]:
        buttons: list[QWidget] = [self._reset, self._play, self._step, self._step_back]
        return [*buttons, self._speed, self._speed_text, self._slow, self._scrubber, self._counter]

    @Slot()
    def _toggle_play(self) -> None:
        self.play_toggled.emit(not self._playing)

    @Slot(int)
    def _choose_speed(self, index: int) -> None:
        self._tell_speed()
        self.speed_chosen.emit(index)

    @Slot(int)
    def _scrub(self, position: int) -> None:
        self._position = position
        self._count()
        self.scrubbed.emit(position)

    def _tell_speed(self) -> None:
        if self._phases and self._slow.isChecked():
            rate = self._phases[self._speed.value()]
            self._speed_text.setText(_speed(self._fastest[0], rate))
            self._speed.setToolTip(self.tr("{count} phases a second").format(count=f"{rate:g}"))
            return
        steps = SPEEDS[self._speed.value()]
        self._speed_text.setText(_speed(self._fastest[0], steps))
        words = self.tr("{count} steps a second").format(count=steps) if steps else self._fastest[1]
        self._speed.setToolTip(words)

    def _count(self) -> None:
        self._counter.setText(self._counted(self._position))

    def _counted(self, position: int) -> str:
        tokens = theme.current().tokens
        noun = "" if self._terse or theme.current().projector else self._noun + " "
        number = f'<span style="color:{tokens.text}; font-weight:600">{text.count(position)}</span>'
        return f'<span style="color:{tokens.text2}">{noun}{number} / {text.count(self._length)}</span>'

    def _restyle(self) -> None:
        now = theme.current()
        self.setFixedHeight(now.px(_PROJECTED_HEIGHT if now.projector else _HEIGHT))
        self._row.setContentsMargins(now.px(8), 0, now.px(8), 0)
        self._row.setSpacing(0)
        for spacer, gap in self._gaps:
            spacer.changeSize(now.px(gap), 0)
        self._row.invalidate()
        self._speed.setFixedWidth(now.px(_SPEED_WIDTH))
        self._slow.setVisible(self._slows and self._roomy and not now.projector)
        self._scrubber.setVisible(self._scrubs)
        self._speed_text.setVisible(self._roomy or now.projector)
        label = QFontMetrics(now.font("body"))
        rates = [_speed(self._fastest[0], rate) for rate in (*SPEEDS, *self._phases)]
        widest = max(label.horizontalAdvance(rate) for rate in rates)
        self._speed_text.setFixedWidth(widest + now.px(4))
        self._counter.setMinimumWidth(self._counter_width())
        self._count()

    def _counter_width(self) -> int:
        # By the theme's font: the label's is still the old one when a new scale is announced.
        noun = "" if self._terse or theme.current().projector else self._noun + " "
        longest = f"{noun}{text.count(self._length)} / {text.count(self._length)}"
        return QFontMetrics(theme.current().font("label")).horizontalAdvance(longest)


def _speed(every: str, rate: float | None) -> str:
    return f"{rate:g}/s" if rate else every
