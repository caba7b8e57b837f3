"""Animations of any tab: what is asked for one, and what comes back.

No family: its stem finds ``pipelines/animation.py``, as those of the families do. A result that can be a
frame has a ``picture``.
"""

from dataclasses import dataclass
from typing import ClassVar, Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

from genplay.families.base import Request

KINDS = {".gif": "GIF", ".png": "PNG", ".apng": "PNG"}
"""How an animation is written, by the ending of its file; those of PNG are APNG."""
MOST = 1000
"""Frames of one animation."""


@runtime_checkable
class Pictured(Protocol):
    """A result that can be a frame."""

    def picture(self, kind: str) -> NDArray[np.uint8]:
        """Return its picture, (H, W) or (H, W, 3), 255 = white.

        Args:
            kind: Which of its pictures, in the words of its family, as in "mean".
        """
        ...


@dataclass(frozen=True, slots=True)
class Animate(Request):
    """Have the last result of each request drawn, and written as one file; comes as ``Animating`` steps.

    Attributes:
        frames: What each frame shows, 1 to ``MOST``; their results are ``Pictured``.
        path: The file, whose ending is one of ``KINDS``.
        kind: Which of the results' pictures.
        milliseconds: How long a frame is seen, 20 or more.
        zoom: Pixels of the file a pixel of the picture, 1 or more.
    """

    family: ClassVar[str] = "animation"
    frames: tuple[Request, ...]
    path: str
    kind: str = ""
    milliseconds: int = 40
    zoom: int = 8

    def __post_init__(self) -> None:
        if not 1 <= len(self.frames) <= MOST:
            raise ValueError(f"an animation has 1 to {MOST} frames")
        if self.milliseconds < 20 or self.zoom < 1:
            raise ValueError("a frame is seen for 20 ms or more, and a pixel is no smaller than 1")


@dataclass(frozen=True, slots=True)
class Animating:
    """How far an animation is.

    Attributes:
        done: Frames that are drawn.
        frames: All of them.
        written: Whether the file is there.
    """

    done: int
    frames: int
    written: bool = False
