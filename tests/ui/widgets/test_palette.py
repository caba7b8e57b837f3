import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QListView, QVBoxLayout, QWidget

from genplay.ui import theme
from genplay.ui.theme import Theme
from genplay.ui.widgets.palette import CommandPalette

ROWS = [
    ("edit.undo", "Undo stroke", "Ctrl+Z", True),
    ("edit.redo", "Redo", "Ctrl+Shift+Z", False),
    ("time.play", "Play or pause", "Space", True),
    ("draw.centre", "Centre and scale", "C", True),
]


@pytest.fixture
def window(qtbot):
    widget = QWidget()
    widget.resize(1280, 720)
    line = QLineEdit(widget)
    line.setObjectName("other")
    QVBoxLayout(widget).addWidget(line)
    qtbot.addWidget(widget)
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)
    line.setFocus()
    return widget


@pytest.fixture
def palette(window):
    widget = CommandPalette(window)
    widget.open(ROWS)
    return widget


@pytest.fixture
def chosen(palette):
    heard = []
    palette.chosen.connect(heard.append)
    return heard


def line(palette):
    return palette.findChild(QLineEdit)


def listed(palette):
    model = palette.findChild(QListView).model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def current(palette):
    return palette.findChild(QListView).currentIndex().data()


def test_opens_near_the_top_in_the_middle_with_everything(palette):
    assert palette.isVisible()
    assert palette.geometry().center().x() == pytest.approx(640, abs=1)
    assert palette.y() < 100
    assert listed(palette) == [row[1] for row in ROWS]
    assert line(palette).hasFocus()


def test_letters_filter_the_best_first(palette, qtbot):
    qtbot.keyClicks(line(palette), "cs")
    assert listed(palette) == ["Centre and scale"]
    line(palette).clear()
    qtbot.keyClicks(line(palette), "p")
    assert listed(palette)[0] == "Play or pause"


def test_enter_runs_the_current_row(palette, chosen, qtbot, window):
    qtbot.keyClick(line(palette), Qt.Key.Key_Down)
    assert current(palette) == "Play or pause"  # Redo cannot run now
    qtbot.keyClick(line(palette), Qt.Key.Key_Return)
    assert chosen == ["time.play"]
    assert not palette.isVisible()
    assert window.focusWidget().objectName() == "other"


def test_up_and_down_stop_at_the_ends(palette, qtbot):
    qtbot.keyClick(line(palette), Qt.Key.Key_Up)
    assert current(palette) == "Undo stroke"
    for _ in range(9):
        qtbot.keyClick(line(palette), Qt.Key.Key_Down)
    assert current(palette) == "Centre and scale"


def test_click_runs_a_row(palette, chosen, qtbot):
    view = palette.findChild(QListView)
    place = view.visualRect(view.model().index(3, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen == ["draw.centre"]


def test_command_that_cannot_run_is_shown_but_not_run(palette, chosen, qtbot):
    qtbot.keyClicks(line(palette), "redo")
    assert listed(palette) == ["Redo"]
    qtbot.keyClick(line(palette), Qt.Key.Key_Return)
    assert chosen == []
    assert palette.isVisible()


def test_escape_closes_and_gives_the_focus_back(palette, chosen, qtbot, window):
    qtbot.keyClick(line(palette), Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert chosen == []
    assert window.focusWidget().objectName() == "other"


def test_click_elsewhere_closes(palette, qtbot, window):
    other = window.findChild(QLineEdit, "other")
    qtbot.mouseClick(other, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    qtbot.waitUntil(lambda: not palette.isVisible())


def test_nothing_found_says_so_and_enter_is_harmless(palette, chosen, qtbot):
    qtbot.keyClicks(line(palette), "zzz")
    assert listed(palette) == []
    assert not palette.findChild(QListView).isVisible()
    qtbot.keyClick(line(palette), Qt.Key.Key_Return)
    assert chosen == []


def test_opening_again_starts_afresh(palette, qtbot):
    qtbot.keyClicks(line(palette), "cs")
    qtbot.keyClick(line(palette), Qt.Key.Key_Escape)
    palette.open(ROWS[:2])
    assert line(palette).text() == ""
    assert listed(palette) == ["Undo stroke", "Redo"]


def test_stays_centred_and_scales(palette, window, qapp):
    window.resize(1000, 720)
    assert palette.geometry().center().x() == pytest.approx(500, abs=1)
    theme.apply(qapp, Theme("dark", 1.5))
    assert palette.width() == 780
    assert palette.geometry().center().x() == pytest.approx(500, abs=1)


def test_opening_while_open_keeps_where_the_focus_came_from(palette, qtbot, window):
    palette.open(ROWS)
    qtbot.keyClick(line(palette), Qt.Key.Key_Escape)
    assert window.focusWidget().objectName() == "other"


def test_what_had_the_focus_may_be_gone(palette, qtbot, window):
    other = window.findChild(QLineEdit, "other")
    other.deleteLater()
    qtbot.waitUntil(lambda: window.findChild(QLineEdit, "other") is None)
    qtbot.keyClick(line(palette), Qt.Key.Key_Escape)
    assert not palette.isVisible()
