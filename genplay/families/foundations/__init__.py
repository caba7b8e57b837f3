"""Foundations family: a picture of 4 to 20 pixels, every number counted, and why structure is needed."""

from genplay.families.base import QT_TRANSLATE_NOOP, SPEEDS, Density, Family
from genplay.families.foundations.models import MODELS, Name
from genplay.families.foundations.notes import bayes_note, chain_note, models_note
from genplay.families.foundations.requests import (
    SAMPLES,
    SIZES,
    Bayes,
    Chain,
    Draw,
    Fits,
    Given,
    Question,
    Size,
)
from genplay.families.foundations.results import Answer, Building, Drawn, Factor, Factors, Fit, Fitted, Ratio
from genplay.families.foundations.state import FARTHEST, MOST, FoundationsState, Page, Role

FAMILY = Family(
    id="foundations",
    name=QT_TRANSLATE_NOOP("families", "Foundations"),
    density=Density.EXACT,
    icon="foundations",
    models={},
    state=FoundationsState,
)

__all__ = [
    "FAMILY",
    "FARTHEST",
    "MODELS",
    "MOST",
    "SAMPLES",
    "SIZES",
    "SPEEDS",
    "Answer",
    "Bayes",
    "Building",
    "Chain",
    "Draw",
    "Drawn",
    "Factor",
    "Factors",
    "Fit",
    "Fits",
    "Fitted",
    "FoundationsState",
    "Given",
    "Name",
    "Page",
    "Question",
    "Ratio",
    "Role",
    "Size",
    "bayes_note",
    "chain_note",
    "models_note",
]
