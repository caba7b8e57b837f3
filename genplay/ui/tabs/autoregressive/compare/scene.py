"""All that the side-by-side page shows, as one value."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from genplay.families.autoregressive import LEAST, AutoregressiveState, Conditionals, Seen
from genplay.families.vae import LowerBound
from genplay.ui.tabs.autoregressive.compare.answers import Answer, value
from genplay.ui.tabs.autoregressive.scene import Scene


@dataclass(frozen=True, slots=True, eq=False)
class Compared:
    """What is to be shown of the models that are compared.

    Attributes:
        scene: The state, and where the pointer is.
        results: The drawing's conditionals, by model; a model that is awaited is not there.
        seen: What a pixel's conditional depended on when it was last asked, by model.
        failures: What went wrong, as a sentence, by model.
        late: Models whose answer has been on its way for a moment.
        bounds: What stands in the place of conditionals, by model that has none.
        drawn: Whether a stroke is under way: nothing may move under the pen.
    """

    scene: Scene = field(default_factory=Scene)
    results: Mapping[str, Conditionals] = field(default_factory=dict[str, Conditionals])
    seen: Mapping[str, Seen] = field(default_factory=dict[str, Seen])
    failures: Mapping[str, str] = field(default_factory=dict[str, str])
    late: frozenset[str] = frozenset()
    drawn: bool = False
    bounds: Mapping[str, LowerBound] = field(default_factory=dict[str, LowerBound])

    @property
    def state(self) -> AutoregressiveState:
        """What the user has set."""
        return self.scene.state

    @property
    def focus(self) -> int | None:
        """Index of the pixel that the numbers speak of."""
        return self.scene.focus

    @property
    def answers(self) -> Mapping[str, Answer]:
        """What each model has said of the drawing, by model that has answered."""
        return {**self.results, **self.bounds}

    @property
    def best(self) -> str | None:
        """The model under which the drawing is most probable, once all that can have answered.

        A model that only bounds is the best where its bound is: then its log p(x) is too.
        None while their answers belong to different drawings, as along a stroke, and of one model alone.
        """
        answers = self.answers
        able = [model for model in self.state.compared if model in answers or model not in self.failures]
        if len(able) < LEAST or any(model not in answers for model in able):
            return None
        if len({answers[model].drawing for model in able}) > 1:
            return None
        return max(able, key=lambda model: value(answers[model]))

    def place(self, model: str, pixel: int) -> int:
        """Return a pixel's place in a model's order: so many pixels are read before it."""
        return int(self.state.order_of(model).ranks()[pixel])

    def context(self, model: str) -> NDArray[np.float32] | None:
        """Return what the pixel in focus depends on under a model, (D,), or None while that is not known."""
        seen, pixel = self.seen.get(model), self.focus
        if seen is None or pixel is None or self.state.contexts(pixel).get(model) != seen.asked:
            return None
        return seen.weights

    def lead(self, model: str) -> NDArray[np.float64] | None:
        """Return how much better a model expects each pixel than the best that expects any, in nats, (D,)."""
        if self.best is None or model not in self.results:
            return None
        ahead = max(self.results.values(), key=lambda result: result.log_prob)
        return ahead.surprises - self.results[model].surprises
