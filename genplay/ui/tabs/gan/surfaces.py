"""The learned discriminator beside the optimal one: two small planes, and what their colours mean."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QImage, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from genplay.families.gan import LIMIT, GanStep, Point, Surface
from genplay.ui import theme
from genplay.ui.tabs.gan import field_words, relief
from genplay.ui.tabs.gan.relief import Relief
from genplay.ui.tabs.gan.scale import Scale, paint_sentence
from genplay.ui.tabs.gan.scene import Scene
from genplay.ui.tabs.memo import Memo
from genplay.ui.tabs.training.plane import Plane
from genplay.ui.theme import Theme
from genplay.ui.widgets import halo
from genplay.ui.widgets.dressed import Dressed
from genplay.ui.widgets.formula import FormulaLabel
from genplay.ui.widgets.words import label

HEAD, FOOT, GAP = 28, 24, 10
"""px at 100 %: a title, the colours below, and between the lower picture's title and the upper picture."""
_LEAST = 72  # px at 100 %: a picture in which something can be told
_ROOM_FOR_FORMULA = 150  # px at 100 %: width from which it stands beside the title
_PALE = 0.25  # opacity while something else is drawn
_RING = 3.5  # px: radius of what is pointed at
_BY_KEYS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
_PRESS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class SurfacePlane(Plane[Scene]):
    """One surface; a click, or Enter, has the field show it.

    Args:
        name: Translated.
        surface: Which.
    """

    pressed = Signal()

    def __init__(self, name: str, surface: Surface) -> None:
        super().__init__(name, Scene())
        self._surface: Surface = surface
        self._picture = QImage()
        self._drawn = Memo()
        self._at: Point | None = None
        self._keyed = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(self.tr("Click: show it on the playing field"))

    def set_pointed(self, at: Point | None) -> None:
        """Mark the place that is pointed at elsewhere."""
        if at != self._at:
            self._at = at
            self.update()

    def reach(self) -> float:
        """Return what all points lie within."""
        return LIMIT

    def told(self) -> str:
        """Return whether the field shows this surface."""
        return self.tr("Shown on the playing field") if self.chosen() else ""

    def paint_inside(self, painter: QPainter, now: Theme) -> None:
        """Draw the surface, or say why there is none."""
        result = self._scene.result
        if result is not None and not self.known():
            paint_sentence(painter, self.axes().inner, field_words.no_optimum(), now)
        else:
            super().paint_inside(painter, now)

    def paint_content(self, painter: QPainter, now: Theme) -> None:
        """Draw the surface, and where the pointer is on the playing field."""
        result, axes = self._scene.result, self.axes()
        assert result is not None
        if self._drawn.changed(result, axes.side, now):
            self._picture = self._relief(result).picture(axes.side, now)
            self._picture.setDevicePixelRatio(axes.ratio)
        painter.setOpacity(1.0 if self._scene.state.drawing is None else _PALE)
        painter.drawImage(axes.inner.topLeft(), self._picture)
        painter.setOpacity(1.0)
        if self._at is not None and max(map(abs, self._at)) <= LIMIT:
            path = QPainterPath()
            path.addEllipse(axes.point(*self._at), *[_RING * now.scale] * 2)
            halo.outline(painter, path, QPen(now.color("text"), now.line("reference")), now)

    def paint_frame(self, painter: QPainter, now: Theme) -> None:
        """Draw the frame; of what the field shows, and of what has the focus, in the accent."""
        focused = self._keyed and self.hasFocus()
        if focused or self.chosen():
            self.paint_ring(painter, now.color("accent"), now.px(3 if focused else 2))
        else:
            super().paint_frame(painter, now)

    def known(self) -> bool:
        """Return whether there is such a surface: beside a critic there is no optimum."""
        result = self._scene.result
        return self._surface == "learned" or result is None or result.distance.gap is not None

    def chosen(self) -> bool:
        """Return whether the field shows this surface."""
        state, result = self._scene.state, self._scene.result
        if state.drawing is not None or "surface" not in state.layers:
            return False
        critic = result is not None and result.distance.gap is None
        return self._surface == ("learned" if critic else state.surface)

    def _relief(self, result: GanStep) -> Relief:
        return relief.learned(result) if self._surface == "learned" else relief.optimal(result)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Have the field show it."""
        if event.button() == Qt.MouseButton.LeftButton and self.known():
            self._keyed = False
            self.pressed.emit()
        else:
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Have the field show it by Enter."""
        if Qt.Key(event.key()) in _PRESS and self.known():
            self.pressed.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus if it came by the keyboard."""
        self._keyed = event.reason() in _BY_KEYS
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show no focus."""
        self.update()


class Surfaces(Dressed):
    """The learned and the optimal discriminator, one below the other; without room for both the latter."""

    surface_chosen = Signal(str)
    """The field is to show "learned" or "optimal"."""

    def __init__(self) -> None:
        super().__init__()
        self.learned = SurfacePlane(self.tr("Learned discriminator"), "learned")
        self.optimal = SurfacePlane(self.tr("Optimal discriminator"), "optimal")
        self.scale = Scale()
        self._titles = label("label"), label("label", self.tr("Optimal D"))
        self._formulas = FormulaLabel("gan_learned"), FormulaLabel("gan_optimal")
        self._heads = self._head(0), self._head(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        for head, plane in zip(self._heads, (self.learned, self.optimal), strict=True):
            self._column.addWidget(head)
            self._column.addWidget(plane)
        self._column.addWidget(self.scale)
        self._column.addStretch(1)
        self.learned.pressed.connect(partial(self.surface_chosen.emit, "learned"))
        self.optimal.pressed.connect(partial(self.surface_chosen.emit, "optimal"))
        self._name(critic=False)
        self._restyle()

    def show_scene(self, scene: Scene) -> None:
        """Show the surfaces of a scene, and what their colours mean."""
        result = scene.result
        self._name(critic=result is not None and result.distance.gap is None)
        for plane in (self.learned, self.optimal):
            plane.show_scene(scene)
        self.scale.set_ends(field_words.ends(relief.learned(result) if result else None))

    def set_pointed(self, at: Point | None) -> None:
        """Mark the place that is pointed at on the playing field."""
        for plane in (self.learned, self.optimal):
            plane.set_pointed(at)

    def set_room(self, width: float, height: float) -> None:
        """Take so much room, in pixels: two pictures, or one if they would be too small."""
        now = theme.current()
        head, foot, gap, least = (now.px(part) for part in (HEAD, FOOT, GAP, _LEAST))
        side = int(min(width, (height - 2 * head - foot - gap) / 2))
        both = side >= least
        if not both:
            side = max(int(min(width, height - head - foot)), least)
        for widget in (self._heads[0], self.learned):
            widget.setVisible(both)
        self._heads[1].setFixedHeight(head + gap * both)
        self._heads[1].setContentsMargins(0, gap * both, 0, 0)
        for plane, formula in zip((self.learned, self.optimal), self._formulas, strict=True):
            plane.set_side(side)
            formula.setVisible(side >= now.px(_ROOM_FOR_FORMULA))
        self.setFixedWidth(side)

    def _head(self, at: int) -> QWidget:
        head = QWidget()
        row = QHBoxLayout(head)
        row.addWidget(self._titles[at])
        row.addWidget(self._formulas[at])
        row.addStretch(1)
        return head

    def _name(self, *, critic: bool) -> None:
        self._titles[0].setText(self.tr("Critic") if critic else self.tr("Learned D"))
        self._formulas[0].set_formula("gan_critic" if critic else "gan_learned")
        self.learned.setAccessibleName(self.tr("Critic") if critic else self.tr("Learned discriminator"))

    def _restyle(self) -> None:
        now = theme.current()
        for head in self._heads:
            head.setFixedHeight(now.px(HEAD))
            row = head.layout()
            assert row is not None
            row.setSpacing(now.px(8))
            row.setContentsMargins(0, 0, 0, now.px(2))
        self.scale.setFixedHeight(now.px(FOOT))
