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
    way = linear.chosen(x, labels, (2, 2))
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


@pytest.mark.parametrize("wanted", range(3))
def test_the_ridge_is_the_one_that_reads_best_what_it_was_not_told(monkeypatch, wanted):
    """Of each part the classifiers learned from the other four: the literal way, whichever ridge it is."""
    x, labels = told(100, size=60)
    asked = []

    def right(unseen, way, truth, groups):
        asked.append((unseen, truth))
        return float(len(asked) % 3 == (wanted + 1) % 3)

    monkeypatch.setattr(linear, "right", right)
    weights, _ = linear.chosen(x, labels, (4,))
    monkeypatch.undo()
    torch.testing.assert_close(weights, linear.fitted(x, labels, (4,))[wanted][0])
    assert len(asked) == 15
    for part in range(5):
        unseen, truth = asked[3 * part]
        told_of = x[[row for row in range(100) if row % 5 != part]]
        torch.testing.assert_close(unseen, x[part::5] - told_of.mean(0))
        assert truth.tolist() == labels[part::5].tolist()


def test_it_is_right_of_the_share_whose_class_it_says():
    x, labels = torch.tensor([[1.0], [-1.0], [2.0]]), torch.tensor([0, 1, 1])
    way = (torch.tensor([[1.0, -1.0]]), torch.zeros(2))
    assert linear.right(x, way, labels, (2,)) == pytest.approx(2 / 3)
