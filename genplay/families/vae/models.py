"""The VAEs: which there are, how many latents each has, and what the classes of its pictures are called."""

from collections.abc import Mapping
from typing import Literal

from genplay.families.base import QT_TRANSLATE_NOOP
from genplay.families.clothes import CLOTHES

Name = Literal["vae_2d", "vae", "vae_fashion"]

PIXELS = 784
"""Of a drawing, 28 x 28."""
MODELS: Mapping[str, str] = {
    "vae_2d": QT_TRANSLATE_NOOP("families", "VAE 2-D"),
    "vae": QT_TRANSLATE_NOOP("families", "VAE 50-D"),
    "vae_fashion": QT_TRANSLATE_NOOP("families", "Fashion"),
}
LATENTS: Mapping[str, int] = {"vae_2d": 2, "vae": 50, "vae_fashion": 16}
"""Dimensions of the latent space of each."""
CLASSES: Mapping[str, tuple[str, ...]] = {
    "vae_2d": tuple("0123456789"),
    "vae": tuple("0123456789"),
    "vae_fashion": CLOTHES,
}
"""English names of the classes, by label, of the pictures that each was trained on."""
