"""Where the labels of an axis stand: at round numbers, few, and never beyond its ends."""

from math import ceil, floor, log10

from genplay.ui import text

_FACTORS = (1.0, 2.0, 2.5, 3.0, 4.0, 5.0, 10.0)


def round_step(span: float, most: int) -> float:
    """Return the smallest round step of which at most ``most`` cover a span: 1, 2, 2.5, 3, 4 or 5 x 10^k.

    Args:
        span: The length to cover, above 0.
        most: 1 or more.
    """
    power = 10.0 ** floor(log10(span / most))
    return next(power * factor for factor in _FACTORS if power * factor * most >= span * (1 - 1e-9))


def round_ticks(low: float, high: float, most: int) -> list[tuple[float, str]]:
    """Return (value, label) pairs at the multiples of a round step from ``low`` to ``high``, both included.

    Args:
        low: The axis' lower end.
        high: The axis' upper end, above ``low``.
        most: How many steps there are at most; the ticks are one more at most.
    """
    step = round_step(high - low, most)
    first, last = ceil(low / step - 1e-9), floor(high / step + 1e-9)
    decimals = next(places for places in range(16) if abs(round(step, places) - step) < 1e-6 * step)
    return [(k * step, text.brief(k * step, decimals)) for k in range(first, last + 1)]
