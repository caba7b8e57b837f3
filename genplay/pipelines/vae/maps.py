"""The map: pictures of a plane, the test pictures' places, and those nearest to a drawing."""

from collections.abc import Generator, Iterator

import numpy as np
from numpy.typing import NDArray

from genplay.errors import UserError
from genplay.families.base import Drawing
from genplay.families.vae import (
    Cloud,
    Manifold,
    Nearest,
    Neighbour,
    Neighbours,
    Pictures,
    Plane,
    Points,
    Prior,
    Sheet,
    Working,
    quantiles,
)
from genplay.pipelines.vae.coder import Coder, drawn, standard

MOST_SIDE = 40
_CODES = 250  # decoded in a step


def manifold_of(coder: Coder, request: Manifold) -> Iterator[object]:
    """Yield a ``Sheet`` that grows by rows; ``Working`` before it where its plane is not known yet.

    Raises:
        UserError: The sheet is too large, or the plane is none of this model's space.
    """
    if not 1 <= request.side <= MOST_SIDE:
        raise UserError("A manifold has 1 to {most} rows, not {side}.", most=MOST_SIDE, side=request.side)
    plane = request.plane or (yield from _principal(coder))
    if len(plane.origin) != coder.latent:
        sentence = "{model} has {latent} latents; this plane has {given}."
        raise UserError(sentence, model=coder.name, latent=coder.latent, given=len(plane.origin))
    at, side = quantiles(request.side), request.side
    codes = plane.grid(at, at)
    height = width = int(coder.dims**0.5)
    pictures = np.zeros((side, side, height, width), np.uint8)
    rows = max(1, _CODES // side)
    for start in range(0, side, rows):
        done = min(start + rows, side)
        means = coder.decode(codes[start:done])
        pictures[start:done] = np.rint(255 * means).reshape(-1, side, height, width)
        yield Sheet(coder.name, plane, at, at, pictures.copy(), done)


def _principal(coder: Coder) -> Generator[Working, None, Plane]:
    """Yield while the test pictures are encoded, and return the plane of their principal components."""
    while coder.encodings.done < 1:
        coder.encodings.step()
        yield Working(coder.encodings.done)
    plane = coder.encodings.points(coder.name).principal
    if plane is None:
        raise UserError("The codes of {model} have no two principal components.", model=coder.name)
    return plane


def cloud_of(coder: Coder, request: Cloud) -> Iterator[Points]:
    """Yield ``Points`` that grow; at once all of them where they are known."""
    while coder.encodings.done < 1:
        coder.encodings.step()
        if coder.encodings.done < 1:
            yield coder.encodings.points(request.model)
    yield coder.encodings.points(request.model)


def neighbours_of(coder: Coder, request: Neighbours) -> Iterator[object]:
    """Yield ``Nearest``, after ``Working`` where the test pictures are not encoded yet."""
    mu = np.array(coder.encode(request.drawing).mu)
    while coder.encodings.done < 1:
        coder.encodings.step()
        yield Working(coder.encodings.done)
    apart = np.linalg.norm(coder.encodings.points(coder.name).mu - mu, axis=1)
    differing = np.bitwise_count(coder.encodings.packed ^ np.packbits(request.drawing.flat())).sum(1)
    found = [_nearest(coder, distances, request) for distances in (apart, differing)]
    yield Nearest(coder.name, request.drawing, *found)


def _nearest(
    coder: Coder, distances: NDArray[np.float64] | NDArray[np.int64], request: Neighbours
) -> tuple[Neighbour, ...]:
    """Return the nearest pictures; of those equally far the first ones."""
    held, shape = coder.encodings.pictures, (request.drawing.height, request.drawing.width)
    order = np.argsort(distances, kind="stable")[: request.count].tolist()
    return tuple(
        Neighbour(i, int(held.labels[i]), float(distances[i]), Drawing.of(held.bits[i].reshape(shape)))
        for i in order
    )


def prior_of(coder: Coder, request: Prior) -> Pictures:
    """Return pictures drawn from the prior."""
    z = standard((request.count, coder.latent), request.seed)
    means = coder.decode(z)
    return Pictures(coder.name, z, means, drawn(means, request.seed))
