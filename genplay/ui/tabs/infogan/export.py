"""The numbers of the InfoGAN tab as rows, for CSV, in full."""

from collections.abc import Iterator

from genplay.families.infogan import CATEGORIES, Confusion, Digits, Found, Ledger, in_order

Row = tuple[object, ...]


def reading(found: Found) -> Iterator[Row]:
    """Yield what Q reads in the drawing; first the names of the columns.

    A category is a row of its digit, its own number and its probability; a number one of mean and deviation.
    """
    yield ("code", "digit", "value", "probability", "deviation")
    for number in in_order(found.digits):
        share = _full(found.reading.shares[number])
        yield ("c1", _digit(found.digits, number), number, share, "")
    for name, mean, deviation in zip(("c2", "c3"), found.reading.mean, found.reading.deviation, strict=True):
        yield (name, "", _full(mean), "", _full(deviation))


def ledgers(*known: Ledger | None) -> Iterator[Row]:
    """Yield how much each model's pictures tell of their category, in nats; first the columns' names."""
    yield (
        "model",
        "samples",
        "information",
        "ceiling",
        "cross_entropy",
        "error",
        "right",
        "mse_c2",
        "mse_c3",
        "value",
    )
    for one in known:
        if one is not None:
            numbers = (one.information, one.ceiling, one.cross_entropy, one.error, one.right, *one.squares)
            value = "" if one.value is None else _full(one.value)
            yield (one.model, one.count, *(_full(number) for number in numbers), value)


def confusion(found: Confusion) -> Iterator[Row]:
    """Yield the test digits, a row for each category and a column for each digit."""
    yield ("category", "matched_digit", *(f"digit_{digit}" for digit in range(CATEGORIES)))
    for number in in_order(found.digits):
        counts = (int(count) for count in found.counts[number])
        yield (number, _digit(found.digits, number), *counts)


def _digit(digits: Digits, number: int) -> object:
    return digits[number] if digits else ""


def _full(value: float) -> str:
    return f"{float(value):.9g}"
