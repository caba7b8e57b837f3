"""The formula strip of the InfoGAN tab, and which values stand below its terms."""

import math

from genplay.families.infogan import CATEGORIES, PLAIN, WEIGHT, Ledger
from genplay.ui import text
from genplay.ui.tabs.infogan import words
from genplay.ui.tabs.infogan.scene import Scene
from genplay.ui.widgets.formula import Term

Layout = tuple[tuple[Term, ...], ...]
_NATS = "−0.0000"
_VALUE = 3  # decimals of the game's value: its error is some 0.01 nats
_GAME = (
    Term(formula="info_min_max"),
    Term(formula="gan_value", key="value", widest=_NATS),
    Term(formula="minus"),
    Term(formula="gan_lambda", key="weight"),
    Term(formula="info_bound", key="bound", token="accent", widest=_NATS),
)
_PLAIN_GAME = (Term(formula="gan_min_max"), Term(formula="gan_value", key="value", widest=_NATS))
_BOUND = (
    Term(formula="info_l", key="information", token="accent", widest=_NATS),
    Term(formula="equals"),
    Term(formula="info_h", key="entropy", widest=_NATS),
    Term(formula="plus"),
    Term(formula="info_told", key="told", token="orange", widest=_NATS),
)
_CEILING = (
    Term(formula="info_l"),
    Term(formula="info_at_most_i"),
    Term(formula="info_log_10", key="ceiling", widest=_NATS),
)


def layout(model: str) -> Layout:
    """Return the game, what L_I is made of, and what bounds it; a plain GAN plays without L_I."""
    return ((_PLAIN_GAME if model == PLAIN else _GAME), _BOUND, _CEILING)


def values(scene: Scene) -> dict[str, str]:
    """Return the values below the terms, of the model that is shown; dashes of what is awaited."""
    ledger = scene.plain if scene.state.model == PLAIN else scene.ledger
    whole = text.nats(math.log(CATEGORIES), words.INFORMATION)
    information = words.information(ledger)
    return {
        "value": _value(ledger),
        "weight": text.number(WEIGHT, 0),
        "bound": information,
        "information": information,
        "entropy": whole,
        "told": _told(ledger),
        "ceiling": whole,
    }


def _value(ledger: Ledger | None) -> str:
    if ledger is None or ledger.value is None:
        return words.UNKNOWN
    return text.nats(ledger.value, _VALUE)


def _told(ledger: Ledger | None) -> str:
    """Return E[log Q], so that it adds up as it is written."""
    if ledger is None:
        return words.UNKNOWN
    decimals = words.INFORMATION
    rest = round(ledger.information, decimals) - round(ledger.ceiling, decimals)
    return text.nats(rest, decimals)
