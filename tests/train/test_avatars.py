"""Avatars as classes: a class tells all attributes, and pictures come as both players know them."""

import numpy as np
import pytest
import torch

from genplay.data.avatars import cache, spec
from genplay.data.avatars.cache import Avatars
from genplay.data.avatars.examples import examples
from genplay.families.avatars import VALUES
from genplay.train import avatars

CODES = np.stack([spec.code(one) for one in examples().specs])


def test_a_class_tells_all_attributes():
    found = avatars.classes(Avatars(examples().images, CODES))
    values = np.stack(np.unravel_index(found, avatars.GROUPS))
    attributes = spec.attributes_of(CODES)
    assert (values[0] == attributes[:, :4].argmax(1)).all()
    assert (attributes[:, 4:] == values[1:].T).all()
    assert len(set(found.tolist())) > 10
    assert sum(avatars.GROUPS) == len(VALUES)


def test_pictures_come_with_their_classes(monkeypatch: pytest.MonkeyPatch):
    shown = Avatars(examples().images, CODES)
    monkeypatch.setattr(
        cache, "load", lambda split, count, folder: Avatars(shown.images[:count], CODES[:count])
    )
    found = avatars.labelled("test", 5)
    assert found.x.shape == (5, 3, 64, 64)
    torch.testing.assert_close(found.x[3, 1, 20], torch.tensor(shown.images[3, 20, :, 1] / 127.5 - 1).float())
    assert found.labels.tolist() == avatars.classes(shown)[:5].tolist()
