"""The formula strip of the loss, and which values stand below its terms."""

from genplay.ui import text
from genplay.ui.tabs.vae.train import words
from genplay.ui.tabs.vae.train.scene import Scene
from genplay.ui.translation import translate
from genplay.ui.widgets.formula import Term

_NATS = "0,000.00"

LAYOUT: tuple[tuple[Term, ...], ...] = (
    (
        Term(formula="live_loss", key="total", widest=_NATS),
        Term(formula="equals"),
        Term(formula="live_reconstruction", key="reconstruction", token="blue", widest=_NATS),
        Term(formula="plus"),
        Term(formula="live_beta", key="beta", token="accent", widest="0.00"),
        Term(formula="live_kl", key="kl", token="orange", widest=_NATS),
    ),
)
"""L = reconstruction + beta KL."""


def values(scene: Scene) -> dict[str, str]:
    """Return the values below the terms; before the first step there is only beta."""
    said = {"beta": words.setting(scene.hyper.beta)}
    if (paid := words.paid(scene)) is not None:
        parts = {"total": paid.total, "reconstruction": paid.reconstruction, "kl": paid.kl}
        said |= {key: text.nats(value) for key, value in parts.items()}
    return said


def remark(scene: Scene) -> str:
    """Return what beta makes of the loss."""
    beta = scene.hyper.beta
    if beta == 0:
        return translate(
            "vae", "β = 0: the code costs nothing. This is an autoencoder, and −L bounds nothing."
        )
    if beta < 1:
        return translate("vae", "β below 1: the code costs less than it carries. −L is no bound on log p(x).")
    if beta > 1:
        return translate("vae", "β above 1: the code costs more than it carries. −L lies below the ELBO.")
    return translate("vae", "β = 1: −L is the ELBO, a lower bound on log p(x).")
