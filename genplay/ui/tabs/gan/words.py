"""What the side columns say: names, numbers in words, and what must be said of a training."""

import math

import numpy as np

from genplay.families.gan import (
    BLUR,
    COVERED,
    CURVES,
    SIDE,
    Coverage,
    Data,
    Floats,
    GanStep,
    Loss,
    Player,
)
from genplay.ui import text
from genplay.ui.tabs.gan.scene import Scene
from genplay.ui.translation import translate

UNKNOWN = "–"
_CONTEXT = "gan"
LOGISTIC: frozenset[Loss] = frozenset({"minimax", "nonsaturating"})
"""Losses of the game of V(D, G), in which D says a probability."""
LOG_2 = math.log(2)
"""What guessing costs a point."""
_RECENT = 25  # steps: fewer jump with the minibatch, more lag behind


# -- names ---------------------------------------------------------------------------------------------------


def data() -> dict[str, str]:
    """Return what can be learnt, in a word each."""
    return {
        "ring": translate(_CONTEXT, "Ring"),
        "grid": translate(_CONTEXT, "Grid"),
        "spiral": translate(_CONTEXT, "Spiral"),
        "moons": translate(_CONTEXT, "Moons"),
        "line": translate(_CONTEXT, "Line"),
        "mixture": translate(_CONTEXT, "Mixture"),
        "drawn": translate(_CONTEXT, "Drawn by hand"),
    }


def losses() -> dict[str, str]:
    """Return the names of the games."""
    return {
        "minimax": translate(_CONTEXT, "Minimax"),
        "nonsaturating": translate(_CONTEXT, "Non-saturating"),
        "leastsquares": translate(_CONTEXT, "Least squares"),
        "wasserstein": translate(_CONTEXT, "WGAN-GP"),
    }


def loss_tip(loss: Loss) -> str:
    """Return what a game is, in a sentence or two."""
    match loss:
        case "minimax":
            return translate(_CONTEXT, "G minimises what D maximises. A sure D leaves G hardly any slope.")
        case "nonsaturating":
            return translate(
                _CONTEXT, "G maximises log D(G(z)) instead: the same aim, with a slope where D is sure."
            )
        case "leastsquares":
            return translate(_CONTEXT, "D is to be 1 at real points and 0 at fakes; errors are squared.")
        case "wasserstein":
            return translate(
                _CONTEXT,
                "A critic in the place of D: any number, with a slope that a penalty holds near 1.",
            )


def optimisers() -> dict[str, str]:
    """Return the names of the optimisers."""
    return {"adam": translate(_CONTEXT, "Adam"), "sgd": translate(_CONTEXT, "SGD")}


def noises() -> dict[str, str]:
    """Return how noise may be spread."""
    return {"uniform": translate(_CONTEXT, "Uniform"), "normal": translate(_CONTEXT, "Normal")}


def dimensions(count: int) -> str:
    """Return how many numbers the noise is, as in "2-D"."""
    return translate(_CONTEXT, "{count}-D").format(count=count)


def setting(value: float) -> str:
    """Return a number that was set, as short as it is."""
    return f"{value:,g}"


# -- how far apart -------------------------------------------------------------------------------------------


def parts(data: Data) -> str:
    """Return the name of the row that counts the parts with samples."""
    if data == "drawn":
        return translate(_CONTEXT, "Islands with samples")
    if data in CURVES:
        return translate(_CONTEXT, "Stretches with samples")
    return translate(_CONTEXT, "Modes with samples")


def covered(coverage: Coverage | None) -> str:
    """Return how many parts have samples, as in "8 of 8"."""
    if coverage is None:
        return UNKNOWN
    said = translate(_CONTEXT, "{covered} of {parts}")
    return said.format(covered=int(coverage.covered.sum()), parts=len(coverage.shares))


def covered_tip(coverage: Coverage | None) -> str:
    """Return when a part has samples."""
    said = translate(
        _CONTEXT,
        "Of {count} fakes, a part must have {share} % of what it should have. A fake is of a part if it"
        " lies within 3 deviations of one of its normals.",
    )
    return said.format(count=_count(coverage), share=f"{100 * COVERED:g}")


def strays(coverage: Coverage | None) -> str:
    """Return the share of fakes that lie on no part."""
    return UNKNOWN if coverage is None else percent(coverage.strays)


def percent(share: float) -> str:
    """Return a share in whole percent; what is not exactly none or all is not written so."""
    if 0 < share < 0.005:
        return "<\N{NO-BREAK SPACE}1\N{NO-BREAK SPACE}%"
    if 0.995 <= share < 1:
        return ">\N{NO-BREAK SPACE}99\N{NO-BREAK SPACE}%"
    return f"{100 * share:.0f}\N{NO-BREAK SPACE}%"


def number(value: float | None, decimals: int = 3) -> str:
    """Return a number of nats or the like, or a dash."""
    return UNKNOWN if value is None else text.number(value, decimals)


def estimate() -> str:
    """Return how a divergence was found."""
    said = translate(
        _CONTEXT,
        "q is estimated: 2,000 fakes through a normal kernel of deviation {blur}, on a lattice of"
        " {side} × {side}. p is seen through the same kernel."
        " The blur can but bring them nearer: this is a lower bound.",
    )
    return said.format(blur=BLUR, side=SIDE)


def _count(coverage: Coverage | None) -> str:
    return text.count(2_000 if coverage is None else coverage.total)


# -- what must be said ---------------------------------------------------------------------------------------


def finding(result: GanStep | None) -> str:
    """Return what must be said of the training, or ""."""
    if result is None or result.finding is None:
        return ""
    match result.finding:
        case "diverged":
            return diverged()
        case "collapsed":
            return _collapsed(result)
        case "silent":
            return _silent(result)


def diverged() -> str:
    """Return that the next step cannot be taken."""
    return translate(
        _CONTEXT, "It diverged: in the next step, numbers grow beyond all bounds. Lower the rates, and reset."
    )


def _collapsed(result: GanStep) -> str:
    coverage, data = result.coverage, result.plan.setup.data
    if result.on_a_spot:
        return translate(_CONTEXT, "Mode collapse: whatever the noise is, all fakes lie on the same spot.")
    if data == "drawn":
        said = translate(_CONTEXT, "Mode collapse: {share} of the fakes lie on {covered} of {parts} islands.")
    elif data in CURVES:
        said = translate(
            _CONTEXT, "Mode collapse: {share} of the fakes lie on {covered} of {parts} stretches."
        )
    else:
        said = translate(_CONTEXT, "Mode collapse: {share} of the fakes lie on {covered} of {parts} modes.")
    on = int(coverage.counts[coverage.covered].sum()) / coverage.total
    return said.format(share=percent(on), covered=int(coverage.covered.sum()), parts=len(coverage.shares))


def _silent(result: GanStep) -> str:
    if result.plan.at(result.step).loss == "minimax":
        return translate(
            _CONTEXT,
            "Saturation: D is sure of every fake, so log(1 − D) is flat, and G hardly learns. The"
            " non-saturating loss has a slope here.",
        )
    return translate(
        _CONTEXT, "Saturation: D is sure of every fake and flat around them, so that G hardly learns."
    )


# -- what the players pay ------------------------------------------------------------------------------------


def paid(result: GanStep, player: Player) -> Floats:
    """Return what a player paid in each block of steps; NaN too where it was in another game than now.

    What is in other units, or counted otherwise, is no part of the same curve.
    """
    plan, ends = result.plan, result.curves.steps
    values = result.curves.d if player == "d" else result.curves.g
    loss = plan.at(result.step).loss
    if all(hyper.loss == loss for _, hyper in plan.segments):
        return values
    same = np.array([hyper.loss == loss for _, hyper in plan.segments])
    starts = [start for start, _ in plan.segments]
    firsts = np.append(0, ends[:-1])
    alike = [same[np.searchsorted(starts, steps, side="right") - 1] for steps in (firsts, ends - 1)]
    return np.where(alike[0] & alike[1], values, np.float32(np.nan))


def recent(result: GanStep | None) -> float | None:
    """Return what D paid on average in the latest steps of this game; None if it made no move."""
    if result is None or not len(result.curves.steps):
        return None
    steps = result.curves.steps
    known = paid(result, "d")[steps > steps[-1] - max(_RECENT, steps[0])]
    known = known[np.isfinite(known)]
    return float(known.mean()) if len(known) else None


def per_point(loss: Loss, paid: np.ndarray) -> np.ndarray:
    """Return the discriminator's loss as it is drawn.

    That of V(D, G) has a term for a real and one for a fake point; half of it is what a point costs, and
    guessing costs log 2, for D as for G.
    """
    return paid / 2 if loss in LOGISTIC else paid


def per_point_tip(loss: Loss) -> str:
    """Return what the losses are, and what they are at best."""
    match loss:
        case "nonsaturating":
            return translate(
                _CONTEXT,
                "D: half of −V, what a real or a fake point costs on average. G: −log D of a fake."
                " Where nobody can tell them apart, both pay log 2.",
            )
        case "minimax":
            return translate(
                _CONTEXT,
                "D: half of −V, what a real or a fake point costs on average. G: log(1 − D) of a fake."
                " Where nobody can tell them apart, they pay log 2 and −log 2.",
            )
        case "leastsquares":
            return translate(
                _CONTEXT, "Squared errors, halved. Where nobody can tell them apart, D pays ¼ and G ⅛."
            )
        case "wasserstein":
            return translate(
                _CONTEXT,
                "The critic pays E f(G(z)) − E f(x) and its penalty, G pays −E f(G(z)). Only differences of f"
                " mean anything, so that G’s curve may drift.",
            )


def unit(loss: Loss) -> str:
    """Return what the losses are in."""
    match loss:
        case "minimax" | "nonsaturating":
            return translate(_CONTEXT, "nats a point")
        case "leastsquares":
            return translate(_CONTEXT, "squared errors")
        case "wasserstein":
            return translate(_CONTEXT, "values of f")


def references(loss: Loss) -> list[tuple[str, float]]:
    """Return what the players pay where nobody can tell real from fake, as far as both pay the same."""
    match loss:
        case "nonsaturating":
            return [(translate(_CONTEXT, "log 2"), LOG_2)]
        case "minimax":
            return [(translate(_CONTEXT, "log 2"), LOG_2), (translate(_CONTEXT, "−log 2"), -LOG_2)]
        case _:
            return []


def pace(scene: Scene) -> str:
    """Return how many steps a second are taken, or "" before the first one."""
    result = scene.result
    if result is None or not result.milliseconds:
        return ""
    said = translate(_CONTEXT, "{count} steps a second")
    return said.format(count=text.count(round(1_000 / result.milliseconds)))
