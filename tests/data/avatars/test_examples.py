"""The avatars that come with genplay are what drawing gives, and their edits are true."""

import numpy as np
import pytest

from genplay import paths
from genplay.data.avatars import cache, render
from genplay.data.avatars.examples import COUNT, examples, first, first_picture
from genplay.data.avatars.spec import ATTRIBUTES, FIELDS, attributes, edited

TOLERANCE = 2  # levels: another processor may round the edge of a line another way


def test_they_are_pictures_of_unseen_avatars():
    specs, images, edits = examples()
    assert (images.shape, images.dtype) == ((COUNT, 64, 64, 3), np.uint8)
    assert (edits.shape, edits.dtype) == ((COUNT, 10, 64, 64, 3), np.uint8)
    assert specs == cache.splits(1)["test"][:COUNT]


def test_the_first_picture_alone_is_that_of_the_first():
    assert np.array_equal(first_picture(), examples().images[0])
    assert not first_picture().flags.writeable


def test_they_show_most_values_and_every_attribute_on_and_off():
    specs = examples().specs
    for name, known in FIELDS.items():
        if not name.endswith("_kind"):
            assert len({getattr(spec, name) for spec in specs}) >= 0.9 * len(known), name
    shares = np.mean([attributes(spec) for spec in specs], axis=0)
    assert ((shares > 0.1) & (shares < 0.9)).all()


def test_an_edit_to_what_is_there_is_the_picture_itself():
    specs, images, edits = examples()
    for spec, image, edit in zip(specs, images, edits, strict=True):
        for at, name in enumerate(ATTRIBUTES):
            assert (edited(spec, name) == spec) == np.array_equal(edit[at], image)


def test_they_are_small():
    assert sum(path.stat().st_size for path in (paths.assets() / "avatars").iterdir()) < 500_000


@pytest.mark.skipif(bool(render.missing()), reason="Drawing avatars needs the extra `train`.")
def test_they_are_what_drawing_gives():
    """Mend it with `python assets/build/avatars.py`, and count up ``cache.VERSION``."""
    specs, images, edits = examples()
    for spec, image, edit in zip(specs, images, edits, strict=True):
        assert np.abs(render.render(spec) - image.astype(int)).max() <= TOLERANCE
        for at, name in enumerate(ATTRIBUTES):
            assert np.abs(render.render(edited(spec, name)) - edit[at].astype(int)).max() <= TOLERANCE


def test_the_first_is_told_without_reading_the_pictures(monkeypatch):
    spec = examples().specs[0]
    monkeypatch.setattr("genplay.data.avatars.examples.examples", None)
    assert first() == spec
