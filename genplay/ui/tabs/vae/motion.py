"""What the transport plays: q up the ELBO, a walk from pin to pin, or q from the prior to the posterior."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from genplay.families.base import Request
from genplay.families.vae import LEAST_SIGMA, LIMIT, MOST_SIGMA, STEPS, Climb, Gauss
from genplay.ui.tabs.walk import Walk
from genplay.ui.translation import translate
from genplay.ui.widgets.transport import Transport

if TYPE_CHECKING:
    from genplay.families.vae import VaeState
    from genplay.ui.tabs.vae.tab import VaeTab

WAY, LEARNING = 60, 40
"""Steps of a walk between two pins, and of q from the prior to what it is otherwise."""


@dataclass(frozen=True, slots=True)
class Words:
    """A motion: its name for a button, for a narrow one and for a menu, and what it shows."""

    short: str
    terse: str
    long: str
    tip: str


def motions() -> Mapping[str, Words]:
    """Return what can be played, by the state's ``motion``."""
    return {
        "improve": Words(
            translate("vae", "Improve q"),
            translate("vae", "Improve"),
            translate("vae", "Play: improve q"),
            translate("vae", "q climbs the ELBO of this drawing by its gradient"),
        ),
        "walk": Words(
            translate("vae", "Walk between pins"),
            translate("vae", "Walk"),
            translate("vae", "Play: walk between pins"),
            translate("vae", "z goes from the first pin to the second: click the map to drop pins"),
        ),
        "prior": Words(
            translate("vae", "Prior to posterior"),
            translate("vae", "From prior"),
            translate("vae", "Play: prior to posterior"),
            translate("vae", "q goes from the prior, which knows nothing of the drawing, to q(z | x)"),
        ),
    }


def length(state: "VaeState", climb: Climb | None = None) -> int:
    """Return how many steps the state's motion has; a walk none between pins that are not there.

    Args:
        state: What the user has set.
        climb: How q is improved, as far as that is known: it may come to its end early.
    """
    match state.motion:
        case "walk":
            return WAY if len(state.pins) > 1 else 0
        case "prior":
            return LEARNING
        case _:
            return climb.height if climb is not None else STEPS


def cursor(state: "VaeState", climb: Climb | None = None) -> int:
    """Return how many of its steps are made; a climb from the middle of the way from the prior has none."""
    match state.motion:
        case "walk":
            return round((state.walk or 0.0) * WAY)
        case "prior":
            return round(state.learned * LEARNING)
        case _:
            return min(state.step or 0, length(state, climb)) if state.learned == 1 else 0


class Moves(Walk):
    """Moves q or the code step by step, whichever the state's ``motion`` is.

    Args:
        tab: Whose state it edits; its ``scene`` says what q is now.
        transport: Whose gestures it takes.
    """

    def __init__(self, tab: "VaeTab", transport: Transport) -> None:
        super().__init__(tab, transport)
        self._vae = tab

    def length(self) -> int:
        """Return how many steps there are."""
        return length(self._vae.state, self._vae.scene.climb)

    def cursor(self) -> int:
        """Return how many steps are made."""
        return cursor(self._vae.state, self._vae.scene.climb)

    def ask_for_pins(self) -> None:
        """Say what a walk needs, where it is missing."""
        if not self.length():
            said = self.tr("Click the map twice: the walk goes from the first pin to the second.")
            self._vae.said.emit("info", said)

    @Slot()
    def toggle_play(self) -> None:
        """Move on, or pause; say why nothing can move."""
        if self.length():
            super().toggle_play()
        else:
            self.ask_for_pins()

    @Slot()
    def step_on(self) -> None:
        """Make a step, or say why there is none."""
        if self.length():
            super().step_on()
        else:
            self.ask_for_pins()

    def put(self, cursor: int) -> Mapping[str, object]:
        """Return what a step changes: how far q has climbed or come, or how far the walk has."""
        match self._vae.state.motion:
            case "walk":
                return {"walk": cursor / WAY if self.length() else None}
            case "prior":  # the picture is that of q's own code, or the way would not be seen
                return {"learned": cursor / LEARNING, "z": None, "walk": None}
            case _:
                return self._begin_here() | {"step": cursor}

    def frame(self, cursor: int) -> Request:
        """Return what asks for the picture of the code when so many steps are made."""
        return replace(self._vae.state, **self.put(cursor)).decode()

    def _begin_here(self) -> dict[str, object]:
        """Return what has a climb begin where q is, though that be on its way from the prior."""
        if self._vae.state.learned == 1:
            return {}
        if (q := self._vae.scene.q) is None:
            return {"learned": 1.0}
        mu = tuple(min(max(value, -LIMIT), LIMIT) for value in q.mu)
        sigma = tuple(min(max(value, LEAST_SIGMA), MOST_SIGMA) for value in q.sigma)
        return {"q": Gauss(mu, sigma), "learned": 1.0}
