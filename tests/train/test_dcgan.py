"""The recipe of DCGAN: the paper's numbers, pictures in -1 to 1, and the same training from the same seed."""

from dataclasses import replace

import numpy as np
import torch

from genplay.models import dcgan
from genplay.train import dcgan as recipes
from genplay.train.dcgan import Items, bordered, scaled
from genplay.train.loop import fit


def items(count: int = 40) -> Items:
    images = np.random.default_rng(0).integers(0, 256, (count, 28, 28)).astype(np.uint8)
    pictures = bordered(images)
    return Items(grey=pictures, valid=pictures[:10])


def recipe() -> recipes.DcganRecipe:
    whole = recipes.recipe("dcgan_fashion", items())
    schedule = replace(whole.schedule, steps=4, batch=8, validate_every=2)
    return replace(whole, config=dcgan.Config(noise=10, width=2), schedule=schedule)


def test_a_training_runs_and_is_the_same_again(monkeypatch):
    monkeypatch.setattr(recipes, "_SETTLED", 1)
    first, again = (list(fit(recipe()))[-1] for _ in range(2))
    assert first.curve == again.curve
    assert all(torch.equal(value, again.best[key]) for key, value in first.best.items())
    dcgan.build(recipe().config).load_state_dict(first.best)


def test_the_numbers_are_the_papers():
    schedule = recipes.SCHEDULE
    assert (schedule.lr, schedule.forger_lr, schedule.beta, schedule.batch) == (2e-4, 2e-4, 0.5, 128)


def test_pictures_have_a_border_of_paper_and_are_scaled_for_tanh():
    images = np.full((1, 28, 28), 255, np.uint8)
    x = scaled(bordered(images))
    assert x.shape == (1, 1, 32, 32)
    assert (x[..., 2:30, 2:30] == 1).all()
    assert (x[..., :2, :] == -1).all()
    assert (x.min(), x.max()) == (-1, 1)


def test_real_and_forged_pictures_are_judged_in_batches_of_their_own():
    one = recipe()
    network = one.network()
    sizes: list[int] = []
    network.discriminator.register_forward_hook(lambda *args: sizes.append(len(args[2])))
    for loss in one.play(network, 0):
        loss.backward()
    assert sizes == [8, 8, 8]
    assert all(p.grad is not None for p in network.generator.parameters())


def test_validation_tells_pictures_that_are_like_the_real_ones():
    one = recipe()
    network = one.network().eval()

    class Copying(torch.nn.Module):
        def forward(self, z):
            return scaled(one.items.valid)[: len(z)]

    far = one.validate(network)
    network.generator = Copying()
    assert abs(one.validate(network)) < 1e-6 < far


def test_validation_items_are_none_of_those_it_learns_from(full_data):
    found = Items.load(full_data("fashion-mnist").parent)
    assert found.grey.shape == (55_000, 1, 32, 32)
    assert len(found.valid) == 5_000
