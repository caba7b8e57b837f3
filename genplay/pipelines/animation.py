"""Animations drawn frame by frame by the pipelines of their requests, then written with Pillow."""

import io
from collections import deque
from collections.abc import Iterator, Sequence
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


def run(models: Models, request: Request) -> Iterator[Animating]:
    """Yield after each frame, and once more when the file is written: it is there as a whole or not at all.

    A frame is a step. Writing is one, too: 61 frames of 224 x 224 grey levels take Pillow 0.1 s.

    Raises:
        UserError: A frame's question cannot be answered, the ending of the file is none that is known, or it
            cannot be written.
    """
    if not isinstance(request, Animate):
        raise TypeError(f"animations know no request {type(request).__name__}")
    path = Path(request.path)
    if path.suffix.lower() not in KINDS:
        raise UserError("An animation is saved as .gif or .png; {name} is neither.", name=path.name)
    frames: list[NDArray[np.uint8]] = []
    for asked in request.frames:
        frames.append(_drawn(models, asked, request.kind))
        yield Animating(len(frames), len(request.frames))
    content = encode(frames, KINDS[path.suffix.lower()], request.milliseconds, request.zoom)
    with atomic_write(path) as stream:
        stream.write(content)
    yield Animating(len(frames), len(frames), written=True)


def encode(frames: Sequence[NDArray[np.uint8]], kind: str, milliseconds: int, zoom: int) -> bytes:
    """Return an animation that plays over and over.

    Args:
        frames: Pictures of one size, (H, W) or (H, W, 3), 255 = white.
        kind: "GIF", or "PNG" for APNG.
        milliseconds: How long a frame is seen.
        zoom: Pixels of the file a pixel of a picture.
    """
    first, *others = (Image.fromarray(frame.repeat(zoom, 0).repeat(zoom, 1)) for frame in frames)
    stream = io.BytesIO()
    # Frames that look alike are kept: each stands for a step.
    first.save(stream, kind, save_all=True, append_images=others, duration=milliseconds, loop=0)
    return stream.getvalue()


def _drawn(models: Models, request: Request, kind: str) -> NDArray[np.uint8]:
    steps = import_module(f"genplay.pipelines.{request.family}").run(models, request)
    result = deque(steps, maxlen=1).pop()
    if not isinstance(result, Pictured):
        raise TypeError(f"{type(result).__name__} is no frame of an animation")
    return result.picture(kind)
