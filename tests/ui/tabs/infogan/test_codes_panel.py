"""The left column."""

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from genplay.ui import theme
from genplay.ui.tabs.infogan.codes_panel import CodesPanel
from genplay.ui.widgets.buttons import Button
from genplay.ui.widgets.track import Track
from tests.ui.tabs.infogan import made


@pytest.fixture
def panel(show):
    shown = show(CodesPanel(), 256, 380)
    shown.show_scene(made.scene(seed=17))
    return shown


def test_it_shows_the_codes(panel, button):
    assert button(panel, "Digit 2, category 4").isChecked()
    assert [slider.value() for slider in panel.sliders] == [0.5, 0.0]
    assert panel.seed.value() == 17
    assert button(panel, "Lock the noise").isChecked()


def test_reset_is_for_numbers_that_are_not_0(panel, button):
    assert button(panel, "Reset").isEnabled()
    panel.show_scene(made.scene(numbers=(0.0, 0.0)))
    assert not button(panel, "Reset").isEnabled()


def test_a_slider_says_which_number_and_how_far(panel):
    moved = []
    panel.number_moved.connect(lambda at, value: moved.append((at, round(value, 2))))
    QTest.keyClick(panel.sliders[1].focusProxy(), Qt.Key.Key_Right)
    assert moved == [(1, 0.05)]


def test_the_lock_says_what_it_does(panel, texts, button):
    assert "Locked: only the codes change the picture." in texts(panel)
    panel.show_scene(made.scene(locked=False))
    assert not button(panel, "Lock the noise").isChecked()
    assert any(said.startswith("Unlocked") for said in texts(panel))


@pytest.mark.parametrize("seed", [0, 17, 999_999_999, 2**31 - 1])
def test_a_long_seed_lies_on_nothing(panel, qtbot, seed):
    panel.show_scene(made.scene(seed=seed))
    panel.layout().activate()
    row = [panel.seed, panel._new, panel._lock]
    qtbot.waitUntil(lambda: all(a.geometry().right() < b.x() for a, b in pairwise(row)))
    assert panel._lock.geometry().right() < panel.width()
    assert panel._new.width() >= panel._new.sizeHint().width()
    assert bool(panel._new.text()) == (seed < 100)


def test_seed_and_new(panel, qtbot):
    with qtbot.waitSignal(panel.seed_chosen) as caught:
        QTest.keyClick(panel.seed, Qt.Key.Key_Up)
    assert caught.args == [18]
    (new,) = (one for one in panel.findChildren(Button) if one.text() == "New")
    with qtbot.waitSignal(panel.redrawn):
        QTest.mouseClick(new, Qt.MouseButton.LeftButton)


def test_categories_without_digits_say_so(panel, button):
    panel.show_scene(made.scene(plain=True))
    assert button(panel, "Category 4").isChecked()
    named = [label for label in panel.findChildren(QLabel) if label.text() == "category number below"]
    assert not named[0].isVisible()


def test_late_pictures_are_pale(panel, button):
    before = button(panel, "Digit 8, category 9").grab().toImage()
    panel.show_scene(replace(made.scene(), waiting=frozenset({"choices"})))
    assert button(panel, "Digit 8, category 9").grab().toImage() != before


def test_a_number_is_called_by_what_it_moves(panel, texts):
    assert "leans right" in texts(panel)
    assert [slider.focusProxy().accessibleName() for slider in panel.sliders] == ["c₂ leans right", "c₃"]
    left = [slider.findChild(Track).x() for slider in panel.sliders]
    assert left[0] == left[1]
    panel.show_scene(made.scene(plain=True))
    assert "leans right" not in texts(panel)
    assert panel.sliders[0].focusProxy().accessibleName() == "c₂"


def test_both_tracks_begin_on_one_line_in_other_looks_too(panel, qapp, qtbot):
    before = panel.sliders[0].findChild(Track).x()
    theme.apply(qapp, theme.Theme("light", 1.5, projector=True))

    def laid_out():
        left = [slider.findChild(Track).x() for slider in panel.sliders]
        return left[0] == left[1] > before

    qtbot.waitUntil(laid_out)


def test_the_noise_is_as_long_as_the_models(panel, texts):
    assert "62 dimensions" in texts(panel)
    panel.show_scene(made.scene(made=replace(made.picture(), noise=10)))
    assert "10 dimensions" in texts(panel)
