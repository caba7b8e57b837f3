"""What the players of a StarGAN minimise: the paper's losses, and those of the recipe that is trained here.

The paper (Choi et al. 2018, equations 1 to 8, with the Wasserstein distance of Gulrajani et al. 2017)::

    L_D = -E D(x) + E D(G(x, c)) + 10 E (|grad D(x_hat)| - 1)^2 + L_cls(x, c')
    L_G = -E D(G(x, c)) + L_cls(G(x, c), c) + 10 E |x - G(G(x, c), c')|_1

c are the target attributes, c' the picture's own. The other recipe has a hinge for each place that D judges
(Lim and Ye 2017), a penalty on the gradient at real pictures only (R1, Mescheder et al. 2018), and a hinge
for each *value* of the attributes: "a real picture with this value".
"""

from collections.abc import Callable, Sequence

import torch
from torch import Tensor
from torch.nn.functional import relu

Critic = Callable[[Tensor], Tensor]


def critic_loss(real: Tensor, fake: Tensor) -> Tensor:
    """Return -E D(x) + E D(G(x, c)), (), of D's numbers at real and at forged pictures, any shape."""
    return fake.mean() - real.mean()


def gradient_penalty(critic: Critic, real: Tensor, fake: Tensor, share: Tensor) -> Tensor:
    """Return E (|grad D(x_hat)| - 1)^2, (), at points between real and forged pictures.

    The norm is that of a picture's whole gradient, one for each picture; D's numbers at one picture, where it
    judges several places, are averaged, as in E D(x). (The authors' code sums them here, of 2 by 2 places.)

    Args:
        critic: D's numbers of pictures (B, C, H, W): (B, ...).
        real: (B, C, H, W).
        fake: Likewise; nothing flows back into it.
        share: Of the real picture in each point, 0 to 1, (B,).
    """
    mixed = share[:, None, None, None]
    points = (mixed * real + (1 - mixed) * fake).detach().requires_grad_()
    return (_gradient(critic, points).flatten(1).norm(dim=1) - 1).square().mean()


def _gradient(critic: Critic, points: Tensor) -> Tensor:
    told = critic(points)
    judged = told.reshape(len(told), -1).mean(1).sum()
    return torch.autograd.grad(judged, points, create_graph=True)[0]


def reconstruction(x: Tensor, again: Tensor) -> Tensor:
    """Return E |x - G(G(x, c), c')|_1, (), a mean over pixels and channels."""
    return (x - again).abs().mean()


def roughness(content: Tensor, mask: Tensor) -> Tensor:
    """Return how far neighbours in the content differ, (), where the mask is open, as it is.

    A total variation: drawn faces have flat colours, and what is new in them shall have, too.

    Args:
        content: (B, 3, H, W).
        mask: (B, 1, H, W), 0 to 1; it learns nothing from this.
    """
    weight = mask.detach()
    down = (content.diff(dim=2).abs() * weight[:, :, 1:]).mean()
    return down + (content.diff(dim=3).abs() * weight[:, :, :, 1:]).mean()


def accepted(real: Sequence[Tensor]) -> Tensor:
    """Return the hinge of D's logits at real pictures, (), summed over scales, each of any shape."""
    return torch.stack([relu(1 - logits).mean() for logits in real]).sum()


def refused(fake: Sequence[Tensor]) -> Tensor:
    """Return the hinge of D's logits at forged pictures, (), summed over scales, each of any shape."""
    return torch.stack([relu(1 + logits).mean() for logits in fake]).sum()


def forger(fake: Sequence[Tensor]) -> Tensor:
    """Return what G minimises of D's logits at its pictures, (): -E D, summed over scales."""
    return torch.stack([-logits.mean() for logits in fake]).sum()


def shares(held: Tensor) -> Tensor:
    """Return weights of values (B, V), 0 or more, that sum to 1 for each picture."""
    return held / held.sum(1, keepdim=True)


def value_accepted(told: Sequence[Tensor], held: Tensor) -> Tensor:
    """Return D's hinge for values that shall be accepted, ().

    Args:
        told: Logits of each value, (B, V, ...), of each scale.
        held: Weights of the values, (B, V).
    """
    return torch.stack([_weighed(relu(1 - logits), held) for logits in told]).sum()


def value_refused(told: Sequence[Tensor], lacked: Tensor) -> Tensor:
    """Return D's hinge for values that shall be refused, (); arguments as of ``value_accepted``."""
    return torch.stack([_weighed(relu(1 + logits), lacked) for logits in told]).sum()


def value_forger(fake: Sequence[Tensor], asked: Tensor) -> Tensor:
    """Return what G minimises of D's logits for the values it was asked for, ()."""
    return torch.stack([-_weighed(logits, asked) for logits in fake]).sum()


def _weighed(told: Tensor, weights: Tensor) -> Tensor:
    """Return the mean over pictures and places of what is told of each value (B, V, ...), weighed (B, V)."""
    return (told.reshape(*weights.shape, -1).mean(2) * weights).sum(1).mean()
