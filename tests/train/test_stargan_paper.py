"""The paper's recipe: its numbers, five steps of D for one of G, and targets that are other faces'."""

from dataclasses import replace

import numpy as np
import pytest
import torch

from genplay.models import stargan_losses as losses
from genplay.models import stargan_paper
from genplay.train import stargan_paper as recipes
from genplay.train.digits import generator
from genplay.train.stargan import Faces
from genplay.train.stargan_paper import PaperRecipe

NAMES = {"attributes": "Black Blond Brown Hat", "exclusive": "Black Blond Brown"}


def paper() -> PaperRecipe:
    rng = np.random.default_rng(0)
    images = rng.integers(0, 256, (24, 64, 64, 3)).astype(np.uint8)
    hair = np.eye(3, dtype=np.uint8)[rng.integers(0, 3, 24)]
    held = np.concatenate([hair, rng.integers(0, 2, (24, 1)).astype(np.uint8)], 1)
    faces = Faces(grey=images, attributes=held, valid=images[:6], valid_attributes=held[:6])
    config = stargan_paper.Config(**NAMES, width=2, blocks=1, judge=2)
    schedule = replace(recipes.SCHEDULE, steps=4, batch=4, validate_every=2, critics=2)
    return PaperRecipe(name="stargan_paper", faces=faces, config=config, schedule=schedule)


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


def test_what_g_minimises_is_the_papers_sum():
    one = paper()
    network = one.network()
    *_, forged = one.play(network, 0)
    x, own = one.faces.batch(4, 0, 1)  # of the second step of D
    target = own[torch.randperm(4, generator=generator(0, 1, 1))]
    y = network.edit(x, own, target).picture
    told = network.discriminator(y)
    by_hand = (
        -told.source[0].mean()
        + network.labels.loss(told.attributes, target).mean()
        + 10 * losses.reconstruction(x, network.edit(y, target, own).picture)
    )
    assert float(forged.detach()) == pytest.approx(float(by_hand.detach()), rel=1e-5)
