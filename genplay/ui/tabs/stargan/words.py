"""What the StarGAN tab says: names of attributes, edits and faces, numbers in words."""

from collections.abc import Sequence

from genplay.data.avatars.spec import ATTRIBUTES
from genplay.families.base import QT_TRANSLATE_NOOP
from genplay.families.stargan import Edited, Face, Folder, Groups, Met, Returned, Truth, changes
from genplay.ui import text
from genplay.ui.translation import sentence, translate

UNKNOWN = "–"
LIMIT = 64
"""Levels of 255 at which the map of a difference ends."""
KEYED = 10
"""Attributes that a digit key changes: 1 to 9, and 0 for the tenth."""
_CONTEXT = "stargan"
NAMES = {
    "Black_Hair": QT_TRANSLATE_NOOP("stargan", "Black hair"),
    "Blond_Hair": QT_TRANSLATE_NOOP("stargan", "Blond hair"),
    "Brown_Hair": QT_TRANSLATE_NOOP("stargan", "Brown hair"),
    "Red_Hair": QT_TRANSLATE_NOOP("stargan", "Red hair"),
    "Long_Hair": QT_TRANSLATE_NOOP("stargan", "Long hair"),
    "Eyeglasses": QT_TRANSLATE_NOOP("stargan", "Eyeglasses"),
    "Beard": QT_TRANSLATE_NOOP("stargan", "Beard"),
    "Smiling": QT_TRANSLATE_NOOP("stargan", "Smiling"),
    "Hat": QT_TRANSLATE_NOOP("stargan", "Hat"),
    "Earrings": QT_TRANSLATE_NOOP("stargan", "Earrings"),
}
LABELS = {
    "Black_Hair": QT_TRANSLATE_NOOP("stargan", "Black"),
    "Blond_Hair": QT_TRANSLATE_NOOP("stargan", "Blond"),
    "Brown_Hair": QT_TRANSLATE_NOOP("stargan", "Brown"),
    "Red_Hair": QT_TRANSLATE_NOOP("stargan", "Red"),
}


def attribute(name: str) -> str:
    """Return an attribute in words: an avatar's translated, another's as its table has it."""
    return translate(_CONTEXT, NAMES[name]) if name in NAMES else name.replace("_", " ")


def keyed(name: str, number: int) -> str:
    """Return what an attribute is called where the pointer rests on it: with its key, if it has one."""
    if number >= KEYED:
        return name
    return translate(_CONTEXT, "{attribute} (key {key})").format(attribute=name, key=(number + 1) % KEYED)


def short(name: str) -> str:
    """Return an attribute in a word where there is little room: of a colour of hair the colour."""
    return translate(_CONTEXT, LABELS[name]) if name in LABELS else attribute(name)


def group(names: Sequence[str]) -> tuple[str, list[str]]:
    """Return what attributes that exclude one another are together, and each of them in that group."""
    if all(name in LABELS for name in names):
        return translate(_CONTEXT, "Hair colour"), [translate(_CONTEXT, LABELS[name]) for name in names]
    parts = [attribute(name).rsplit(" ", 1) for name in names]
    if all(len(part) == 2 and part[1] == parts[0][1] for part in parts):
        return parts[0][1], [part[0] for part in parts]
    return translate(_CONTEXT, "One of these"), [attribute(name) for name in names]


def edit(names: Sequence[str], before: Sequence[float], after: Sequence[float], groups: Groups) -> str:
    """Return what an edit changes, as in "+ Hat, − Beard"; of a group what holds then."""
    grouped = {number for members in groups for number in members}
    said = [
        ("+ " if after[number] > before[number] else f"{text.MINUS} ") + attribute(names[number])
        for number in changes(before, after)
        if number not in grouped or after[number] > before[number]
    ]
    return ", ".join(said) or translate(_CONTEXT, "nothing asked")


def face(chosen: Face) -> str:
    """Return where a face comes from."""
    match chosen.kind:
        case "example":
            return translate(_CONTEXT, "Unseen avatar {number}").format(number=chosen.number + 1)
        case "seed":
            return translate(_CONTEXT, "Avatar of seed {seed}").format(seed=text.count(chosen.seed))
        case "composed":
            return translate(_CONTEXT, "Avatar composed by hand")
        case "picture":
            return chosen.name or translate(_CONTEXT, "Opened picture, 64 × 64")


def folder(opened: Folder) -> str:
    """Return which faces of a folder are shown."""
    if opened.count == 1:
        said = translate(_CONTEXT, "The only face of {folder}")
    elif len(opened.faces) == opened.count:
        said = translate(_CONTEXT, "All {count} faces of {folder}")
    else:
        said = translate(_CONTEXT, "First {shown} of {count} faces of {folder}")
    shown, count = text.count(len(opened.faces)), text.count(opened.count)
    return said.format(folder=opened.name, shown=shown, count=count)


def world(names: Sequence[str]) -> str:
    """Return what is to be read before what comes of a stranger is shown."""
    if tuple(names) == ATTRIBUTES:
        return translate(
            _CONTEXT,
            "G was trained on these avatars only. This picture is not one of them; "
            "what comes out says nothing about it.",
        )
    return translate(_CONTEXT, "G was trained on other pictures. What comes out says nothing about this one.")


def world_of_wall(names: Sequence[str]) -> str:
    """Return what is to be read before what comes of strangers on the wall is shown."""
    if tuple(names) == ATTRIBUTES:
        return translate(
            _CONTEXT,
            "G was trained on these avatars only, and some of these faces are none of them; "
            "what comes out of them says nothing.",
        )
    return translate(
        _CONTEXT,
        "G was trained on other pictures than some of these faces; what comes out of them says nothing.",
    )


def untrue(met: Met, edited: Edited | None) -> str:
    """Return why there is no true edit beside the network's."""
    if edited is not None and edited.note is not None:
        return sentence(edited.note)
    if not met.code and met.names == ATTRIBUTES:
        return translate(_CONTEXT, "Nobody knows the true edit of this picture.")
    if not met.code or met.held is None:
        return translate(_CONTEXT, "Only avatars have a true edit, and only of their own attributes.")
    return translate(_CONTEXT, "Between 0 and 1 there is no true edit.")


def source(logits: Sequence[float]) -> str:
    """Return what D's source head says of a picture: the sum over scales of its mean logits of "real"."""
    return signed(float(sum(logits)))


def signed(value: float, decimals: int = 2) -> str:
    """Return a number with its sign, as in "+0.42"."""
    return ("+" if value > 0 else "") + text.number(value, decimals)


def share(truth: Truth) -> str:
    """Return how much of the true change is missing, "" where it changes nothing."""
    return "" if truth.inside is None else f"{text.number(100 * truth.inside, 0)} %"


def elsewhere(truth: Truth) -> tuple[str, str]:
    """Return how far an edit is from the truth where that changes nothing; also in few words."""
    levels = text.number(truth.outside, 1)
    whole = translate(_CONTEXT, "Elsewhere {levels} levels off").format(levels=levels)
    return whole, translate(_CONTEXT, "Elsewhere {levels}").format(levels=levels)


def moved(mean: float) -> tuple[str, str]:
    """Return how far G moved a pixel on average, in levels of 255; also in few words."""
    levels = text.number(mean, 1)
    whole = translate(_CONTEXT, "{levels} levels on average").format(levels=levels)
    return whole, translate(_CONTEXT, "{levels} on average").format(levels=levels)


def misread(met: Met) -> tuple[int, ...]:
    """Return which attributes D reads other than they are, as far as that is known."""
    own = tuple(met.own.tolist())
    return changes(met.righted(own), own)


def reads(met: Met | None) -> str:
    """Return how D's reading of a face compares with what it has, as far as that is known."""
    if met is None or (met.held is None and not met.face.told):
        return ""
    told, count = len(met.told), len(met.names)
    if not told:
        return translate(_CONTEXT, "The table names other attributes than this model: nothing to compare.")
    said = translate(_CONTEXT, "D reads the face right.")
    if wrong := misread(met):
        named = ", ".join(attribute(met.names[number]) for number in wrong)
        said = translate(_CONTEXT, "D misreads: {names}.").format(names=named)
    if told == count:
        return said
    partly = translate(_CONTEXT, "The table tells {told} of the {count} attributes.")
    return f"{said} {partly.format(told=told, count=count)}"


def untold(met: Met | None) -> str:
    """Return of which of the model's attributes the table of a face says nothing, where it says any."""
    if met is None or not 0 < len(met.told) < len(met.names):
        return ""
    named = ", ".join(attribute(name) for at, name in enumerate(met.names) if at not in met.told)
    return translate(_CONTEXT, "The table tells nothing of: {names}.").format(names=named)


Rows = list[tuple[str | None, str, str]]


def ledgers(returned: Returned) -> tuple[tuple[Rows, float], tuple[Rows, float]]:
    """Return what D and what G minimise of a face and edit: rows of swatch, name and value; the sum."""
    found = returned.ledger
    classified, back, penalty = found.weights
    if found.hinge is None:
        first = translate(_CONTEXT, "\N{MINUS SIGN}D(x) + D(y)"), found.forged - found.real
    else:
        first = translate(_CONTEXT, "Hinge of D(x) and D(y)"), found.hinge
    named = _weighed(translate(_CONTEXT, "Gradient penalty"), penalty)
    judge = [first, (named, penalty * found.penalty)]
    judge.append(
        (_weighed(translate(_CONTEXT, "Attributes of the face"), classified), classified * found.read)
    )
    forger = [
        (translate(_CONTEXT, "\N{MINUS SIGN}D(y)"), -found.forged),
        (_weighed(translate(_CONTEXT, "Attributes asked for"), classified), classified * found.asked),
        (_weighed(translate(_CONTEXT, "Way back"), back), back * found.back),
    ]
    return _summed(judge), _summed(forger)


def _weighed(name: str, weight: float) -> str:
    return name if weight == 1 else f"{name} × {weight:g}"


def _summed(parts: list[tuple[str, float]]) -> tuple[Rows, float]:
    rows: Rows = [("orange", name, text.nats(value, 3)) for name, value in parts]
    return rows, sum(value for _, value in parts)
