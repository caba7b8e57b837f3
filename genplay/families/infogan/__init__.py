"""InfoGAN family: a GAN some of whose inputs come to mean something; no density.

What the view needs to know. Categories go by their raw number, 0 to 9, everywhere; ``digits[category]`` of a
result says which digit one was matched to by labels, after training, and ``in_order(digits)`` has the
categories in the order of their digits. A model without such a matching has empty ``digits``.

**Slots** of ``InfoGanState.requests()``. "picture": ``Made``; "choices": ``Chosen``, for the ten buttons,
what a click on each will give;
"wall": ``Walled`` that grows row by row. "read", once there is a drawing: ``Found``;
``state.told(found.reading.category, found.numbers)`` takes the codes over. Whatever model is shown, "ledger"
is the ``Ledger`` of InfoGAN and "plain" that of the GAN whose codes mean nothing, both grow; their
``information`` has the ceiling ``ceiling``. "confusion": ``Confusion``, with its ``error`` and the ``traits``
that c2 and c3 have come to mean. ``Loading`` comes before the first answer of a model.
"""

from genplay.families.base import SPEEDS, Density, Family
from genplay.families.infogan.models import (
    FIRST_NOISE,
    KEPT_ERRORS,
    MODELS,
    NAMES,
    PAPER_ERROR,
    PLAIN,
    SEED_ERRORS,
    SHIPPED_SEED,
    WEIGHT,
)
from genplay.families.infogan.requests import (
    CATEGORIES,
    COLUMNS,
    LEARNED,
    MOST_SEED,
    REACH,
    TOLD,
    Axis,
    Choices,
    Compare,
    Make,
    Numbers,
    Question,
    Read,
    Swept,
    Tell,
    Wall,
)
from genplay.families.infogan.results import (
    TRAITS,
    Chosen,
    Confusion,
    Digits,
    Floats,
    Found,
    Ledger,
    Made,
    Reading,
    Trait,
    Walled,
    in_order,
)
from genplay.families.infogan.state import InfoGanState, Tool

FAMILY = Family(
    id="infogan",
    name="InfoGAN",
    density=Density.NONE,
    icon="infogan",
    models=MODELS,
    state=InfoGanState,
)

__all__ = [
    "CATEGORIES",
    "COLUMNS",
    "FAMILY",
    "FIRST_NOISE",
    "KEPT_ERRORS",
    "LEARNED",
    "MODELS",
    "MOST_SEED",
    "NAMES",
    "PAPER_ERROR",
    "PLAIN",
    "REACH",
    "SEED_ERRORS",
    "SHIPPED_SEED",
    "SPEEDS",
    "TOLD",
    "TRAITS",
    "WEIGHT",
    "Axis",
    "Choices",
    "Chosen",
    "Compare",
    "Confusion",
    "Digits",
    "Floats",
    "Found",
    "InfoGanState",
    "Ledger",
    "Made",
    "Make",
    "Numbers",
    "Question",
    "Read",
    "Reading",
    "Swept",
    "Tell",
    "Tool",
    "Trait",
    "Wall",
    "Walled",
    "in_order",
]
