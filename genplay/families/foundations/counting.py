"""How many numbers a model of n binary pixels needs, as exact whole numbers however large.

The full table of n pixels has a probability for each of 2^n pictures, and they sum to 1, which leaves
2^n - 1 free. Independence leaves n. AR-N keeps, for each pixel, one number for each value of the pixels that
it sees: the N before it, or all that there are near the beginning::

    sum_{i=0}^{n-1} 2^min(i, N) = 2^N - 1 + (n - N) 2^N     for n >= N

Markov is AR-1, 2n - 1, and AR-(n-1) is the full table again.
"""

import math

from genplay.families.foundations.models import Name

MOST = 784
"""Pixels up to which is counted: MNIST's."""
ATOMS = 10**80
"""Atoms in the observable universe, roughly."""
TRAINING = 60_000
"""Training pictures of MNIST."""
RGB_PIXEL = 256**3 - 1
"""Free numbers of the table of one pixel of three colours with 256 levels each."""


def states(n: int) -> int:
    """Return how many pictures of ``n`` binary pixels there are."""
    return 1 << n


def full_table(n: int) -> int:
    """Return how many free numbers the table of all pictures has."""
    return (1 << n) - 1


def autoregressive(n: int, reach: int) -> int:
    """Return how many free numbers AR-N has; ``reach`` is N, 0 or more."""
    near = min(n, reach)
    return (1 << near) - 1 + ((n - near) << reach)


def markov(n: int) -> int:
    """Return how many free numbers a Markov chain has whose steps each have a table of their own."""
    return autoregressive(n, 1)


def independent(n: int) -> int:
    """Return how many free numbers independent pixels have."""
    return n


def parameters(model: Name, n: int, reach: int) -> int:
    """Return how many free numbers one of the four models has."""
    match model:
        case "table":
            return full_table(n)
        case "arn":
            return autoregressive(n, reach)
        case "markov":
            return markov(n)
        case "independent":
            return independent(n)


def log10(value: int) -> float:
    """Return the common logarithm of a whole number of any size, 1 or more."""
    return math.log10(value)  # exact to float64: Python does not go through a float, which ends at 10^308
