"""The left column: each control says what it is of, and whether everything begins anew with it."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from genplay.families.vae.live import DATA, LATENTS, Hyper, Setup, first
from genplay.ui import theme
from genplay.ui.tabs.vae.train import setup_panel
from genplay.ui.tabs.vae.train.setup_panel import SetupPanel
from genplay.ui.widgets.track import Track
from tests.ui.tabs.painted import has, turn

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def panel(show, scene):
    made = show(SetupPanel(), 212, 420)
    made.set_room(420)
    made.show_scene(scene("moons"))
    return made


@pytest.fixture
def told(panel):
    """All that the panel reports, as (signal, values)."""
    reports = []
    for name in ("data_chosen", "tuned", "begun", "settled", "reset_pressed"):
        getattr(panel, name).connect(lambda *values, name=name: reports.append((name, *values)))
    return reports


def press(panel, words):
    (button,) = [b for b in panel.findChildren(QAbstractButton) if b.text() == words and b.isVisible()]
    QTest.mouseClick(button, LEFT)


def visible(panel):
    names = ("tiles", "data", "beta", "rate", "batch", "sigma", "hidden", "latents")
    return {name for name in names if getattr(panel, name).isVisible()}


# -- gestures ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "value"), [("beta", 1.1), ("rate", 0.003), ("batch", 256)])
def test_numbers_that_may_change_on_the_way_are_tuned(panel, told, name, value):
    turn(getattr(panel, name), Qt.Key.Key_Right)
    assert told == [("tuned", name, value), ("settled",)]


@pytest.mark.parametrize(("name", "value"), [("hidden", 128), ("sigma", 0.35)])
def test_with_others_everything_begins_anew(panel, told, name, value):
    turn(getattr(panel, name), Qt.Key.Key_Right)
    assert told == [("begun", name, value), ("settled",)]


def test_a_drag_is_told_all_along_and_settles_once(panel, told):
    bar = panel.beta.findChild(Track)
    middle = bar.height() // 2
    QTest.mousePress(bar, LEFT, pos=QPoint(bar.width() // 2, middle))
    for x in range(bar.width() // 2, bar.width(), 6):
        QTest.mouseMove(bar, QPoint(x, middle))
    QTest.mouseRelease(bar, LEFT, pos=QPoint(bar.width() - 1, middle))
    values = [report[2] for report in told if report[0] == "tuned"]
    assert len(values) > 5
    assert values == sorted(values)
    assert told.count(("settled",)) == 1
    assert told[-1] == ("settled",)


def test_latents_and_data_are_chosen_by_a_click(panel, told):
    press(panel, "10")
    assert told == [("begun", "latent", 10.0), ("settled",)]
    told.clear()
    press(panel, "Spiral")
    assert told == [("data_chosen", "spiral")]


def test_reset_is_there_where_something_differs(panel, told, scene):
    assert not panel.reset.isEnabled()
    for values in ({"beta": 2}, {"latent": 5}, {"hidden": 16}, {"sigma": 0.5}):
        panel.show_scene(scene("moons", **values))
        assert panel.reset.isEnabled(), values
    press(panel, "Reset")
    assert told == [("reset_pressed",)]
    panel.show_scene(scene("moons", seed=9))  # a seed is no setting that can be wrong
    assert not panel.reset.isEnabled()


# -- what is shown -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("data", DATA)
def test_it_shows_what_is_set_and_tells_nothing(panel, told, scene, data):
    panel.show_scene(scene(data, beta=2.4, rate=0.01, batch=32, hidden=16, latent=5, sigma=0.5))
    shown = {name: getattr(panel, name).value() for name in ("beta", "rate", "batch", "hidden", "sigma")}
    assert shown == {"beta": 2.4, "rate": 0.01, "batch": 32, "hidden": 16, "sigma": 0.5}
    assert (panel.latents.current(), panel.data.current()) == ("5", data)
    assert told == []


def test_a_double_click_sets_back_to_what_suits_the_data(panel, told, scene):
    panel.show_scene(scene("digits", hidden=16))
    QTest.mouseDClick(panel.hidden.findChild(Track), LEFT)
    assert ("begun", "hidden", first("digits").setup.hidden) in told
    told.clear()
    panel.show_scene(scene("moons", hidden=16))
    QTest.mouseDClick(panel.hidden.findChild(Track), LEFT)
    assert ("begun", "hidden", first("moons").setup.hidden) in told


def test_sigma_is_of_points_alone(panel, scene):
    assert "sigma" in visible(panel)
    panel.show_scene(scene("digits"))
    assert "sigma" not in visible(panel)


def test_where_there_is_less_room_what_teaches_less_leaves_first(panel):
    seen = []
    for height in (420, 270, 240, 215, 190, 165, 140):
        panel.set_room(height)
        seen.append(visible(panel))
    for more, less in pairwise(seen[1:]):
        assert less <= more
    assert seen[0] == {"tiles", "beta", "rate", "batch", "sigma", "hidden", "latents"}
    assert seen[-1] == {"data", "beta", "rate", "latents"}
    panel.set_room(230)
    assert visible(panel) == {"data", "beta", "rate", "latents", "sigma", "batch"}


def test_where_there_are_no_tiles_data_are_chosen_from_a_list(panel, told):
    panel.set_room(200)
    assert panel.data.isVisible()
    panel.data.setFocus()
    QTest.keyClick(panel.data, Qt.Key.Key_Down)
    assert told == [("data_chosen", "spiral")]


@pytest.mark.parametrize("look", ["dark", "contrast"])
def test_it_follows_theme_and_scale(panel, qapp, qtbot, look):
    before = panel.sizeHint().height()
    theme.apply(qapp, theme.Theme(look, scale=1.5))
    qtbot.waitUntil(lambda: panel.sizeHint().height() > 1.3 * before)
    panel.resize(318, 630)
    assert has(panel, "accent")


# -- the stops ---------------------------------------------------------------------------------------------


def test_every_stop_is_a_number_that_can_be_set():
    for beta in setup_panel.BETAS:
        Hyper(beta=beta)
    for rate in setup_panel.RATES:
        Hyper(rate=rate)
    for batch in setup_panel.BATCHES:
        Hyper(batch=batch)
    for hidden in setup_panel.HIDDEN:
        Setup(hidden=hidden)
    for sigma in setup_panel.SIGMAS:
        Setup(sigma=sigma)


@pytest.mark.parametrize("stops", ["BETAS", "RATES", "BATCHES", "HIDDEN", "SIGMAS"])
def test_stops_ascend(stops):
    values = getattr(setup_panel, stops)
    assert list(values) == sorted(set(values))


@pytest.mark.parametrize("data", DATA)
def test_what_suits_the_data_is_a_stop(data):
    usual = first(data)
    hyper, setup = usual.at(0), usual.setup
    assert hyper.beta in setup_panel.BETAS
    assert hyper.rate in setup_panel.RATES
    assert hyper.batch in setup_panel.BATCHES
    assert setup.hidden in setup_panel.HIDDEN
    assert setup.sigma in setup_panel.SIGMAS
    assert setup.latent in LATENTS
