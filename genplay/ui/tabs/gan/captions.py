"""What happens in each act of a move, with its numbers: the three steps of a GAN's training, in words.

The first step: z through G makes fakes. The second: D learns to tell real from fake. The third: G is updated
so that D says real.
"""

import numpy as np

from genplay.families.gan import ACTS, Act, GanStep, Loss, Moved, Player
from genplay.ui import text
from genplay.ui.tabs.gan import words
from genplay.ui.tabs.gan.scene import Scene
from genplay.ui.translation import translate

_CONTEXT = "gan"


def players() -> dict[Player, str]:
    """Return who plays."""
    return {"d": translate(_CONTEXT, "Discriminator"), "g": translate(_CONTEXT, "Generator")}


def acts() -> dict[Act, str]:
    """Return the names of the acts, in order."""
    named: dict[Act, str] = {
        "sample": translate(_CONTEXT, "Sample"),
        "classify": translate(_CONTEXT, "Classify"),
        "loss": translate(_CONTEXT, "Loss"),
        "gradient": translate(_CONTEXT, "Gradient"),
        "update": translate(_CONTEXT, "Update"),
    }
    return {act: named[act] for act in ACTS}


def caption(scene: Scene) -> str:
    """Return what happens in the act in play, or how many moves were made."""
    phase = scene.phase
    if phase is None:
        return resting(scene)
    move = scene.moved
    if move is None:
        if scene.slow is not None and scene.slow.stuck and scene.slow.step == scene.live.step:
            return words.diverged()
        return translate(_CONTEXT, "The move is being made.")
    said = _of_d if move.player == "d" else _of_g
    return said(move, phase.act, scene.live.hyper.loss)


def resting(scene: Scene) -> str:
    """Return how many moves were made."""
    result: GanStep | None = scene.result if scene.belongs else None
    made = result.moves if result is not None else {"d": 0, "g": 0}
    said = translate(_CONTEXT, "{d} moves of D, {g} of G")
    return said.format(d=text.count(made["d"]), g=text.count(made["g"]))


def counter(scene: Scene) -> tuple[str, str]:
    """Return which of several moves of D it is, as in "2/3", and the widest such words; or "" for both."""
    phase, count = scene.phase, scene.live.hyper.moves.count("d")
    if phase is None or count < 2:
        return "", ""
    here = f"{phase.move + 1}/{count}" if phase.player == "d" else ""
    return here, f"{count}/{count}"


def _of_d(move: Moved, act: Act, loss: Loss) -> str:
    critic = loss == "wasserstein"
    match act:
        case "sample":
            said = translate(
                _CONTEXT,
                "Step 1, z through G makes fakes: {fakes} of them, beside {real} real points.",
            )
        case "classify" if critic:
            said = translate(
                _CONTEXT,
                "Step 2, the critic learns to tell them apart: f is {d_real} on real, {d_fake} on fake.",
            )
        case "classify":
            said = translate(
                _CONTEXT,
                "Step 2, D learns to tell real from fake: it says {d_real} of real, {d_fake} of fake points.",
            )
        case "loss" if loss in words.LOGISTIC:
            said = translate(_CONTEXT, "A point costs D {loss} nats. To guess would cost log 2 = 0.693.")
        case "loss" if critic:
            said = translate(_CONTEXT, "The critic pays {loss}: fake minus real, and its slope’s penalty.")
        case "loss":
            said = translate(_CONTEXT, "D pays {loss} of squared errors. To say ½ always would cost 0.250.")
        case "gradient":
            said = translate(
                _CONTEXT, "Each weight of D learns how it should change: the gradient is {slopes} long."
            )
        case "update":
            said = translate(_CONTEXT, "The weights go down the gradient: D changes by {change} on average.")
    return said.format(**_numbers(move, loss))


def _of_g(move: Moved, act: Act, loss: Loss) -> str:
    critic = loss == "wasserstein"
    match act:
        case "sample":
            said = translate(
                _CONTEXT, "Step 1 again, z through G makes {fakes} new fakes. G never sees a real point."
            )
        case "classify" if critic:
            said = translate(
                _CONTEXT, "Step 3, G is updated so that the critic says real. f is {d_fake} on its fakes."
            )
        case "classify":
            said = translate(
                _CONTEXT, "Step 3, G is updated so that D says real. Of its fakes D says {d_fake} on average."
            )
        case "loss" if loss in words.LOGISTIC:
            said = translate(_CONTEXT, "G pays {loss} nats: the less, the more D takes its fakes for real.")
        case "loss":
            said = translate(_CONTEXT, "G pays {loss}: the less, the more its fakes are taken for real.")
        case "gradient":
            said = translate(
                _CONTEXT,
                "Through D, each fake learns where to go. The gradient of G is {slopes} long.",
            )
        case "update":
            said = translate(
                _CONTEXT, "G changes: the same noise now lands {shift} away on average. D is as it was."
            )
    return said.format(**_numbers(move, loss))


def paid(move: Moved, loss: Loss) -> float:
    """Return what a move costs, for D by V(D, G) a point (see ``words.per_point``)."""
    return float(words.per_point(loss, np.array(move.loss))) if move.player == "d" else move.loss


def _numbers(move: Moved, loss: Loss) -> dict[str, str]:
    """Return the numbers of a move as they are written; those that it has not are dashes."""
    return {
        "fakes": text.count(len(move.fake)),
        "real": text.count(len(move.real)),
        "d_real": _mean(move.d_real, 2),
        "d_fake": _mean(move.d_fake, 2),
        "loss": text.number(paid(move, loss), 3),
        "slopes": text.number(move.slopes, 3),
        "change": _mean(np.abs(move.after - move.before), 4),
        "shift": _mean(np.linalg.norm(move.fake_after - move.fake, axis=1), 4),
    }


def _mean(values: np.ndarray, decimals: int) -> str:
    return text.number(float(values.mean()), decimals) if values.size else words.UNKNOWN
