"""A user's own models."""

from types import SimpleNamespace

from genplay.engine import checkpoints
from genplay.ui.tabs.stargan import own


def entry(model, architecture):
    return SimpleNamespace(header=SimpleNamespace(model=model, architecture=architecture))


def test_own_models_of_this_architecture_are_offered_after_the_family_s(monkeypatch):
    found = [
        entry("nade", "nade"),
        entry("stargan_cats", "stargan"),
        entry("stargan_faces", "stargan"),
        entry("stargan", "stargan"),
        entry("stargan_paper", "stargan_paper"),
    ]
    monkeypatch.setattr(checkpoints, "list_checkpoints", lambda: found)
    assert list(own.offered().items()) == [
        ("stargan", "StarGAN"),
        ("stargan_paper", "StarGAN of the paper"),
        ("stargan_cats", "cats"),
        ("stargan_faces", "Your faces"),
    ]


def test_without_any_the_family_s_is_offered(monkeypatch):
    monkeypatch.setattr(checkpoints, "list_checkpoints", list)
    assert list(own.offered()) == ["stargan"]
