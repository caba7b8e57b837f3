"""Score drawings, compare a flip, and sample, with any explicit model that reads pixels in order."""

from collections.abc import Iterator

import numpy as np
import torch
from numpy.typing import NDArray

from genplay.errors import UserError
from genplay.families.autoregressive import (
    SIMPLER,
    Anomaly,
    Average,
    Averaged,
    Comparison,
    Conditionals,
    Context,
    Sample,
    Samples,
    Score,
    Seen,
    Simpler,
    WhatIf,
)
from genplay.families.autoregressive.grey import GreySample, GreyScore
from genplay.families.base import Bits, Drawing, Loading, Request
from genplay.families.orders import ensemble
from genplay.pipelines import CPU, Models, anomaly, grey
from genplay.pipelines.dependence import dependence
from genplay.pipelines.explicit import Explicit

_STRIDE, _DEEP_STRIDE = 28, 14  # pixels between two frames of a sampling; of a model that takes longer


def run(models: Models, request: Request) -> Iterator[object]:
    """Yield the answer: one ``Conditionals``, ``Comparison`` or ``Seen``; samples and averages step by step.

    ``Anomalies`` grow too. A model that must be loaded first is a step of its own before it.
    """
    yield from _load(models, request)
    if isinstance(request, Score | WhatIf):
        for _ in _model(models, request.model, request.drawing).prepare(request.order, request.reach):
            yield Loading(request.model)
    match request:
        case Score():
            yield _score(models, request)
        case WhatIf():
            yield _what_if(models, request)
        case Context():
            yield from _context(models, request)
        case Sample():
            yield from _sample(models, request)
        case Average():
            yield from _average(models, request)
        case GreyScore() | GreySample():
            yield from grey.run(models, request)
        case Anomaly():
            yield from anomaly.run(_model(models, request.model, Drawing.blank()), request)
        case _:
            raise TypeError(f"the autoregressive family has no request {type(request).__name__}")


def _load(models: Models, request: Request) -> Iterator[Loading]:
    """Load what the request needs, a step a model, so that no step is long and none times the disk."""
    name = getattr(request, "model", None)
    names = [] if name is None else [name, *(SIMPLER if isinstance(request, Score) else ())]
    kind = grey.Grey if isinstance(request, GreyScore | GreySample) else Explicit
    for missing in (name for name in names if not models.has(name, kind)):
        models.get(missing, kind)
        yield Loading(missing)


def _model(models: Models, name: str, drawing: Drawing) -> Explicit:
    """Return the model, which must be one of pictures of the drawing's size."""
    model = models.get(name, Explicit)
    if model.dims != drawing.height * drawing.width:
        raise UserError(
            "{model} reads pictures of {dims} pixels; this one has {height} x {width}.",
            model=name,
            dims=model.dims,
            height=drawing.height,
            width=drawing.width,
        )
    return model


def _score(models: Models, request: Score) -> Conditionals:
    drawing, bits = request.drawing, request.drawing.flat()
    model = _model(models, request.model, drawing)
    order = model.reader(request.order, request.reach).order
    simpler: list[Simpler] = []
    for name in SIMPLER:
        reader = _model(models, name, drawing).reader()
        # Its own terms, added along the order of the model that it is compared with.
        running = _running(_surprises(reader.logits(bits), bits)[order])
        simpler.append(Simpler(name, float(running[-1]), running))
    return _conditionals(model, request, drawing, tuple(simpler))


def _what_if(models: Models, request: WhatIf) -> Comparison:
    model = _model(models, request.model, request.drawing)
    before = _conditionals(model, request, request.drawing, ())
    after = _conditionals(model, request, request.drawing.flipped(request.pixel), ())
    return Comparison(request.pixel, before, after)


def _context(models: Models, request: Context) -> Iterator[Loading | Seen]:
    model = _model(models, request.model, request.drawing)
    bits = request.drawing.flat()
    for weights in dependence(model, bits, request.pixel, request.order, request.reach):
        yield Loading(request.model) if weights is None else Seen(request, weights)


def _average(models: Models, request: Average) -> Iterator[Averaged]:
    model, bits = _model(models, request.model, request.drawing), request.drawing.flat()
    found: list[float] = []
    for order in ensemble(request.order, request.count):
        found.append(model.reader(order).log_prob(bits))
        yield Averaged(np.array(found), request.count)


def _conditionals(
    model: Explicit, request: Score | WhatIf, drawing: Drawing, simpler: tuple[Simpler, ...]
) -> Conditionals:
    reader, bits = model.reader(request.order, request.reach), drawing.flat()
    logits = reader.logits(bits)
    surprises = _surprises(logits, bits)
    return Conditionals(
        model=model.name,
        drawing=drawing,
        order=reader.order,
        logits=logits,
        probabilities=_sigmoid(logits),
        surprises=surprises,
        running=_running(surprises[reader.order]),
        bias=reader.bias,
        hidden=reader.hidden,
        reference=model.reference(request.order, request.reach),
        simpler=simpler,
        device=CPU,
        measured=model.measured(request.reach),
        reads=_reads(model, request),
    )


def _reads(model: Explicit, request: Score | WhatIf) -> str:
    """Say which of the ways in which a model can read was asked for."""
    if model.any_order:
        order = request.order
        return f"{order.kind} {order.seed}" if order.kind == "random" else order.kind
    return "" if request.reach is None else f"N = {request.reach}"


def _sample(models: Models, request: Sample) -> Iterator[Samples]:
    model, given = _model(models, request.model, request.drawing), request.drawing.flat()
    generator = torch.Generator().manual_seed(request.seed)
    uniforms = torch.rand(request.count, len(given), generator=generator, dtype=torch.float64).numpy()
    if request.region is not None:
        yield from _fill(model, request, request.region.flat().astype(bool), uniforms)
        return
    reader = model.reader(request.order, request.reach)
    stride = _DEEP_STRIDE if model.any_order else _STRIDE
    for pixels, done in reader.sample(given, request.start, uniforms, request.temperature, stride):
        yield Samples(reader.order, request.start, done, pixels, request.temperature)


def _fill(
    model: Explicit, request: Sample, wanted: NDArray[np.bool_], uniforms: NDArray[np.float64]
) -> Iterator[Samples]:
    """Sample the wanted pixels only.

    A model of any order reads everything else first. The others cannot: each pixel of the region is drawn
    given what comes before it in their order, and what is kept stays as it is whatever they expect.
    """
    given, order = request.drawing.flat(), request.order.after(~wanted)
    kept = int((~wanted).sum())
    if model.any_order:
        reader = model.along(order)
        for pixels, done in reader.sample(given, kept, uniforms, request.temperature, _DEEP_STRIDE):
            yield Samples(order, kept, done, pixels, request.temperature)
        return
    reader = model.reader(request.order, request.reach)
    # A uniform of 0 is below every probability, and one of 1 below none: that keeps a pixel as it is.
    forced = np.where(wanted, uniforms, 1.0 - given)
    read = wanted[reader.order]
    first = int(read.argmax()) if read.any() else len(read)
    for pixels, settled in reader.sample(given, first, forced, request.temperature, _STRIDE):
        done = kept + int(read[:settled].sum())
        yield Samples(order, kept, done, np.where(wanted, pixels, given), request.temperature)


def _running(surprises: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.concatenate(([0.0], np.cumsum(-surprises)))


def _surprises(logits: NDArray[np.float32], bits: Bits) -> NDArray[np.float64]:
    """-log p(x_i | x_<i) = softplus((1 - 2 x_i) t_i), in float64: 784 rounded terms must add up."""
    return np.logaddexp(0.0, np.where(bits, -1.0, 1.0) * logits.astype(np.float64))


def _sigmoid(logits: NDArray[np.float32]) -> NDArray[np.float32]:
    # By the logarithm: where 1 + tanh rounds to 0, p would contradict log p.
    return np.exp(-np.logaddexp(0.0, -logits.astype(np.float64))).astype(np.float32)
