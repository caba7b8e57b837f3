"""How numbers are written: fixed decimals, a true minus sign, a comma between thousands."""

import math

MINUS = "\N{MINUS SIGN}"


def nats(value: float, decimals: int = 2) -> str:
    """Return a number of nats, as in "−80.13" (three decimals for a bound's parts)."""
    return _fixed(value, decimals)


def bits(value: float) -> str:
    """Return bits per pixel, as in "0.1475"."""
    return _fixed(value, 4)


def prob(value: float) -> str:
    """Return a probability, as in "0.292"."""
    return _fixed(value, 3)


def count(value: int) -> str:
    """Return a whole number, as in "10,000"."""
    return f"{value:,d}".replace("-", MINUS)


def number(value: float, decimals: int) -> str:
    """Return a number with so many decimals and commas between thousands, as in "1,234.5"."""
    return _fixed(value, decimals)


def _fixed(value: float, decimals: int) -> str:
    if math.isnan(value):
        return "not a number"
    if math.isinf(value):
        return MINUS + "∞" if value < 0 else "∞"
    written = f"{value:z,.{decimals}f}"  # z: no minus before what rounds to zero
    return written.replace("-", MINUS)
