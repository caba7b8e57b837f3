"""What may be set of a live VAE, and what its results say of themselves."""

import msgspec
import numpy as np
import pytest

from genplay.families.training import RECORDED
from genplay.families.vae.live import (
    DATA,
    Hyper,
    LivePlan,
    Losses,
    Manifold,
    Setup,
    TrainLive,
    first,
)
from tests.families.vae.made import trained


@pytest.mark.parametrize(
    ("make", "wrong"),
    [
        (Setup, {"data": "cats"}),
        (Setup, {"latent": 3}),
        (Setup, {"hidden": 513}),
        (Setup, {"sigma": 0.0}),
        (Setup, {"seed": -1}),
        (Hyper, {"beta": -0.1}),
        (Hyper, {"beta": float("nan")}),
        (Hyper, {"rate": 11}),
        (Hyper, {"batch": 0}),
        (Hyper, {"batch": 1001}),
    ],
)
def test_what_is_out_of_range_is_refused_by_name(make, wrong):
    make()
    with pytest.raises(ValueError, match=next(iter(wrong))):
        make(**wrong)


@pytest.mark.parametrize("data", DATA)
def test_each_data_set_has_a_plan_to_begin_with(data):
    assert first(data).setup.data == data
    assert first(data).at(0).beta == 1


def test_a_plan_goes_through_a_session_as_it_is():
    plan = first("ring").changed(500, Hyper(beta=4))
    assert msgspec.json.decode(msgspec.json.encode(plan), type=LivePlan) == plan
    with pytest.raises(msgspec.ValidationError, match="latent"):
        msgspec.json.decode(msgspec.json.encode(plan).replace(b'"latent":2', b'"latent":7'), type=LivePlan)


def test_the_request_says_that_it_trains():
    assert TrainLive.trains
    assert TrainLive.family == "vae"
    assert hash(TrainLive(first(), 3)) == hash(TrainLive(first(), 3))


@pytest.mark.parametrize("count", [0, 1, RECORDED, RECORDED + 1, 2 * RECORDED, 5 * RECORDED + 3])
def test_losses_are_means_over_blocks_and_none_is_left_out(count):
    rows = np.random.default_rng(0).random((count, 3)).astype(np.float32)
    losses = Losses.of(rows)
    sizes = np.diff(losses.steps, prepend=0)
    assert len(losses.steps) <= RECORDED
    assert sizes.sum() == count
    for column, found in enumerate((losses.reconstruction, losses.kl, losses.total)):
        np.testing.assert_allclose((found * sizes).sum(), rows[:, column].sum(), rtol=1e-5)
    if count:
        np.testing.assert_allclose(losses.kl[-1], rows[-sizes[-1] :, 1].mean(), rtol=1e-5)
    if 0 < count <= RECORDED:
        np.testing.assert_array_equal(losses.total, rows[:, 2])


def test_the_sheet_puts_each_picture_in_its_cell():
    cells = np.arange(2 * 3 * 4, dtype=np.float32).reshape(2, 3, 4)
    sheet = Manifold(np.zeros((2, 3, 2), np.float32), cells).sheet(2, 2)
    assert sheet.shape == (4, 6)
    for row in range(2):
        for column in range(3):
            found = sheet[2 * row : 2 * row + 2, 2 * column : 2 * column + 2]
            np.testing.assert_array_equal(found.ravel(), cells[row, column])


@pytest.mark.parametrize(("latent", "ordered"), [(1, True), (2, True), (5, False)])
def test_only_sheets_of_one_or_two_latents_are_nets(latent, ordered):
    assert Manifold(np.zeros((2, 2, latent), np.float32), np.zeros((2, 2, 2), np.float32)).ordered is ordered


def test_a_latent_is_inactive_if_its_mean_hardly_varies():
    found = trained([[0.0, 1.0, 0.05], [0.0, -1.0, -0.05], [0.0, 0.0, 0.05]])
    assert found.inactive == (0, 2)


def test_it_has_ended_where_it_was_asked_to_or_can_go_no_further():
    assert not trained([[0.0]]).ended
    assert trained([[0.0]], step=9).ended
    assert trained([[0.0]], stuck=True).ended
