"""What a finished training is measured on: each figure is the mean of its own pictures."""

import math
from dataclasses import dataclass, replace

import numpy as np
import pytest
import torch

from genplay.data import fashion, mnist
from genplay.engine.header import Figure
from genplay.families.orders import NAMES, RASTER, Order, ensemble
from genplay.models import eonade, nade, rnade, vae
from genplay.models.nade import log_bernoulli
from genplay.train import bounds, clothes, exams, latents
from genplay.train.digits import drawn
from genplay.train.evaluate import VALID, log_probs
from genplay.train.exams import BoundExam, ClothesExam, DigitExam, OrdersExam


@pytest.fixture
def grey() -> rnade.Rnade:
    torch.manual_seed(0)
    model = rnade.build(rnade.Config(dims=6, hidden=4, components=2))
    with torch.no_grad():
        model.V.normal_(std=0.3)
    return model.eval()


@pytest.fixture
def exam() -> ClothesExam:
    draw = torch.Generator().manual_seed(1)
    valid, test, digits = (torch.rand(count, 6, generator=draw) for count in (30, 20, 10))
    return ClothesExam(valid=valid, test=test, digits=digits, note="A note.")


def mean_of(model: rnade.Rnade, x: torch.Tensor) -> float:
    with torch.no_grad():
        return rnade.log_prob(model.double(), x.double()).mean().item()


def test_clothes_have_nats_and_bits_of_both_splits(grey, exam):
    figures = exam.figures(grey, exam.measure(grey))
    assert [(f.name, f.unit, f.split) for f in figures] == [
        ("nll_nats", "nats", clothes.VALID),
        ("bits_per_dim", "bits", clothes.VALID),
        ("nll_nats", "nats", clothes.TEST),
        ("bits_per_dim", "bits", clothes.TEST),
    ]
    for part, nats, bits in ((exam.valid, *figures[:2]), (exam.test, *figures[2:])):
        expected = -mean_of(grey, part)
        assert nats.value == pytest.approx(expected, abs=1e-4)
        assert bits.value == pytest.approx(8 + expected / (6 * math.log(2)), abs=1e-4)
    for nats, bits in (figures[:2], figures[2:]):
        assert "(grey + u) / 256" in nats.note
        assert nats.note.endswith(" A note.")
        assert bits.note.startswith("nll / (6 ln 2) + 8")


def test_clothes_come_with_the_scores_of_test_items_and_of_digits(grey, exam):
    scores = exam.calibration(grey)
    assert {name: values.shape for name, values in scores.items()} == {
        "test_log_prob": (20,),
        "digits_log_prob": (10,),
    }
    for name, part in (("test_log_prob", exam.test), ("digits_log_prob", exam.digits)):
        assert (np.diff(scores[name]) >= 0).all()
        assert scores[name].mean() == pytest.approx(mean_of(grey, part), abs=1e-4)


def test_a_model_of_any_order_is_measured_in_many():
    bits = (np.random.default_rng(0).random((5, 784)) < 0.2).astype(np.uint8)
    exam = OrdersExam(valid=bits, digits=bits[::-1].copy(), note="A note.", orders=8, few=3)
    network = eonade.build(eonade.Config(hidden=3))
    rows, random, averaged = exam.figures(network, exam.measure(network))
    assert [figure.name for figure in (rows, random, averaged)] == [
        "nll_nats",
        "nll_random_order_nats",
        "nll_8_orders_nats",
    ]
    assert rows.note == "Row by row. A note."
    assert "spiral inwards" in averaged.note
    assert "2 random ones" in averaged.note
    x = torch.from_numpy(bits).float()
    p = [
        np.exp(log_bernoulli(network(x, torch.tensor(order.sequence())), x).double().sum(1).detach().numpy())
        for order in ensemble(RASTER, 8)
    ]
    assert rows.value == pytest.approx(-np.log(p[0]).mean(), abs=1e-3)
    assert random.value == pytest.approx(-np.log(p[6]).mean(), abs=1e-3)
    assert averaged.value == pytest.approx(-np.log(np.mean(p, 0)).mean(), abs=1e-3)


def test_each_order_has_test_digits_of_its_own():
    bits = (np.random.default_rng(0).random((5, 784)) < 0.2).astype(np.uint8)
    exam = OrdersExam(valid=bits, digits=bits, few=3)
    network = eonade.build(eonade.Config(hidden=3))
    found = exam.calibration(network)
    assert set(found) == {"test_log_prob"} | {f"test_log_prob.{kind}" for kind in NAMES if kind != "raster"}
    assert len(found["test_log_prob"]) == 5
    spiral = np.sort(log_probs(network, bits[:3], Order("spiral")))
    np.testing.assert_allclose(found["test_log_prob.spiral"], spiral, rtol=1e-6)
    assert not np.allclose(found["test_log_prob.spiral"], np.sort(log_probs(network, bits[:3])), rtol=1e-6)


def test_scores_are_kept_for_the_same_weights_pictures_and_order(tmp_path, monkeypatch):
    bits = (np.random.default_rng(0).random((5, 784)) < 0.2).astype(np.uint8)
    exam = OrdersExam(valid=bits, digits=bits[::-1].copy(), orders=8, few=3, kept=tmp_path / "scores")
    network = eonade.build(eonade.Config(hidden=3))
    plain = replace(exam, kept=None)
    first = exam.figures(network, exam.measure(network)), exam.calibration(network)
    assert first[0] == plain.figures(network, plain.measure(network))
    asked = []
    monkeypatch.setattr(exams, "log_probs", lambda *given: asked.append(given) or log_probs(*given))
    again = exam.figures(network, exam.measure(network)), exam.calibration(network)
    assert asked == []
    assert again[0] == first[0]
    assert all((again[1][name] == values).all() for name, values in first[1].items())
    with torch.no_grad():
        network.out.bias[0] += 1.0
    assert exam.measure(network) == plain.measure(network)
    assert len(asked) == 2


def test_digits_have_one_figure_and_their_test_digits():
    bits = (np.random.default_rng(0).random((30, 6)) < 0.5).astype(np.uint8)
    exam = DigitExam(valid=bits, digits=bits[:9], note="A note.")
    network = nade.build(nade.Config(dims=6, hidden=3))
    (figure,) = exam.figures(network, exam.measure(network))
    assert (figure.split, figure.note) == (VALID, "A note.")
    assert figure.value == pytest.approx(exam.measure(network), abs=1e-4)
    assert exam.calibration(network)["test_log_prob"].shape == (9,)


@pytest.fixture
def network(monkeypatch) -> vae.Vae:
    monkeypatch.setattr(bounds, "FEW", 8)
    monkeypatch.setattr(exams, "CALIBRATED", 16)
    torch.manual_seed(0)
    return vae.build(vae.Config(dims=6, latent=1, hidden=5, layers=2)).eval()


def some_bits(count: int, seed: int = 0) -> np.ndarray:
    return (np.random.default_rng(seed).random((count, 6)) < 0.4).astype(np.uint8)


@pytest.fixture
def bounded() -> BoundExam:
    return BoundExam(
        valid=some_bits(10),
        test=some_bits(9, 1),
        drawings=some_bits(9, 2),
        valid_split="a validation split",
        test_split="a test split",
        note="A note.",
        samples=32,
    )


def test_the_figures_are_bounds_on_both_splits(network, bounded):
    first, nelbo, test = bounded.figures(network, bounded.measure(network))
    assert [(f.name, f.unit, f.split) for f in (first, nelbo, test)] == [
        ("nll_is8_nats", "nats", "a validation split"),
        ("nelbo_nats", "nats", "a validation split"),
        ("nll_is32_nats", "nats", "a test split"),
    ]
    assert first.value == pytest.approx(-bounds.importance(network, bounded.valid, 8).mean(), abs=1e-4)
    assert test.value == pytest.approx(-bounds.importance(network, bounded.test, 32).mean(), abs=1e-4)
    assert nelbo.value == pytest.approx(-bounds.elbos(network, bounded.valid).mean(), abs=1e-4)
    assert test.note == "Importance estimate with 32 codes a picture, a bound on -log p. A note."
    assert nelbo.note.startswith("Minus the ELBO")


def test_what_is_kept_changes_no_figure(network, bounded, tmp_path):
    keeping = replace(bounded, kept=tmp_path / "scores")
    plain = bounded.figures(network, bounded.measure(network))
    for _ in range(2):
        assert keeping.figures(network, keeping.measure(network)) == plain


def test_drawings_are_scored_to_compare_others_with(network, bounded):
    scores = bounded.calibration(network)["test_log_prob"]
    expected = np.sort(bounds.importance(network, bounded.drawings, 16))
    np.testing.assert_allclose(scores, expected, rtol=1e-6)


@dataclass(frozen=True)
class Counting:
    """A part that counts pixels."""

    name: str

    def figures(self, network) -> tuple[Figure, ...]:
        return (Figure(name=self.name, value=network.config.dims, unit="pixels", split="none"),)

    def calibration(self, network) -> dict[str, np.ndarray]:
        return {self.name: np.ones(network.config.dims, np.float32)}


def test_parts_come_after_the_bounds_each_with_its_arrays(network, bounded):
    whole = replace(bounded, parts=(Counting("one"), Counting("two")))
    figures = whole.figures(network, whole.measure(network))
    assert figures[:3] == bounded.figures(network, bounded.measure(network))
    assert [(figure.name, figure.value) for figure in figures[3:]] == [("one", 6), ("two", 6)]
    arrays = whole.calibration(network)
    assert list(arrays) == ["test_log_prob", "one", "two"]
    assert (arrays["test_log_prob"] == bounded.calibration(network)["test_log_prob"]).all()


@pytest.mark.parametrize(
    ("load", "module", "splits", "samples"),
    [
        (BoundExam.digits, mnist, (VALID, bounds.TEST, latents.DIGITS), 5000),
        (BoundExam.plane, mnist, (VALID, bounds.TEST, latents.DIGITS), 500),
        (BoundExam.fashion, fashion, (bounds.FASHION_VALID, bounds.FASHION_TEST, latents.CLOTHES), 500),
    ],
)
def test_the_test_pictures_are_all_there_drawn_and_thresholded(monkeypatch, load, module, splits, samples):
    images = np.random.default_rng(0).integers(0, 256, (7, 28, 28)).astype(np.uint8)
    monkeypatch.setattr(clothes, "KEPT", 2)
    monkeypatch.setattr(
        module, "load", lambda split, folder: mnist.Digits(images, np.arange(7, dtype=np.uint8))
    )
    exam = load((images[:2].reshape(2, 784) >= 128).astype(np.uint8), None, "A note.")
    assert (exam.valid_split, exam.test_split) == splits[:2]
    assert (exam.test == drawn(images.reshape(7, 784), bounds.TEST_SEED)).all()
    assert ((exam.drawings == 1) == (images.reshape(7, 784) >= 128)).all()
    assert (exam.samples, exam.note) == (samples, "A note.")
    assert exam.kept is not None
    one_by_one, probing, *closing = exam.parts
    assert [len(part.pictures) for part in closing] == [7] * (load == BoundExam.plane)
    assert one_by_one.split == probing.split == splits[2]
    assert one_by_one.pictures is probing.asked.bits is exam.drawings
    assert (len(probing.learned.labels), len(probing.asked.labels)) == (5, 7)
