"""The formula strip of the page of a trained VAE, and which values stand below its terms."""

import math

import numpy as np
from numpy.typing import NDArray

from genplay.families.vae import Decoded, Gauss, VaeState
from genplay.ui import text
from genplay.ui.tabs.vae import words
from genplay.ui.tabs.vae.scene import Scene
from genplay.ui.widgets.formula import Term
from genplay.ui.widgets.latent_name import latent

Layout = tuple[tuple[Term, ...], ...]
_NATS, _VECTOR, _ONE = "−0000.000", "(−0.00, −0.00)", "z₁₀ = −0.00"
_SIGMA = 3  # decimals
_KL = (
    Term(formula="vae_kl_j", key="kl_j", token="orange", widest="z₁₀: 00.000"),
    Term(formula="equals_half"),
    Term(formula="mu_squared", key="mu_squared", widest="00.0000"),
    Term(formula="plus"),
    Term(formula="sigma_squared", key="sigma_squared", widest="0.0000"),
    Term(formula="minus_1_minus"),
    Term(formula="log_sigma_squared", key="log_sigma_squared", widest="−00.0000"),
    Term(formula="close"),
)
_FINE = 4  # decimals of what is halved and added up to three
_TERMS = ("log_p", "reconstruction", "kl_prior", "kl_posterior", "elbo")


def layout(state: VaeState) -> Layout:
    """Return the terms of the page's formula: log p(x) in parts, the ELBO, and where the code comes from.

    Above the dimensions one by one, the KL of the most informative one in closed form is in the code's place.
    """
    return (
        (
            Term(formula="log_p", key="log_p", widest=_NATS),
            Term(formula="equals"),
            Term(formula="vae_reconstruction", key="reconstruction", token="blue", widest=_NATS),
            Term(formula="minus"),
            Term(formula="vae_kl_prior", key="kl_prior", token="orange", widest="000.000"),
            Term(formula="plus"),
            Term(formula="vae_kl_posterior", key="kl_posterior", token="accent", widest="000.000"),
        ),
        (Term(formula="vae_elbo", key="elbo", widest=_NATS),),
        _KL if state.lower == "dimensions" else _sampled(two=state.dims == 2),
    )


def _sampled(*, two: bool) -> tuple[Term, ...]:
    part = _VECTOR if two else "−0.00"
    return (
        Term(formula="z", key="z", token="accent", widest=_VECTOR if two else _ONE),
        Term(formula="equals"),
        Term(formula="mu", key="mu", widest=part),
        Term(formula="plus"),
        Term(formula="sigma", key="sigma", widest="(0.000, 0.000)" if two else "0.000"),
        Term(formula="odot"),
        Term(formula="epsilon", key="eps", token="accent", widest=part),
    )


def values(scene: Scene) -> dict[str, str]:
    """Return the values below the terms; dashes of what is awaited or cannot be known."""
    return _bound(scene) | (_divergence(scene) if scene.state.lower == "dimensions" else _code(scene))


def told(scene: Scene) -> int:
    """Return which one of many dimensions the strip tells of: the most informative."""
    points = words.present(scene, "cloud", scene.points)
    encoded = words.present(scene, "encode", scene.encoded)
    if points is not None and len(points.mu) == points.total:
        return points.order[0]
    return int(np.argmax(encoded.kl)) if encoded is not None else 0


def _bound(scene: Scene) -> dict[str, str]:
    dashes: dict[str, str] = dict.fromkeys(_TERMS, words.UNKNOWN)
    if scene.state.dims == 2:
        sandwiched = words.present(scene, "sandwich", scene.sandwiched)
        if sandwiched is None:
            return dashes
        recon, prior, elbo, gap, whole = (words.nats(value) for value in words.shown(sandwiched.ledger))
        return {"log_p": whole, "reconstruction": recon, "kl_prior": prior, "kl_posterior": gap, "elbo": elbo}
    estimated, bounds = (
        words.present(scene, "sandwich", scene.estimated),
        words.present(scene, "bound", scene.bounds),
    )
    said = dashes | {"log_p": words.at_least(bounds.log_prob if bounds is not None else None)}
    if estimated is None:
        return said
    parts = (words.nats(value, words.COARSE) for value in words.estimated(estimated))
    return said | dict(zip(("reconstruction", "kl_prior", "elbo"), parts, strict=True))


def _code(scene: Scene) -> dict[str, str]:
    own = words.present(scene, "decode", scene.decoded)
    decoded = words.present(scene, "point", scene.pointed) or own
    q = own.q if own is not None and own.q is not None else _q(scene)  # a blend has its own
    z = _z(scene, decoded)
    mu, sigma = (None, None) if q is None else (np.array(q.mu), np.array(q.sigma))
    eps = None if z is None or q is None else _eps(decoded, z, q)
    said = {"z": z, "mu": mu, "sigma": sigma, "eps": eps}
    return {key: _written(scene, key, value) for key, value in said.items()}


def _divergence(scene: Scene) -> dict[str, str]:
    q = _q(scene)
    if q is None:
        return dict.fromkeys(("kl_j", "mu_squared", "sigma_squared", "log_sigma_squared"), words.UNKNOWN)
    dimension = told(scene)
    mu, variance = q.mu[dimension] ** 2, q.sigma[dimension] ** 2
    kl = 0.5 * (mu + variance - 1 - math.log(variance))
    return {
        "kl_j": f"{latent(dimension)}: {text.number(kl, 3)}",
        "mu_squared": text.number(mu, _FINE),
        "sigma_squared": text.number(variance, _FINE),
        "log_sigma_squared": text.number(math.log(variance), _FINE),
    }


def _q(scene: Scene) -> Gauss | None:
    """Return q as it is now; None while the encoder's, or the one on its way up, is late."""
    if scene.state.step is not None:
        return scene.q if words.present(scene, "improve", scene.climb) is not None else None
    if scene.state.q is not None or words.present(scene, "encode", scene.encoded) is not None:
        return scene.q
    return None


def _z(scene: Scene, decoded: Decoded | None) -> NDArray[np.float64] | None:
    if decoded is not None:
        return decoded.z
    return np.array(scene.state.code) if scene.state.code is not None else None


def _eps(decoded: Decoded | None, z: NDArray[np.float64], q: Gauss) -> NDArray[np.float64]:
    """Return the noise that makes the code; of one set by hand, that which would have made it."""
    if decoded is not None and decoded.eps is not None:
        return decoded.eps
    return (z - np.array(q.mu)) / np.array(q.sigma)


def _written(scene: Scene, key: str, value: NDArray[np.float64] | None) -> str:
    if value is None:
        return words.UNKNOWN
    decimals = _SIGMA if key == "sigma" else 2
    if scene.state.dims == 2:
        return words.vector(tuple(value.tolist()), decimals)
    dimension = told(scene)
    written = text.number(float(value[dimension]), decimals)
    return words.one_of(dimension, written) if key == "z" else written
