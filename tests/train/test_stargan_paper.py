"""The paper's recipe: its numbers, and steps of D that each see new faces."""

import torch

from genplay.train import stargan_paper as recipes
from tests.train.made_faces import paper


def test_the_papers_d_learns_from_new_faces_each_time():
    one = paper()
    network = one.network()
    seen: list[torch.Tensor] = []
    network.discriminator.register_forward_hook(lambda *args: seen.append(args[1][0].detach()))
    losses = list(one.play(network, 1))
    assert len(losses) == 3  # twice D, once G
    real = [seen[0], seen[3]]
    for step, x in zip((2, 3), real, strict=True):
        assert torch.equal(x, one.faces.batch(4, 0, step)[0])


def test_the_numbers_are_the_papers():
    schedule = recipes.SCHEDULE
    assert (schedule.lr, schedule.forger_lr, schedule.beta, schedule.second) == (1e-4, 1e-4, 0.5, 0.999)
    assert (schedule.batch, schedule.critics, schedule.decay) == (16, 5, 0.5)
    assert (recipes.CLASSIFICATION, recipes.RECONSTRUCTION, recipes.PENALTY) == (1, 10, 10)
