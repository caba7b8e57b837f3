"""Figures of what has no density are measured again by its recipe's own exam."""

from dataclasses import replace

import pytest

pytest.importorskip("lightning_fabric", reason="needs the train extra")
pytest.importorskip("numba", reason="needs the train extra")

from genplay import paths
from genplay.engine import checkpoints
from genplay.engine.header import Figure
from genplay.errors import UserError
from genplay.models import infogan
from genplay.train import measure, trained

CONFIG = infogan.Config(noise=4, width=2, hidden=8, reader=6, normed=False)


class Exam:
    valid = None

    def measure(self, network):
        return float(network.config.noise)

    def figures(self, network, measured):
        return (Figure(name="code_error", value=measured, unit="", split="here"),)


def saved(head_of, name: str) -> None:
    network = infogan.build(CONFIG).eval()
    folder = paths.user_checkpoints()
    folder.mkdir(parents=True)
    head = head_of(name, network)
    checkpoints.save(folder / f"{name}-mnist.safetensors", head, network.state_dict(), {})


def test_the_exam_of_its_subject_is_sat_again(head_of, monkeypatch):
    saved(head_of, "infogan")
    whole = trained.TRAINED["infogan"]
    subject = replace(whole.subject, load=lambda _: Exam(), exam=lambda *_: Exam())
    monkeypatch.setitem(trained.TRAINED, "infogan", replace(whole, subject=subject))
    assert measure.figures("infogan") == {"code_error": 4.0}


def test_a_model_without_a_recipe_is_refused(head_of):
    saved(head_of, "mine")
    with pytest.raises(UserError, match="no recipe mine"):
        measure.figures("mine")
