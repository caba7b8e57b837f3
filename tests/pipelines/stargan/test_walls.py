"""Walls and chains, picture by picture."""

import numpy as np
import pytest

from genplay.data.avatars import render
from genplay.data.avatars.examples import examples
from genplay.data.avatars.spec import covered
from genplay.families.base import Loading
from genplay.families.stargan import Chain, Chained, Edit, Face, Faces, Meet, Singles, Wall, toggled
from genplay.pipelines import avatars
from tests.pipelines.stargan.made import FIRST, PICTURE, asked


def test_a_chain_edits_what_the_last_edit_made(engine):
    steps = (asked("stargan", PICTURE, 5), asked("stargan", PICTURE, 5, 8))
    shown = [step for step in engine.answer(Chain("stargan", PICTURE, steps)) if isinstance(step, Chained)]
    assert [len(step.pictures) for step in shown] == [1, 2, 3]
    assert [step.complete for step in shown] == [False, False, True]
    one = engine.last(Edit("stargan", PICTURE, steps[0]))
    np.testing.assert_array_equal(shown[-1].pictures[1], one.picture)
    middle = Face(kind="picture", levels=one.picture.tobytes())
    two = engine.last(Edit("stargan", middle, steps[1], steps[0]))
    np.testing.assert_array_equal(shown[-1].pictures[2], two.picture)
    np.testing.assert_allclose(shown[-1].path[1:], steps)


def test_walls_fill_picture_by_picture(engine):
    faces = (Face(number=1), PICTURE)
    shown = [step for step in engine.answer(Faces("stargan", faces)) if isinstance(step, Wall)]
    assert [step.done for step in shown] == list(range(1, 21))
    assert [step.complete for step in shown] == [False] * 19 + [True]
    np.testing.assert_array_equal(shown[0].pictures[1, 3], shown[0].originals[1])
    np.testing.assert_array_equal(shown[-1].truths[0], examples().edits[1])
    assert shown[-1].truths[1] is None
    row = [step for step in engine.answer(Singles("stargan", PICTURE)) if isinstance(step, Wall)][-1]
    np.testing.assert_array_equal(row.pictures[0], shown[-1].pictures[1])
    one = engine.last(Edit("stargan", PICTURE, asked("stargan", PICTURE, 7)))
    np.testing.assert_array_equal(row.pictures[0, 7], one.picture)


HATTED = [at for at, spec in enumerate(examples().specs) if covered(spec)]


@pytest.mark.parametrize(
    "face", [Face(number=1), *(Face(number=at) for at in HATTED)], ids=lambda f: f.number
)
@pytest.mark.parametrize("corrected", [False, True])
def test_what_was_missed_of_each_edit_is_what_is_missed_of_it_alone(engine, face, corrected):
    met = engine.last(Meet("stargan", face))
    own = tuple(float(1 - value if at == 5 and corrected else value) for at, value in enumerate(met.held))
    wall = engine.last(Singles("stargan", face, own))
    for number in (1, 5, 8):
        alone = engine.last(Edit("stargan", face, toggled(own, number, met.groups), own))
        if alone.truth is None:  # of several changes at once, where nothing can be drawn
            assert wall.truths == wall.missed == (None,)
            continue
        np.testing.assert_array_equal(wall.pictures[0, number], alone.picture)
        np.testing.assert_array_equal(wall.truths[0][number], alone.truth.picture)
        np.testing.assert_array_equal(wall.missed[0][number], alone.truth.difference)


def test_what_is_missed_comes_with_its_picture(engine):
    held = tuple(engine.last(Meet("stargan", Face(number=1))).held.tolist())
    steps = engine.answer(Singles("stargan", Face(number=1), held))
    for wall in (step for step in steps if isinstance(step, Wall)):
        assert (wall.missed[0][wall.done :] == 0).all()
        assert wall.missed[0][: wall.done].any()
        np.testing.assert_array_equal(wall.truths[0][wall.done :], examples().edits[1][wall.done :])
    assert engine.last(Singles("stargan", PICTURE)).missed == (None,)
    assert engine.last(Faces("stargan", (Face(number=1),))).missed == (None,)


def test_a_face_of_the_wall_has_what_was_corrected(engine):
    faces = (Face(number=1), PICTURE)
    read = engine.last(Faces("stargan", faces))
    found = engine.last(Faces("stargan", faces, (None, FIRST)))
    np.testing.assert_array_equal(found.own, [read.own[0], FIRST])
    np.testing.assert_array_equal(
        found.pictures[1], engine.last(Singles("stargan", PICTURE, FIRST)).pictures[0]
    )


@pytest.mark.parametrize("model", ["stargan", "plain", "own"])
def test_strangers_on_the_wall_are_those_that_are_strangers_alone(engine, model):
    faces = (Face(number=1), PICTURE)
    alone = tuple(engine.last(Meet(model, face)).is_stranger for face in faces)
    assert engine.last(Faces(model, faces)).strange == alone
    assert engine.last(Singles(model, PICTURE)).strange == alone[1:]


@pytest.mark.skipif(bool(render.missing()), reason="what draws avatars is not installed")
@pytest.mark.parametrize("request_", [Singles, Faces])
def test_of_what_must_be_drawn_there_is_one_avatar_a_step(engine, monkeypatch, request_):
    drawn, render_ = [], avatars.render.render
    monkeypatch.setattr(avatars.render, "render", lambda spec: drawn.append(spec) or render_(spec))
    avatars.known.cache_clear()
    avatars.drawn.cache_clear()
    met = (engine.last(Meet("stargan", Face("seed", seed=seed))) for seed in range(99))
    hat, held = next((one.face.seed, tuple(one.held.tolist())) for one in met if one.held[8])
    avatars.known.cache_clear()
    seeds = tuple(Face("seed", seed=hat + at) for at in range(4))
    counts = [0]
    drawn.clear()
    walled = Faces("stargan", seeds) if request_ is Faces else Singles("stargan", seeds[0], held)
    for step in engine.answer(walled):
        assert isinstance(step, Wall | Loading)
        counts.append(len(drawn))
    assert max(np.diff(counts)) == 1
    # The face, nine changes (one colour of hair is its own), five more hairs that a hat may have hidden, and
    # what makes ready for further ones.
    assert len(drawn) == (4 if request_ is Faces else 1 + 9 + 5 + 1)
