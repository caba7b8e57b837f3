"""Results of DCGAN: D is a sigmoid of its logit, and a direction is called by the classes it leads to."""

import numpy as np
import pytest

from genplay.families.base import Drawing
from genplay.families.dcgan import Explained, Scored, Verdict


def test_the_verdict_is_the_logits():
    seen = np.zeros((32, 32, 1), np.uint8)
    assert Verdict("dcgan_fashion", Drawing.blank(), 0.0, seen).verdict == 0.5
    assert Verdict("dcgan_fashion", Drawing.blank(), 2.0, seen).verdict == pytest.approx(0.880797, abs=1e-6)


def test_a_direction_is_called_by_the_labels_of_one_group_that_become_likelier():
    classes = np.zeros((8, 2, 16), np.float32)
    classes[2, :, :4] = [[0.7, 0.2, 0.1, 0.0], [0.1, 0.3, 0.6, 0.0]]
    classes[2, :, 6:8] = [[0.5, 0.5], [0.9, 0.1]]
    found = Explained("dcgan_avatars", np.zeros(8, np.float32), classes, {})
    assert (found.moved(2), found.moved(3)) == ((0, 2), None)
    assert Explained("dcgan_fashion", np.zeros(8, np.float32), None, {}).moved(2) is None


def test_the_page_that_d_believes_in_most():
    assert Scored("dcgan_fashion", (0.25, 0.984, 0.75)).most == 1
