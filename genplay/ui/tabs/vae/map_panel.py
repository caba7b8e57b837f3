"""The latent map: where the test pictures lie, what the decoder makes of each place, pins and the code."""

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from genplay.families.vae import Code, Plane, between
from genplay.ui import theme
from genplay.ui.tabs.memo import Memo
from genplay.ui.tabs.vae import fitting, words
from genplay.ui.tabs.vae.scene import Scene
from genplay.ui.widgets.choice import Choice
from genplay.ui.widgets.dressed import Dressed
from genplay.ui.widgets.latent_map import LatentMap
from genplay.ui.widgets.latent_name import latent
from genplay.ui.widgets.segmented import Segmented
from genplay.ui.widgets.words import label

_SPACING = 4  # px at 100 %
_WAY = 33  # places of the path between two pins


class MapPanel(Dressed):
    """A plane of the latent space, and which plane it is.

    Places are given as codes: what the panel reports is where the plane is in the space.
    """

    mode_chosen = Signal(str)
    """Points, manifold or both."""
    view_chosen = Signal(str)
    """Which plane, of more than two latents."""
    pointed = Signal(object)
    """The code under the pointer, or None."""
    moved = Signal(object)
    """The code follows the hand."""
    settled = Signal()
    clicked = Signal(object)
    """A code was clicked."""
    pin_moved = Signal(int, object)
    pin_removed = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.title = label("label", self.tr("Latent map"))
        self._modes = Segmented(small=True)
        self._modes.setAccessibleName(self.tr("What the map shows"))
        points, manifold, both = self.tr("Points"), self.tr("Manifold"), self.tr("Both")
        self._modes.set_choices([("points", points), ("manifold", manifold), ("both", both)])
        self._views = Choice({"pca": self.tr("PCA"), "axes": self.tr("Axes"), "pins": self.tr("Pins")})
        self._views.setAccessibleName(self.tr("Plane of the map"))
        self.map = LatentMap()
        self._plane: Plane | None = None
        self._cloud, self._sheet = Memo(), Memo()
        self._arrange()
        self._connect()
        self._restyle()

    def show_scene(self, scene: Scene) -> None:
        """Show the plane with all that lies on it."""
        state, plane = scene.state, scene.plane
        self._plane = plane
        self._modes.set_current(state.map)
        self._views.set_current(state.view)
        self._views.setVisible(state.dims > 2)
        self._views.setToolTip(self._explained(scene))
        self._fit()
        self.map.set_mode(state.map)
        self.map.set_shown(state.classes)
        self.map.set_axes(*self._axes(scene))
        self._show_ground(scene)
        self._show_marks(scene)

    def _explained(self, scene: Scene) -> str:
        """Say what the plane is, and how much of the pictures' spread the principal components have."""
        points = scene.points
        if scene.state.view == "pca" and points is not None and points.principal is not None:
            percent = round(100 * sum(points.explained))
            said = self.tr("The two principal components: {percent} % of the spread")
            return said.format(percent=percent)
        if scene.state.view == "pins":
            return self.tr("The plane through three pins")
        return self.tr("The plane of two latents: click a bar of the dimensions below to choose them")

    def _axes(self, scene: Scene) -> tuple[str, str]:
        state = scene.state
        if state.view == "axes" or state.dims == 2:
            across, up = state.axes
            return latent(across), latent(up)
        return ("", "")

    def _show_ground(self, scene: Scene) -> None:
        points, plane = scene.points, self._plane
        if self._cloud.changed(points, plane):
            if points is None or plane is None or not len(points.mu):
                self.map.set_points(None)
            else:
                names = words.classes(scene.state.model)
                self.map.set_points(plane.places(points.mu), points.labels, names)
        sheet = scene.sheet
        if self._sheet.changed(sheet):
            if sheet is None:
                self.map.set_manifold(None)
            else:
                self.map.set_manifold(sheet.pictures, sheet.across, sheet.up)

    def _show_marks(self, scene: Scene) -> None:
        plane, state = self._plane, scene.state
        if plane is None:
            self.map.set_z(None)
            self.map.set_pins(())
            self.map.set_outlines(())
            self.map.set_second(None)
            self.map.set_path(None)
            return
        self.map.set_z(_place(plane, scene.code))
        q = scene.q
        self.map.set_outlines([plane.ellipse(q), plane.ellipse(q, 2.0)] if q is not None else ())
        second = words.present(scene, "second", scene.second)
        self.map.set_second(_place(plane, second.q.mu) if second is not None else None)
        self.map.set_pins([_place(plane, pin) for pin in state.pins])
        if len(state.pins) < 2:
            self.map.set_path(None)
            return
        way = [between(*state.pins[:2], t, state.way) for t in np.linspace(0, 1, _WAY).tolist()]
        walker = _place(plane, state.code) if state.walk is not None else None
        self.map.set_path(plane.places(np.array(way)), walker)

    def _arrange(self) -> None:
        self._top = QWidget()
        self._head = QHBoxLayout(self._top)
        self._head.setContentsMargins(0, 0, 0, 0)
        self._head.addWidget(self.title)
        self._head.addStretch(1)
        for widget in (self._views, self._modes):
            self._head.addWidget(widget)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._top)
        self._column.addWidget(self.map, 1)

    def _connect(self) -> None:
        self._modes.chosen.connect(self.mode_chosen)
        self._views.chosen.connect(self.view_chosen)
        self.map.hovered.connect(self._point)
        self.map.moved.connect(lambda a, b: self._report(self.moved, a, b))
        self.map.clicked.connect(lambda a, b: self._report(self.clicked, a, b))
        self.map.settled.connect(self.settled)
        self.map.pin_moved.connect(self._move_pin)
        self.map.pin_removed.connect(self.pin_removed)

    def _point(self, place: tuple[float, float] | None) -> None:
        plane = self._plane
        self.pointed.emit(None if place is None or plane is None else plane.at(*place))

    def _report(self, signal: object, a: float, b: float) -> None:
        if self._plane is not None:
            signal.emit(self._plane.at(a, b))  # type: ignore[attr-defined]

    def _move_pin(self, index: int, a: float, b: float) -> None:
        if self._plane is not None:
            self.pin_moved.emit(index, self._plane.at(a, b))

    def _fit(self) -> None:
        """Leave the title out where the choices have no room beside it: the map's name says it too."""
        choices = [widget for widget in (self._views, self._modes) if not widget.isHidden()]
        needed = sum(widget.sizeHint().width() + self._head.spacing() for widget in (self.title, *choices))
        self.title.setVisible(needed <= self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the new room."""
        super().resizeEvent(event)
        self._fit()

    def _restyle(self) -> None:
        now = theme.current()
        self._column.setSpacing(now.px(_SPACING))
        self._top.setFixedHeight(now.px(fitting.TOP - _SPACING))
        self._head.setSpacing(now.px(8))


def _place(plane: Plane, code: Code | None) -> tuple[float, float] | None:
    if code is None:
        return None
    a, b = plane.places(np.array(code)).tolist()
    return a, b
