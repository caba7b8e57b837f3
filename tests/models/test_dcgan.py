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
    kinds = nn.Conv2d | nn.ConvTranspose2d
    layers = [layer.weight.detach() for layer in made.modules() if isinstance(layer, kinds)]
    assert len(layers) == len(made.generator.stages) + len(made.discriminator.stages) + 1  # the verdict
    for weight in layers:
        assert float(weight.std()) == pytest.approx(0.02, rel=5 / weight.numel() ** 0.5)
        assert abs(float(weight.mean())) < 5 * 0.02 / weight.numel() ** 0.5
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


def whitened(count: int, size: int) -> torch.Tensor:
    """Return noise whose sample covariance is the identity to the last digit, (count, size)."""
    z = torch.randn(count, size, dtype=torch.float64, generator=torch.Generator().manual_seed(1))
    z = z - z.mean(0)
    return (z @ torch.linalg.cholesky(torch.linalg.inv(torch.cov(z.T)))).float()


def test_directions_are_the_principal_components_of_the_first_layer():
    made = network(width=8).eval()
    layer, norm, _ = made.generator.stages[0]
    with torch.no_grad():
        for part, least, most in ((norm.weight, 0.2, 3.0), (norm.variance, 0.05, 2.0), (norm.bias, -1, 1)):
            part.uniform_(least, most)
        norm.weight[::2] *= -1
        norm.mean.normal_()
        drawn = norm(layer(whitened(400, 12)[:, :, None, None])).flatten(1).double()
    rows, shares = dcgan.directions(made.generator)
    torch.testing.assert_close(rows @ rows.T, torch.eye(12), atol=1e-5, rtol=0)
    known, components = torch.linalg.eigh(torch.cov(drawn.T))
    known, components = known.flip(0)[:12], components.flip(1)[:, :12].T
    torch.testing.assert_close(shares.double(), known / known.sum(), rtol=1e-3, atol=1e-5)
    with torch.no_grad():
        still = norm(layer(torch.zeros(1, 12, 1, 1)))
        moved = (norm(layer(rows[:, :, None, None])) - still).flatten(1).double()
    along = (torch.nn.functional.normalize(moved) * components).sum(1).abs()
    torch.testing.assert_close(along, torch.ones(12).double(), rtol=0, atol=1e-3)
    assert (rows.gather(1, rows.abs().argmax(1, keepdim=True)) > 0).all()


@pytest.mark.parametrize("normed", [True, False])
def test_d_says_logits(normed):
    torch.manual_seed(0)
    made = dcgan.build(Config(noise=12, width=4, normed=normed))
    x = torch.rand(8, 1, 32, 32) * 2 - 1
    with torch.no_grad():
        made.discriminator.verdict.bias.zero_()
        once = made.discriminator(x)
        made.discriminator.verdict.weight *= 1024
        often = made.discriminator(x)
    torch.testing.assert_close(often, 1024 * once)  # no sigmoid would grow so
    assert often.abs().max() > 1


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
