"""What the gestures of the page mean: numbers are tuned on the way, or the training begins anew."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Slot

from genplay.families.vae.live import Data, Hyper, Setup, first
from genplay.ui.tabs.training.running import Running

_WHOLE = {"latent", "hidden", "batch"}


class VaeRunning(Running[Setup, Hyper]):
    """Edits the training of a ``VaeState``."""

    @Slot(str, float)
    def tune_number(self, name: str, value: float) -> None:
        """Take the steps from here on with another beta, rate or batch."""
        self.tune(replace(self._hyper, **_number(name, value)))

    @Slot(str, float)
    def begin_with(self, name: str, value: float) -> None:
        """Begin anew with other latents, hidden units or sigma."""
        self.begin(replace(self._live.plan.setup, **_number(name, value)))

    @Slot(str)
    def learn(self, data: Data) -> None:
        """Begin anew with other data, with the networks that suit them."""
        usual, setup = first(data), self._live.plan.setup
        hyper = replace(self._hyper, batch=usual.at(0).batch)
        self.begin(replace(usual.setup, latent=setup.latent, sigma=setup.sigma, seed=setup.seed), hyper)
        self.settle()

    @Slot()
    def set_defaults(self) -> None:
        """Set every number back; only where it must be, everything begins anew."""
        setup, usual = self._live.plan.setup, first(self._live.plan.setup.data)
        fresh = replace(usual.setup, seed=setup.seed)
        if fresh == setup:
            self.tune(usual.at(0))
        else:
            self.begin(fresh, usual.at(0))
        self.settle()


def _number(name: str, value: float) -> Mapping[str, float]:
    return {name: int(value) if name in _WHOLE else value}
