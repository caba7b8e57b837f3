"""The compiled walk equals the plain network and its autograd."""

import pytest
import torch

from genplay.models import pixelrnn
from genplay.models.pixelrnn import Config, PixelRnn

kernel = pytest.importorskip("genplay.train.pixelrnn_kernel", reason="needs the train extra")

KINDS = ["row", "diagonal"]


def network(kind: str, **changes) -> PixelRnn:
    torch.manual_seed(0)
    size = {"height": 5, "width": 7, "hidden": 8, "layers": 2, "head": 6}
    model = pixelrnn.build(Config(kind=kind, **size | changes))
    with torch.no_grad():
        for parameter in model.parameters():
            parameter.add_(0.1 * torch.randn_like(parameter))
    return model


def pictures(count: int, model: PixelRnn) -> torch.Tensor:
    draw = torch.Generator().manual_seed(1)
    return (torch.rand(count, model.config.dims, generator=draw) < 0.3).float()


# One picture: half a group; 20 units: no whole vector; one column and one row: nothing but border.
@pytest.mark.parametrize(
    ("count", "size"),
    [(1, {}), (4, {"hidden": 20}), (3, {"width": 1, "hidden": 4}), (2, {"height": 1, "layers": 3})],
)
@pytest.mark.parametrize("kind", KINDS)
def test_logits_and_gradient_equal_autograd(kind, count, size):
    model = network(kind, **size)
    x = pictures(count, model)
    weights = torch.linspace(-1, 2, count * model.config.dims).view(count, -1)
    fast_logits = kernel.logits(model, x)
    (fast_logits * weights).sum().backward()
    plain = pixelrnn.build(model.config).double()
    plain.load_state_dict(model.state_dict())
    plain_logits = plain(x.double())
    (plain_logits * weights).sum().backward()
    torch.testing.assert_close(fast_logits.double(), plain_logits, atol=1e-5, rtol=0)
    for (name, fast), slow in zip(model.named_parameters(), plain.parameters(), strict=True):
        error = (fast.grad - slow.grad).abs().max() / slow.grad.abs().max().clamp(min=1e-6)
        assert error.item() < 1e-5, name


def test_it_goes_back_once_only():
    model = network("row")
    loss = kernel.logits(model, pictures(2, model)).sum()
    loss.backward(retain_graph=True)
    with pytest.raises(RuntimeError, match="once"):
        loss.backward()
