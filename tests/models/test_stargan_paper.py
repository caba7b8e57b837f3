"""The paper's networks: target labels as planes, no mask, and no label is lost by normalisation."""

import torch

from genplay.models import stargan_paper
from genplay.models.stargan_paper import Config

CONFIG = Config(attributes="Black Blond Hat", exclusive="Black Blond", width=4, blocks=1, judge=2)
OWN, TARGET = torch.tensor([[1.0, 0, 0]]), torch.tensor([[0.0, 1, 1]])


def network() -> stargan_paper.PaperStarGan:
    torch.manual_seed(0)
    return stargan_paper.build(CONFIG)


def faces() -> torch.Tensor:
    return torch.rand(1, 3, 64, 64, generator=torch.Generator().manual_seed(1)) * 2 - 1


def test_shapes_and_a_mask_that_is_open():
    edited = network().edit(faces(), OWN, TARGET)
    assert edited.picture.shape == (1, 3, 64, 64)
    assert edited.picture.abs().max() <= 1
    assert (edited.mask == 1).all()
    assert torch.equal(edited.content, edited.picture)
    told = network().discriminator(faces())
    assert [part.shape for part in told.source] == [(1, 1, 2, 2)]
    assert told.attributes.shape == (1, 3)
    assert told.values == ()


def test_the_planes_are_the_target_whatever_the_face_has():
    one = network()
    planes = one.planes(OWN, TARGET)
    assert planes[0, :, 3, 60].tolist() == [0, 1, 1]
    other = one.edit(faces(), torch.ones(1, 3), TARGET)
    assert torch.equal(one.edit(faces(), OWN, TARGET).picture, other.picture)


def test_a_plane_is_not_lost_in_the_normalisation():
    one = network()
    first, second = (one.edit(faces(), OWN, target).picture for target in (OWN, TARGET))
    assert (first - second).abs().max() > 1e-3
    body = first[..., 24:40, 24:40] - second[..., 24:40, 24:40]
    assert body.abs().max() > 1e-4  # in the middle of the picture, too
