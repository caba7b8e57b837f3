"""The four models that are fitted to the same patches, from the one that assumes nothing downwards."""

from collections.abc import Mapping
from typing import Literal

from genplay.families.base import QT_TRANSLATE_NOOP

Name = Literal["table", "arn", "markov", "independent"]

MODELS: Mapping[Name, str] = {
    "table": QT_TRANSLATE_NOOP("families", "Full table"),
    "arn": "AR-N",
    "markov": QT_TRANSLATE_NOOP("families", "Markov"),
    "independent": QT_TRANSLATE_NOOP("families", "Independent"),
}
"""They are no checkpoints: what they know is counted on the spot."""
