"""What is said of the maps of G's layers."""

from genplay.ui import text
from genplay.ui.translation import translate

_CONTEXT = "dcgan"
NOISE = "z"
"""The symbol over its numbers."""


def noise(length: int) -> str:
    """Return what the noise is."""
    said = translate(_CONTEXT, "Noise z: {count} numbers, row by row; blue above 0, orange below it")
    return said.format(count=text.count(length))


def layer(count: int, shown: int, side: int) -> str:
    """Return what a layer's maps are, and how many there is room for where that is not all."""
    if shown < count:
        said = translate(_CONTEXT, "{shown} of {count} maps of {side} × {side}")
        return said.format(shown=text.count(shown), count=text.count(count), side=side)
    return translate(_CONTEXT, "{count} maps of {side} × {side}").format(count=text.count(count), side=side)


def named(number: int, said: str) -> str:
    """Return what a layer is called, counted from 1, with what its maps are."""
    return translate(_CONTEXT, "Layer {number}, {maps}").format(number=text.count(number), maps=said)


def keys() -> str:
    """Return what the keys do on a layer."""
    return translate(_CONTEXT, "Left and right go through the maps one by one, Escape shows all.")


def alone(number: int, at: int, count: int, side: int) -> str:
    """Return which map of a layer is shown alone; layer and map are counted from 1."""
    said = translate(_CONTEXT, "Layer {layer}, map {map} of {count}, {side} × {side}")
    return said.format(layer=text.count(number), map=text.count(at), count=text.count(count), side=side)


def hint(*, alone: bool) -> tuple[str, str]:
    """Return what can be done here, in words and in fewer, while one map is shown alone or all are."""
    if alone:
        said = translate(_CONTEXT, "Click it to see all maps again.")
        return said, translate(_CONTEXT, "Click to see all.")
    said = translate(_CONTEXT, "Point at a map to read it, click to enlarge it.")
    return said, translate(_CONTEXT, "Point to read, click to enlarge.")


def place(number: int, at: tuple[int, int, int], value: float) -> tuple[str, str]:
    """Return what stands under the pointer in a layer, counted from 1, in words and in fewer."""
    one, row, column = (text.count(index + 1) for index in at)
    told = {"layer": text.count(number), "map": one, "row": row, "column": column}
    told["value"] = text.number(value, 2)
    said = translate(_CONTEXT, "Layer {layer}, map {map}, row {row}, column {column}: {value}")
    return said.format(**told), translate(_CONTEXT, "Map {map}, ({row}, {column}): {value}").format(**told)


def number(index: int, value: float) -> str:
    """Return a number of the noise, counted from 1."""
    said = translate(_CONTEXT, "z, number {number}: {value}")
    return said.format(number=text.count(index + 1), value=text.number(value, 2))
