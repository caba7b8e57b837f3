"""The window looks as the README's pictures show it: they are this project's golden pictures.

Compared are means over blocks of 16 x 16 pixels, so that a font's rasteriser may differ by a little, and a
panel that moves, vanishes or changes colour may not. Where a change is meant, make the pictures again with
the commands that stand, hidden, under them in the README.
"""

import gc
import re
import shlex
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from genplay.cli.arguments import parser

PROJECT = Path(__file__).resolve().parent.parent
README = (PROJECT / "README.md").read_text(encoding="utf-8")
CALLS = re.findall(r"genplay (screenshot .*?--out assets/\S*\.png)", README)
BLOCK = 16
STATUS = 32  # the bar at the bottom tells the machine and the milliseconds
TOLERANCE = 10  # of 255, a block's mean
SHARE = 0.004  # of the blocks that may differ by more


def blocks(path: Path) -> NDArray[np.float64]:
    """Return the mean colour of each block above the status bar, (rows, columns, 3)."""
    with Image.open(path) as picture:
        pixels = np.asarray(picture.convert("RGB"), np.float64)[:-STATUS]
    height, width = (size // BLOCK * BLOCK for size in pixels.shape[:2])
    cut = pixels[:height, :width].reshape(height // BLOCK, BLOCK, width // BLOCK, BLOCK, 3)
    return cut.mean((1, 3))


def differing(one: NDArray[np.float64], other: NDArray[np.float64]) -> float:
    """Return the share of blocks that differ by more than the tolerance."""
    return float((np.abs(one - other).max(-1) > TOLERANCE).mean())


@pytest.mark.parametrize("call", CALLS, ids=lambda call: Path(shlex.split(call)[-1]).stem)
def test_the_window_looks_as_the_readme_shows(call, tmp_path, monkeypatch, qapp):
    monkeypatch.setattr(gc, "freeze", lambda: None)  # or the window could not be collected
    words = shlex.split(call)
    golden, fresh = PROJECT / words[words.index("--out") + 1], tmp_path / "fresh.png"
    words[words.index("--out") + 1] = str(fresh)
    monkeypatch.chdir(PROJECT)
    options = parser().parse_args(words)
    assert options.run(options) == 0
    wanted, shown = blocks(golden), blocks(fresh)
    assert shown.shape == wanted.shape
    assert differing(shown, wanted) <= SHARE


def test_a_panel_that_moves_would_be_noticed():
    golden = PROJECT / "assets" / "readme" / "light.png"
    whole = blocks(golden)
    moved = whole.copy()
    moved[10:30, 30:50] = moved[10:30, 31:51]
    assert differing(whole, moved) > SHARE
