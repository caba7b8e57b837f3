import pytest
from PySide6.QtCore import Qt

from genplay.ui import theme
from genplay.ui.theme import DARK, Theme
from genplay.ui.widgets.hairline import Hairline


def test_thickness_and_length_follow_the_scale(qtbot, qapp):
    line = Hairline(Qt.Orientation.Vertical, 18)
    qtbot.addWidget(line)
    assert (line.width(), line.height()) == (1, 18)
    theme.apply(qapp, Theme("light", 2.0))
    assert (line.width(), line.height()) == (2, 36)


@pytest.mark.parametrize("token", ["line", "control"])
def test_colour_is_the_token(qtbot, qapp, token):
    line = Hairline(color=token)
    qtbot.addWidget(line)
    line.resize(10, 1)
    theme.apply(qapp, Theme("dark"))
    assert line.grab().toImage().pixelColor(5, 0).name().upper() == getattr(DARK, token)
