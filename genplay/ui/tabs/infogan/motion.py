"""What the transport plays: a code swept from its least value to its greatest."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from genplay.families.base import Request
from genplay.families.infogan import CATEGORIES, REACH, InfoGanState
from genplay.ui.tabs.walk import Walk
from genplay.ui.widgets.transport import Transport

if TYPE_CHECKING:
    from genplay.ui.tabs.infogan.tab import InfoGanTab

SWEPT: Mapping[str, int] = {"c1": 1, "c2": 2, "c3": 2}
"""How fast a code is swept until another speed is chosen, an index into ``SPEEDS``."""
STEPS = 60
"""Steps of a number from -2 to 2."""


def length(state: InfoGanState) -> int:
    """Return how many steps there are."""
    return CATEGORIES - 1 if state.swept == "c1" else STEPS


def cursor(state: InfoGanState, order: tuple[int, ...]) -> int:
    """Return which step is nearest to what is set.

    Args:
        state: What the user has set.
        order: The categories as they are shown.
    """
    if state.swept == "c1":
        return order.index(state.category)
    value = state.numbers[int(state.swept == "c3")]
    return round((value + REACH) / (2 * REACH) * STEPS)


def put(state: InfoGanState, order: tuple[int, ...], step: int) -> Mapping[str, object]:
    """Return what a step sets: the code that is swept, the others stay."""
    if state.swept == "c1":
        return {"category": order[step]}
    value = round(REACH * (2 * step / STEPS - 1), 4)
    c2, c3 = state.numbers
    return {"numbers": (value, c3) if state.swept == "c2" else (c2, value)}


class Sweep(Walk):
    """Moves the code that the state's ``swept`` names.

    Args:
        tab: Whose state it edits.
        transport: Whose gestures it takes.
    """

    def __init__(self, tab: "InfoGanTab", transport: Transport) -> None:
        super().__init__(tab, transport)
        self._page = tab

    def length(self) -> int:
        """Return how many steps there are."""
        return length(self._page.state)

    def cursor(self) -> int:
        """Return which step is nearest to what is set."""
        return cursor(self._page.state, self._page.scene.order)

    def put(self, cursor: int) -> Mapping[str, object]:
        """Return what a step sets."""
        return put(self._page.state, self._page.scene.order, cursor)

    def frames(self) -> list[Request]:
        """Return what asks for the picture of each step."""
        state, order = self._page.state, self._page.scene.order
        steps = (put(state, order, step) for step in range(length(state) + 1))
        return [replace(state, **step).requests()["picture"] for step in steps]  # type: ignore[arg-type]
