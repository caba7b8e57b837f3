"""The true posterior of two latents, and q beside it: dragged by hand, improved, or the encoder's."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from genplay.families.vae import LEAST_SIGMA, LIMIT, MOST_SIGMA, Posterior
from genplay.ui import theme
from genplay.ui.tabs.memo import Memo
from genplay.ui.tabs.vae import fitting, words
from genplay.ui.tabs.vae.scene import Scene
from genplay.ui.widgets.buttons import Button
from genplay.ui.widgets.class_legend import ClassLegend
from genplay.ui.widgets.dressed import Dressed
from genplay.ui.widgets.legend import Legend
from genplay.ui.widgets.pixels import levels
from genplay.ui.widgets.posterior_map import PosteriorMap
from genplay.ui.widgets.sample_grid import SampleGrid
from genplay.ui.widgets.words import label

_PIXELS = 784
_SPACING = 8  # px at 100 %
_ROWS, _LEAST = 3, 2  # of pictures: the legend of clothes takes the room of one
_WIDE = 216  # px at 100 %
_LOW = 0.8  # of the width: so high the posterior is before what stands below it leaves
_DRAWN = 168 / _WIDE  # so high are the rows of pictures, of the width
_WHOLE = 6.2  # latents across the map that the posterior's picture is compared with


class PosteriorPanel(Dressed):
    """The posterior with q's handles, what to do with q, and the legend of the map's classes.

    Where the posterior cannot be integrated, pictures drawn from the prior stand in its place.
    """

    dragged = Signal(float, float, float, float)
    """q follows the hand: its means, then its standard deviations."""
    settled = Signal()
    improve_pressed = Signal()
    encoder_pressed = Signal()
    classes_changed = Signal(tuple)
    code_chosen = Signal(object)
    """The code of a picture that was drawn from the prior."""

    def __init__(self) -> None:
        super().__init__()
        self.title, self._zoom = label("label", self.tr("True posterior and q")), label("caption")
        self.map = PosteriorMap()
        self.map.set_limits((-LIMIT, LIMIT), (LEAST_SIGMA, MOST_SIGMA))
        self.drawn = SampleGrid(_ROWS, _ROWS, least=_LEAST, grey=True)
        self.drawn.setAccessibleName(self.tr("Drawn from the prior"))
        self._codes: NDArray[np.float64] | None = None
        self._none = label("caption")
        self._none.setWordWrap(True)
        self._none.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._shades = Legend("probability")
        self._key = label("axis", self.tr("q: 1, 2 sd"))
        self._key.setToolTip(self.tr("The lines are q, one and two standard deviations from its mean"))
        self._improve = Button(self.tr("Improve q"), "primary", "improve")
        self._encoder = Button(self.tr("Encoder’s q"))
        self._legend = ClassLegend()
        self._classes = ""
        self._wide, self._projector, self._exact = _WIDE, False, True
        self._ends = Memo()
        self._arrange()
        self.map.dragged.connect(self.dragged)
        self.map.settled.connect(self.settled)
        self._improve.clicked.connect(lambda: self.improve_pressed.emit())
        self._encoder.clicked.connect(lambda: self.encoder_pressed.emit())
        self._legend.changed.connect(self.classes_changed)
        self.drawn.chosen.connect(self._choose)
        self._restyle()

    def set_width(self, pixels: int) -> None:
        """Be so wide, in px at 100 %; the posterior is a square, or less."""
        self._wide = pixels
        self._restyle()

    def set_projector(self, on: bool) -> None:
        """Leave the legend out: the names stand on the map, and the room is the picture's."""
        self._projector = on
        self._fit()

    def show_scene(self, scene: Scene) -> None:
        """Show the posterior and q, or say why there is none."""
        state, found, q = scene.state, scene.sandwiched, scene.q
        exact = state.dims == 2
        for widget in (self.map, self._below):
            widget.setVisible(exact)
        for widget in (self.drawn, self._none):
            widget.setVisible(not exact)
        said = self.tr("The posterior of {dims} latents cannot be integrated: log p(x) has bounds only.")
        self._none.setText(said.format(dims=state.dims))
        self.title.setText(self.tr("True posterior and q") if exact else self.tr("Drawn from the prior"))
        self._show_drawn(scene)
        if exact:
            posterior = found.posterior if found is not None else None
            self._show_shades(posterior)
            self.map.set_density(*((posterior.density, posterior.extent) if posterior else (None, None)))
            self.map.set_stale("sandwich" in scene.waiting)
            self.map.set_q((*q.mu, *q.sigma) if q is not None else None)  # type: ignore[arg-type]
        self._zoom.setText(self._magnified(scene) if exact else "")
        self._encoder.setEnabled(not state.own_q)
        self._show_legend(scene)
        if exact != self._exact:
            self._exact = exact
            self._fit()

    def _show_drawn(self, scene: Scene) -> None:
        prior = scene.prior
        self._codes = prior.z if prior is not None else None
        if prior is None:
            self.drawn.clear()
        else:
            ink = (prior.means if scene.state.decoded == "mean" else prior.samples)[: _ROWS**2]
            self.drawn.set_frame(levels(ink.astype(np.float32), 0, 1), _PIXELS, _PIXELS)

    def _show_shades(self, posterior: Posterior | None) -> None:
        """Say what the darkest shade is: the posterior's largest density."""
        highest = float(posterior.density.max()) if posterior is not None else None
        most = words.UNKNOWN if highest is None else words.density(highest)
        if self._ends.changed(most):
            self._shades.set_ends(self.tr("p(z | x): 0"), most)
            self._fit()

    def _choose(self, number: int) -> None:
        if self._codes is not None:
            z = self._codes[number].clip(-LIMIT, LIMIT)
            self.code_chosen.emit(tuple(z.tolist()))

    def _magnified(self, scene: Scene) -> str:
        if scene.sandwiched is None:
            return ""
        left, right, *_ = scene.sandwiched.posterior.extent
        return self.tr("{times} ×").format(times=max(round(_WHOLE / (right - left)), 1))

    def _show_legend(self, scene: Scene) -> None:
        if self._classes != scene.state.model:
            self._classes = scene.state.model
            self._legend.set_classes(words.classes(self._classes))
        self._legend.set_shown(scene.state.classes)

    def _arrange(self) -> None:
        self._top = QWidget()
        self._below, self._buttons = QWidget(), QWidget()
        self._head, self._keys = QHBoxLayout(self._top), QHBoxLayout(self._below)
        self._acts = QHBoxLayout(self._buttons)
        for row in (self._head, self._keys, self._acts):
            row.setContentsMargins(0, 0, 0, 0)
        self._head.addWidget(self.title)
        self._head.addWidget(self._zoom)
        self._head.addStretch(1)
        self._keys.addWidget(self._shades, 1)
        self._keys.addWidget(self._key)
        for button in (self._improve, self._encoder):
            self._acts.addWidget(button, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._top)
        self._column.addWidget(self.map, 1)
        self._column.addWidget(self.drawn, 1)
        self._column.addWidget(self._none)
        self._column.addWidget(self._below)
        self._column.addWidget(self._buttons)
        self._column.addWidget(self._legend)
        self._column.addStretch(0)

    def _restyle(self) -> None:
        now = theme.current()
        self._column.setSpacing(now.px(_SPACING))
        self._top.setFixedHeight(now.px(fitting.TOP - _SPACING))
        self._head.setSpacing(now.px(8))
        self._keys.setSpacing(now.px(_SPACING))
        self._acts.setSpacing(now.px(4))
        wide = now.px(self._wide)
        self.setFixedWidth(wide)
        self.map.setMaximumHeight(wide)
        self.drawn.setMinimumHeight(round(wide * _DRAWN / 2))
        self.drawn.setMaximumHeight(round(wide * _DRAWN))
        self._fit()

    def _fit(self) -> None:
        """Leave out what would make the picture too low or has no room in its row: first the legend.

        Its names stand on the map too, and what the buttons do is in the transport and the menus.
        """
        now, wide = theme.current(), self.maximumWidth()
        picture = round(wide * (_LOW if self._exact else _DRAWN * _LEAST / _ROWS))
        said = self._below.sizeHint().height() if self._exact else self._none.heightForWidth(wide)
        room = self.height() - self._top.height() - picture - said - 2 * now.px(_SPACING)
        legend = self._legend.heightForWidth(wide) + now.px(_SPACING)
        acts = self._buttons.sizeHint().height() + now.px(_SPACING)
        self._legend.setHidden(self._projector or room < legend + acts)
        self._buttons.setHidden(room < acts or self._acts.minimumSize().width() > wide)
        needed = self._shades.minimumSizeHint().width() + now.px(_SPACING) + self._key.sizeHint().width()
        self._key.setHidden(needed > wide)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the new room."""
        super().resizeEvent(event)
        self._fit()
