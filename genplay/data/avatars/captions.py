"""Avatars in words: captions that name every attribute, and the way back from a caption to the attributes."""

import re
from typing import Final

import numpy as np

from genplay.data.avatars.spec import HAIR, Spec, covered

_SHAPES: Final = {
    "sideComed": "side-parted",
    "spiky": "spiky",
    "undercut": "cropped",
    "bun": "in a bun",
    "bangs": "with a fringe",
    "afro": "curly",
}
_GLASSES: Final = {"round": "round glasses", "square": "square glasses", "sunglasses": "sunglasses"}
_BEARDS: Final = {
    "fullBeard": "a beard",
    "longBeard": "a bushy beard",
    "moustacheTwirl": "a moustache",
    "chinMoustache": "a goatee",
}
_HATS: Final = {
    "beanie": ("a red woolly hat", "a red hat"),
    "cap": ("a red cap",),
    "crown": ("a golden crown", "a crown"),
}
_MOODS: Final = {
    "grin": ("smiling", "laughing"),
    "softSmile": ("smiling",),
    "neutral": ("serious", "calm"),
    "sadLine": ("sad",),
    "ooh": ("surprised",),
}
_GARMENTS: Final = {
    "dress": "top",
    "openJacket": "jacket",
    "shirt": "shirt",
    "tShirt": "t-shirt",
    "turtleNeck": "sweater",
}
_EARRINGS: Final = ("earrings", "golden earrings")
_HAIR: Final = re.compile(rf"\b(?:(long|short) )?(?:[a-z]+(?:-[a-z]+)? )?({'|'.join(HAIR)}) hair\b")
_SIGNS: Final = (
    r"\b(?:sun)?glasses\b",
    r"\b(?:beard|moustache|goatee)\b",
    r"\b(?:smiling|laughing)\b",
    r"\b(?:hat|cap|crown)\b",
    r"\bearrings\b",
)
"""By which words the attributes after the hair's are told, in their order."""


def caption(spec: Spec, rng: np.random.Generator) -> str:
    """Return an avatar in a sentence of lower case, from which ``parsed`` reads its attributes back.

    What is not named is not there; skin is never named.

    Args:
        spec: The avatar.
        rng: Chooses among four sentences and among words of one meaning.
    """
    mood = _one(rng, _MOODS[spec.smile_kind if spec.smile else spec.plain_kind])
    garment = f"{_article(spec.cloth)} {spec.cloth} {_GARMENTS[spec.garment]}"
    worn = _listed([*([_one(rng, _HATS[spec.hat_kind])] if spec.hat else []), garment])
    details = [_hair(spec, rng), *_extras(spec, rng)]
    sentences = (
        f"{_article(mood)} {mood} person with {_listed(details)}, wearing {worn}",
        f"a portrait of {_article(mood)} {mood} person in {worn}, with {_listed(details)}",
        f"a person with {_listed(details)}, {mood}, in {worn} on {_article(spec.background)} "
        f"{spec.background} background",
        ", ".join([mood, *details, worn]),
    )
    return _one(rng, sentences)


def parsed(text: str) -> np.ndarray:
    """Return the attributes that a caption of this grammar names: (10,) uint8 as ``spec.attributes``.

    Raises:
        ValueError: It names no hair and its colour, or more than one.
    """
    hair = _HAIR.findall(text)
    if len(hair) != 1:
        raise ValueError(f"{text!r} does not name the hair of one person")
    length, colour = hair[0]
    signs = (re.search(sign, text) is not None for sign in _SIGNS)
    return np.array([*(colour == known for known in HAIR), length == "long", *signs], np.uint8)


def _hair(spec: Spec, rng: np.random.Generator) -> str:
    """Return the hair: always colour and length, and its shape where it is seen and not left out."""
    words = [spec.hair, "hair"]
    shape = _SHAPES[spec.shape]
    told = rng.random() < 0.7 and not covered(spec)
    if told and " " in shape:
        words.append(shape)
    elif told:
        words.insert(0, shape)
    return " ".join(["long" if spec.long else "short", *words])


def _extras(spec: Spec, rng: np.random.Generator) -> list[str]:
    """Return what else is on the face, in any order."""
    found = []
    if spec.glasses:
        found.append(_GLASSES[spec.glasses_kind])
    if spec.beard:
        found.append(_BEARDS[spec.beard_kind])
    if spec.earrings:
        found.append(_one(rng, _EARRINGS))
    return [found[at] for at in np.argsort(rng.random(len(found)))]


def _one(rng: np.random.Generator, choices: tuple[str, ...]) -> str:
    return choices[int(rng.random() * len(choices))]


def _listed(words: list[str]) -> str:
    """Return words as a list is said: "a", "a and b", "a, b and c"."""
    return " and ".join([*([", ".join(words[:-1])] if len(words) > 1 else []), words[-1]])


def _article(word: str) -> str:
    return "an" if word[0] in "aeiou" else "a"
