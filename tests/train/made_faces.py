"""Faces of noise with three colours of hair and a hat, and both recipes of StarGAN at a tiny size."""

from dataclasses import replace

import numpy as np

from genplay.models import stargan, stargan_paper
from genplay.train import stargan_paper as paper_recipes
from genplay.train.stargan import SCHEDULE, Faces, StarGanRecipe, Weights
from genplay.train.stargan_paper import PaperRecipe

NAMES = {"attributes": "Black Blond Brown Hat", "exclusive": "Black Blond Brown"}
SMALL = stargan.Config(**NAMES, width=8, blocks=1, early=4, palette=5, picked=2, judge=4, hidden=6)
LABELS = SMALL.labels


def faces(count: int = 24) -> Faces:
    rng = np.random.default_rng(0)
    images = rng.integers(0, 256, (count, 64, 64, 3)).astype(np.uint8)
    hair = np.eye(3, dtype=np.uint8)[rng.integers(0, 3, count)]
    held = np.concatenate([hair, rng.integers(0, 2, (count, 1)).astype(np.uint8)], 1)
    return Faces(grey=images, attributes=held, valid=images[:6], valid_attributes=held[:6])


def recipe(**weights: float) -> StarGanRecipe:
    schedule = replace(SCHEDULE, steps=6, batch=4, validate_every=3)
    said = Weights(**{"warm": 2, "ramp": 2, "opened": 1, "closing": 2, "lazy": 2, **weights})
    return StarGanRecipe(name="stargan", faces=faces(), config=SMALL, schedule=schedule, weights=said)


def paper() -> PaperRecipe:
    config = stargan_paper.Config(**NAMES, width=2, blocks=1, judge=2)
    schedule = replace(paper_recipes.SCHEDULE, steps=4, batch=4, validate_every=2, critics=2)
    return PaperRecipe(name="stargan_paper", faces=faces(), config=config, schedule=schedule)
