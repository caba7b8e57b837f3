"""What the lower panels of the page of a trained VAE say: numbers in words, and what they mean."""

from math import ceil, isfinite
from typing import TypeVar

from genplay.families.vae import (
    CLASSES,
    Bounds,
    Encoded,
    Estimated,
    Ledger,
    Neighbour,
    Points,
    Sandwiched,
    Shown,
    collapse_note,
    gap_note,
    outside_note,
)
from genplay.ui import text
from genplay.ui.tabs.vae.scene import Scene
from genplay.ui.translation import sentence, translate
from genplay.ui.widgets.latent_name import latent

R = TypeVar("R")

UNKNOWN = "–"
FINE, COARSE = 3, 2
"""Decimals of terms that are measured by quadrature, and of those that are estimated by draws."""
_ERROR = 4  # decimals of the quadrature's error
_CONTEXT = "vae"


def present(scene: Scene, slot: str, result: R | None) -> R | None:
    """Return an answer, or None while that of its slot is late, or where it is another model's.

    No number is left that is not true now.
    """
    model = getattr(result, "model", scene.state.model)
    return None if slot in scene.waiting or model != scene.state.model else result


def classes(model: str) -> tuple[str, ...]:
    """Return the names of a model's classes, translated."""
    return tuple(translate("families", CLASSES[model][label]) for label in range(len(CLASSES[model])))


def test_pictures(model: str) -> str:
    """Return what the pictures are called that a probe was asked about."""
    return (
        translate(_CONTEXT, "Fashion test") if model == "vae_fashion" else translate(_CONTEXT, "MNIST test")
    )


def lower() -> list[tuple[str, str]]:
    """Return the names of what may stand below the pictures, by id."""
    return [
        ("ledger", translate(_CONTEXT, "Ledger")),
        ("dimensions", translate(_CONTEXT, "Dimensions")),
        ("neighbours", translate(_CONTEXT, "Neighbours")),
        ("probe", translate(_CONTEXT, "Probe")),
    ]


def nats(value: float | None, decimals: int = FINE) -> str:
    """Return a number of nats, or a dash."""
    return UNKNOWN if value is None or not isfinite(value) else text.nats(value, decimals)


def density(value: float) -> str:
    """Return a density to about three figures, as in "663" or "12.4"."""
    return text.number(value, 0 if value >= 100 else 1 if value >= 10 else 2)


def within(error: float, decimals: int) -> str:
    """Return an error, as in "± 0.0002": never less than it is, and never 0."""
    unit = 10.0**-decimals
    return f"± {text.nats(max(ceil(error / unit - 1e-9), 1) * unit, decimals)}"


# -- the ledger -------------------------------------------------------------------------------------------


def estimated(result: Estimated) -> tuple[float, float, float]:
    """Return reconstruction, KL(q || p(z)) and ELBO, rounded so that those on screen add up."""
    first, second = (round(value, COARSE) for value in (result.reconstruction, result.kl_prior))
    return first, second, round(first - second, COARSE)


def reconstruction(result: Estimated | None = None) -> str:
    """Return the name of the first term; of an estimate with its standard error."""
    name = translate(_CONTEXT, "Reconstruction")
    return name if result is None else f"{name} {within(result.error, COARSE)}"


def whole(result: Sandwiched | None) -> str:
    """Return the name of the sum, and whether it will be told better."""
    if result is not None and not result.refined:
        return translate(_CONTEXT, "log p(x), refining")
    return translate(_CONTEXT, "log p(x), quadrature")


def bounded(result: Bounds | None) -> str:
    """Return the name of the tightest bound, and by how many codes it is one."""
    if result is None:
        return translate(_CONTEXT, "log p(x) ≥")
    said = translate(_CONTEXT, "log p(x) ≥ by {count} codes")
    return said.format(count=text.count(int(result.counts[-1])))


def whole_hint(result: Sandwiched | None) -> str:
    """Return how log p(x) was measured."""
    if result is None:
        return translate(_CONTEXT, "log p(x), integrated over the plane of codes.")
    said = translate(
        _CONTEXT,
        "Integrated over the plane of codes, apart from the terms above: {calls} codes were decoded, and no "
        "number is further off than {error} nats.",
    )
    return said.format(calls=text.count(result.calls), error=_bare(result.ledger.error))


def bound_hint(result: Bounds | None) -> str:
    """Return what the tightest bound is."""
    said = translate(
        _CONTEXT,
        "Too many latents to integrate over: log p(x) is only bounded from below. What the ELBO lacks, "
        "KL(q ‖ p(z|x)), stays unknown.",
    )
    if result is None:
        return said
    codes = translate(_CONTEXT, "{count} importance-weighted codes of q, {runs} times.")
    return f"{said}\n{codes.format(count=text.count(int(result.counts[-1])), runs=int(result.runs[-1]))}"


def hints() -> tuple[str, str, str, str]:
    """Return what reconstruction, KL(q || p(z)), ELBO and KL(q || p(z | x)) are."""
    return (
        translate(_CONTEXT, "E_q[log p(x|z)]: how well the codes of q explain the drawing."),
        translate(_CONTEXT, "What q costs: how far it is from the prior, a standard normal."),
        translate(_CONTEXT, "Reconstruction less KL(q ‖ p(z)): never above log p(x)."),
        translate(_CONTEXT, "How far q is from the true posterior: just what the ELBO lacks."),
    )


def shown(ledger: Ledger) -> Shown:
    """Return the terms as they are shown."""
    return ledger.shown(FINE)


def gap(result: Sandwiched | None) -> str:
    """Return what must be said of the distance between q and the posterior, or ""."""
    note = gap_note(result) if result is not None else None
    return sentence(note) if note else ""


def ledger_notes(scene: Scene) -> str:
    """Return what must be said of q, or ""."""
    sandwiched, encoded = (
        present(scene, "sandwich", scene.sandwiched),
        present(scene, "encode", scene.encoded),
    )
    outside = outside_note(encoded.q) if encoded is not None and scene.state.own_q else None
    return " ".join(said for said in (sentence(outside) if outside else "", gap(sandwiched)) if said)


def _bare(error: float) -> str:
    return within(error, _ERROR).removeprefix("± ")


def ledger_error(result: Sandwiched | None) -> str:
    """Return how wrong the ledger may be."""
    return "" if result is None else within(result.ledger.error, _ERROR)


# -- the dimensions ---------------------------------------------------------------------------------------


def in_all(encoded: Encoded | None, points: Points | None) -> str:
    """Return how much all dimensions tell together, of the drawing and on average."""
    here = UNKNOWN if encoded is None else text.nats(float(encoded.kl.sum()), COARSE)
    if points is None:
        return translate(_CONTEXT, "KL(q ‖ p(z)) in all: {here} nats here").format(here=here)
    said = translate(_CONTEXT, "KL(q ‖ p(z)) in all: {here} nats here, {mean} on average")
    return said.format(here=here, mean=text.nats(float(points.kl.sum()), COARSE))


def dimensions_key(points: Points | None) -> str:
    """Return what the bars and ticks are, and what a click does."""
    if points is None:
        return translate(_CONTEXT, "Bars: this drawing. A click puts a dimension on the map.")
    said = translate(
        _CONTEXT,
        "Bars: this drawing. Ticks: mean of {count} test pictures. A click puts a dimension on the map.",
    )
    return said.format(count=text.count(len(points.mu)))


def collapse(points: Points | None) -> tuple[str, str]:
    """Return what must be said of inactive dimensions, at length and in short; "" of none."""
    note = collapse_note(points) if points is not None else None
    if note is None or points is None:
        return "", ""
    short = translate(_CONTEXT, "{count} of {total} dimensions are inactive: collapsed to the prior.")
    if len(points.inactive) == 1:
        short = translate(_CONTEXT, "1 of {total} dimensions is inactive: collapsed to the prior.")
    return sentence(note), short.format(count=len(points.inactive), total=len(points.kl))


# -- the neighbours ---------------------------------------------------------------------------------------


def neighbour_titles() -> tuple[tuple[str, str], tuple[str, str]]:
    """Return the two kinds of nearness, each with what its numbers are."""
    return (
        (translate(_CONTEXT, "Nearest in latent space"), translate(_CONTEXT, "distance between means μ")),
        (translate(_CONTEXT, "Nearest in pixel space"), translate(_CONTEXT, "pixels that differ")),
    )


def distance(neighbour: Neighbour) -> str:
    """Return a distance between means."""
    return text.number(neighbour.distance, 3 if neighbour.distance < 10 else 2)


def differing(neighbour: Neighbour) -> str:
    """Return how many pixels differ."""
    return translate(_CONTEXT, "{count} px").format(count=text.count(round(neighbour.distance)))


def neighbour(near: Neighbour, name: str, far: str) -> str:
    """Return a neighbour in words, for its tooltip."""
    said = translate(_CONTEXT, "Test picture {number}: {name}, {far}. A click takes it as the drawing.")
    return said.format(number=text.count(near.number), name=name, far=far)


# -- the probe --------------------------------------------------------------------------------------------


def taken_for(name: str | None) -> str:
    """Return what a linear probe takes the drawing for."""
    if name is None:
        return translate(_CONTEXT, "A linear probe on μ takes it for –")
    return translate(_CONTEXT, "A linear probe on μ takes it for {name}").format(name=name)


def accuracy(value: float | None, split: str) -> str:
    """Return how often the probe is right."""
    if value is None:
        return translate(_CONTEXT, "Accuracy –")
    return translate(_CONTEXT, "Accuracy {share} on {split}").format(share=text.percent(value), split=split)


def worst(name: str | None, value: float | None) -> str:
    """Return which class the probe knows least."""
    if name is None or value is None:
        return ""
    return translate(_CONTEXT, "worst: {name}, {share}").format(name=name, share=text.percent(value))


def probe_key() -> tuple[str, str]:
    """Return what the bars of the two sides are."""
    return (
        translate(
            _CONTEXT,
            "softmax(W μ + b), fitted on the codes of the training pictures: which classes a flat boundary "
            "can tell apart, though the VAE saw no label when it was trained.",
        ),
        translate(_CONTEXT, "How many of each class’s test pictures the probe takes for that class."),
    )


# -- the formula strip ------------------------------------------------------------------------------------


def vector(values: tuple[float, ...], decimals: int) -> str:
    """Return a code of two latents, as in "(−0.64, 0.28)"."""
    return f"({', '.join(text.number(value, decimals) for value in values)})"


def one_of(dimension: int, value: str) -> str:
    """Return one latent of many, as in "z₇ = −0.64"."""
    return f"{latent(dimension)} = {value}"


def at_least(value: float | None) -> str:
    """Return a bound from below, as in "≥ −85.30"."""
    return UNKNOWN if value is None or not isfinite(value) else f"≥ {text.nats(value, COARSE)}"
