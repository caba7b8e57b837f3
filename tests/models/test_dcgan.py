"""DCGAN: the paper's rules; shapes and ranges; directions that are principal components."""

import pytest
import torch
from torch import nn

from genplay.models import dcgan
from genplay.models.blocks import BatchNorm
from genplay.models.dcgan import Config


def network(side: int = 32, channels: int = 1, width: int = 4) -> dcgan.Dcgan:
    torch.manual_seed(0)
    made = dcgan.build(Config(side=side, channels=channels, noise=12, width=width))
    dcgan.initialise(made)
    return made


@pytest.mark.parametrize(("side", "channels"), [(32, 1), (64, 3)])
def test_shapes_and_ranges(side, channels):
    made = network(side, channels)
    z = torch.randn(3, 12)
    maps = made.generator.maps(z)
    sides = [4, 8, 16, 32, 64][: len(maps)]
    assert [tuple(layer.shape[2:]) for layer in maps] == [(length, length) for length in sides]
    pictures = made.generator(z)
    assert pictures.shape == (3, channels, side, side)
    assert pictures.abs().max() < 1
    assert made.discriminator(pictures).shape == (3,)
    assert made.discriminator.features(pictures).shape == (3, 16 * sum(made.config.widths))


def test_it_keeps_the_papers_rules():
    made = network()
    assert not any(isinstance(layer, nn.Linear | nn.MaxPool2d | nn.AvgPool2d) for layer in made.modules())
    generator, discriminator = made.generator.stages, made.discriminator.stages
    normed = [any(isinstance(layer, BatchNorm) for layer in stage) for stage in generator]
    assert normed == [True] * (len(generator) - 1) + [False]
    normed = [any(isinstance(layer, BatchNorm) for layer in stage) for stage in discriminator]
    assert normed == [False] + [True] * (len(discriminator) - 1)
    slopes = {layer.negative_slope for layer in discriminator.modules() if isinstance(layer, nn.LeakyReLU)}
    assert slopes == {0.2}


def test_weights_begin_as_the_paper_says():
    made = network(width=32)
    assert float(made.generator.stages[1][0].weight.detach().std()) == pytest.approx(0.02, rel=0.02)
    gains = torch.cat([m.weight.detach() for m in made.modules() if isinstance(m, BatchNorm)])
    assert float(gains.mean()) == pytest.approx(1, abs=0.005)
    assert float(gains.std()) == pytest.approx(0.02, rel=0.2)


def test_without_normalisation_nothing_fades_on_its_way_through_d():
    torch.manual_seed(0)
    made = dcgan.build(Config(side=64, channels=3, width=16, normed=False))
    dcgan.initialise(made)
    assert not any(isinstance(layer, BatchNorm) for layer in made.discriminator.modules())
    assert any(isinstance(layer, BatchNorm) for layer in made.generator.modules())
    x = torch.randn(8, 3, 64, 64)
    sizes = [float(maps.detach().square().mean()) for maps in made.discriminator.maps(x)]
    assert all(0.3 < size < 3 for size in sizes)


def test_directions_are_the_principal_components_of_the_first_layer():
    made = network(width=8).eval()
    norm = made.generator.stages[0][1]
    norm.mean.normal_()
    norm.variance.uniform_(0.5, 2)
    rows, shares = dcgan.directions(made.generator)
    torch.testing.assert_close(rows @ rows.T, torch.eye(12), atol=1e-5, rtol=0)
    assert float(shares.sum()) == pytest.approx(1)
    z = torch.randn(20_000, 12, generator=torch.Generator().manual_seed(1))
    layer = made.generator.stages[0][0]
    with torch.no_grad():
        before = norm(layer(z[:, :, None, None])).flatten(1)
    variances = torch.linalg.eigvalsh(torch.cov(before.T)).flip(0)[:12]
    torch.testing.assert_close(variances / variances.sum(), shares, atol=0.01, rtol=0)
    with torch.no_grad():
        moved = norm(layer(rows[:2, :, None, None])) - norm(layer(torch.zeros(2, 12, 1, 1)))
    lengths = moved.flatten(1).norm(dim=1).square()
    torch.testing.assert_close(lengths / variances.sum(), shares[:2], atol=0.01, rtol=0)


def test_pooled_features_are_the_largest_values():
    made = network().eval()
    x = torch.rand(2, 1, 32, 32) * 2 - 1
    first = made.discriminator.maps(x)[0]  # (2, 4, 16, 16)
    pooled = first.unfold(2, 4, 4).unfold(3, 4, 4).amax((-1, -2)).flatten(1)
    torch.testing.assert_close(made.discriminator.features(x)[:, : pooled.shape[1]], pooled)


@pytest.mark.parametrize("wrong", [{"side": 28}, {"channels": 0}, {"noise": 0}, {"width": 0}])
def test_impossible_sizes_are_refused(wrong):
    with pytest.raises(ValueError, match="side is 32 or 64"):
        Config(**wrong)
