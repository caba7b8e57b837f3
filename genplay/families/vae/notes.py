"""Sentences about what the numbers of the VAE tab mean where they may mislead."""

from genplay.families.base import QT_TRANSLATE_NOOP, Note
from genplay.families.vae.geometry import LIMIT, Gauss
from genplay.families.vae.results import Points, Sandwiched

_OPEN = 1.0  # nats of KL(q || p(z | x)) from which the gap is worth a sentence


def collapse_note(result: Points) -> Note | None:
    """Return what must be said about dimensions that tell nothing, or None. They are counted from 1."""
    inactive = result.inactive
    if not inactive or len(result.mu) < result.total:
        return None
    values = {
        "count": len(inactive),
        "total": len(result.kl),
        "names": ", ".join(str(dim + 1) for dim in inactive),
    }
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
