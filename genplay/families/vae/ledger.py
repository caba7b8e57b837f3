"""The ledger of log p(x): its terms, and how they are rounded so that they add up on screen."""

from dataclasses import dataclass
from typing import NamedTuple

DECIMALS = 3
"""Of the terms of a ledger on screen."""


class Shown(NamedTuple):
    """The terms of a ledger as numbers of a few decimals, which add up."""

    reconstruction: float
    kl_prior: float
    elbo: float
    kl_posterior: float
    log_prob: float


@dataclass(frozen=True, slots=True)
class Ledger:
    """The terms of log p(x), in nats; each of the four is a sum of its own, or a closed form.

    The posterior is normalised by the log p(x) of this ledger, so the terms add up only if the two sums over
    codes of q agree; how right log p(x) itself is, ``error`` tells, and a test by importance sampling.

    Attributes:
        reconstruction: E_q[log p(x | z)], summed around q.
        kl_prior: KL(q || p(z)), in closed form.
        kl_posterior: KL(q || p(z | x)), summed around q at other codes.
        log_prob: log p(x), integrated over the plane.
        error: How wrong any of them may be: by how much log p(x) changed when its squares were cut last, and
            the first expectation differs where the codes of the other are taken.
    """

    reconstruction: float
    kl_prior: float
    kl_posterior: float
    log_prob: float
    error: float

    @property
    def elbo(self) -> float:
        """Reconstruction less KL(q || p(z))."""
        return self.reconstruction - self.kl_prior

    @property
    def residual(self) -> float:
        """By how much log p(x) differs from ELBO + KL(q || p(z | x)): one sum over q against the other."""
        return self.log_prob - (self.elbo + self.kl_posterior)

    def shown(self, decimals: int = DECIMALS) -> Shown:
        """Return the terms rounded so that those on screen add up wherever the measured ones do.

        ELBO is the difference of the rounded terms. KL(q || p(z | x)) gives way by one unit of the last
        decimal where the roundings do not add up, and by no more: a residual that is larger stays seen.
        """
        unit = 10.0**-decimals
        parts = [round(v / unit) for v in (self.reconstruction, self.kl_prior, self.kl_posterior)]
        whole = round(self.log_prob / unit)
        elbo = parts[0] - parts[1]
        parts[2] += max(-1, min(1, whole - elbo - parts[2]))
        values = (parts[0], parts[1], elbo, parts[2], whole)
        return Shown(*(round(value * unit, decimals) for value in values))
