"""Losses of a VAE, step by step, under their title."""

from collections.abc import Sequence

from genplay.families.vae.live import LiveStep
from genplay.ui.tabs.training.step_panel import Curves, StepPanel
from genplay.ui.tabs.training.step_plot import Line
from genplay.ui.tabs.vae.train.scene import Scene

Curve = tuple[str, str, str]
"""The attribute of ``Losses``, the name, the token of the colour."""


class LossPanel(StepPanel):
    """Curves of what the steps paid.

    Args:
        title: What is shown, translated.
        curves: Which.
    """

    def __init__(self, title: str, curves: Sequence[Curve]) -> None:
        super().__init__(title)
        self._curves = tuple(curves)

    def show_scene(self, scene: Scene) -> None:
        """Show the losses up to the step on screen."""
        drawn = self._drawn(scene.result) if scene.result is not None else None
        self.show_curves(drawn, scene.result, playing=scene.playing)

    def _drawn(self, result: LiveStep) -> Curves:
        losses = result.losses
        return Curves(
            losses.steps, [Line(name, token, getattr(losses, key)) for key, name, token in self._curves]
        )
