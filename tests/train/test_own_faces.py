"""Faces of one's own: any attributes train, and open, as the avatars do."""

from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from genplay.data import faces as data
from genplay.engine import checkpoints
from genplay.engine.answer import Engine, Models
from genplay.errors import UserError
from genplay.families.stargan import Edit, Face, Meet
from genplay.models import stargan
from genplay.train import attribute_judging, own_faces, run
from genplay.train.own_faces import OwnExam, OwnFaces

EXCLUSIVE = "Dark Fair"


@pytest.fixture
def folder(tmp_path):
    rng = np.random.default_rng(0)
    lines = []
    for number in range(30):
        dark, hat = number % 2, number // 2 % 2
        image = np.full((70, 60, 3), 30 if dark else 220, np.uint8)
        image[50:] = (255, 0, 0) if hat else (0, 0, 255)
        noisy = np.clip(image + rng.integers(-9, 10, image.shape), 0, 255).astype(np.uint8)
        Image.fromarray(noisy).save(tmp_path / f"{number}.png")
        values = (dark, 1 - dark, hat)
        lines.append(" ".join([f"{number}.png", *("1" if value else "-1" for value in values)]))
    (tmp_path / data.TABLE).write_text("\n".join(["30", "Dark Fair Hat", *lines]) + "\n")
    return tmp_path


def test_the_last_tenth_is_validated_on(folder):
    found = OwnFaces.load(folder, EXCLUSIVE)
    assert (len(found.grey), len(found.valid)) == (27, 3)
    assert found.valid_attributes.tolist() == [[1, 0, 1], [0, 1, 0], [1, 0, 0]]
    config = own_faces.recipe(found).config
    assert config.labels.groups == ((0, 1),)
    assert config.palette == 0
    with pytest.raises(UserError, match="--data"):
        OwnFaces.load(None)


def test_what_is_measured_needs_no_true_edits(folder, monkeypatch):
    monkeypatch.setattr(attribute_judging, "TURNS", 20)
    network = stargan.build(
        stargan.Config(
            attributes="Dark Fair Hat",
            exclusive=EXCLUSIVE,
            width=8,
            blocks=1,
            early=4,
            palette=0,
            judge=4,
            hidden=6,
        )
    ).eval()
    exam = OwnExam.load(np.zeros(0, np.uint8), folder, "Noted.")
    figures = {figure.name: figure for figure in exam.figures(network, exam.measure(network))}
    assert list(figures) == ["target", "all_right", "reconstruction", "judge_accuracy"]
    assert figures["judge_accuracy"].value == 1
    assert figures["target"].note.endswith("Noted.")
    assert exam.calibration(network)["strange.mean"].shape == (6,)


def test_a_folder_is_trained_on_and_the_model_opened(folder, tmp_path, monkeypatch):
    monkeypatch.setattr(attribute_judging, "TURNS", 5)

    def tiny(faces):
        whole = own_faces.recipe(faces)
        config = replace(whole.config, width=8, blocks=1, early=4, judge=4, hidden=6)
        schedule = replace(whole.schedule, steps=2, batch=4, validate_every=2)
        return replace(whole, config=config, schedule=schedule)

    known = run.TRAINED[own_faces.NAME]
    monkeypatch.setitem(run.TRAINED, own_faces.NAME, replace(known, recipe=tiny))
    out = tmp_path / "out"
    list(run.run(own_faces.NAME, folder=folder, out=out, exclusive=EXCLUSIVE))
    engine = Engine(Models(lambda name: checkpoints.load(name, [out])))
    met = engine.last(Meet(own_faces.NAME, Face()))
    assert met.names == ("Dark", "Fair", "Hat")
    assert met.groups == ((0, 1),)
    edited = engine.last(Edit(own_faces.NAME, Face(), (0.0, 1.0, 1.0)))
    assert edited.picture.shape == (64, 64, 3)
    header = checkpoints.load(own_faces.NAME, [out]).header
    assert header.data.licence == "your own"


def test_groups_are_for_ones_own_faces_only(tmp_path):
    with pytest.raises(UserError, match="--exclusive is for others"):
        list(run.run("nade", folder=tmp_path, out=tmp_path, exclusive=EXCLUSIVE))
