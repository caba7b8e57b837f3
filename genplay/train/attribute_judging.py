"""A judge that tells the attributes of edited pictures: trained on real ones, apart from the StarGAN.

It is the same each time for the same pictures; its weights and its accuracy go with the checkpoint.
"""

from collections.abc import Mapping

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from genplay.models import attributes
from genplay.models.attributes import AttributeJudge
from genplay.pipelines.stargan.editor import scaled
from genplay.train.digits import generator

TURNS, BATCH, RATE = 1_000, 64, 2e-3  # two to three minutes of a core
_NOISE = 0.08  # most that the pictures it learns from are blurred by: an edited one has levels of its own
_ROWS = 250  # pictures read at a time


def trained(
    config: attributes.Config, images: NDArray[np.uint8], held: NDArray[np.uint8], seed: int = 0
) -> AttributeJudge:
    """Return a judge of such pictures.

    Args:
        config: The attributes.
        images: Real pictures, (N, 64, 64, 3).
        held: Their attributes, (N, K) of 0 and 1.
        seed: Of its initial weights, the order of the pictures and their noise.
    """
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        network = attributes.build(config)
    network = network.to(memory_format=torch.channels_last)  # pyright: ignore[reportCallIssue]
    optimizer = torch.optim.Adam(network.parameters(), RATE, fused=True)
    with torch.inference_mode(False), torch.enable_grad():
        for turn in range(TURNS):
            draw = generator(seed, turn)
            chosen = torch.randint(len(images), (BATCH,), generator=draw).numpy()
            x = scaled(images[chosen])
            deviation = _NOISE * torch.rand(BATCH, 1, 1, 1, generator=draw)
            told = network(x + deviation * torch.randn(x.shape, generator=draw))
            loss = network.labels.loss(told, torch.tensor(held[chosen]).float()).mean()
            optimizer.param_groups[0]["lr"] = RATE * max(0.02, 1 - turn / TURNS)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
    return network.eval()


@torch.inference_mode()
def read(judge: AttributeJudge, images: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return the attributes that a judge sees, (N, K) of 0 and 1, in pictures (N, 64, 64, 3)."""
    found = [judge.labels.read(judge(x)) for x in scaled(images).split(_ROWS)]
    return torch.cat(found).numpy().astype(np.uint8)


def right(judge: AttributeJudge, images: NDArray[np.uint8], held: NDArray[np.uint8]) -> NDArray[np.float64]:
    """Return how often a judge is right about each attribute of real pictures, (K,)."""
    return (read(judge, images) == held).mean(0)


def calibration(judge: AttributeJudge) -> Mapping[str, NDArray[np.float32]]:
    """Return the judge's weights, as a checkpoint keeps them."""
    weights: Mapping[str, Tensor] = judge.state_dict()
    return {f"judge.{name}": value.contiguous().numpy() for name, value in weights.items()}
