import numpy as np
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel, QScrollArea

from genplay.data.avatars.examples import examples
from genplay.data.examples import fashion_items
from genplay.families.base import Drawing
from genplay.families.dcgan import DcganState, Explained, Verdict
from genplay.ui.tabs.dcgan.critic_panel import CriticPanel

ITEMS = [(f"item {at}", image) for at, image in enumerate(fashion_items().images[:6])]
AVATARS = [(f"avatar {at}", image) for at, image in enumerate(examples().images[:6])]
LOGITS = np.stack([np.linspace(0, 10, 101), np.linspace(-10, 0, 101)]).astype(np.float32)
RIGHT = {"pixels": 0.8, "random": 0.85, "features": 0.9}
KNOWN = Explained("dcgan_fashion", np.zeros(8, np.float32), None, RIGHT, LOGITS)
GREY, COLOUR = DcganState(lower="discriminator"), DcganState(model="dcgan_avatars", lower="discriminator")


def judged(logit, shape=(32, 32, 1)):
    return Verdict("dcgan_fashion", Drawing.blank(), logit, np.zeros(shape, np.uint8))


@pytest.fixture
def panel(show):
    made = CriticPanel(ITEMS, AVATARS)
    made.show_explained(KNOWN)
    return show(made, 374, 451)


def said(panel):
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]


def test_one_draws_or_paints_as_the_model_has_colours(panel):
    panel.show_state(GREY)
    assert (panel.drawn.isVisible(), panel.painted.isVisible()) == (True, False)
    panel.show_state(COLOUR)
    assert (panel.drawn.isVisible(), panel.painted.isVisible()) == (False, True)
    assert "labelled avatars" in panel.bars.toolTip()


def test_what_the_shares_are_of_is_said_in_a_low_column_too(panel):
    for height, asked in (
        (451, "share of test items right, 20,000 labels"),
        (560, "Right on the test items"),
    ):
        panel.resize(374, height)
        panel.set_room(374, height)
        assert sum(asked in words for words in said(panel)) == 1
        assert sum("20,000" in words for words in said(panel)) == 1
    panel.set_room(374, 451)
    panel.show_state(COLOUR)
    assert "all 7 attributes right, 100 labels" in said(panel)


def test_the_sample_is_judged_without_a_border_where_none_is_drawn(panel, button):
    assert "its border of 2 pixels" in button(panel, "Judge the sample").toolTip()
    panel.show_state(COLOUR)
    assert "border" not in button(panel, "Judge the sample").toolTip()


def test_a_verdict_is_a_number_with_its_place_and_its_warning(panel):
    panel.show_verdict(judged(2.0))
    words = said(panel)
    assert {"D(x) = 0.881", "logit 2.00, no density", "90.0 %"} <= set(words)
    assert any(sentence.startswith("Above 20 % of the real") for sentence in words)
    assert any(sentence.startswith("No density") for sentence in words)


def test_while_it_is_late_no_number_stands(panel):
    panel.show_verdict(judged(2.0), late=True)
    assert "D(x) = –" in said(panel)
    assert not any(sentence.startswith("Above") for sentence in said(panel))


def test_a_model_without_percentiles_says_so(panel):
    panel.show_explained(Explained("dcgan_fashion", np.zeros(8, np.float32), None, {}))
    panel.show_verdict(judged(2.0))
    assert any("did not come with this model" in sentence for sentence in said(panel))


def test_the_sample_can_be_judged(panel, button, qtbot):
    with qtbot.waitSignal(panel.sample_pressed):
        button(panel, "Judge the sample").click()
    panel.set_sample(False)
    assert not button(panel, "Judge the sample").isEnabled()


def test_a_failure_is_told_where_the_picture_was(panel):
    panel.show_failure("Try another one.")
    assert "There is no verdict" in said(panel)
    panel.show_failure(None)
    assert "There is no verdict" not in said(panel)


@pytest.mark.parametrize(("state", "shape"), [(GREY, (32, 32, 1)), (COLOUR, (64, 64, 3))])
@pytest.mark.parametrize(("width", "height"), [(258, 280), (374, 451), (650, 294), (723, 770)])
def test_what_is_shown_has_room(panel, qtbot, state, shape, width, height):
    panel.show_state(state)
    panel.resize(width, height)
    panel.set_room(width, height)
    panel.show_verdict(judged(1.0, shape))
    inside = panel.findChild(QScrollArea).widget()
    qtbot.waitUntil(lambda: inside.layout().minimumSize().width() <= width)
    assert inside.layout().minimumSize().height() <= height or height < 300
    column = panel.drawn if state is GREY else panel.painted
    assert column.canvas.minimumHeight() >= 100


def test_a_low_wide_room_has_the_words_beside_the_picture(panel, qtbot):
    panel.resize(650, 294)
    panel.set_room(650, 294)
    qtbot.waitUntil(lambda: panel.scale.mapTo(panel, QPoint()).x() > panel.drawn.canvas.width())
    panel.resize(374, 451)
    panel.set_room(374, 451)
    qtbot.waitUntil(lambda: panel.scale.mapTo(panel, QPoint()).x() == 0)


def test_what_d_sees_is_shown_where_it_is_another_picture(panel):
    panel.show_state(GREY)
    panel.show_verdict(judged(1.0))
    assert panel.seen.isVisible()
    panel.show_state(COLOUR)
    assert not panel.seen.isVisible()


def test_a_low_room_scrolls_to_all_there_is(panel, qtbot):
    panel.resize(258, 280)
    panel.set_room(258, 280)
    area = panel.findChild(QScrollArea)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    assert area.viewport().rect().contains(panel.bars.mapTo(area.viewport(), panel.bars.rect().center()))
