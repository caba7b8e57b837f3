"""The large pointer comes with projector mode and leaves with it."""

import pytest
from PySide6.QtGui import QGuiApplication

from genplay.ui import pointer
from genplay.ui.theme import Theme


@pytest.fixture(autouse=True)
def ordinary_pointer(qapp):
    yield
    pointer.show(Theme())


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_the_pointer_is_large_in_projector_mode_only(qapp, name):
    pointer.show(Theme(name, 1.5, projector=True))
    cursor = QGuiApplication.overrideCursor()
    assert cursor.pixmap().width() >= 64
    assert cursor.hotSpot().x() == cursor.hotSpot().y() == 35
    pointer.show(Theme(name))
    assert QGuiApplication.overrideCursor() is None


def test_a_change_of_theme_leaves_one_pointer_to_take_away(qapp):
    pointer.show(Theme("light", 1.5, projector=True))
    pointer.show(Theme("dark", 1.5, projector=True))
    pointer.show(Theme("dark"))
    assert QGuiApplication.overrideCursor() is None


def test_the_arrow_is_ink_with_its_tip_on_the_hot_spot(qapp):
    theme = Theme("light", 1.5, projector=True)
    pointer.show(theme)
    image = QGuiApplication.overrideCursor().pixmap().toImage()
    assert image.pixelColor(38, 50).name().upper() == theme.tokens.ink
    assert image.pixelColor(0, 0).alpha() == 0
    assert 0 < image.pixelColor(20, 20).alpha() < 128
