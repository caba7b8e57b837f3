import re
from dataclasses import replace

import numpy as np
import pytest

from genplay.families.vae import Gauss, Ledger
from genplay.ui import theme
from genplay.ui.tabs.vae.ledger_panel import LedgerPanel
from genplay.ui.widgets.bound_plot import BoundPlot
from genplay.ui.widgets.waterfall import Waterfall

TERMS = ["Reconstruction", "− KL(q ‖ p(z))", "ELBO", "+ KL(q ‖ p(z|x))", "log p(x), quadrature"]


@pytest.fixture
def panel(show):
    return show(LedgerPanel(), 964, 100)


def told(panel):
    """What each row says, by name, and the error."""
    *rows, last = panel.findChild(Waterfall).accessibleDescription().split("; ")
    last, _, error = last.partition(" ± ") if "quadrature" in last or "refining" in last else (last, "", "")
    parts = [row.replace(" = ", " ").rsplit(" ", 1) for row in (*rows, last)]
    return dict(parts), error


def number(words):
    return round(1000 * float(words.replace("−", "-").replace(",", "")))


def note(panel):
    return panel._note.text() if panel._note.isVisible() else ""


def test_the_rows_are_the_ledger_s_numbers(panel, scene, answers):
    panel.show_scene(scene())
    said, error = told(panel)
    shown = answers.sandwiched().ledger.shown()
    assert list(said) == TERMS
    assert list(said.values()) == ["−134.150", "−6.998", "−141.148", "+1.322", "−139.826"]
    assert [number(words) for words in said.values()] == [
        number(f"{sign * value:.3f}") for sign, value in zip((1, -1, 1, 1, 1), shown, strict=True)
    ]
    assert float(error) >= answers.sandwiched().ledger.error


@pytest.mark.parametrize("seed", range(20))
def test_they_add_up_to_the_last_digit(panel, scene, answers, seed):
    rng = np.random.default_rng(seed)
    recon, prior, gap = -rng.uniform(50, 200), rng.uniform(0, 20), rng.uniform(0, 9)
    made = answers.sandwiched(Ledger(recon, prior, gap, recon - prior + gap, 1e-5))
    panel.show_scene(scene(sandwiched=made))
    values = [number(words) for words in told(panel)[0].values()]
    assert values[0] + values[1] == values[2]
    assert values[2] + values[3] == values[4]


@pytest.mark.parametrize("error", [0.0, 3e-6, 0.00013, 0.02, 0.37])
def test_the_error_is_never_said_smaller_than_it_is_nor_none(panel, scene, answers, error):
    panel.show_scene(scene(sandwiched=answers.sandwiched(Ledger(-90, 5, 1, -94, error))))
    said = float(told(panel)[1])
    assert error <= said <= error + 1e-4
    assert said > 0


@pytest.mark.parametrize("model", ["vae_2d", "vae"])
def test_while_they_are_awaited_there_are_dashes(panel, scene, model):
    for waits in (scene(False, model=model), scene(model=model, waiting=frozenset({"sandwich", "bound"}))):
        panel.show_scene(scene(model=model))
        panel.show_scene(waits)
        assert set(told(panel)[0].values()) == {"–"}
        assert panel.findChild(BoundPlot).accessibleDescription() == ""
        assert note(panel) == ""


def test_a_first_answer_says_that_it_will_be_refined(panel, scene, answers):
    panel.show_scene(scene(sandwiched=answers.sandwiched(refined=False)))
    assert list(told(panel)[0])[-1] == "log p(x), refining"
    panel.show_scene(scene())
    assert list(told(panel)[0]) == TERMS


@pytest.mark.parametrize("model", ["vae", "vae_fashion"])
def test_of_more_latents_log_p_is_only_bounded(panel, scene, model):
    panel.show_scene(scene(model=model))
    said, _ = told(panel)
    assert said == {
        "Reconstruction ± 0.04": "−70.24",
        "− KL(q ‖ p(z))": "−24.62",
        "ELBO": "−94.86",  # of what is shown; −70.2449 − 24.6249 would be −94.87
        "log p(x) ≥ by 5,000 codes": "−92.42",
    }


def test_the_bound_says_by_how_many_codes_as_it_grows(panel, scene, answers):
    panel.show_scene(scene(model="vae", bounds=answers.bounds("vae", 3)))
    said, _ = told(panel)
    assert said["log p(x) ≥ by 50 codes"] == "−92.76"
    assert "KL(q ‖ p(z|x)), stays unknown" in panel._sum._rows[-1].hint


def test_the_plot_shows_the_bounds_and_what_they_rise_to(panel, scene, answers):
    panel.show_scene(scene())
    plot = panel.findChild(BoundPlot).accessibleDescription()
    made = answers.bounds()
    for k, mean in zip(made.counts.tolist(), made.means.tolist(), strict=True):
        assert f"k = {k:,}: {mean:.3f}".replace("-", "−") in plot
    assert "± 1.200" in plot
    assert "log p(x) = −139.826" in plot
    panel.show_scene(scene(model="vae"))
    assert "log p(x)" not in panel.findChild(BoundPlot).accessibleDescription()


def test_another_question_begins_a_new_axis_and_a_growing_answer_does_not(panel, scene, answers):
    plot = panel.findChild(BoundPlot)
    panel.show_scene(scene())
    wide = plot.range()
    few = replace(answers.bounds(), means=answers.bounds().means * 0 - 139.9, deviations=np.full(5, 0.01))
    panel.show_scene(scene(bounds=few))
    assert plot.range() == wide
    for other in ({"seed": 7}, {"step": 3}, {"q": Gauss((0.0, 0.0), (1.0, 1.0))}):
        panel.show_scene(scene())
        panel.show_scene(scene(bounds=few, **other))
        assert plot.range() != wide


def test_once_all_codes_are_drawn_the_axis_forgets_how_noisy_the_first_were(panel, scene, answers):
    plot, made = panel.findChild(BoundPlot), answers.bounds()
    noisy = replace(made, deviations=np.full(5, 9.0), done=made.total - 1)
    panel.show_scene(scene(bounds=noisy))
    assert plot.range()[1] > -132
    panel.show_scene(scene(bounds=replace(made, done=made.total)))
    assert plot.range()[1] < -138


def test_an_open_gap_is_a_sentence_where_there_is_room(panel, scene, answers):
    panel.show_scene(scene())
    assert note(panel) == ""
    assert panel._sum._rows[3].hint.startswith("The ELBO is 1.32 nats below log p(x)")
    panel.resize(964, 180)
    assert note(panel).startswith("The ELBO is 1.32 nats below log p(x)")
    assert panel.rect().contains(panel._note.geometry())
    panel.resize(964, 100)
    assert note(panel) == ""
    panel.resize(964, 180)
    panel.show_scene(scene(sandwiched=answers.sandwiched(Ledger(-90, 5, 0.2, -94.8, 1e-5))))
    assert note(panel) == ""


def test_an_encoding_beyond_the_sliders_is_a_sentence(panel, scene, answers):
    panel.resize(964, 180)
    far = replace(answers.encoded(), q=Gauss((9.5, 0.0), (0.1, 0.1)))
    panel.show_scene(scene(encoded=far))
    assert note(panel).startswith("The encoder puts this drawing beyond 8")
    assert "The encoder puts" not in panel._sum._rows[3].hint
    panel.show_scene(scene(encoded=far, q=Gauss((0.0, 0.0), (1.0, 1.0))))
    assert "The encoder puts" not in note(panel)


def test_what_went_wrong_is_said_in_any_room(panel, scene):
    panel.show_scene(scene(False, failures={"sandwich": "There is no checkpoint of VAE 2-D."}))
    assert note(panel) == "There is no checkpoint of VAE 2-D."
    panel.show_scene(scene())
    assert note(panel) == ""


@pytest.mark.parametrize("name", ["dark", "contrast"])
def test_it_follows_the_theme(panel, scene, qapp, name):
    panel.show_scene(scene())
    light = panel.grab().toImage()
    theme.apply(qapp, theme.Theme(name))
    assert panel.grab().toImage() != light


def test_a_posterior_gap_of_rounding_below_0_has_one_sign(panel, scene, answers):
    panel.show_scene(scene(sandwiched=answers.sandwiched(Ledger(-90.0, 5.0, -0.001, -95.001, 0.002))))
    said = told(panel)[0]["+ KL(q ‖ p(z|x))"]
    assert re.fullmatch(r"[+−]\d+\.\d{3}", said)
    assert said == "−0.001"
