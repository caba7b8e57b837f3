"""Which parts of the explore page there is room for, and how large they are."""

HEAD = (17, 12, 15, 0)
"""px at 100 %: left, top, right, bottom, of the header."""
MARGINS = (17, 0, 15, 11)
PROJECTED_MARGINS = (26, 20, 26, 16)
"""The same of what is below it."""
GAP, SPACING = 20, 10
"""px at 100 %: between columns, and between rows."""
LEFT, POSTERIOR, DECODED = 238, 216, 226
"""px at 100 %: widths of the columns beside the map."""
LOWER = 104
"""px at 100 %: height of what stands below the pictures."""

PARTS = frozenset({"formula", "left", "map", "posterior", "decoded", "lower", "transport"})
_PROJECTED = frozenset({"formula", "map", "decoded", "lower", "transport"})
_LEAST = {
    "formula": (0, 480),
    "left": (700, 0),
    "posterior": (1000, 0),
    "decoded": (560, 0),
    "lower": (0, 420),
}
"""Width and height of the content, in px at 100 %, that a part wants to be shown at all."""


def shown(width: float, height: float, *, projector: bool) -> frozenset[str]:
    """Return the parts that there is room for.

    Args:
        width: Of the content, in px at 100 %.
        height: Likewise.
        projector: Whether in projector mode.
    """
    if projector:
        return _PROJECTED
    return frozenset(
        part
        for part in PARTS
        if width >= _LEAST.get(part, (0, 0))[0] and height >= _LEAST.get(part, (0, 0))[1]
    )
