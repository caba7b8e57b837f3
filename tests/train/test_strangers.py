"""What is no such face: far from the features of faces, in the deviations that they have."""

import numpy as np
import pytest
import torch

from genplay.models import stargan
from genplay.train.strangers import Strangers, strangeness

CONFIG = stargan.Config(attributes="Dark Hat", width=8, blocks=1, early=4, palette=4, judge=4, hidden=6)


def test_strangeness_is_a_distance_in_deviations():
    features = torch.tensor([[1.0, 2.0], [3.0, 2.0]])
    far = strangeness(features, torch.tensor([1.0, 2.0]), torch.diag(torch.tensor([0.5, 9.0])))
    torch.testing.assert_close(far, torch.tensor([0.0, (1 / 2) ** 0.5]))


def test_nearly_all_unseen_faces_stay_below_the_limit():
    rng = np.random.default_rng(0)
    images = rng.integers(0, 256, (300, 64, 64, 3)).astype(np.uint8)
    network = stargan.build(CONFIG).eval()
    kept = Strangers(known=images[:150], unseen=images[150:]).calibration(network)
    far = strangeness(
        network.discriminator(torch.tensor(images[150:]).permute(0, 3, 1, 2) / 127.5 - 1).features.detach(),
        torch.tensor(kept["strange.mean"]),
        torch.tensor(kept["strange.whitening"]),
    )
    limit = float(kept["strange.limit"][0])
    assert limit == pytest.approx(float(torch.quantile(far, 0.999)), rel=1e-3)
    assert (far <= limit).float().mean() >= 0.99
    assert (
        strangeness(
            torch.full((1, 6), 100.0),
            *(torch.tensor(kept[f"strange.{name}"]) for name in ("mean", "whitening")),
        )
        > limit
    )
