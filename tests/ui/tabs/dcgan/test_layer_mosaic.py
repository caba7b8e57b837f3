import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from genplay.ui import theme
from genplay.ui.tabs.dcgan.layer_mosaic import LayerMosaic
from genplay.ui.tabs.dcgan.layers_fit import Block
from tests.ui.tabs.painted import at, rgb

LEFT = Qt.MouseButton.LeftButton
MAPS = np.zeros((5, 4, 4), np.float32)
MAPS[3, 2, 1] = 4.0
MAPS[1] = 9.0


@pytest.fixture
def mosaic(around):
    made = LayerMosaic()
    made.setParent(around)
    made.set_maps(MAPS)
    made.set_block(Block(side=4, count=5, zoom=6, columns=2, gap=1), 1.0)
    made.show()
    return made


@pytest.fixture
def told(mosaic):
    found = []
    mosaic.hovered.connect(found.append)
    return found


def middle(number):
    """The middle of a map, of 24 pixels, two in a row, with a gap and a frame of one."""
    row, column = divmod(number, 2)
    return QPoint(1 + 25 * column + 12, 1 + 25 * row + 12)


def last():
    return rgb(QColor.fromRgb(theme.current().table("probability")[-1]))


def test_maps_are_tiled_from_paper_to_the_last_colour(mosaic):
    assert (mosaic.width(), mosaic.height()) == (51, 76)
    assert at(mosaic, middle(0)) == rgb("paper")
    assert at(mosaic, middle(1)) == last()
    assert at(mosaic, QPoint(26 + 6 * 1 + 2, 26 + 6 * 2 + 2)) == last()
    assert at(mosaic, QPoint(25, 4)) == rgb("line")
    assert at(mosaic, QPoint(0, 9)) == at(mosaic, QPoint(50, 75)) == rgb("frame")
    assert at(mosaic, QPoint(40, 65)) == rgb("surface")  # where a sixth would be


def test_the_pointer_reads_a_map(mosaic, told):
    QTest.mouseMove(mosaic, QPoint(2, 2))
    QTest.mouseMove(mosaic, QPoint(26 + 8, 26 + 14))
    assert told[-1] == (3, 2, 1)
    assert mosaic.value(told[-1]) == 4.0
    QTest.mouseMove(mosaic, QPoint(25, 4))
    assert told[-1] is None
    QTest.mouseMove(mosaic, QPoint(3, 3))
    QTest.mouseMove(mosaic, QPoint(0, 3))  # the frame
    assert told[-1] is None


def test_a_click_enlarges_a_map_and_another_shows_all(mosaic, told):
    QTest.mouseClick(mosaic, LEFT, pos=middle(3))
    assert mosaic.single == 3
    zoom = 49 // 4
    assert at(mosaic, QPoint(zoom + 5, 2 * zoom + 5)) == last()
    assert at(mosaic, QPoint(zoom + 5, zoom + 5)) == rgb("paper")
    QTest.mouseMove(mosaic, QPoint(1, 1))
    QTest.mouseMove(mosaic, QPoint(zoom + 5, 2 * zoom + 5))
    assert told[-1] == (3, 2, 1)
    QTest.mouseClick(mosaic, LEFT, pos=QPoint(5, 5))
    assert mosaic.single is None


def test_keys_go_from_map_to_map(mosaic, told):
    QTest.keyClick(mosaic, Qt.Key.Key_Right)
    QTest.keyClick(mosaic, Qt.Key.Key_Right)
    assert (mosaic.single, told[-1][0]) == (1, 1)
    QTest.keyClick(mosaic, Qt.Key.Key_Left)
    assert mosaic.single == 0
    QTest.keyClick(mosaic, Qt.Key.Key_Escape)
    assert mosaic.single is None


def test_it_is_told_when_a_map_is_shown_alone_and_no_longer(mosaic, qtbot):
    with qtbot.waitSignal(mosaic.singled):
        QTest.mouseClick(mosaic, LEFT, pos=middle(2))
    with qtbot.waitSignal(mosaic.singled):
        QTest.keyClick(mosaic, Qt.Key.Key_Escape)


def test_a_map_that_is_gone_is_not_shown_alone(mosaic):
    mosaic.show_single(4)
    mosaic.set_maps(MAPS[:2])
    assert mosaic.single is None
    mosaic.set_maps(None)
    assert mosaic.value((0, 0, 0)) is None
