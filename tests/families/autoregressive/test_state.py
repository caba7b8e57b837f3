"""The autoregressive state is checked, and asks for what it shows."""

from dataclasses import replace

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from genplay.families.autoregressive import (
    ANY_ORDER,
    BOUNDED,
    COMPARED,
    FARTHEST,
    LEAST,
    MODELS,
    MOST,
    PIXELS,
    SPEEDS,
    AutoregressiveState,
    Average,
    Context,
    GreyPicture,
    GreyState,
    Sample,
    Score,
    WhatIf,
)
from genplay.families.base import Drawing
from genplay.families.orders import NAMES, RASTER, Order
from genplay.families.vae import Evidence

drawings = st.binary(min_size=98, max_size=98).map(Drawing)
maybe_pixel = st.none() | st.integers(0, PIXELS - 1)
greys = st.builds(
    GreyState,
    picture=st.just(GreyPicture.blank()) | st.binary(min_size=PIXELS, max_size=PIXELS).map(GreyPicture),
    pixel=maybe_pixel,
    noise=st.integers(0, 2**31 - 1),
    sample_from=maybe_pixel,
)
states = st.builds(
    AutoregressiveState,
    model=st.sampled_from(list(MODELS)),
    drawing=drawings,
    source=st.none() | st.binary(min_size=PIXELS, max_size=PIXELS),
    threshold=st.integers(1, 255),
    cursor=st.integers(0, PIXELS),
    hide_future=st.booleans(),
    flip=maybe_pixel,
    sample_from=maybe_pixel,
    seed=st.integers(0, 2**31 - 1),
    temperature=st.floats(0.1, 3.0),
    order=st.sampled_from(list(NAMES)),
    order_seed=st.integers(0, 2**31 - 1),
    orders=st.integers(1, 128),
    reach=st.integers(1, FARTHEST),
    page=st.sampled_from(["one", "compare", "grey"]),
    grey=greys,
    grey_level=st.integers(0, 255),
    compared=st.lists(st.sampled_from(list(COMPARED)), min_size=LEAST, max_size=MOST, unique=True).map(tuple),
    rows=st.lists(st.sampled_from(["expected", "surprise", "context", "difference"]), unique=True).map(tuple),
    region=st.just(Drawing.blank()) | drawings,
    tool=st.sampled_from(["pen", "eraser", "fill", "region"]),
    brush=st.integers(1, 5),
    speed=st.integers(0, len(SPEEDS) - 1),
    slow=st.booleans(),
)


@given(states)
def test_a_state_survives_json(state):
    content = msgspec.json.encode(state)
    assert msgspec.json.decode(content, type=AutoregressiveState) == state


@pytest.mark.parametrize(
    "wrong",
    [
        {"model": "gpt"},
        {"drawing": Drawing.blank(3, 4)},
        {"source": b"short"},
        {"threshold": 0},
        {"threshold": 256},
        {"cursor": -1},
        {"cursor": PIXELS + 1},
        {"flip": PIXELS},
        {"sample_from": -1},
        {"seed": -1},
        {"seed": 2**31},
        {"temperature": 0.0},
        {"temperature": float("nan")},
        {"brush": 6},
        {"order_seed": -1},
        {"reach": 0},
        {"reach": FARTHEST + 1},
        {"speed": len(SPEEDS)},
    ],
    ids=str,
)
def test_a_value_out_of_range_is_refused(wrong):
    with pytest.raises(ValueError, match=r"must be|there is no"):
        AutoregressiveState(**wrong)
    with pytest.raises(ValueError, match=r"must be|there is no"):
        replace(AutoregressiveState(), **wrong)


@pytest.mark.parametrize(
    "content",
    [b'{"cursor":785}', b'{"cursor":1.5}', b'{"tool":"spoon"}', b'{"drawing":{"bits":""}}', b'{"model":3}'],
)
def test_wrong_json_is_refused(content):
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(content, type=AutoregressiveState)


@given(states)
def test_a_state_asks_for_what_it_shows(state):
    state = replace(state, page="one")
    requests = state.requests()
    how = {"order": state.reads, "reach": state.reach if state.model == "arn" else None}
    assert requests["score"] == Score(state.model, state.drawing, **how)
    assert ("whatif" in requests) == (state.flip is not None)
    assert ("samples" in requests) == (state.sample_from is not None)
    if state.flip is not None:
        assert requests["whatif"] == WhatIf(state.model, state.drawing, pixel=state.flip, **how)
    if state.sample_from is not None:
        assert requests["samples"] == Sample(
            state.model,
            state.drawing,
            start=state.sample_from,
            region=state.region if any(state.region.bits) else None,
            count=8,
            seed=state.seed,
            temperature=state.temperature,
            **how,
        )


@given(states)
def test_side_by_side_every_model_is_asked_as_it_reads(state):
    state = replace(state, page="compare")
    requests = state.requests()
    assert list(requests) == [f"score/{model}" for model in state.compared]
    for model in state.explicit:
        how = state.order_of(model), state.reach_of(model)
        assert requests[f"score/{model}"] == Score(model, state.drawing, *how)
        assert state.contexts(5)[model] == Context(model, state.drawing, *how, pixel=5)
    assert state.visible == PIXELS


def test_several_orders_are_averaged_where_a_model_reads_in_any(monkeypatch):
    state = AutoregressiveState(orders=16, order="spiral")
    assert "average" not in state.requests()
    monkeypatch.setattr("genplay.families.autoregressive.state.ANY_ORDER", {"nade"})
    asked = state.requests()["average"]
    assert asked == Average("nade", state.drawing, Order("spiral"), count=16)
    assert "average" not in replace(state, orders=1).requests()


def test_the_cursor_moves_along_the_order_that_all_compared_share(monkeypatch):
    monkeypatch.setattr("genplay.families.autoregressive.state.ANY_ORDER", {"nade", "arn"})
    state = AutoregressiveState(page="compare", compared=("nade", "arn"), order="spiral")
    assert state.reads == Order("spiral")
    assert replace(state, compared=("nade", "diagonal_bilstm")).reads == RASTER


@pytest.mark.parametrize("compared", [("nade",), ("nade", "nade"), tuple("abcde"), ("nade", "nobody")])
def test_a_wrong_choice_of_models_is_refused(compared):
    with pytest.raises(ValueError, match=r"compare|model"):
        AutoregressiveState(compared=compared)


@given(states)
def test_only_a_model_that_reads_in_any_order_is_asked_for_one(state):
    state = replace(state, page="one")
    if state.model not in ANY_ORDER:
        assert state.reads == RASTER
    else:
        assert state.reads == Order(state.order, state.order_seed if state.order == "random" else 0)


@given(states)
def test_how_it_is_shown_changes_no_question(state):
    other = AutoregressiveState(tool="fill", brush=4, speed=0, slow=True, cursor=7, hide_future=True)
    assert replace(state.with_view_of(other), cursor=7, hide_future=True).requests() == state.requests()


@pytest.mark.parametrize(
    ("cursor", "hidden", "visible"), [(0, True, 0), (408, True, 408), (408, False, 784), (784, True, 784)]
)
def test_only_a_hidden_future_is_hidden(cursor, hidden, visible):
    assert AutoregressiveState(cursor=cursor, hide_future=hidden).visible == visible


@pytest.mark.parametrize(("cursor", "first"), [(0, 0), (1, 0), (2, 1), (408, 407), (783, 782), (784, 0)])
def test_a_completion_begins_with_the_pixel_at_hand(cursor, first):
    assert AutoregressiveState(cursor=cursor).next_sample == first


def test_every_speed_is_a_rate_and_the_last_is_all_at_once():
    assert list(SPEEDS[:-1]) == sorted(SPEEDS[:-1])
    assert SPEEDS[-1] == 0


@pytest.mark.parametrize(("model", "back"), [("nade", None), ("ar1", 1), ("arn", 3)])
def test_what_a_model_looks_back_on_is_known(model, back):
    assert AutoregressiveState(model=model, reach=3).looks_back == back


def test_ar_1_stands_beside_ar_n_of_another_n():
    asked = AutoregressiveState(page="compare", compared=("ar1", "arn"), reach=8).requests()
    assert [(request.model, request.reach) for request in asked.values()] == [("ar1", None), ("arn", 8)]


@given(states)
def test_the_page_of_grey_pictures_asks_about_the_grey_picture_alone(state):
    asked = replace(state, page="grey").requests()
    assert asked == state.grey.requests(state.seed, state.temperature)


def test_the_pens_grey_is_a_way_of_looking():
    one = AutoregressiveState(grey_level=3)
    assert one.differs_in_view_only(AutoregressiveState())
    with pytest.raises(ValueError, match="grey_level"):
        AutoregressiveState(grey_level=256)


def test_what_only_bounds_is_asked_for_a_bound_and_for_nothing_else():
    state = AutoregressiveState(page="compare", compared=("eonade", "vae"), order="spiral")
    assert state.explicit == ("eonade",)
    assert state.requests() == {
        "score/eonade": Score("eonade", state.drawing, Order("spiral")),
        "score/vae": Evidence("vae", state.drawing),
    }
    assert state.reads == Order("spiral")  # a VAE reads in no order, so that it is the one of all that do
    assert not state.mixed
    assert set(state.contexts(5)) == {"eonade"}
    assert set(replace(state, page="anomaly").requests()) == {"score/eonade", "anomaly/eonade"}


@pytest.mark.parametrize("name", sorted(BOUNDED))
def test_what_only_bounds_is_not_looked_at_closely(name):
    with pytest.raises(ValueError, match="no autoregressive model"):
        AutoregressiveState(model=name)
