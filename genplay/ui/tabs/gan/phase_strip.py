"""The acts of a step in a row, the one in play lit, and beside them what happens in it."""

from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QSpacerItem, QWidget

from genplay.families.gan import Act, Phase, Player
from genplay.ui import theme
from genplay.ui.tabs.gan import captions
from genplay.ui.tabs.gan.scene import Scene
from genplay.ui.tabs.memo import Memo
from genplay.ui.widgets.dressed import Dressed
from genplay.ui.widgets.words import label, size_of

_TOKENS: dict[Player, str] = {"d": "blue", "g": "orange"}
_HIGH, _AROUND, _RADIUS, _SPACING, _GAP = 24, 7, 6, 2, 10  # px
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_CAPTION = 250  # px: the least that a caption needs


class PhaseStrip(Dressed):
    """Both players with their acts; ``phase_chosen`` is an index into the state's ``phases``."""

    phase_chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.caption = label("note")
        self.caption.setWordWrap(True)
        self.caption.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.caption.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        players = captions.players()
        self.names: dict[Player, _Name] = {player: _Name(player, players[player]) for player in players}
        self.acts: dict[tuple[Player, Act], _ActButton] = {
            (player, act): _ActButton(player, name)
            for player in self.names
            for act, name in captions.acts().items()
        }
        self._gaps = {player: QSpacerItem(0, 0) for player in self.names}
        self._phases: tuple[Phase, ...] = ()
        self._phase: Phase | None = None
        self._shown = Memo()
        self._arrange()
        self._restyle()

    def show_scene(self, scene: Scene) -> None:
        """Light the act in play, and say what happens."""
        self._phases, self._phase = scene.state.phases, scene.phase
        result = scene.result if scene.belongs else None
        if not self._shown.changed(scene.phase, scene.moved, result, scene.playing, scene.live.step):
            return
        for (player, act), button in self.acts.items():
            phase = scene.phase
            button.set_lit(phase is not None and (phase.player, phase.act) == (player, act))
            button.setEnabled(not scene.playing and any(p.player == player for p in self._phases))
        for player, name in self.names.items():
            name.set_quiet(scene.phase is not None and scene.phase.player != player)
        self.names["d"].set_counter(*captions.counter(scene))
        self.caption.setText(captions.caption(scene))
        self._fit()

    def _choose(self, player: Player, act: Act) -> None:
        """Choose an act of the move in play, or of the first such move."""
        here = self._phase.move if self._phase is not None else -1
        found = [
            place for place, phase in enumerate(self._phases) if (phase.player, phase.act) == (player, act)
        ]
        if found:
            same = [place for place in found if self._phases[place].move == here]
            self.phase_chosen.emit((same or found)[0])

    def _fit(self) -> None:
        """Where both players' acts leave no room for a caption, show those of the one whose turn it is."""
        both = self._needed(("d", "g")) + theme.current().px(_CAPTION) <= self.width()
        moving: Player = self._phase.player if self._phase is not None else "d"
        one = self._needed((moving,)) + theme.current().px(_CAPTION) <= self.width()
        for (player, _), button in self.acts.items():
            button.setVisible(both or (one and player == moving and self._phase is not None))
        for player, name in self.names.items():
            name.setVisible(both or player == moving or self._phase is None)

    def _needed(self, shown: tuple[Player, ...]) -> int:
        now = theme.current()
        widths = [self.names[player].sizeHint().width() + now.px(_GAP) for player in shown]
        widths += [b.sizeHint().width() + now.px(_SPACING) for (p, _), b in self.acts.items() if p in shown]
        return sum(widths)

    def _arrange(self) -> None:
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        for player, name in self.names.items():
            self._row.addWidget(name)
            for (other, act), button in self.acts.items():
                if other == player:
                    self._row.addWidget(button)
                    button.clicked.connect(partial(self._choose, player, act))
            self._row.addItem(self._gaps[player])
        self._row.addWidget(self.caption, 1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Ask for two lines of a caption: nothing moves when it is short."""
        now = theme.current()
        return QSize(now.px(900), max(2 * size_of("caption").height() + 1, now.px(_HIGH)))

    def minimumSizeHint(self) -> QSize:
        """Accept any width."""
        return QSize(0, self.sizeHint().height())

    def _restyle(self) -> None:
        now = theme.current()
        self._row.setSpacing(now.px(_SPACING))
        for gap in self._gaps.values():
            gap.changeSize(now.px(_GAP), 0, QSizePolicy.Policy.Fixed)
        self._row.invalidate()
        self.updateGeometry()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the new room."""
        super().resizeEvent(event)
        self._fit()


class _Name(QWidget):
    """A player's name, in its colour while it moves."""

    def __init__(self, player: Player, name: str) -> None:
        super().__init__()
        self._token, self._name, self._quiet = _TOKENS[player], name, False
        self._counter = self._widest = ""
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_counter(self, counter: str, widest: str) -> None:
        """Say which of several moves it is, in the room that the widest such words take."""
        self._counter, self._widest = counter, widest
        self.updateGeometry()
        self.update()

    def words(self) -> str:
        """Return the name, and which move it is."""
        return f"{self._name} {self._counter}".strip()

    def set_quiet(self, quiet: bool) -> None:
        """Show it pale, for it is the other's turn."""
        self._quiet = quiet
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the words and air at the right."""
        now = theme.current()
        return QSize(
            size_of("label", f"{self._name} {self._widest}".strip()).width() + now.px(_GAP), now.px(_HIGH)
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Write the name."""
        now = theme.current()
        with QPainter(self) as painter:
            painter.setFont(now.font("label"))
            painter.setPen(now.color("text3" if self._quiet else self._token))
            painter.drawText(self.rect(), _LEFT, self.words())


class _ActButton(QAbstractButton):
    """An act; the one in play is filled with its player's colour."""

    def __init__(self, player: Player, name: str) -> None:
        super().__init__()
        self._token, self._lit = _TOKENS[player], False
        self.setText(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def lit(self) -> bool:
        """Whether it is in play."""
        return self._lit

    def set_lit(self, lit: bool) -> None:
        """Show whether it is in play."""
        self._lit = lit
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the words in bold, so that nothing moves, and air around them."""
        now = theme.current()
        font = now.font("caption")
        font.setWeight(now.font("label").weight())
        return QSize(QFontMetrics(font).horizontalAdvance(self.text()) + 2 * now.px(_AROUND), now.px(_HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the words, on their player's colour when they are in play."""
        now, box = theme.current(), QRectF(self.rect())
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            font, ink = now.font("caption"), QColor(now.color("text2"))
            half = now.line("hairline") / 2
            painter.setPen(Qt.PenStyle.NoPen)
            if self._lit:
                font.setWeight(now.font("label").weight())
                ink = now.color("surface")
                painter.setBrush(now.color(self._token))
            elif self.underMouse() and self.isEnabled():
                painter.setBrush(now.color("sunken"))
            if self.hasFocus():
                painter.setPen(now.color("text"))
            painter.drawRoundedRect(box.adjusted(half, half, -half, -half), now.px(_RADIUS), now.px(_RADIUS))
            painter.setFont(font)
            painter.setPen(ink)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.text())
