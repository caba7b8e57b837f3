"""The legend of the playing field: what each mark means; a click shows or hides what it marks."""

from collections.abc import Mapping
from functools import partial

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from genplay.families.gan import SHOWN, Layer
from genplay.ui import theme
from genplay.ui.tabs.gan.relief import STRENGTH
from genplay.ui.tabs.gan.scene import Scene
from genplay.ui.tabs.training.scatter import paint_dots
from genplay.ui.theme import Theme
from genplay.ui.widgets.dressed import Dressed

_HEIGHT, _MARK, _GAP, _EDGE, _AIR = (
    24,
    12,
    6,
    4,
    4,
)  # px: a button, its mark, to its words, its ends, the least air
_OFF = 0.4  # opacity of the mark of what is hidden


class Layers(Dressed):
    """Buttons spread over a row; for want of room their words are short, or they are marks alone."""

    layer_toggled = Signal(str)
    """One of ``SHOWN`` is to be shown, or to be hidden if it is shown."""

    def __init__(self) -> None:
        super().__init__()
        self._names = self._named("D")
        self.buttons: Mapping[Layer, LayerButton] = {layer: LayerButton(layer, self) for layer in SHOWN}
        for layer, button in self.buttons.items():
            button.clicked.connect(partial(self.layer_toggled.emit, layer))
        self.setAccessibleName(self.tr("Shown on the playing field"))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._name()

    def show_scene(self, scene: Scene) -> None:
        """Show what is shown."""
        self._names = self._named("f" if scene.hyper.loss == "wasserstein" else "D")
        self._name()
        for layer, button in self.buttons.items():
            button.set_shown(layer in scene.state.layers)
        self._arrange()

    def _named(self, player: str) -> Mapping[Layer, tuple[str, str, str]]:
        """Return the words of each layer, in full and in short, and what it is, in a sentence."""
        return {
            "real": (self.tr("Real"), self.tr("Real"), self.tr("Points of the real distribution")),
            "fake": (
                self.tr("Fake"),
                self.tr("Fake"),
                self.tr("What the generator makes of noise that is always the same"),
            ),
            "surface": (
                self.tr("{player} surface").format(player=player),
                player,
                self.tr("What the discriminator says of every place: orange is fake, blue is real"),
            ),
            "manifold": (
                self.tr("G grid"),
                self.tr("G"),
                self.tr("An even grid over the noise, as the generator bends it"),
            ),
            "arrows": (
                self.tr("Gradients"),
                self.tr("Grad."),
                self.tr("Where a fake point would have to go to lower the generator’s loss"),
            ),
        }

    def _name(self) -> None:
        for layer, button in self.buttons.items():
            button.setAccessibleName(self._names[layer][0])
            button.setToolTip(self._names[layer][2])

    def _arrange(self) -> None:
        """Give the buttons the longest words that there is room for, and spread them."""
        air = theme.current().px(_AIR) * (len(SHOWN) - 1)
        for words in (0, 1, None):
            for layer, button in self.buttons.items():
                button.setText("" if words is None else self._names[layer][words])
            wide = [button.sizeHint().width() for button in self.buttons.values()]
            if sum(wide) + air <= self.width():
                break
        edge = theme.current().px(_EDGE)
        spare = max(self.width() + 2 * edge - sum(wide), 0) / (len(SHOWN) - 1)
        left = -float(edge)  # what is drawn ends with the picture above, not what can be clicked
        for button, width in zip(self.buttons.values(), wide, strict=True):
            button.setGeometry(QRect(round(left), 0, width, self.height()))
            left += width + spare

    def sizeHint(self) -> QSize:
        """Ask for a line."""
        return QSize(theme.current().px(300), theme.current().px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Accept any width."""
        return QSize(0, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Spread the buttons."""
        super().resizeEvent(event)
        self._arrange()

    def _restyle(self) -> None:
        """Follow the theme's scale."""
        self._arrange()
        self.updateGeometry()


class LayerButton(QAbstractButton):
    """A mark and its words; of what is hidden the mark is pale and the words are struck out."""

    def __init__(self, layer: Layer, parent: QWidget) -> None:
        super().__init__(parent)
        self._layer: Layer = layer
        self.setCheckable(True)
        self.setChecked(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def set_shown(self, shown: bool) -> None:
        """Show whether the layer is shown."""
        self.setChecked(shown)

    def nextCheckState(self) -> None:
        """Leave it to ``set_shown`` what is shown."""

    def sizeHint(self) -> QSize:
        """Ask for mark and words, and the ends that the focus ring needs."""
        now = theme.current()
        words = QFontMetrics(now.font("caption")).horizontalAdvance(self.text())
        return QSize(now.px(_MARK + 2 * _EDGE) + (now.px(_GAP) + words if words else 0), now.px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw mark, words and focus."""
        now, on = theme.current(), self.isChecked()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setOpacity(1.0 if on else _OFF)
            side = now.px(_MARK)
            _paint_mark(
                painter, QRectF(now.px(_EDGE), (self.height() - side) / 2, side, side), self._layer, now
            )
            painter.setOpacity(1.0)
            font = now.font("caption")
            font.setStrikeOut(not on)
            painter.setFont(font)
            painter.setPen(now.color("text2" if on else "text3"))
            room = self.rect().adjusted(now.px(_EDGE + _MARK + _GAP), 0, 0, 0)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
            if self.hasFocus():
                half = now.line("data") / 2
                painter.setPen(QPen(now.color("accent"), now.line("data")))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(
                    QRectF(self.rect()).adjusted(half, half, -half, -half), now.px(4), now.px(4)
                )


def _paint_mark(painter: QPainter, box: QRectF, layer: Layer, now: Theme) -> None:
    middle = np.array([[box.center().x(), box.center().y()]])
    match layer:
        case "real":
            paint_dots(painter, middle, now.color("blue"), 8 * now.scale)
        case "fake":
            paint_dots(painter, middle, now.color("orange"), 11 * now.scale, "diamond")
        case "surface":
            table, half = now.table("signed"), box.width() / 2
            for at, share in enumerate((-STRENGTH, STRENGTH)):
                part = QRectF(box.left() + at * half, box.top(), half, box.height())
                painter.fillRect(part, table[round((share + 1) / 2 * 255)])
        case "manifold":
            painter.setPen(QPen(now.color("text2"), now.line("hairline")))
            for share in (0.3, 0.7):
                x, y = box.left() + share * box.width(), box.top() + share * box.height()
                painter.drawLine(QLineF(x, box.top(), x, box.bottom()))
                painter.drawLine(QLineF(box.left(), y, box.right(), y))
        case "arrows":
            pen = QPen(now.color("text"), 1.5 * now.scale)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            inset, barb = now.px(2), box.width() / 2
            tip = QPointF(box.right() - inset, box.top() + inset)
            painter.drawLine(QPointF(box.left() + inset, box.bottom() - inset), tip)
            painter.drawLine(tip - QPointF(barb, 0), tip)
            painter.drawLine(tip + QPointF(0, barb), tip)
