"""All that the InfoGAN tab shows: the state, what was answered, and what is late or went wrong."""

from dataclasses import dataclass, field

from genplay.families.infogan import (
    PLAIN,
    Chosen,
    Confusion,
    Digits,
    Found,
    InfoGanState,
    Ledger,
    Made,
    Walled,
    in_order,
)


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """What is on screen; every panel shows its part of it. None stands for what is awaited.

    Attributes:
        state: What the user has set.
        made: The picture of the codes.
        chosen: What each category makes.
        walled: The wall, as far as it has come.
        found: What Q reads in the drawing.
        ledger: How much InfoGAN's pictures tell of their category, so far.
        plain: The same of the GAN whose codes mean nothing.
        confusion: InfoGAN's categories against the digits.
        waiting: Slots whose answers are late.
        failures: What went wrong, by slot, as sentences.
    """

    state: InfoGanState = field(default_factory=InfoGanState)
    made: Made | None = None
    chosen: Chosen | None = None
    walled: Walled | None = None
    found: Found | None = None
    ledger: Ledger | None = None
    plain: Ledger | None = None
    confusion: Confusion | None = None
    waiting: frozenset[str] = frozenset()
    failures: dict[str, str] = field(default_factory=dict)

    @property
    def digits(self) -> Digits:
        """The digit that each category was matched to; empty where there is none, or none is known yet."""
        answers = (self.chosen, self.made, self.walled, self.found)
        return next((answer.digits for answer in answers if answer is not None), ())

    @property
    def order(self) -> tuple[int, ...]:
        """The categories in the order in which they are shown."""
        return in_order(self.digits)

    @property
    def read(self) -> Found | None:
        """What Q reads in the drawing; None while that is late, so that no number stands that is not true."""
        return None if "read" in self.waiting else self.found

    @property
    def meaning(self) -> Confusion | None:
        """What the codes of the model that is shown have come to mean; those of a plain GAN mean nothing."""
        return None if self.state.model == PLAIN else self.confusion
