"""Attributes in groups: exactly one colour of hair, and everything that is read or asked keeps to it."""

import math

import pytest
import torch

from genplay.models import attributes, stargan, stargan_paper
from genplay.models.stargan_labels import Labels

FACES = Labels.parsed("Black Blond Hat Beard", "Black Blond")
OWN = torch.tensor([[1.0, 0, 1, 0], [0, 1, 0, 0]])


def test_units_and_values_are_groups_then_switches():
    assert FACES.units == ((0, 1), (2,), (3,))
    assert FACES.switches == (2, 3)
    assert FACES.count == 6
    assert FACES.values(OWN).tolist() == [[1, 0, 1, 0, 0, 1], [0, 1, 0, 1, 0, 1]]


def test_what_is_read_has_exactly_one_of_a_group():
    logits = torch.tensor([[-3.0, -2.0, 0.5, -0.5], [4.0, 5.0, -1.0, 2.0]])
    assert FACES.read(logits).tolist() == [[0, 1, 1, 0], [0, 1, 0, 1]]
    shares = FACES.probabilities(logits)
    torch.testing.assert_close(shares[:, :2].sum(1), torch.ones(2))
    assert float(shares[0, 2]) == pytest.approx(1 / (1 + math.exp(-0.5)))


def test_an_edit_of_a_colour_takes_the_other_away_and_of_a_switch_turns_it_over():
    assert FACES.switched(OWN, 1).tolist() == [[0, 1, 1, 0], [0, 1, 0, 0]]
    assert FACES.switched(OWN, 2).tolist() == [[1, 0, 0, 0], [0, 1, 1, 0]]
    assert OWN.tolist() == [[1, 0, 1, 0], [0, 1, 0, 0]]  # untouched


def test_changed_values_are_those_of_the_units_that_differ():
    changed = FACES.changed(OWN, FACES.switched(OWN, 1))
    assert changed[0].tolist() == [1, 1, 0, 0, 0, 0]
    assert changed[1].tolist() == [1] * 6  # nothing differs: all of them


def test_the_loss_is_the_sum_over_attributes_by_hand():
    logits = torch.tensor([[2.0, 0.0, 1.0, -1.0]])
    by_hand = math.log(math.exp(2) + 1) - 2 + math.log(1 + math.exp(-1)) + math.log(1 + math.exp(-1))
    assert float(FACES.loss(logits, OWN[:1])) == pytest.approx(by_hand, abs=1e-6)
    plain = Labels.parsed("Hat Beard")
    assert float(plain.loss(torch.zeros(1, 2), torch.ones(1, 2))) == pytest.approx(2 * math.log(2))


@pytest.mark.parametrize(
    ("attributes", "exclusive"),
    [("", ""), ("A A", ""), ("A B", "A C"), ("A B C", "A B|B C"), ("A B", "A")],
)
def test_impossible_labels_are_refused(attributes, exclusive):
    with pytest.raises(ValueError, match=r"attribute|group"):
        Labels.parsed(attributes, exclusive)


@pytest.mark.parametrize("config", [attributes.Config, stargan.Config, stargan_paper.Config])
def test_networks_know_the_labels_that_their_sizes_name(config):
    assert config(attributes="Black Blond Hat Beard", exclusive="Black Blond").labels == FACES
    with pytest.raises(ValueError, match="is in a group but no attribute"):
        config(attributes="Black", exclusive="Black Blond")
