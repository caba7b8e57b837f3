"""The VAEs' recipes: fresh pixels and fresh codes, a function of seed and step, and a bound that falls."""

import dataclasses
from dataclasses import asdict

import numpy as np
import pytest
import torch

pytest.importorskip("lightning_fabric", reason="needs the train extra")

from genplay.data import fashion
from genplay.data.mnist import Digits as Labelled
from genplay.models import vae
from genplay.train import clothes, state
from genplay.train import vae as recipes
from genplay.train.digits import Digits
from genplay.train.loop import fit
from genplay.train.published import Published
from genplay.train.recipe import Schedule
from genplay.train.vae import NegativeBound, VaeRecipe

SCHEDULE = Schedule(
    steps=60, batch=8, lr=0.02, warmup=3, weight_decay=0, ema=0.9, clip=100, validate_every=20
)


def recipe(**changes) -> VaeRecipe:
    """Pictures of 12 pixels, of which a half is ink and a half is paper, either way round."""
    side = np.random.default_rng(0).integers(0, 2, (60, 1))
    grey = np.where(side == (np.arange(12) < 6), 230, 25).astype(np.uint8)
    config = vae.Config(dims=12, latent=2, hidden=8, layers=2)
    digits = Digits(grey=grey[:40], valid=(grey[40:] > 128).astype(np.uint8))
    plain = VaeRecipe(name="vae", digits=digits, config=config, schedule=SCHEDULE)
    return dataclasses.replace(plain, **changes)


@pytest.mark.parametrize("samples", [1, 3])
def test_a_batch_is_that_of_its_step_and_seed_with_pixels_and_noise(samples):
    plain = recipe(samples=samples)
    batch = plain.batch(2)
    assert batch.shape == (8, 12 + 2 * samples + 1)
    assert (batch[:, -1] == 0).all()
    assert torch.equal(batch, plain.batch(2))
    assert not torch.equal(batch[:, 12:-1], plain.batch(3)[:, 12:-1])
    assert not torch.equal(batch[:, 12:-1], recipe(samples=samples, seed=1).batch(2)[:, 12:-1])
    assert torch.equal(batch[:, :12], plain.digits.batch(8, 0, 2))
    noise = torch.cat([plain.batch(step)[:, 12:-1].flatten() for step in range(400)])
    assert noise.mean().item() == pytest.approx(0, abs=0.05)
    assert noise.var().item() == pytest.approx(1, abs=0.05)


def test_there_is_one_code_of_each_picture_at_first():
    whole = recipe(samples=3, single=5)
    assert [whole.batch(step).shape[1] for step in (0, 4, 5, 6)] == [15, 15, 19, 19]
    assert whole.validation().shape == (20, 19)  # one measure for all of it
    assert torch.equal(whole.batch(5), recipe(samples=3).batch(5))


def test_what_is_validated_on_has_the_same_noise_whatever_the_seed():
    found = recipe().validation()
    assert torch.equal(found, recipe(seed=1).validation())
    assert torch.equal(found[:, :12], torch.from_numpy(recipe().digits.valid).float())
    assert found.shape == (20, 15)


@pytest.mark.parametrize("samples", [1, 4])
def test_the_loss_is_the_negative_bound_of_each_pictures_own_codes(samples):
    plain = recipe(samples=samples)
    network = plain.network()
    batch = plain.batch(0)
    losses = NegativeBound(network)(batch)
    for row, loss in zip(batch, losses, strict=True):
        x, eps = row[None, :12], row[12:-1].reshape(samples, 1, 2)
        known = vae.elbo(network, x, eps) if samples == 1 else vae.bound(vae.log_weights(network, x, eps))
        torch.testing.assert_close(loss, -known[0])


def with_free(batch: torch.Tensor, free: float) -> torch.Tensor:
    return torch.cat((batch[:, :-1], torch.full((len(batch), 1), free)), 1)


@pytest.mark.parametrize("samples", [1, 4])
def test_what_a_latent_lacks_of_its_free_nats_is_added(samples):
    plain = recipe(samples=samples)
    network, batch = plain.network(), plain.batch(0)
    with torch.no_grad():
        mean = vae.kl(*network.encode(batch[:, :12])).mean(0)
        least, most = mean.min().item(), mean.max().item()
        assert least < most
        bound = NegativeBound(network)(batch)
        for free in (0.5 * least, 0.5 * (least + most), most + 1):
            lacking = sum(max(free - value, 0) for value in mean.tolist())
            torch.testing.assert_close(NegativeBound(network)(with_free(batch, free)), bound + lacking)


def test_a_kl_within_the_free_nats_costs_nothing():
    network, batch = recipe().network(), recipe().batch(0)
    x, eps = batch[:, :12], batch[:, 12:14]
    mu, logvar = network.encode(x, settled=True)
    free = vae.kl(mu, logvar).mean(0).max().item() + 1
    distortion = -vae.log_likelihood(network, x, vae.reparametrise(mu, logvar, eps))
    parameters = list(network.parameters())
    wanted = torch.autograd.grad(distortion.mean(), parameters)
    found = torch.autograd.grad(NegativeBound(network)(with_free(batch, free)).mean(), parameters)
    for one, other in zip(found, wanted, strict=True):
        torch.testing.assert_close(one, other, atol=1e-6, rtol=1e-4)


def test_nats_are_free_in_the_last_part_and_where_it_is_validated():
    schedule = dataclasses.replace(SCHEDULE, last=4, last_lr=0.01)
    whole = recipe(schedule=schedule, free=0.25)
    assert [whole.batch(step)[:, -1].unique().tolist() for step in (0, 55, 56, 59)] == [
        [0], [0], [0.25], [0.25]
    ]  # fmt: skip
    assert whole.validation()[:, -1].unique().tolist() == [0.25]


def test_there_is_one_code_of_each_picture_in_the_last_part():
    schedule = dataclasses.replace(SCHEDULE, last=4, last_lr=0.01)
    whole = recipe(schedule=schedule, free=0.25, samples=3, single=5)
    assert [whole.batch(step).shape[1] for step in (4, 5, 55, 56, 59)] == [15, 19, 19, 15, 15]


def test_a_sleeping_latent_wakes_in_the_last_part_and_the_hidden_layers_sleep():
    schedule = dataclasses.replace(SCHEDULE, steps=300, validate_every=300)
    plain = recipe(schedule=schedule)
    *_, slept = fit(plain)
    longer = dataclasses.replace(schedule, steps=500, validate_every=500, last=200, last_lr=0.02)
    waking = recipe(schedule=longer, free=0.3)
    published = Published(weights=slept.best, step=300, seconds=0, curve=())
    *_, woken = fit(waking, published=published)
    x = torch.from_numpy(plain.digits.valid).float()
    least = []
    for last in (slept, woken):
        network = plain.network()
        network.load_state_dict(last.best)
        with torch.no_grad():
            least.append(vae.kl(*network.encode(x)).mean(0).min().item())
    assert least[0] < 0.1
    assert least[1] > 0.2
    same = {name: torch.equal(value, slept.best[name]) for name, value in woken.best.items()}
    assert all(same[name] for name in same if name.startswith(("encoder.hidden", "encoder.norms")))
    assert not any(same[name] for name in same if name.startswith(("encoder.out", "decoder.out")))


def test_in_mixed_precision_the_codes_and_the_sums_are_of_float32():
    network, batch = recipe().network(), recipe().batch(0)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        losses = NegativeBound(network)(batch)
        mu, logvar = network.encode(batch[:, :12])
    assert losses.dtype == mu.dtype == logvar.dtype == torch.float32
    torch.testing.assert_close(losses, NegativeBound(network)(batch), rtol=0.02, atol=0)


def test_the_network_begins_with_the_mean_ink():
    network = recipe().network()
    torch.testing.assert_close(network.decoder.out.bias.sigmoid(), recipe().digits.mean)
    again, other = recipe().network(), recipe(seed=1).network()
    assert all(torch.equal(a, b) for a, b in zip(network.parameters(), again.parameters(), strict=True))
    assert not torch.equal(network.encoder.out.weight, other.encoder.out.weight)


@pytest.mark.parametrize("samples", [1, 3])
def test_it_learns_which_half_is_ink(samples):
    whole = recipe(samples=samples, schedule=dataclasses.replace(SCHEDULE, steps=300, validate_every=60))
    *_, last = fit(whole)
    losses = dict(last.curve)
    assert min(losses.values()) < 6  # 12 log 2 = 8.3 without a code
    network = whole.network()
    network.load_state_dict(last.best)
    with torch.no_grad():
        x = torch.from_numpy(whole.digits.valid).float()
        assert ((network(x) > 0) == (x > 0.5)).all()


def test_an_interrupted_training_ends_in_the_same_bytes(tmp_path):
    whole = recipe(schedule=dataclasses.replace(SCHEDULE, steps=12, validate_every=4), samples=2, single=7)
    *_, straight = fit(whole)
    path = tmp_path / "state.safetensors"
    training = fit(whole, every=1, path=path)
    for _ in range(5):
        next(training)
    training.close()
    assert state.load(path)[0].recipe == whole.describe()
    *_, resumed = fit(whole, path=path, resume=True)
    assert resumed.curve == straight.curve
    assert all(torch.equal(value, straight.best[name]) for name, value in resumed.best.items())


@pytest.mark.parametrize(("name", "latent"), [("vae", 50), ("vae_2d", 2), ("vae_fashion", 16)])
def test_each_recipe_says_all_its_numbers(name, latent):
    whole = recipes.recipe(name, recipe().digits)
    said = whole.describe()
    assert (said["name"], said["latent"]) == (name, latent)
    assert (said["samples"], said["single"], said["free"]) == (whole.samples, whole.single, whole.free)
    assert asdict(whole.config).items() <= said.items()
    assert asdict(whole.schedule).items() <= said.items()


def test_clothes_are_grey_to_learn_from_and_drawn_once_to_validate_on(monkeypatch):
    images = np.random.default_rng(0).integers(0, 256, (30, 28, 28)).astype(np.uint8)
    monkeypatch.setattr(fashion, "load", lambda split, folder: Labelled(images, np.zeros(30, np.uint8)))
    monkeypatch.setattr(clothes, "KEPT", 10)
    items = recipes.load_fashion()
    assert (items.grey == images[:20].reshape(20, 784)).all()
    assert (items.valid == recipes.load_fashion().valid).all()
    assert set(np.unique(items.valid)) == {0, 1}
    bright, dark = images[20:].reshape(10, 784) > 200, images[20:].reshape(10, 784) < 55
    assert items.valid[bright].mean() > 0.8
    assert items.valid[dark].mean() < 0.2
