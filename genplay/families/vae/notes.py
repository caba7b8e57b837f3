"""Sentences about what the numbers of the VAE tab mean where they may mislead; latents are called z₁, z₂."""

from collections.abc import Iterable

from genplay.families.base import QT_TRANSLATE_NOOP, Note
from genplay.families.vae.geometry import LIMIT, Gauss
from genplay.families.vae.live import LiveStep
from genplay.families.vae.results import Points, Sandwiched

_OPEN = 1.0  # nats of KL(q || p(z | x)) from which the gap is worth a sentence
_LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


def names(latents: Iterable[int]) -> str:
    """Return the names of latents, counted from 0, each with its number lowered: "z₁, z₁₂"."""
    return ", ".join(f"z{latent + 1}".translate(_LOWERED) for latent in latents)


def collapse_note(result: Points) -> Note | None:
    """Return what must be said about dimensions that tell nothing, or None."""
    inactive = result.inactive
    if not inactive or len(result.mu) < result.total:
        return None
    values = {"count": len(inactive), "total": len(result.kl), "names": names(inactive)}
    if len(inactive) == 1:
        text = QT_TRANSLATE_NOOP(
            "notes",
            "1 of {total} dimensions is inactive, its posterior has collapsed to the prior: {names}. The "
            "decoder has learned to ignore it.",
        )
        return Note(text, values)
    text = QT_TRANSLATE_NOOP(
        "notes",
        "{count} of {total} dimensions are inactive, their posterior has collapsed to the prior: {names}. "
        "The decoder has learned to ignore them.",
    )
    return Note(text, values)


def gap_note(result: Sandwiched) -> Note | None:
    """Return what must be said about a q far from the posterior, or None."""
    if result.ledger.kl_posterior < _OPEN:
        return None
    text = QT_TRANSLATE_NOOP(
        "notes",
        "The ELBO is {gap:.2f} nats below log p(x): q is not the true posterior. Improve q, or drag it "
        "there.",
    )
    return Note(text, {"gap": result.ledger.kl_posterior})


def outside_note(q: Gauss) -> Note | None:
    """Return what must be said about an encoding beyond the sliders' ends, or None."""
    if max(abs(value) for value in q.mu) <= LIMIT:
        return None
    text = QT_TRANSLATE_NOOP(
        "notes",
        "The encoder puts this drawing beyond {limit:g}, where the prior has next to nothing: the sliders "
        "end there.",
    )
    return Note(text, {"limit": LIMIT})


def live_note(result: LiveStep) -> Note | None:
    """Return what must be said about a training, or None."""
    if result.stuck:
        text = QT_TRANSLATE_NOOP(
            "notes",
            "Step {step:,} cannot be taken: with a learning rate of {rate:g} the numbers have grown beyond "
            "all bounds. Step back and lower the learning rate.",
        )
        return Note(text, {"step": result.step + 1, "rate": result.plan.at(result.step).rate})
    if not result.inactive or not result.step:
        return None
    text = (
        QT_TRANSLATE_NOOP("notes", "{latents} has collapsed onto the prior, and the decoder does without it.")
        if len(result.inactive) == 1
        else QT_TRANSLATE_NOOP(
            "notes",
            "These latents have collapsed onto the prior, and the decoder does without them: {latents}.",
        )
    )
    return Note(text, {"latents": names(result.inactive)})
