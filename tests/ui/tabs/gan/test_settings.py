"""The numbers of a training: each says what it is of, and what does not fit is on the other page."""

from dataclasses import fields

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from genplay.families.gan import Hyper, Net, Setup
from genplay.ui.tabs.gan import settings
from genplay.ui.tabs.gan.settings import Settings

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def panel(show):
    made = show(Settings(), 192, 260)
    made.set_room(260)
    made.show_hyper(Setup(), Hyper())
    return made


@pytest.fixture
def told(panel):
    reports = []
    for name in ("tuned", "begun", "reset_pressed"):
        getattr(panel, name).connect(lambda *values, name=name: reports.append((name, *values)))
    return reports


def turn(panel, page):
    (piece,) = [b for b in panel.page.findChildren(QPushButton) if b.text() == page]
    QTest.mouseClick(piece, LEFT)


def step(box, key=Qt.Key.Key_Down):
    box.setFocus()
    QTest.keyClick(box, key)


def visible(panel):
    return {name for name, row in (panel._tuned | panel._begun).items() if row.isVisible()}


@pytest.mark.parametrize(
    ("name", "value"),
    [("rate_d", 0.005), ("rate_g", 0.005), ("d_steps", 2), ("batch", 250)],
)
def test_numbers_that_may_change_on_the_way_are_tuned(panel, told, name, value):
    step(panel.numbers[name])
    assert told == [("tuned", name, value)]
    assert type(told[0][2]) is type(value)


def test_names_that_may_change_on_the_way_are_tuned(panel, told):
    step(panel.loss, Qt.Key.Key_Up)
    step(panel.optimiser)
    assert told == [("tuned", "loss", "minimax"), ("tuned", "optimiser", "sgd")]


def test_with_others_everything_begins_anew(panel, told, texts):
    turn(panel, "More")
    assert "With these it begins anew, at step 0." in texts(panel)
    step(panel.noise)
    step(panel.nets["generator"].layers)
    step(panel.nets["discriminator"].units)
    (one,) = [piece for piece in panel.dims.findChildren(QPushButton) if piece.text() == "1-D"]
    QTest.mouseClick(one, LEFT)
    assert told == [
        ("begun", "noise", "normal"),
        ("begun", "generator", Net(layers=3, units=32)),
        ("begun", "discriminator", Net(layers=2, units=64)),
        ("begun", "dims", 1),
    ]


def test_it_shows_what_is_set_and_tells_nothing(panel, told):
    hyper = Hyper(
        loss="wasserstein", optimiser="sgd", rate_d=0.003, rate_g=0.7, penalty=3, d_steps=5, batch=77
    )
    setup = Setup(
        noise="normal", dims=1, generator=Net(layers=1, units=5), discriminator=Net(layers=4, units=64)
    )
    panel.show_hyper(setup, hyper)
    shown = {name: box.number() for name, box in panel.numbers.items()}
    assert shown == {"rate_d": 0.003, "rate_g": 0.7, "penalty": 3, "d_steps": 5, "batch": 77}
    assert (panel.loss.current(), panel.optimiser.current()) == ("wasserstein", "sgd")
    assert (panel.noise.current(), panel.dims.current()) == ("normal", "1")
    sizes = [(boxes.layers.number(), boxes.units.number()) for boxes in panel.nets.values()]
    assert sizes == [(1, 5), (4, 64)]
    assert told == []


def test_a_number_of_a_session_is_offered_only_while_it_is_set(panel):
    box = panel.numbers["rate_d"]
    panel.show_hyper(Setup(), Hyper(rate_d=0.003))
    assert box.currentText() == "0.003"
    assert box.itemText(box.currentIndex() - 1) == "0.002"
    panel.show_hyper(Setup(), Hyper())
    assert box.findText("0.003") < 0


def test_the_penalty_is_of_the_critic_alone(panel):
    assert "penalty" not in visible(panel)
    panel.show_hyper(Setup(), Hyper(loss="wasserstein"))
    assert "penalty" in visible(panel)


def test_defaults_are_offered_where_something_differs(panel, told):
    assert not panel.reset.isEnabled()
    panel.show_hyper(Setup(seed=5, data="moons"), Hyper(turn="d"))  # none of these can be wrong
    assert not panel.reset.isEnabled()
    for setup, hyper in ((Setup(dims=1), Hyper()), (Setup(), Hyper(batch=10))):
        panel.show_hyper(setup, hyper)
        assert panel.reset.isEnabled()
    QTest.mouseClick(panel.reset, LEFT)
    assert told == [("reset_pressed",)]


@pytest.mark.parametrize("height", [110, 140, 170, 200, 230, 260])
def test_every_setting_is_on_one_page_or_the_other(panel, height):
    panel.show_hyper(Setup(), Hyper(loss="wasserstein"))
    panel.set_room(height)
    first = visible(panel)
    turn(panel, "More")
    second = visible(panel)
    assert not first & second
    assert first | second == set(panel._tuned | panel._begun)
    assert {"loss", "penalty", "rate_d", "rate_g"} <= first
    turn(panel, "Training")
    assert visible(panel) == first


def test_with_room_for_all_the_first_page_has_all_that_is_tuned(panel):
    panel.show_hyper(Setup(), Hyper(loss="wasserstein"))
    assert visible(panel) == {field.name for field in fields(Hyper)} - {"turn"}


def test_every_number_that_is_offered_can_be_set():
    for batch in settings.BATCHES:
        Hyper(batch=batch)
    for penalty in settings.PENALTIES:
        Hyper(penalty=penalty)
    assert Hyper().batch in settings.BATCHES
    assert Hyper().penalty in settings.PENALTIES
