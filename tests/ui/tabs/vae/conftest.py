"""Made-up answers, small and exact, and scenes that have them."""

from collections.abc import Callable

import pytest

from genplay.families.vae import Probed, VaeState
from genplay.ui.tabs.vae.scene import Scene
from tests.ui.tabs.vae import made
from tests.ui.tabs.vae.staged import running, stage

__all__ = ["running", "stage"]


@pytest.fixture
def scene() -> Callable[..., Scene]:
    """Return a function that makes a scene whose questions are answered.

    Its arguments are the state's values, ``answered`` False for a scene that waits, and those of ``Scene``.
    """

    def make(answered: bool = True, probe: Probed | None = None, **values: object) -> Scene:
        names = set(Scene.__dataclass_fields__)
        parts = {name: values.pop(name) for name in list(values) if name in names}
        model = str(values.get("model", "vae_2d"))
        state = VaeState(drawing=made.picture(0), **values)  # type: ignore[arg-type]
        answers: dict[str, object] = {}
        if answered:
            exact = model == "vae_2d"
            answers = {
                "decoded": made.decoded(model),
                "encoded": made.encoded(model),
                "bounds": made.bounds(model),
                "points": made.points(model),
                "nearest": made.nearest(model),
                "sandwiched" if exact else "estimated": made.sandwiched() if exact else made.estimated(model),
            }
        return Scene(state, **({"probed": probe} | answers | parts))  # type: ignore[arg-type]

    return make


@pytest.fixture
def answers() -> object:
    """Return the functions that make answers, by name."""
    return made
