"""The recipe of DCGAN: the paper's numbers, pictures in -1 to 1, and the same training from the same seed."""

from dataclasses import replace

import numpy as np
import pytest
import torch

from genplay.data import fashion
from genplay.errors import UserError
from genplay.models import dcgan
from genplay.train import dcgan as recipes
from genplay.train.dcgan import Items, bordered, planar, scaled
from genplay.train.digits import generator
from genplay.train.loop import fit
from tests.train import by_hand

AVATARS = replace(
    recipes.recipe("dcgan_avatars", Items(grey=np.zeros((0,)), valid=np.zeros((0,)))),
    config=dcgan.Config(side=64, channels=3, noise=10, width=2, normed=False),
)


def items(count: int = 40) -> Items:
    images = np.random.default_rng(0).integers(0, 256, (count, 28, 28)).astype(np.uint8)
    pictures = bordered(images)
    return Items(grey=pictures, valid=pictures[:10])


def recipe() -> recipes.DcganRecipe:
    whole = recipes.recipe("dcgan_fashion", items())
    schedule = replace(whole.schedule, steps=4, batch=8, validate_every=2)
    return replace(whole, config=dcgan.Config(noise=10, width=2), schedule=schedule)


def colour() -> recipes.DcganRecipe:
    images = planar(np.random.default_rng(1).integers(0, 256, (40, 64, 64, 3)).astype(np.uint8))
    schedule = replace(AVATARS.schedule, steps=4, batch=8, validate_every=2)
    return replace(AVATARS, items=Items(grey=images, valid=images[:10]), schedule=schedule)


@pytest.mark.parametrize("made", [recipe, colour])
def test_a_training_runs_and_is_the_same_again(monkeypatch, tmp_path, made):
    monkeypatch.setattr(recipes, "_SETTLED", 1)
    first, again = (list(fit(made()))[-1] for _ in range(2))
    stopped = fit(made(), path=tmp_path / "state.safetensors", every=1)
    next(stopped)
    stopped.close()
    resumed = list(fit(made(), path=tmp_path / "state.safetensors", resume=True))[-1]
    assert all(torch.equal(value, resumed.best[key]) for key, value in first.best.items())
    assert first.curve == again.curve
    assert all(torch.equal(value, again.best[key]) for key, value in first.best.items())
    dcgan.build(made().config).load_state_dict(first.best)
    assert first.unit == "squared Frechet distance"


def test_colour_pictures_come_in_the_order_that_convolutions_like():
    one = colour()
    x = one.items.batch(8, 0, 3)
    assert x.shape == (8, 3, 64, 64)
    assert x.is_contiguous(memory_format=torch.channels_last)
    learned = {picture.tobytes() for picture in one.items.grey}
    back = ((x + 1) * 127.5).round().byte().numpy()
    assert all(picture.tobytes() in learned for picture in back)
    assert len({picture.tobytes() for picture in back}) == 8


def test_missing_avatars_are_drawn_by_one_command():
    with pytest.raises(UserError, match="genplay data avatars"):
        Items.avatars()


def test_the_slope_of_d_is_held_small_every_few_turns():
    whole = colour()
    plain = replace(whole, r1=0.0)
    network = whole.network()
    held, free = (
        [float(next(one.play(network, step)).detach()) for step in range(recipes.LAZY + 1)]
        for one in (whole, plain)
    )
    assert [a > b for a, b in zip(held, free, strict=True)] == [True, *[False] * (recipes.LAZY - 1), True]
    x = whole.items.batch(8, 0, 0)
    slopes = [
        torch.autograd.functional.jacobian(lambda at: network.discriminator(at[None])[0], one) for one in x
    ]
    penalty = float(torch.stack([slope.square().sum() for slope in slopes]).mean())
    assert held[0] - free[0] == pytest.approx(0.5 * whole.r1 * recipes.LAZY * penalty, rel=1e-3)


def test_the_rates_are_the_papers():
    schedule = recipes.SCHEDULE
    assert (schedule.lr, schedule.forger_lr, schedule.beta) == (2e-4, 2e-4, 0.5)


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


def spelt_out(one: recipes.DcganRecipe, network: dcgan.Dcgan, step: int) -> tuple[torch.Tensor, torch.Tensor]:
    """Return D's loss and G's, by sums."""
    real = one.items.batch(8, one.seed, step)
    z = torch.randn(8, 10, generator=generator(one.seed, 1, step))
    fakes, told = network.generator(z), network.discriminator
    judged = by_hand.log_loss(told(real)) + by_hand.log_loss(told(fakes.detach()), 0.0)
    if one.r1 and step % recipes.LAZY == 0:
        at = real.clone().requires_grad_()
        (slope,) = torch.autograd.grad(told(at).sum(), at, create_graph=True)
        judged = judged + 0.5 * one.r1 * recipes.LAZY * slope.square().sum((1, 2, 3)).mean()
    return judged, by_hand.log_loss(told(fakes))


@pytest.mark.parametrize("step", [0, 5])
@pytest.mark.parametrize("made", [recipe, colour])
def test_both_losses_are_what_they_are_meant_to_be(made, step):
    one = made()
    network = one.network()
    losses = list(one.play(network, step))
    judged, forged = spelt_out(one, network, step)
    assert len(losses) == 2
    by_hand.assert_same(losses[0], judged, network.discriminator, untouched=network.generator)
    by_hand.assert_same(losses[1], forged, network.generator)


@pytest.mark.parametrize("made", [recipe, colour])
def test_a_step_is_to_the_players_own_advantage(made):
    one = made()
    network = one.network()
    for turn, player in enumerate(one.players(network)):
        before = spelt_out(one, network, 1)[turn]
        step = torch.optim.SGD(player.parameters(), 1e-3)
        list(one.play(network, 1))[turn].backward()
        step.step()
        network.zero_grad()
        assert spelt_out(one, network, 1)[turn] < before


def test_every_turn_has_noise_of_its_own():
    one = recipe()
    network = one.network()
    with by_hand.inputs(network.generator) as given:
        for step in range(3):
            list(one.play(network, step))
    z = torch.cat(given)
    assert z.shape == (24, 10)
    assert len(z.unique(dim=0)) == 24


def test_running_statistics_are_of_noise_and_of_real_pictures(monkeypatch):
    monkeypatch.setattr(recipes, "_SETTLED", 2)
    one = recipe()
    network = one.network()
    with by_hand.inputs(network.generator) as read, by_hand.inputs(network.discriminator) as seen:
        by_hand.assert_settled(network, lambda: one.settle(network), batches=2)
    assert torch.equal(torch.cat(seen), scaled(one.items.grey))
    z = torch.cat(read)
    assert z.unique(dim=0).shape == (500, 10)
    assert float(z.std()) == pytest.approx(1, abs=0.05)


def test_what_is_kept_has_the_statistics_of_its_own_weights(monkeypatch):
    monkeypatch.setattr(recipes, "_SETTLED", 1)
    one = recipe()
    kept = list(fit(one))[-1].best
    network = dcgan.build(one.config)
    network.load_state_dict(kept)
    one.settle(network)
    for name, buffer in network.named_buffers():
        torch.testing.assert_close(buffer, kept[name])


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
    images = fashion.load("train", full_data("fashion-mnist").parent).images
    np.testing.assert_array_equal(found.grey, bordered(images[:55_000]))
    np.testing.assert_array_equal(found.valid, bordered(images[55_000:]))
    assert len(found.valid) == 5_000
