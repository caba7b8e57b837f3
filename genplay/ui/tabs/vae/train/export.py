"""The losses as rows, for CSV."""

from collections.abc import Iterator

from genplay.families.vae.live import LiveStep

Row = tuple[object, ...]


def losses(result: LiveStep) -> Iterator[Row]:
    """Yield what the steps paid, in nats; first the names of the columns.

    A row is the mean over the steps up to ``step`` from the row before; with few steps, each has its own.
    """
    yield ("step", "beta", "rate", "reconstruction", "kl", "total")
    paid = result.losses
    rows = zip(paid.steps, paid.reconstruction, paid.kl, paid.total, strict=True)
    for step, *values in rows:
        hyper = result.plan.at(int(step) - 1)  # step n leads from n steps taken to n + 1
        yield (
            int(step),
            f"{hyper.beta:.17g}",
            f"{hyper.rate:.17g}",
            *(f"{float(value):.9g}" for value in values),
        )


def latents(result: LiveStep) -> Iterator[Row]:
    """Yield the KL of each latent in nats, and whether it is active; first the names of the columns."""
    yield ("latent", "kl", "active")
    for place, kl in enumerate(result.kl):
        yield (place + 1, f"{float(kl):.9g}", int(place not in result.inactive))
