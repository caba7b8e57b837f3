"""The state of the DCGAN tab: what it asks for, its pins, what it refuses."""

from dataclasses import replace

import msgspec
import numpy as np
import pytest

from genplay.families.base import Density, Drawing
from genplay.families.dcgan import (
    FAMILY,
    MOST_PAGE,
    MOST_PINS,
    PAINTS,
    Between,
    DcganState,
    Explain,
    Latent,
    Layers,
    Pinned,
    Reckon,
    Samples,
    Score,
    Show,
    blended,
)

POINTS = tuple(Latent(x=float(x)) for x in range(4))


def test_the_family_has_no_density():
    assert (FAMILY.id, FAMILY.density, FAMILY.state) == ("dcgan", Density.NONE, DcganState)


def test_what_it_asks_for():
    model = "dcgan_fashion"
    state = DcganState(latent=POINTS[1], truncation=0.7, page=(3, -3))
    assert state.requests() == {
        "picture": Show(model, POINTS[1], 0.7),
        "explained": Explain(model),
        "wall": Samples(model, 10, -20, 0.7),
    }
    pinned = DcganState(pins=POINTS, truncation=0.7)
    assert pinned.requests()["pins"] == Pinned(model, POINTS, 0.7)
    assert DcganState(lower="layers").requests()["layers"] == Layers(model, Show(model, Latent()))
    walking = DcganState(lower="layers", pins=POINTS, walk=0.25)
    assert walking.requests()["layers"] == Layers(model, walking.frame())
    assert DcganState(lower="discriminator").requests()["verdict"] == Score(model, Drawing.blank())


def test_arithmetic_is_asked_for_once_all_terms_have_pins():
    some = DcganState(lower="arithmetic", pins=POINTS, terms=((0, 1), (2,), ()))
    assert "arithmetic" not in some.requests()
    whole = DcganState(lower="arithmetic", pins=POINTS, terms=((0, 1), (2,), (3,)), seed=4)
    assert whole.requests()["arithmetic"] == Reckon(
        "dcgan_fashion", POINTS[:2], POINTS[2:3], POINTS[3:], 1.0, 4
    )


def test_a_walk_goes_between_two_pins():
    state = DcganState(pins=POINTS, ends=(2, 0), walk=0.25)
    assert state.requests()["picture"] == Between("dcgan_fashion", POINTS[2], POINTS[0], 0.25)


@pytest.mark.parametrize(
    ("walk", "first", "second", "way"),
    [(0.0, 0, 1, 0.0), (0.625, 2, 3, 0.5), (0.75, 3, 0, 0.0), (1.0, 3, 0, 1.0)],
)
def test_a_tour_goes_around_all_pins(walk, first, second, way):
    state = DcganState(pins=POINTS, tour=True, walk=walk)
    assert state.requests()["picture"] == Between("dcgan_fashion", POINTS[first], POINTS[second], way)


def test_a_pin_goes_from_terms_and_walk():
    state = DcganState(pins=POINTS, terms=((0, 1), (2,), (3,)), ends=(3, 0), walk=0.5)
    without = state.unpinned(1)
    assert without.pins == (POINTS[0], *POINTS[2:])
    assert without.terms == ((0,), (1,), (2,))
    assert (without.ends, without.walk) == ((2, 0), 0.5)
    without = state.unpinned(3)
    assert without.terms == ((0, 1), (2,), ())
    assert (without.ends, without.walk) == ((2, 0), None)
    alone = DcganState(pins=POINTS[:2], ends=(1, 0)).unpinned(0)
    assert not alone.walks
    assert alone.pinned(POINTS[2]).walks
    assert alone.ends == (0, 1)


@pytest.mark.parametrize(
    ("ends", "gone", "left"),
    [
        ((0, 3), 1, (0, 2)),
        ((1, 3), 1, (1, 2)),  # the next pin takes the place of the one that goes
        ((3, 1), 3, (2, 1)),  # or the last
        ((1, 2), 1, (2, 1)),  # but not that of the other end
        ((2, 3), 3, (2, 1)),
        ((0, 1), 0, (1, 0)),
        ((3, 3), 3, (2, 1)),
        ((2, 2), 0, (2, 1)),
    ],
)
@pytest.mark.parametrize("tour", [False, True])
def test_an_end_of_the_walk_that_stays_is_kept(ends, gone, left, tour):
    state = DcganState(pins=POINTS, ends=ends, tour=tour)
    without = state.unpinned(gone)
    assert without.ends == left
    assert without.walks
    kept = {state.pins[end] for end in ends if end != gone}
    assert kept <= {without.pins[end] for end in left}


def test_the_oldest_pin_goes_where_there_are_too_many_and_the_terms_follow():
    state = DcganState()
    for x in range(MOST_PINS):
        state = DcganState(pins=state.pins, latent=state.latent).pinned(Latent(x=float(x)))
    assert [pin.x for pin in state.pins] == list(range(MOST_PINS))
    full = DcganState(pins=state.pins, terms=((0, 3), (1,), ()), walk=0.5).pinned(Latent(y=5.0))
    assert full.pins == (*state.pins[1:], Latent(y=5.0))
    assert full.terms == ((2,), (0,), ())
    assert (full.walk, full.latent) == (None, Latent(y=5.0))


def test_a_walk_goes_on_where_its_point_is_pinned():
    new, walk = Latent(y=5.0), DcganState(pins=POINTS[:3], ends=(2, 0), walk=0.25)
    pinned = walk.pinned(new)
    assert (pinned.pins[3], pinned.frame()) == (new, walk.frame())
    tour = DcganState(pins=POINTS[:3], tour=True, walk=0.5)
    assert tour.pinned(new).leg(tour.pinned(new).walk) == (1, 2, pytest.approx(0.5))
    last = replace(tour, walk=0.75).pinned(new)
    assert last.leg(last.walk) == (3, 0, pytest.approx(0.0))


def test_what_d_judges_is_a_drawing_or_in_colours_a_painting():
    painting = bytes(range(256)) * 48
    state = DcganState(lower="discriminator", levels=bytes(784), painting=painting)
    assert state.requests()["verdict"] == Score("dcgan_fashion", state.drawing, state.levels)
    colours = replace(state, model="dcgan_avatars").requests()["verdict"]
    assert colours == Score("dcgan_avatars", painting=painting)


def test_a_sample_is_taken_to_be_judged():
    draw = np.random.default_rng(0)
    grey = draw.integers(0, 256, (32, 32, 1)).astype(np.uint8)
    state = DcganState().judging(grey)
    assert np.array_equal(np.frombuffer(state.levels, np.uint8).reshape(28, 28), grey[2:30, 2:30, 0])
    assert (state.drawing.pixels() == (grey[2:30, 2:30, 0] >= 128)).all()
    colours = draw.integers(0, 256, (64, 64, 3)).astype(np.uint8)
    state = DcganState(model="dcgan_avatars").judging(colours)
    assert state.painting == colours.tobytes()
    assert state.levels is None


def test_it_survives_json():
    latent = Latent(x=0.5, along=(0.0,) * 7 + (1.5,), raw=((3, -1.0),))
    summed = replace(blended([(1 / 3, latent), (-0.1, Latent(x=0.3, y=7.7))]), raw=((4, 0.125),))
    state = DcganState(
        latent=latent, pins=(latent, summed), terms=((0,), (), ()), levels=bytes(784), painting=bytes(12_288)
    )
    assert msgspec.json.decode(msgspec.json.encode(state), type=DcganState) == state


@pytest.mark.parametrize(
    "wrong",
    [
        {"model": "vae"},
        {"truncation": 0.0},
        {"page": (MOST_PAGE + 1, 0)},
        {"pins": (Latent(),) * (MOST_PINS + 1)},
        {"terms": ((0,), (), ())},
        {"walk": 0.5},
        {"walk": 0.5, "tour": True, "pins": (Latent(),)},
        {"brush": 0},
        {"seed": -1},
        {"drawing": Drawing.blank(5, 5)},
        {"levels": b"1"},
        {"painting": b"1"},
        {"paint": len(PAINTS)},
    ],
)
def test_what_is_out_of_range_is_refused(wrong):
    with pytest.raises(ValueError, match=r".+"):
        DcganState(**wrong)
