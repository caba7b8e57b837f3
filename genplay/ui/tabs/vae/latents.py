"""The code set by hand: slider by slider, drawn from q or from the prior, and back to q."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Slot

from genplay.families.vae import LIMIT, Code
from genplay.ui.tabs.vae.latents_panel import LatentsPanel

if TYPE_CHECKING:
    from genplay.ui.tabs.vae.tab import VaeTab

SEEDS = 2**31
"""So many there are, from 0."""


class Latents(QObject):
    """Turns what is done in the panel of the latents into states of the tab.

    Args:
        tab: Whose state it edits; its ``scene`` says what the code is now.
        panel: Where the sliders are.
    """

    def __init__(self, tab: "VaeTab", panel: LatentsPanel) -> None:
        super().__init__(tab)
        self._tab = tab
        panel.moved.connect(self._move)
        panel.settled.connect(tab.gesture_ended)
        panel.lock_toggled.connect(self._lock)
        panel.every_toggled.connect(self._show_every)
        panel.reset_pressed.connect(self.reset)
        panel.eps_pressed.connect(self.draw_noise)
        panel.randomised.connect(self.randomise)

    @Slot()
    def reset(self) -> None:
        """Let the code follow q again; where some dimensions are locked, the others become 0."""
        code = self._tab.scene.code
        if code is not None:
            state = self._tab.state.reset(code)
            self._tab.edit(z=state.z, eps=state.eps, walk=state.walk)

    @Slot()
    def randomise(self) -> None:
        """Draw a code from the prior by the next seed; what is locked stays."""
        code = self._tab.scene.code
        if code is not None:
            self._tab.stop()
            seed = _after(self._tab.state.seed)
            self._tab.edit(seed=seed, z=self._tab.state.drawn(seed, code).z, walk=None)

    def choose_seed(self, seed: int) -> None:
        """Take a seed; a code that was drawn by the seed of before is drawn anew by this one."""
        state, code = self._tab.state, self._tab.scene.code
        if code is not None and state.z is not None and state.drawn(state.seed, code) == state:
            state = state.drawn(seed, code)
        self._tab.edit_while_busy("seed", seed=seed, z=state.z)

    @Slot()
    def draw_noise(self) -> None:
        """Draw the noise of z = mu + sigma eps, or draw it again; what is locked stays."""
        state, scene = self._tab.state, self._tab.scene
        eps = 0 if state.eps is None else _after(state.eps)
        self._tab.stop()
        z = None
        if state.locked and scene.code is not None and scene.q is not None:
            noise = np.random.default_rng(eps).standard_normal(state.dims)
            fresh = np.array(scene.q.mu) + np.array(scene.q.sigma) * noise
            z = _within(
                scene.code[dim] if dim in state.locked else at for dim, at in enumerate(fresh.tolist())
            )
        self._tab.edit(eps=eps, z=z, walk=None)

    @Slot(int, float)
    def _move(self, dim: int, value: float) -> None:
        code = self._tab.scene.code
        if code is not None:
            z = (*code[:dim], value, *code[dim + 1 :])
            self._tab.edit("latent", z=_within(z), walk=None)

    @Slot(int, bool)
    def _lock(self, dim: int, locked: bool) -> None:
        others = set(self._tab.state.locked) - {dim}
        self._tab.edit(locked=tuple(sorted(others | {dim} if locked else others)))

    @Slot(bool)
    def _show_every(self, every: bool) -> None:
        self._tab.edit(every=every)


def _after(seed: int) -> int:
    return (seed + 1) % SEEDS


def _within(values: Iterable[float]) -> Code:
    """Return the code of values none of which is farther from 0 than a latent may be."""
    return tuple(min(max(value, -LIMIT), LIMIT) for value in values)
