import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from genplay.ui import theme
from genplay.ui.theme import LIGHT, Theme
from genplay.ui.widgets.thumb import Gallery, Thumb
from genplay.ui.widgets.thumbnails import ThumbnailStrip

pytestmark = pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)  # of menus

LEFT = Qt.MouseButton.LeftButton
LINE = np.eye(28, dtype=np.uint8)
PICTURES = [(f"Picture {number}", np.roll(LINE, number)) for number in range(9)]


@pytest.fixture
def thumb(qtbot):
    made = Thumb("A line")
    made.set_picture(LINE)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def gallery(qtbot):
    made = Gallery(None)
    made.addAction("Something else")
    made.set_pictures(PICTURES)
    qtbot.addWidget(made)
    made.popup(QPoint())
    qtbot.waitUntil(made.isVisible)
    return made


def test_it_shows_ink_on_paper(thumb):
    image = thumb.grab().toImage()
    colours = {image.pixelColor(x, x).name().upper() for x in range(3, 31)}
    assert colours == {LIGHT.ink}
    assert image.pixelColor(20, 8).name().upper() == LIGHT.paper


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_it_is_a_button(thumb, qtbot, key):
    with qtbot.waitSignal(thumb.clicked):
        QTest.mouseClick(thumb, LEFT)
    with qtbot.waitSignal(thumb.clicked):
        QTest.keyClick(thumb, key)
    assert thumb.accessibleName() == thumb.toolTip() == "A line"


def test_it_is_as_large_as_those_of_a_strip(thumb, qtbot, qapp):
    strip = ThumbnailStrip()
    qtbot.addWidget(strip)
    for scale in (1.0, 1.5, 2.0):
        theme.apply(qapp, Theme("light", scale))
        assert thumb.sizeHint().height() == strip.sizeHint().height()


def test_a_picture_is_chosen_and_the_gallery_closes(gallery, qtbot):
    thumbs = gallery.thumbs()
    assert [thumb.accessibleName() for thumb in thumbs] == [name for name, _ in PICTURES]
    assert thumbs[7].y() > thumbs[6].y() == thumbs[0].y()
    with qtbot.waitSignal(gallery.chosen) as chosen:
        QTest.mouseClick(thumbs[4], LEFT)
    assert chosen.args == [4]
    assert not gallery.isVisible()


def test_the_keys_lead_from_the_words_to_the_pictures(gallery, qtbot):
    for _ in range(2):
        QTest.keyClick(gallery, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is gallery.thumbs()[0]
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right):
        QTest.keyClick(QApplication.focusWidget(), key)
    with qtbot.waitSignal(gallery.chosen) as chosen:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert chosen.args == [8]


def test_it_is_laid_out_anew_at_another_scale(gallery, qapp):
    before = gallery.thumbs()[0].width()
    gallery.close()
    theme.apply(qapp, Theme("light", 2.0))
    gallery.popup(QPoint())
    assert len(gallery.thumbs()) == len(PICTURES)
    assert gallery.thumbs()[0].width() > before
    assert len(gallery.actions()) == 2
    gallery.close()
