"""What is shown of a training, and what is not."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from genplay.families.training import MOST_STEPS, Advancing
from genplay.ui.widgets.error_panel import ErrorPanel
from genplay.ui.widgets.track import Track

LEFT = Qt.MouseButton.LeftButton
FASTEST, SLOWEST = 5, 0


def track(slider):
    return slider.findChild(Track)


def turn(slider, key, times=1):
    for _ in range(times):
        QTest.keyClick(track(slider), key)


def counter(desk):
    return next(text for text in desk.texts() if "100,000" in text)


def trained(desk, step=60):
    desk.page.running.go_to(step)
    desk.answer()


# -- what is shown -----------------------------------------------------------------------------------------


def test_a_reply_of_an_older_training_is_never_shown(desk, train):
    desk.click("Play")
    old = len(desk.worker.asked)
    older = desk.live.plan
    desk.click("Ring")
    desk.reply(train(older, 99, MOST_STEPS), ticket=old)
    assert desk.page.scene.result is None or desk.page.scene.step != 99
    assert ">99<" not in counter(desk)


def test_what_takes_its_time_is_marked_and_its_numbers_are_blanked(desk, qtbot):
    trained(desk)
    assert "total" in desk.view.formula.accessibleDescription()
    desk.page.running.go_to(10)
    desk.reply(Advancing(0, 10))
    desk.until(qtbot, lambda: desk.page.scene.stale)
    assert "total" not in desk.view.formula.accessibleDescription()
    desk.answer()
    assert not desk.page.scene.stale
    assert "total" in desk.view.formula.accessibleDescription()


def test_another_training_that_takes_its_time_leaves_nothing_of_the_last_one(desk, qtbot):
    trained(desk)
    desk.click("Digits")
    desk.until(qtbot, lambda: desk.page.scene.result is None)
    assert ">0<" in counter(desk)
    desk.answer()
    assert desk.page.scene.current is not None


def test_an_error_stands_where_the_pictures_were(desk):
    desk.click("Step")
    desk.fail("There is no such digit.")
    panel = desk.view.findChild(ErrorPanel)
    assert panel.isVisible()
    assert not desk.view.latent.isVisible()
    assert "There is no such digit." in panel.accessibleDescription()
    assert desk.view.costs.bars.accessibleDescription() == ""
    desk.click("Copy details")
    assert QGuiApplication.clipboard().text() == "the details"
    desk.click("Try again")
    desk.answer()
    assert not panel.isVisible()
    assert desk.view.latent.isVisible()


def test_a_search_that_is_stopped_says_so(desk):
    desk.page.running.go_to(500)
    desk.stage.stop()
    assert desk.view.error.isVisible()
    assert desk.tab.settled()


def test_an_unknown_answer_is_refused(desk):
    with pytest.raises(TypeError):
        desk.page.show_result("live", "something")
