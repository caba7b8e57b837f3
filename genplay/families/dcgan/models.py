"""The DCGANs, by name, and what each of them shows."""

from collections.abc import Mapping

from genplay.families.avatars import VALUES
from genplay.families.clothes import CLOTHES

MODELS: Mapping[str, str] = {"dcgan_fashion": "Fashion-MNIST", "dcgan_avatars": "Avatars"}
LENGTHS: Mapping[str, int] = {"dcgan_fashion": 100, "dcgan_avatars": 100}
"""Numbers of a model's noise."""
LABELS: Mapping[str, tuple[str, ...]] = {"dcgan_fashion": CLOTHES, "dcgan_avatars": VALUES}
"""What the classes of a model's data are called; of avatars, what an attribute may be."""
TAUGHT: Mapping[str, int] = {"dcgan_fashion": 20_000, "dcgan_avatars": 100}
"""Labelled training pictures that the linear classifiers learn from.

From 200 avatars on a line tells all of them apart by their pixels alone (measured): they all look ahead.
"""
GROUPS: Mapping[str, tuple[int, ...]] = {"dcgan_fashion": (10,), "dcgan_avatars": (4, 2, 2, 2, 2, 2, 2)}
"""How many of a model's labels exclude each other, group after group: colours of hair, glasses or none."""
PAPER_LINEAR = 0.828
"""What the paper's linear classifier gets right on CIFAR-10, by a D that learned from ImageNet (5.1)."""
COLOURED = frozenset({"dcgan_avatars"})
"""Models whose pictures are in colours; what their D judges is a painting, not a drawing."""
BORDER = 2
"""Pixels of paper around a drawing where D sees it: 28 by 28 become 32 by 32."""
PAINTED = 64
"""Sides of a painting, in pixels."""
