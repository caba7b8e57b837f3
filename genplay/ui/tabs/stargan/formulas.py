"""The formula strip of the StarGAN tab, and which values stand below its terms."""

from genplay.families.stargan import PAPER
from genplay.ui import text
from genplay.ui.tabs.stargan import words
from genplay.ui.tabs.stargan.scene import Scene
from genplay.ui.widgets.formula import Term

Layout = tuple[tuple[Term, ...], ...]
_MASKED = (
    Term(formula="star_y"),
    Term(formula="equals"),
    Term(formula="star_x"),
    Term(formula="plus"),
    Term(formula="star_m", key="mask", widest="100.0 %"),
    Term(formula="star_change"),
)
_PAPER = (Term(formula="star_y"), Term(formula="equals"), Term(formula="star_g"))
_G = (
    Term(formula="gan_g"),
    Term(formula="equals"),
    Term(formula="star_fooled", key="fooled", token="orange", widest="−00.00"),
    Term(formula="plus"),
    Term(formula="star_asked", key="asked", token="orange", widest="00.00"),
    Term(formula="plus"),
    Term(formula="star_back", key="back", token="orange", widest="0.000"),
)
_D = (
    Term(formula="gan_learned", key="source", token="blue", widest="−00.00"),
    Term(formula="star_read", key="read", token="orange", widest="00.00"),
)
_BACK = 10  # the weight of the way back, as the term has it
_KEYS: tuple[str, ...] = ("mask", "fooled", "asked", "back", "source", "read")


def layout(model: str) -> Layout:
    """Return how a face is changed, what G minimises of it, and what D says of the face itself."""
    return (_PAPER if model == PAPER else _MASKED), _G, _D


def values(scene: Scene) -> dict[str, str]:
    """Return the values below the terms; dashes of what is awaited."""
    found = dict[str, str].fromkeys(_KEYS, words.UNKNOWN)
    known = scene.known if "face" not in scene.waiting else None
    if known is not None and scene.own:
        found["source"] = text.number(sum(known.heads.source), 2)
        read = known.heads.loss(scene.own, scene.groups)
        found["read"] = text.nats(read)
    if (edited := scene.fresh) is not None and scene.known is not None:
        found["mask"] = f"{text.number(100 * float(edited.mask.mean()), 1)} %"
        found["fooled"] = text.number(-sum(edited.after.source), 2)
        target = tuple(edited.target.tolist())
        found["asked"] = text.nats(edited.after.loss(target, scene.groups))
        found["back"] = text.number(_BACK * edited.back, 3)
    return found
