"""The playing field: real and fake points on what the discriminator says, or a canvas to draw on."""

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QWheelEvent,
)

from genplay.families.gan import LIMIT, Act, GanStep, Layer, Moved, Point, reach
from genplay.families.gan.drawing import CELL
from genplay.ui.tabs.gan import canvas, field_acts, field_marks, field_words, reading, relief
from genplay.ui.tabs.gan.relief import Relief
from genplay.ui.tabs.gan.scale import paint_scale, paint_sentence
from genplay.ui.tabs.gan.scene import Scene
from genplay.ui.tabs.memo import Memo
from genplay.ui.tabs.training.plane import Plane
from genplay.ui.theme import Theme

_ARROWS = 7  # of so many fake points one has an arrow
_PALE = 0.4  # opacity of a surface that does not matter now
_GRID = {"light": 0.6, "dark": 0.6, "contrast": 0.3}  # opacity: the line of high contrast is white
_TICKS = (-2.0, -1.0, 0.0, 1.0, 2.0)
_NOTCH = 120  # eighths of a degree in one step of an ordinary wheel
_DRAWING = Qt.MouseButton.LeftButton | Qt.MouseButton.RightButton
_STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_BY_KEYS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
_PAD = (7, 4, 8, 10)  # px: beside and above words on the field, from its edge, and between them


class PlayingField(Plane[Scene]):
    """A square of the plane within ``LIMIT``; while something is drawn, a canvas.

    On a canvas the left button does what the tool says and the right one the other; the wheel asks for
    another brush; the arrow keys move a mark, and Enter does there what the tool says.
    """

    stroked = Signal(tuple, tuple, bool)
    """From (x, y) to (x, y), which may be the same, the brush has drawn or, if True, erased."""
    stroke_ended = Signal()
    """The button was let go: what is drawn next is another stroke."""
    brush_changed = Signal(int)
    """The wheel asks for another brush."""
    pointed = Signal(object)
    """The place (x, y) under the pointer, or at the keyboard's mark; None when it has left."""

    def __init__(self) -> None:
        super().__init__(self.tr("The playing field"), Scene())
        self._surface = QImage()
        self._relief: Relief | None = None
        self._drawn = Memo()
        self._at: Point | None = None
        self._keyed = False
        self._last: Point | None = None
        self._erases = False
        self._button = Qt.MouseButton.NoButton
        self._wheel = 0
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_scene(self, scene: Scene) -> None:
        """Show what there is; a stroke ends with its canvas."""
        super().show_scene(scene)
        if scene.state.drawing is None:
            self._last = None
        self.setCursor(
            Qt.CursorShape.ArrowCursor if scene.state.drawing is None else Qt.CursorShape.CrossCursor
        )

    def reach(self) -> float:
        """Return what all points lie within."""
        return LIMIT

    def told(self) -> str:
        """Return what is to be seen."""
        return field_words.told(self._scene)

    def paint_inside(self, painter: QPainter, now: Theme) -> None:
        """Draw the canvas, or all that is known of the game."""
        painter.setClipRect(self.axes().inner)
        drawing = self._scene.state.drawing
        if drawing is None:
            super().paint_inside(painter, now)
        else:
            self._paint_canvas(painter, now, drawing)
        if self._at is not None and (drawing is None or self._keyed):
            self._paint_reading(painter, now, self._at)
        painter.setClipping(False)

    def paint_content(self, painter: QPainter, now: Theme) -> None:
        """Draw the layers, or what the act of slow motion shows."""
        result, moved, phase = self._scene.result, self._scene.moved, self._scene.phase
        assert result is not None
        if moved is not None and phase is not None:
            self._paint_act(painter, now, moved, phase.act)
        else:
            self._paint_layers(painter, now, result)

    def paint_frame(self, painter: QPainter, now: Theme) -> None:
        """Draw the frame, and inside of it the focus that came by the keyboard."""
        if self._keyed and self.hasFocus():
            self.paint_ring(painter, now.color("accent"), now.px(3))
        super().paint_frame(painter, now)

    def _paint_layers(self, painter: QPainter, now: Theme, result: GanStep) -> None:
        axes = self.axes()
        if self._has("surface"):
            self._paint_surface(painter, now)
        if self._has("manifold"):
            field_marks.paint_sheet(painter, axes, result.sheet, now)
        if self._has("real"):
            field_marks.paint_real(painter, axes, self.within(result.real), now)
        fake = self.within(result.fake)
        if self._has("fake"):
            field_marks.paint_fake(painter, axes, fake, now)
        if self._has("arrows"):
            field_marks.paint_arrows(painter, axes, fake[::_ARROWS], result.arrows[::_ARROWS], now)

    def _paint_act(self, painter: QPainter, now: Theme, moved: Moved, act: Act) -> None:
        """Draw a moment of slow motion: what it is about is shown whatever the legend says."""
        result, axes = self._scene.result, self.axes()
        assert result is not None
        about = moved.player == "d" and act in ("gradient", "update")
        if about or self._has("surface"):
            self._paint_surface(painter, now, 1.0 if about or act not in field_acts.PALE else _PALE)
        if act == "sample" and self._has("manifold"):
            field_marks.paint_sheet(painter, axes, result.sheet, now)
        loss = self._scene.live.hyper.loss
        field_acts.paint(painter, axes, moved, act, loss, relief.learned(result), now)
        if act == "sample":
            uniform = self._scene.setup.noise == "uniform"
            field_acts.paint_noise(painter, axes, moved.noise, now, uniform=uniform)

    def _paint_surface(self, painter: QPainter, now: Theme, opacity: float = 1.0) -> None:
        """Draw the surface as it is, and say what its colours mean where they are not the usual ones."""
        scene, axes = self._scene, self.axes()
        act = scene.phase and scene.phase.act
        if self._drawn.changed(scene.result, scene.moved, act, scene.state.surface, axes.side, now):
            self._relief = relief.shown(scene)
            assert self._relief is not None
            self._surface = self._relief.picture(axes.side, now)
            self._surface.setDevicePixelRatio(axes.ratio)
        painter.setOpacity(opacity)
        painter.drawImage(axes.inner.topLeft(), self._surface)
        painter.setOpacity(1.0)
        if self._scaled():
            paint_scale(painter, axes.inner, field_words.ends(self._relief), now)

    def _scaled(self) -> bool:
        """Return whether the colours mean something else than beside the field."""
        shown = self._relief if self._scene.state.drawing is None else None
        return shown is not None and shown.kind in ("gap", "change")

    def _paint_canvas(self, painter: QPainter, now: Theme, drawing: tuple[Point, ...]) -> None:
        axes = self.axes()
        if drawing:
            if self._drawn.changed(drawing, axes.side, now):
                self._surface = canvas.picture(drawing, axes.side, now)
                self._surface.setDevicePixelRatio(axes.ratio)
            painter.drawImage(axes.inner.topLeft(), self._surface)
        painter.setOpacity(_GRID[now.name])
        self.paint_grid(painter, now, _TICKS, across=True)
        painter.setOpacity(1.0)
        self.paint_ticks(painter, now, _TICKS, across=True)
        canvas.paint_points(painter, axes, drawing, now)
        if not drawing:
            paint_sentence(painter, axes.inner, field_words.empty(), now)
        if self._at is not None:
            middle, radius = axes.point(*self._at), reach(self._scene.state.brush) * axes.unit[0]
            erases = self._erases if self._last is not None else self._scene.state.tool == "eraser"
            canvas.paint_brush(painter, middle, radius, now, erases=erases)
            if self._keyed:
                canvas.paint_mark(painter, middle, now)

    def _paint_reading(self, painter: QPainter, now: Theme, at: Point) -> None:
        """Write what is known of the place pointed at along the lower edge, or along the upper one."""
        drawing = self._scene.state.drawing is not None
        parts = list(reading.parts(None if drawing else self._scene.current, *at))
        painter.setFont(now.font("axis"))
        metrics, inner = QFontMetricsF(painter.font()), self.axes().inner
        beside, above, edge, space = (now.px(pad) for pad in _PAD)
        widths = [metrics.horizontalAdvance(part) for part in parts]
        while (wide := sum(widths) + space * (len(widths) - 1) + 2 * beside) > inner.width() and parts[2:]:
            del parts[-1], widths[-1]
        high = metrics.height() + 2 * above
        below = inner.bottom() - edge - high - self._scaled() * (high + edge)
        top = inner.top() + edge if at[1] < -LIMIT / 2 else below
        box = QRectF(inner.right() - edge - wide, top, wide, high)
        painter.setPen(QPen(now.color("line"), now.line("hairline")))
        painter.setBrush(now.color("surface"))
        painter.drawRoundedRect(box, now.px(4), now.px(4))
        painter.setPen(now.color("text2"))
        x, base = box.left() + beside, box.top() + above + metrics.ascent()
        for part, width in zip(parts, widths, strict=True):
            painter.drawText(QPointF(x, base), part)
            x += width + space

    def _has(self, layer: Layer) -> bool:
        return layer in self._scene.state.layers

    def _value(self, point: QPointF) -> Point:
        """Return what lies under a point, also beyond the field."""
        axes = self.axes()
        across, up = axes.unit
        return (point.x() - axes.inner.left()) / across - LIMIT, LIMIT - (point.y() - axes.inner.top()) / up

    def _point(self, at: Point | None, *, keyed: bool = False) -> None:
        self._keyed = keyed
        if at != self._at:
            self._at = at
            self.pointed.emit(at)
        self.update()

    def _stroke(self, at: Point) -> None:
        if self._last is not None:
            last, self._last = self._last, at
            self.stroked.emit(last, at, self._erases)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a stroke."""
        if self._scene.state.drawing is None or not event.button() & _DRAWING:
            super().mousePressEvent(event)
        elif self._last is None:
            right = event.button() == Qt.MouseButton.RightButton
            self._erases = (self._scene.state.tool == "eraser") is not right
            self._button, self._last = event.button(), self._value(event.position())
            self._point(self._last)
            self._stroke(self._last)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Continue the stroke, and follow the pointer."""
        at = self._value(event.position())
        self._point(at if max(map(abs, at)) <= LIMIT or self._last is not None else None)
        self._stroke(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the stroke when the button that began it is let go."""
        if self._last is not None and event.button() == self._button:
            self._last = None
            self.stroke_ended.emit()
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Report that nothing is pointed at any more."""
        self._point(None)
        super().leaveEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ask for a larger or a smaller brush, one size a notch, on a canvas."""
        if self._scene.state.drawing is None:
            event.ignore()
            return
        self._wheel += event.angleDelta().y()
        notches = int(self._wheel / _NOTCH)
        self._wheel -= notches * _NOTCH
        brush = min(max(self._scene.state.brush + notches, 1), 5)
        if brush != self._scene.state.brush:
            self.brush_changed.emit(brush)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the mark by the arrow keys; on a canvas draw or erase there by Enter."""
        key, at = Qt.Key(event.key()), self._at or (0.0, 0.0)
        if key in _STEPS:
            right, up = _STEPS[key]
            edge = LIMIT - CELL / 2
            moved = round(at[0] + CELL * right, 3), round(at[1] + CELL * up, 3)
            self._point((min(max(moved[0], -edge), edge), min(max(moved[1], -edge), edge)), keyed=True)
        elif key in _ENTER and self._scene.state.drawing is not None and self._at is not None:
            self.stroked.emit(at, at, self._scene.state.tool == "eraser")
            self.stroke_ended.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus if it came by the keyboard."""
        self._keyed = event.reason() in _BY_KEYS
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Drop the keyboard's mark."""
        if self._keyed:
            self._point(None)
        self.update()
