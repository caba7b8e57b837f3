"""The DCGANs, by name, and what each of them shows."""

from collections.abc import Mapping

from genplay.families.clothes import CLOTHES

MODELS: Mapping[str, str] = {"dcgan_fashion": "Fashion-MNIST"}
LENGTHS: Mapping[str, int] = {"dcgan_fashion": 100}
"""Numbers of a model's noise."""
LABELS: Mapping[str, tuple[str, ...]] = {"dcgan_fashion": CLOTHES}
"""What the classes of a model's data are called."""
