"""How numbers are written: fixed decimals, a true minus sign, a comma between thousands."""

import math

MINUS = "\N{MINUS SIGN}"
_SUPERSCRIPTS = dict(zip("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹", strict=True))
_LONG = 100_000
_EXACT = 10**8  # below it a whole number is written in full: 256³ − 1 still is


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


def percent(share: float, decimals: int = 1) -> str:
    """Return a share in percent, as in "4.7 %"."""
    return f"{_fixed(100 * share, decimals)} %"


def power(exponent: int) -> str:
    """Return a power of ten, as in "10²³⁶"."""
    return "10" + superscript(exponent)


def superscript(value: int) -> str:
    """Return a whole number raised, as in "²³⁶"."""
    return "".join(_SUPERSCRIPTS[sign] for sign in str(value))


def subscript(value: int) -> str:
    """Return a whole number lowered, as in "₁₂"."""
    return "".join(chr(ord("₀") + int(digit)) for digit in str(value))


def share(value: float) -> str:
    """Return a probability that may be tiny to three figures, as in "0.614", "0.0118", "1.83 × 10⁻⁴".

    What never or always happens is written "0" or "1": any other number is not exactly that.
    """
    if value in (0, 1):
        return str(int(value))
    if value >= 0.1 or not math.isfinite(value):
        return _fixed(value, 3)
    mantissa, exponent = f"{value:.2e}".split("e")
    if int(exponent) >= -3:
        return _fixed(value, 2 - int(exponent))
    return f"{mantissa} × {power(int(exponent))}"


def large(value: int) -> str:
    """Return a whole number in full, as in "4,095", or a large one to three figures, as in "1.02 × 10²³⁶"."""
    if abs(value) < _EXACT:
        return count(value)
    exponent = math.floor(math.log10(value))  # of an int of any size
    leading = f"{value // 10 ** (exponent - 6) / 1e6:.2f}"
    leading, exponent = ("1.00", exponent + 1) if leading == "10.00" else (leading, exponent)
    return f"{leading} × {power(exponent)}"


def brief(value: float, decimals: int) -> str:
    """Return a number for an axis: from 100,000 on in a few letters, as in "2 × 10⁷" or "2.5 × 10⁵"."""
    if abs(value) < _LONG or not math.isfinite(value):
        return _fixed(value, decimals)
    exponent = math.floor(math.log10(abs(value)) + 1e-9)
    return f"{value / 10.0**exponent:.3g} × {power(exponent)}".replace("-", MINUS)


def is_exact(value: int) -> bool:
    """Tell whether ``large`` writes a whole number in full."""
    return abs(value) < _EXACT


def _fixed(value: float, decimals: int) -> str:
    if math.isnan(value):
        return "not a number"
    if math.isinf(value):
        return MINUS + "∞" if value < 0 else "∞"
    written = f"{value:z,.{decimals}f}"  # z: no minus before what rounds to zero
    return written.replace("-", MINUS)
