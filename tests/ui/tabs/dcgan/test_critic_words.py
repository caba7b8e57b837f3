import numpy as np
import pytest

from genplay.families.base import Drawing
from genplay.families.dcgan import MODELS, Explained, Scored, Verdict
from genplay.ui.tabs.dcgan import critic_words as words

LOGITS = np.stack([np.linspace(0, 10, 101), np.linspace(-10, 0, 101)]).astype(np.float32)


def judged(logit):
    return Verdict("dcgan_fashion", Drawing.blank(), logit, np.zeros((32, 32, 1), np.uint8))


def test_a_verdict_and_its_logit():
    assert words.verdict(judged(1.0)) == "0.731"
    assert words.beside(judged(1.0)) == ("logit 1.00, no density", "no density")
    assert words.verdict(judged(-1.0)) == "0.269"
    assert words.beside(judged(-1.0))[0] == "logit −1.00, no density"
    assert (words.verdict(judged(-15.78)), words.verdict(judged(20.0))) == ("1.40 × 10⁻⁷", "1.000")
    assert (words.verdict(None), words.beside(None)) == ("–", ("no density",))


@pytest.mark.parametrize(("value", "share"), [(-1.0, 0), (0.05, 0), (4.05, 40), (9.95, 99), (99.0, 100)])
def test_the_share_below_a_logit(value, share):
    assert words.beyond(LOGITS[0], value) == share


def test_where_a_verdict_lies():
    said = words.place(judged(2.55), LOGITS)
    assert "25 % of the real test pictures, and 100 % of G’s" in said
    assert "did not come" in words.place(judged(0.0), None)
    assert words.place(None, LOGITS) == ""


def test_the_papers_test_is_told_for_every_model():
    for model in MODELS:
        assert "82.8 % on CIFAR-10" in words.test(model)
    assert "20,000" in words.test("dcgan_fashion")
    assert "100 labelled avatars" in words.test("dcgan_avatars")
    known = Explained("dcgan_fashion", np.zeros(8, np.float32), None, {"pixels": 0.8123})
    assert words.right(known, "pixels") == "81.2 %"
    assert words.right(known, "random") == words.right(None, "pixels") == "–"


def test_a_verdict_is_no_density():
    assert words.warning(None).startswith("No density")
    said = words.warning(Scored("dcgan_fashion", (0.25, 0.984, 0.75)))
    assert said.endswith("from real ones. “Page full of ink”, like neither, gets 0.984.")
    assert "“White page”, like neither, gets 0.500" in words.warning(
        Scored("dcgan_avatars", (0.5, 0.25, 0.125))
    )


def test_pages_that_d_sees_through_prove_nothing():
    assert words.warning(Scored("dcgan_avatars", (5e-8, 1e-9, 1e-12))) == words.warning(None)
