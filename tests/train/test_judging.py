"""The judge: trained the same each time; forged pictures that are real ones are not far, one class is few."""

import torch

from genplay.train import judging
from genplay.train.judging import Judging, Labelled


def blocks(count: int = 400, seed: int = 0) -> Labelled:
    """Return pictures with a bright column where their class says."""
    draw = torch.Generator().manual_seed(seed)
    labels = torch.randint(10, (count,), generator=draw)
    x = 0.1 * torch.rand(count, 1, 28, 28, generator=draw)
    for picture, label in zip(x, labels.tolist(), strict=True):
        picture[0, :, 2 * label + 2 : 2 * label + 5] = 1
    return Labelled(x=x, labels=labels)


def test_it_learns_and_is_the_same_again():
    first, again = (judging.trained(blocks()) for _ in range(2))
    assert all(torch.equal(v, again.state_dict()[name]) for name, v in first.state_dict().items())
    _, said = judging.features_of(first, blocks(seed=1).x)
    assert (said == blocks(seed=1).labels).float().mean() > 0.9


def test_real_pictures_are_close_and_a_single_class_is_far_and_one():
    judge = Judging(network=judging.trained(blocks()), test=blocks(seed=1), split="here")
    like = {figure.name: figure.value for figure in judge.figures(blocks(seed=2).x)}
    one = blocks(seed=2)
    few = {figure.name: figure.value for figure in judge.figures(one.x[one.labels == 4])}
    assert like["frechet"] < 0.1 * few["frechet"]
    assert like["frechet_real"] < 0.1 * few["frechet"]
    assert (like["classes_covered"], few["classes_covered"]) == (10, 1)
    assert like["judge_accuracy"] > 0.9


def test_its_weights_go_with_the_checkpoint():
    judge = Judging(network=judging.trained(blocks(200)), test=blocks(seed=1), split="here")
    arrays = judge.calibration()
    assert arrays["judge.out.weight"].shape == (10, 64)
    assert len(arrays) == len(judge.network.state_dict())


def test_the_classes_of_pictures_are_probabilities():
    network = judging.trained(blocks(200))
    shares = judging.by_class(network, blocks(50, seed=3).x)
    torch.testing.assert_close(shares.sum(), torch.tensor(1.0))
