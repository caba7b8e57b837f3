"""The formula strip of the game that is played, and which values stand below its terms."""

import math
from collections.abc import Mapping

from genplay.families.gan import GanStep, Loss
from genplay.ui import text
from genplay.ui.tabs.gan import words
from genplay.ui.tabs.gan.scene import Scene
from genplay.ui.translation import translate
from genplay.ui.widgets.formula import Term

Layout = tuple[tuple[Term, ...], ...]
_CONTEXT = "gan"
_NATS, _CRITIC, _PAID, _DECIMALS = "−00.000", "−000.000", "0.000", 3

_EQUALS, _PLUS, _MINUS = Term(formula="equals"), Term(formula="plus"), Term(formula="minus")
_GAME = (
    Term(formula="gan_value", key="value", widest=_NATS),
    _EQUALS,
    Term(formula="gan_real", key="real", token="blue", widest=_NATS),
    _PLUS,
    Term(formula="gan_fake", key="fake", token="orange", widest=_NATS),
)
_BEST = (
    Term(formula="gan_best", key="best", widest=_NATS),
    _EQUALS,
    Term(formula="minus_log_4", key="log_4", widest=_NATS),
    _PLUS,
    Term(formula="gan_js", key="js", token="accent", widest=_NATS),
)
_G = Term(formula="gan_g", key="g", widest=_PAID)
_PLAYED = Term(formula="gan_min_max")

LAYOUTS: Mapping[Loss, Layout] = {
    "minimax": ((_PLAYED, *_GAME), _BEST),
    "nonsaturating": (
        (_PLAYED, *_GAME),
        _BEST,
        (_G, _EQUALS, Term(formula="gan_g_nonsaturating", token="orange")),
    ),
    "leastsquares": (
        (
            Term(formula="gan_d", key="value", widest=_NATS),
            _EQUALS,
            Term(formula="gan_d_real", key="real", token="blue", widest=_NATS),
            _PLUS,
            Term(formula="gan_d_fake", key="fake", token="orange", widest=_NATS),
        ),
        (_G, _EQUALS, Term(formula="gan_g_leastsquares", token="orange")),
    ),
    "wasserstein": (
        (
            Term(formula="gan_min_max_critic"),
            Term(formula="gan_value_critic", key="value", widest=_CRITIC),
            _EQUALS,
            Term(formula="gan_critic_real", key="real", token="blue", widest=_CRITIC),
            _MINUS,
            Term(formula="gan_critic_fake", key="fake", token="orange", widest=_CRITIC),
        ),
        (
            Term(formula="gan_f", key="d", widest=_PAID),
            _EQUALS,
            Term(formula="gan_minus_value"),
            _PLUS,
            Term(formula="gan_lambda", key="penalty", widest="0.0"),
            Term(formula="gan_penalty"),
        ),
    ),
}
"""The terms of each game, group by group. What G minimises is said beside it where it is not V itself."""


def layout(loss: Loss, *, terse: bool = False) -> Layout:
    """Return the terms of a game; in few words, without saying who plays for what."""
    whole = LAYOUTS[loss]
    if not terse:
        return whole
    played = ("gan_min_max", "gan_min_max_critic")
    return tuple(tuple(term for term in group if term.formula not in played) for group in whole)


def values(scene: Scene) -> dict[str, str]:
    """Return the values below the terms: dashes while they are not known, or not to be read."""
    loss = scene.hyper.loss
    known = {term.key for group in LAYOUTS[loss] for term in group if term.key}
    result = scene.current
    said = dict.fromkeys(known, words.UNKNOWN)
    if "penalty" in known:
        said["penalty"] = words.setting(scene.hyper.penalty)
    if "log_4" in known:
        said["log_4"] = text.number(-math.log(4), _DECIMALS)
    if result is not None and result.plan.at(result.step).loss == loss:
        said |= _numbers(result, loss)
    return {key: value for key, value in said.items() if key in known}


def _numbers(result: GanStep, loss: Loss) -> dict[str, str]:
    """Return the numbers of a step; sums are of the terms as they are shown, so that they add up.

    All are of the same points, but for what the critic pays: its penalty is of random places in between.
    """
    game = result.game
    real, fake = round(game.real, _DECIMALS), round(game.fake, _DECIMALS)
    numbers: dict[str, float | None] = {
        "real": real,
        "fake": -fake if loss == "wasserstein" else fake,
        "value": real + fake,
        "g": game.generator,
        "d": words.recent(result),
    }
    if loss in words.LOGISTIC:
        js = round(2 * result.distance.js, _DECIMALS)
        numbers |= {"js": js, "best": js - round(math.log(4), _DECIMALS)}
    return {key: words.number(value) for key, value in numbers.items()}


def remark(scene: Scene) -> str:
    """Return what the game comes to."""
    match scene.hyper.loss:
        case "minimax":
            return translate(
                _CONTEXT, "G minimises V itself. Where D is sure of the fakes, log(1 − D) is flat."
            )
        case "nonsaturating":
            return ""
        case "leastsquares":
            return translate(_CONTEXT, "At best q = p, D = ½ everywhere, and D pays ¼.")
        case "wasserstein":
            return translate(
                _CONTEXT, "f is a critic: with slopes up to 1, V is a lower bound on how far q must be moved."
            )
