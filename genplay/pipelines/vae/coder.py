"""A VAE ready for single pictures: codes and pictures as arrays, and what is remembered between questions."""

from collections import OrderedDict
from collections.abc import Generator
from typing import cast

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from genplay.errors import UserError
from genplay.families.base import Bits, Drawing, Loaded
from genplay.families.vae import LIMIT, Climb, Code, Gauss, Working
from genplay.families.vae.geometry import Floats, check_code
from genplay.models import BOUNDED, sandwich
from genplay.models.nade import log_bernoulli
from genplay.models.quadrature import Integral, Lattice, LogLikelihood
from genplay.models.sandwich import Climber, Foothold, Nodes
from genplay.models.vae import Vae
from genplay.pipelines.vae.tables import Encodings, LatticeTable

HERMITE = ((0.15, 8), (0.5, 12), (np.inf, 16))
"""Nodes by which a climb of two latents goes, in a latent whose sigma is at most so large at the start: under
a wider q the likelihood has more to it. Under the widest they see too little of it, and the ledger tells."""
ROUGH = Lattice(cells=64)
"""By which a first answer is found while the usual lattice is decoded, which has four times the codes."""
NOISE = 128  # codes that any other climb goes by
_PATHS, _INTEGRALS = 4, 4  # climbs, and drawings' integrals, that are remembered


class Path:
    """The climb of one q of one drawing, as far as anyone asked for it.

    Args:
        climber: Who climbs.
        first: Where it begins.
    """

    def __init__(self, climber: Climber, first: Foothold) -> None:
        self.footholds = [first]
        self.ended = False
        self._climber = climber

    def go_on(self) -> None:
        """Take a step, unless none leads higher."""
        last = self.footholds[-1]
        if self.ended:
            return
        following = self._climber.step(last)
        self.ended = following is last
        if not self.ended:
            self.footholds.append(following)


class Coder:
    """A VAE as this pipeline uses it.

    Args:
        name: Model name.
        loaded: The checkpoint.

    Raises:
        UserError: The model is no VAE.
    """

    def __init__(self, name: str, loaded: Loaded) -> None:
        if loaded.architecture not in BOUNDED:
            raise UserError("{model} has no latents.", model=name)
        self.name = name
        self.network = cast(Vae, loaded.network).requires_grad_(requires_grad=False)
        self.calibration = loaded.calibration
        self.dims, self.latent = self.network.config.dims, self.network.config.latent
        self.lattice = LatticeTable(self.network.decode)
        self.rough = LatticeTable(self.network.decode, ROUGH)
        self.encodings = Encodings(self.network, "clothes" if name == "vae_fashion" else "digits")
        self._paths: OrderedDict[tuple[Drawing, Gauss | None], Path] = OrderedDict()
        self._integrals: OrderedDict[Drawing, Integral] = OrderedDict()

    def check(self, drawing: Drawing) -> None:
        """Refuse a drawing of another size.

        Raises:
            UserError: It is one.
        """
        if drawing.height * drawing.width != self.dims:
            raise UserError(
                "{model} reads pictures of {dims} pixels; this one has {height} x {width}.",
                model=self.name,
                dims=self.dims,
                height=drawing.height,
                width=drawing.width,
            )

    def code(self, z: Code) -> Floats:
        """Return a code as an array, (L,).

        Raises:
            UserError: It is no point of this model's space.
        """
        try:
            check_code(z, self.latent)
        except ValueError as error:
            sentence = "A code of {model} has {latent} numbers from −{limit:g} to {limit:g}."
            raise UserError(sentence, model=self.name, latent=self.latent, limit=LIMIT) from error
        return np.array(z, np.float64)

    def encode(self, drawing: Drawing) -> Gauss:
        """Return q(z | x) of a drawing.

        Raises:
            UserError: Its size is another one, or the encoder gives no normal.
        """
        self.check(drawing)
        mu, logvar = self.network.encode(torch.tensor(drawing.flat(), dtype=torch.float32)[None])
        sigma = (0.5 * logvar.double()).exp()
        try:
            return Gauss(tuple(map(float, mu[0])), tuple(map(float, sigma[0])))
        except ValueError as error:
            sentence = "The encoder of {model} makes no normal of this drawing."
            raise UserError(sentence, model=self.name) from error

    def given(self, drawing: Drawing, q: Gauss | None) -> Gauss:
        """Return q, or the encoder's where it is None.

        Raises:
            UserError: One of the two has another size than the model.
        """
        self.check(drawing)
        if q is None:
            return self.encode(drawing)
        if len(q.mu) != self.latent:
            sentence = "{model} has {latent} latents; this q has {given}."
            raise UserError(sentence, model=self.name, latent=self.latent, given=len(q.mu))
        return q

    def decode(self, z: Floats) -> NDArray[np.float32]:
        """Return p(x_i = 1 | z), (..., D), of codes (..., L)."""
        return torch.sigmoid(self.network.decode(torch.tensor(z, dtype=torch.float32))).numpy()

    def likelihood(self, drawing: Drawing) -> LogLikelihood:
        """Return log p(x | z) of a drawing as a function of codes, (N, L) of any float; differentiable."""
        with torch.inference_mode(mode=False):  # what is made there cannot be differentiated by
            x = torch.tensor(drawing.flat(), dtype=torch.float32)

        def log_likelihood(z: Tensor) -> Tensor:
            return log_bernoulli(self.network.decode(z.float()), x).sum(-1, dtype=torch.float64)

        return log_likelihood

    def climb(self, drawing: Drawing, q: Gauss | None) -> Path:
        """Return the climb of a q, None the encoder's: the same one while it is remembered."""
        key = drawing, q
        if key not in self._paths:
            start = self.given(drawing, q)
            with torch.inference_mode(mode=False):  # what is made there cannot be differentiated by
                climber = Climber(self.likelihood(drawing), _nodes(start))
                self._paths[key] = Path(climber, climber.start(*tensors(start)))
        self._paths.move_to_end(key)
        while len(self._paths) > _PATHS:
            self._paths.popitem(last=False)
        return self._paths[key]

    def integral(self, drawing: Drawing) -> Integral | None:
        """Return the posterior of a drawing as it was found last, whatever q was then; None if it was not."""
        return self._integrals.get(drawing)

    def keep(self, drawing: Drawing, found: Integral) -> None:
        """Remember the posterior of a drawing: q is dragged over it."""
        self._integrals[drawing] = found
        self._integrals.move_to_end(drawing)
        while len(self._integrals) > _INTEGRALS:
            self._integrals.popitem(last=False)

    def q(
        self, drawing: Drawing, q: Gauss | None, step: int, learned: float = 1.0
    ) -> Generator[Working, None, Gauss]:
        """Yield while q, None the encoder's, is improved by so many steps, and return it.

        Args:
            drawing: x.
            q: Where to begin; None is the encoder's.
            step: How many steps.
            learned: How far what they lead to has come from the prior, 0 to 1.
        """
        if not step:
            return self.given(drawing, q).from_prior(learned)
        path = self.climb(drawing, q)
        while len(path.footholds) <= step and not path.ended:
            path.go_on()
            yield Working(len(path.footholds) / (step + 1))
        return self.climbed(drawing, path, step, step).q(step).from_prior(learned)

    def climbed(self, drawing: Drawing, path: Path, step: int, steps: int) -> Climb:
        """Return a climb of so many ``steps`` up to one of them, or to where it has come."""
        footholds = path.footholds[: step + 1]
        return Climb(
            model=self.name,
            drawing=drawing,
            mu=torch.stack([at.mu for at in footholds]).numpy(),
            sigma=torch.stack([(0.5 * at.logvar).exp() for at in footholds]).numpy(),
            elbos=np.array([at.elbo for at in footholds]),
            steps=steps,
            ended=path.ended and len(footholds) == len(path.footholds),
        )


def _nodes(q: Gauss) -> Nodes:
    """Return what a climb from q goes by."""
    if len(q.sigma) != 2:
        return sandwich.noise(NOISE, len(q.sigma), 0)
    first, second = (next(count for most, count in HERMITE if sigma <= most) for sigma in q.sigma)
    return sandwich.hermite((first, second))


def tensors(q: Gauss) -> tuple[Tensor, Tensor]:
    """Return mu and log sigma^2 of a normal, (L,) float64 each."""
    mu, sigma = (torch.tensor(part, dtype=torch.float64) for part in (q.mu, q.sigma))
    return mu, 2 * sigma.log()


def drawn(mean: NDArray[np.float32], seed: int) -> Bits:
    """Return ink with these probabilities, of any shape; a seed gives each pixel the same threshold."""
    uniforms = torch.rand(mean.shape, generator=torch.Generator().manual_seed(seed))
    return (uniforms.numpy() < mean).astype(np.uint8)


def standard(shape: tuple[int, ...], seed: int) -> Floats:
    """Return standard normal noise."""
    return torch.randn(shape, generator=torch.Generator().manual_seed(seed), dtype=torch.float64).numpy()
