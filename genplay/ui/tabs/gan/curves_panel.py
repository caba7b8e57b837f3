"""What each player pays, and how far apart p and q were: curves of the steps taken."""

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from genplay.families.gan import GanStep
from genplay.ui import theme
from genplay.ui.tabs.gan import words
from genplay.ui.tabs.gan.scene import Scene
from genplay.ui.tabs.training.step_panel import Curves, StepPanel
from genplay.ui.tabs.training.step_plot import Line, Reference, StepPlot
from genplay.ui.widgets.dressed import Dressed

_MARGIN, _SPACING = 34, 8  # px
_LEAST = 190  # px: with less, there is room for the losses only


class CurvesPanel(Dressed):
    """Two plots, one above the other; a click picks a step."""

    picked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        paid, apart = self.tr("Loss per player"), self.tr("JS divergence")
        hint = self.tr("Play, or take a step")
        self.losses = StepPanel(paid, StepPlot(paid, hint=hint, margin=_MARGIN, decimals=3))
        self.js = StepPanel(
            apart,
            StepPlot(apart, hint=hint, margin=_MARGIN, decimals=3, smooth=False, zero=True),
            self.tr("nats, q by kernel estimate"),
        )
        self.js.setToolTip(words.estimate())
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for panel in (self.losses, self.js):
            self._column.addWidget(panel, 1)
            panel.picked.connect(self.picked)
        self._restyle()

    def show_scene(self, scene: Scene) -> None:
        """Show the curves up to the step on screen; while it plays, a few times a second."""
        result = scene.result if scene.belongs else None
        loss = scene.hyper.loss
        self.losses.set_unit(words.unit(loss))
        self.losses.setToolTip(words.per_point_tip(loss))
        paid = self._paid(result) if result is not None else None
        apart = self._apart(result) if result is not None and result.step else None
        self.losses.show_curves(paid, result, playing=scene.playing)
        self.js.show_curves(apart, result, playing=scene.playing)

    def set_room(self, height: float) -> None:
        """Show both plots, or the losses only, in a height in px at 100 %."""
        self.js.setVisible(height >= _LEAST)

    def _paid(self, result: GanStep) -> Curves | None:
        """Return what was paid in the game that is played now, or None while nothing was."""
        loss = result.plan.at(result.step).loss
        d, g = words.paid(result, "d"), words.paid(result, "g")
        if not (np.isfinite(d) | np.isfinite(g)).any():
            return None
        name = self.tr("f") if loss == "wasserstein" else self.tr("D")
        return Curves(
            result.curves.steps,
            [Line(name, "blue", words.per_point(loss, d)), Line(self.tr("G"), "orange", g)],
            [Reference(name, value) for name, value in words.references(loss)],
        )

    def _apart(self, result: GanStep) -> Curves:
        curves = result.curves
        return Curves(
            curves.js_steps,
            [Line(self.tr("JS"), "accent", curves.js)],
            [Reference(self.tr("log 2, disjoint"), words.LOG_2)],
        )

    def _restyle(self) -> None:
        self._column.setSpacing(theme.current().px(_SPACING))
