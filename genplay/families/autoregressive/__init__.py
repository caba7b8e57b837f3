"""Autoregressive family: one drawing, p(x) = prod_i p(x_i | x_<i), every factor shown."""

from genplay.families.autoregressive.grey import (
    GreyPicture,
    GreySample,
    GreySamples,
    GreyScore,
    Mixtures,
    grey_note,
    grey_trace,
)
from genplay.families.autoregressive.grey_state import GREY_MODEL, GREY_MODEL_NAME, GreyState
from genplay.families.autoregressive.models import ANY_ORDER, COUNTED, FARTHEST, MODELS, PIXELS, SIMPLER
from genplay.families.autoregressive.requests import (
    COMPLETIONS,
    Average,
    Context,
    Import,
    Question,
    Sample,
    Score,
    WhatIf,
)
from genplay.families.autoregressive.results import (
    Averaged,
    Comparison,
    Conditionals,
    Imported,
    Reference,
    Samples,
    Seen,
    Simpler,
    note,
    trace,
)
from genplay.families.autoregressive.state import (
    LEAST,
    MOST,
    SPEEDS,
    AutoregressiveState,
    Page,
    Row,
    drawing_of,
)
from genplay.families.base import QT_TRANSLATE_NOOP, Density, Family

FAMILY = Family(
    id="autoregressive",
    name=QT_TRANSLATE_NOOP("families", "Autoregressive"),
    density=Density.EXACT,
    icon="autoregressive",
    models=MODELS,
    state=AutoregressiveState,
)

__all__ = [
    "ANY_ORDER",
    "COMPLETIONS",
    "COUNTED",
    "FAMILY",
    "FARTHEST",
    "GREY_MODEL",
    "GREY_MODEL_NAME",
    "LEAST",
    "MODELS",
    "MOST",
    "PIXELS",
    "SIMPLER",
    "SPEEDS",
    "AutoregressiveState",
    "Average",
    "Averaged",
    "Comparison",
    "Conditionals",
    "Context",
    "GreyPicture",
    "GreySample",
    "GreySamples",
    "GreyScore",
    "GreyState",
    "Import",
    "Imported",
    "Mixtures",
    "Page",
    "Question",
    "Reference",
    "Row",
    "Sample",
    "Samples",
    "Score",
    "Seen",
    "Simpler",
    "WhatIf",
    "drawing_of",
    "grey_note",
    "grey_trace",
    "note",
    "trace",
]
