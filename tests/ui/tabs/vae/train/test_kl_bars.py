"""A row for each latent: how long its bar is, what is written, and which have collapsed."""

import numpy as np
import pytest
from PySide6.QtCore import QRect

from genplay.ui import theme
from genplay.ui.tabs.vae.train.kl_bars import KlBars
from tests.ui.tabs.painted import has, rgb, seen, where


@pytest.fixture
def bars(show):
    return show(KlBars(), 220, 260)


def kl(*values):
    return {"kl": np.array(values, np.float32)}


def lengths(bars, rows):
    """How many pixels of orange there are in the middle of each row."""
    high = bars.sizeHint().height() // rows
    orange = where(bars, "orange")
    return [int(orange[round((row + 0.5) * high)].sum()) for row in range(rows)]


@pytest.mark.parametrize("latent", [1, 2, 5, 10])
def test_each_latent_has_a_row(bars, scene, latent):
    bars.show_scene(scene(latent=latent, result=kl(*[0.75] * latent)))
    said = bars.accessibleDescription()
    assert said.count("0.75") == latent
    assert f"z{chr(0x2080 + latent)}" in said or latent == 10
    assert bars.end() == 1
    assert bars.sizeHint().height() == latent * (24 if latent <= 5 else 17)


def test_a_bar_is_as_long_as_its_kl_is_of_what_the_whole_stands_for(bars, scene):
    bars.show_scene(scene(latent=2, result=kl(2.0, 0.5)))
    assert bars.end() == 2
    whole, part = lengths(bars, 2)
    assert part == pytest.approx(whole / 4, abs=1)
    track = 220 - 26 - 44
    assert whole == pytest.approx(track, abs=1)


@pytest.mark.parametrize(("most", "end"), [(0.0, 0.5), (0.5, 0.5), (0.51, 1), (7, 10), (12_000, 10_000)])
def test_the_whole_stands_for_a_round_number_and_jumps(bars, scene, most, end):
    bars.show_scene(scene(latent=2, result=kl(most, 0.0)))
    assert bars.end() == end


def test_a_kl_of_next_to_nothing_is_still_a_line(bars, scene):
    bars.show_scene(scene(latent=2, result=kl(2.0, 1e-6)))
    assert lengths(bars, 2)[1] == 1


def test_collapsed_latents_are_named_once_there_was_a_step(bars, scene):
    means = np.zeros((40, 2), np.float32)
    means[:, 0] = np.linspace(-1, 1, 40)
    bars.show_scene(scene(step=9, result={"means": means, **kl(2, 0.004)}))
    assert bars.accessibleDescription() == "z₁ 2.00, z₂ 0.00 inactive"
    named = seen(bars)
    bars.show_scene(scene(step=0, result={"means": means, **kl(2, 0.004)}))
    assert bars.accessibleDescription() == "z₁ 2.00, z₂ 0.00"
    plain = seen(bars)
    assert (named[:24] == plain[:24]).all()  # the active one is as it was
    assert (named[24:48] != plain[24:48]).any()


def test_no_number_is_shown_while_another_is_awaited(bars, scene):
    bars.show_scene(scene(latent=2, shown={"stale": True}))
    assert bars.accessibleDescription() == ""
    assert not has(bars, "orange")
    assert has(bars, "sunken")  # the tracks stay
    bars.show_scene(scene(latent=2))
    assert has(bars, "orange")


def test_kl_beyond_all_bounds_is_drawn_at_full_length(bars, scene):
    bars.show_scene(scene(latent=2, result=kl(np.inf, 700)))
    assert "∞" in bars.accessibleDescription()
    assert bars.end() == 1_000
    first, second = lengths(bars, 2)
    assert first > second > 0


@pytest.mark.parametrize("look", ["dark", "contrast"])
def test_bars_and_tracks_follow_the_theme(bars, scene, qapp, look):
    bars.show_scene(scene(latent=2, result=kl(2.0, 0.5)))
    theme.apply(qapp, theme.Theme(look))
    assert has(bars, "orange")
    right = QRect(150, 24, 20, 24)  # of the second track, beyond its bar
    assert where(bars, "line" if look == "contrast" else "sunken", right).any()


def test_rows_grow_with_the_scale(bars, scene, qapp):
    bars.show_scene(scene(latent=2, result=kl(2.0, 2.0)))
    theme.apply(qapp, theme.Theme(scale=2.0))
    assert bars.sizeHint().height() == 2 * 2 * 24
    bars.resize(440, 100)
    assert lengths(bars, 2) == pytest.approx([2 * (220 - 26 - 44)] * 2, abs=2)
    assert tuple(seen(bars)[48, 60]) != rgb("orange")  # between the rows
