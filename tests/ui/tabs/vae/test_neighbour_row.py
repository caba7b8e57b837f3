import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QFontMetricsF, QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from genplay.ui import theme
from genplay.ui.tabs.vae.neighbour_row import Near, NeighbourRow

NAMES = ["T-shirt", "Trousers", "Ankle boot", "Bag", "Coat", "Dress"]


@pytest.fixture
def row(show):
    return show(NeighbourRow(6), 790, 48)


@pytest.fixture
def near(answers):
    return [Near(answers.picture(k), name, f"0.{k}00", f"hint {k}") for k, name in enumerate(NAMES)]


@pytest.fixture
def heard(row):
    found = []
    row.chosen.connect(found.append)
    return found


def pixels(row, place):
    """The picture as it is on screen, True where there is ink."""
    image, box = row.grab().toImage(), row.box(place)
    ink, step = theme.current().color("ink").name(), box.width() // 28
    return [
        [image.pixelColor(box.left() + x * step, box.top() + y * step).name() == ink for x in range(28)]
        for y in range(28)
    ]


def test_each_picture_is_drawn_pixel_by_pixel(row, near):
    row.set_near(near)
    for place in range(6):
        assert pixels(row, place) == (near[place].drawing.pixels() == 1).tolist()


def test_a_click_on_picture_or_words_takes_it(row, near, heard, qtbot):
    row.set_near(near)
    for place in (0, 5, 3):
        qtbot.mouseClick(row, Qt.MouseButton.LeftButton, pos=row.cell(place).center())
    assert heard == [near[place].drawing for place in (0, 5, 3)]
    qtbot.mouseClick(row, Qt.MouseButton.RightButton, pos=row.cell(1).center())
    assert len(heard) == 3


def test_empty_places_cannot_be_taken(row, near, heard, qtbot):
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton, pos=row.cell(0).center())
    row.set_near(near[:2])
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton, pos=row.cell(2).center())
    qtbot.keyClick(row, Qt.Key.Key_Return)
    assert heard == [near[0].drawing]


def test_the_keys_go_and_take(row, near, heard, qtbot):
    row.set_near(near)
    row.setFocus()
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Return):
        qtbot.keyClick(row, key)
    for _ in range(9):
        qtbot.keyClick(row, Qt.Key.Key_Right)
    qtbot.keyClick(row, Qt.Key.Key_Space)
    assert heard == [near[2].drawing, near[5].drawing]


def test_the_keys_begin_where_was_clicked(row, near, heard, qtbot):
    row.set_near(near)
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton, pos=row.cell(3).center())
    qtbot.keyClick(row, Qt.Key.Key_Right)
    qtbot.keyClick(row, Qt.Key.Key_Return)
    assert heard == [near[3].drawing, near[4].drawing]


def test_a_place_without_a_picture_is_a_pale_frame(row, near):
    row.set_near(near[:2])
    image = row.grab().toImage()
    edges = [
        image.pixelColor(row.box(place).left() - 1, row.box(place).center().y()).name() for place in (1, 2)
    ]
    assert edges == [theme.current().color(token).name() for token in ("control", "line")]


def test_keys_take_nothing_where_there_is_nothing(row, heard, qtbot):
    qtbot.keyClick(row, Qt.Key.Key_Return)
    qtbot.keyClick(row, Qt.Key.Key_Right)
    assert heard == []


def test_pictures_grow_by_whole_pixels_and_keep_their_size_whatever_is_shown(row, near):
    row.set_names(NAMES)
    row.resize(1200, 90)
    before = row.box(0).size()
    assert before.width() == 28 * 3
    row.set_near([near[3]])
    assert row.box(0).size() == before
    row.resize(1200, 60)
    assert row.box(0).width() == 28 * 2


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_pictures_and_words_have_their_room(row, near, qapp, scale):
    theme.apply(qapp, theme.Theme(scale=scale))
    row.set_names(NAMES)
    row.set_near(near)
    row.resize(row.sizeHint())
    font = theme.current().font("caption")
    font.setWeight(theme.current().font("label").weight())
    widest = max(QFontMetricsF(font).horizontalAdvance(name) for name in NAMES)
    for place in range(6):
        assert row.rect().contains(row.box(place))
        assert row.cell(place).right() - row.box(place).right() >= widest
        assert row.box(place).height() <= row.height()


def test_the_picture_under_the_pointer_is_framed(row, near, qtbot):
    row.set_near(near)
    accent = theme.current().color("accent").name()

    def framed(place):
        box = row.box(place)
        return row.grab().toImage().pixelColor(box.left() - 1, box.center().y()).name() == accent

    qtbot.mouseMove(row, row.cell(4).center())
    qtbot.waitUntil(lambda: framed(4))
    assert not framed(3)
    QApplication.sendEvent(row, QEvent(QEvent.Type.Leave))
    assert not framed(4)


def test_the_pointer_is_told_which_it_is(row, near, monkeypatch):
    row.set_near(near)
    said = []
    monkeypatch.setattr(QToolTip, "showText", lambda _at, words, _of: said.append(words))
    for place in (1, 2):
        at = row.cell(place).center()
        QApplication.sendEvent(row, QHelpEvent(QEvent.Type.ToolTip, at, row.mapToGlobal(at)))
    row.set_near([])
    QApplication.sendEvent(row, QHelpEvent(QEvent.Type.ToolTip, QPoint(5, 5), QPoint(5, 5)))
    assert said == ["hint 1", "hint 2", ""]


def test_a_screen_reader_is_told_all(row, near):
    row.set_near(near)
    assert row.accessibleDescription().startswith("T-shirt, 0.000; Trousers, 0.100;")
    assert row._at(QPointF(-5, 3)) is None
