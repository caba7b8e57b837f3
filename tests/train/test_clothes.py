"""Clothes to learn from and to validate on are different ones; noise is fresh here and the same there."""

import numpy as np
import pytest
import torch

from genplay.data import fashion
from genplay.errors import UserError
from genplay.train import clothes
from genplay.train.clothes import Clothes

GREY = np.random.default_rng(0).integers(0, 256, (12, 5)).astype(np.uint8)


def test_every_batch_is_a_function_of_seed_and_step():
    items = Clothes(grey=GREY[:8], valid=GREY[8:])
    assert torch.equal(items.batch(4, 0, 3), items.batch(4, 0, 3))
    assert not torch.equal(items.batch(4, 0, 3), items.batch(4, 1, 3))
    epoch = np.concatenate([(256 * items.batch(4, 0, step)).floor().numpy() for step in (2, 3)])
    assert sorted(map(tuple, epoch)) == sorted(map(tuple, GREY[:8]))


def test_what_is_measured_on_has_the_same_noise_each_time():
    items = Clothes(grey=GREY[:8], valid=GREY[8:])
    assert torch.equal(items.validation(), items.validation())
    assert torch.equal(items.validation(), clothes.fixed(GREY[8:], clothes.VALID_SEED))
    assert not torch.equal(items.validation(), clothes.fixed(GREY[8:], clothes.TEST_SEED))
    assert np.array_equal((256 * items.validation()).floor().numpy(), GREY[8:])


def test_missing_data_is_a_sentence():
    with pytest.raises(UserError, match="genplay data fashion-mnist"):
        Clothes.load()


def test_the_full_set_is_parted_where_the_split_says(full_data):
    folder = full_data("fashion-mnist").parent
    images = fashion.load("train", folder).images.reshape(-1, 784)
    items = Clothes.load(folder)
    assert np.array_equal(items.grey, images[:50_000])
    assert np.array_equal(items.valid, images[50_000:])
    assert "train[50000:]" in clothes.VALID
    assert "train[:50000]" in clothes.SPLIT
