from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtGui import QFont, QFontMetricsF

from genplay import paths
from genplay.families.vae import MODELS, Climb, Gauss, Ledger, VaeState
from genplay.ui import theme
from genplay.ui.tabs.vae import formulas
from genplay.ui.widgets.formula import FormulaStrip
from genplay.ui.widgets.typeset import EM, formula_size

GAP = 9  # px between terms


def terms(state):
    return [term for group in formulas.layout(state) for term in group]


def number(words):
    return float(words.strip("≥ ").replace("−", "-").replace(",", ""))


def vector(words):
    return [number(part) for part in words.strip("()").split(", ")]


@pytest.mark.parametrize("model", MODELS)
def test_every_term_is_typeset(model):
    for term in terms(VaeState(model=model)):
        assert (paths.assets() / "formulas" / f"{term.formula}.svg").is_file(), term.formula


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("answered", [True, False])
def test_every_value_has_its_term(scene, model, answered):
    keys = {term.key for term in terms(VaeState(model=model)) if term.key}
    assert set(formulas.values(scene(answered, model=model))) == keys


def test_two_latents_have_all_terms_as_the_ledger_shows_them(scene, answers):
    said = formulas.values(scene())
    shown = answers.sandwiched().ledger.shown()
    names = ("reconstruction", "kl_prior", "elbo", "kl_posterior", "log_p")
    assert [number(said[name]) for name in names] == [float(f"{value:.3f}") for value in shown]
    total = number(said["reconstruction"]) - number(said["kl_prior"]) + number(said["kl_posterior"])
    assert total == pytest.approx(number(said["log_p"]), abs=1e-9)


def test_more_latents_have_a_bound_and_no_gap(scene):
    said = formulas.values(scene(model="vae"))
    assert said["log_p"] == "≥ −92.42"
    assert said["kl_posterior"] == "–"
    assert number(said["reconstruction"]) - number(said["kl_prior"]) == pytest.approx(number(said["elbo"]))


def test_the_code_of_two_latents_is_a_sum_of_vectors(scene, answers):
    made = scene()
    noise = np.array([0.5, -1.25])
    q = answers.gauss("vae_2d")
    z = np.array(q.mu) + np.array(q.sigma) * noise
    said = formulas.values(replace(made, decoded=replace(made.decoded, z=z, eps=noise)))
    assert said["mu"] == "(−0.64, 0.28)"
    assert said["sigma"] == "(0.023, 0.019)"
    assert said["eps"] == "(0.50, −1.25)"
    assert vector(said["z"]) == pytest.approx(z.tolist(), abs=0.005)


def test_of_a_code_set_by_hand_it_is_said_which_noise_would_have_made_it(scene):
    made = scene(z=(1.0, -0.5))
    said = formulas.values(
        replace(made, decoded=replace(made.decoded, z=np.array([1.0, -0.5]), q=None, eps=None))
    )
    assert said["z"] == "(1.00, −0.50)"
    mu, sigma = np.array([-0.637, 0.278]), np.array([0.023, 0.019])
    assert vector(said["eps"]) == pytest.approx(((np.array([1.0, -0.5]) - mu) / sigma).tolist(), abs=0.005)


def test_the_code_under_the_pointer_is_told_while_it_is_there(scene):
    made = scene()
    pointed = replace(made.decoded, z=np.array([2.0, 1.0]), q=None, eps=None)
    assert formulas.values(replace(made, pointed=pointed))["z"] == "(2.00, 1.00)"


def test_while_one_points_elsewhere_mu_and_sigma_stay_those_of_the_code(scene):
    made = scene()
    blended = Gauss((0.5, -0.25), (0.1, 0.2))  # which neither the encoder gives nor the state has
    pointed = replace(made.decoded, z=np.array([0.6, 0.15]), q=None, eps=None)
    said = formulas.values(replace(made, decoded=replace(made.decoded, q=blended), pointed=pointed))
    assert (said["mu"], said["sigma"]) == ("(0.50, −0.25)", "(0.100, 0.200)")
    assert said["eps"] == "(1.00, 2.00)"


def test_of_more_latents_the_most_informative_one_is_told_with_its_name(scene, answers):
    made = scene(model="vae")
    most = int(np.argmax(answers.points("vae").kl))
    assert formulas.told(made) == most
    said, q = formulas.values(made), answers.gauss("vae")
    name = "z" + "".join(chr(ord("₀") + int(digit)) for digit in str(most + 1))
    assert said["z"] == f"{name} = {q.mu[most]:.2f}".replace("-", "−")
    assert said["mu"] == f"{q.mu[most]:.2f}".replace("-", "−")
    assert said["sigma"] == f"{q.sigma[most]:.3f}"
    assert said["eps"] == "0.00"


def test_until_all_pictures_are_encoded_the_drawing_s_own_most_informative_is_told(scene, answers):
    made = scene(model="vae", points=answers.points("vae", total=10_000))
    assert formulas.told(made) == int(np.argmax(answers.encoded("vae").kl))
    assert formulas.told(scene(False, model="vae")) == 0


@pytest.mark.parametrize("model", MODELS)
def test_what_is_awaited_is_a_dash(scene, model):
    assert set(formulas.values(scene(False, model=model)).values()) == {"–"}
    late = formulas.values(scene(model=model, waiting=frozenset({"sandwich", "bound", "decode"})))
    assert {late[key] for key in ("log_p", "reconstruction", "kl_prior", "elbo", "z", "eps")} == {"–"}


def test_answers_of_another_model_are_awaited_ones(scene, answers):
    other = {name: getattr(scene(model="vae"), name) for name in ("decoded", "encoded", "points", "bounds")}
    made = scene(False, model="vae_fashion", estimated=answers.estimated("vae"), **other)
    assert set(formulas.values(made).values()) == {"–"}


def test_q_on_its_way_up_is_that_of_its_step(scene, answers):
    mu, sigma = np.array([[0.0, 0.0], [1.5, -1.0]]), np.array([[1.0, 1.0], [0.25, 0.5]])
    climb = Climb("vae_2d", answers.picture(0), mu, sigma, np.array([-150.0, -141.0]))
    made = scene(step=1, climb=climb, decoded=None)
    said = formulas.values(made)
    assert (said["mu"], said["sigma"]) == ("(1.50, −1.00)", "(0.250, 0.500)")
    late = formulas.values(replace(made, waiting=frozenset({"improve"})))
    assert (late["mu"], late["sigma"]) == ("–", "–")


def test_a_q_set_by_hand_needs_no_answer(scene):
    said = formulas.values(scene(False, q=Gauss((0.5, 0.25), (0.5, 1.5))))
    assert (said["mu"], said["sigma"], said["z"]) == ("(0.50, 0.25)", "(0.500, 1.500)", "–")


def test_a_code_set_by_hand_needs_no_answer(scene):
    assert formulas.values(scene(False, z=(1.5, -2.0)))["z"] == "(1.50, −2.00)"


def width(words, term):
    font = theme.current().font("caption")
    font.setWeight(QFont.Weight.Normal if term.token == "text" else QFont.Weight.DemiBold)
    return QFontMetricsF(font).horizontalAdvance(words)


@pytest.mark.parametrize("model", MODELS)
def test_no_value_reaches_into_its_neighbour_s(qapp, scene, answers, model):
    made = scene(model=model)
    if model == "vae_2d":
        large = answers.sandwiched(Ledger(-1234.5678, 123.4567, 45.6789, -1312.3456, 1e-4))
        made = scene(sandwiched=large, q=Gauss((-7.99, -7.99), (1.999, 1.999)))
    said = formulas.values(made)
    for term in terms(made.state):
        if term.key:
            room = max(formula_size(term.formula, EM).width(), width(term.widest, term)) + GAP
            assert width(said[term.key], term) <= room, term.key


@pytest.mark.parametrize("model", MODELS)
def test_all_groups_fit_the_strip_of_a_small_window(show, qapp, model):
    strip = show(FormulaStrip(), 1084, 56)
    strip.set_layout(formulas.layout(VaeState(model=model)))
    assert len(strip._fitting(theme.current())[0]) == 3


@pytest.mark.parametrize("model", MODELS)
def test_above_the_dimensions_the_kl_of_the_most_informative_is_in_closed_form(scene, answers, model):
    made = scene(model=model, lower="dimensions")
    assert {term.key for term in terms(made.state) if term.key} == set(formulas.values(made))
    said, at = formulas.values(made), formulas.told(made)
    mu, variance, log = (
        float(said[key].replace("−", "-")) for key in ("mu_squared", "sigma_squared", "log_sigma_squared")
    )
    q = answers.gauss(model)
    assert (mu, variance) == pytest.approx((q.mu[at] ** 2, q.sigma[at] ** 2), abs=5.1e-5)
    name, kl = said["kl_j"].split(": ")
    assert name == "z" + "".join(chr(ord("₀") + int(digit)) for digit in str(at + 1))
    assert float(kl) == pytest.approx(0.5 * (mu + variance - 1 - log), abs=6e-4)
    assert float(kl) == pytest.approx(answers.encoded(model).kl[at], abs=5.1e-4)


@pytest.mark.parametrize("model", MODELS)
def test_the_kl_in_closed_form_fits_and_is_a_dash_while_q_is_awaited(show, scene, qapp, model):
    strip = show(FormulaStrip(), 1084, 56)
    strip.set_layout(formulas.layout(VaeState(model=model, lower="dimensions")))
    assert len(strip._fitting(theme.current())[0]) == 3
    late = formulas.values(scene(False, model=model, lower="dimensions"))
    assert set(late.values()) == {"–"}
