"""The formula strip of the DCGAN tab, and which values stand below its terms."""

import numpy as np

from genplay.families.dcgan import DcganState
from genplay.ui import text
from genplay.ui.tabs.dcgan import words
from genplay.ui.tabs.dcgan.scene import Scene
from genplay.ui.widgets.formula import Term

Layout = tuple[tuple[Term, ...], ...]
_GAME = (
    Term(formula="gan_min_max"),
    Term(formula="gan_value"),
    Term(formula="equals"),
    Term(formula="gan_real"),
    Term(formula="plus"),
    Term(formula="gan_fake"),
)
_NOW = (
    Term(formula="dcgan_length", key="length", widest="00.00"),
    Term(formula="dcgan_verdict", key="verdict", token="blue", widest="0.000"),
)
_LOSS = (
    Term(formula="gan_g"),
    Term(formula="equals"),
    Term(formula="dcgan_loss", key="loss", token="orange", widest="00.00"),
)
_TAU = Term(formula="dcgan_tau", key="tau", token="accent", widest="0.00")
_SEEDS = (
    Term(formula="z"),
    Term(formula="equals"),
    _TAU,
    Term(formula="dcgan_seeds"),
    Term(formula="dcgan_normal"),
)
_MOVED = (
    Term(formula="z"),
    Term(formula="equals"),
    _TAU,
    Term(formula="open"),
    Term(formula="dcgan_seeds"),
    Term(formula="plus"),
    Term(formula="dcgan_moves"),
    Term(formula="close"),
)
_WALK = (
    Term(formula="z"),
    Term(formula="equals"),
    _TAU,
    Term(formula="dcgan_slerp"),
    Term(formula="dcgan_from", key="from", widest="00"),
    Term(formula="dcgan_to", key="to", widest="00"),
    Term(formula="dcgan_way", key="way", token="accent", widest="0.00"),
    Term(formula="close"),
)
_ARITHMETIC = (
    Term(formula="dcgan_sum"),  # not the z of the picture, whose numbers stand beside
    Term(formula="equals"),
    _TAU,
    Term(formula="open"),
    Term(formula="dcgan_a", key="a", widest="0, 0"),
    Term(formula="minus"),
    Term(formula="dcgan_b", key="b", widest="0, 0"),
    Term(formula="plus"),
    Term(formula="dcgan_c", key="c", widest="0, 0"),
    Term(formula="close"),
)


def layout(state: DcganState) -> Layout:
    """Return the game, what D makes of the picture that is shown, and where noise comes from."""
    if state.walk is not None:
        return _GAME, _NOW, _LOSS, _WALK
    if state.lower == "arithmetic":
        return _GAME, _NOW, _LOSS, _ARITHMETIC
    return _GAME, _NOW, _LOSS, (_MOVED if state.latent.moved else _SEEDS)


def values(scene: Scene) -> dict[str, str]:
    """Return the values below the terms; dashes of what is awaited, and of terms without pins."""
    state = scene.state
    found = {"verdict": words.UNKNOWN, "loss": words.UNKNOWN, "length": words.UNKNOWN}
    if (shown := scene.seen) is not None and not scene.seen_late:
        found["verdict"] = text.prob(shown.verdict)
        found["loss"] = text.nats(-float(np.log(max(shown.verdict, 1e-30))))
        found["length"] = text.number(float(np.linalg.norm(shown.z)), 2)
    found["tau"] = text.number(state.truncation, 2)
    found |= dict.fromkeys(("from", "to", "way"), words.UNKNOWN)
    if state.walk is not None:
        first, second, way = state.leg(state.walk)
        found |= {"from": words.pins((first,)), "to": words.pins((second,)), "way": text.number(way, 2)}
    for name, term in zip("abc", state.terms, strict=True):
        found[name] = words.pins(term) or words.UNKNOWN
    return found
