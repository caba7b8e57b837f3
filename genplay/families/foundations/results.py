"""What comes back: counts and what follows from them. A probability without a condition's count is None."""

from dataclasses import dataclass

from genplay.families.base import Drawing
from genplay.families.foundations.models import Name
from genplay.families.foundations.requests import Given
from genplay.families.orders import Order


@dataclass(frozen=True, slots=True)
class Building:
    """A step on the way to a table that is counted for the first time.

    Attributes:
        done: How far it is, 0 to 1.
    """

    done: float


@dataclass(frozen=True, slots=True)
class Ratio:
    """A probability as it was counted.

    Attributes:
        count: Patches in which it happened, of those counted below.
        of: Patches that meet the condition.
    """

    count: int
    of: int

    @property
    def p(self) -> float | None:
        """The probability; None if the condition never happened."""
        return self.count / self.of if self.of else None


@dataclass(frozen=True, slots=True)
class Drawn:
    """A patch that was drawn at random.

    Attributes:
        drawing: The patch.
    """

    drawing: Drawing


@dataclass(frozen=True, slots=True)
class Fit:
    """One of the four models.

    Attributes:
        name: Its name.
        parameters: Free numbers that it has.
        prob: Its probability of the drawing.
        kl: KL divergence from the data to it, in bits; 0 for the full table.
        cross_entropy: Bits that it needs for a patch on average: the data's entropy and ``kl``.
        factors: Its conditionals of the drawing along the order, of which ``prob`` is the product; none of
            the full table, whose probability is counted.
        samples: Pictures drawn from it.
    """

    name: Name
    parameters: int
    prob: float
    kl: float
    cross_entropy: float
    factors: tuple[float, ...]
    samples: tuple[Drawing, ...]


@dataclass(frozen=True, slots=True)
class Fitted:
    """The four models, fitted to the same patches by maximum likelihood.

    Attributes:
        drawing: The picture that was asked about.
        reach: N of AR-N.
        order: In which AR-N and Markov read the pixels.
        patches: How many were counted.
        seen: How many of them are the drawing.
        distinct: How many different patches there are.
        blank: How many are without ink.
        entropy: Of the data, in bits.
        models: In the order of ``MODELS``.
    """

    drawing: Drawing
    reach: int
    order: Order
    patches: int
    seen: int
    distinct: int
    blank: int
    entropy: float
    models: tuple[Fit, ...]

    def model(self, name: Name) -> Fit:
        """Return one of the models."""
        return next(model for model in self.models if model.name == name)


@dataclass(frozen=True, slots=True)
class Factor:
    """A factor of the chain rule: p(this pixel's value | the values of the pixels read before it).

    Attributes:
        pixel: Its number in raster order, from 0.
        value: Its value in the drawing, 1 = ink.
        matching: Patches that have this value, of those that agree.
        agree: Patches that agree with the drawing on all pixels read before.
    """

    pixel: int
    value: int
    matching: int
    agree: int

    @property
    def p(self) -> float | None:
        """Probability of the value that the pixel has; None if no patch agrees."""
        return self.matching / self.agree if self.agree else None


@dataclass(frozen=True, slots=True)
class Factors:
    """The chain rule, factor by factor.

    Attributes:
        drawing: The picture that was asked about.
        factors: One a pixel, in the order in which they are read.
        running: Product of the first i factors, for i = 0 to their number. 0 once a factor is 0: what has
            begun in a way that never happened never happened either, whatever follows.
        patches: How many were counted.
        seen: How many of them are the drawing.
    """

    drawing: Drawing
    factors: tuple[Factor, ...]
    running: tuple[float, ...]
    patches: int
    seen: int

    @property
    def table(self) -> float:
        """What the full table says: the share of the patches that are the drawing."""
        return self.seen / self.patches

    @property
    def never(self) -> int | None:
        """Index of the first factor whose condition never happened; it and all after it have no p."""
        return next((index for index, factor in enumerate(self.factors) if not factor.agree), None)


@dataclass(frozen=True, slots=True)
class Answer:
    """What two pixels tell about each other. "given" stands for: the given pixels have the given values.

    Attributes:
        a: Pixel A.
        b: Pixel B.
        given: What is given.
        p_a: p(A = 1).
        p_b: p(B = 1).
        p_a_b: p(A = 1 | B = 1).
        p_b_a: p(B = 1 | A = 1).
        p_a_given: p(A = 1 | given).
        p_b_given: p(B = 1 | given).
        p_a_b_given: p(A = 1 | B = 1, given).
        p_b_a_given: p(B = 1 | A = 1, given).
        table: Patches that meet what is given, by the value of A and then of B: ``table[a][b]``.
        information: I(A; B | these values are given) in bits; None if they never occur together.
        independent: Whether A and B are exactly independent under these values, by whole numbers; None if
            they never occur together.
        average: I(A; B | G) in bits, over all values of the given pixels, each as often as it occurs.
        always: Whether A and B are exactly independent under all values that occur.
    """

    a: int
    b: int
    given: Given
    p_a: Ratio
    p_b: Ratio
    p_a_b: Ratio
    p_b_a: Ratio
    p_a_given: Ratio
    p_b_given: Ratio
    p_a_b_given: Ratio
    p_b_a_given: Ratio
    table: tuple[tuple[int, int], tuple[int, int]]
    information: float | None
    independent: bool | None
    average: float
    always: bool

    @property
    def patches(self) -> int:
        """How many patches were counted."""
        return self.p_a.of

    @property
    def matching(self) -> int:
        """How many of them meet what is given."""
        return self.p_a_given.of

    @property
    def turned(self) -> float | None:
        """The right side of Bayes' rule, p(B|A, given) p(A|given) / p(B|given), with A, B = 1.

        The left side is ``p_a_b_given``. None if a condition never happened.
        """
        likelihood, prior, evidence = self.p_b_a_given.p, self.p_a_given.p, self.p_b_given.p
        if likelihood is None or prior is None or not evidence:
            return None
        return likelihood * prior / evidence
