"""What the transport plays: q on its way up the ELBO, or a walk from one pin to another."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from genplay.families.vae import STEPS
from genplay.ui.tabs.walk import Walk
from genplay.ui.widgets.transport import Transport

if TYPE_CHECKING:
    from genplay.ui.tabs.vae.tab import VaeTab

WAY = 60
"""Steps of a walk between two pins."""


class Moves(Walk):
    """Moves q or the code step by step, whichever the state's ``motion`` is.

    Args:
        tab: Whose state it edits.
        transport: Whose gestures it takes.
    """

    def __init__(self, tab: "VaeTab", transport: Transport) -> None:
        super().__init__(tab, transport)
        self._vae = tab

    def length(self) -> int:
        """Return how many steps there are; none between pins that are not there."""
        state = self._vae.state
        if state.motion == "walk":
            return WAY if len(state.pins) > 1 else 0
        return STEPS

    def cursor(self) -> int:
        """Return how many steps are made."""
        state = self._vae.state
        if state.motion == "walk":
            return round((state.walk or 0.0) * WAY)
        return state.step or 0

    def put(self, cursor: int) -> Mapping[str, object]:
        """Return the step of the climb, or how far the walk has come."""
        if self._vae.state.motion == "walk":
            return {"walk": cursor / WAY if self.length() else None}
        return {"step": cursor}
