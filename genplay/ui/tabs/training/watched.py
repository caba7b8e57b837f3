"""What a page must tell of the training that it shows, for it to be played and stepped."""

from typing import Any, Protocol

from genplay.families.training import Live, Plan


class Step(Protocol):
    """A model in training, after a step."""

    @property
    def plan(self) -> Plan[Any, Any]:
        """What was asked for."""
        ...

    @property
    def step(self) -> int:
        """Steps taken."""
        ...

    @property
    def stuck(self) -> bool:
        """Whether it should go on but cannot."""
        ...


class Watched(Protocol):
    """A page's scene, as far as it is about the training."""

    @property
    def live(self) -> Live[Any, Any]:
        """What is set."""
        ...

    @property
    def result(self) -> Step | None:
        """The newest step that was answered, if any."""
        ...

    @property
    def belongs(self) -> bool:
        """Whether the result is one of the training that is set."""
        ...

    @property
    def current(self) -> Step | None:
        """The result, if it may be read."""
        ...

    @property
    def step(self) -> int:
        """Steps taken by the model on screen."""
        ...

    @property
    def failure(self) -> str:
        """What went wrong, as a sentence; "" for nothing."""
        ...
