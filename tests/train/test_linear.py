"""The linear classifier: it finds what a line tells apart; few pictures and many give the same weights."""

import pytest
import torch

from genplay.train import linear


def told(count: int, size: int = 6) -> tuple[torch.Tensor, torch.Tensor]:
    """Return features of mean 0 whose signs in two places say a class out of (2, 2)."""
    x = torch.randn(count, size, generator=torch.Generator().manual_seed(count))
    labels = 2 * (x[:, 1] > 0).long() + (x[:, 4] > 0).long()
    return x - x.mean(0), labels


def test_it_learns_what_a_line_tells_apart():
    x, labels = told(400)
    way = linear.best(linear.fitted(x, labels, (2, 2)), x, labels, (2, 2))
    unseen, truth = told(300)
    assert linear.right(unseen, way, truth, (2, 2)) > 0.9
    assert linear.right(unseen, way, truth.flip(0), (2, 2)) < 0.5


def test_fewer_pictures_than_features_give_what_the_other_equations_give():
    x, labels = told(20, size=30)
    scale = x.square().sum() / 30
    y = 2 * torch.nn.functional.one_hot(labels, 4).float() - 1
    for (weights, bias), ridge in zip(linear.fitted(x, labels, (4,)), linear.RIDGES, strict=True):
        torch.testing.assert_close(bias, y.mean(0))
        wanted = torch.linalg.solve(x.T @ x + ridge * scale * torch.eye(30), x.T @ (y - y.mean(0)))
        torch.testing.assert_close(weights, wanted, atol=1e-4, rtol=1e-3)


def test_the_best_is_that_which_is_right_most_often():
    x = torch.tensor([[1.0], [-1.0]])
    wrong, fine = (torch.tensor([[sign, -sign]]) for sign in (-1.0, 1.0))
    ways = [(wrong, torch.zeros(2)), (fine, torch.zeros(2))]
    labels = torch.tensor([0, 1])
    assert linear.best(ways, x, labels, (2,)) is ways[1]
    assert linear.right(x, ways[0], labels, (2,)) == pytest.approx(0)
