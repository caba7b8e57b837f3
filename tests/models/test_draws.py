"""What is drawn at a place follows from seed and place alone."""

import torch

from genplay.models.draws import Draws


def drawn(draws, place):
    return torch.rand(5, generator=draws.at(place))


def test_a_place_gives_the_same_whatever_was_drawn_before():
    one, other = Draws(3), Draws(3)
    torch.manual_seed(1)
    drawn(one, 4)
    assert torch.equal(drawn(one, 9), drawn(other, 9))
    assert torch.equal(drawn(one, 9), drawn(one, 9))


def test_places_and_seeds_differ():
    found = {tuple(drawn(Draws(seed), place).tolist()) for seed in range(20) for place in range(20)}
    assert len(found) == 400
