"""Small networks made on the spot, and a picture that is no face."""

import numpy as np
import torch

from genplay.data.avatars import spec as specs
from genplay.engine.answer import Engine, Models
from genplay.families.stargan import Face, Meet
from genplay.models import infogan, stargan, stargan_paper
from tests.pipelines.conftest import Made as Checkpoint

NAMES = " ".join(specs.ATTRIBUTES)
HAIR = " ".join(specs.HAIR_ATTRIBUTES)
SIZES = {"width": 8, "blocks": 1, "early": 4, "palette": 5, "picked": 2, "judge": 4, "hidden": 6}
FIRST = (1.0, 0, 0, 0, 0, 1, 0, 1, 0, 0)


@torch.inference_mode(False)
def loaded(name: str) -> Checkpoint:
    """Return a network of few units; "plain" has no measure of strangers, "own" other attributes."""
    torch.manual_seed(3)
    if name == "infogan":
        config = infogan.Config(noise=5, width=3, hidden=12, reader=7)
        return Checkpoint(infogan.build(config).eval(), "infogan")
    if name == "stargan_paper":
        config = stargan_paper.Config(attributes=NAMES, exclusive=HAIR, width=2, blocks=1, judge=2)
        return Checkpoint(stargan_paper.build(config).eval(), name)
    if name == "own":
        return Checkpoint(stargan.build(stargan.Config(attributes="Old Young", **SIZES)).eval(), "stargan")
    network = stargan.build(stargan.Config(attributes=NAMES, exclusive=HAIR, **SIZES))
    found = {"strange.mean": np.zeros(6), "strange.whitening": 100 * np.eye(6), "strange.limit": np.ones(1)}
    strange = {key: value.astype(np.float32) for key, value in found.items()}
    return Checkpoint(network.eval(), "stargan", strange if name == "stargan" else {})


NOISE = np.random.default_rng(5).integers(0, 256, 64 * 64 * 3).astype(np.uint8).tobytes()
PICTURE = Face(kind="picture", levels=NOISE)
warm = Engine(Models(loaded))


def asked(model: str, face: Face, *numbers: int) -> tuple[float, ...]:
    """Return the attributes that D reads in a face, after some edits."""
    own = torch.tensor(warm.last(Meet(model, face)).own)[None]
    for number in numbers:
        own = loaded(model).network.labels.switched(own, number)
    return tuple(own[0].tolist())
