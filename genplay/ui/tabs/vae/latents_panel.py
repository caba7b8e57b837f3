"""The code: a slider for each latent, with what q thinks of it, and ways to draw it anew."""

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from genplay.families.vae import Gauss
from genplay.ui import theme
from genplay.ui.tabs.memo import Memo
from genplay.ui.tabs.vae.scene import Scene
from genplay.ui.widgets.buttons import IconButton, Link
from genplay.ui.widgets.dressed import Dressed
from genplay.ui.widgets.focus import in_turn
from genplay.ui.widgets.latent_slider import LatentSliders
from genplay.ui.widgets.words import label, size_of

SHOWN = 10
"""As many latents have a slider unless all are asked for: the most informative, of which as many are seen as
there is room for."""
_HEAD, _GAP, _SPACING = 22, 4, 3
_ROWS = 46  # px of two sliders: the column is too low for more at once


class LatentsPanel(Dressed):
    """Sliders of the latents below a line of what can be done with all of them."""

    moved = Signal(int, float)
    settled = Signal()
    lock_toggled = Signal(int, bool)
    reset_pressed = Signal()
    every_toggled = Signal(bool)
    eps_pressed = Signal()
    randomised = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.sliders = LatentSliders()
        self._label = label("label", self.tr("Latent z"))
        self._label.setMinimumWidth(1)  # it gives way
        self._every = Link("")
        self._every.setCheckable(True)
        self._eps = IconButton("epsilon", "", _HEAD, _HEAD)
        self._eps.setCheckable(True)
        self._random = IconButton("dice", "", _HEAD, _HEAD)
        self._reset = Link(self.tr("Reset"))
        self._dims, self._q, self._values, self._acts = Memo(), Memo(), Memo(), Memo()
        self._arrange()
        self._connect()
        self._restyle()

    def show_scene(self, scene: Scene) -> None:
        """Show the code, and q behind it; while either is awaited, no slider can be moved."""
        state = scene.state
        dims = _dims(scene)
        if self._dims.changed(state.model, dims):
            self.sliders.set_dims([(dim, "") for dim in dims])
            in_turn(self._every, self._eps, self._random, self._reset, self.sliders)
        q, code = self._normal(scene), scene.code
        if self._q.changed(q, dims):
            self._show_q(q, state.dims)
        if code is not None and self._values.changed(code):
            self.sliders.set_values(code)
        self.sliders.set_locked(state.locked)
        self.sliders.setEnabled(code is not None)
        self._show_acts(scene)

    def _normal(self, scene: Scene) -> Gauss | None:
        """Return the normal that the code is of: between two drawings, that is q of neither."""
        if scene.state.code is None and scene.decoded is not None and scene.decoded.q is not None:
            return scene.decoded.q
        return scene.q

    def _show_q(self, q: Gauss | None, dims: int) -> None:
        self.sliders.set_posterior(q and q.mu, q and q.sigma)
        self.sliders.set_defaults(q.mu if q is not None else np.zeros(dims))

    def _show_acts(self, scene: Scene) -> None:
        state, code = scene.state, scene.code
        changed = code is not None and state.reset(code) != state
        if not self._acts.changed(state.dims, state.every, state.eps, state.seed, changed, code is None):
            return
        self._every.setVisible(state.dims > SHOWN)
        self._every.set_words(self.tr("All {count}").format(count=state.dims))
        self._every.setChecked(state.every)
        self._every.setToolTip(self.tr("A slider for every dimension, or for the most informative only"))
        self._eps.setChecked(state.eps is not None)
        self._eps.set_text(self._of_noise(state.eps))
        self._eps.setEnabled(scene.q is not None or code is not None)
        random = self.tr("Randomise z: draw it from the prior (seed {seed}); what is locked stays")
        self._random.set_text(random.format(seed=state.seed))
        self._random.setEnabled(code is not None)
        self._fit_head()
        self._reset.setEnabled(changed)
        self._reset.setToolTip(
            self.tr("Let z be the mean of q again; while something is locked, the others become 0")
        )

    def _fit_head(self) -> None:
        """Call the code by its letter where there is no room for more."""
        whole, gap = self.tr("Latent z"), self._head.spacing()
        buttons = [self._eps, self._random, self._reset]
        buttons += [] if self._every.isHidden() else [self._every]
        taken = sum(button.sizeHint().width() + gap for button in buttons)
        room = self.width() - taken - gap
        self._label.setText(whole if size_of("label", whole).width() <= room else self.tr("z"))

    def _of_noise(self, eps: int | None) -> str:
        if eps is None:
            return self.tr("Draw ε: z = μ + σ ε instead of μ")
        return self.tr("Draw ε again: z = μ + σ ε (seed {seed})").format(seed=eps)

    def _arrange(self) -> None:
        self._head = QHBoxLayout()
        self._head.addWidget(self._label)
        self._head.addStretch(1)
        for button in (self._every, self._eps, self._random, self._reset):
            self._head.addWidget(button)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._head)
        self._column.addWidget(self.sliders, 1)

    def _connect(self) -> None:
        self.sliders.moved.connect(self.moved)
        self.sliders.settled.connect(self.settled)
        self.sliders.lock_toggled.connect(self.lock_toggled)
        self._every.clicked.connect(self.every_toggled)
        self._eps.clicked.connect(self._press_eps)
        self._random.clicked.connect(self.randomised)
        self._reset.clicked.connect(self.reset_pressed)

    def _press_eps(self) -> None:
        self._eps.setChecked(not self._eps.isChecked())  # whether there is noise is what the state says
        self.eps_pressed.emit()

    def _restyle(self) -> None:
        now = theme.current()
        self._head.setSpacing(now.px(_GAP))
        self._column.setSpacing(now.px(_SPACING))
        self.sliders.setMinimumHeight(now.px(_ROWS))
        self._fit_head()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the new room."""
        super().resizeEvent(event)
        self._fit_head()


def _dims(scene: Scene) -> tuple[int, ...]:
    """Return which latents have a slider; the order changes once, not with every picture encoded."""
    state, points = scene.state, scene.points
    if state.every or state.dims <= SHOWN:
        return tuple(range(state.dims))
    known = points is not None and points.model == state.model and len(points.labels) == points.total
    return points.order[:SHOWN] if points is not None and known else tuple(range(SHOWN))
