import pytest
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from genplay.ui.theme import Theme
from genplay.ui.widgets.strip import paint_strip


class Strip(QWidget):
    current = Theme()

    def paintEvent(self, event):
        paint_strip(QPainter(self), self, self.current)


@pytest.mark.parametrize(
    ("name", "edge", "inside"),
    [("light", "#f4f5f8", "#f4f5f8"), ("dark", "#0d1015", "#0d1015"), ("contrast", "#ffffff", "#000000")],
)
def test_high_contrast_frames_what_the_others_tint(qtbot, look, name, edge, inside):
    strip = Strip()
    qtbot.addWidget(strip)
    strip.current = Theme(name)
    strip.resize(200, 32)
    assert (look(strip)(100, 0), look(strip)(100, 16)) == (edge, inside)
