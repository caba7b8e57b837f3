"""The application's theme: colours, sizes, fonts and line widths, at one interface scale.

Widgets ask ``current()`` whenever Qt sends them ``QEvent.Type.StyleChange``, which ``apply`` makes it do.
"""

from dataclasses import dataclass, replace
from functools import cache
from math import floor

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from genplay import paths
from genplay.ui import maps, stylesheet
from genplay.ui.tokens import DARK, DIGITS, HIGH_CONTRAST, LIGHT, Tokens

__all__ = [
    "DARK",
    "DIGITS",
    "FAMILIES",
    "HIGH_CONTRAST",
    "LIGHT",
    "Theme",
    "Tokens",
    "apply",
    "current",
    "system_name",
]

FAMILIES = [
    "Inter",
    "Genplay Hangul",  # the bundled part of Pretendard
    "Pretendard",
    "Apple SD Gothic Neo",
    "Malgun Gothic",
    "Noto Sans CJK KR",
    "sans-serif",
]

_TOKENS = {"light": LIGHT, "dark": DARK, "contrast": HIGH_CONTRAST}

_NORMAL, _MEDIUM, _SEMIBOLD = QFont.Weight.Normal, QFont.Weight.Medium, QFont.Weight.DemiBold

_FONTS = {  # role: pixels at 100 %, weight
    "hero": (34, _SEMIBOLD),
    "number": (22, _SEMIBOLD),
    "title": (19, _SEMIBOLD),
    "formula": (16, _NORMAL),
    "body": (13, _NORMAL),
    "button": (13, _MEDIUM),
    "label": (13, _SEMIBOLD),
    "caption": (12, _NORMAL),
    "axis": (11, _NORMAL),
}

_LINES = {"hairline": 1, "frame": 1, "reference": 1.25, "data": 2, "cursor": 2, "cursor_paper": 4}
_PROJECTED = {"frame": 2, "data": 4, "cursor": 4, "cursor_paper": 8, "hero": 46}  # px at _PROJECTOR_SCALE
_PROJECTOR_SCALE = 1.5


@dataclass(frozen=True, slots=True)
class Theme:
    """The looks of everything on screen.

    Args:
        name: "light", "dark" or "contrast".
        scale: Interface scale, 1.0 to 2.5; multiplies fonts, spacing, icons and lines together.
        still: Whether nothing moves by itself; ``ms`` is 0 then.
        projector: Thicker lines and frames in the text colour, no text paler than ``text2``.
    """

    name: str = "light"
    scale: float = 1.0
    projector: bool = False
    still: bool = False

    @property
    def tokens(self) -> Tokens:
        """The colours, by meaning, as "#RRGGBB"."""
        return _tokens(self.name, self.projector)

    def px(self, pixels: float) -> int:
        """Return a length given at 100 % in whole pixels of this scale, at least 1 for a positive one."""
        return max(floor(pixels * self.scale + 0.5), 1 if pixels > 0 else floor(pixels * self.scale + 0.5))

    def ms(self, milliseconds: int) -> int:
        """Return how long a movement takes."""
        return 0 if self.still else milliseconds

    def line(self, kind: str) -> float:
        """Return the width in pixels of a "hairline", "frame", "reference", "data" or "cursor" line.

        A cursor is a "cursor" line of ink inside a "cursor_paper" line of paper.
        """
        if self.projector and kind in _PROJECTED:
            return _PROJECTED[kind] * self.scale / _PROJECTOR_SCALE
        return _LINES[kind] * self.scale

    def color(self, name: str) -> QColor:
        """Return the colour of a token."""
        return QColor(getattr(self.tokens, name))

    def table(self, name: str) -> list[int]:
        """Return the 256 colours of a map (see ``maps.table``), for ``QImage.setColorTable``."""
        return list(maps.table(name, self.tokens))

    def font(self, role: str) -> QFont:
        """Return the font of a role: hero, number, title, formula, body, button, label, caption, axis."""
        return QFont(_font(self, role))  # a copy: the caller's may be changed


def current() -> Theme:
    """Return the application's theme, or the light one at 100 % when none was applied.

    Painting asks for it thousands of times a second: it is kept here, as Qt keeps its palette.
    """
    return _applied[-1]


_applied = [Theme()]


def apply(application: QApplication, theme: Theme) -> None:
    """Make ``theme`` the application's: style, fonts, palette and stylesheet.

    Every widget then gets ``QEvent.Type.StyleChange``, with ``current()`` already telling the new theme.
    """
    if not application.property("genplay_style"):
        application.setProperty("genplay_style", True)
        application.setStyle(QStyleFactory.create("Fusion"))
        _load_fonts()
    _applied[:] = [theme]
    application.setFont(theme.font("body"))
    # Qt posts the new font to the widgets; the stylesheet would freeze the old one in them before it arrives.
    application.sendPostedEvents(None, QEvent.Type.ApplicationFontChange)
    application.setPalette(_palette(theme))
    application.setStyleSheet(stylesheet.build(theme))
    for widget in application.allWidgets():
        if not widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):  # Qt passes these over
            application.sendEvent(widget, QEvent(QEvent.Type.StyleChange))


def system_name() -> str:
    """Return "dark" if the system asks for dark windows, else "light"."""
    dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return "dark" if dark else "light"


@cache
def _font(theme: Theme, role: str) -> QFont:
    pixels, weight = _FONTS[role]
    if theme.projector and role in _PROJECTED:
        pixels = _PROJECTED[role] / _PROJECTOR_SCALE
    font = QFont()
    font.setFamilies(FAMILIES)
    font.setPixelSize(theme.px(pixels))
    font.setWeight(weight)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


@cache
def _tokens(name: str, projector: bool) -> Tokens:
    tokens = _TOKENS[name]
    return replace(tokens, text3=tokens.text2, frame=tokens.text) if projector else tokens


def _load_fonts() -> None:
    for path in sorted((paths.assets() / "fonts").glob("*.[ot]tf")):
        QFontDatabase.addApplicationFont(str(path))


def _palette(theme: Theme) -> QPalette:
    role = QPalette.ColorRole
    names = {
        role.Window: "window",
        role.Base: "surface",
        role.AlternateBase: "sunken",
        role.Button: "surface",
        role.Text: "text",
        role.WindowText: "text",
        role.ButtonText: "text",
        role.BrightText: "text",
        role.PlaceholderText: "text3",
        role.Mid: "line",
        role.Dark: "control",
        role.Highlight: "accent",
        role.Accent: "accent",
        role.HighlightedText: "on_accent",
        role.Link: "accent",
        role.LinkVisited: "accent",
        role.ToolTipBase: "surface",
        role.ToolTipText: "text",
    }
    palette = QPalette()
    for key, name in names.items():
        palette.setColor(key, theme.color(name))
    for key in (role.Text, role.WindowText, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, key, theme.color("text3"))
    return palette
