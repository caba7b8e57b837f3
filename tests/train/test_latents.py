"""A VAE's latents one by one, and the classes in its codes."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from torch.distributions import Normal, kl_divergence

from genplay.data import fashion, mnist
from genplay.engine import checkpoints
from genplay.models import vae
from genplay.train import bounds, clothes, exams, latents, probe, publish
from genplay.train.exams import BoundExam
from genplay.train.latents import Labelled, Latents, Probing, encoded
from genplay.train.probe import Probe, accuracy


@pytest.fixture
def network() -> vae.Vae:
    """A VAE of 12 pixels and three latents, the last of which says nothing."""
    torch.manual_seed(0)
    model = vae.build(vae.Config(dims=12, latent=3, hidden=5, layers=2)).eval()
    with torch.no_grad():
        model.encoder.out.weight[[2, 5]] = 0
        model.encoder.out.bias[[2, 5]] = 0
    return model


def labelled(count: int, seed: int = 0) -> Labelled:
    """Pictures of 12 pixels, the first four of which say the class in binary."""
    draw = np.random.default_rng(seed)
    labels = draw.integers(0, 10, count).astype(np.uint8)
    bits = (draw.random((count, 12)) < 0.5).astype(np.uint8)
    bits[:, :4] = (labels[:, None] >> np.arange(4)) & 1
    return Labelled(bits, labels)


@pytest.fixture
def probing() -> Probing:
    names = tuple(f"class {label}" for label in range(10))
    return Probing(learned=labelled(300), asked=labelled(80, 1), split="test pictures", names=names)


def test_pictures_are_encoded_alike_in_parts_of_any_size(network, monkeypatch):
    bits = labelled(30).bits
    whole = encoded(network, bits)
    monkeypatch.setattr(latents, "_ROWS", 7)
    np.testing.assert_allclose(encoded(network, bits).mu, whole.mu, atol=1e-6)
    with torch.no_grad():
        mu, logvar = network.encode(torch.from_numpy(bits).float())
    np.testing.assert_allclose(whole.mu, mu, atol=1e-6)
    np.testing.assert_allclose(whole.logvar, logvar, atol=1e-6)


def test_each_latent_has_its_mean_kl_and_the_variance_of_its_mean(network):
    part = Latents(pictures=labelled(40).bits, split="test pictures")
    found = part.calibration(network)
    assert {name: (a.shape, a.dtype) for name, a in found.items()} == {
        "latent.kl": ((3,), np.float32),
        "latent.activity": ((3,), np.float32),
    }
    mu, logvar = map(torch.from_numpy, encoded(network, part.pictures))
    expected = kl_divergence(Normal(mu, (0.5 * logvar).exp()), Normal(0.0, 1.0)).mean(0)
    np.testing.assert_allclose(found["latent.kl"], expected, atol=1e-5)
    np.testing.assert_allclose(found["latent.activity"], mu.var(0, correction=0), atol=1e-6)
    assert found["latent.kl"][2] == found["latent.activity"][2] == 0


def test_a_latent_that_says_nothing_is_not_active(network):
    part = Latents(pictures=labelled(40).bits, split="test pictures")
    with torch.no_grad():
        network.encoder.out.weight[:2].mul_(3)
    (figure,) = part.figures(network)
    assert (figure.name, figure.value, figure.unit) == ("active_units", 2, "units")
    assert figure.split == "test pictures"
    assert figure.note.startswith("Of 3 latents, those whose mean has a variance above 0.01")


def test_the_probe_is_of_the_encoders_mean_and_is_asked_about_other_pictures(network, probing):
    (figure,) = probing.figures(network)
    arrays = probing.calibration(network)
    assert {name: (a.shape, a.dtype) for name, a in arrays.items()} == {
        "probe.weight": ((10, 3), np.float32),
        "probe.bias": ((10,), np.float32),
        "probe.confusion": ((10, 10), np.float32),
    }
    counts = arrays["probe.confusion"]
    assert counts.sum(1).tolist() == np.bincount(probing.asked.labels, minlength=10).tolist()
    expected = Probe.of(probe.fit(encoded(network, probing.learned.bits).mu, probing.learned.labels))
    assert (arrays["probe.weight"] == expected.weight).all()
    mu = encoded(network, probing.asked.bits).mu
    logits = mu @ arrays["probe.weight"].T + arrays["probe.bias"]
    right = (logits.argmax(1) == probing.asked.labels).mean()
    assert (figure.name, figure.unit, figure.split) == ("probe_accuracy", "%", "test pictures")
    assert figure.value == pytest.approx(100 * right, abs=0.005)
    assert accuracy(counts) == pytest.approx(100 * right)


def test_the_class_that_is_known_worst_is_named(network, probing):
    (figure,) = probing.figures(network)
    counts = probing.calibration(network)["probe.confusion"]
    shares = counts.diagonal() / counts.sum(1)
    assert "300 labelled" in figure.note
    assert figure.note.endswith(f"Known least: class {shares.argmin()}, {100 * shares.min():.1f} %.")


def test_a_class_that_is_not_asked_about_is_not_the_worst(network, probing):
    asked = Labelled(*(rows[probing.asked.labels < 2] for rows in probing.asked))
    (figure,) = replace(probing, asked=asked).figures(network)
    assert "Known least: class 0" in figure.note or "Known least: class 1" in figure.note


def test_a_probe_is_learned_once_for_the_same_weights_pictures_and_labels(
    network, probing, tmp_path, monkeypatch
):
    asked, fit = [], probe.fit
    monkeypatch.setattr(probe, "fit", lambda *given: asked.append(given) or fit(*given))
    keeping = replace(probing, kept=tmp_path / "scores")
    first = keeping.figures(network), keeping.calibration(network)
    assert len(asked) == 1
    assert first[0] == probing.figures(network)
    assert all((values == first[1][name]).all() for name, values in probing.calibration(network).items())
    asked.clear()
    bits, labels = keeping.learned
    replace(keeping, learned=Labelled(bits, (9 - labels).astype(np.uint8))).probe(network)
    replace(keeping, learned=Labelled(1 - bits, labels)).probe(network)
    with torch.no_grad():
        network.encoder.out.bias[0] += 1
    keeping.probe(network)
    assert len(asked) == 3


def greys(count: int, seed: int = 0) -> mnist.Digits:
    draw = np.random.default_rng(seed)
    images = draw.integers(0, 256, (count, 28, 28)).astype(np.uint8)
    return mnist.Digits(images, draw.integers(0, 10, count).astype(np.uint8))


def test_the_probe_of_digits_learns_from_none_that_gave_a_validation_picture(monkeypatch):
    parts = {"train": greys(20), "test": greys(7, 1)}
    monkeypatch.setattr(mnist, "load", lambda split, folder: parts[split])
    valid = (parts["train"].images[[3, 8]] >= 128).reshape(2, 784).astype(np.uint8)  # their likeliest pixels
    found = latents.of_digits(valid)
    kept = [at for at in range(20) if at not in (3, 8)]
    assert (found.learned.bits == (parts["train"].images[kept] >= 128).reshape(18, 784)).all()
    assert (found.learned.labels == parts["train"].labels[kept]).all()
    assert (found.asked.bits == (parts["test"].images >= 128).reshape(7, 784)).all()
    assert (found.asked.labels == parts["test"].labels).all()
    assert (found.split, found.names[7]) == (latents.DIGITS, "7")
    assert found.kept is not None


def test_the_probe_of_clothes_learns_from_none_that_is_validated_on(monkeypatch):
    parts = {"train": greys(20), "test": greys(7, 1)}
    monkeypatch.setattr(fashion, "load", lambda split, folder: parts[split])
    monkeypatch.setattr(clothes, "KEPT", 6)
    found = latents.of_clothes()
    assert (found.learned.bits == (parts["train"].images[:14] >= 128).reshape(14, 784)).all()
    assert (found.learned.labels == parts["train"].labels[:14]).all()
    assert (found.asked.labels == parts["test"].labels).all()
    assert (found.split, found.names) == (latents.CLOTHES, fashion.CLASSES)


def test_a_published_checkpoint_comes_with_all_of_it(network, probing, head_of, tmp_path: Path, monkeypatch):
    monkeypatch.setattr(bounds, "FEW", 8)
    monkeypatch.setattr(exams, "CALIBRATED", 8)
    bits = probing.asked.bits
    exam = BoundExam(
        valid=bits[:20],
        test=bits,
        drawings=bits,
        valid_split="valid",
        test_split="test",
        samples=16,
        parts=(Latents(pictures=bits, split="test pictures"), probing),
    )
    path = tmp_path / "tiny-mnist.safetensors"
    publish.publish(path, network, head_of("tiny", network), exam, half=True)
    loaded = checkpoints.load_file(path)
    assert [figure.name for figure in loaded.header.figures][3:] == ["active_units", "probe_accuracy"]
    assert {name: array.shape for name, array in loaded.calibration.items()} == {
        "test_log_prob": (80,),
        "latent.kl": (3,),
        "latent.activity": (3,),
        "probe.weight": (10, 3),
        "probe.bias": (10,),
        "probe.confusion": (10, 10),
    }
    # All of it is of the weights in the file.
    for part in exam.parts:
        for name, values in part.calibration(loaded.network).items():
            np.testing.assert_array_equal(loaded.calibration[name], values)
