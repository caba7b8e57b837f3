"""Pictures as both players know them, and back."""

import numpy as np
import torch

from genplay.pipelines.stargan.editor import rounded, scaled


def test_pictures_are_scaled_for_both_players():
    x = scaled(np.array([0, 255], np.uint8).repeat(64 * 64 * 3).reshape(2, 64, 64, 3))
    assert x.shape == (2, 3, 64, 64)
    assert (x.min(), x.max()) == (-1, 1)


def test_every_level_comes_back():
    images = np.arange(2 * 64 * 64 * 3).astype(np.uint8).reshape(2, 64, 64, 3)
    np.testing.assert_array_equal(rounded(scaled(images)), images)


def test_levels_are_rounded_and_kept_within_a_byte():
    y = torch.tensor([-3.0, -1.0, 0.0, 1.0]).reshape(4, 1, 1, 1).expand(-1, 3, 64, 64)
    assert rounded(y)[:, 0, 0, 0].tolist() == [0, 0, 128, 255]
