"""StarGAN: one generator for every change of a face, learned from faces and their attributes alone.

The generator reads a picture x and, as planes of its size, what shall change (Choi et al. 2018). That a face
stays the one it was comes from the way back: G(G(x, c), c') shall be x. No picture is ever shown with its
edited twin.

What is here beyond the paper. The change is the difference of target and own attributes, -1, 0 or 1, and
every pixel weighs it by numbers of its own, for all faces are at the same place. The picture is kept but
where a learned mask m opens (Pumarola et al. 2018), and what comes there are colours, not a network's
numbers, so that a flat colour stays flat::

    y = x + m (c - x)        c = sum_j s_j q_j        s = softmax over colours, for each pixel

The colours q are a learned palette and some that are picked from the picture itself, each by a softmax over
its places: so what was hidden by hair gets just the background that is beside it. Without a palette
c = tanh(...), for pictures that are not flat.

D judges at four scales whether a picture is real, tells its attributes, and judges for every value of them
whether this is a real picture that has it.
"""

from dataclasses import dataclass
from typing import Any, NamedTuple

import torch
from torch import Tensor, nn
from torch.autograd.function import FunctionCtx
from torch.nn.functional import interpolate, leaky_relu, pixel_unshuffle, relu

from genplay.models.stargan_labels import Attributed

SIDE = 64
SLOPE = 0.2  # of D's leaky ReLU below 0
_HALF, _SMALL = SIDE // 2, SIDE // 4
_THIN, _FINE, _MAPS = 12, 24, 8  # features of a pixel: from below, before the last layer, of the change
_SHARP = 5.0  # that the logits of places are multiplied by: so they learn as fast as other weights
_MOST = 6.0  # of the mask's logits
_LEAK = 0.03  # slope that the mask has beside the sigmoid's when it learns: shut, it can still open


@dataclass(frozen=True, slots=True, kw_only=True)
class Config(Attributed):
    """Attributes, and the size of both networks.

    Args:
        attributes: As of ``Attributed``.
        exclusive: Likewise.
        width: Maps of G's smallest pictures.
        blocks: Residual blocks there.
        early: Maps of the pictures twice as large.
        palette: Learned colours; 0 is tanh(...) instead of colours.
        picked: Colours that are picked from the picture.
        judge: Maps of D's first layer.
        hidden: Units of D before its heads.

    Raises:
        ValueError: A size is less than 1, or the attributes are none.
    """

    width: int = 64
    blocks: int = 3
    early: int = 24
    palette: int = 32
    picked: int = 6
    judge: int = 32
    hidden: int = 128

    def __post_init__(self) -> None:
        sizes = (self.width, self.blocks, self.early, self.judge, self.hidden)
        if min(sizes) < 1 or self.width % 8 or min(self.palette, self.picked) < 0:
            raise ValueError("all sizes are at least 1, and the width is a multiple of 8")
        Attributed.__post_init__(self)


class Edited(NamedTuple):
    """An edited picture and what it is made of.

    Attributes:
        picture: y, (B, 3, 64, 64), -1 to 1 or a little beyond.
        mask: m, (B, 1, 64, 64), 0 keeps the picture, 1 replaces it.
        content: c, (B, 3, 64, 64), what comes where the mask opens.
    """

    picture: Tensor
    mask: Tensor
    content: Tensor


class Verdict(NamedTuple):
    """What D makes of pictures, the scales from fine to coarse.

    Attributes:
        source: Logits of "real", each (B, ...): of 32 x 32, 16 x 16 and 8 x 8 places, and of the whole.
        attributes: Logits, (B, K).
        values: Logits of "real, and has this value", each (B, V, ...): of 16 x 16, 8 x 8 places, the whole.
        features: What the whole is judged by, (B, F).
    """

    source: tuple[Tensor, ...]
    attributes: Tensor
    values: tuple[Tensor, ...]
    features: Tensor


class Block(nn.Module):
    """A residual block that knows the change, and what there is of each feature in the whole picture."""

    def __init__(self, width: int, attributes: int) -> None:
        super().__init__()
        self.first_norm, self.second_norm = nn.GroupNorm(8, width), nn.GroupNorm(8, width)
        self.first = nn.Conv2d(width, width, kernel_size=3, padding=1)
        self.second = nn.Conv2d(width, width, kernel_size=3, padding=1)
        self.told = nn.Linear(2 * width + attributes, width)
        nn.init.normal_(self.second.weight, std=0.01)

    def forward(self, h: Tensor, change: Tensor) -> Tensor:
        """Return features, (B, W, S, S), of such features and the mean change, (B, K)."""
        y = relu(self.first_norm(h))
        told = self.told(torch.cat((y.mean((2, 3)), y.amax((2, 3)), change), 1))
        y = self.first(y) + told[:, :, None, None]
        return h + self.second(relu(self.second_norm(y)))


class Located(nn.Module):
    """Planes of the change to features: every place weighs them by numbers of its own, 0 at first.

    Numbers drawn at random would differ from pixel to pixel, and be seen as speckles for a long time.
    """

    def __init__(self, attributes: int, features: int, side: int) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.zeros(attributes, features, side, side))

    def forward(self, planes: Tensor) -> Tensor:
        """Return features, (B, F, S, S), of planes (B, K, S, S)."""
        side = planes.shape[-1]
        by_place = self.weight.flatten(2).permute(2, 0, 1)  # (S * S, K, F)
        found = torch.bmm(planes.flatten(2).permute(2, 0, 1), by_place)  # (S * S, B, F)
        return found.permute(1, 2, 0).unflatten(2, (side, side))


class Colours(nn.Module):
    """What comes where the mask opens: shares of the colours of a palette and of the picture's own."""

    def __init__(self, config: Config) -> None:
        super().__init__()
        self.palette = nn.Parameter(2 * torch.rand(config.palette, 3) - 1)
        self.pick = nn.Conv2d(config.width, config.picked, kernel_size=1, bias=False)
        self.place = nn.Parameter(_anchors(config.picked))
        nn.init.normal_(self.pick.weight, std=0.01)

    def forward(self, logits: Tensor, x: Tensor, h: Tensor) -> Tensor:
        """Return colours, (B, 3, 64, 64).

        Args:
            logits: Of each colour for each pixel, (B, P + Q, 64, 64).
            x: The picture, (B, 3, 64, 64).
            h: Features that tell from where to pick, (B, W, 16, 16).
        """
        where = (_SHARP * (self.pick(h) + self.place)).flatten(2).softmax(2)  # (B, Q, 256)
        seen = x[:, :, 2::4, 2::4].flatten(2).transpose(1, 2)  # (B, 256, 3), pixels and not their means
        colours = torch.cat((self.palette.expand(len(x), -1, -1), where @ seen), 1)
        shares = logits.flatten(2).softmax(1)  # (B, P + Q, 4096)
        return (colours.transpose(1, 2) @ shares).unflatten(2, (SIDE, SIDE))


def _anchors(count: int) -> Tensor:
    """Return where colours are picked from at first, as logits before ``_SHARP``, (count, 16, 16).

    Each from about one place, for a mean over many is no colour of the picture: by turns from the left edge
    and from the middle, from above to below.
    """
    rows = torch.linspace(2, _SMALL - 3, max(1, (count + 1) // 2)).repeat_interleave(2)[:count]
    columns = torch.tensor([1.0, _SMALL / 2]).repeat((count + 1) // 2)[:count]
    at = torch.arange(_SMALL)
    down, across = at - rows[:, None], at - columns[:, None]  # (count, 16) each
    return -(down[:, :, None].square() + across[:, None].square()) / (0.6 * _SHARP)


class Generator(nn.Module):
    """A picture and planes of the change to the changed picture."""

    def __init__(self, config: Config) -> None:
        super().__init__()
        attributes, width, early = len(config.labels.names), config.width, config.early
        self.enter = nn.Conv2d(12, early, kernel_size=3, padding=1)
        self.down = nn.Conv2d(early, width, kernel_size=4, stride=2, padding=1)
        self.coarse = Located(attributes, width, _SMALL)
        self.blocks = nn.ModuleList([Block(width, attributes) for _ in range(config.blocks)])
        self.up = nn.Conv2d(width, early, kernel_size=1)
        self.join = nn.Conv2d(2 * early, early + 8, kernel_size=3, padding=1)
        self.thin = nn.Conv2d(early + 8, _THIN, kernel_size=1)
        self.located = Located(attributes, _MAPS, SIDE)
        self.fine = nn.Conv2d(_THIN + 3 + _MAPS, _FINE, kernel_size=3, padding=1)
        self.colours = Colours(config) if config.palette else None
        self.out = nn.Conv2d(
            _FINE, 1 + (config.palette + config.picked if config.palette else 3), kernel_size=1
        )

    def forward(self, x: Tensor, planes: Tensor, floor: float = 0.0) -> Edited:
        """Return the changed picture.

        Args:
            x: (B, 3, 64, 64), -1 to 1.
            planes: Of the change of each attribute, -1 to 1, (B, K, 64, 64).
            floor: How far the mask is open at least.
        """
        change = planes.mean((2, 3))
        e = relu(self.enter(pixel_unshuffle(x, 2)))  # (B, E, 32, 32)
        h = self.down(e) + self.coarse(planes[:, :, ::4, ::4])  # (B, W, 16, 16)
        for block in self.blocks:
            h = block(h, change)
        u = relu(self.join(torch.cat((interpolate(relu(self.up(h)), scale_factor=2.0), e), 1)))
        # Enlarged and then convolved: transposed convolutions leave a pattern, shuffled pixels speckles.
        v = torch.cat((interpolate(self.thin(u), scale_factor=2.0), x, self.located(planes)), 1)
        found = self.out(relu(self.fine(v)))  # (B, 1 + ..., 64, 64)
        mask = floor + (1 - floor) * leaky_sigmoid(found[:, :1])
        content = self.colours(found[:, 1:], x, h) if self.colours else found[:, 1:].tanh()
        return Edited(x + mask * (content - x), mask, content)


class _Held(torch.autograd.Function):
    """Numbers kept within a limit; what would push them further out is no gradient, what pulls back is."""

    @staticmethod
    def forward(ctx: FunctionCtx, logits: Tensor) -> Tensor:
        ctx.save_for_backward(logits)
        return logits.clamp(-_MOST, _MOST)

    @staticmethod
    def backward(ctx: Any, *grad_outputs: Tensor) -> Tensor:  # noqa: ANN401 - what torch hands over
        (logits,), (gradient,) = ctx.saved_tensors, grad_outputs
        outwards = (logits.abs() > _MOST) & (logits * gradient < 0)  # a step goes against the gradient
        return gradient.masked_fill(outwards, 0.0)


def leaky_sigmoid(logits: Tensor) -> Tensor:
    """Return the sigmoid of logits, 0.0025 to 0.9975, with a slope that is never less than ``_LEAK``.

    A mask that is shut everywhere is what G learns first, and a sigmoid has no slope there. A floor under the
    mask itself would let a little of the content through everywhere.
    """
    held = _Held.apply(logits)
    assert isinstance(held, Tensor)
    return held.sigmoid() + _LEAK * (held - held.detach())


class Discriminator(nn.Module):
    """A picture to what D makes of it: four convolutions that halve the side, heads at each scale."""

    def __init__(self, config: Config) -> None:
        super().__init__()
        wide, labels = config.judge, config.labels
        self.sizes = (1, labels.count, len(labels.names))
        self.first = nn.Conv2d(3, wide, kernel_size=4, stride=2, padding=1)
        self.second = nn.Conv2d(wide, 2 * wide, kernel_size=4, stride=2, padding=1)
        self.third = nn.Conv2d(2 * wide, 3 * wide, kernel_size=4, stride=2, padding=1)
        self.fourth = nn.Conv2d(3 * wide, 4 * wide, kernel_size=4, stride=2, padding=1)
        # Where a feature is tells what to expect there: all faces are at the same place.
        self.first_place = nn.Parameter(torch.zeros(wide, _HALF, _HALF))
        self.second_place = nn.Parameter(torch.zeros(2 * wide, _SMALL, _SMALL))
        self.finest = nn.Conv2d(wide, 1, kernel_size=3, padding=1)
        self.finer = nn.Conv2d(2 * wide, 1 + labels.count, kernel_size=3, padding=1)
        self.coarser = nn.Conv2d(3 * wide, 1 + labels.count, kernel_size=3, padding=1)
        self.whole = nn.Linear(4 * wide * (SIDE // 16) ** 2, config.hidden)
        self.heads = nn.Linear(config.hidden, sum(self.sizes))

    def forward(self, x: Tensor) -> Verdict:
        """Return what D makes of pictures, (B, 3, 64, 64), -1 to 1."""
        h32 = leaky_relu(self.first(x) + self.first_place, SLOPE)
        h16 = leaky_relu(self.second(h32) + self.second_place, SLOPE)
        h8 = leaky_relu(self.third(h16), SLOPE)
        features = leaky_relu(self.whole(leaky_relu(self.fourth(h8), SLOPE).flatten(1)), SLOPE)
        source, values, attributes = self.heads(features).split(self.sizes, 1)
        finer, coarser = self.finer(h16), self.coarser(h8)
        return Verdict(
            (self.finest(h32), finer[:, :1], coarser[:, :1], source),
            attributes,
            (finer[:, 1:], coarser[:, 1:], values),
            features,
        )


class StarGan(nn.Module):
    """Both players.

    Args:
        config: The size.
    """

    def __init__(self, config: Config) -> None:
        super().__init__()
        self.config = config
        self.labels = config.labels
        self.generator = Generator(config)
        self.discriminator = Discriminator(config)

    def planes(self, own: Tensor, target: Tensor) -> Tensor:
        """Return what G is told: the differences of attributes (B, K), each as a plane, (B, K, 64, 64)."""
        return (target - own)[:, :, None, None].expand(-1, -1, SIDE, SIDE)

    def edit(self, x: Tensor, own: Tensor, target: Tensor, floor: float = 0.0) -> Edited:
        """Return the picture with other attributes.

        Args:
            x: (B, 3, 64, 64), -1 to 1.
            own: Its attributes, (B, K), 0 to 1.
            target: Those that it shall have, likewise.
            floor: How far the mask is open at least.
        """
        return self.generator(x, self.planes(own, target), floor)


def build(config: Config) -> StarGan:
    """Return a network of this size."""
    return StarGan(config)
