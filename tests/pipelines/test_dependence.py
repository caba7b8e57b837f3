"""What a pixel sees, of every kind of model: by derivatives of the network, or by flips of a table."""

import numpy as np
import pytest
import torch

from genplay.families.orders import RASTER, Order
from genplay.pipelines import dependence as module
from genplay.pipelines.dependence import dependence
from genplay.pipelines.explicit import Explicit

BITS = np.random.default_rng(3).integers(0, 2, 784).astype(np.uint8)
READERS = {
    "nade": {},
    "diagonal_bilstm": {},
    "arn": {"reach": 2},
    "eonade": {"order": Order("spiral")},
    "ar1": {},
    "bernoulli": {},
}
DERIVED = ["nade", "diagonal_bilstm", "eonade"]


@torch.inference_mode()
def weights(model: Explicit, pixel: int, **how) -> np.ndarray:
    """What is yielded at last."""
    *_, found = dependence(model, BITS, pixel, **how)
    assert found is not None
    return found


@pytest.mark.parametrize("name", READERS)
def test_a_pixel_depends_on_nothing_that_is_read_later(make, name):
    model, how = Explicit(name, make(name)), READERS[name]
    for pixel in (0, 300):
        seen = weights(model, pixel, **how) > 0
        reader = model.reader(**how)
        place = list(reader.order).index(pixel)
        assert not seen[reader.order[place:]].any()
        assert seen.any() or pixel == 0 or name == "bernoulli"
        flipped = BITS.copy()
        flipped[~seen] ^= 1  # nothing that it does not see moves it
        flipped[pixel] = BITS[pixel]
        assert reader.logits(flipped)[pixel] == pytest.approx(reader.logits(BITS)[pixel], abs=1e-5)


@pytest.mark.parametrize("name", DERIVED)
@pytest.mark.parametrize("pixel", [0, 31, 300, 783])
def test_derivatives_are_those_of_the_whole_network(make, name, pixel):
    how = READERS[name]
    along = (torch.tensor(how["order"].sequence()),) if how else ()
    x = torch.from_numpy(BITS[None]).float().requires_grad_()
    (expected,) = torch.autograd.grad(make(name).network(x, *along)[0, pixel], x)
    found = weights(Explicit(name, make(name)), pixel, **how)
    np.testing.assert_allclose(found, expected[0].abs().numpy(), atol=1e-5, rtol=1e-4)


@pytest.mark.parametrize("name", ["arn", "ar1"])
@pytest.mark.parametrize("pixel", [0, 1, 300, 783])
def test_a_tables_weights_are_those_of_flips_one_by_one(make, name, pixel):
    model, how = Explicit(name, make(name)), READERS[name]
    reader = model.reader(**how)
    here = reader.logits(BITS)[pixel]
    flips = BITS ^ np.eye(784, dtype=np.uint8)
    expected = [abs(reader.logits(flip)[pixel] - here) for flip in flips]
    assert np.array_equal(weights(model, pixel, **how), np.float32(expected))


def test_layers_share_a_step_as_long_as_time_allows(make, monkeypatch):
    model = Explicit("diagonal_bilstm", make("diagonal_bilstm"))
    monkeypatch.setattr(module, "_SECONDS", 60)
    assert [found is None for found in dependence(model, BITS, 783, RASTER)] == [False]
    monkeypatch.setattr(module, "_SECONDS", 0)
    steps = [found is None for found in dependence(model, BITS, 783, RASTER)]
    assert steps == [True] * 3 + [False]  # two layers, there and back
