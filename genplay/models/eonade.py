"""Deep NADE for any order: one network that knows the conditionals of every order of the pixels.

A network with two hidden layers reads the pixels that are known, and which those are, and gives each other
pixel's probability (Uria, Murray & Larochelle 2014, equations 12-14). With m the mask of the known pixels::

    h_1 = rho(LN(W_1 [m x, m] + c_1)),   h_2 = rho(LN(W_2 h_1 + c_2)),
    p(x_i = 1 | x_m) = sigmoid(V_i . h_2 + b_i)

The paper's rho is the rectifier, without LN. Here each layer's input is normalised (Ba, Kiros & Hinton 2016),
since it grows with the number of known pixels, and rho is the GELU by its tanh form (Hendrycks & Gimpel 2016,
section 2): after the same few thousand steps that is 4 nats better.

An order o makes of them a density by the chain rule, p_o(x) = prod_d p(x_{o_d} | x_{o_<d}): another one for
each order, since nothing makes the conditionals of different orders agree. The paper's training takes a
random order and a random place d in it for each picture, and scales what the pixels from d on cost by
D / (D - d + 1), so that it expects the mean of -log p_o(x) over all orders (their equation 15). Ours does so
for three quarters of the pictures; the others' orders have names, or fill in a box (``train/eonade.py``). So
its loss is no mean over all orders.

Averaging the densities of K orders is a density again, the EoNADE ensemble::

    p(x) = 1/K sum_k p_{o_k}(x)        (probabilities are averaged, never logits)
"""

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn.functional import gelu, layer_norm, linear

CHUNK = 112  # conditionals of a picture computed at once by forward


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """The size of an order-agnostic NADE.

    Args:
        dims: Number of pixels D.
        hidden: Units of each hidden layer.

    Raises:
        ValueError: One of them is less than 1.
    """

    dims: int = 784
    hidden: int = 500

    def __post_init__(self) -> None:
        if min(self.dims, self.hidden) < 1:
            raise ValueError(f"dims and hidden are at least 1, not {self.dims} and {self.hidden}")


class EoNade(nn.Module):
    """An order-agnostic NADE with two hidden layers.

    Args:
        config: The size.
    """

    def __init__(self, config: Config) -> None:
        super().__init__()
        self.config = config
        self.ink = nn.Linear(config.dims, config.hidden)
        """What known ink adds; its bias is c_1."""
        self.known = nn.Linear(config.dims, config.hidden, bias=False)
        """What it adds that a pixel is known."""
        self.norm_1 = nn.LayerNorm(config.hidden)
        self.second = nn.Linear(config.hidden, config.hidden)
        self.norm_2 = nn.LayerNorm(config.hidden)
        self.out = nn.Linear(config.hidden, config.dims)

    def given(self, x: Tensor, mask: Tensor) -> Tensor:
        """Return the logits of all pixels given the known ones.

        Args:
            x: Pixels, (B, D), 0 or 1.
            mask: (B, D), 1 where a pixel is known; the others' values don't matter.

        Returns:
            Logits, (B, D); those of known pixels mean nothing.
        """
        return self.out(self._hidden(self.ink(x * mask) + self.known(mask)))

    def forward(self, x: Tensor, order: Tensor | None = None) -> Tensor:
        """Return the logits of all conditionals along an order, each at its pixel's place.

        Args:
            x: Pixels, (B, D), 0 or 1.
            order: Indices of the pixels as they are read, (D,); by default raster order.

        Returns:
            Logits of p(x_i = 1 | the pixels before i in the order), (B, D).
        """
        order = torch.arange(self.config.dims, device=x.device) if order is None else order
        a = self.ink.bias.expand(len(x), -1)  # (B, H)
        step = self.ink.weight.T[order] * x[:, order, None] + self.known.weight.T[order]  # (B, D, H)
        logits = torch.empty_like(x)
        for first in range(0, len(order), CHUNK):
            sums = step[:, first : first + CHUNK].cumsum(1)
            before = a[:, None] + torch.cat((torch.zeros_like(sums[:, :1]), sums[:, :-1]), 1)
            h = self._hidden(before)  # (B, K, H)
            read = order[first : first + CHUNK]
            logits[:, read] = (h * self.out.weight[read]).sum(-1) + self.out.bias[read]
            a = a + sums[:, -1]
        return logits

    def _hidden(self, a: Tensor) -> Tensor:
        """Return the second hidden layer, (..., H), of the first one's input."""
        h = gelu(self.norm_1(a), approximate="tanh")
        return gelu(self.norm_2(self.second(h)), approximate="tanh")


def build(config: Config) -> EoNade:
    """Return a freshly initialised order-agnostic NADE of this size."""
    return EoNade(config)


def random_masks(count: int, dims: int, generator: torch.Generator) -> Tensor:
    """Return what is known at a random place of a random order, for each of ``count`` pictures.

    The places are spread evenly over the pictures rather than drawn one by one: the estimate of the loss
    stays unbiased and becomes much quieter.

    Returns:
        (count, dims) float, 1 where a pixel is known; 0 to D - 1 pixels of each picture are.
    """
    place = (torch.randperm(count, generator=generator) + torch.rand(count, generator=generator)) / count
    known = (place * dims).long().clamp(max=dims - 1)  # d - 1 pixels are known
    shuffled = torch.rand(count, dims, generator=generator).argsort(1)
    return (shuffled < known[:, None]).float()


def literal_logits(model: EoNade, x: Tensor, order: Tensor) -> Tensor:
    """Return the same logits as the forward pass, one masked pass of the whole network a pixel.

    Slow on purpose: it is what the fast paths are tested against.

    Args:
        model: The network.
        x: Pixels, (B, D), 0 or 1.
        order: (D,).

    Returns:
        Logits, (B, D).
    """
    mask, logits = torch.zeros_like(x), torch.empty_like(x)
    for pixel in order:
        seen = torch.cat((x * mask, mask), 1)
        weight = torch.cat((model.ink.weight, model.known.weight), 1)
        h = linear(seen, weight, model.ink.bias)
        h = gelu(layer_norm(h, h.shape[-1:], model.norm_1.weight, model.norm_1.bias), approximate="tanh")
        h = linear(h, model.second.weight, model.second.bias)
        h = gelu(layer_norm(h, h.shape[-1:], model.norm_2.weight, model.norm_2.bias), approximate="tanh")
        logits[:, pixel] = h @ model.out.weight[pixel] + model.out.bias[pixel]
        mask[:, pixel] = 1
    return logits
