"""Which parts of a page there is room for, and how large they grow."""

from genplay.families.foundations import Page

MARGINS = (17, 12, 15, 11)
PROJECTED_MARGINS = (26, 20, 26, 16)
"""px at 100 %: left, top, right, bottom."""
GAP, SPACING = 26, 10
"""px at 100 %: between columns, and between rows."""
HEAD = 22
"""px at 100 %: height of a panel's first row, in which buttons may stand."""
PICTURE, MODELS, PLOT = (242, 182), 252, 78
"""px at 100 % of the smallest: the picture, the right column's width, the plot's height."""
_NOMINAL = 1084, 645  # px: content of a window of 1280 x 720
_LEAST_GROWN, _MOST = 0.6, 1.7  # as small as a picture becomes, and as large as it grows
_AROUND = 148  # px at 100 %: what stands above and below a picture in the lowest windows
_TALL, _PROJECTED_TALL = 0.36, 0.27  # of the height, a plot where it is what the page is about
_BESIDE = 390  # px at 100 %: what else a page of counts wants of the height

PARTS: dict[Page, frozenset[str]] = {
    "all": frozenset({"formula", "picture", "counters", "chain", "bayes", "models", "plot", "transport"}),
    "count": frozenset({"formula", "picture", "count", "models", "plot"}),
    "chain": frozenset({"formula", "picture", "counters", "chain", "models", "transport"}),
    "bayes": frozenset({"formula", "picture", "bayes", "tables"}),
}
"""What each page shows where there is room."""

ANSWERED = frozenset({"chain", "bayes", "models", "tables"})
"""Parts in whose place an error stands when there is no answer."""

_PROJECTED: dict[Page, frozenset[str]] = {
    "all": frozenset({"formula", "picture", "models"}),
    "count": frozenset({"formula", "count", "plot"}),
    "chain": frozenset({"formula", "picture", "chain", "transport"}),
    "bayes": frozenset({"formula", "bayes", "tables"}),
}
"""What a class in the last row can read."""

_LEAST: dict[Page, dict[str, tuple[int, int]]] = {
    # Where there is no room for all, what is on no other page: the four models.
    "all": {
        "plot": (900, 630),
        "bayes": (900, 560),
        "chain": (900, 560),
        "transport": (900, 560),
        "counters": (900, 560),
        "formula": (0, 440),
    },
    "count": {"models": (1080, 0), "picture": (810, 0), "plot": (0, 400), "formula": (0, 480)},
    "chain": {"counters": (0, 530), "models": (900, 520), "formula": (0, 440)},
    "bayes": {"picture": (900, 0), "tables": (640, 0), "formula": (0, 390)},
}
"""Width and height of the content, in px at 100 %, that a part wants to be shown at all."""


def shown(page: Page, width: float, height: float, *, projector: bool) -> frozenset[str]:
    """Return the parts of a page that there is room for.

    Args:
        page: Which.
        width: Of the content, in px at 100 %.
        height: Likewise.
        projector: Whether in projector mode.
    """
    if projector:
        return _PROJECTED[page]
    wanted = _LEAST[page]
    return frozenset(
        part
        for part in PARTS[page]
        if width >= wanted.get(part, (0, 0))[0] and height >= wanted.get(part, (0, 0))[1]
    )


def grown(width: float, height: float) -> float:
    """Return how much larger pictures are than usual, for content of a size in px at 100 %; or smaller."""
    room = max((height - _AROUND) / PICTURE[1], _LEAST_GROWN)
    return min(max(min(width / _NOMINAL[0], height / _NOMINAL[1]), 1.0), _MOST, room)


def plot(height: float, *, projector: bool) -> float:
    """Return how high the plot is where it is what the page is about, for content of a height."""
    if projector:
        return _PROJECTED_TALL * height
    return max(min(_TALL * height, height - _BESIDE), PLOT)
