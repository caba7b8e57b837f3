"""Answers of StarGAN, of a small network made on the spot."""

import io
from dataclasses import replace

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from genplay.data.avatars import render
from genplay.data.avatars import spec as specs
from genplay.data.avatars.examples import examples
from genplay.engine.answer import Engine, Models
from genplay.errors import UserError
from genplay.families.base import Loading
from genplay.families.stargan import (
    MOST_OPENED,
    Chain,
    Edit,
    Edited,
    Face,
    Faces,
    Fit,
    Meet,
    Met,
    Opened,
    Return,
    Returned,
    StarGanState,
    changes,
)
from genplay.models import gan2d
from genplay.pipelines import avatars
from genplay.train import stargan_paper as recipe
from genplay.train.stargan import Weights
from tests.pipelines.stargan.made import FIRST, NOISE, PICTURE, asked, loaded, warm

FACES = st.one_of(st.builds(Face, number=st.integers(0, 35)), st.just(PICTURE))
VECTORS = st.none() | st.tuples(*(st.floats(0, 1) for _ in range(10)))


@settings(max_examples=15)
@given(FACES, VECTORS, VECTORS, st.floats(0, 1), st.sampled_from(["stargan", "stargan_paper"]))
def test_any_edit_is_a_picture_and_the_same_again(face, target, own, strength, model):
    request = Edit(model, face, target, own, strength)
    found, again = warm.last(request), Engine(Models(loaded)).last(request)
    assert isinstance(found, Edited)
    assert (found.picture.shape, found.picture.dtype) == ((64, 64, 3), np.uint8)
    assert found.picture.tobytes() == again.picture.tobytes()
    assert found.mask.shape == (64, 64)
    assert 0 <= found.mask.min() <= found.mask.max() <= 1
    assert found.after.attributes[:4].sum() == pytest.approx(1, abs=1e-5)


def test_the_planes_that_are_shown_are_what_goes_in(engine):
    target = asked("stargan", PICTURE, 5, 2)
    found = engine.last(Edit("stargan", PICTURE, target, strength=0.5))
    network = loaded("stargan").network
    x = torch.tensor(np.frombuffer(NOISE, np.uint8).reshape(64, 64, 3)).permute(2, 0, 1)[None] / 127.5 - 1
    again = network.generator(x, torch.tensor(found.planes)[None]).picture
    levels = ((again.clamp(-1, 1) + 1) * 127.5).round()[0].permute(1, 2, 0).detach().numpy()
    assert np.abs(levels - found.picture).max() <= 1
    assert sorted(np.unique(found.planes)) == [-0.5, 0, 0.5]
    by_hand = 0.5 * (np.array(target) - np.array(asked("stargan", PICTURE)))
    np.testing.assert_allclose(found.planes[:, 7, 9], by_hand)
    paper = engine.last(Edit("stargan_paper", PICTURE, target))
    np.testing.assert_allclose(paper.planes[:, 7, 9], target)


def test_no_strength_is_no_change_of_attributes(engine):
    found = engine.last(Edit("stargan", PICTURE, asked("stargan", PICTURE, 5), strength=0.0))
    assert (found.planes == 0).all()
    assert found.target.tolist() == found.own.tolist()


def test_a_face_is_met_with_what_d_reads_and_what_is_true(engine):
    first, found = list(engine.answer(Meet("stargan", Face(number=3))))[-2:]
    assert isinstance(first, Loading)
    assert isinstance(found, Met)
    np.testing.assert_array_equal(found.picture, examples().images[3])
    np.testing.assert_array_equal(found.held, specs.attributes(examples().specs[3]))
    assert specs.from_code(np.array(found.code)) == examples().specs[3]
    assert found.own[:4].sum() == 1
    assert found.groups == ((0, 1, 2, 3),)


def test_what_d_read_wrongly_may_be_corrected(engine):
    found = engine.last(Edit("stargan", PICTURE, FIRST, FIRST))
    assert found.own.tolist() == list(FIRST)
    assert (found.planes == 0).all()


def test_strangers_are_told_by_the_features_of_d(engine):
    found = engine.last(Meet("stargan", PICTURE))
    features = (
        loaded("stargan")
        .network.discriminator(torch.tensor(found.picture).permute(2, 0, 1)[None] / 127.5 - 1)
        .features
    )
    by_hand = 100 * float(features.detach().square().mean().sqrt())
    assert found.strangeness == pytest.approx(by_hand, rel=1e-4)
    assert found.is_stranger == (by_hand > 1)
    assert not replace(found, strangeness=1.0).is_stranger
    without = engine.last(Meet("plain", PICTURE))
    assert without.limit is None
    assert without.is_stranger
    assert not engine.last(Meet("plain", Face())).is_stranger


@pytest.mark.skipif(bool(render.missing()), reason="what draws avatars is not installed")
def test_the_truth_of_any_change_is_drawn(engine):
    known = examples()
    face = Face(number=2)
    target = specs.with_attributes(known.specs[2], specs.attributes(specs.edited(known.specs[2], "Beard")))
    target = specs.edited(target, "Eyeglasses")
    vector = tuple(float(value) for value in specs.attributes(target))
    found = engine.last(Edit("stargan", face, vector))
    np.testing.assert_array_equal(found.truth.picture, render.render(target))
    error = np.abs(found.picture.astype(float) - found.truth.picture).mean(-1)
    np.testing.assert_allclose(found.truth.difference, error, atol=1e-4)


def test_the_truth_of_one_change_ships(engine, monkeypatch):
    monkeypatch.setattr(avatars.render, "missing", lambda: ["dicebear"])
    known = examples()
    held = specs.attributes(known.specs[4]).astype(np.float32)
    one = torch.tensor(held)[None]
    labels = loaded("stargan").network.labels
    for number in (0, 1, 2, 3, 5, 9):
        vector = tuple(labels.switched(one, number)[0].tolist())
        found = engine.last(Edit("stargan", Face(number=4), vector))
        np.testing.assert_array_equal(found.truth.picture, known.edits[4, number])
    two = labels.switched(labels.switched(one, 5), 6)
    found = engine.last(Edit("stargan", Face(number=4), tuple(two[0].tolist())))
    assert found.truth is None
    assert "dicebear" in found.note.values["names"]


def test_there_is_no_truth_of_a_picture_or_between_two_attributes(engine):
    for request in [
        Edit("stargan", PICTURE, FIRST),
        Edit("stargan", Face(), FIRST, strength=0.5),
        Edit("own", Face(), (1.0, 0.0)),
    ]:
        found = engine.last(request)
        assert (found.truth, found.note) == (None, None)


def test_the_way_back_and_its_ledger(engine):
    target = asked("stargan", PICTURE, 5)
    found = engine.last(Return("stargan", PICTURE, target))
    assert isinstance(found, Returned)
    original = np.frombuffer(NOISE, np.uint8).reshape(64, 64, 3).astype(float)
    np.testing.assert_allclose(found.error, np.abs(found.again - original).mean(-1), atol=1e-3)
    assert found.mean == pytest.approx(float(found.error.mean()), rel=1e-5)
    network = loaded("stargan").network.requires_grad_(False)
    x = torch.tensor(original).permute(2, 0, 1)[None].float() / 127.5 - 1
    told = network.discriminator(x)
    own = torch.tensor([asked("stargan", PICTURE)])
    assert found.ledger.read == pytest.approx(float(network.labels.loss(told.attributes, own)), rel=1e-3)
    assert found.ledger.real == pytest.approx(sum(float(s.mean()) for s in told.source), rel=1e-3)
    penalty = gan2d.r1_penalty(
        lambda at: sum(s.flatten(1).mean(1) for s in network.discriminator(at).source), x
    )
    assert found.ledger.penalty == pytest.approx(float(penalty.detach()), rel=1e-3)
    assert found.ledger.hinge is not None


def test_the_way_back_is_of_an_edit_of_any_strength(engine):
    target = asked("stargan", PICTURE, 5, 8)
    edited = engine.last(Edit("stargan", PICTURE, target, strength=0.5))
    found = engine.last(Return("stargan", PICTURE, target, strength=0.5))
    np.testing.assert_array_equal(found.picture, edited.picture)
    asks = edited.after.loss(tuple(edited.target.tolist()), ((0, 1, 2, 3),))
    assert found.ledger.asked == pytest.approx(asks, rel=1e-6)
    assert found.ledger.forged == pytest.approx(sum(edited.after.source), rel=1e-6)
    assert found.ledger.back == edited.back
    whole = engine.last(Return("stargan", PICTURE, target))
    assert whole.ledger.asked != pytest.approx(asks, rel=1e-3)


def test_the_ledgers_weigh_as_the_recipes_do(engine):
    game = Weights()
    weights = engine.last(Return("stargan", PICTURE)).ledger.weights
    assert weights == (game.classification, game.reconstruction, game.r1 / 2)
    weights = engine.last(Return("stargan_paper", PICTURE)).ledger.weights
    assert weights == (recipe.CLASSIFICATION, recipe.RECONSTRUCTION, recipe.PENALTY)


def test_the_papers_ledger_has_its_penalty_between_the_pictures(engine):
    first = engine.last(Return("stargan_paper", PICTURE, FIRST, seed=1)).ledger
    again, other = (engine.last(Return("stargan_paper", PICTURE, FIRST, seed=seed)).ledger for seed in (1, 2))
    assert first == again
    assert first.hinge is None
    assert first.penalty != other.penalty
    assert first.weights == (1.0, 10.0, 10.0)


@pytest.mark.skipif(bool(render.missing()), reason="what draws avatars is not installed")
def test_faces_are_drawn_by_seed_and_by_specification(engine):
    first, again = (engine.last(Meet("stargan", Face(kind="seed", seed=7))) for _ in range(2))
    assert first.picture.tobytes() == again.picture.tobytes()
    composed = engine.last(Meet("stargan", Face(kind="composed", code=first.code)))
    np.testing.assert_array_equal(composed.picture, first.picture)
    with pytest.raises(UserError, match="no avatar’s specification"):
        engine.last(Meet("stargan", Face(kind="composed", code=(99,) * 20)))


@pytest.mark.parametrize(
    ("mode", "size"), [("L", (30, 90)), ("RGBA", (64, 64)), ("1", (200, 3)), ("P", (5, 5))]
)
def test_any_picture_becomes_a_face(engine, mode, size):
    stream = io.BytesIO()
    Image.new(mode, size).save(stream, "PNG")
    found = engine.last(Fit("", stream.getvalue()))
    assert found.face.kind == "picture"
    assert found.cut == (size[0] != size[1])
    assert engine.last(Meet("stargan", found.face)).picture.shape == (64, 64, 3)


def test_what_is_no_picture_is_refused(engine, tmp_path):
    (tmp_path / "a.png").write_bytes(b"none")
    with pytest.raises(UserError, match=r"a.png is not a picture"):
        engine.last(Fit(str(tmp_path / "a.png")))


@pytest.mark.parametrize(
    ("request_", "told"),
    [
        (Edit("stargan", PICTURE, (1.0,)), "has 10 attributes, each from 0 to 1"),
        (Edit("stargan", PICTURE, (2.0,) * 10), "has 10 attributes, each from 0 to 1"),
        (Edit("stargan", PICTURE, strength=1.5), "strength is 0 to 1"),
        (Return("stargan", PICTURE, strength=-0.5), "strength is 0 to 1"),
        (Chain("stargan", PICTURE, (FIRST,) * 13), "at most 12 edits"),
        (Faces("stargan", ()), "1 to 12 faces"),
        (Meet("infogan", PICTURE), "edits no faces"),
    ],
)
def test_what_cannot_be_asked_is_refused(engine, request_, told):
    with pytest.raises(UserError, match=told):
        engine.last(request_)


def test_a_model_of_other_attributes_is_asked_the_same_way(engine):
    found = engine.last(Edit("own", Face(), (1.0, 0.0), (0.0, 1.0)))
    assert found.planes[:, 0, 0].tolist() == [1, -1]
    assert engine.last(Meet("own", Face())).held is None
    assert changes(found.own, found.target) == (0, 1)


@pytest.mark.parametrize("lower", ["singles", "faces", "chain", "back", "inside"])
def test_what_a_state_asks_is_answered(engine, lower):
    for request in StarGanState(lower=lower).requests().values():
        assert engine.last(request) is not None


def folder(path, names=specs.ATTRIBUTES, count=3):
    """Write a folder of faces with a table in CelebA's format: every other one has everything."""
    lines = [f"{at}.png" + (" 1" if at % 2 else " -1") * len(names) for at in range(count)]
    (path / "list_attr_celeba.txt").write_text("\n".join([str(count), " ".join(names), *lines]))
    for at in range(count):
        Image.fromarray(examples().images[at % 36]).save(path / f"{at}.png")
    return Fit(str(path))


def test_a_folder_is_opened_step_by_step_with_what_its_table_tells(engine, tmp_path):
    (tmp_path / "mine").mkdir()
    steps = [step for step in engine.answer(folder(tmp_path / "mine")) if isinstance(step, Opened)]
    assert [step.folder is None for step in steps] == [True, True, False]
    found = steps[-1].folder
    assert (found.name, found.count, len(found.faces)) == ("mine", 3, 3)
    assert found.faces[1].name == "1.png"
    assert found.faces[1].levels == examples().images[1].tobytes()
    assert found.faces[1].told == tuple((name, True) for name in specs.ATTRIBUTES)


def test_of_a_large_folder_the_first_faces_are_opened(engine, tmp_path):
    found = engine.last(folder(tmp_path, ("Hat",), MOST_OPENED + 5)).folder
    assert (found.count, len(found.faces)) == (MOST_OPENED + 5, MOST_OPENED)
    assert found.faces[-1].name == f"{MOST_OPENED - 1}.png"


def test_a_folder_s_face_is_met_with_what_its_table_tells_of_the_model(engine, tmp_path):
    names = ("Black_Hair", "Hat", "Young")
    face = engine.last(folder(tmp_path, names)).folder.faces[1]
    held = engine.last(Meet("stargan", face)).held
    np.testing.assert_array_equal(held[[0, 1, 2, 3, 8]], [1, 0, 0, 0, 1])
    assert np.isnan(held[[4, 5, 6, 7, 9]]).all()
    np.testing.assert_array_equal(engine.last(Meet("own", face)).held, [np.nan, 1])
    assert engine.last(Meet("own", replace(face, told=(("Hat", True),)))).held is None
    edited = engine.last(Edit("stargan", face, FIRST))
    assert (edited.truth, edited.note) == (None, None)


def test_a_folder_that_is_none_is_refused_with_its_sentence(engine, tmp_path):
    with pytest.raises(UserError, match=r"There is no list_attr_celeba.txt in"):
        engine.last(Fit(str(tmp_path)))
    asked = folder(tmp_path)
    (tmp_path / "1.png").write_bytes(b"none")
    with pytest.raises(UserError, match=r"Line 4 of list_attr_celeba.txt: 1.png is not a picture"):
        engine.last(asked)
