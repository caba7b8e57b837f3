"""The bar of colours between its words."""

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from genplay.ui import theme
from genplay.ui.tabs.gan.relief import STRENGTH
from genplay.ui.tabs.gan.scale import Scale, paint_scale, paint_sentence
from tests.ui.tabs.painted import seen

ENDS = ("0 fake", "1 real")


def reddish(picture):
    return picture[..., 0] > picture[..., 2] + 60


def bluish(picture):
    return picture[..., 2] > picture[..., 0] + 60


def painted(paint, width=300, height=300):
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    with QPainter(image) as painter:
        paint(painter)
    lines = np.frombuffer(image.constBits(), np.uint8).reshape(height, width, 4)
    return lines[..., 2::-1].astype(int)


@pytest.mark.parametrize("look", ["light", "dark", "contrast"])
def test_orange_is_at_the_left_and_blue_at_the_right_between_words(show, qapp, look):
    theme.apply(qapp, theme.Theme(look))
    scale = Scale()
    scale.set_ends(ENDS)
    show(scale, 200, 20)
    picture = seen(scale)
    low, high = reddish(picture).any(0).nonzero()[0], bluish(picture).any(0).nonzero()[0]
    assert low.max() < high.min()
    assert low.min() > 30
    assert high.max() < 170
    assert scale.accessibleName() == "The colours go from 0 fake to 1 real"


def test_the_bar_has_the_colours_of_the_surfaces(show, qapp):
    scale = Scale()
    scale.set_ends(ENDS)
    show(scale, 200, 20)
    table = theme.current().table("signed")
    last = QColor.fromRgba(table[round((1 - STRENGTH) / 2 * 255)])
    assert (seen(scale) == (last.red(), last.green(), last.blue())).all(-1).any()


def test_without_room_the_words_stay(show):
    scale = Scale()
    scale.set_ends(ENDS)
    show(scale, 75, 20)
    assert not reddish(seen(scale)).any()
    assert (seen(scale) < 160).any()


def test_on_a_picture_it_is_in_the_lower_left_corner():
    picture = painted(lambda p: paint_scale(p, QRectF(0, 0, 300, 300), ENDS, theme.Theme()))
    rows, columns = (picture < 250).any(-1).nonzero()
    assert rows.min() > 260
    assert columns.min() < 12
    assert columns.max() < 250


def test_a_sentence_is_in_the_middle_and_wraps():
    said = "Draw where the real points are to lie, then press Apply."
    for wide, lines in ((400, 1), (140, 3)):
        inner = QRectF(0, 0, wide, 200)
        picture = painted(lambda p, i=inner: paint_sentence(p, i, said, theme.Theme()), wide, 200)
        rows, columns = (picture < 128).any(-1).nonzero()
        assert (rows.min() + rows.max()) / 2 == pytest.approx(100, abs=4)
        assert rows.max() - rows.min() > 12 * (lines - 1)
        assert columns.min() > 5
        assert columns.max() < wide - 5
