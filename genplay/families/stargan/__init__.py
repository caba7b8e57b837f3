"""StarGAN family: one generator for every change of a face, and a discriminator with two heads; no density.

What the view needs to know. Attributes are vectors in the order of ``Met.names``; ``toggled`` keeps a group
exclusive. A target of None is the face's own, an own of None is what D reads (``Met.own``).

**Slots** of ``StarGanState.requests()``. "face": ``Met``, whose ``is_stranger`` is to be said before what
comes out is shown. "picture": ``Edited``, with mask, content, planes, both heads before and after, and the
true result where there is one. Below, one of "singles": ``Wall`` of one row, "faces": ``Wall``, both grow;
"chain": ``Chained`` that grows; "back": ``Returned``, with the ``Ledger`` of this face. ``Fit`` makes a
``Face`` of any opened picture, and an ``Opened`` of a folder with a table of attributes.
``Loading`` comes before the first answer of a model.
"""

from genplay.families.base import Density, Family
from genplay.families.stargan.face import (
    EXAMPLES,
    FIELDS,
    LEVELS,
    MOST_OPENED,
    MOST_SEED,
    SIDE,
    Face,
    Folder,
    Groups,
    Kind,
    Vector,
    changes,
    toggled,
    towards,
)
from genplay.families.stargan.models import MODELS, NAMES, PAPER, PAPER_ERROR
from genplay.families.stargan.requests import (
    MOST_FACES,
    MOST_STEPS,
    Chain,
    Edit,
    Faces,
    Fit,
    Meet,
    Question,
    Return,
    Singles,
)
from genplay.families.stargan.results import (
    Chained,
    Edited,
    Fitted,
    Floats,
    Heads,
    Ledger,
    Levels,
    Met,
    Opened,
    Returned,
    Truth,
    Wall,
    is_strange,
)
from genplay.families.stargan.state import Lower, StarGanState

FAMILY = Family(
    id="stargan",
    name="StarGAN",
    density=Density.NONE,
    icon="stargan",
    models=MODELS,
    state=StarGanState,
)

__all__ = [
    "EXAMPLES",
    "FAMILY",
    "FIELDS",
    "LEVELS",
    "MODELS",
    "MOST_FACES",
    "MOST_OPENED",
    "MOST_SEED",
    "MOST_STEPS",
    "NAMES",
    "PAPER",
    "PAPER_ERROR",
    "SIDE",
    "Chain",
    "Chained",
    "Edit",
    "Edited",
    "Face",
    "Faces",
    "Fit",
    "Fitted",
    "Floats",
    "Folder",
    "Groups",
    "Heads",
    "Kind",
    "Ledger",
    "Levels",
    "Lower",
    "Meet",
    "Met",
    "Opened",
    "Question",
    "Return",
    "Returned",
    "Singles",
    "StarGanState",
    "Truth",
    "Vector",
    "Wall",
    "changes",
    "is_strange",
    "toggled",
    "towards",
]
