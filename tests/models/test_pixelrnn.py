"""PixelRNN: causal, normalised, equal to the paper's equations written out, and exactly as far-sighted."""

from itertools import product

import numpy as np
import pytest
import torch

from genplay.models import pixelrnn
from genplay.models.nade import log_bernoulli
from genplay.models.pixelrnn import Config, PixelRnn

KINDS = ["row", "diagonal"]
SMALL = {"height": 4, "width": 6, "hidden": 3, "layers": 3, "head": 5}


def network(kind: str, **changes) -> PixelRnn:
    """A network with lively weights, in double precision."""
    torch.manual_seed(0)
    model = pixelrnn.build(Config(kind=kind, **SMALL | changes)).double()
    with torch.no_grad():
        for parameter in model.parameters():
            parameter.add_(0.3 * torch.randn_like(parameter))
    return model


def pictures(count: int, model: PixelRnn, ink: float = 0.4) -> torch.Tensor:
    draw = torch.Generator().manual_seed(1)
    return (torch.rand(count, model.config.dims, generator=draw) < ink).double()


def jacobian(model: PixelRnn) -> np.ndarray:
    """Whether logit i depends on pixel k anywhere among a few real-valued pictures, (D, D) bool."""
    seen = torch.zeros(model.config.dims, model.config.dims, dtype=torch.bool)
    for x in pictures(4, model) + 0.1 * torch.rand(4, model.config.dims, dtype=torch.double):
        seen |= torch.autograd.functional.jacobian(lambda v: model(v[None])[0], x) != 0
    return seen.numpy()


@pytest.mark.parametrize("training", [True, False])
@pytest.mark.parametrize(("height", "width"), [(4, 6), (7, 3)])
@pytest.mark.parametrize("kind", KINDS)
def test_no_logit_depends_on_its_own_pixel_or_a_later_one(kind, height, width, training):
    model = network(kind, height=height, width=width).train(training)
    assert not np.triu(jacobian(model)).any()


def test_the_diagonal_bilstm_sees_all_earlier_pixels_but_the_blind_spot():
    size = 9
    seen = jacobian(network("diagonal", height=size, width=size, layers=2))
    missed = {(i, k) for i, k in zip(*np.nonzero(~seen), strict=True) if k < i}
    blind = {
        (row * size + column, (row - 1) * size + size - 1)
        for row in range(1, size)
        for column in range(size - 4)  # x(i-1, W-1) never reaches (i, j) with j <= W-5
    }
    assert len(blind) == 40
    assert missed == blind


def test_a_row_lstm_layer_sees_a_triangle():
    size, at = 9, 4
    seen = jacobian(network("row", height=size, width=size, layers=1))
    row, column = size - 1, at
    context = seen[row * size + column].reshape(size, size)
    reach = pixelrnn.REACH
    for up in range(size):
        # The first convolution reaches 3 to the side and 3 up. The state of the row above comes with one more
        # column on either side for each row; K_is adds the left neighbour.
        widest = [(-reach, -1)] if up == 0 else [(-reach, reach)] if up <= reach else []
        for down in range(up + 1):
            if up - down <= reach:
                right = reach if up > down else -1
                widest.append((-down - 1 - reach, down + right))
        low, high = min(low for low, _ in widest), max(high for _, high in widest)
        expected = [low <= k - column <= high for k in range(size)]
        assert context[row - up].tolist() == expected, up


@pytest.mark.parametrize("kind", KINDS)
def test_the_probabilities_of_all_pictures_sum_to_one(kind):
    model = network(kind, height=3, width=4, layers=2)
    x = torch.tensor(list(product((0.0, 1.0), repeat=12)), dtype=torch.double)
    with torch.no_grad():
        total = log_bernoulli(model(x), x).sum(-1).exp().sum().item()
    assert total == pytest.approx(1, abs=1e-10)


@pytest.mark.parametrize("kind", KINDS)
def test_logits_equal_the_equations_written_out(kind):
    model = network(kind)
    x = pictures(5, model)
    with torch.no_grad():
        fast = model(x).numpy()
    for picture, logits in zip(x.numpy(), fast, strict=True):
        np.testing.assert_allclose(literal(model, picture), logits, atol=1e-12)


@pytest.mark.parametrize("kind", KINDS)
def test_without_what_the_lstms_add_it_is_the_first_convolution_and_the_head(kind):
    model = network(kind)
    x = pictures(2, model)
    with torch.no_grad():
        for block in model.blocks:
            block.up.weight.zero_()
            block.up.bias.zero_()
        f = model.first(pixelrnn.neighbours(x.reshape(2, 4, 6)))  # (H, W, B, 2h)
        expected = model.out(model.head(f.relu()).relu()).reshape(-1, 2).T
        assert torch.equal(model(x), expected)
        model.blocks[-1].up.weight.fill_(0.1)  # and with it, it is not
        assert not torch.allclose(model(x), expected)


@pytest.mark.parametrize("kind", KINDS)
def test_without_recurrence_a_pixel_sees_its_input_and_no_farther(kind):
    """Zeroed, K_ss carries nothing, and a cell without its gates' f keeps nothing: the convolution is all."""
    model = network(kind, height=9, width=9, layers=1)
    with torch.no_grad():
        for lstm in model.blocks[0].lstms:
            lstm.K_ss.zero_()
            lstm.K_is[model.config.hidden : 2 * model.config.hidden].zero_()
            lstm.bias[model.config.hidden : 2 * model.config.hidden] = -1e9  # f forgets everything
    context = jacobian(model)[8 * 9 + 4].reshape(9, 9)
    # Three rows above; the mirrored LSTM's map, a row further down, makes them four.
    assert not context[: 5 if kind == "row" else 4].any()
    assert context[5].any()


@pytest.mark.parametrize(
    "wrong", [{"kind": "column"}, {"hidden": 0}, {"layers": 0}, {"width": 2000}, {"head": 0}]
)
def test_impossible_sizes_are_refused(wrong):
    with pytest.raises(ValueError, match=r"PixelRNN is row or|1 to 1,024"):
        Config(**wrong)


def literal(model: PixelRnn, picture: np.ndarray) -> np.ndarray:
    """The logits of one picture, (D,), pixel by pixel from the paper's equations."""
    config = model.config
    values = {name: p.detach().numpy() for name, p in model.named_parameters()}
    x = picture.reshape(config.height, config.width)
    f = first_convolution(x, values)
    for number in range(config.layers):
        weights = {
            name.removeprefix(f"blocks.{number}."): value
            for name, value in values.items()
            if name.startswith(f"blocks.{number}.")
        }
        if config.kind == "row":
            h = literal_row_lstm(f, weights)
        else:
            left = literal_diagonal_lstm(f, weights, 0)
            right = literal_diagonal_lstm(f[:, ::-1], weights, 1)[:, ::-1]
            h = left.copy()
            h[1:] += right[:-1]  # shifted down by one row
        f = f + h @ weights["up.weight"].T + weights["up.bias"]
    f = np.maximum(f, 0) @ values["head.weight"].T + values["head.bias"]
    return (np.maximum(f, 0) @ values["out.weight"].T + values["out.bias"]).ravel()


def first_convolution(x: np.ndarray, values: dict[str, np.ndarray]) -> np.ndarray:
    """A 7 x 7 convolution whose kernel is zero from its centre on (mask A)."""
    kernel = np.zeros((len(values["first.weight"]), 49))
    kernel[:, :24] = values["first.weight"]  # the centre is number 24
    kernel = kernel.reshape(-1, 7, 7)
    around = np.pad(x, 3)
    maps = np.empty((*x.shape, len(kernel)))
    for row, column in np.ndindex(x.shape):
        maps[row, column] = (kernel * around[row : row + 7, column : column + 7]).sum((1, 2))
    return maps + values["first.bias"]


def sigmoid(a: np.ndarray) -> np.ndarray:
    return 1 / (1 + np.exp(-a))


def literal_cell(gates: np.ndarray, c: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    i, f, o, g = np.split(gates, 4)
    c = sigmoid(f) * c + sigmoid(i) * np.tanh(g)
    return sigmoid(o) * np.tanh(c), c


def literal_row_lstm(f: np.ndarray, weights: dict[str, np.ndarray]) -> np.ndarray:
    height, width, maps = f.shape
    K_is, K_ss = weights["lstms.0.K_is"], weights["lstms.0.K_ss"]
    h0, c0 = weights["lstms.0.h0"], weights["lstms.0.c0"]
    h, c = np.empty((height, width, len(h0))), np.empty((height, width, len(h0)))
    for row, column in np.ndindex(height, width):
        gates = weights["lstms.0.bias"] + K_is[:, maps:] @ f[row, column]
        if column > 0:
            gates = gates + K_is[:, :maps] @ f[row, column - 1]
        for tap in range(3):  # three wide, not masked: the row above is past
            there = column + tap - 1
            inside = row > 0 and 0 <= there < width
            gates = gates + (h[row - 1, there] if inside else h0) @ K_ss[tap]
        h[row, column], c[row, column] = literal_cell(gates, c[row - 1, column] if row > 0 else c0)
    return h


def literal_diagonal_lstm(f: np.ndarray, weights: dict[str, np.ndarray], direction: int) -> np.ndarray:
    """Left to right; the other direction is given the mirrored map and its answer is mirrored back."""
    height, width, _ = f.shape
    own = {name.removeprefix(f"lstms.{direction}."): value for name, value in weights.items()}
    h = np.empty((height, width, len(own["h0"])))
    c = np.empty_like(h)
    for diagonal in range(height + width - 1):
        for row in range(height):
            column = diagonal - row
            if not 0 <= column < width:
                continue
            side = h[row, column - 1] if column > 0 else own["h0"]
            above = h[row - 1, column] if row > 0 else own["h0"]
            gates = own["bias"] + own["K_is"] @ f[row, column]
            gates = gates + side @ own["K_ss"][0] + above @ own["K_ss"][1]
            before = c[row, column - 1] if column > 0 else own["c0"]
            h[row, column], c[row, column] = literal_cell(gates, before)
    return h
