"""The judge of attributes: a logit for each, of pictures of 64 by 64."""

import pytest
import torch

from genplay.models import attributes
from genplay.models.attributes import Config


def test_it_has_a_logit_for_each_attribute():
    network = attributes.build(Config(attributes="Dark Fair Hat", exclusive="Dark Fair")).eval()
    x = torch.rand(2, 3, 64, 64)
    assert network(x).shape == (2, 3)
    torch.testing.assert_close(network(x)[1:], network(x[1:]))
    assert network.labels.groups == ((0, 1),)


def test_attributes_that_are_none_are_refused():
    with pytest.raises(ValueError, match="attribute"):
        Config(attributes="")
