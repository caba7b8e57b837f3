import numpy as np
import pytest

from genplay.families.vae.live import Losses
from genplay.ui import text
from genplay.ui.tabs.vae.train import words


def rows(step):
    spent = np.arange(1, step + 1)
    return 100.0 / spent + 50, 4 - 3.0 / spent


@pytest.mark.parametrize("step", [1, 7, 25, 26, 400])
def test_what_was_paid_is_the_mean_of_the_latest_steps_and_adds_up(scene, step):
    paid = words.paid(scene(step=step, beta=2.5))
    reconstruction, kl = (term[-25:].mean() for term in rows(step))
    assert paid.steps == min(step, 25)
    assert paid.reconstruction == pytest.approx(reconstruction, rel=1e-5)
    assert paid.kl == pytest.approx(kl, rel=1e-5)
    assert paid.total == pytest.approx(paid.reconstruction + 2.5 * paid.kl, abs=0.01)


@pytest.mark.parametrize("seed", range(20))
def test_the_terms_add_up_as_they_are_shown(seed):
    reconstruction, kl, beta = np.random.default_rng(seed).uniform(1, 200, 3).tolist()
    paid = words.Paid(reconstruction, kl, beta, 25)
    shown = [round(100 * float(text.nats(term).replace(",", ""))) for term in (reconstruction, paid.weighted)]
    assert round(100 * float(text.nats(paid.total).replace(",", ""))) == sum(shown)


def test_of_many_steps_the_last_blocks_are_weighed_by_their_size(scene):
    terms = np.stack([*rows(5003), np.zeros(5003)], 1).astype(np.float32)
    losses = Losses.of(terms)
    paid = words.paid(scene(step=5003, result={"losses": losses}))
    assert 25 - 8 <= paid.steps <= 25 + 8
    assert paid.kl == pytest.approx(float(terms[-paid.steps :, 1].mean()), rel=1e-5)


def test_nothing_was_paid_before_the_first_step_or_while_another_is_awaited(scene):
    assert words.paid(scene(step=0)) is None
    assert words.paid(scene(answered=False)) is None
    assert words.paid(scene(shown={"stale": True})) is None


@pytest.mark.parametrize(
    ("kl", "shown"),
    [([2.0], (0,)), ([0.1, 0.2], (0, 1)), ([0, 3, 0, 0, 5], (1, 4)), ([0, 0, 0, 0, 0], (0, 1))],
)
def test_the_plane_shows_the_latents_with_the_most_kl(plan, train, kl, shown):
    result = train(plan(latent=len(kl)), 3, kl=np.array(kl, np.float32))
    assert words.axes(result) == shown


def test_the_pace_is_known_after_the_first_step(plan, train):
    assert words.pace(train(plan(), 0)) == ""
    assert words.pace(train(plan(), 3)) == "1.5 ms a step"
    assert words.pace(train(plan(), 3, milliseconds=1234.5)) == "1,234 ms a step"


def test_numbers_that_were_set_are_as_short_as_they_are():
    written = [words.setting(value) for value in (1.0, 0.002, 0.0001, 1000, 0)]
    assert written == ["1", "0.002", "0.0001", "1,000", "0"]


def test_the_sheet_says_in_which_order_it_is(plan, train):
    said = {latent: words.sheet(train(plan("digits", latent=latent), 1)) for latent in (1, 2, 5)}
    assert said[1] == "Decoded along z₁, row by row"
    assert said[2] == "Decoded: z₁ to the right, z₂ up"
    assert said[5] == "Decoded from draws of the prior"
