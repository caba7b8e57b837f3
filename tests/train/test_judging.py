"""The judge: trained the same each time; forged pictures that are real ones are not far, one class is few."""

import pytest
import torch

from genplay.train import judging
from genplay.train.digits import generator
from genplay.train.frechet import normal_of, squared_distance
from genplay.train.judging import Judging, Labelled


def blocks(count: int = 400, seed: int = 0) -> Labelled:
    """Return pictures with a bright column where their class says."""
    draw = torch.Generator().manual_seed(seed)
    labels = torch.randint(10, (count,), generator=draw)
    x = 0.1 * torch.rand(count, 1, 28, 28, generator=draw)
    for picture, label in zip(x, labels.tolist(), strict=True):
        picture[0, :, 2 * label + 2 : 2 * label + 5] = 1
    return Labelled(x=x, labels=labels)


def forged(judge: Judging, only: int | None = None) -> torch.Tensor:
    """Return as many pictures as are asked for, which are not forged at all; if wanted, of one class."""
    made = blocks(judge.forged if only is None else 20 * judge.forged, seed=2)
    chosen = made.x if only is None else made.x[made.labels == only]
    return chosen[: judge.forged]


def told(judge: Judging, pictures: torch.Tensor) -> dict[str, float]:
    return {figure.name: figure.value for figure in judge.figures(pictures.split(100))}


def test_it_learns_and_is_the_same_again():
    first, again = (judging.trained(blocks()) for _ in range(2))
    assert all(torch.equal(v, again.state_dict()[name]) for name, v in first.state_dict().items())
    _, said = judging.features_of(first, blocks(seed=1).x.split(150))
    assert (said == blocks(seed=1).labels).float().mean() > 0.9


def test_real_pictures_are_close_and_a_single_class_is_far_and_one():
    judge = Judging(network=judging.trained(blocks()), test=blocks(seed=1), split="here")
    like, few = told(judge, forged(judge)), told(judge, forged(judge, only=4))
    assert like["frechet"] < 0.1 * few["frechet"]
    assert like["frechet_real"] < 0.1 * few["frechet"]
    assert (like["classes_covered"], few["classes_covered"]) == (10, 1)
    assert like["judge_accuracy"] > 0.9


def test_a_distance_is_the_mean_of_draws_of_as_many_pictures_real_or_forged():
    """Literally: each draw shuffles the test pictures, and half of them is what both are compared with."""
    judge = Judging(network=judging.trained(blocks(200)), test=blocks(60, seed=1), split="here")
    drawn = forged(judge)
    assert judge.forged == len(drawn) == 8 * 30
    far, halves = [], []
    for draw in range(8):
        order = torch.randperm(60, generator=generator(7, draw))
        with torch.no_grad():
            real = judge.network.features(judge.test.x[order])
            made = judge.network.features(drawn[30 * draw : 30 * draw + 30])
        far.append(squared_distance(normal_of(made), normal_of(real[:30])))
        halves.append(squared_distance(normal_of(real[30:]), normal_of(real[:30])))
    found = {figure.name: figure for figure in judge.figures(drawn.split(50))}
    assert found["frechet"].value == pytest.approx(sum(far) / 8, abs=1e-4)
    assert found["frechet_real"].value == pytest.approx(sum(halves) / 8, abs=1e-4)
    assert f"from {min(far):.3g} to {max(far):.3g}" in found["frechet"].note
    assert "of 30 forged pictures from 30 test ones: the mean of 8 draws" in found["frechet"].note
    assert f"from {min(halves):.3g} to {max(halves):.3g}" in found["frechet_real"].note


def test_new_real_pictures_are_as_far_as_halves_of_the_real_ones_are():
    judge = Judging(network=judging.trained(blocks()), test=blocks(seed=1), split="here")
    found = told(judge, forged(judge))
    assert found["frechet"] == pytest.approx(found["frechet_real"], rel=0.3)


def test_its_weights_go_with_the_checkpoint():
    judge = Judging(network=judging.trained(blocks(200)), test=blocks(seed=1), split="here")
    arrays = judge.calibration()
    assert arrays["judge.out.weight"].shape == (10, 64)
    assert len(arrays) == len(judge.network.state_dict())


def test_the_classes_of_pictures_are_probabilities():
    network = judging.trained(blocks(200))
    shares = judging.by_class(network, blocks(50, seed=3).x)
    torch.testing.assert_close(shares.sum(), torch.tensor(1.0))
