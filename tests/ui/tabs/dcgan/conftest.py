"""The tab on its stage, and a second model."""

import pytest

from genplay.families.dcgan import models, state
from tests.ui.tabs.dcgan.staged import stage

__all__ = ["stage"]


@pytest.fixture
def other_model(monkeypatch):
    """The name of a model of another length of noise, known to the family for a test."""
    name = "dcgan_other"
    for known, value in ((models.MODELS, "Other"), (models.LENGTHS, 20), (models.LABELS, ())):
        monkeypatch.setitem(known, name, value)
    assert state.MODELS is models.MODELS
    return name
