import pytest
from PySide6.QtGui import QFontMetricsF

from genplay import paths
from genplay.ui import text, theme
from genplay.ui.tabs.vae.train import formulas

TERMS = [term for group in formulas.LAYOUT for term in group]


def test_every_term_is_typeset():
    for term in TERMS:
        assert (paths.assets() / "formulas" / f"{term.formula}.svg").exists()


def test_values_are_of_terms_that_are_there_and_fit(scene, qapp):
    values = formulas.values(scene(step=30, beta=0.001))
    assert values.keys() == {term.key for term in TERMS if term.key}
    metrics = QFontMetricsF(theme.current().font("caption"))
    widest = {term.key: term.widest for term in TERMS}
    for key, value in values.items():
        if key != "beta":
            assert metrics.horizontalAdvance(value) <= metrics.horizontalAdvance(widest[key])


def test_the_terms_add_up(scene):
    values = formulas.values(scene(step=30, beta=3))
    total, reconstruction, kl = (
        float(values[key].replace(",", "")) for key in ("total", "reconstruction", "kl")
    )
    assert total == pytest.approx(reconstruction + 3 * kl, abs=0.03)


def test_before_the_first_step_only_beta_is_known(scene):
    assert formulas.values(scene(step=0)) == {"beta": "1"}


@pytest.mark.parametrize(
    ("beta", "said"), [(0, "autoencoder"), (0.5, "no bound"), (1, "is the ELBO"), (4, "below the ELBO")]
)
def test_it_is_said_what_beta_makes_of_the_loss(scene, beta, said):
    assert said in formulas.remark(scene(beta=beta))
    assert text.MINUS in formulas.remark(scene(beta=beta))
