"""What the avatar maker says: the fields of a specification, and what each may be."""

from genplay.families.base import QT_TRANSLATE_NOOP
from genplay.ui.translation import translate

SWITCHES = ("long", "glasses", "beard", "smile", "hat", "earrings")
"""Fields that are there or not."""
CHOICES = ("hair", "shape", "skin", "eyes", "brows", "garment", "cloth", "background")
"""Fields that are one of several."""
NAMES = {
    "long": QT_TRANSLATE_NOOP("stargan", "Long hair"),
    "glasses": QT_TRANSLATE_NOOP("stargan", "Eyeglasses"),
    "beard": QT_TRANSLATE_NOOP("stargan", "Beard"),
    "smile": QT_TRANSLATE_NOOP("stargan", "Smiling"),
    "hat": QT_TRANSLATE_NOOP("stargan", "Hat"),
    "earrings": QT_TRANSLATE_NOOP("stargan", "Earrings"),
    "hair": QT_TRANSLATE_NOOP("stargan", "Hair"),
    "shape": QT_TRANSLATE_NOOP("stargan", "Shape of hair"),
    "skin": QT_TRANSLATE_NOOP("stargan", "Skin"),
    "eyes": QT_TRANSLATE_NOOP("stargan", "Eyes"),
    "brows": QT_TRANSLATE_NOOP("stargan", "Brows"),
    "garment": QT_TRANSLATE_NOOP("stargan", "Garment"),
    "cloth": QT_TRANSLATE_NOOP("stargan", "Its colour"),
    "background": QT_TRANSLATE_NOOP("stargan", "Background"),
}
LABELS = {
    "sideComed": QT_TRANSLATE_NOOP("stargan", "combed aside"),
    "spiky": QT_TRANSLATE_NOOP("stargan", "spiky"),
    "undercut": QT_TRANSLATE_NOOP("stargan", "undercut"),
    "bun": QT_TRANSLATE_NOOP("stargan", "bun"),
    "bangs": QT_TRANSLATE_NOOP("stargan", "bangs"),
    "afro": QT_TRANSLATE_NOOP("stargan", "afro"),
    "wide": QT_TRANSLATE_NOOP("stargan", "wide"),
    "happy": QT_TRANSLATE_NOOP("stargan", "happy"),
    "humble": QT_TRANSLATE_NOOP("stargan", "humble"),
    "bow": QT_TRANSLATE_NOOP("stargan", "closed"),
    "wink": QT_TRANSLATE_NOOP("stargan", "wink"),
    "neutral": QT_TRANSLATE_NOOP("stargan", "neutral"),
    "raised": QT_TRANSLATE_NOOP("stargan", "raised"),
    "dress": QT_TRANSLATE_NOOP("stargan", "dress"),
    "openJacket": QT_TRANSLATE_NOOP("stargan", "open jacket"),
    "shirt": QT_TRANSLATE_NOOP("stargan", "shirt"),
    "tShirt": QT_TRANSLATE_NOOP("stargan", "T-shirt"),
    "turtleNeck": QT_TRANSLATE_NOOP("stargan", "turtleneck"),
    "black": QT_TRANSLATE_NOOP("stargan", "black"),
    "blond": QT_TRANSLATE_NOOP("stargan", "blond"),
    "brown": QT_TRANSLATE_NOOP("stargan", "brown"),
    "red": QT_TRANSLATE_NOOP("stargan", "red"),
    "blue": QT_TRANSLATE_NOOP("stargan", "blue"),
    "green": QT_TRANSLATE_NOOP("stargan", "green"),
    "grey": QT_TRANSLATE_NOOP("stargan", "grey"),
    "orange": QT_TRANSLATE_NOOP("stargan", "orange"),
    "pink": QT_TRANSLATE_NOOP("stargan", "pink"),
    "purple": QT_TRANSLATE_NOOP("stargan", "purple"),
    "turquoise": QT_TRANSLATE_NOOP("stargan", "turquoise"),
    "white": QT_TRANSLATE_NOOP("stargan", "white"),
    "yellow": QT_TRANSLATE_NOOP("stargan", "yellow"),
    "cream": QT_TRANSLATE_NOOP("stargan", "cream"),
    "light grey": QT_TRANSLATE_NOOP("stargan", "light grey"),
    "lilac": QT_TRANSLATE_NOOP("stargan", "lilac"),
    "mint": QT_TRANSLATE_NOOP("stargan", "mint"),
    "peach": QT_TRANSLATE_NOOP("stargan", "peach"),
    "sky blue": QT_TRANSLATE_NOOP("stargan", "sky blue"),
}


def field(name: str) -> str:
    """Return what a field is called."""
    return translate("stargan", NAMES[name])


def value(name: str, known: str) -> str:
    """Return what one value of a field is called; tones of skin are never named: a square shows each."""
    if name == "skin":
        return translate("stargan", "Tone {number}").format(number=known)
    return translate("stargan", LABELS[known])
