import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from genplay.ui import theme
from genplay.ui.theme import DARK, LIGHT, Theme
from genplay.ui.widgets.buttons import Button, Chip, IconButton, Link


def shown(qtbot, widget):
    qtbot.addWidget(widget)
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)
    return widget


def colours(widget):
    image = widget.grab().toImage()
    return {
        image.pixelColor(x, y).name().upper() for x in range(image.width()) for y in range(image.height())
    }


@pytest.mark.parametrize("kind", ["outlined", "primary", "quiet"])
def test_click_and_space_press(qtbot, kind):
    button = shown(qtbot, Button("Sample again", kind, "dice"))
    with qtbot.waitSignal(button.clicked):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_Space)


def test_a_click_leaves_no_focus_ring_but_tab_does(qtbot):
    window = QWidget()
    field, button = QLineEdit(window), Button("Sample again", parent=window)
    button.move(0, 40)
    shown(qtbot, window)
    field.setFocus()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert field.hasFocus()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    assert button.grab().toImage().pixelColor(button.width() // 2, 1).name().upper() == LIGHT.accent


def test_focus_changes_no_size(qtbot):
    button = shown(qtbot, Button("Sample again"))
    before = button.sizeHint()
    button.setFocus()
    assert button.sizeHint() == before


def test_primary_is_filled_with_the_accent(qtbot, qapp):
    button = shown(qtbot, Button("Complete", "primary", "dice"))
    button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)
    corner = QPoint(6, button.height() // 2)
    assert button.grab().toImage().pixelColor(corner).name().upper() in (LIGHT.accent, LIGHT.accent_hover)
    theme.apply(qapp, Theme("dark"))
    assert button.grab().toImage().pixelColor(corner).name().upper() in (DARK.accent, DARK.accent_hover)
    assert DARK.on_accent in colours(button)


def test_heights_follow_the_scale(qtbot, qapp):
    button, icon, chip = (shown(qtbot, w) for w in (Button("Go"), IconButton("undo", "Undo"), Chip("NADE")))
    assert (button.sizeHint().height(), icon.height(), chip.sizeHint().height()) == (30, 30, 26)
    theme.apply(qapp, Theme("light", 1.5))
    assert (icon.width(), icon.height()) == (45, 45)
    assert button.sizeHint().height() == pytest.approx(45, abs=1)
    assert icon.iconSize().width() == 27


def test_icon_button_says_what_it_does(qtbot):
    button = shown(qtbot, IconButton("undo", "Undo"))
    assert button.accessibleName() == button.toolTip() == "Undo"
    assert LIGHT.text2 in colours(button)


def test_icon_button_that_is_on_takes_the_accent(qtbot):
    button = shown(qtbot, IconButton("stop", "Pen"))
    button.setCheckable(True)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert button.isChecked()
    assert LIGHT.accent in colours(button)
    assert LIGHT.text2 not in colours(button)


def test_chip_shows_plus_or_tick(qtbot):
    chip = shown(qtbot, Chip("NADE"))
    plus = chip.icon().pixmap(24).toImage()
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert chip.isChecked()
    assert chip.icon().pixmap(24).toImage() != plus


def test_link_is_words_in_the_accent_unless_it_can_do_nothing(qtbot):
    link = shown(qtbot, Link("Reset"))
    assert link.accessibleName() == "Reset"
    assert LIGHT.accent in colours(link)
    link.setEnabled(False)
    assert LIGHT.accent not in colours(link)
    assert LIGHT.text3 in colours(link)


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.5])
def test_link_never_cuts_its_words(qtbot, qapp, scale):
    link = shown(qtbot, Link("Reset"))
    theme.apply(qapp, Theme("light", scale))
    link.set_words("Blend with another")
    words = link.fontMetrics().horizontalAdvance("Blend with another")
    assert link.minimumSizeHint().width() >= words
    assert link.minimumSizeHint().height() >= 22 * scale
