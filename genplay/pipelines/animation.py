"""Animations drawn frame by frame by the pipelines of their requests, then written with Pillow."""

import io
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from importlib import import_module
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from genplay.errors import UserError
from genplay.families.animation import KINDS, Animate, Animating, Pictured
from genplay.families.base import Request
from genplay.files import atomic_write
from genplay.pipelines import Models

_STEP = 0.02  # seconds that a step waits for the encoder


def run(models: Models, request: Request) -> Iterator[Animating]:
    """Yield after each frame, again and again while they are encoded, and once more when the file is there.

    A frame is a step. Pillow encodes all of them in one call, which may take seconds: a thread of its own
    makes it, and the steps meanwhile only look whether it is done. Whoever drops the steps has no file.

    Raises:
        UserError: A frame's question cannot be answered, the ending of the file is none that is known, or it
            cannot be written.
    """
    if not isinstance(request, Animate):
        raise TypeError(f"animations know no request {type(request).__name__}")
    path = Path(request.path)
    if path.suffix.lower() not in KINDS:
        raise UserError("An animation is saved as .gif or .png; {name} is neither.", name=path.name)
    kind, frames = KINDS[path.suffix.lower()], list[Image.Image]()
    for asked in request.frames:
        frames.append(prepared(_drawn(models, asked, request.kind), kind))
        yield Animating(len(frames), len(request.frames))
    aside = ThreadPoolExecutor(1, "animation")
    encoded: Future[bytes] = aside.submit(encode, frames, kind, request.milliseconds, request.zoom)
    aside.shutdown(wait=False)  # its thread ends with this one task
    while not wait([encoded], _STEP).done:
        yield Animating(len(frames), len(frames))
    with atomic_write(path) as stream:
        stream.write(encoded.result())
    yield Animating(len(frames), len(frames), written=True)


def prepared(frame: NDArray[np.uint8], kind: str) -> Image.Image:
    """Return a frame as ``encode`` takes it: for a GIF in 256 colours of its own.

    They are those that Pillow would choose for the enlarged frame, of which each is as large a part.

    Args:
        frame: The picture, (H, W) or (H, W, 3), 255 = white.
        kind: "GIF", or "PNG" for APNG.
    """
    image = Image.fromarray(frame)
    if kind == "GIF" and image.mode == "RGB":
        return image.convert("P", palette=Image.Palette.ADAPTIVE)
    return image


def encode(frames: Sequence[Image.Image], kind: str, milliseconds: int, zoom: int) -> bytes:
    """Return an animation that plays over and over; of frames that are equal one is seen for as long as all.

    Args:
        frames: Pictures of one size, as ``prepared``.
        kind: "GIF", or "PNG" for APNG.
        milliseconds: How long a frame is seen.
        zoom: Pixels of the file a pixel of a picture.
    """
    nearest = Image.Resampling.NEAREST
    first, *others = (one.resize((zoom * one.width, zoom * one.height), nearest) for one in frames)
    stream = io.BytesIO()
    first.save(stream, kind, save_all=True, append_images=others, duration=milliseconds, loop=0)
    return stream.getvalue()


def _drawn(models: Models, request: Request, kind: str) -> NDArray[np.uint8]:
    steps = import_module(f"genplay.pipelines.{request.family}").run(models, request)
    result = deque(steps, maxlen=1).pop()
    if not isinstance(result, Pictured):
        raise TypeError(f"{type(result).__name__} is no frame of an animation")
    return result.picture(kind)
