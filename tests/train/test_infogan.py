"""The recipes of InfoGAN: what each step depends on, what the numbers mean, and no label anywhere."""

import math
from dataclasses import replace

import numpy as np
import pytest
import torch

from genplay.models import infogan
from genplay.train import infogan as recipes
from genplay.train.digits import generator
from genplay.train.infogan import Agreement, GreyDigits, Guidance, Rules
from genplay.train.jitter import Jitter
from genplay.train.loop import fit
from genplay.train.recipe import GameSchedule
from tests.train import by_hand

TINY = infogan.Config(noise=4, width=2, hidden=8, reader=6, scale=4.0, normed=False)


def digits(count: int = 300) -> GreyDigits:
    grey = np.random.default_rng(0).integers(0, 256, (count, 784)).astype(np.uint8)
    return GreyDigits(grey=grey, valid=grey[:20])


def recipe(name: recipes.Name = "infogan", **guided: float) -> recipes.InfoGanRecipe:
    whole = recipes.recipe(name, digits())
    schedule = replace(whole.schedule, steps=4, batch=8, validate_every=2)
    one = replace(whole, config=replace(TINY, normed=whole.config.normed), schedule=schedule)
    return replace(one, guidance=replace(one.guidance, **guided)) if guided else one


@pytest.mark.parametrize("name", recipes.CONFIGS)
def test_a_training_runs_and_is_the_same_again(name, monkeypatch):
    monkeypatch.setattr(recipes, "_SETTLED", 1)
    first, again = (list(fit(recipe(name)))[-1] for _ in range(2))
    assert first.step == 4
    assert first.curve == again.curve
    assert all(torch.equal(value, again.best[key]) for key, value in first.best.items())
    infogan.build(recipe(name).config).load_state_dict(first.best)


def test_an_interruption_while_it_is_guided_or_after_changes_nothing(tmp_path, monkeypatch):
    monkeypatch.setattr(recipes, "_SETTLED", 1)
    changed: list[int] = []
    mend = recipes.InfoGanRecipe.mend

    def watched(one: recipes.InfoGanRecipe, network: infogan.InfoGan, step: int) -> bool:
        if found := mend(one, network, step):
            changed.append(step)
        return found

    monkeypatch.setattr(recipes.InfoGanRecipe, "mend", watched)
    one = replace(recipe(mend=2, formed=2, turns=4), agreement=Agreement(begin=3))
    one = replace(one, schedule=replace(one.schedule, steps=6, validate_every=3))
    path = tmp_path / "state.safetensors"
    whole = list(fit(one, every=1))[-1]
    assert changed == [2]
    for stop in (1, 2, 3, 4, 5):  # before and after the mend, while the noise grows, and in the paper's game
        part = fit(one, path=path, every=1)
        while next(part).step < stop:
            pass
        part.close()
        resumed = list(fit(one, path=path, every=1, resume=True))[-1]
        assert resumed.curve == whole.curve
        for key, value in whole.best.items():
            assert torch.equal(value, resumed.best[key]), (stop, key)
    assert changed == [2] * 6  # once in each, before or after the interruption


def test_running_statistics_are_of_codes_as_drawn_and_of_digits_as_they_are(monkeypatch):
    monkeypatch.setattr(recipes, "_SETTLED", 2)
    one = replace(recipe(), digits=digits(500))
    network = one.network()
    with by_hand.inputs(network.generator.layers) as read, by_hand.inputs(network.reader) as seen:
        by_hand.assert_settled(network, lambda: one.settle(network), batches=2)
    assert torch.equal(torch.cat(seen), recipes.pictures(one.digits.grey))
    noise, category, numbers = torch.cat(read).split((4, 10, 2), 1)
    assert noise.unique(dim=0).shape == (500, 4)
    assert float(noise.std()) == pytest.approx(1, abs=0.05)  # the whole of it, as when it is shown
    assert (category.sum(0) > 0).all()
    assert numbers.abs().max() <= 1


def test_the_papers_recipe_is_the_papers():
    paper = recipes.recipe("infogan_paper", digits())
    assert paper.config == infogan.Config()
    assert paper.agreement is None
    assert {paper.rules(step) for step in (0, 9000, 20_000)} == {Rules()}
    assert Rules() == (False, 1.0, 1.0, 1.0)
    schedule = GameSchedule(steps=21_450, batch=128, lr=2e-4, forger_lr=1e-3, beta=0.5, ema=0.998)
    assert paper.schedule == schedule  # what the figures in the module's docstring are of


def test_the_plain_gan_is_of_our_size_and_plays_as_long():
    plain, ours = (recipes.recipe(name, digits()) for name in ("infogan_plain", "infogan"))
    assert plain.config == replace(ours.config, scale=1.0)
    assert plain.schedule == replace(ours.schedule, lr=2e-4)
    assert plain.describe()["apart"] is True


def test_ours_goes_by_the_papers_rules_once_the_categories_have_formed():
    one = recipes.recipe("infogan", digits())
    assert one.rules(8999).jittered
    assert one.rules(9000) == one.rules(19_999) == Rules()
    assert one.schedule.steps > 2 * one.guidance.turns  # most of the training


def test_ours_says_that_it_is_not_the_papers():
    assert "for the first 9,000 turns" in recipes.PAPERS["infogan"]
    assert "Ji et al. 2019" in recipes.PAPERS["infogan"]
    described = recipes.recipe("infogan", digits()).describe()
    assert described["agreement_weight"] == 1.0
    assert described["guided_turns"] == 9000
    assert described["jitter_turn"] == 25.0
    assert described["numbers"] == 2  # of the network, which the guidance does not hide
    paper = recipes.recipe("infogan_paper", digits()).describe()
    assert not [name for name in paper if name.startswith(("guided", "agreement", "jitter"))]


def test_both_players_learn_q_and_only_d_sees_real_digits():
    one = recipe()
    network = one.network()
    losses = one.play(network, 0)
    next(losses).backward()
    assert network.reader.category.weight.grad.abs().sum() > 0
    assert all(parameter.grad is None for parameter in network.generator.parameters())
    next(losses).backward()
    assert all(parameter.grad is not None for parameter in network.generator.parameters())


def test_the_plain_game_has_no_word_about_codes_though_its_q_learns():
    one = recipe("infogan_plain")
    told, untold = one.network(), one.network()
    d_loss, g_loss = one.play(told, 0)
    d_loss.backward()
    draw = generator(one.seed, 1, 0)
    codes = infogan.draw_codes(one.config, one.schedule.batch, draw)
    fakes = untold.generator.of(codes).detach()
    real = untold.reader(one.digits.batch(one.schedule.batch, one.seed, 0)).verdict
    infogan.verdict_loss(real, untold.reader(fakes).verdict).backward()
    for name, parameter in untold.reader.trunk.named_parameters():
        torch.testing.assert_close(told.reader.trunk.get_parameter(name).grad, parameter.grad)
    assert told.reader.category.weight.grad.abs().sum() > 0
    told.zero_grad()
    g_loss.backward()
    assert not any(p.grad.any() for p in told.reader.category.parameters() if p.grad is not None)
    assert all(parameter.grad is not None for parameter in told.generator.parameters())


def test_weights_come_and_grow_when_they_should():
    agreement = Agreement(weight=2.0, begin=100)
    assert [agreement.of(step) for step in (0, 50, 75, 100, 1000)] == [0, 0, 1, 2, 2]
    guide = Guidance(early=0.5, formed=10, turns=20)
    assert [guide.rules(step).noise for step in (0, 10, 15, 20, 99)] == [0.5, 0.5, 0.75, 1, 1]
    assert [guide.rules(step).jittered for step in (0, 19, 20)] == [True, True, False]
    with pytest.raises(ValueError, match="before the guidance ends"):
        Guidance(formed=20, turns=20)


def test_views_of_one_digit_come_as_pairs(monkeypatch):
    monkeypatch.setattr(recipes, "JITTER", Jitter(turn=0, shear=0, scale=0, shift=0, stroke=0, noise=0))
    one = recipe()
    network = one.network()
    with by_hand.inputs(network.reader) as seen:
        next(one.play(network, one.guidance.turns))
    real, forged, views = seen  # the game's, and what Q reads beside it
    torch.testing.assert_close(views, real[:4].repeat(2, 1, 1, 1), atol=1e-5, rtol=0)
    assert len(real) == len(forged) == 8


def stuck(network: infogan.InfoGan) -> None:
    """Let all digits be of category 3."""
    with torch.no_grad():
        network.reader.category.weight.mul_(0.01)
        network.reader.category.bias.zero_()
        network.reader.category.bias[3] = 10


def test_an_unused_category_begins_anew_as_a_copy_of_the_most_used():
    one = recipe(mend=2)
    network = one.network()
    stuck(network)
    assert not one.mend(network, 1)
    columns = network.generator.layers[0].weight.detach()[:, 4:14]
    assert one.mend(network, 2)
    bias = network.reader.category.bias.detach()
    assert float(bias[0].exp() + bias[3].exp()) == pytest.approx(math.exp(10), rel=1e-4)
    assert (columns[:, 0] - columns[:, 3]).abs().max() < columns[:, 3].std()


def test_a_balanced_code_is_left_alone(monkeypatch):
    one = recipe(mend=2)
    network = one.network()
    monkeypatch.setattr(recipes.InfoGanRecipe, "_used", lambda *_: torch.full((10,), 30))
    before = {name: value.clone() for name, value in network.state_dict().items()}
    assert not one.mend(network, 2)
    assert all(torch.equal(value, before[name]) for name, value in network.state_dict().items())


def test_validation_is_the_gap_to_the_ceiling():
    one = recipe()
    network = one.network().eval()
    stuck(network)
    assert one.validate(network) == pytest.approx(math.log(10), abs=1e-3)  # one category tells nothing
    assert one.validate(network) == one.validate(network)


def test_digits_come_in_an_order_of_their_own_each_epoch():
    some = digits(20)
    first = torch.cat([some.batch(10, 0, step) for step in (0, 1)])
    second = torch.cat([some.batch(10, 0, step) for step in (2, 3)])
    assert not torch.equal(first, second)
    for epoch in (first, second):
        rows = (epoch.reshape(20, -1) * 255).round().byte()
        assert {bytes(row.numpy()) for row in rows} == {bytes(row) for row in some.grey}
    assert (first.min() >= 0, first.max() <= 1) == (True, True)


def test_validation_digits_are_none_of_those_it_learns_from(full_data):
    found = GreyDigits.load(full_data("mnist").parent)
    assert (len(found.grey), len(found.valid)) == (55_000, 5_000)
