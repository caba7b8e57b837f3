"""Digits: fresh pixels every epoch, the same for the same step, every digit once an epoch."""

import numpy as np
import torch

from genplay.train.digits import Digits, drawn, generator, unseen

SIZE = 8


def digits(grey: np.ndarray) -> Digits:
    return Digits(grey=grey.astype(np.uint8), valid=(grey > 128).astype(np.uint8))


def test_batches_are_fresh_every_epoch_but_the_same_for_the_same_step():
    plain = digits(np.random.default_rng(0).integers(1, 256, (40, 20)))
    assert torch.equal(plain.batch(SIZE, 0, 3), plain.batch(SIZE, 0, 3))
    assert not torch.equal(plain.batch(SIZE, 0, 3), plain.batch(SIZE, 0, 3 + 40 // SIZE))
    assert digits(np.full((16, 20), 255)).batch(SIZE, 0, 0).min() == 1
    assert digits(np.zeros((16, 20))).batch(SIZE, 0, 0).max() == 0


def test_an_epoch_shows_every_digit_once():
    grey = np.zeros((40, 20))
    grey[np.arange(40), np.arange(40) // 2] = 255  # two digits for each pixel
    seen = torch.cat([digits(grey).batch(SIZE, 0, step) for step in range(5)])
    assert seen.sum(0).tolist() == [2.0] * 20


def test_a_grey_is_ink_as_often_as_it_says():
    plain = digits(np.full((400, 784), 64))
    assert abs(plain.batch(400, 0, 0).mean().item() - 64 / 255) < 0.005
    torch.testing.assert_close(plain.mean, torch.full((784,), 64 / 255))


def test_neighbouring_keys_have_unrelated_streams():
    first = [
        torch.rand(1, generator=generator(0, kind, step)).item() for kind in (0, 1) for step in range(50)
    ]
    assert len(set(first)) == 100


def test_pictures_are_drawn_once_for_a_seed_with_ink_as_often_as_their_greys_say():
    grey = np.tile(np.array([0, 64, 255], np.uint8), (4000, 1))
    found = drawn(grey, 1)
    assert found.dtype == np.uint8
    assert (found == drawn(grey, 1)).all()
    assert not (found == drawn(grey, 2)).all()
    np.testing.assert_allclose(found.mean(0), [0, 64 / 255, 1], atol=0.03)


def test_a_digit_that_may_have_given_a_validation_picture_is_none_to_learn_from():
    images = np.random.default_rng(0).integers(0, 256, (9, 28, 28)).astype(np.uint8)
    valid = (images[[2, 5]] >= 128).reshape(2, 784).astype(np.uint8)  # the likeliest pixels of these two
    assert np.flatnonzero(~unseen(images, valid)).tolist() == [2, 5]
