"""The generated picture."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from genplay.ui.tabs.infogan import fitting
from genplay.ui.tabs.infogan.picture_panel import PicturePanel
from genplay.ui.widgets.buttons import Button
from genplay.ui.widgets.error_panel import ErrorPanel
from tests.ui.tabs.infogan import made


@pytest.fixture
def panel(show):
    shown = show(PicturePanel(), 260, 420)
    shown.set_parts(fitting.fit(1084, 800, projector=False), projector=False)
    shown.show_scene(made.scene())
    return shown


def buttons(panel):
    return {one.text(): one for one in panel.findChildren(Button)}


def test_the_picture_and_what_is_said_of_it(panel, texts):
    pixel = panel.picture.pixel_rect(783).center().toPoint()
    assert panel.picture.grab().toImage().pixelColor(pixel).lightness() < 40
    assert "Q reads digit 2 with 0.910; D(G(z, c)) = 0.375." in texts(panel)


def test_its_buttons(panel, qtbot):
    for words, signal in (("Read this picture", panel.read_pressed), ("Save", panel.save_pressed)):
        with qtbot.waitSignal(signal):
            QTest.mouseClick(buttons(panel)[words], Qt.MouseButton.LeftButton)


def test_no_number_stands_while_it_is_late(panel, texts):
    panel.show_scene(made.scene(waiting=frozenset({"picture"})))
    assert not any("Q reads" in said for said in texts(panel))


def test_a_model_that_is_loaded_is_named(panel):
    panel.show_scene(made.scene(answered=False, waiting=frozenset({"picture"})))
    assert panel.picture.accessibleDescription() == "Loading InfoGAN"
    assert not buttons(panel)["Save"].isEnabled()
    panel.show_scene(made.scene())
    assert panel.picture.accessibleDescription() == ""


def test_what_went_wrong_stands_in_its_place(panel):
    panel.show_scene(made.scene(answered=False, failures={"picture": "There is no InfoGAN."}))
    assert panel.picture.findChildren(ErrorPanel)[0].isVisible()
    panel.show_scene(made.scene())
    assert not panel.picture.findChildren(ErrorPanel)[0].isVisible()


def test_where_it_is_low_it_says_less(panel, texts):
    panel.set_parts(fitting.fit(1084, 600, projector=False), projector=False)
    assert buttons(panel)["Read this picture"].isVisible()
    assert not any("Q reads" in said for said in texts(panel))
    panel.set_parts(fitting.fit(1084, 600, projector=True), projector=True)
    assert not buttons(panel)["Read this picture"].isVisible()


def test_the_pixel_under_the_pointer_is_read(panel, texts):
    for at in (28 * 3 + 7, 28 * 3 + 6):  # the pointer may rest on the first already
        QTest.mouseMove(panel.picture, panel.picture.pixel_rect(at).center().toPoint())
    assert "row 4, column 7: 0.11" in texts(panel)
    panel.picture.hovered.emit(None)
    assert not any("row 4" in said for said in texts(panel))
    panel.set_parts(fitting.fit(1084, 600, projector=False), projector=False)
    panel.picture.hovered.emit(28 * 3 + 6)
    assert "row 4, column 7: 0.11" in texts(panel)
    assert not panel._legend.isVisible()
    panel.picture.hovered.emit(None)
    assert panel._legend.isVisible()
    panel.set_parts(fitting.fit(522, 265, projector=False), projector=False)
    panel.picture.hovered.emit(28 * 3 + 6)
    assert "(4, 7): 0.11" in texts(panel)


def test_there_is_no_button_to_read_where_the_reader_is_not_seen(panel):
    panel.set_parts(fitting.fit(380, 400, projector=False), projector=False)
    assert not buttons(panel)["Read this picture"].isVisible()
    assert buttons(panel)["Save"].isVisible()


def test_a_class_is_told_shortly_with_the_error(panel, texts):
    panel.set_parts(fitting.fit(800, 444, projector=True), projector=True)
    panel.show_scene(made.scene())
    assert "Q: 2 with 0.910; D: 0.375" in texts(panel)
    assert any(said.startswith("Error 5.00 %") for said in texts(panel))


def test_the_papers_error_never_stands_without_its_game(panel, texts):
    fit = fitting.fit(800, 444, projector=True)
    for parts, said in (
        ({"figure"}, "Error 5.00 %"),
        ({"figure", "paper"}, "Error 5.00 %; the paper, by its own game, has 5 %"),
    ):
        panel.set_parts(replace(fit, parts=frozenset(parts)), projector=True)
        panel.show_scene(made.scene())
        assert [words for words in texts(panel) if "Error" in words] == [said]


def test_what_normalisation_does_to_the_verdict_is_said_where_there_is_one(panel):
    panel.show_scene(made.scene(made=replace(made.picture(), normed=True)))
    assert "averages of real digits" in panel._said.toolTip()
    panel.show_scene(made.scene())
    assert "averages" not in panel._said.toolTip()
