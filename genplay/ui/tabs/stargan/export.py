"""The numbers of the StarGAN tab as rows, for CSV, in full."""

from collections.abc import Iterator, Sequence

from genplay.families.stargan import Chained, Edited, Met, Returned

Row = tuple[object, ...]


def measures(met: Met, edited: Edited) -> Iterator[Row]:
    """Yield what was asked of a face and what came of it; first the names of the columns.

    A row for each attribute, then D's source logits of each scale, then how far it is from the truth.
    """
    yield ("measure", "own", "asked", "truth", "face", "edited")
    held = [
        "" if met.held is None or at not in met.told else float(met.held[at]) for at in range(len(met.names))
    ]
    for at, name in enumerate(met.names):
        before, after = _full(edited.before.attributes[at]), _full(edited.after.attributes[at])
        yield (name, _full(edited.own[at]), _full(edited.target[at]), held[at], before, after)
    scales = zip(edited.before.source, edited.after.source, strict=True)
    for at, (before, after) in enumerate(scales):
        yield (f"source_{at}", "", "", "", _full(before), _full(after))
    yield ("mask_mean", "", "", "", "", _full(edited.mask.mean()))
    if edited.truth is not None:
        inside = "" if edited.truth.inside is None else _full(edited.truth.inside)
        yield ("missed_inside", "", "", "", "", inside)
        yield ("levels_outside", "", "", "", "", _full(edited.truth.outside))


def ledger(found: Returned) -> Iterator[Row]:
    """Yield the losses of a face and an edit, unweighted, with their weights; first the columns' names."""
    yield ("loss", "value", "weight")
    one, (classified, back, penalty) = found.ledger, found.ledger.weights
    rows: Sequence[tuple[str, float | None, float]] = (
        ("source_face", one.real, 1.0),
        ("source_edited", one.forged, 1.0),
        ("hinge", one.hinge, 1.0),
        ("gradient_penalty", one.penalty, penalty),
        ("classification_face", one.read, classified),
        ("classification_edited", one.asked, classified),
        ("reconstruction", one.back, back),
    )
    yield from ((name, _full(value), weight) for name, value, weight in rows if value is not None)


def chain(names: Sequence[str], found: Chained) -> Iterator[Row]:
    """Yield a chain: for each picture what was asked and what D reads; first the columns' names."""
    yield ("step", *(f"asked_{name}" for name in names), *(f"read_{name}" for name in names))
    for at, (asked, read) in enumerate(zip(found.path, found.read, strict=True)):
        yield (at, *map(_full, asked), *map(_full, read))


def _full(value: float) -> str:
    return f"{float(value):.9g}"
