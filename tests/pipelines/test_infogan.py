"""Answers of InfoGAN, of a small network made on the spot."""

import math

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from genplay.engine.answer import Engine, Models
from genplay.errors import UserError
from genplay.families.base import Drawing, Loading
from genplay.families.forged import Forged
from genplay.families.infogan import (
    Choices,
    Chosen,
    Compare,
    Confusion,
    Found,
    InfoGanState,
    Ledger,
    Made,
    Make,
    Read,
    Tell,
    Wall,
    Walled,
)
from genplay.models import dcgan, infogan
from tests.pipelines.conftest import Made as Checkpoint

MATCHING = np.array([3, 0, 9, 1, 2, 4, 5, 6, 7, 8], np.float32)
REAL = np.array([-0.5], np.float32)
MOVES = np.array([[2.0, 0.0, 0.1], [0.0, 0.2, -0.9]], np.float32)


@torch.inference_mode(False)
def loaded(name: str) -> Checkpoint:
    torch.manual_seed(3)
    if name == "dcgan_fashion":
        return Checkpoint(dcgan.build(dcgan.Config(noise=12, width=2)).eval(), "dcgan")
    sizes = {"categories": 4} if name == "few" else {}
    network = infogan.build(infogan.Config(noise=5, width=3, hidden=12, reader=7, scale=4.0, **sizes)).eval()
    torch.nn.init.normal_(network.reader.category.weight, std=2.0)
    counts = np.arange(100, dtype=np.float32).reshape(10, 10)
    wrong = {"matching": np.zeros(10, np.float32)} if name == "wrong" else {}
    known = {"matching": MATCHING, "confusion": counts, "moves": MOVES, "real": REAL}
    figures = {"frechet": 6.2, "frechet_real": 2.2, "classes_covered": 10.0, "code_shown": 0.875}
    told = (known if name == "infogan" else {}) | wrong
    return Checkpoint(network, "infogan", told, figures=figures, steps=70)


@pytest.fixture
def engine() -> Engine:
    return Engine(Models(loaded))


NUMBER = st.floats(-2, 2)
CODES = {"numbers": st.tuples(NUMBER, NUMBER), "seed": st.integers(0, 2**31 - 1)}
warm = Engine(Models(loaded))


@settings(max_examples=20)
@given(st.builds(Make, st.just("infogan"), st.integers(0, 9), **CODES))
def test_any_code_has_a_picture_and_the_same_again(request_):
    made, again = warm.last(request_), Engine(Models(loaded)).last(request_)
    assert isinstance(made, Made)
    assert made.ink.shape == (28, 28)
    assert made.ink.dtype == np.float32
    assert made.ink.min() >= 0
    assert made.ink.max() <= 1
    assert made.ink.tobytes() == again.ink.tobytes()
    assert made.reading.shares.sum() == pytest.approx(1, abs=1e-5)
    assert made.reading.deviation.min() > 0
    assert 0 <= made.reading.verdict <= 1


def test_a_model_is_loaded_first(engine):
    steps = [step for step in engine.answer(Make("infogan", 0)) if step != Loading("")]
    assert steps[0] == Loading("infogan")
    assert len(steps) == 2
    assert len(list(engine.answer(Make("infogan", 1)))) == 1


def test_buttons_and_wall_show_what_the_picture_shows(engine):
    numbers, seed = (0.5, -1.0), 9
    chosen = engine.last(Choices("infogan", numbers, seed))
    assert isinstance(chosen, Chosen)
    made = engine.last(Make("infogan", 6, numbers, seed))
    np.testing.assert_allclose(chosen.pictures[6], made.ink, atol=1e-6)
    steps = list(engine.answer(Wall("infogan", "c3", numbers, seed)))
    assert [len(step.pictures) for step in steps] == list(range(1, 11))
    wall = steps[-1]
    assert isinstance(wall, Walled)
    assert wall.complete
    assert wall.pictures.shape == (10, 9, 28, 28)
    assert (wall.values[0], wall.values[-1]) == (-2, 2)
    assert [wall.digits[category] for category in wall.categories] == list(range(10))
    row = wall.categories.index(6)
    made = engine.last(Make("infogan", 6, (0.5, float(wall.values[3])), seed))
    np.testing.assert_allclose(wall.pictures[row, 3], made.ink, atol=1e-6)


def test_a_gan_without_a_matching_has_its_own_order(engine):
    wall = engine.last(Wall("infogan_plain"))
    assert wall.categories == tuple(range(10))
    assert wall.digits == ()
    assert engine.last(Wall("wrong")).digits == ()  # ten categories for one digit are no matching


def test_what_is_read_is_drawn_again(engine):
    drawing = Drawing.of(np.eye(28))
    found = engine.last(Read("infogan", drawing, seed=4))
    assert isinstance(found, Found)
    again = engine.last(Make("infogan", found.reading.category, found.numbers, 4))
    np.testing.assert_allclose(found.picture, again.ink, atol=1e-6)
    network = loaded("infogan").network
    direct = network.reader(torch.eye(28)[None, None])
    np.testing.assert_allclose(found.reading.shares, direct.logits.softmax(1)[0].detach(), atol=1e-6)
    levels = (np.eye(28) * 255).astype(np.uint8).tobytes()
    grey = engine.last(Read("infogan", Drawing.blank(), levels, seed=4))
    np.testing.assert_allclose(grey.reading.shares, found.reading.shares, atol=1e-6)


def test_the_ledger_grows_to_what_is_known_directly(engine):
    steps = list(engine.answer(Tell("infogan", seed=2, count=120)))
    ledgers = [step for step in steps if isinstance(step, Ledger)]
    assert [ledger.count for ledger in ledgers] == [50, 100, 120]
    assert [ledger.complete for ledger in ledgers] == [False, False, True]
    network, draw = loaded("infogan").network, torch.Generator().manual_seed(2)
    told, fooled = [], []
    for count in (50, 50, 20):
        codes = infogan.draw_codes(network.config, count, draw)
        read = network.reader(network.generator.of(codes))
        fooled.append((1 - read.verdict.sigmoid()).log().detach())
        told.append(read.logits.log_softmax(1)[torch.arange(count), codes.category].detach())
    assert ledgers[-1].information == pytest.approx(math.log(10) + float(torch.cat(told).mean()), abs=1e-4)
    assert ledgers[-1].information <= ledgers[-1].ceiling
    assert ledgers[-1].value == pytest.approx(-0.5 + float(torch.cat(fooled).mean()), abs=1e-4)


def test_without_d_at_real_digits_the_game_has_no_value(engine):
    assert engine.last(Tell("infogan_plain", seed=2, count=50)).value is None


def test_the_confusion_came_with_the_model(engine):
    found = engine.last(Compare("infogan"))
    assert isinstance(found, Confusion)
    right = sum(10 * category + int(digit) for category, digit in enumerate(MATCHING))
    assert found.error == pytest.approx(1 - right / 4950)
    assert (found.traits(0), found.traits(1)) == ((("slant", True),), (("width", False),))
    with pytest.raises(UserError, match="No digits were matched"):
        engine.last(Compare("infogan_plain"))


@pytest.mark.parametrize(
    ("request_", "said"),
    [
        (Make("infogan", 10), "categories 0 to 9"),
        (Make("infogan", 0, (0.0, 3.0)), "from -2 to 2"),
        (Make("infogan", 0, (math.nan, 0.0)), "from -2 to 2"),
        (Wall("infogan", "c2", (9.0, 0.0)), "from -2 to 2"),
        (Read("infogan", Drawing.blank(9, 9)), "9 x 9"),
        (Read("infogan", Drawing.blank(), b"12"), "other sides"),
        (Tell("infogan", count=1), "2 to 100,000"),
        (Make("dcgan_fashion", 0), "no codes with a meaning"),
        (Make("few", 0), "ten categories"),
    ],
)
def test_what_cannot_be_answered_is_refused_in_a_sentence(engine, request_, said):
    with pytest.raises(UserError) as caught:
        engine.last(request_)
    assert said in str(caught.value)


def test_the_first_state_is_answered(engine):
    for request in InfoGanState(drawing=Drawing.of(np.eye(28))).requests().values():
        assert engine.last(request) is not None


def test_the_ledger_says_how_long_q_learned_and_how_near_the_pictures_are(engine):
    found = engine.last(Tell("infogan", count=2))
    assert (found.steps, found.forged, found.shown) == (70, Forged(6.2, 2.2, 10, 10), 0.875)
    assert engine.last(Make("infogan", 0)).normed
