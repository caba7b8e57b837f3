"""The right column: what each latent costs and what the loss is the sum of, as far as there is room."""

import numpy as np
import pytest

from genplay.ui import theme
from genplay.ui.tabs.vae.train.costs_panel import CostsPanel
from tests.ui.tabs.painted import has


@pytest.fixture
def panel(show):
    made = show(CostsPanel(), 216, 400)
    made.set_room(400, wide=True)
    return made


def collapsed(latent=2, asleep=1):
    """A result whose last latents have collapsed."""
    means = np.random.default_rng(0).normal(size=(40, latent)).astype(np.float32)
    means[:, latent - asleep :] = 0
    return {"means": means}


def ledger(panel):
    return panel.ledger.accessibleDescription()


def test_the_ledger_adds_up_with_beta(panel, scene, texts):
    panel.show_scene(scene(step=30, beta=2.5))
    paid = 100.0 / np.arange(6, 31) + 50
    kl = 4 - 3.0 / np.arange(6, 31)
    assert f"Reconstruction {paid.mean():.2f}" in ledger(panel)
    assert f", KL {kl.mean():.2f}" in ledger(panel)
    assert f"β KL, β = 2.5 {2.5 * kl.mean():.2f}" in ledger(panel)
    assert ledger(panel).endswith("L 66.34")  # 56.85 + 9.49, as they are shown: their exact sum is 66.33
    assert "nats, mean of 25 steps" in texts(panel)


def test_before_the_first_step_and_while_one_is_awaited_there_are_dashes(panel, scene, texts):
    for values in ({"step": 0}, {"shown": {"stale": True}}, {"answered": False}):
        panel.show_scene(scene(**values))
        assert ledger(panel) == "Reconstruction –, KL –, β KL, β = 1 –, L –"
        assert "nats" in texts(panel)


def test_it_says_how_many_latents_are_used(panel, scene, texts):
    panel.show_scene(scene(latent=5, result=collapsed(5, 2)))
    assert "3 of 5 active" in texts(panel)
    assert "These latents have collapsed onto the prior, and the decoder does without them: z₄, z₅." in texts(
        panel
    )
    panel.show_scene(scene(latent=5))
    assert "5 of 5 active" in texts(panel)
    assert not [words for words in texts(panel) if "collapsed" in words]


def test_the_bars_are_of_the_same_scene(panel, scene):
    panel.show_scene(scene(latent=2, result={"kl": np.array([1.5, 0.25], np.float32)}))
    assert panel.bars.accessibleDescription() == "z₁ 1.50, z₂ 0.25"


def test_where_there_is_less_room_the_sentence_goes_first_and_then_the_ledger(panel, scene):
    panel.show_scene(scene(latent=2, result=collapsed()))
    needed = 2 * 24 + 4 * 24 + 2 * 22 + 4 * 6  # bars, ledger, two titles, what is between them
    seen = []
    for height in (needed + 72, needed + 71, needed, needed - 1):
        panel.set_room(height, wide=True)
        seen.append((panel._note.isVisible(), panel.ledger.isVisible(), panel.bars.isVisible()))
    assert seen == [(True, True, True), (False, True, True), (False, True, True), (False, False, True)]


def test_in_a_narrow_column_only_the_bars_are_shown(panel, scene, texts):
    panel.show_scene(scene(latent=2, result=collapsed()))
    panel.set_room(400, wide=False)
    assert texts(panel) == ["KL per dimension"]
    assert not panel.notes
    assert panel.bars.isVisible()


def test_a_sentence_that_is_not_needed_takes_no_room(panel, scene):
    panel.show_scene(scene(latent=2))
    assert panel.notes
    assert not panel._note.isVisible()


@pytest.mark.parametrize("look", ["dark", "contrast"])
def test_it_follows_the_theme(panel, scene, qapp, qtbot, look):
    panel.show_scene(scene())
    theme.apply(qapp, theme.Theme(look))
    qtbot.waitUntil(lambda: panel.ledger.height() == 4 * 24)
    assert has(panel, "orange")  # the bars, and the swatch of the KL
    assert has(panel, "blue")


def test_at_a_larger_scale_the_same_room_holds_less(panel, scene, qapp):
    panel.show_scene(scene(latent=10, result=collapsed(10, 3)))
    panel.set_room(430, wide=True)
    assert panel._note.isVisible()
    theme.apply(qapp, theme.Theme(scale=2.0))
    panel.resize(432, 860)  # the same in px at 100 %
    assert panel._note.isVisible()
    assert panel.ledger.sizeHint().height() == 2 * 4 * 24
