"""InfoGAN: the bound on the information and its ceiling; Q's loss is of logits, computed by hand."""

import math

import pytest
import torch
from torch.distributions import Normal

from genplay.models import infogan
from genplay.models.infogan import Codes, Config, Reading

SMALL = Config(noise=5, width=4, hidden=16, reader=8)


def reading(logits: torch.Tensor, mean: torch.Tensor | None = None) -> Reading:
    count = len(logits)
    mean = torch.zeros(count, 2) if mean is None else mean
    return Reading(torch.zeros(count), logits, mean, torch.zeros(count, 2))


def codes(category: torch.Tensor, numbers: torch.Tensor | None = None) -> Codes:
    count = len(category)
    return Codes(torch.zeros(count, 5), category, torch.zeros(count, 2) if numbers is None else numbers)


@pytest.mark.parametrize("normed", [True, False])
def test_shapes_and_ranges(normed):
    torch.manual_seed(0)
    network = infogan.build(Config(noise=5, width=4, hidden=16, reader=8, normed=normed))
    drawn = infogan.draw_codes(network.config, 6, torch.Generator().manual_seed(1))
    pictures = network.generator.of(drawn)
    assert pictures.shape == (6, 1, 28, 28)
    assert pictures.min() > 0
    assert pictures.max() < 1
    found = network.reader(pictures)
    assert [tuple(part.shape) for part in found] == [(6,), (6, 10), (6, 2), (6, 2)]
    norms = [name for name, _ in network.reader.named_buffers()]
    assert bool(norms) == normed


def test_d_and_q_say_logits():
    torch.manual_seed(0)
    reader = infogan.build(SMALL).reader
    x = torch.rand(12, 1, 28, 28)
    with torch.no_grad():
        for last in (reader.verdict, reader.category):
            last.bias.zero_()
        once = reader(x)
        for last in (reader.verdict, reader.category):
            last.weight *= 1024
        often = reader(x)
    for before, after in ((once.verdict, often.verdict), (once.logits, often.logits)):
        torch.testing.assert_close(after, 1024 * before)  # neither sigmoid nor softmax would grow so
        assert after.abs().max() > 1
    assert (often.logits.logsumexp(1).abs() > 1).all()  # nor are they logarithms of shares


def test_g_reads_the_noise_by_its_deviation_and_the_category_by_its_scale():
    given: list[torch.Tensor] = []
    torch.manual_seed(0)
    network = infogan.build(Config(noise=5, width=4, hidden=16, reader=8, scale=4.0, deviation=0.25))
    network.generator.layers.register_forward_pre_hook(lambda _, read: given.append(read[0]))
    drawn = infogan.draw_codes(network.config, 6, torch.Generator().manual_seed(1))
    network.generator.of(drawn)
    noise, category, numbers = given[0].split((5, 10, 2), 1)
    torch.testing.assert_close(noise, drawn.noise / 4)
    torch.testing.assert_close(category, 4 * torch.eye(10)[drawn.category])
    assert torch.equal(numbers, drawn.numbers)


def test_codes_are_drawn_as_the_paper_says():
    drawn = infogan.draw_codes(SMALL, 20_000, torch.Generator().manual_seed(0))
    shares = torch.bincount(drawn.category, minlength=10) / 20_000
    torch.testing.assert_close(shares, torch.full((10,), 0.1), atol=0.01, rtol=0)
    assert drawn.numbers.abs().max() <= 1
    torch.testing.assert_close(drawn.numbers.var(0), torch.full((2,), 1 / 3), atol=0.01, rtol=0)
    torch.testing.assert_close(drawn.noise.std(), torch.tensor(1.0), atol=0.02, rtol=0)


def test_the_category_loss_is_that_of_logits_by_hand():
    logits = torch.tensor([[2.0, 0.0, 0.0], [0.0, 1.0, -1.0]])
    by_hand = [
        math.log(math.exp(2) + 2) - 2,
        math.log(1 + math.e + 1 / math.e) + 1,  # -log softmax of the last
    ]
    loss = infogan.category_loss(reading(logits), codes(torch.tensor([0, 2])))
    assert float(loss) == pytest.approx(sum(by_hand) / 2, abs=1e-6)
    twice = infogan.category_loss(reading(logits.softmax(1)), codes(torch.tensor([0, 2])))
    assert float(twice) != pytest.approx(float(loss), abs=0.05)  # what a softmax before it would give


def test_the_number_loss_is_a_normals_of_deviation_1():
    mean, numbers = torch.tensor([[0.3, -1.0], [0.0, 0.5]]), torch.tensor([[0.1, -0.5], [1.0, 0.5]])
    loss = infogan.number_loss(reading(torch.zeros(2, 10), mean), codes(torch.tensor([0, 1]), numbers))
    known = -Normal(mean, 1.0).log_prob(numbers).sum(1).mean() - math.log(2 * math.pi)
    torch.testing.assert_close(loss, known)


def test_information_is_0_without_an_idea_and_its_ceiling_when_all_is_known():
    category = torch.arange(10)
    assert float(infogan.information(reading(torch.zeros(10, 10)), codes(category))) == pytest.approx(
        0, abs=1e-6
    )
    sure = 100 * torch.eye(10)
    assert float(infogan.information(reading(sure), codes(category))) == pytest.approx(math.log(10))
    assert SMALL.ceiling == math.log(10)
    misled = infogan.information(reading(sure.roll(1, 0)), codes(category))
    assert float(misled) < 0  # a bound, which a wrong Q makes worthless


def test_the_bound_is_below_the_information_of_a_channel():
    torch.manual_seed(0)
    channel = torch.rand(10, 10).softmax(1)  # p(x | c) of 10 possible pictures
    joint = channel / 10
    exact = float((joint * (joint / (joint.sum(0) * 0.1)).log()).sum())
    posterior = (joint / joint.sum(0)).T  # p(c | x), a row for each x
    every = torch.cartesian_prod(torch.arange(10), torch.arange(10))  # c, x
    weights = joint[every[:, 0], every[:, 1]]
    for q, tight in ((posterior, True), ((posterior + 0.05) / 1.5, False)):
        bound = math.log(10) + float((weights * q[every[:, 1], every[:, 0]].log()).sum())
        assert bound <= exact + 1e-6
        assert (abs(bound - exact) < 1e-6) == tight


def test_d_is_told_logits():
    real, fake = torch.tensor([2.0, -1.0]), torch.tensor([0.5])
    by_hand = -(torch.sigmoid(real).log().mean() + (1 - torch.sigmoid(fake)).log().mean())
    torch.testing.assert_close(infogan.verdict_loss(real, fake), by_hand)
    smoothed = -(0.9 * real.sigmoid().log() + 0.1 * (-real).sigmoid().log()).mean()
    torch.testing.assert_close(
        infogan.verdict_loss(real, fake, target=0.9), smoothed - (1 - fake.sigmoid()).log().mean()
    )
    torch.testing.assert_close(infogan.forger_loss(fake), -fake.sigmoid().log().mean())


def test_invariant_information_reaches_its_ceiling_when_two_views_agree_on_balanced_categories():
    sure = 100 * torch.eye(10)
    shared = infogan.invariant_information(sure, sure)
    assert float(shared) == pytest.approx(math.log(10), abs=1e-4)
    one = 100 * torch.eye(10)[torch.zeros(10, dtype=torch.long)]
    assert float(infogan.invariant_information(one, one)) == pytest.approx(0, abs=1e-4)
    apart = infogan.invariant_information(sure, sure.roll(1, 0))  # a joint that is symmetric again
    assert float(apart) < float(shared)
    twice = infogan.invariant_information(sure, sure, balance=2.0)
    assert float(twice) == pytest.approx(3 * math.log(10), abs=1e-4)


def test_the_spread_is_learned_beside_the_game():
    torch.manual_seed(0)
    network = infogan.build(SMALL)
    drawn = infogan.draw_codes(SMALL, 8, torch.Generator().manual_seed(1))
    infogan.spread_loss(network.reader(network.generator.of(drawn)), drawn).backward()
    moved = {name for name, p in network.named_parameters() if p.grad is not None and p.grad.any()}
    assert moved == {"reader.logvar.weight", "reader.logvar.bias"}


@pytest.mark.parametrize("wrong", [{"noise": 0}, {"width": 0}, {"scale": 0.0}, {"deviation": -1.0}])
def test_impossible_sizes_are_refused(wrong):
    with pytest.raises(ValueError, match="at least 1"):
        Config(**wrong)
