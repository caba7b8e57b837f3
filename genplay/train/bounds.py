"""What a VAE is measured on: importance estimates, each an upper bound on -log p(x) in expectation.

The paper's figure takes 5,000 codes for each of 10,000 test digits (Burda et al. 2016, section 5), which is
many minutes of work. So the estimates of a block of pictures are kept as soon as they are known: a measuring
that was cut off goes on. A block's codes depend on its own place only, whatever other blocks there are.
"""

from functools import partial
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from genplay.data import fashion, mnist
from genplay.models import vae
from genplay.models.vae import Vae
from genplay.train.clothes import flat
from genplay.train.digits import drawn, generator
from genplay.train.kept import Scores, digest, remembered

BLOCK = 100  # pictures measured, and kept, at a time
SAMPLES = 5000  # codes of a figure's picture, as in the paper
FEW = 64  # codes of a validation picture
FASHION_SEED = 3  # of the pixels of the validation items of Fashion-MNIST, drawn once
TEST_SEED = 6  # of the pixels of the test pictures
ELBO_SEED = 7  # of the codes of the validation pictures that give their ELBO
TEST = f"mnist/test (dynamic, seed {TEST_SEED})"
FASHION_VALID = f"fashion-mnist/train[50000:] (validation; dynamic, seed {FASHION_SEED})"
FASHION_TEST = f"fashion-mnist/test (dynamic, seed {TEST_SEED})"


def importance(network: nn.Module, bits: NDArray[np.uint8], samples: int, kept: Path | None = None) -> Scores:
    """Return the importance estimate of log p of each picture in nats, (N,): on average at most log p.

    Args:
        network: A VAE.
        bits: Pictures, (N, D), 0 or 1.
        samples: Codes of each.
        kept: Folder in which the estimates of each block of pictures are kept; None keeps none.

    Raises:
        UserError: They cannot be kept.
    """
    assert isinstance(network, Vae)
    found = [np.zeros(0)]
    for start in range(0, len(bits), BLOCK):
        block = bits[start : start + BLOCK]
        name = digest(network, block, f"importance {samples} {start}")
        found.append(remembered(kept, name, partial(_importance, network, block, samples, start)))
    return np.concatenate(found)


@torch.inference_mode()
def _importance(network: Vae, block: NDArray[np.uint8], samples: int, start: int) -> Scores:
    draw = generator(samples, start)
    return vae.log_evidence(network, torch.from_numpy(block).float(), samples, draw).numpy()


@torch.inference_mode()
def elbos(network: nn.Module, bits: NDArray[np.uint8]) -> Scores:
    """Return the ELBO of each picture in nats, (N,), estimated by ``FEW`` codes of each; the same each time.

    Args:
        network: A VAE.
        bits: Pictures, (N, D), 0 or 1.
    """
    assert isinstance(network, Vae)
    found, draw = [np.zeros(0)], generator(ELBO_SEED)
    for block in torch.from_numpy(bits).split(BLOCK):
        eps = torch.randn(FEW, len(block), network.config.latent, generator=draw)
        found.append(vae.elbo(network, block.float(), eps).double().numpy())
    return np.concatenate(found)


def drawn_test(split: str, folder: Path | None = None) -> NDArray[np.uint8]:
    """Return the pictures, (10000, D), of ``TEST`` or ``FASHION_TEST``: the same ones each time.

    Raises:
        UserError: The data set is missing.
    """
    load = {TEST: mnist.load, FASHION_TEST: fashion.load}[split]
    return drawn(flat(load("test", folder)), TEST_SEED)
