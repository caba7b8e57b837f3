"""Binary MNIST: the fixed binarization, thresholded digits, and where validation pictures came from."""

import hashlib
from contextlib import suppress
from pathlib import Path
from typing import Literal

import numpy as np

from genplay.data.amat import read_amat
from genplay.data.bits import PIXELS
from genplay.data.pictures import THRESHOLD, binarize
from genplay.data.sources import named, path_of, user_folder
from genplay.errors import UserError
from genplay.files import atomic_write

REACH = 8.0  # nats
_CLAMP = 1e-3  # a grey of 0 or 255 would make any other bit impossible
_CHUNK = 500  # validation pictures at a time: 120 MB of scores against 60,000 digits


def fixed(split: Literal["train", "valid", "test"], folder: Path | None = None) -> np.ndarray:
    """Return a split of the fixed binarization as (N, 784) uint8 of 0 and 1.

    Args:
        split: 50,000, 10,000 and 10,000 pictures; in an unknown order, without labels.
        folder: As for ``sources.locate``.

    Raises:
        UserError: The file is missing or damaged.

    Source: Larochelle and Murray, "The Neural Autoregressive Distribution Estimator", 2011; each pixel was
    drawn once with the probability that MNIST's grey gives it.
    """
    return read_amat(path_of("binarized-mnist", split, folder))


def threshold(images: np.ndarray, at: int = THRESHOLD) -> np.ndarray:
    """Return (N, 28, 28) uint8 grey digits as (N, 784) uint8: 1 where the ink is at least ``at``."""
    return binarize(images, at).reshape(len(images), PIXELS)


def excluded_sources(bits: np.ndarray, images: np.ndarray) -> np.ndarray:
    """Return the digits that fixed binary pictures may have been drawn from, to leave out of training.

    For each picture: every digit whose log-likelihood for it, sum of x log p + (1 - x) log(1 - p) with p the
    grey / 255 held within [0.001, 0.999], is within ``REACH`` nats of the best. The answer is kept in the
    user's folder, for it takes 15 seconds on the full sets.

    Args:
        bits: (M, 784) uint8, the validation pictures.
        images: (N, 28, 28) uint8, the training digits that they were drawn from.

    Returns:
        Indices into ``images``, ascending.
    """
    cache = user_folder(named("binarized-mnist")) / "excluded.npz"
    key = np.frombuffer(hashlib.sha256(bits.tobytes() + images.tobytes()).digest(), np.uint8)
    # Missing or damaged, it is made again.
    with suppress(Exception), np.load(cache, allow_pickle=False) as kept:
        if np.array_equal(kept["key"], key):
            return kept["excluded"]
    excluded = _within_reach(bits, images)
    with suppress(OSError, UserError):  # a user without space or rights waits again the next time
        cache.parent.mkdir(parents=True, exist_ok=True)
        with atomic_write(cache) as stream:
            np.savez_compressed(stream, key=key, excluded=excluded)
    return excluded


def _within_reach(bits: np.ndarray, images: np.ndarray) -> np.ndarray:
    greys = images.reshape(len(images), PIXELS)
    ink = np.clip(np.arange(256) / 255, _CLAMP, 1 - _CLAMP)  # probability of ink, by grey
    logits = (np.log(ink) - np.log1p(-ink)).astype(np.float32)[greys]
    blank = np.log1p(-ink).astype(np.float32)[greys].sum(axis=1)  # log-likelihood of an empty picture
    reached = np.zeros(len(images), bool)
    for start in range(0, len(bits), _CHUNK):
        scores = bits[start : start + _CHUNK].astype(np.float32) @ logits.T + blank  # (chunk, N)
        reached |= (scores >= scores.max(axis=1, keepdims=True) - REACH).any(axis=0)
    return np.flatnonzero(reached)
