"""The StarGANs, by name."""

from collections.abc import Mapping

from genplay.families.base import QT_TRANSLATE_NOOP

MODELS: Mapping[str, str] = {"stargan": "StarGAN"}
PAPER = "stargan_paper"
"""The paper's own losses, to compare with."""
NAMES: Mapping[str, str] = {**MODELS, PAPER: QT_TRANSLATE_NOOP("families", "StarGAN of the paper")}
"""All that the tab can show, with their names; a user's own models have more."""
PAPER_ERROR = 0.0212
"""Share of the edited faces of RaFD whose expression a classifier misreads (Choi et al. 2018, table 3)."""
