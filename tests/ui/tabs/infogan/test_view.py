"""The page at every size: all that is shown fits its place."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from genplay.families.base import Drawing
from genplay.ui.tabs.infogan.code_bars import CodeBars
from genplay.ui.tabs.infogan.code_spread import CodeSpread
from genplay.ui.tabs.infogan.information_bars import InformationBars
from genplay.ui.tabs.infogan.view import InfoGanView
from genplay.ui.widgets.formula import FormulaLabel, FormulaStrip
from genplay.ui.widgets.heat_map import HeatMap
from genplay.ui.widgets.key import Key
from genplay.ui.widgets.legend import Legend
from genplay.ui.widgets.picture_button import PictureButton
from genplay.ui.widgets.picture_wall import PictureWall
from genplay.ui.widgets.pixel_canvas import PixelCanvas
from tests.ui.tabs import layout
from tests.ui.tabs.conftest import Hand
from tests.ui.tabs.infogan import made
from tests.ui.tabs.layout import Layout, dress, within

PAINTED = (
    CodeBars,
    CodeSpread,
    FormulaLabel,
    FormulaStrip,
    HeatMap,
    InformationBars,
    Key,
    Legend,
    PictureWall,
    PixelCanvas,
)
ROOMS = {
    room: (scale, width - int(32 * scale), height - int(65 * scale))
    for room, (scale, width, height) in layout.ROOMS.items()
}
ROOMS |= {"at 125 %": (1.25, 1174, 571), "at 175 %": (1.75, 1230, 610), "between": (1.0, 951, 689)}
EXAMPLES = [(f"Digit {digit}", (255 * made.GREYS).astype("uint8")) for digit in range(10)]


@pytest.fixture
def view(around, qtbot):
    return within(around, InfoGanView(EXAMPLES), qtbot)


def is_too_small(picture):
    """Whether a picture has not a whole pixel for each of its own."""
    return min(picture.width(), picture.height()) < picture._shape[0]


def is_cut(button):
    """Whether the frame of a category's picture is cut."""
    return button.height() < button.sizeHint().height() or button.width() < button.sizeHint().width()


def check(view, qtbot):
    Layout(view, qtbot, PAINTED, {HeatMap: is_too_small, PictureButton: is_cut}).check()


@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize("plain", [False, True])
def test_nothing_is_cut_and_nothing_lies_on_anything(view, qapp, qtbot, plain, room):
    dress(view, qapp, *ROOMS[room])
    told = made.confusion(both=True)
    view.show_scene(made.scene(plain=plain, seed=123, confusion=told), playing=False)
    check(view, qtbot)


@pytest.mark.parametrize("room", ROOMS)
def test_what_is_awaited_takes_no_other_room(view, qapp, qtbot, room):
    dress(view, qapp, *ROOMS[room])
    view.show_scene(made.scene(answered=False, locked=False, drawing=Drawing.blank()), playing=True)
    check(view, qtbot)


@pytest.mark.parametrize(
    ("scale", "width", "height"), [(1.0, 1228, 684), (1.5, 1202, 666), (1.5, 1842, 1026)]
)
def test_a_class_in_the_last_row_sees_all_of_it(view, qapp, qtbot, scale, width, height):
    dress(view, qapp, scale, width, height, projector=True)
    view.show_scene(made.scene(), playing=False)
    check(view, qtbot)
    assert view.wall.isVisible()
    assert view.reader.isVisible() == (width / scale > 1000)
    assert "InfoGAN" in [label.text() for label in view.findChildren(QLabel) if label.isVisible()]


def test_the_transport_says_where_the_sweep_is(view):
    view.show_scene(made.scene(numbers=(1.0, 0.0)), playing=True)
    assert view.transport._counter.text().count("45")
    view.show_scene(made.scene(swept="c1"), playing=False)
    assert "/ 9" in view.transport._counter.text()


def test_the_plain_gan_has_a_note_of_its_own(view, texts):
    view.show_scene(made.scene(), playing=False)
    assert any("Training saw no label" in said for said in texts(view.note))
    view.show_scene(made.scene(plain=True), playing=False)
    assert any("mean nothing" in said for said in texts(view.note))


def test_what_normalisation_does_is_said_of_the_game_where_d_has_one(view):
    view.show_scene(made.scene(), playing=False)
    assert view.formula.toolTip() == ""
    view.show_scene(made.scene(made=replace(made.picture(), normed=True)), playing=False)
    assert "often lower" in view.formula.toolTip()


PLACES = [
    "the least window",
    "1280 x 720",
    "1280 x 720 at 150 %",
    "the least window at 150 %",
    "at 125 %",
    "at 175 %",
]


@pytest.mark.parametrize("room", PLACES)
def test_a_drawing_can_be_read_at_every_width(view, qapp, qtbot, room):
    dress(view, qapp, *ROOMS[room])
    view.show_scene(made.scene(), playing=False)
    assert view.wall.isVisible()
    view.picture.read_pressed.emit()
    assert view.reader.isVisible()
    assert view.wall.isVisible() == (room in {"1280 x 720", "at 125 %"})
    check(view, qtbot)
    view.show_scene(made.scene(drawing=Drawing.blank()), playing=False)
    check(view, qtbot)
    view.choice.chosen.emit("wall")
    assert view.wall.isVisible()
    check(view, qtbot)


@pytest.mark.parametrize("plain", [False, True])
@pytest.mark.parametrize("room", PLACES)
def test_what_the_codes_tell_can_be_seen_at_every_size(view, qapp, qtbot, room, plain):
    dress(view, qapp, *ROOMS[room])
    view.show_scene(made.scene(plain=plain), playing=False)
    view.choice.chosen.emit("facts")
    qtbot.waitUntil(lambda: view.ledger.bars.isVisible() and view.confusion.map.isVisible())
    assert view.codes.isVisible()
    check(view, qtbot)


def test_what_was_chosen_is_below_again_where_it_has_room(view, qapp, qtbot):
    dress(view, qapp, *ROOMS["1280 x 720 at 150 %"])
    view.show_scene(made.scene(), playing=False)
    view.choice.chosen.emit("facts")
    assert view.facts.isAncestorOf(view.ledger)
    dress(view, qapp, *ROOMS["1280 x 720"])
    qtbot.waitUntil(lambda: not view.facts.isAncestorOf(view.ledger))
    assert view.wall.isVisible()
    assert view.ledger.bars.y() < view.ledger.bars.bar(0).bottom() < view.ledger.height()
    check(view, qtbot)


def test_the_switch_has_names_for_which_there_is_room_when_there_is_one_more(view, qapp, qtbot):
    dress(view, qapp, *ROOMS["the least window"])
    view.show_scene(made.scene(), playing=False)
    qtbot.waitUntil(view.choice.isVisible)
    view.resize(800, 420)
    qtbot.waitUntil(lambda: len(view._layout.choices) == 3)
    check(view, qtbot)


def test_a_class_sees_infogans_bar_against_the_plain_gans(view, qapp, qtbot):
    dress(view, qapp, 1.5, 1202, 666, projector=True)
    view.show_scene(made.scene(), playing=False)
    assert press(view, "Information")
    qtbot.waitUntil(view.ledger.bars.isVisible)
    assert view.ledger.bars.bar(0).width() > 20 * view.ledger.bars.bar(1).width()
    check(view, qtbot)


def test_before_a_class_the_reader_takes_the_place_of_the_wall_and_leaves_it(view, qapp, qtbot):
    dress(view, qapp, 1.5, 1202, 666, projector=True)
    view.show_scene(made.scene(), playing=False)
    assert press(view, "Reader")
    qtbot.waitUntil(view.reader.isVisible)
    assert not view.wall.isVisible()
    assert view.codes.isVisible()
    assert view.reader.bars.likeliest() is not None
    check(view, qtbot)
    with qtbot.waitSignal(view.reader.drawn):
        Hand(view.reader.canvas).stroke((3, 3), (3, 9))
    with qtbot.waitSignal(view.reader.told):
        QTest.mouseClick(view.reader._use, Qt.MouseButton.LeftButton)
    assert press(view, "Codes")
    qtbot.waitUntil(view.wall.isVisible)
    assert not view.reader.isVisible()
    check(view, qtbot)


def test_the_keys_choose_between_wall_and_reader(view, qapp, qtbot):
    dress(view, qapp, 1.5, 1202, 666, projector=True)
    view.show_scene(made.scene(), playing=False)
    current = next(piece for piece in view.choice.findChildren(QPushButton) if piece.isChecked())
    current.setFocus()
    QTest.keyClick(current, Qt.Key.Key_Right)
    qtbot.waitUntil(view.reader.isVisible)
    QTest.keyClick(qapp.focusWidget(), Qt.Key.Key_Right)
    qtbot.waitUntil(view.facts.isVisible)
    QTest.keyClick(qapp.focusWidget(), Qt.Key.Key_Left)
    qtbot.waitUntil(view.reader.isVisible)


def press(view, words):
    """Click a piece of the switch, and tell whether it is the one that is on then."""
    pieces = [piece for piece in view.choice.findChildren(QPushButton) if piece.text() == words]
    assert len(pieces) == 1
    QTest.mouseClick(pieces[0], Qt.MouseButton.LeftButton)
    return pieces[0].isChecked()
