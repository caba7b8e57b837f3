import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QPushButton

from genplay.ui import theme
from genplay.ui.widgets.heat_map import HeatMap

PAPER, SUNKEN, ACCENT = "#ffffff", "#ebeef3", "#5a42cf"


@pytest.fixture
def heat(show):
    return show(HeatMap("probability"))


def middle(heat, index):
    return heat.pixel_rect(index).center().toPoint().toTuple()


def colours(heat, picture):
    return [picture(*middle(heat, index)) for index in range(784)]


def test_every_index_shows_its_colour_of_the_map(heat, look):
    heat.set_values(np.arange(784).reshape(28, 28).astype(np.uint8))
    table = [QColor(colour).name() for colour in theme.current().table("probability")]
    assert colours(heat, look(heat)) == [table[index % 256] for index in range(784)]


def test_another_table_colours_the_same_values(heat, look):
    heat.set_values(np.full((28, 28), 255, np.uint8))
    heat.set_table("surprise")
    assert look(heat)(100, 100) == "#511505"


def test_no_values_are_paper(heat, look):
    heat.set_values(np.full((28, 28), 255, np.uint8))
    heat.set_values(None)
    assert set(colours(heat, look(heat))) == {PAPER}


def test_the_future_is_hidden_whatever_its_values(heat, look):
    values = np.full((28, 28), 255, np.uint8)
    heat.set_values(values)
    heat.set_visible_until(300)
    first = heat.grab().toImage()
    assert len(set(colours(heat, look(heat))[:300])) == 1
    assert "#0a2450" not in colours(heat, look(heat))[300:]
    values = values.copy()
    values.flat[300:] = 0
    heat.set_values(values)
    assert heat.grab().toImage() == first


def test_the_hatch_is_sunken_with_lines_and_stays_in_place(heat, look):
    heat.set_visible_until(0)
    whole, row = look(heat), 200
    line = [whole(x, row) for x in range(1, 253)]
    assert SUNKEN in line
    assert min(QColor(colour).red() for colour in line) == pytest.approx(0xDD, abs=2)
    heat.set_visible_until(280)
    assert [look(heat)(x, row) for x in range(1, 253)] == line


@pytest.mark.parametrize("count", [0, 1, 28, 783, 784])
def test_any_number_of_pixels_may_be_visible(heat, look, count):
    heat.set_values(np.full((28, 28), 255, np.uint8))
    heat.set_visible_until(count)
    assert colours(heat, look(heat)).count("#0a2450") == count


def test_a_stale_picture_is_pale_and_says_so(heat, look):
    heat.set_values(np.full((28, 28), 255, np.uint8))
    heat.set_stale(True)
    pale = QColor(look(heat)(20, 20))
    assert pale.red() == pytest.approx(0.4 * 0x0A + 0.6 * 0xFF, abs=1)
    assert look(heat)(126, 118) == PAPER  # the pill of "updating"
    heat.set_stale(False)
    assert look(heat)(20, 20) == "#0a2450"


def test_loading_takes_the_place_of_the_picture_and_shows_patience(heat, look, qtbot):
    heat.set_values(np.full((28, 28), 255, np.uint8))
    heat.set_loading("Loading NADE")
    assert look(heat)(20, 20) == PAPER
    assert ACCENT not in [look(heat)(x, 252) for x in range(0, 254, 9)]
    qtbot.waitUntil(lambda: ACCENT in [look(heat)(x, 252) for x in range(0, 254, 9)])
    assert heat.accessibleDescription() == "Loading NADE"
    heat.set_loading(None)
    assert look(heat)(20, 20) == "#0a2450"


def test_an_error_stands_in_the_frame_with_its_two_buttons(heat, look, qtbot):
    heat.set_error("NADE could not be loaded.", "Fetch it again.")
    assert look(heat)(0, 100) == "#848da0"
    copy, again = heat.findChildren(QPushButton)
    assert (copy.text(), again.text()) == ("Copy details", "Try again")
    with qtbot.waitSignal(heat.copy_pressed):
        qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(heat.retry_pressed):
        qtbot.mouseClick(again, Qt.MouseButton.LeftButton)
    heat.set_error(None)
    assert not copy.isVisible()


def test_the_error_grows_with_the_frame(heat):
    heat.set_error("NADE could not be loaded.")
    heat.resize(400, 400)
    panel = heat.findChildren(QPushButton)[0].parentWidget()
    assert panel.geometry().getRect() == (1, 1, 392, 392)


def test_colours_follow_the_theme(heat, look, qapp):
    heat.set_values(np.zeros((28, 28), np.uint8))
    theme.apply(qapp, theme.Theme("dark"))
    assert look(heat)(100, 100) == "#0d1015"


def test_picking_and_asking_work_on_a_map(heat, qtbot):
    spot = heat.pixel_rect(100).center().toPoint()
    with qtbot.waitSignal(heat.picked) as picked:
        qtbot.mouseClick(heat, Qt.MouseButton.LeftButton, pos=spot)
    with qtbot.waitSignal(heat.flip_requested) as asked:
        qtbot.mouseClick(heat, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.AltModifier, pos=spot)
    assert (picked.args, asked.args) == ([100], [100])


def covered(heat, sentences):
    """Tell how many pixels a notice covers."""
    heat.set_visible_until(0)
    heat.set_notice(())
    before = heat.grab().toImage()
    heat.set_notice(sentences)
    after = heat.grab().toImage()
    spots = (heat.pixel_rect(index).center().toPoint() for index in range(784))
    return sum(before.pixelColor(spot) != after.pixelColor(spot) for spot in spots)


def test_a_notice_stands_in_the_middle_and_where_the_pointer_rests(heat, look):
    assert covered(heat, ("No map",)) > 10
    assert look(heat)(*middle(heat, 0)) != look(heat)(*middle(heat, 28 * 14 + 3))
    assert heat.toolTip() == heat.accessibleDescription() == "No map"
    heat.set_notice(())
    assert heat.toolTip() == heat.accessibleDescription() == ""


def test_of_a_notice_the_first_sentence_that_is_not_cut_is_shown(heat):
    long, short = "Word " * 200, "No map"
    assert covered(heat, (long, short)) == covered(heat, (short,))
    assert covered(heat, (long,)) == 0
    assert covered(heat, ("W" * 60, short)) == covered(heat, (short,))  # a word that is too wide
    heat.setFixedSize(30, 30)
    assert covered(heat, (short,)) == 0
