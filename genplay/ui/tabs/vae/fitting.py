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
LOWER = 100
"""px at 100 %: height of what stands below the pictures."""

PARTS = frozenset(
    {"formula", "drawing", "latents", "map", "posterior", "decoded", "compared", "lower", "transport"}
)
"""What there is to show; "compared" is the drawing beside its own picture, below the decoded one."""
_PROJECTED = frozenset({"formula", "map", "decoded", "transport"})
_LEAST = {
    "formula": (0, 400),
    "drawing": (700, 355),
    "latents": (700, 465),
    "posterior": (1000, 500),
    "decoded": (480, 0),
    "compared": (480, 465),
    "lower": (780, 590),
}
"""Width and height of the content, in px at 100 %, that a part wants to be shown at all."""
_PROJECTED_LOWER = 600, 560
"""The same of what stands below the pictures in projector mode."""


def shown(width: float, height: float, *, projector: bool) -> frozenset[str]:
    """Return the parts that there is room for.

    Args:
        width: Of the content, in px at 100 %.
        height: Likewise.
        projector: Whether in projector mode.
    """
    if projector:
        room = width >= _PROJECTED_LOWER[0] and height >= _PROJECTED_LOWER[1]
        return _PROJECTED | ({"lower"} if room else set())
    return frozenset(
        part
        for part in PARTS
        if width >= _LEAST.get(part, (0, 0))[0] and height >= _LEAST.get(part, (0, 0))[1]
    )
