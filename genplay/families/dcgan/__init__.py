"""DCGAN family: a GAN of pictures, and its latent space; no density.

What the view needs to know. A point of the latent space is a ``Latent``: where in the plane of seeds, whose
whole coordinates are seeds, or which sum of such points, and how far along directions or raw numbers from
there. ``Shown.latent`` and ``Reckoned.points`` say which points a walk and an arithmetic came to. Pictures
are uint8, (S, S, C).

**Slots** of ``DcganState.requests()``. "picture": ``Shown``, of ``state.latent`` or of a walk between pins;
"wall": ``Wall`` that grows, of the seeds from ``state.wall`` on, whose ``points`` are what a click takes over
as ``state.latent``; "pins": ``Pins`` that grows, where there are pins; "explained": ``Explained``, once a
model, with the names of the directions (``moved(direction)`` are two of ``LABELS[model]``, of one group), the
paper's test of D's features and how near G's pictures are to real ones. By ``lower``: "arithmetic":
``Reckoned``, asked where all three terms have pins; "layers": ``Maps`` of what "picture" shows;
"discriminator": ``Verdict`` in the slot "verdict", and in the slot "pages" ``Scored``, what D says of
``PAGES``, which show nothing: no density. ``Loading`` comes before the first answer of a model. What no
state stands for: "pointed", ``Shown`` of the place in the plane where the pointer rests.
"""

from genplay.families.base import SPEEDS, Density, Family
from genplay.families.dcgan.colours import PAINTS, Paint
from genplay.families.dcgan.directions import LEAST_MOVE
from genplay.families.dcgan.first import example, first, turned
from genplay.families.dcgan.latent import (
    DIRECTIONS,
    MOST,
    REACH,
    Blend,
    Corner,
    Latent,
    blend,
    blended,
    seed_of,
    weights,
)
from genplay.families.dcgan.models import (
    BORDER,
    COLOURED,
    GROUPS,
    LABELS,
    LENGTHS,
    MODELS,
    PAINTED,
    PAPER_LINEAR,
    TAUGHT,
)
from genplay.families.dcgan.pages import PAGES, Page
from genplay.families.dcgan.requests import (
    MOST_PAGE,
    MOST_SEED,
    NEIGHBOURS,
    SIDE,
    SPAN,
    SPREAD,
    TRUNCATIONS,
    Between,
    Explain,
    Layers,
    Pinned,
    Question,
    Reckon,
    Samples,
    Score,
    ScorePages,
    Show,
)
from genplay.families.dcgan.results import (
    KINDS,
    PERCENTILES,
    Explained,
    Floats,
    Kind,
    Maps,
    Pins,
    Pixels,
    Reckoned,
    Scored,
    Shown,
    Verdict,
    Wall,
)
from genplay.families.dcgan.state import MOST_PINS, DcganState, Lower, Terms, Tool

FAMILY = Family(
    id="dcgan",
    name="DCGAN",
    density=Density.NONE,
    icon="dcgan",
    models=MODELS,
    state=DcganState,
)

__all__ = [
    "BORDER",
    "COLOURED",
    "DIRECTIONS",
    "FAMILY",
    "GROUPS",
    "KINDS",
    "LABELS",
    "LEAST_MOVE",
    "LENGTHS",
    "MODELS",
    "MOST",
    "MOST_PAGE",
    "MOST_PINS",
    "MOST_SEED",
    "NEIGHBOURS",
    "PAGES",
    "PAINTED",
    "PAINTS",
    "PAPER_LINEAR",
    "PERCENTILES",
    "REACH",
    "SIDE",
    "SPAN",
    "SPEEDS",
    "SPREAD",
    "TAUGHT",
    "TRUNCATIONS",
    "Between",
    "Blend",
    "Corner",
    "DcganState",
    "Explain",
    "Explained",
    "Floats",
    "Kind",
    "Latent",
    "Layers",
    "Lower",
    "Maps",
    "Page",
    "Paint",
    "Pinned",
    "Pins",
    "Pixels",
    "Question",
    "Reckon",
    "Reckoned",
    "Samples",
    "Score",
    "ScorePages",
    "Scored",
    "Show",
    "Shown",
    "Terms",
    "Tool",
    "Verdict",
    "Wall",
    "blend",
    "blended",
    "example",
    "first",
    "seed_of",
    "turned",
    "weights",
]
