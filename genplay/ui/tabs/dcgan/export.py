"""The numbers of the DCGAN tab as rows, for CSV, in full."""

from collections.abc import Iterator

from genplay.families.dcgan import DIRECTIONS, LABELS, Explained, Latent, Maps, Shown, blend

Row = tuple[object, ...]


def noise(shown: Shown) -> Iterator[Row]:
    """Yield the noise of the picture that is shown, a row a number; first the names of the columns."""
    yield ("number", "z")
    for number, value in enumerate(shown.z.tolist(), 1):
        yield (number, _full(value))


def directions(explained: Explained) -> Iterator[Row]:
    """Yield each direction: its share of the variance, and the classes' probabilities back and forth."""
    labels = LABELS[explained.model] if explained.classes is not None else ()
    yield ("direction", "share", *(f"back_{name}" for name in labels), *(f"forth_{name}" for name in labels))
    for number, share in enumerate(explained.shares.tolist()):
        classes = [] if explained.classes is None else explained.classes[number].ravel().tolist()
        yield (number + 1, _full(share), *(_full(value) for value in classes))


def pins(latents: tuple[Latent, ...]) -> Iterator[Row]:
    """Yield the pins: the seeds of each, with their weights, and how far it is moved in all.

    A pin that lies in the plane has its place there too. Weights and moves are as ``Blend`` has them.
    """
    yield ("pin", "x", "y", "seeds", *(f"direction_{number}" for number in range(1, DIRECTIONS + 1)), "raw")
    for number, pin in enumerate(latents, 1):
        whole = blend([(1.0, pin)])
        seeds = " ".join(f"{i}:{j}:{_full(by)}" for i, j, by in whole.seeds)
        raw = " ".join(f"{at + 1}:{_full(far)}" for at, far in whole.raw)
        place = (_full(pin.x), _full(pin.y)) if pin.blend is None else ("", "")
        yield (number, *place, seeds, *map(_full, whole.along or (0.0,) * DIRECTIONS), raw)


def layers(maps: Maps) -> Iterator[Row]:
    """Yield what each layer of G returns, a row a map: its mean and its largest number."""
    yield ("layer", "map", "side", "mean", "largest")
    for depth, layer in enumerate(maps.layers, 1):
        for number, one in enumerate(layer, 1):
            yield (depth, number, one.shape[-1], _full(float(one.mean())), _full(float(one.max())))


def _full(value: float) -> str:
    return f"{float(value):.9g}"
