"""Undo and redo: a list of states, nothing else."""

from typing import Generic, TypeVar

from genplay.families.base import State

S = TypeVar("S", bound=State)

_STEPS = 500


class History(Generic[S]):
    """The states that a tab has been in.

    Args:
        state: The first state; it cannot be undone.
    """

    def __init__(self, state: S) -> None:
        self._states = [state]
        self._at = 0
        self._gesture = ""

    @property
    def state(self) -> S:
        """The state now."""
        return self._states[self._at]

    @property
    def can_undo(self) -> bool:
        """Whether there is an earlier state."""
        return self._at > 0

    @property
    def can_redo(self) -> bool:
        """Whether an undone state can come back."""
        return self._at < len(self._states) - 1

    def push(self, state: S, gesture: str = "") -> None:
        """Enter a new state.

        Args:
            state: What it is.
            gesture: Name of the continuous gesture that it belongs to ("stroke", "seed"), or "" for a single
            act.
                Consecutive pushes of one gesture are one step, until ``seal``.

        A change of view fields alone is no step: it amends the state now and leaves what can be redone.
        """
        if state == self.state:
            return
        if state.differs_in_view_only(self.state):
            self._states[self._at] = state
            return
        merge = bool(gesture) and gesture == self._gesture
        del self._states[self._at + (0 if merge else 1) :]
        self._states.append(state)
        del self._states[: max(0, len(self._states) - _STEPS)]
        self._at = len(self._states) - 1
        self._gesture = gesture

    def seal(self) -> None:
        """End the gesture: the next push is a step of its own."""
        self._gesture = ""

    def undo(self) -> S:
        """Go back one step, keeping how the user looks at things; returns the state."""
        return self._go(-1)

    def redo(self) -> S:
        """Go forward one step, keeping how the user looks at things; returns the state."""
        return self._go(+1)

    def _go(self, by: int) -> S:
        target = self._at + by
        if 0 <= target < len(self._states):
            view = self.state
            self._at = target
            self._states[target] = self.state.with_view_of(view)
        self.seal()
        return self.state
