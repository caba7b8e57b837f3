"""What is on screen, as a function of state and answers."""

from genplay.families.stargan import Face, StarGanState
from genplay.ui.tabs.stargan.scene import SLOTS, Scene
from tests.ui.tabs.stargan import made


def test_nothing_is_known_before_the_first_answer():
    scene = Scene(StarGanState())
    assert (scene.names, scene.groups, scene.own, scene.target, scene.changed) == ((), (), (), (), ())
    assert not scene.hidden
    assert scene.fresh is None


def test_the_own_is_what_d_reads_until_it_is_corrected():
    assert made.scene(target=None).own == made.OWN
    assert made.scene(target=None).target == made.OWN
    assert made.scene(own=made.BLOND, target=None).own == made.BLOND


def test_what_is_known_of_another_face_is_not_of_this_one():
    scene = made.scene(face=Face(number=5), met=made.met(made.FACE))
    assert scene.known is None
    assert scene.own == ()


def test_an_edit_of_another_face_is_not_seen_nor_one_that_is_late():
    assert made.scene().seen is not None
    assert made.scene(edited=made.edited(Face(number=5))).seen is None
    late = made.scene(waiting=frozenset({"picture"}))
    assert late.seen is not None
    assert late.fresh is None


def test_what_comes_of_a_stranger_is_hidden_until_it_is_asked_for():
    assert made.stranger().hidden
    assert made.stranger().seen is None
    accepted = made.stranger(anyway=True)
    assert accepted.is_stranger
    assert not accepted.hidden
    assert accepted.seen is not None


def test_what_stands_below_is_hidden_with_the_face_or_with_the_wall():
    stranger = made.stranger()
    assert [stranger.hides(lower) for lower in ("singles", "faces", "maker")] == [True, False, False]
    wall = made.scene(walled=made.walled(strange=True))
    assert [wall.hides(lower) for lower in ("singles", "faces", "maker")] == [False, True, False]
    assert not made.scene(walled=made.walled(strange=True), anyway=True).hides("faces")
    assert not made.scene(walled=None).hides("faces")


def test_single_edits_and_those_that_change_nothing():
    scene = made.scene(target=None)
    assert scene.single(1) == made.BLOND
    assert scene.single(0) == made.OWN
    assert made.scene().changed == (0, 1)


def test_attributes_of_another_model_are_none_of_this_one():
    scene = made.scene(own=(1.0, 0.0), target=(0.0, 1.0), edited=None, chained=None)
    assert scene.own == scene.target == made.OWN
    assert scene.changed == ()


def test_a_face_knows_its_row():
    scene = made.scene()
    assert scene.row(Face(number=2)) == 2
    assert scene.row(Face(number=30)) is None


def test_an_answer_that_is_late_is_none_of_what_is_asked_now():
    scene = made.scene()
    assert all(scene.has(slot) for slot in SLOTS)
    late = made.scene(waiting=frozenset({"back"}))
    assert not late.has("back")
    assert late.has("chain")
    assert not any(made.scene(waiting=frozenset({"face"})).has(slot) for slot in SLOTS)
    assert not made.scene(chained=None).has("chain")
