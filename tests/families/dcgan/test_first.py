"""What the tab begins with."""

from dataclasses import replace

import numpy as np

from genplay.families.dcgan import SIDE, first

GARMENT = np.arange(784, dtype=np.uint16).reshape(28, 28).astype(np.uint8)


def test_whatever_one_turns_to_is_answered():
    state = first(GARMENT)
    assert state.walks
    wanted = {"arithmetic": "arithmetic", "layers": "layers", "discriminator": "verdict", "wall": "wall"}
    for lower, slot in wanted.items():
        assert slot in replace(state, lower=lower).requests()


def test_its_seeds_are_seen_in_the_plane_and_none_is_there_twice():
    state = first(GARMENT)
    points = (*state.pins, state.latent)
    assert len(set(points)) == len(points)
    assert all(0 <= at < SIDE and at == round(at) for point in points for at in (point.x, point.y))


def test_d_judges_the_garment_in_its_greys():
    state = first(GARMENT)
    assert state.levels == GARMENT.tobytes()
    assert (state.drawing.pixels() == (GARMENT >= 128)).all()
