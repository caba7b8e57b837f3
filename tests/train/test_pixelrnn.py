"""PixelRNN's recipes: reproducible, and the same loss by the compiled walk as by the plain network."""

import dataclasses

import numpy as np
import pytest
import torch

pytest.importorskip("numba", reason="needs the train extra")
pytest.importorskip("lightning_fabric", reason="needs the train extra")

from genplay.models.pixelrnn import Config
from genplay.train import pixelrnn
from genplay.train.digits import Digits
from genplay.train.loop import fit
from genplay.train.pixelrnn import NegativeLogLikelihood, PixelRnnRecipe
from genplay.train.recipe import Schedule

SCHEDULE = Schedule(
    steps=40, batch=8, lr=0.02, warmup=3, weight_decay=0, ema=0.9, clip=10, validate_every=20, decay=0.5
)


def recipe(kind: str = "row", **changes) -> PixelRnnRecipe:
    draw = np.random.default_rng(0)
    grey = np.repeat(draw.choice([10, 245], (40, 4)), 5, axis=1).astype(np.uint8)  # rows of ink or of paper
    digits = Digits(grey=grey, valid=(grey[:10] > 128).astype(np.uint8))
    config = Config(kind=kind, height=4, width=5, hidden=4, layers=1, head=4)
    name = "row_lstm" if kind == "row" else "diagonal_bilstm"
    plain = PixelRnnRecipe(name=name, digits=digits, config=config, schedule=SCHEDULE)
    return dataclasses.replace(plain, **changes)


@pytest.mark.parametrize("kind", ["row", "diagonal"])
def test_it_learns_that_rows_are_of_one_colour(kind):
    *_, last = fit(recipe(kind, schedule=dataclasses.replace(SCHEDULE, steps=120)))
    assert last.metrics["best"] < 0.5 * 20 * np.log(2)


def test_the_network_is_that_of_its_seed():
    one, same, other = recipe().network(), recipe().network(), recipe(seed=1).network()
    for name, value in one.state_dict().items():
        assert torch.equal(value, same.state_dict()[name])
    assert not torch.equal(one.first.weight, other.first.weight)


@pytest.mark.parametrize("kind", ["row", "diagonal"])
def test_the_loss_is_the_same_by_the_compiled_walk_and_by_the_plain_network(kind):
    network, x = recipe(kind).network(), recipe().batch(0)
    fast = NegativeLogLikelihood(network)(x)
    slow = NegativeLogLikelihood(network.double())(x.double())
    torch.testing.assert_close(fast.double(), slow, atol=1e-5, rtol=1e-6)


def test_both_recipes_say_what_they_are():
    digits = recipe().digits
    row, diagonal = (pixelrnn.recipe(name, digits).describe() for name in ("row_lstm", "diagonal_bilstm"))
    assert (row["name"], row["kind"]) == ("row_lstm", "row")
    assert (diagonal["name"], diagonal["kind"]) == ("diagonal_bilstm", "diagonal")
