"""The colours that one paints an avatar with: those that avatars have, white and black."""

from typing import NamedTuple

from genplay.families.base import QT_TRANSLATE_NOOP


class Paint(NamedTuple):
    """A colour that a pen leaves.

    Attributes:
        name: English, marked for translation under "families".
        rgb: Red, green and blue, 0 to 255.
    """

    name: str
    rgb: tuple[int, int, int]


PAINTS: tuple[Paint, ...] = (
    Paint(QT_TRANSLATE_NOOP("families", "Black"), (0x00, 0x00, 0x00)),
    Paint(QT_TRANSLATE_NOOP("families", "White"), (0xFF, 0xFF, 0xFF)),
    Paint(QT_TRANSLATE_NOOP("families", "Light skin"), (0xF3, 0xC9, 0xA8)),
    Paint(QT_TRANSLATE_NOOP("families", "Tanned skin"), (0xC9, 0x8F, 0x6D)),
    Paint(QT_TRANSLATE_NOOP("families", "Dark skin"), (0x87, 0x53, 0x3A)),
    Paint(QT_TRANSLATE_NOOP("families", "Brown hair"), (0x5F, 0x35, 0x1C)),
    Paint(QT_TRANSLATE_NOOP("families", "Red hair"), (0xD4, 0x49, 0x1C)),
    Paint(QT_TRANSLATE_NOOP("families", "Blond hair"), (0xEC, 0xCA, 0x62)),
    Paint(QT_TRANSLATE_NOOP("families", "Red of the hats"), (0xE0, 0x39, 0x4A)),
    Paint(QT_TRANSLATE_NOOP("families", "Blue"), (0x24, 0x56, 0xC9)),
    Paint(QT_TRANSLATE_NOOP("families", "Green"), (0x17, 0x8F, 0x4A)),
    Paint(QT_TRANSLATE_NOOP("families", "Sky blue"), (0xB9, 0xDE, 0xF5)),
)
