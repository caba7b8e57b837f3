"""What is seen of an avatar, as values: the colours of hair, then without and with each other attribute."""

from genplay.families.base import QT_TRANSLATE_NOOP

VALUES: tuple[str, ...] = (
    QT_TRANSLATE_NOOP("families", "Black hair"),
    QT_TRANSLATE_NOOP("families", "Blond hair"),
    QT_TRANSLATE_NOOP("families", "Brown hair"),
    QT_TRANSLATE_NOOP("families", "Red hair"),
    QT_TRANSLATE_NOOP("families", "Short hair"),
    QT_TRANSLATE_NOOP("families", "Long hair"),
    QT_TRANSLATE_NOOP("families", "No glasses"),
    QT_TRANSLATE_NOOP("families", "Glasses"),
    QT_TRANSLATE_NOOP("families", "No beard"),
    QT_TRANSLATE_NOOP("families", "Beard"),
    QT_TRANSLATE_NOOP("families", "Serious"),
    QT_TRANSLATE_NOOP("families", "Smiling"),
    QT_TRANSLATE_NOOP("families", "No hat"),
    QT_TRANSLATE_NOOP("families", "Hat"),
    QT_TRANSLATE_NOOP("families", "No earrings"),
    QT_TRANSLATE_NOOP("families", "Earrings"),
)
"""English names, in the order of ``data.avatars.spec.ATTRIBUTES``."""
