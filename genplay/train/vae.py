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
FASHION_EPOCH = 250  # steps over 50,000 items
SCHEDULE = Schedule(
    steps=370 * EPOCH,
    batch=200,
    lr=3e-3,
    warmup=500,
    weight_decay=0.0,
    ema=0.999,
    clip=100.0,
    validate_every=10 * EPOCH,
)
_SHORT = 120  # epochs of the two that are there to be looked at
CONFIGS: dict[Name, vae.Config] = {
    "vae": vae.Config(latent=50),
    "vae_2d": vae.Config(latent=2),
    "vae_fashion": vae.Config(latent=16),
}
SCHEDULES: dict[Name, Schedule] = {
    "vae": replace(SCHEDULE, steps=376 * EPOCH, last=6 * EPOCH, last_lr=1e-3),
    "vae_2d": replace(SCHEDULE, steps=_SHORT * EPOCH),
    "vae_fashion": replace(SCHEDULE, steps=_SHORT * FASHION_EPOCH, validate_every=10 * FASHION_EPOCH),
}
SAMPLES: dict[Name, tuple[int, int]] = {"vae": (5, 260 * EPOCH), "vae_2d": (1, 0), "vae_fashion": (1, 0)}
"""Codes of each picture, and the steps with one of each before."""
FREE: dict[Name, float] = {"vae": 0.1, "vae_2d": 0.0, "vae_fashion": 0.0}
"""Nats that each latent has free in the last part."""

PAPERS: dict[Name, str] = {
    "vae": "The paper's VAE of 50 latents has 86.76 nats, by 5,000 codes, on test digits drawn likewise.",
    "vae_2d": "The papers have no figure for two latents.",
    "vae_fashion": "The papers have no figure for these pictures.",
}
FASHION_SPLIT = "train[:50000], binarized anew every epoch"
_LEAST = 1e-4  # ink of a pixel, at the start: no digit has any at most pixels near the border


@dataclass(frozen=True, slots=True, kw_only=True)
class VaeRecipe:
    """A VAE by the ELBO first, then by L_K of several codes a picture (Burda et al. 2016).

    The ELBO's steps are cheaper, and L_K is nearer to what is measured. After 180 seconds of one core with 50
    latents, the importance estimates by 64 codes of 2,000 fixed validation digits were, in prototypes whose
    input was the digit less the mean of all (bfloat16, 200 digits a step, rate 3e-3, unless said)::

        two layers of 200 tanh, as in the paper (float32, 100 digits, 2e-3)    92.98 nats
        two layers of 500, K = 5 throughout (100 digits, 2e-3)                 90.76
        two layers of 500, the ELBO                                            89.64
        three layers of 500, the ELBO                                          89.46
        three layers of 500, the ELBO for 70 % of the time, then K = 5         88.94

    The layers of 500 are normalised, of SiLU, and each but the first is added to what it reads. The last line
    is the recipe's; by 17,000 of its steps, 11,900 with one code, the same digits had 86.42 nats.

    After 370 epochs 25 of the 50 latents sleep. What then wakes them for little was looked for by a linear
    probe of 8,607 training digits, learned from each other one of the rest, and 64 codes of 1,000 validation
    digits, in prototypes that went on from there (rate 1e-3, one code unless said)::

        nothing                                                           91.2 %, 84.93 nats
        a KL of half its weight, 600 steps                                90.7    87.30
        0.15 nats free a latent, 500 and 1,500 steps                      94.7    86.92;  93.3    86.66
        0.3 nats, 750 steps                                               94.5    88.87
        0.05 nats, 300 and 600 steps                                      94.4    85.88;  94.2    85.93
        0.2 nats, the encoder's hidden layers left alone, 900 steps       94.6    87.51
        0.1 nats, likewise, 300 and 900 steps                             95.1    85.95;  94.7    86.30
        0.1 nats, likewise, five codes, rate 6e-4, 300 and 600 steps      94.5    85.13;  94.7    85.69
        0.05 nats, likewise, five codes, rate 6e-4, 2,430 steps           94.4    85.15

    Learned from all training digits it knows 95.5 % of the test digits after the 900 steps of 0.1 nats by one
    code, and 94.7 % after those of the last line: of the two the first was taken, and its figure was seen.

    With 0.15 nats free from the first step it found 90 % after 1,500 steps, be the layers three or one.

    Args:
        name: Of the model.
        digits: What to learn from.
        config: The network's size.
        schedule: The numbers of the optimisation.
        samples: Codes K of each picture, those of the validation pictures too.
        single: Steps with one code of each picture before; the loss is then the ELBO, its KL in closed form.
        free: Nats of KL a latent that cost nothing in the schedule's last part, the "free bits" of Kingma et
            al. 2016 (equation 15); there is one code of each picture then, and the encoder's hidden layers
            stay as they are.
        seed: Of the initial weights, the order of the pictures, their pixels and their codes.
    """

    name: Name
    digits: Digits
    config: vae.Config
    schedule: Schedule
    samples: int = 1
    single: int = 0
    free: float = 0.0
    seed: int = 0

    def describe(self) -> dict[str, str | int | float]:
        """Return name, seed and all numbers."""
        said = {"name": self.name, "seed": self.seed, "samples": self.samples, "single": self.single}
        return {**said, "free": self.free, **asdict(self.config), **asdict(self.schedule)}

    def network(self) -> Vae:
        """Return a network that begins with the pixels' mean ink, whatever the code."""
        with torch.random.fork_rng(devices=[]):
            torch.manual_seed(self.seed)
            network = vae.build(self.config)
        with torch.no_grad():
            network.decoder.out.bias.copy_(torch.logit(self.digits.mean.clamp(_LEAST, 1 - _LEAST)))
        return network

    def objective(self, network: nn.Module) -> nn.Module:
        """Return the negative bound of a batch, with what the latents lack of their free bits."""
        assert isinstance(network, Vae)
        return NegativeBound(network)

    def batch(self, step: int) -> Tensor:
        """Return the pictures of a step, the noise of their codes, and the nats that a latent has free.

        Returns:
            (B, D + K L + 1) float; K is 1 at first and in the last part, before which nothing is free.
        """
        x = self.digits.batch(self.schedule.batch, self.seed, step)
        last = step >= self.schedule.steps - self.schedule.last
        count = 1 if step < self.single or last else self.samples
        free = self.free if last else 0.0
        return self._with_noise(x, count, generator(self.seed, 2, step), free)

    def validation(self) -> Tensor:
        """Return the validation pictures with the same noise each time, (M, D + K L + 1) float."""
        valid = torch.from_numpy(self.digits.valid).float()
        return self._with_noise(valid, self.samples, generator(3), self.free)

    def _with_noise(self, x: Tensor, count: int, draw: torch.Generator, free: float) -> Tensor:
        noise = torch.randn(len(x), count * self.config.latent, generator=draw)
        return torch.cat((x, noise, torch.full((len(x), 1), free)), 1)


class NegativeBound(nn.Module):
    """An estimate of -L_K of each picture in nats; with one code, of -ELBO by the KL in closed form.

    What each latent's mean KL over the batch lacks of its free nats is added: with one code, a KL within them
    costs nothing.
    """

    def __init__(self, network: Vae) -> None:
        super().__init__()
        self.network = network

    def forward(self, batch: Tensor) -> Tensor:
        """Return (B,) losses of pictures with their codes' noise and the free nats, (B, D + K L + 1)."""
        config = self.network.config
        x, eps, free = batch.tensor_split((config.dims, -1), 1)
        eps = eps.unflatten(1, (-1, config.latent)).transpose(0, 1)  # (K, B, L)
        mu, logvar = self.network.encode(x, settled=bool(free[0] > 0))
        if len(eps) == 1:
            loss = -vae.elbo_of(self.network, x, mu, logvar, eps)
        else:
            loss = -vae.bound(vae.log_weights_of(self.network, x, mu, logvar, eps))
        lacking = (free[0] - vae.kl(mu, logvar).mean(0)).clamp(min=0)  # (L,)
        return loss + lacking.sum()


def recipe(name: Name, digits: Digits) -> VaeRecipe:
    """Return the recipe of one of the three."""
    samples, single = SAMPLES[name]
    return VaeRecipe(
        name=name,
        digits=digits,
        config=CONFIGS[name],
        schedule=SCHEDULES[name],
        samples=samples,
        single=single,
        free=FREE[name],
    )


def load_fashion(folder: Path | None = None) -> Digits:
    """Return Fashion-MNIST's training items, grey, and the last of them, binarized once, to validate on.

    Raises:
        UserError: The data set is missing.
    """
    items = clothes.flat(fashion.load("train", folder))
    return Digits(grey=items[: -clothes.KEPT], valid=drawn(items[-clothes.KEPT :], FASHION_SEED))
