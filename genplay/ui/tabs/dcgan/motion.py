"""What the transport plays: a walk from one pin to another, or around all of them."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from genplay.families.base import Request
from genplay.families.dcgan import DcganState
from genplay.ui.tabs.walk import Walk
from genplay.ui.widgets.transport import Transport

if TYPE_CHECKING:
    from genplay.ui.tabs.dcgan.tab import DcganTab

WAY, LEG = 60, 30
"""Steps of a walk between two pins, and of a round trip from each pin to the next."""


def length(state: DcganState) -> int:
    """Return how many steps there are; none where there are no two pins to walk between."""
    if not state.walks:
        return 0
    return LEG * len(state.pins) if state.tour else WAY


def cursor(state: DcganState) -> int:
    """Return how many steps are made."""
    return round((state.walk or 0.0) * length(state))


class Trip(Walk):
    """Moves along the great circle between pins.

    Args:
        tab: Whose state it edits.
        transport: Whose gestures it takes.
    """

    def __init__(self, tab: "DcganTab", transport: Transport) -> None:
        super().__init__(tab, transport)
        self._page = tab

    def length(self) -> int:
        """Return how many steps there are."""
        return length(self._page.state)

    def cursor(self) -> int:
        """Return how many steps are made."""
        return cursor(self._page.state)

    def put(self, cursor: int) -> Mapping[str, object]:
        """Return what a step sets."""
        steps = self.length()
        return {"walk": cursor / steps if steps else None}

    def frames(self) -> list[Request]:
        """Return what asks for the picture of each step."""
        state, steps = self._page.state, self.length()
        return [replace(state, walk=step / steps).frame() for step in range(steps + 1)] if steps else []

    def ask_for_pins(self) -> None:
        """Say what a walk needs."""
        said = self.tr("Pin two pictures or more: a walk goes from pin to pin.")
        self._page.said.emit("info", said)

    @Slot()
    def toggle_play(self) -> None:
        """Walk on, or pause; say why nobody can walk."""
        if self.length():
            super().toggle_play()
        else:
            self.ask_for_pins()

    @Slot()
    def step_on(self) -> None:
        """Make a step, or say why there is none."""
        if self.length():
            self._step(+1)
        else:
            self.ask_for_pins()
