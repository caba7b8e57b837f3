"""StarGAN: the planes are what G is told, the mask decides what stays, colours are those there are."""

import pytest
import torch

from genplay.models import stargan, stargan_paper
from genplay.models.stargan import Config

ATTRIBUTES = "Black Blond Hat"
SMALL = Config(
    attributes=ATTRIBUTES,
    exclusive="Black Blond",
    width=8,
    blocks=1,
    early=4,
    palette=5,
    picked=2,
    judge=4,
    hidden=6,
)
PAPER = stargan_paper.Config(attributes=ATTRIBUTES, exclusive="Black Blond", width=2, blocks=1, judge=2)
OWN = torch.tensor([[1.0, 0, 0], [0, 1, 1]])
TARGET = torch.tensor([[0.0, 1, 0], [0, 1, 0]])


def network(config: Config = SMALL) -> stargan.StarGan:
    torch.manual_seed(0)
    return stargan.build(config)


def faces(count: int = 2) -> torch.Tensor:
    return torch.rand(count, 3, 64, 64, generator=torch.Generator().manual_seed(1)) * 2 - 1


@pytest.mark.parametrize("palette", [0, 5])
def test_shapes(palette):
    config = Config(**{**{f: getattr(SMALL, f) for f in SMALL.__dataclass_fields__}, "palette": palette})
    edited = network(config).edit(faces(), OWN, TARGET)
    assert [tuple(part.shape) for part in edited] == [(2, 3, 64, 64), (2, 1, 64, 64), (2, 3, 64, 64)]
    told = network(config).discriminator(faces())
    assert [tuple(part.shape) for part in told.source] == [
        (2, 1, 32, 32),
        (2, 1, 16, 16),
        (2, 1, 8, 8),
        (2, 1),
    ]
    assert [tuple(part.shape) for part in told.values] == [(2, 4, 16, 16), (2, 4, 8, 8), (2, 4)]
    assert told.attributes.shape == (2, 3)
    assert told.features.shape == (2, 6)


def test_the_planes_are_the_differences_and_all_that_g_is_told_of_them():
    one = network()
    planes = one.planes(OWN, TARGET)
    assert planes.shape == (2, 3, 64, 64)
    assert planes[0, :, 5, 9].tolist() == [-1, 1, 0]
    assert (planes.amax((2, 3)) == planes.amin((2, 3))).all()
    by_planes = one.generator(faces(), planes)
    assert torch.equal(one.edit(faces(), OWN, TARGET).picture, by_planes.picture)
    same_difference = one.edit(faces(), OWN + 0.25, TARGET + 0.25)
    torch.testing.assert_close(same_difference.picture, by_planes.picture)


def test_every_place_weighs_the_change_by_numbers_of_its_own():
    layer = stargan.Located(2, 3, 4)
    assert (layer.weight == 0).all()
    torch.nn.init.normal_(layer.weight)
    planes = torch.randn(2, 2, 4, 4)
    by_hand = torch.einsum("bkyx,kfyx->bfyx", planes, layer.weight)
    torch.testing.assert_close(layer(planes), by_hand)


@pytest.mark.parametrize(("bias", "kept"), [(-100.0, True), (100.0, False)])
def test_a_mask_of_0_keeps_the_picture_and_one_of_1_replaces_it(bias, kept):
    one = network()
    with torch.no_grad():
        one.generator.out.weight[0] = 0
        one.generator.out.bias[0] = bias
    x = faces()
    edited = one.edit(x, OWN, TARGET)
    assert (edited.mask.round(decimals=2) == (0 if kept else 1)).all()
    levels = 127.5 * (edited.picture - (x if kept else edited.content)).abs()
    assert levels.max() < 0.7  # of 255


def test_a_floor_keeps_the_mask_open():
    one = network()
    with torch.no_grad():
        one.generator.out.weight[0] = 0
        one.generator.out.bias[0] = -100.0
    for floor in (0.5, 1.0):
        mask = one.edit(faces(), OWN, TARGET, floor).mask
        torch.testing.assert_close(mask, torch.full_like(mask, floor), atol=2e-3, rtol=0)


def test_a_mask_that_is_shut_still_learns():
    logits = torch.tensor([-9.0, -5.0, 0.0, 9.0], requires_grad=True)
    mask = stargan.leaky_sigmoid(logits)
    torch.testing.assert_close(mask, logits.clamp(-6, 6).sigmoid())
    (up,) = torch.autograd.grad(-mask.sum(), logits, retain_graph=True)
    (down,) = torch.autograd.grad(mask.sum(), logits)
    assert up[0] == pytest.approx(-0.0325, abs=1e-3)  # from far below it comes back
    assert down[0] == 0  # and goes no further
    assert (up[3], down[3]) == (0, pytest.approx(0.0325, abs=1e-3))
    assert down[2] == pytest.approx(0.28)


def test_the_picture_is_mixed_as_its_mask_says():
    edited = network().edit(x := faces(), OWN, TARGET)
    torch.testing.assert_close(edited.picture, x + edited.mask * (edited.content - x))


def test_what_comes_is_made_of_the_palette_and_of_colours_of_the_picture():
    one = network()
    colours = one.generator.colours
    logits = torch.full((2, 7, 64, 64), -50.0)
    logits[:, 3] = 50.0  # of the palette
    h = torch.zeros(2, 8, 16, 16)
    with torch.no_grad():
        found = colours(logits, faces(), h)
        torch.testing.assert_close(found[0, :, 7, 7], colours.palette[3])
        assert (found.amax((2, 3)) == found.amin((2, 3))).all()  # flat
        colours.pick.weight.zero_()
        colours.place[1, 2, 3] = 1000.0
        logits[:, 6] = 200.0  # the second that is picked: of row 2 * 4 + 2 and column 3 * 4 + 2
        picked = colours(logits, x := faces(), h)
    torch.testing.assert_close(picked[:, :, 0, 0], x[:, :, 10, 14])


def test_without_a_palette_the_content_is_a_tanh():
    config = Config(attributes=ATTRIBUTES, width=8, blocks=1, early=4, palette=0)
    one = network(config)
    with torch.no_grad():
        one.generator.out.bias[1:] = torch.tensor([100.0, -100.0, 0.0])
        content = one.edit(faces(), OWN, TARGET).content
    assert (content[:, 0] == 1).all()
    assert (content[:, 1] == -1).all()


def test_one_edit_is_the_same_alone_and_among_others():
    one = network().eval()
    both = one.edit(faces(), OWN, TARGET).picture
    alone = one.edit(faces()[1:], OWN[1:], TARGET[1:]).picture
    torch.testing.assert_close(both[1:], alone)


def test_sizes_that_are_none_are_refused():
    for wrong in [{"width": 12}, {"blocks": 0}, {"palette": -1}, {"exclusive": "Black Old"}]:
        with pytest.raises(ValueError, match=r"sizes|attribute"):
            Config(**{"attributes": ATTRIBUTES, **wrong})
    with pytest.raises(ValueError, match="sizes"):
        stargan_paper.Config(attributes=ATTRIBUTES, width=0)
