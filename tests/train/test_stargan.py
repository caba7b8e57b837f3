"""The recipe of StarGAN: what is asked for, the palette, and the same training whether interrupted or not."""

from dataclasses import replace

import numpy as np
import pytest
import torch

from genplay.models import stargan
from genplay.train.loop import fit
from genplay.train.stargan import AVATARS, Weights, targets, way_back
from tests.train.made_faces import LABELS, faces, paper, recipe


def own(count: int = 4000) -> torch.Tensor:
    held = torch.zeros(count, 4)
    held[torch.arange(count), torch.arange(count) % 3] = 1
    held[:, 3] = (torch.arange(count) // 3 % 2).float()
    return held


def test_targets_have_exactly_one_of_a_group_and_change_as_much_as_they_should():
    held = own()
    asked = targets(LABELS, held, Weights(), torch.Generator().manual_seed(0))
    assert (asked[:, :3].sum(1) == 1).all()
    assert torch.isin(asked, torch.tensor([0.0, 1.0])).all()
    same = (asked == held).all(1).float().mean()
    assert 0.1 < same < 0.15  # and some of another face that happens to be alike
    always = targets(LABELS, held, Weights(unchanged=0, permuted=0), torch.Generator().manual_seed(0))
    differs = always != held
    assert differs.any(1).all()
    hair = differs[:, :3].any(1).float().mean()
    assert hair > differs[:, 3].float().mean()  # two other colours, one other state of the hat
    assert torch.equal(targets(LABELS, held, Weights(unchanged=1), torch.Generator()), held)


def test_targets_are_another_faces_where_they_are_permuted():
    held = own(50)
    asked = targets(LABELS, held, Weights(unchanged=0, permuted=1), torch.Generator().manual_seed(0))
    assert sorted(map(tuple, asked.tolist())) == sorted(map(tuple, held.tolist()))


def test_labels_of_switches_only_have_targets_too():
    labels = stargan.Config(attributes="Old").labels
    asked = targets(labels, torch.ones(9, 1), Weights(unchanged=0, permuted=0), torch.Generator())
    assert (asked == 0).all()


@pytest.mark.parametrize("make", [recipe, paper])
def test_a_training_is_the_same_again_and_goes_on_exactly(make, tmp_path):
    path = tmp_path / "state.safetensors"
    whole = list(fit(make(), every=1))
    for stop in (1, 3):  # once while it warms up
        part = fit(make(), every=1, path=path)
        while next(part).step < stop:
            pass
        part.close()
        resumed = list(fit(make(), every=1, path=path, resume=True))
        assert resumed[-1].curve == whole[-1].curve
        for name, value in whole[-1].best.items():
            assert torch.equal(resumed[-1].best[name], value), name
    make().network().load_state_dict(whole[-1].best)


def test_it_warms_up_on_real_pictures_and_copies_of_them():
    one = recipe()
    network = one.network()
    seen: list[torch.Tensor] = []
    network.discriminator.register_forward_hook(lambda *args: seen.append(args[1][0]))
    for loss in one.play(network, 0):
        loss.backward()
    assert len(seen) == 1
    assert torch.equal(seen[0], one.faces.batch(4, 0, 0)[0])
    assert all(parameter.grad is not None for parameter in network.discriminator.parameters())


def test_the_mask_is_open_before_it_may_shut():
    said = Weights(warm=10, opened=5, closing=4, ramp=10)
    assert [said.closed(step) for step in (0, 15, 17, 19, 99)] == [0, 0, 0.5, 1, 1]
    assert [said.ramped(step) for step in (0, 10, 15, 20)] == [0, 0, 0.5, 1]
    one = recipe()
    network = one.network()
    seen: list[torch.Tensor] = []
    network.generator.register_forward_hook(lambda *args: seen.append(args[2].mask.min().detach()))
    for step in (2, 99):
        list(one.play(network, step))
    assert seen[0] == seen[1] == 1
    assert max(seen[2:]) < 1


def test_each_player_learns_from_its_own_loss():
    one = recipe()
    network = one.network()
    judged, forged = one.play(network, 3)
    judged.backward()
    assert all(parameter.grad is None for parameter in network.generator.parameters())
    forged.backward()
    assert all(parameter.grad is not None for parameter in network.generator.parameters())


def test_the_penalty_comes_every_few_turns():
    losses = {}
    for r1 in (0.0, 10.0):
        one = recipe(r1=r1)
        losses[r1] = [float(next(one.play(one.network(), step)).detach()) for step in (2, 3)]
    assert losses[10.0][0] > losses[0.0][0]
    assert losses[10.0][1] == losses[0.0][1]


def test_the_palette_begins_with_the_colours_that_fill_most_of_the_faces():
    images = np.zeros((2, 64, 64, 3), np.uint8)
    images[:, :40] = (200, 10, 10)
    images[:, 40:60] = (10, 200, 10)
    images[:, 60:62] = (205, 12, 10)  # much like the first
    few = replace(faces(), grey=images)
    found = (few.colours(4) + 1) * 127.5
    np.testing.assert_allclose(found, [[200, 10, 10], [10, 200, 10], [0, 0, 0], [128, 128, 128]], atol=1e-3)
    palette = replace(recipe(), faces=few).network().generator.colours.palette
    torch.testing.assert_close(palette[:4].detach(), few.colours(4))


def test_the_way_back_of_a_network_that_does_nothing_is_no_way():
    one = recipe()
    network = one.network()
    with torch.no_grad():
        network.generator.out.weight[0] = 0
        network.generator.out.bias[0] = -100.0
    assert way_back(network, one.faces) < 1  # a mask never shuts wholly: half a level is left


def test_faces_of_a_step_are_those_of_seed_and_step_alone():
    some = faces()
    first, again, other = (some.batch(4, seed, 3)[0] for seed in (0, 0, 1))
    assert torch.equal(first, again)
    assert not torch.equal(first, other)


def test_avatars_have_ten_attributes_of_which_hair_is_one_group():
    assert AVATARS.labels.groups == ((0, 1, 2, 3),)
    assert AVATARS.labels.count == 16
