"""The losses against sums done by hand: the paper's penalty above all, whose norm is a whole picture's."""

import pytest
import torch

from genplay.models import stargan_losses as losses

REAL, FAKE = torch.zeros(2, 1, 2, 2), torch.ones(2, 1, 2, 2)


def test_the_gradient_penalty_of_a_plane_is_its_slope_less_one():
    slope = torch.tensor([[1.0, 2.0], [2.0, 4.0]])  # of length 5

    def plane(x):
        return (x * slope).sum((1, 2, 3))

    found = losses.gradient_penalty(plane, REAL, FAKE, torch.tensor([0.2, 0.9]))
    assert float(found.detach()) == pytest.approx((5 - 1) ** 2)


def test_the_gradient_penalty_of_a_bowl_is_taken_between_the_pictures_by_hand():
    def bowl(x):
        return x.square().sum((1, 2, 3))  # its gradient is 2 x

    # At x = 1 - share in all four pixels the gradient's length is 2 * 2 * (1 - share).
    found = losses.gradient_penalty(bowl, REAL, FAKE, torch.tensor([0.75, 0.0]))
    assert float(found.detach()) == pytest.approx(((1 - 1) ** 2 + (4 - 1) ** 2) / 2)


def test_places_are_averaged_before_the_norm():
    def patches(x):
        return 8.0 * x[:, :, 0]  # two places, of 8 x each

    # The mean of both has the gradient (4, 4), of length 5.66 rather than 8 at each.
    found = losses.gradient_penalty(patches, REAL, FAKE, torch.tensor([0.5, 0.5]))
    assert float(found.detach()) == pytest.approx((32**0.5 - 1) ** 2, rel=1e-5)


def test_the_penalty_teaches_the_critic_and_not_the_forger():
    weight = torch.tensor(3.0, requires_grad=True)
    fake = FAKE.clone().requires_grad_()
    penalty = losses.gradient_penalty(
        lambda x: weight * x.sum((1, 2, 3)), REAL, fake, torch.tensor([0.5, 0.5])
    )
    penalty.backward()
    assert float(weight.grad) == pytest.approx(2 * (2 * 3 - 1) * 2)  # d (2 w - 1)^2 / dw
    assert fake.grad is None


def test_the_papers_numbers_by_hand():
    assert float(losses.critic_loss(torch.tensor([3.0, 1.0]), torch.tensor([-1.0, 0.0]))) == -2.5
    assert float(losses.reconstruction(torch.tensor([1.0, 0.0]), torch.tensor([0.5, 0.5]))) == 0.5
    assert float(losses.forger([torch.tensor([1.0, 3.0]), torch.tensor([[2.0]])])) == -4.0


def test_roughness_by_hand_and_only_where_the_mask_is_open():
    content = torch.zeros(1, 3, 2, 2)
    content[:, :, 1, 1] = 1.0
    content.requires_grad_()
    mask = torch.tensor([[[[1.0, 1.0], [1.0, 0.5]]]], requires_grad=True)
    found = losses.roughness(content, mask)
    assert float(found.detach()) == pytest.approx(0.25 + 0.25)  # half of one of two neighbours, both ways
    found.backward()
    assert mask.grad is None
    assert float(losses.roughness(content, torch.zeros(1, 1, 2, 2)).detach()) == 0


def test_hinges_by_hand():
    told = [torch.tensor([2.0, 0.0]), torch.tensor([[0.5]])]
    assert float(losses.accepted(told)) == pytest.approx((0 + 1) / 2 + 0.5)
    assert float(losses.refused(told)) == pytest.approx((3 + 1) / 2 + 1.5)


def test_only_the_values_that_count_are_judged():
    held = losses.shares(torch.tensor([[1.0, 0.0, 1.0]]))
    assert held.tolist() == [[0.5, 0, 0.5]]
    asked = torch.tensor([[0.0, 1.0, 0.0]])
    real, fake = torch.tensor([[3.0, -9.0, 0.0]]), torch.tensor([[9.0, 0.5, 9.0]])
    places = fake[:, :, None, None].expand(-1, -1, 2, 2)
    assert float(losses.value_accepted([real], held)) == pytest.approx(0.5)
    assert float(losses.value_refused([places, places], asked)) == pytest.approx(2 * 1.5)
    assert float(losses.value_forger([places], asked)) == pytest.approx(-0.5)
