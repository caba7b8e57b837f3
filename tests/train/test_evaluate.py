"""The measured figure is the mean of the model's own log-likelihoods, on the split that is named."""

import math
from dataclasses import asdict
from pathlib import Path

import numpy as np
import pytest
import torch

from genplay import paths
from genplay.data import examples
from genplay.engine import checkpoints
from genplay.engine.checkpoints import DataSource, Figure
from genplay.errors import UserError
from genplay.models import rnade, tabular, vae
from genplay.train import bounds, clothes
from genplay.train.evaluate import VALID, evaluate, log_densities, log_probs

BITS = (np.random.default_rng(0).random((600, 12)) < 0.3).astype(np.uint8)


def save(name: str, network, head, arrays: dict[str, np.ndarray] | None = None) -> None:
    paths.user_checkpoints().mkdir(parents=True)
    path = paths.user_checkpoints() / f"{name}.safetensors"
    checkpoints.save(path, head, network.state_dict(), arrays or {})


@pytest.fixture
def publish_tiny(head_of):
    def publish(split: str = VALID) -> None:
        network = tabular.fit(tabular.Config(dims=12, order=1), BITS)
        figures = (Figure(name="nll_nats", value=1, unit="nats", split=split),)
        save("tiny-none", network, head_of("tiny", network, figures=figures))

    return publish


def test_the_figure_is_the_mean_over_the_pictures_given(publish_tiny):
    publish_tiny()
    network = checkpoints.load("tiny").network
    with torch.no_grad():
        p = torch.sigmoid(network(torch.from_numpy(BITS).float())).double().numpy()
    expected = -np.log(np.where(BITS, p, 1 - p)).sum(1).mean()
    result = evaluate("tiny", BITS)
    assert (result.model, result.n) == ("tiny", 600)
    assert result.nll_nats == pytest.approx(expected, rel=1e-6)
    assert result.bits_per_pixel == pytest.approx(expected / 12 / math.log(2), rel=1e-6)


@pytest.mark.parametrize("bits", [BITS[:0], BITS[:, :5]])
def test_pictures_of_another_size_and_none_are_refused(publish_tiny, bits):
    publish_tiny()
    with pytest.raises(UserError, match="scores pictures of 12 pixels"):
        evaluate("tiny", bits)


def test_a_header_that_names_no_split_is_refused(publish_tiny):
    publish_tiny("elsewhere")
    with pytest.raises(UserError, match="names no split"):
        evaluate("tiny")


def test_a_missing_data_set_is_a_sentence(publish_tiny):
    publish_tiny()
    with pytest.raises(UserError, match="genplay data"):
        evaluate("tiny")


@pytest.fixture
def grey(head_of) -> rnade.Rnade:
    torch.manual_seed(0)
    network = rnade.build(rnade.Config(dims=4, hidden=3, components=2))
    figures = (Figure(name="nll_nats", value=1, unit="nats", split=clothes.VALID),)
    save("grey-none", network, head_of("grey", network, figures=figures))
    return network


def test_grey_pictures_are_measured_as_dequantised_as_the_split_says(grey, monkeypatch):
    valid = np.random.default_rng(0).integers(0, 256, (230, 4)).astype(np.uint8)
    items = clothes.Clothes(grey=valid, valid=valid)
    monkeypatch.setattr(clothes.Clothes, "load", lambda folder: items)
    with torch.no_grad():
        expected = -rnade.log_prob(grey, items.validation()).double().mean().item()
    result = evaluate("grey")
    assert (result.model, result.n) == ("grey", 230)
    assert result.nll_nats == pytest.approx(expected, abs=1e-4)
    assert result.bits_per_pixel == pytest.approx(8 + expected / 4 / math.log(2), abs=1e-4)
    assert log_densities(grey, items.validation()[:0]).shape == (0,)


@pytest.mark.usefixtures("grey")
def test_a_model_of_grey_pictures_takes_no_bits():
    with pytest.raises(UserError, match="grey scores grey pictures; those given are of 0 and 1"):
        evaluate("grey", BITS[:, :4])


def test_no_pictures_have_no_log_probs():
    assert log_probs(tabular.build(tabular.Config(dims=12)), BITS[:0]).shape == (0,)


@pytest.mark.parametrize("model", ["bernoulli", "independent", "ar1", "nade"])
def test_the_bundled_figures_are_measured_again(full_data, model: str):
    folder: Path = full_data("binarized-mnist").parent
    entries = {entry.header.model: entry for entry in checkpoints.list_checkpoints([paths.checkpoints()])}
    figure = entries[model].header.figures[0]
    assert (figure.name, figure.split) == ("nll_nats", VALID)
    assert evaluate(model, folder=folder).nll_nats == pytest.approx(figure.value, abs=1e-3)


@pytest.fixture
def latent(head_of, monkeypatch) -> vae.Vae:
    torch.manual_seed(0)
    network = vae.build(vae.Config(dims=12, latent=1, hidden=3, layers=1))
    figures = (
        Figure(name="nll_is64_nats", value=1, unit="nats", split=VALID),
        Figure(name="nll_is5000_nats", value=1, unit="nats", split=bounds.TEST),
    )
    save("latent-none", network, head_of("latent", network, figures=figures))
    return network


def test_a_model_with_latents_is_measured_by_a_bound(latent):
    result = evaluate("latent", BITS[:120], samples=40)
    assert list(asdict(result)) == ["model", "n", "nll_nats", "bits_per_pixel", "samples", "kind"]
    assert (result.n, result.samples, result.kind) == (120, 40, "bound")
    expected = -bounds.importance(latent, BITS[:120], 40).mean()
    assert result.nll_nats == pytest.approx(expected, abs=1e-5)
    assert result.bits_per_pixel == pytest.approx(expected / 12 / math.log(2), rel=1e-6)


def test_by_default_it_is_measured_on_the_test_pictures_of_its_figure(latent, monkeypatch):
    given = []
    monkeypatch.setattr(bounds, "drawn_test", lambda split, folder: given.append(split) or BITS[:30])
    result = evaluate("latent")
    assert (result.n, result.samples, given) == (30, 5000, [bounds.TEST])


@pytest.mark.parametrize(
    ("data", "test"), [("mnist", examples.test_digits), ("fashion-mnist", examples.test_items)]
)
def test_a_probe_is_asked_about_the_test_pictures_that_come_with_genplay(head_of, monkeypatch, data, test):
    torch.manual_seed(0)
    network = vae.build(vae.Config(latent=2, hidden=3, layers=1)).eval()
    figures = (Figure(name="nll_is5000_nats", value=1, unit="nats", split=bounds.TEST),)
    source = DataSource(name=data, split="", checksum="", licence="", attribution="")
    weight = np.random.default_rng(0).normal(size=(10, 2)).astype(np.float32)
    lines = {"probe.weight": weight, "probe.bias": np.zeros(10, np.float32)}
    head = head_of("probed", network, figures=figures, data=source)
    save("probed-none", network, head, lines)
    drawn = (np.random.default_rng(0).random((20, 784)) < 0.3).astype(np.uint8)
    monkeypatch.setattr(bounds, "drawn_test", lambda split, folder: drawn)
    result = evaluate("probed", samples=3)
    found = asdict(result)
    assert list(found) == [
        *("model", "n", "nll_nats", "bits_per_pixel", "samples", "kind"),
        "probe_accuracy",
    ]
    bits, labels = test()[:2]
    with torch.no_grad():
        mu = network.encode(torch.from_numpy(bits).float())[0].numpy()
    assert found["probe_accuracy"] == pytest.approx(100 * ((mu @ weight.T).argmax(1) == labels).mean())
    assert found["kind"] == "bound"
    assert "probe_accuracy" not in asdict(evaluate("probed", drawn, samples=3))  # of other pictures
