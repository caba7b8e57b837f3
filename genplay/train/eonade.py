"""The recipe of the order-agnostic NADE: dynamically binarized digits, each read in an order of its own.

The paper's loss is the mean of -log p_o(x) over all orders o (Uria, Murray & Larochelle 2014, equation 15).
Under orders drawn evenly from all 784! of them, nearly every mask is noise spread over the page: a network
that has seen no other is 9 nats worse row by row than in a random order. Here a quarter of the masks are
therefore what is known along the orders that people choose by name, or outside of a box whose pixels are
filled in row by row; there the pixels that come next count most, since the others will be read with more
known. (A half of them would be worse in every order: their losses vary more.) So neither the loss nor what is
validated is a mean over all orders. All of them are still orders, and the network still knows nothing
but the mask.
"""

from dataclasses import asdict, dataclass, field

import numpy as np
import torch
from torch import Tensor, nn

from genplay.families.orders import NAMES, Order
from genplay.models import eonade
from genplay.models.eonade import EoNade
from genplay.models.nade import log_bernoulli
from genplay.train.digits import Digits, generator
from genplay.train.recipe import Schedule

EPOCH = 243  # steps over the 48,607 digits that are no source of a validation picture
CONFIG = eonade.Config(hidden=1000)
SCHEDULE = Schedule(
    steps=480 * EPOCH,
    batch=200,
    lr=3e-3,
    warmup=500,
    weight_decay=0.0,
    ema=0.9995,
    clip=50.0,
    validate_every=10 * EPOCH,
)
_REPEATS = 4  # masks for each validation picture
_NAMED, _BOXES = 3 / 16, 1 / 16  # shares of the pictures that are read so; the others' orders are random
_AHEAD = 16  # pixels along an order, over which what a pixel counts falls by e
_SIDE = 28
_DIMS = _SIDE**2
_RANKS = torch.tensor(np.stack([Order(kind).ranks() for kind in NAMES if kind != "random"]))  # (6, D)
_BOX = 4, 22  # least and largest side of a box


@dataclass(frozen=True, slots=True, kw_only=True)
class EoNadeRecipe:
    """An order-agnostic NADE by the expected negative log-likelihood over random orders and chosen ones.

    Args:
        digits: What to learn from.
        config: The network's size.
        schedule: The numbers of the optimisation.
        seed: Of the initial weights, the order of the digits, their pixels and their masks.
    """

    digits: Digits
    config: eonade.Config = CONFIG
    schedule: Schedule = SCHEDULE
    seed: int = 0
    odds: Tensor = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "odds", place_odds(self.digits.mean))

    def describe(self) -> dict[str, str | int | float]:
        """Return name, seed and all numbers."""
        numbers = {"named": _NAMED, "boxes": _BOXES, "ahead": _AHEAD, "repeats": _REPEATS}
        return {
            "name": "eonade",
            "seed": self.seed,
            **asdict(self.config),
            **asdict(self.schedule),
            **numbers,
        }

    def network(self) -> EoNade:
        """Return a network whose conditionals start at the pixels' mean ink."""
        with torch.random.fork_rng(devices=[]):
            torch.manual_seed(self.seed)
            network = eonade.build(self.config)
        with torch.no_grad():
            network.out.bias.copy_(torch.logit(self.digits.mean.clamp(1e-5, 1 - 1e-5)))
            for layer in (network.ink, network.known):
                layer.weight.mul_(0.5)  # hundreds of known pixels add up
        return network

    def objective(self, network: nn.Module) -> nn.Module:
        """Return the weighted cost of what is unknown of a batch; see ``OrderAgnosticLoss``."""
        assert isinstance(network, EoNade)
        return OrderAgnosticLoss(network)

    def batch(self, step: int) -> Tensor:
        """Return pictures, masks of what is known and what each unknown pixel counts, (B, 3, D) float."""
        x = self.digits.batch(self.schedule.batch, self.seed, step)
        return with_masks(x, self.odds, generator(self.seed, 2, step))

    def validation(self) -> Tensor:
        """Return validation pictures with masks that are the same each time, (4 M, 3, D) float."""
        x = torch.from_numpy(self.digits.valid).float()
        draws = [generator(self.seed, 3, repeat) for repeat in range(_REPEATS)]
        return torch.cat([with_masks(x, self.odds, draw) for draw in draws])


def place_odds(ink: Tensor) -> Tensor:
    """Return how often each place along each named order is drawn, (6, D), of the pixels' mean ink, (D,).

    A place before blank rows tells nothing, and one in the middle much: drawn evenly, and counted by their
    places alone, the losses would vary four times as much as those of random orders, and the steps with them.
    """
    ink = ink.clamp(1e-4, 1 - 1e-4)
    entropy = -(ink * ink.log() + (1 - ink) * (1 - ink).log())
    along = torch.stack([entropy[ranks.argsort()] for ranks in _RANKS])  # (6, D)
    ahead = torch.exp(-torch.arange(_DIMS) / _AHEAD)
    next_ones = torch.stack([(along[:, place:] * ahead[: _DIMS - place]).sum(1) for place in range(_DIMS)], 1)
    odds = next_ones + 0.1 * next_ones.mean(1, keepdim=True)
    return odds / odds.sum(1, keepdim=True)


def with_masks(x: Tensor, odds: Tensor, draw: torch.Generator) -> Tensor:
    """Return (B, 784) pictures with what is known of each and what the others count, (B, 3, 784).

    Args:
        x: Pictures.
        odds: See ``place_odds``.
        draw: Draws the masks.
    """
    named, boxes = round(_NAMED * len(x)), round(_BOXES * len(x))
    parts = (_random(len(x) - named - boxes, draw), _named(named, odds, draw), _boxes(boxes, draw))
    masks, weights = (torch.cat(part) for part in zip(*parts, strict=True))
    return torch.stack((x, masks, weights), 1)


def _random(count: int, draw: torch.Generator) -> tuple[Tensor, Tensor]:
    masks = eonade.random_masks(count, _DIMS, draw)
    unknown = 1 - masks
    return masks, unknown * _DIMS / unknown.sum(1, keepdim=True)


def _named(count: int, odds: Tensor, draw: torch.Generator) -> tuple[Tensor, Tensor]:
    chosen = torch.randint(len(_RANKS), (count,), generator=draw)
    below = odds[chosen].cumsum(1)
    place = torch.searchsorted(below, _spread(count, draw)[:, None]).clamp(max=_DIMS - 1)
    # What is drawn more often counts less: the mean over the places stays that over all of them alike.
    return _along(_RANKS[chosen], place, 1 / odds[chosen].gather(1, place))


def _boxes(count: int, draw: torch.Generator) -> tuple[Tensor, Tensor]:
    least, largest = _BOX
    sides = torch.randint(least, largest + 1, (count, 2), generator=draw)
    corner = (torch.rand(count, 2, generator=draw) * (_SIDE + 1 - sides)).long()
    rows, columns = (_between(corner[:, axis], sides[:, axis]) for axis in (0, 1))
    inside = (rows[:, :, None] & columns[:, None, :]).flatten(1)  # (B, D)
    ranks = torch.where(inside, inside.cumsum(1) - 1, -1)
    pixels = sides.prod(1, keepdim=True)
    # The clamp: 24.99999 / 25 may round to 1, and then nothing would be unknown.
    place = (_spread(count, draw)[:, None] * pixels).long().clamp(max=pixels - 1)
    return _along(ranks, place, pixels)


def _spread(count: int, draw: torch.Generator) -> Tensor:
    """Return numbers from 0 to 1, (count,), spread evenly: the estimate becomes much quieter by that."""
    return (torch.randperm(count, generator=draw) + torch.rand(count, generator=draw)) / count


def _between(first: Tensor, count: Tensor) -> Tensor:
    """Return which of the places along a side are among ``count`` from ``first`` on, (B, 28)."""
    along = torch.arange(_SIDE)
    return (first[:, None] <= along) & (along < (first + count)[:, None])


def _along(ranks: Tensor, place: Tensor, counts: Tensor) -> tuple[Tensor, Tensor]:
    """Return what is known somewhere along orders, and what each unknown pixel counts.

    Args:
        ranks: Each pixel's place in its picture's order, (B, D); negative where it is given from the start.
        place: How many pixels of the order are known, (B, 1).
        counts: What the unknown pixels count together, (B, 1).

    Returns:
        Masks and weights, (B, D).
    """
    ahead = ranks - place
    mask = (ahead < 0).float()
    weight = torch.exp(-ahead.clamp(min=0) / _AHEAD) * (1 - mask)
    return mask, weight * counts / weight.sum(1, keepdim=True)


class OrderAgnosticLoss(nn.Module):
    """What is unknown of each picture costs, in nats, times what it counts.

    Where the orders are random, its expectation is the mean of -log p_o(x) over all of them.
    """

    def __init__(self, network: EoNade) -> None:
        super().__init__()
        self.network = network

    def forward(self, batch: Tensor) -> Tensor:
        """Return (B,) losses of pictures with masks and weights, (B, 3, D)."""
        x, mask, weight = batch.unbind(1)
        logits = self.network.given(x, mask).float()  # in mixed precision they are of bfloat16
        return -(log_bernoulli(logits, x) * weight).sum(1)
