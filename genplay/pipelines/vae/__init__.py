"""Answer what may be asked of a VAE: pictures, encodings, the terms of log p(x), and the map."""

from collections.abc import Generator, Iterator

import numpy as np

from genplay.families.base import Loading, Request
from genplay.families.vae import (
    Bound,
    Cloud,
    Decode,
    Decoded,
    Encode,
    Encoded,
    Evidence,
    Gauss,
    Improve,
    Manifold,
    Neighbours,
    Prior,
    Probe,
    Question,
    Reconstruct,
    Sandwich,
    Working,
    between,
)
from genplay.families.vae.live import TrainLive
from genplay.models import vae
from genplay.pipelines import CPU, Models
from genplay.pipelines.vae.coder import Coder, drawn, standard, tensors
from genplay.pipelines.vae.evidence import evidence_of
from genplay.pipelines.vae.live import run_live
from genplay.pipelines.vae.maps import cloud_of, manifold_of, neighbours_of, prior_of
from genplay.pipelines.vae.probes import probed_by
from genplay.pipelines.vae.terms import bounds_of, sandwich_of


def run(models: Models, request: Request) -> Iterator[object]:
    """Yield the answer, whose type the request names; what takes longer comes step by step.

    A model that must be loaded first is a step of its own before it.

    Raises:
        UserError: The drawing or the code is none that this model reads, or what is needed did not come with
            this genplay.
    """
    if isinstance(request, TrainLive):
        yield from run_live(models, request)
        return
    if not isinstance(request, Question):
        raise TypeError(f"the vae family has no request {type(request).__name__}")
    if not models.has(request.model, Coder):
        models.get(request.model, Coder)
        yield Loading(request.model)
    yield from _answered(models.get(request.model, Coder), request)


def _answered(coder: Coder, request: Question) -> Iterator[object]:
    match request:
        case Decode():
            yield _decoded(coder, request)
        case Reconstruct():
            yield from _reconstruct(coder, request)
        case Encode():
            yield _encode(coder, request)
        case Improve():
            yield from _improve(coder, request)
        case Probe():
            yield probed_by(coder, request)
        case _:
            yield from _measured(coder, request)


def _measured(coder: Coder, request: Question) -> Iterator[object]:
    """Yield what is measured of a drawing, or what the whole model shows."""
    match request:
        case Sandwich():
            yield from sandwich_of(coder, request)
        case Bound():
            yield from bounds_of(coder, request)
        case Evidence():
            yield from evidence_of(coder, request)
        case Manifold():
            yield from manifold_of(coder, request)
        case Cloud():
            yield from cloud_of(coder, request)
        case Neighbours():
            yield from neighbours_of(coder, request)
        case Prior():
            yield prior_of(coder, request)
        case _:
            raise TypeError(f"the vae family has no request {type(request).__name__}")


def _decoded(coder: Coder, request: Decode) -> Decoded:
    z = coder.code(request.z)
    mean = coder.decode(z)
    return Decoded(coder.name, z, mean, drawn(mean, request.seed))


def _reconstruct(coder: Coder, request: Reconstruct) -> Iterator[object]:
    q = yield from _blended(coder, request)
    eps = np.zeros(coder.latent) if request.eps is None else standard((coder.latent,), request.eps)
    z = np.array(q.mu) + np.array(q.sigma) * eps
    mean = coder.decode(z)
    yield Decoded(coder.name, z, mean, drawn(mean, request.seed), q, eps)


def _blended(coder: Coder, request: Reconstruct) -> Generator[Working, None, Gauss]:
    q = yield from coder.q(request.drawing, request.q, request.step, request.learned)
    if request.second is None or not request.blend:
        return q
    other = coder.encode(request.second)
    mu = between(q.mu, other.mu, request.blend, request.way)
    return Gauss(mu, q.toward(other, request.blend).sigma)


def _encode(coder: Coder, request: Encode) -> Encoded:
    q = coder.encode(request.drawing)
    mean = coder.decode(np.array(q.mu))
    return Encoded(coder.name, request.drawing, q, vae.kl(*tensors(q)).numpy(), mean, CPU)


def _improve(coder: Coder, request: Improve) -> Iterator[object]:
    """Yield a ``Climb`` that grows step by step, until it is complete or no step leads higher."""
    path = coder.climb(request.drawing, request.q)
    for step in range(request.steps + 1):
        if step < request.steps and len(path.footholds) <= step + 1:
            path.go_on()  # one ahead: the last step is then known to be the last
        climb = coder.climbed(request.drawing, path, step, request.steps)
        yield climb
        if climb.ended:
            return
