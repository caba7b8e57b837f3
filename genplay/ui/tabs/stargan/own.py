"""A user's own StarGANs: trained on a folder of faces, and found by the headers of their checkpoints."""

from collections.abc import Mapping

from genplay.engine import checkpoints
from genplay.families.stargan import MODELS, NAMES, PAPER
from genplay.ui.translation import translate

_ARCHITECTURES = ("stargan", "stargan_paper")


def offered() -> Mapping[str, str]:
    """Return the models that the tab offers, by name: the family's, then whatever else has been trained."""
    shown = {name: translate("families", said) for name, said in MODELS.items()}
    for entry in checkpoints.list_checkpoints():
        name = entry.header.model
        if entry.header.architecture in _ARCHITECTURES and name not in shown:
            shown[name] = translate("families", NAMES[name]) if name in NAMES else _named(name)
    return {name: shown[name] for name in sorted(shown, key=lambda one: (one not in MODELS, one != PAPER))}


def _named(name: str) -> str:
    if name == "stargan_faces":
        return translate("stargan", "Your faces")
    return name.removeprefix("stargan_").replace("_", " ")
