from PySide6.QtGui import QColor

from genplay.ui import theme
from genplay.ui.widgets.swatch import Swatch


def test_it_shows_its_grey(show, look):
    swatch = show(Swatch())
    for level in (255, 120, 0):
        swatch.set_level(level)
        expected = QColor.fromRgb(theme.current().table("grey")[level]).name()
        assert look(swatch)(swatch.width() // 2, swatch.height() // 2) == expected
