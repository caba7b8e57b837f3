"""``genplay sample``: pictures drawn from a model, as one grid."""

import argparse
import math

import numpy as np
from numpy.typing import NDArray

from genplay.cli.reading import reading
from genplay.data.bits import SIDE
from genplay.engine.answer import Engine
from genplay.engine.checkpoints import find
from genplay.errors import UserError
from genplay.families.autoregressive import GreyPicture, GreySample, GreySamples, Sample, Samples
from genplay.families.base import Drawing
from genplay.files import atomic_write
from genplay.models import BOUNDED, DENSITIES, IMPLICIT

_GAP = 4  # pixels of paper around each sample
_ZOOM = 4  # screen pixels a pixel


def sample(options: argparse.Namespace) -> int:
    """Draw pictures from nothing and write them as one grid."""
    architecture = find(options.model).header.architecture
    if architecture in BOUNDED:
        sentence = "{model} draws no pixel after the other: the VAE tab samples it."
        raise UserError(sentence, model=options.model)
    if architecture in IMPLICIT:
        sentence = "{model} draws no pixel after the other: its tab shows what it makes."
        raise UserError(sentence, model=options.model)
    read, grey = reading(options, architecture), architecture in DENSITIES
    if grey:
        request = GreySample(
            options.model, GreyPicture.blank(), 0, options.n, options.seed, options.temperature
        )
    else:
        how = {"count": options.n, "seed": options.seed, "temperature": options.temperature}
        request = Sample(options.model, Drawing.blank(), read.order, read.reach, **how)
    last = Engine().last(request)
    assert isinstance(last, Samples | GreySamples)
    ink = last.pixels if grey else 255 * last.pixels
    _write_grid(options, ink.reshape(-1, SIDE, SIDE))
    heat = options.temperature
    note = "" if heat == 1 else f" At temperature {heat:g} this is no longer the model."
    print(f"{options.n} samples of {options.model}, seed {options.seed}: {options.out}.{note}")
    return 0


def _write_grid(options: argparse.Namespace, samples: NDArray[np.uint8]) -> None:
    from PIL import Image

    image = Image.fromarray(_page(samples).repeat(_ZOOM, 0).repeat(_ZOOM, 1))
    with atomic_write(options.out) as stream:
        image.save(stream, "PNG")


def _page(samples: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return (N, H, W) of ink, 0 to 255, as one grey page, as square as can be: ink black on white."""
    count, height, width = samples.shape
    columns = math.ceil(math.sqrt(count))
    rows = math.ceil(count / columns)
    page = np.full((rows * (height + _GAP) + _GAP, columns * (width + _GAP) + _GAP), 255, np.uint8)
    for index, picture in enumerate(samples):
        row, column = divmod(index, columns)
        top, left = _GAP + row * (height + _GAP), _GAP + column * (width + _GAP)
        page[top : top + height, left : left + width] = 255 - picture
    return page
