"""The colours of the classes."""

from PySide6.QtGui import QColor

from genplay.ui.widgets.cloud import colour_of


def class_colour(label: int) -> QColor:
    """Return the colour of a class, or of a part of a shape: for points and dots only, too pale for text."""
    return QColor(colour_of(label))
