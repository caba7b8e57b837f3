"""Random numbers of a training that can be gone back: what a step draws follows from its number alone."""

import numpy as np
import torch


class Draws:
    """The random numbers of a seed, by place.

    Args:
        seed: Any whole number from 0 on.
    """

    def __init__(self, seed: int) -> None:
        self._seed = seed
        self._generator = torch.Generator()

    def at(self, place: int) -> torch.Generator:
        """Return the generator as it stands at a place, whatever was drawn before. There is only one."""
        state = np.random.SeedSequence((self._seed, place)).generate_state(1, np.uint32)
        return self._generator.manual_seed(int(state[0]))
