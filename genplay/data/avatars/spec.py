"""What an avatar is, its parts and colours; and its ten attributes, each of which can be edited alone."""

from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np

HAIR: Final = {"black": "#231f20", "blond": "#ecca62", "brown": "#5f351c", "red": "#d4491c"}
SKIN: Final = {"1": "#f3c9a8", "2": "#e0ae88", "3": "#c98f6d", "4": "#a9704f", "5": "#87533a"}  # from light
CLOTH: Final = {
    "black": "#26262b",
    "blue": "#2456c9",
    "green": "#178f4a",
    "grey": "#7a7f87",
    "orange": "#f97316",
    "pink": "#ec4899",
    "purple": "#731ac3",
    "turquoise": "#17a9b5",
    "white": "#f3f4f6",
    "yellow": "#eab308",
}
BACKGROUND: Final = {
    "cream": "#fbeecb",
    "light grey": "#e6e8ec",
    "lilac": "#dccff5",
    "mint": "#c4ecd0",
    "peach": "#fcd9c4",
    "sky blue": "#b9def5",
}
COLOURS: Final = {"hair": HAIR, "skin": SKIN, "cloth": CLOTH, "background": BACKGROUND}
"""What each colour of a specification is on the screen."""

_NO_YES = (False, True)
FIELDS: Final[dict[str, tuple[str | bool, ...]]] = {
    "hair": tuple(HAIR),
    "long": _NO_YES,
    "glasses": _NO_YES,
    "beard": _NO_YES,
    "smile": _NO_YES,
    "hat": _NO_YES,
    "earrings": _NO_YES,
    "shape": ("sideComed", "spiky", "undercut", "bun", "bangs", "afro"),
    "skin": tuple(SKIN),
    "eyes": ("wide", "happy", "humble", "bow", "wink"),
    "brows": ("neutral", "happy", "raised"),
    "garment": ("dress", "openJacket", "shirt", "tShirt", "turtleNeck"),
    "cloth": tuple(CLOTH),
    "background": tuple(BACKGROUND),
    "long_kind": ("longWavy", "longStraight", "shoulderHigh"),
    "glasses_kind": ("round", "square", "sunglasses"),
    "beard_kind": ("fullBeard", "longBeard", "moustacheTwirl", "chinMoustache"),
    "smile_kind": ("grin", "softSmile"),
    "plain_kind": ("neutral", "sadLine", "ooh"),
    "hat_kind": ("beanie", "cap", "crown"),
}
"""What each field of a specification may be, attributes first. A plain avatar has the first of each kind."""

ATTRIBUTES: Final = (
    *("Black_Hair", "Blond_Hair", "Brown_Hair", "Red_Hair"),
    *("Long_Hair", "Eyeglasses", "Beard", "Smiling", "Hat", "Earrings"),
)
"""What can be edited, in the order of an attribute vector; of the first four, just one holds."""
HAIR_ATTRIBUTES: Final = ATTRIBUTES[: len(HAIR)]
_SWITCHES: Final = dict(
    zip(ATTRIBUTES[len(HAIR) :], ("long", "glasses", "beard", "smile", "hat", "earrings"), strict=True)
)
_ODDS: Final = {"long": 0.5, "glasses": 0.4, "beard": 0.35, "smile": 0.5, "hat": 0.3, "earrings": 0.35}


@dataclass(frozen=True, slots=True)
class Spec:
    """One avatar, whole: what is switched off is kept, so that switching it on again changes nothing else.

    Each field is one of what ``FIELDS`` names.

    Raises:
        ValueError: A field is something else.
    """

    hair: str  # colour, of brows and beard too
    long: bool
    glasses: bool
    beard: bool
    smile: bool
    hat: bool
    earrings: bool
    shape: str  # of the hair above the face
    skin: str
    eyes: str
    brows: str
    garment: str
    cloth: str  # the garment's colour
    background: str
    long_kind: str = "longWavy"
    glasses_kind: str = "round"
    beard_kind: str = "fullBeard"
    smile_kind: str = "grin"
    plain_kind: str = "neutral"  # the mouth that does not smile
    hat_kind: str = "beanie"

    def __post_init__(self) -> None:
        for name, known in FIELDS.items():
            if getattr(self, name) not in known:
                raise ValueError(f"{name} is {getattr(self, name)!r}, none of {known}")


def random(rng: np.random.Generator, *, rich: bool = False) -> Spec:
    """Return an avatar drawn at random.

    Args:
        rng: Moved on by the same number of draws, whatever comes out.
        rich: Whether the kinds of hair, glasses, beard, mouth and hat vary, too.
    """
    values: dict[str, Any] = {}
    for name, known in FIELDS.items():
        drawn = rng.random()
        if name in _ODDS:
            values[name] = drawn < _ODDS[name]
        elif rich or not name.endswith("_kind"):
            values[name] = known[int(drawn * len(known))]
    return Spec(**values)


def edited(spec: Spec, attribute: str) -> Spec:
    """Return the avatar with its hair of that colour or that attribute switched over; nothing else changes.

    Args:
        spec: The avatar.
        attribute: One of ``ATTRIBUTES``.
    """
    if attribute in HAIR_ATTRIBUTES:
        return replace(spec, hair=tuple(HAIR)[HAIR_ATTRIBUTES.index(attribute)])
    name = _SWITCHES[attribute]
    return replace(spec, **{name: not getattr(spec, name)})


def truths(spec: Spec, attribute: str) -> tuple[Spec, ...]:
    """Return every avatar that is a right answer to an edit, the one of ``edited`` first.

    There is one, but where a hat comes off: the hair that it hid may have any shape (see ``covered``).
    """
    answer = edited(spec, attribute)
    if attribute != "Hat" or answer.hat:
        return (answer,)
    shapes = (shape for shape in FIELDS["shape"] if shape != spec.shape)
    return (answer, *(replace(answer, shape=shape) for shape in shapes))


def visible(spec: Spec) -> Spec:
    """Return the avatar with the first of each kind that is not seen: look-alikes are then equal."""
    kinds = {"long": "long_kind", "glasses": "glasses_kind", "beard": "beard_kind", "hat": "hat_kind"}
    unseen = [kind for name, kind in kinds.items() if not getattr(spec, name)]
    unseen.append("plain_kind" if spec.smile else "smile_kind")
    if covered(spec):
        unseen.append("shape")
    return replace(spec, **{name: FIELDS[name][0] for name in unseen})


def covered(spec: Spec) -> bool:
    """Return whether a hat hides the shape of the hair; a crown sits on it.

    Below a beanie three of the six shapes differ from one another by a pixel or two of 4,096; an afro, a bun
    and a fringe are seen by 30 to 290. They are taken for hidden all the same: avatars that differ in them
    alone are look-alikes, and where a hat comes off each shape is a right answer.
    """
    return spec.hat and spec.hat_kind != "crown"


def attributes(spec: Spec) -> np.ndarray:
    """Return the attribute vector: (10,) uint8 of 0 and 1 in the order of ``ATTRIBUTES``."""
    return attributes_of(code(spec)[None])[0]


def attributes_of(codes: np.ndarray) -> np.ndarray:
    """Return the attribute vectors (N, 10) of avatars in numbers (N, 20), as ``code`` gives them."""
    colours = codes[:, :1] == np.arange(len(HAIR))  # (N, 4)
    return np.concatenate([colours, codes[:, 1 : 1 + len(_SWITCHES)]], axis=1).astype(np.uint8)


def with_attributes(spec: Spec, vector: np.ndarray) -> Spec:
    """Return the avatar with these attributes, all else kept.

    Args:
        spec: The avatar.
        vector: (10,) of 0 and 1, as ``attributes`` gives it.

    Raises:
        ValueError: Not ten of 0 and 1, or not exactly one colour of hair.
    """
    values = np.asarray(vector)
    if values.shape != (len(ATTRIBUTES),) or not np.isin(values, (0, 1)).all():
        raise ValueError(f"{vector!r} is no vector of {len(ATTRIBUTES)} zeros and ones")
    if values[: len(HAIR)].sum() != 1:
        raise ValueError("hair has exactly one colour")
    switches = zip(_SWITCHES.values(), values[len(HAIR) :], strict=True)
    return replace(
        spec,
        hair=tuple(HAIR)[int(values[: len(HAIR)].argmax())],
        **{name: bool(value) for name, value in switches},
    )


def code(spec: Spec) -> np.ndarray:
    """Return the avatar as (20,) uint8: for each field, which of its values in ``FIELDS`` it has."""
    return np.array([known.index(getattr(spec, name)) for name, known in FIELDS.items()], np.uint8)


def from_code(numbers: np.ndarray) -> Spec:
    """Return the avatar that ``code`` has put into numbers.

    Raises:
        ValueError: They are no avatar's.
    """
    if len(numbers) != len(FIELDS):
        raise ValueError(f"an avatar’s code has {len(FIELDS)} numbers, not {len(numbers)}")
    values: dict[str, Any] = {}
    for (name, known), number in zip(FIELDS.items(), numbers, strict=True):
        if not 0 <= number < len(known):
            raise ValueError(f"{name} has {len(known)} values, and none of number {number}")
        values[name] = known[int(number)]
    return Spec(**values)
