"""A model is told how to read: AR-N how far back, one of any order in which; the others are told nothing."""

import math
from dataclasses import replace

import numpy as np
import pytest
import torch

from genplay.cli.arguments import ORDERS
from genplay.data import examples
from genplay.data.examples import grey_digits
from genplay.engine import checkpoints
from genplay.engine.answer import Engine
from genplay.families.autoregressive import FARTHEST, Sample, Samples, Score
from genplay.families.base import Drawing
from genplay.families.orders import NAMES, Order, ensemble
from genplay.models import eonade, markov, vae
from genplay.train.evaluate import log_probs
from tests.cli.test_sampling import pictures_in

DRAWN = Drawing.of(grey_digits().images[0] >= 128)


@pytest.fixture
def tiny(own, head_of):
    """A small model of any order among the user's own."""
    torch.manual_seed(7)
    network = eonade.build(eonade.Config(hidden=9))
    checkpoints.save(own / "eonade-none.safetensors", head_of("eonade", network), network.state_dict(), {})


@pytest.fixture
def counted(own, head_of):
    """An AR-N that looks back over four pixels at most."""
    bits = np.random.default_rng(7).integers(0, 2, (50, 784)).astype(np.uint8)
    network = markov.fit(markov.Config(most=4, reach=3), bits)
    checkpoints.save(own / "arn-none.safetensors", head_of("arn", network), network.state_dict(), {})


def scored(genplay, digit, model, *words):
    (row,) = genplay("score", digit, "--model", model, "--json", *words).rows
    return row


def test_what_can_be_typed_is_what_there_is():
    assert tuple(NAMES) == ORDERS
    assert FARTHEST == 10


def test_arn_scores_with_the_reach_that_it_is_given(genplay, digit):
    found = [scored(genplay, digit, "arn", "--reach", n) for n in (1, 10)]
    expected = [Engine().last(Score("arn", DRAWN, reach=n)) for n in (1, 10)]
    assert [row["log_prob"] for row in found] == [result.log_prob for result in expected]
    assert [row["percentile"] for row in found] == [result.percentile for result in expected]
    assert len({row["log_prob"] for row in [*found, scored(genplay, digit, "arn")]}) == 3


@pytest.mark.usefixtures("tiny")
def test_a_model_of_any_order_scores_along_the_one_that_it_is_given(genplay, digit):
    ways = {
        (): Order(),
        ("--order", "spiral"): Order("spiral"),
        ("--order", "random"): Order("random"),
        ("--order", "random", "--order-seed", 5): Order("random", 5),
    }
    for words, order in ways.items():
        expected = Engine().last(Score("eonade", DRAWN, order)).log_prob
        assert scored(genplay, digit, "eonade", *words)["log_prob"] == expected


@pytest.mark.usefixtures("tiny")
def test_over_several_orders_probabilities_are_averaged(genplay, digit):
    row = scored(genplay, digit, "eonade", "--order", "columns", "--orders", 9)
    network = checkpoints.load("eonade").network
    bits = DRAWN.flat()[None]
    alone = [log_probs(network, bits, order)[0] for order in ensemble(Order("columns"), 9)]
    assert row["log_prob"] == pytest.approx(np.logaddexp.reduce(alone) - math.log(9), abs=1e-3)
    assert row["bits_per_pixel"] == pytest.approx(-row["log_prob"] / math.log(2) / 784)
    assert row["percentile"] is None
    assert scored(genplay, digit, "eonade", "--orders", 1) == scored(genplay, digit, "eonade")


@pytest.mark.usefixtures("tiny")
def test_samples_are_those_of_the_engine_that_reads_so(genplay, tmp_path):
    ways = {("eonade", "--order", "centre"): {"order": Order("centre")}, ("arn", "--reach", 2): {"reach": 2}}
    for (model, *words), how in ways.items():
        assert genplay("sample", model, *words, "--n", 4, "--out", tmp_path / "a.png").code == 0
        result = Engine().last(Sample(model, Drawing.blank(), **how, count=4))
        assert isinstance(result, Samples)
        assert (pictures_in(tmp_path / "a.png", 2).reshape(4, -1) == result.pixels).all()


@pytest.mark.usefixtures("tiny", "counted")
def test_evaluate_measures_how_it_reads_so(genplay, tmp_path):
    bits = examples.test_digits().bits[:20]
    np.savez(tmp_path / "data.npz", x=bits)

    def measured(model, *words):
        (row,) = genplay("evaluate", model, *words, "--data", tmp_path / "data.npz", "--json").rows
        return row["nll_nats"]

    along = log_probs(checkpoints.load("eonade").network, bits, Order("reversed"))
    assert measured("eonade", "--order", "reversed") == pytest.approx(-along.mean())
    over = [log_probs(checkpoints.load("eonade").network, bits, order) for order in ensemble(Order(), 9)]
    mean = np.logaddexp.reduce(over) - math.log(9)
    assert measured("eonade", "--orders", 9) == pytest.approx(-mean.mean())
    longest = checkpoints.load("arn").network
    shorter = markov.build(replace(longest.config, reach=2))
    shorter.load_state_dict(longest.state_dict())
    assert measured("arn", "--reach", 2) == pytest.approx(-log_probs(shorter, bits).mean())
    assert measured("arn") == pytest.approx(-log_probs(longest, bits).mean())


REFUSED = {
    ("nade", "--reach", 3): "nade takes no --reach: only AR-N looks back over N pixels.",
    ("rnade", "--reach", 3): "rnade takes no --reach: only AR-N looks back over N pixels.",
    ("nade", "--order", "raster"): "nade takes no --order: it reads in one order only.",
    ("arn", "--order-seed", 1): "arn takes no --order-seed: it reads in one order only.",
    ("arn", "--reach", 5): "This checkpoint of arn has counted 4 pixels back at most, not 5.",
    ("eonade", "--order-seed", 1): "--order-seed goes with --order random.",
    ("eonade", "--order", "spiral", "--order-seed", 1): "--order-seed goes with --order random.",
}


@pytest.mark.usefixtures("tiny", "counted")
@pytest.mark.parametrize(("words", "said"), REFUSED.items(), ids=str)
def test_what_a_model_cannot_be_told_is_refused_once_and_in_a_sentence(genplay, digit, tmp_path, words, said):
    model, *how = words
    np.savez(tmp_path / "data.npz", x=examples.test_digits().bits[:2])
    for call in (
        ("score", digit, digit, "--model", model),
        ("sample", model, "--out", tmp_path / "a.png"),
        ("evaluate", model, "--data", tmp_path / "data.npz"),
    ):
        outcome = genplay(*call, *how)
        assert (outcome.code, outcome.out, outcome.sentence) == (1, "", f"genplay: {said}")


def test_averaging_is_for_a_model_of_any_order(genplay, digit):
    outcome = genplay("score", digit, "--orders", 4)
    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.sentence == "genplay: nade takes no --orders: it reads in one order only."


@pytest.mark.parametrize("words", [("--reach", 0), ("--reach", 11), ("--order", "zigzag"), ("--orders", 129)])
def test_what_is_out_of_range_is_a_wrong_call(genplay, digit, words):
    assert genplay("score", digit, *words).code == 2


@pytest.fixture
def coded(own, head_of):
    """A small model with latents among the user's own."""
    network = vae.build(vae.Config(latent=2, hidden=4, layers=1))
    checkpoints.save(own / "coded-none.safetensors", head_of("coded", network), network.state_dict(), {})


def test_a_model_with_latents_draws_no_pixel_after_the_other(genplay, coded, tmp_path):
    outcome = genplay("sample", "coded", "--out", tmp_path / "grid.png")
    assert outcome.code == 1
    assert outcome.sentence == "genplay: coded draws no pixel after the other: the VAE tab samples it."


def test_a_model_with_latents_reads_in_no_order(genplay, coded, digit):
    outcome = genplay("score", digit, "--model", "coded", "--order", "spiral")
    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.sentence == "genplay: coded takes no --order: it reads all pixels at once."
