"""The colours by their meaning, for the light, the dark and the high-contrast theme."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """The colours of one theme, each "#RRGGBB", named by what they are for.

    ``text``, ``text2``, ``text3`` are read on ``window``, ``surface``, ``sunken`` at 4.5 to 1 or better;
    ``control`` borders controls and pictures on ``window`` and ``surface`` at 3 to 1 or better.
    """

    window: str
    surface: str
    sunken: str
    strip: str
    line: str
    control: str
    frame: str
    text: str
    text2: str
    text3: str
    accent: str
    on_accent: str
    accent_hover: str
    accent_soft: str
    blue: str
    orange: str
    good: str
    warn: str
    error: str
    paper: str
    ink: str


LIGHT = Tokens(
    window="#F4F5F8",
    surface="#FFFFFF",
    sunken="#EBEEF3",
    strip="#F4F5F8",
    line="#DDE1E9",
    control="#848DA0",
    frame="#848DA0",
    text="#161B26",
    text2="#475164",
    text3="#5C6679",
    accent="#5A42CF",
    on_accent="#FFFFFF",
    accent_hover="#4A34B8",
    accent_soft="#ECE9FB",
    blue="#1C5FC0",
    orange="#B54708",
    good="#1A7A45",
    warn="#8A5A00",
    error="#B42318",
    paper="#FFFFFF",
    ink="#161B26",
)

DARK = Tokens(
    window="#12151B",
    surface="#1A1E27",
    sunken="#0D1015",
    strip="#0D1015",
    line="#2C323E",
    control="#6F7A8D",
    frame="#6F7A8D",
    text="#ECEFF5",
    text2="#B6BECC",
    text3="#96A0B1",
    accent="#A897FF",
    on_accent="#12101F",
    accent_hover="#BCAFFF",
    accent_soft="#2B2650",
    blue="#7FB4F8",
    orange="#F5A25D",
    good="#63C98D",
    warn="#E5B454",
    error="#FF8A80",
    paper="#0D1015",
    ink="#ECEFF5",
)

HIGH_CONTRAST = Tokens(
    window="#000000",
    surface="#000000",
    sunken="#000000",
    strip="#000000",
    line="#FFFFFF",
    control="#FFFFFF",
    frame="#FFFFFF",
    text="#FFFFFF",
    text2="#FFFFFF",
    text3="#E0E0E0",
    accent="#FFD60A",
    on_accent="#000000",
    accent_hover="#FFE566",
    accent_soft="#332B00",
    blue="#7CC0FF",
    orange="#FFB066",
    good="#6BE39A",
    warn="#FFD60A",
    error="#FF9C94",
    paper="#000000",
    ink="#FFFFFF",
)

DIGITS = (
    "#3F90DA",
    "#FFA90E",
    "#BD1F01",
    "#94A4A2",
    "#832DB6",
    "#A96B59",
    "#E76300",
    "#B9AC70",
    "#717581",
    "#92DADD",
)
"""Petroff's ten colours for the digit classes: points and legend dots only, too pale for text or lines."""
