"""What the page says: numbers in words, and which latents the plane shows."""

from dataclasses import dataclass

import numpy as np

from genplay.families.vae.live import LiveStep
from genplay.families.vae.notes import live_note
from genplay.ui import text
from genplay.ui.tabs.vae.train.scene import Scene
from genplay.ui.translation import sentence, translate
from genplay.ui.widgets.latent_name import latent

UNKNOWN = "–"
_CONTEXT = "vae"
_DECIMALS = 2  # of nats on screen
_RECENT = 25  # steps: fewer jump with the minibatch, more lag behind


@dataclass(frozen=True, slots=True)
class Paid:
    """What the latest steps paid on average, in nats.

    Attributes:
        reconstruction: -log p(x | z).
        kl: KL(q || p).
        beta: The weight of the KL now.
        steps: How many steps the means are over.
    """

    reconstruction: float
    kl: float
    beta: float
    steps: int

    @property
    def weighted(self) -> float:
        """The second term of the loss."""
        return self.beta * self.kl

    @property
    def total(self) -> float:
        """The loss with the beta of now, of the terms as they are shown: those on screen add up."""
        return round(self.reconstruction, _DECIMALS) + round(self.weighted, _DECIMALS)


def paid(scene: Scene) -> Paid | None:
    """Return what the latest steps paid, or None before the first one and while another is awaited."""
    result = scene.current
    if result is None or not len(result.losses.steps):
        return None
    ends = result.losses.steps
    first = min(int(np.searchsorted(ends, ends[-1] - _RECENT, side="right")), len(ends) - 1)
    sizes = np.diff(ends, prepend=0)[first:]
    means = (np.average(curve[first:], weights=sizes) for curve in _terms(result))
    reconstruction, kl = (float(mean) for mean in means)
    return Paid(reconstruction, kl, scene.hyper.beta, int(sizes.sum()))


def _terms(result: LiveStep) -> tuple[np.ndarray, np.ndarray]:
    return result.losses.reconstruction, result.losses.kl


def setting(value: float) -> str:
    """Return a number that was set, as short as it is."""
    return f"{value:,g}"


def axes(result: LiveStep) -> tuple[int, ...]:
    """Return the latents that the plane shows: the one, or the two with the most KL, ascending."""
    most = np.argsort(-result.kl, kind="stable")[:2]
    return tuple(sorted(int(place) for place in most))


def plane(result: LiveStep | None) -> str:
    """Return which of many latents the plane shows, or ""."""
    if result is None or len(result.kl) <= 2:
        return ""
    first, second = axes(result)
    said = translate(_CONTEXT, "{first}, {second}: most KL of {count}")
    return said.format(first=latent(first), second=latent(second), count=len(result.kl))


def sheet(result: LiveStep | None) -> str:
    """Return which codes are decoded to the pictures."""
    if result is None:
        return ""
    match len(result.kl):
        case 1:
            return translate(_CONTEXT, "Decoded along {z}, row by row").format(z=latent(0))
        case 2:
            said = translate(_CONTEXT, "Decoded: {first} to the right, {second} up")
            return said.format(first=latent(0), second=latent(1))
        case _:
            return translate(_CONTEXT, "Decoded from draws of the prior")


def inactive(result: LiveStep | None) -> str:
    """Return how many latents are used, in a few words."""
    if result is None:
        return ""
    said = translate(_CONTEXT, "{active} of {count} active")
    return said.format(active=len(result.kl) - len(result.inactive), count=len(result.kl))


def note(result: LiveStep | None) -> str:
    """Return what must be said about the training, or ""."""
    said = live_note(result) if result is not None else None
    return sentence(said) if said is not None else ""


def pace(result: LiveStep | None) -> str:
    """Return how long a step takes, or "" before the first one."""
    if result is None or not result.milliseconds:
        return ""
    few = result.milliseconds < 100
    return translate(_CONTEXT, "{ms} ms a step").format(ms=text.number(result.milliseconds, int(few)))


def means(count: int) -> str:
    """Return what the numbers are averages of."""
    return translate(_CONTEXT, "nats, mean of {count} steps").format(count=text.count(count))
