"""Answer what may be asked of a DCGAN: pictures of points of its latent space, its layers, its verdicts."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import cast

import numpy as np
import torch
from torch import Tensor
from torch.nn.functional import pad

from genplay.data.avatars.examples import first_picture
from genplay.errors import UserError
from genplay.families.base import Loaded, Loading, Request
from genplay.families.dcgan import (
    DIRECTIONS,
    GROUPS,
    KINDS,
    NEIGHBOURS,
    PAGES,
    PERCENTILES,
    SPREAD,
    TRUNCATIONS,
    Between,
    Blend,
    Explain,
    Explained,
    Floats,
    Latent,
    Layers,
    Maps,
    Pinned,
    Pins,
    Pixels,
    Question,
    Reckon,
    Reckoned,
    Samples,
    Score,
    Scored,
    ScorePages,
    Show,
    Shown,
    Verdict,
    Wall,
    blended,
    seed_of,
    weights,
)
from genplay.families.dcgan.directions import signs
from genplay.families.forged import Forged
from genplay.models import dcgan
from genplay.models.dcgan import Dcgan
from genplay.pipelines import Models

_AT_ONCE = 5  # samples of a step of the wall: below 30 ms
_MOST_SIDE = 20
_DRAWN, _RGB = 28, 3  # side of a drawing; channels of a painting
_OTHER = "{model} judges no picture of these sides and colours."


class Painter:
    """A DCGAN as this pipeline uses it.

    Args:
        name: Model name.
        loaded: The checkpoint.

    Raises:
        UserError: The model is no DCGAN, or its noise is shorter than there are directions.
    """

    def __init__(self, name: str, loaded: Loaded) -> None:
        if loaded.architecture != "dcgan":
            raise UserError("{model} is no GAN of convolutions.", model=name)
        self.name = name
        self.network = cast(Dcgan, loaded.network).requires_grad_(requires_grad=False)
        self.config = self.network.config
        if self.config.noise < DIRECTIONS:
            raise UserError("{model} has fewer than {count} directions.", model=name, count=DIRECTIONS)
        self.directions, self.shares = dcgan.directions(self.network.generator)
        self.calibration, self.figures = loaded.calibration, loaded.figures
        self.classes = _classes(loaded.calibration)
        if self.classes is not None and name in GROUPS:
            turned = signs(self.classes, GROUPS[name])
            self.classes = np.where(turned[:, None, None] < 0, self.classes[:, ::-1], self.classes)
            self.directions[:DIRECTIONS] *= torch.tensor(turned)[:, None]

    def noise(self, latent: Latent, truncation: float) -> Tensor:
        """Return the noise of a point, (L,), truncated.

        Raises:
            UserError: There is no such number of the noise, or no such truncation.
        """
        least, most = TRUNCATIONS
        if not least <= truncation <= most:
            raise UserError("Truncation is from {least:g} to {most:g}.", least=least, most=most)
        blend = latent.blend
        seeds = weights(latent.x, latent.y) if blend is None else blend.seeds
        z = torch.zeros(self.config.noise)
        for i, j, weight in seeds:
            z += weight * _seeded(seed_of(i, j), self.config.noise)
        for moved in (latent,) if blend is None else (blend, latent):
            z = self._moved(z, moved)
        return truncation * z

    def _moved(self, z: Tensor, by: Latent | Blend) -> Tensor:
        if by.along:
            z = z + torch.tensor(by.along) @ self.directions[:DIRECTIONS]
        if not by.raw:
            return z
        numbers = [number for number, _ in by.raw]
        if numbers[-1] >= self.config.noise:
            raise UserError("{model} has no number {number}.", model=self.name, number=numbers[-1])
        return z.index_add(0, torch.tensor(numbers), torch.tensor([far for _, far in by.raw]))

    def point(self, frame: Show | Between) -> Latent:
        """Return the point whose picture is asked for, of a walk that which it has come to.

        Raises:
            UserError: It has come farther than its end, or has no end.
        """
        if isinstance(frame, Show):
            return frame.latent
        if not 0 <= frame.way <= 1:
            raise UserError("A walk has come 0 to 1 of its way.")
        first, second = (self.noise(point, 1.0) for point in (frame.first, frame.second))
        near, far = slerp(first, second, frame.way)
        return blended([(near, frame.first), (far, frame.second)])

    def pictures(self, z: Tensor) -> Pixels:
        """Return the pictures of noise, (N, L): (N, S, S, C)."""
        return pixels(self.network.generator(z))

    def shown(self, frame: Show | Between) -> Shown:
        """Return the picture that is asked for, and what D says of it."""
        latent = self.point(frame)
        z = self.noise(latent, frame.truncation)
        x = self.network.generator(z[None])
        verdict = float(self.network.discriminator(x).sigmoid())
        return Shown(self.name, pixels(x)[0], z.numpy(), verdict, latent, self.config.normed, frame)


def run(models: Models, request: Request) -> Iterator[object]:
    """Yield the answer, whose type the request names; what takes longer comes step by step.

    A model that must be loaded first is a step of its own before it.

    Raises:
        UserError: A point or a picture is none that this model knows, or the model none of this family.
    """
    if not isinstance(request, Question):
        raise TypeError(f"the dcgan family has no request {type(request).__name__}")
    if not models.has(request.model, Painter):
        models.get(request.model, Painter)
        yield Loading(request.model)
    painter = models.get(request.model, Painter)
    match request:
        case Show() | Between():
            yield painter.shown(request)
        case Samples():
            yield from _samples(painter, request)
        case Pinned():
            yield from _pinned(painter, request)
        case Reckon():
            yield _reckoned(painter, request)
        case Layers():
            yield _layers(painter, request)
        case Score():
            yield _verdict(painter, request)
        case ScorePages():
            yield _scored(painter)
        case Explain():
            yield _explained(painter)
        case _:
            raise TypeError(f"the dcgan family has no request {type(request).__name__}")


def _samples(painter: Painter, request: Samples) -> Iterator[Wall]:
    if not 1 <= request.side <= _MOST_SIDE:
        raise UserError("A wall has 1 to {most} rows and columns.", most=_MOST_SIDE)
    side = range(request.side)
    points = tuple(Latent(x=request.x + i, y=request.y + j) for j in side for i in side)
    for pictures in _growing(painter, points, request.truncation):
        yield Wall(painter.name, pictures, points)


def _pinned(painter: Painter, request: Pinned) -> Iterator[Pins]:
    for pictures in _growing(painter, request.latents, request.truncation):
        yield Pins(painter.name, request.latents, pictures)


def _growing(painter: Painter, points: Sequence[Latent], truncation: float) -> Iterator[Pixels]:
    """Yield the pictures of points so far, (N, S, S, C), a few more each time."""
    found: list[Pixels] = []
    for start in range(0, len(points), _AT_ONCE):
        part = points[start : start + _AT_ONCE]
        z = torch.stack([painter.noise(point, truncation) for point in part])
        found.append(painter.pictures(z))
        yield np.concatenate(found)


def slerp(first: Tensor, second: Tensor, way: float) -> tuple[float, float]:
    """Return the weights of two points, (L,), whose sum is on the great circle between them (Shoemake 1985).

    Its length is in between theirs. Straight lines lead through the middle of the space, where a standard
    normal of many numbers never is.
    """
    one, other = (math.sqrt(float(z.square().sum())) for z in (first, second))
    angle = math.acos(max(-1.0, min(1.0, float(first @ second) / max(one * other, 1e-12))))
    if (
        way in (0, 1) or math.sin(angle) < 1e-4
    ):  # the same direction, or opposite ones, between which there is no circle
        return 1 - way, way
    length = ((1 - way) * one + way * other) / math.sin(angle)
    return length * math.sin((1 - way) * angle) / one, length * math.sin(way * angle) / other


def _reckoned(painter: Painter, request: Reckon) -> Reckoned:
    terms = (request.first, request.less, request.plus)
    if not all(terms):
        raise UserError("Each of the three terms needs at least one pinned sample.")
    a, b, c = (
        torch.stack([painter.noise(point, request.truncation) for point in term]).mean(0) for term in terms
    )
    points = _about(_sum(request), request.seed, painter.config.noise)
    z = torch.stack([a, b, c, *(painter.noise(point, request.truncation) for point in points)])
    pictures, result = painter.pictures(z), z[3]
    usual = request.truncation * math.sqrt(painter.config.noise)
    length = float(result.square().sum().sqrt())
    return Reckoned(painter.name, pictures[:3], pictures[3], pictures[4:], points, length, usual)


def _sum(request: Reckon) -> Latent:
    """Return A - B + C of the means."""
    signed = ((1, request.first), (-1, request.less), (1, request.plus))
    return blended([(sign / len(term), point) for sign, term in signed for point in term])


def _about(result: Latent, seed: int, length: int) -> tuple[Latent, ...]:
    """Return a result, then its neighbours, which are away in all numbers, by whole thousandths."""
    draw = torch.Generator().manual_seed(seed)
    most = round(1000 * SPREAD)
    drawn = torch.randint(-most, most + 1, (NEIGHBOURS, length), generator=draw)
    around = cast("list[list[int]]", drawn.numpy().tolist())
    away = [tuple((number, far / 1000) for number, far in enumerate(one) if far) for one in around]
    return result, *(replace(result, raw=raw) for raw in away)


def _layers(painter: Painter, request: Layers) -> Maps:
    z = painter.noise(painter.point(request.frame), request.frame.truncation)
    *layers, last = painter.network.generator.maps(z[None])
    return Maps(painter.name, tuple(layer[0].numpy() for layer in layers), pixels(last)[0], z.numpy())


def _verdict(painter: Painter, request: Score) -> Verdict:
    x = _painted(painter, request) if painter.config.channels == _RGB else _drawn(painter, request)
    logit = float(painter.network.discriminator(x))
    return Verdict(painter.name, request.drawing, logit, pixels(x)[0])


def _scored(painter: Painter) -> Scored:
    if painter.name not in PAGES:
        raise UserError("There are no pages for {model} to judge.", model=painter.name)
    coloured = painter.config.channels == _RGB
    asked = [
        Score(painter.name, painting=page.pixels.tobytes())
        if coloured
        else Score(painter.name, levels=page.pixels.tobytes())
        for page in PAGES[painter.name]
    ]
    return Scored(painter.name, tuple(_verdict(painter, one).verdict for one in asked))


def _painted(painter: Painter, request: Score) -> Tensor:
    """Return a painting as D reads it, (1, 3, S, S), -1 to 1."""
    side = painter.config.side
    painting = request.painting if request.painting is not None else first_picture().tobytes()
    if len(painting) != _RGB * side**2:
        raise UserError(_OTHER, model=painter.name)
    rgb = np.frombuffer(painting, np.uint8).reshape(1, side, side, _RGB)
    return torch.tensor(rgb).permute(0, 3, 1, 2).float() / 127.5 - 1


def _drawn(painter: Painter, request: Score) -> Tensor:
    """Return a drawing as D reads it, (1, 1, 32, 32), -1 paper to 1 ink."""
    config, drawing, levels = painter.config, request.drawing, request.levels
    right = (config.channels, config.side) == (1, 32) and (drawing.height, drawing.width) == (_DRAWN, _DRAWN)
    if not right or (levels is not None and len(levels) != _DRAWN**2):
        raise UserError(_OTHER, model=painter.name)
    grey = np.frombuffer(levels, np.uint8) if levels is not None else 255 * drawing.flat()
    x = torch.tensor(grey.reshape(_DRAWN, _DRAWN), dtype=torch.float32) / 127.5 - 1
    return pad(x, (2, 2, 2, 2), value=-1.0)[None, None]


def _explained(painter: Painter) -> Explained:
    known, name = painter.calibration, painter.name
    logits = known.get("logits")
    if logits is not None and logits.shape != (2, PERCENTILES):
        logits = None
    linear = known.get("linear", np.zeros(0, np.float32))
    right = dict(zip(KINDS, map(float, linear), strict=True)) if linear.shape == (len(KINDS),) else {}
    forged = Forged.of(painter.figures, math.prod(GROUPS[name])) if name in GROUPS else None
    shares, normed = painter.shares[:DIRECTIONS].numpy(), painter.config.normed
    return Explained(name, shares, painter.classes, right, logits, normed, forged)


def _classes(calibration: Mapping[str, Floats]) -> Floats | None:
    """Return what a classifier reads along the directions, (directions, 2, K), if that came with a model."""
    found = calibration.get("directions.classes")
    known = found is not None and found.ndim == 3 and found.shape[:2] == (DIRECTIONS, 2)
    return found if known else None


def pixels(x: Tensor) -> Pixels:
    """Return pictures, (N, C, S, S), -1 to 1, as (N, S, S, C) uint8."""
    return ((x + 1) * 127.5).round().clamp(0, 255).byte().permute(0, 2, 3, 1).contiguous().numpy()


@lru_cache(maxsize=512)
def _seeded(seed: int, length: int) -> Tensor:
    return torch.randn(length, generator=torch.Generator().manual_seed(seed))
