"""The recipes of the VAEs: dynamically binarized digits or clothes, validated on fixed pictures.

Each picture of a batch comes with the noise that its codes are made of, so that a step is a function of the
recipe, its seed and its number; those that are validated on have the same noise each time, whatever the seed.
"""

from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Literal

import torch
from torch import Tensor, nn

from genplay.data import fashion
from genplay.models import vae
from genplay.models.vae import Vae
from genplay.train import clothes
from genplay.train.bounds import FASHION_SEED
from genplay.train.digits import Digits, drawn, generator
from genplay.train.recipe import Schedule

Name = Literal["vae", "vae_2d", "vae_fashion"]

EPOCH = 243  # steps over the 48,607 digits that are no source of a validation picture
SCHEDULE = Schedule(
    steps=800 * EPOCH,
    batch=200,
    lr=3e-3,
    warmup=500,
    weight_decay=0.0,
    ema=0.999,
    clip=100.0,
    validate_every=10 * EPOCH,
)
CONFIGS: dict[Name, vae.Config] = {
    "vae": vae.Config(latent=50),
    "vae_2d": vae.Config(latent=2),
    "vae_fashion": vae.Config(latent=16),
}
SCHEDULES: dict[Name, Schedule] = {
    "vae": SCHEDULE,
    "vae_2d": replace(SCHEDULE, steps=200 * EPOCH),
    "vae_fashion": replace(SCHEDULE, steps=200 * 250, validate_every=10 * 250),
}
SAMPLES: dict[Name, int] = {"vae": 1, "vae_2d": 1, "vae_fashion": 1}

PAPERS: dict[Name, str] = {
    "vae": "The paper's VAE of 50 latents has 86.76 nats on the test digits, by as many codes.",
    "vae_2d": "The papers have no figure for two latents.",
    "vae_fashion": "The papers have no figure for these pictures.",
}
FASHION_SPLIT = "train[:50000], binarized anew every epoch"
_LEAST = 1e-4  # ink of a pixel, at the start: no digit has any at most pixels near the border


@dataclass(frozen=True, slots=True, kw_only=True)
class VaeRecipe:
    """A VAE by the ELBO, or by L_K of several codes a picture (Burda et al. 2016).

    Args:
        name: Of the model.
        digits: What to learn from.
        config: The network's size.
        schedule: The numbers of the optimisation.
        samples: Codes K of each picture; 1 is the ELBO, its KL in closed form.
        seed: Of the initial weights, the order of the pictures, their pixels and their codes.
    """

    name: Name
    digits: Digits
    config: vae.Config
    schedule: Schedule
    samples: int = 1
    seed: int = 0

    def describe(self) -> dict[str, str | int | float]:
        """Return name, seed and all numbers."""
        said = {"name": self.name, "seed": self.seed, "samples": self.samples}
        return {**said, **asdict(self.config), **asdict(self.schedule)}

    def network(self) -> Vae:
        """Return a network that begins with the pixels' mean ink, whatever the code."""
        with torch.random.fork_rng(devices=[]):
            torch.manual_seed(self.seed)
            network = vae.build(self.config)
        with torch.no_grad():
            network.decoder.out.bias.copy_(torch.logit(self.digits.mean.clamp(_LEAST, 1 - _LEAST)))
        return network

    def objective(self, network: nn.Module) -> nn.Module:
        """Return the negative bound of a batch."""
        assert isinstance(network, Vae)
        return NegativeBound(network, self.samples)

    def batch(self, step: int) -> Tensor:
        """Return the pictures of a step and their noise, (B, D + K L) float."""
        x = self.digits.batch(self.schedule.batch, self.seed, step)
        return self._with_noise(x, generator(self.seed, 2, step))

    def validation(self) -> Tensor:
        """Return the validation pictures with the same noise each time, (M, D + K L) float."""
        return self._with_noise(torch.from_numpy(self.digits.valid).float(), generator(3))

    def _with_noise(self, x: Tensor, draw: torch.Generator) -> Tensor:
        eps = torch.randn(len(x), self.samples * self.config.latent, generator=draw)
        return torch.cat((x, eps), 1)


class NegativeBound(nn.Module):
    """An estimate of -ELBO, or of -L_K, of each picture in nats.

    Args:
        network: The VAE.
        samples: Codes K of each picture.
    """

    def __init__(self, network: Vae, samples: int) -> None:
        super().__init__()
        self.network = network
        self.samples = samples

    def forward(self, batch: Tensor) -> Tensor:
        """Return (B,) losses of pictures with their noise, (B, D + K L)."""
        config = self.network.config
        x, eps = batch.split((config.dims, self.samples * config.latent), 1)
        eps = eps.unflatten(1, (self.samples, config.latent)).transpose(0, 1)  # (K, B, L)
        if self.samples == 1:
            return -vae.elbo(self.network, x, eps)
        return -vae.bound(vae.log_weights(self.network, x, eps))


def recipe(name: Name, digits: Digits) -> VaeRecipe:
    """Return the recipe of one of the three."""
    return VaeRecipe(
        name=name,
        digits=digits,
        config=CONFIGS[name],
        schedule=SCHEDULES[name],
        samples=SAMPLES[name],
    )


def load_fashion(folder: Path | None = None) -> Digits:
    """Return Fashion-MNIST's training items, grey, and the last of them, binarized once, to validate on.

    Raises:
        UserError: The data set is missing.
    """
    items = clothes.flat(fashion.load("train", folder))
    return Digits(grey=items[: -clothes.KEPT], valid=drawn(items[-clothes.KEPT :], FASHION_SEED))
