"""Results of StarGAN: who is a stranger, and when a wall is complete."""

from dataclasses import replace

import numpy as np
import pytest

from genplay.families.stargan import Face, Heads, Met, Wall

HEADS = Heads(np.zeros(2, np.float32), (0.0,), np.zeros((2, 2), np.float32))
PICTURE = np.zeros((64, 64, 3), np.uint8)
MET = Met(
    model="stargan",
    face=Face(),
    picture=PICTURE,
    names=("Hat", "Beard"),
    groups=(),
    heads=HEADS,
    own=np.zeros(2, np.float32),
    held=None,
    code=(),
    strangeness=1.5,
    limit=2.0,
)


@pytest.mark.parametrize(("strangeness", "strange"), [(1.5, False), (2.0, False), (2.1, True)])
def test_a_stranger_is_beyond_the_limit(strangeness, strange):
    assert replace(MET, strangeness=strangeness).is_stranger == strange


def test_without_a_measure_only_avatars_are_known():
    assert replace(MET, limit=None).is_stranger
    assert not replace(MET, limit=None, code=(0,) * 20).is_stranger


def test_a_wall_is_complete_when_all_its_pictures_are_there():
    wall = Wall(
        model="stargan",
        faces=(Face(), Face(number=1)),
        names=("Hat", "Beard"),
        originals=np.stack([PICTURE] * 2),
        pictures=np.zeros((2, 2, 64, 64, 3), np.uint8),
        truths=(None, None),
        missed=(None, None),
        own=np.zeros((2, 2), np.float32),
        strange=(False, False),
        done=3,
    )
    assert not wall.complete
    assert replace(wall, done=4).complete


def test_the_classification_loss_sums_groups_and_switches():
    shares = np.array([0.5, 0.25, 0.125, 0.125, 0.75, 0.5], np.float32)
    wanted = (0.0, 1.0, 0.0, 0.0, 1.0, 0.0)
    found = replace(HEADS, attributes=shares).loss(wanted, ((0, 1, 2, 3),))
    assert found == pytest.approx(-np.log(0.25) - np.log(0.75) - np.log(0.5))
    alone = replace(HEADS, attributes=shares[1:2]).loss((1.0,), ())
    assert alone == pytest.approx(-np.log(0.25))


def test_a_vector_is_righted_as_far_as_the_truth_is_known():
    assert replace(MET, held=None).told == ()
    assert replace(MET, held=None).righted((0.0, 1.0)) == (0.0, 1.0)
    partly = replace(MET, held=np.array([np.nan, 0], np.float32))
    assert partly.told == (1,)
    assert partly.righted((1.0, 1.0)) == (1.0, 0.0)
