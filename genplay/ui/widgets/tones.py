"""Colours between the tokens: the paler second step of a hue, mixed with the sheet."""

from PySide6.QtGui import QColor

from genplay.ui.theme import Theme

_PALE = 0.45


def tone(theme: Theme, name: str) -> QColor:
    """Return the colour of a token, or of "<token>_pale": 45 % of it on the sheet."""
    token = name.removesuffix("_pale")
    return theme.color(name) if token == name else mix(theme, token, _PALE)


def mix(theme: Theme, token: str, strength: float, ground: str = "surface") -> QColor:
    """Return an opaque mix of a token (``strength`` 0 to 1 of it) with the token of its ground."""
    over, under = theme.color(token), theme.color(ground)
    return QColor(
        round(strength * over.red() + (1 - strength) * under.red()),
        round(strength * over.green() + (1 - strength) * under.green()),
        round(strength * over.blue() + (1 - strength) * under.blue()),
    )
