import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from genplay.ui import theme
from genplay.ui.theme import DIGITS
from genplay.ui.widgets.class_legend import ClassLegend

LEFT, ALT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.AltModifier
ALL = tuple(range(10))
CLOTHES = ["T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag"]
CLOTHES += ["Ankle boot"]


@pytest.fixture
def legend(show):
    return show(ClassLegend())


@pytest.fixture
def told(legend):
    reports = []
    legend.changed.connect(reports.append)
    return reports


def without(*classes):
    return tuple(label for label in ALL if label not in classes)


def dot(legend, label):
    entry = legend.entry(label)
    image = entry.grab().toImage()
    half = round(theme.current().px(10) / 2) + theme.current().px(1)
    return image.pixelColor(half, image.height() // 2).name()


def test_digits_stand_in_two_rows_of_five(legend):
    places = [legend.entry(label).pos().toTuple() for label in ALL]
    assert [y for _, y in places] == [0] * 5 + [26] * 5
    assert [x for x, _ in places[:5]] == [x for x, _ in places[5:]]
    assert legend.heightForWidth(215) == 52


def test_a_click_hides_a_class_and_another_shows_it(legend, told, qtbot):
    qtbot.mouseClick(legend.entry(3), LEFT)
    qtbot.mouseClick(legend.entry(7), LEFT)
    qtbot.mouseClick(legend.entry(3), LEFT)
    assert told == [without(3), without(3, 7), without(7)]
    assert legend.shown() == without(7)


def test_alt_shows_a_class_alone_and_then_all(legend, told, qtbot):
    qtbot.mouseClick(legend.entry(3), LEFT, ALT)
    qtbot.mouseClick(legend.entry(3), LEFT, ALT)
    assert told == [(3,), ALL]


def double(qtbot, entry):
    """As a mouse does it: press, release, double click, release."""
    qtbot.mouseClick(entry, LEFT)
    qtbot.mouseDClick(entry, LEFT)


def test_a_double_click_shows_a_class_alone_and_then_all(legend, told, qtbot):
    double(qtbot, legend.entry(3))
    assert legend.shown() == (3,)
    double(qtbot, legend.entry(3))
    assert legend.shown() == ALL
    legend.set_shown([3, 4])
    double(qtbot, legend.entry(4))
    assert told[-1] == legend.shown() == (4,)


def test_keys_toggle_and_show_alone(legend, told, qtbot):
    qtbot.keyClick(legend.entry(2), Qt.Key.Key_Space)
    qtbot.keyClick(legend.entry(5), Qt.Key.Key_Return)
    qtbot.keyClick(legend.entry(5), Qt.Key.Key_Return)
    assert told == [without(2), (5,), ALL]


def test_tab_stops_once_and_arrows_move_within(legend, qtbot):
    legend.activateWindow()
    legend.entry(0).setFocus()
    for key, label in [("Right", 1), ("Down", 6), ("Left", 5), ("Up", 0), ("Left", 0)]:
        qtbot.keyClick(legend.window().focusWidget(), getattr(Qt.Key, f"Key_{key}"))
        assert legend.window().focusWidget() is legend.entry(label)
        stops = [one for one in ALL if legend.entry(one).focusPolicy() & Qt.FocusPolicy.TabFocus]
        assert stops == [label]


def test_other_classes_have_the_turn_of_those_before(show, qapp, qtbot):
    page, legend, first, last = QWidget(), ClassLegend(), QPushButton("first"), QPushButton("last")
    column = QVBoxLayout(page)
    for part in (first, legend, last):
        column.addWidget(part)
    show(page)
    legend.set_classes(["shirts", "bags"])
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    legend.entry(0).setFocus()
    QTest.keyClick(legend.entry(0), Qt.Key.Key_Right)
    assert qapp.focusWidget() is legend.entry(1)
    QTest.keyClick(legend.entry(1), Qt.Key.Key_Tab)
    assert qapp.focusWidget() is last


def test_setting_reports_nothing(legend, told):
    legend.set_shown([1, 2])
    assert legend.shown() == (1, 2)
    legend.set_shown(None)
    assert legend.shown() == ALL
    assert told == []


def test_it_can_be_read_aloud(legend):
    legend.set_shown(without(3))
    assert legend.entry(2).accessibleName() == "Digit 2, shown"
    assert legend.entry(3).accessibleName() == "Digit 3, hidden"
    assert legend.entry(3).isCheckable()
    assert not legend.entry(3).isChecked()


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_hidden_classes_are_hollow_at_150_percent(legend, qapp, name):
    theme.apply(qapp, theme.Theme(name, 1.5))
    legend.resize(legend.sizeHint())
    legend.set_shown([3])
    assert dot(legend, 3) == DIGITS[3].lower()
    assert dot(legend, 4) != DIGITS[4].lower()
    shown, hidden = (legend.entry(label).grab().toImage() for label in (3, 8))
    assert shown.copy(25, 0, 15, 39) != hidden.copy(25, 0, 15, 39)  # the name too is told apart


@pytest.mark.parametrize(("width", "columns"), [(600, 5), (215, 2), (100, 1), (10, 1), (0, 1)])
def test_long_names_take_fewer_columns(legend, width, columns):
    legend.set_classes(CLOTHES)
    assert legend.columns(width) == columns
    assert legend.heightForWidth(width) == 26 * -(-10 // columns)


def test_other_classes_replace_these(legend):
    legend.set_shown([1])
    legend.set_classes(CLOTHES[:3])
    assert legend.shown() == (0, 1, 2)
    assert legend.entry(2).accessibleName() == "Pullover, shown"
    assert len([entry for entry in legend.findChildren(type(legend.entry(0))) if entry.isVisible()]) == 3
    legend.set_classes([])
    assert legend.columns(100) == 1


def test_in_a_layout_it_takes_the_rows_that_it_needs(qtbot):
    box = QWidget()
    qtbot.addWidget(box)
    legend = ClassLegend()
    legend.set_classes(CLOTHES)
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(legend)
    column.addStretch(1)
    box.resize(215, 400)
    box.show()
    qtbot.waitUntil(lambda: legend.height() == 5 * 26)
    box.resize(700, 400)
    qtbot.waitUntil(lambda: legend.height() == 2 * 26)


def test_the_focus_is_drawn(legend):
    legend.activateWindow()
    legend.entry(1).setFocus()
    legend.entry(0).setFocus()
    with_focus = legend.grab().toImage()
    legend.entry(0).clearFocus()
    assert legend.grab().toImage() != with_focus
