"""What the ten classes of clothes of Fashion-MNIST are called."""

from genplay.families.base import QT_TRANSLATE_NOOP

CLOTHES: tuple[str, ...] = (
    QT_TRANSLATE_NOOP("families", "T-shirt"),
    QT_TRANSLATE_NOOP("families", "Trousers"),
    QT_TRANSLATE_NOOP("families", "Pullover"),
    QT_TRANSLATE_NOOP("families", "Dress"),
    QT_TRANSLATE_NOOP("families", "Coat"),
    QT_TRANSLATE_NOOP("families", "Sandal"),
    QT_TRANSLATE_NOOP("families", "Shirt"),
    QT_TRANSLATE_NOOP("families", "Sneaker"),
    QT_TRANSLATE_NOOP("families", "Bag"),
    QT_TRANSLATE_NOOP("families", "Ankle boot"),
)
"""English names, by label."""
