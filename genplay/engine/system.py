"""What this machine lacks for a window, and how to get it.

Qt itself names only one of the packages that may be missing.
"""

import ctypes
import os
import sys
from dataclasses import dataclass

APT_LINE = (
    "sudo apt-get install --no-install-recommends libgl1 libegl1 libglib2.0-0 libdbus-1-3 libfontconfig1 "
    "libxkbcommon0 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxkbcommon-x11-0"
)
"""All that Qt needs on a bare Debian 12 or Ubuntu 22.04 and later."""

_QT = (
    "libGL.so.1",
    "libEGL.so.1",
    "libglib-2.0.so.0",
    "libdbus-1.so.3",
    "libfontconfig.so.1",
    "libxkbcommon.so.0",
)
_XCB = (
    "libxcb-cursor.so.0",
    "libxcb-icccm.so.4",
    "libxcb-keysyms.so.1",
    "libxcb-shape.so.0",
    "libxkbcommon-x11.so.0",
)


@dataclass(frozen=True, slots=True)
class Lack:
    """Something that a window needs and this machine has not.

    Attributes:
        what: One sentence.
        remedy: What to do, one line that can be pasted where there is one.
    """

    what: str
    remedy: str


def lacks(*, offscreen: bool = False) -> list[Lack]:
    """Return what stands between this machine and a window; empty when nothing does.

    Args:
        offscreen: Whether the window is to be rendered without a screen.
    """
    if sys.platform != "linux":
        return []
    x11 = not offscreen and "WAYLAND_DISPLAY" not in os.environ
    missing = [name for name in (*_QT, *(_XCB if x11 else ())) if not _loads(name)]
    found: list[Lack] = []
    if missing:
        found.append(Lack(f"These system libraries are missing: {', '.join(missing)}.", APT_LINE))
    if not offscreen and not has_display():
        found.append(
            Lack(
                "There is no display to show a window on.",
                "Use a desktop session or `xvfb-run genplay`; `genplay --smoke` checks it all without one.",
            )
        )
    return found


def has_display() -> bool:
    """Tell whether the environment names a display, or a Qt platform that needs none."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform != "linux" or any(os.environ.get(name) for name in named)


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
