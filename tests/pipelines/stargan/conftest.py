"""An engine with small networks."""

import pytest

from genplay.engine.answer import Engine, Models
from tests.pipelines.stargan.made import loaded


@pytest.fixture
def engine() -> Engine:
    return Engine(Models(loaded))
