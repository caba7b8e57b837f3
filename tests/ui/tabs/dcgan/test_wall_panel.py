"""The samples."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from genplay.families.dcgan import Latent
from genplay.ui.tabs.dcgan.wall_panel import WallPanel, nearest
from tests.ui.tabs.dcgan import made
from tests.ui.tabs.painted import at, point_at, rgb

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def panel(show):
    found = show(WallPanel(), 374, 420)
    found.set_room(374, 420)
    found.show_scene(made.scene(page=(2, -1)))
    return found


def spot(panel, row, column):
    return panel.wall.cell_rect(row, column).center().toPoint()


def test_a_sample_is_a_seed_of_the_part_that_is_shown(panel, qtbot):
    assert panel.wall.count() == 100
    with qtbot.waitSignal(panel.seed_chosen) as caught:
        QTest.mouseClick(panel.wall, LEFT, pos=spot(panel, 2, 7))
    assert caught.args == [17, -8]


def test_the_seed_under_the_pointer_is_said_right_below_the_pictures(panel, texts):
    point_at(panel.wall, spot(panel, 0, 3))
    assert "seed (13, −10)" in texts(panel)
    assert panel._caption.y() - panel.wall.geometry().bottom() < 10


def test_samples_fill_in(panel):
    panel.show_scene(made.scene(walled=made.walled(30)))
    assert panel.wall.count() == 30
    panel.show_scene(made.scene(answered=False))
    assert panel.wall.count() == 0


@pytest.mark.parametrize(
    ("values", "cell", "exact"),
    [
        ({"latent": Latent(x=3.0, y=4.0)}, (4, 3), True),
        ({"latent": Latent(x=3.2, y=4.0)}, (4, 3), False),
        ({"latent": Latent(x=3.0, y=4.0, raw=((0, 1.0),))}, (4, 3), False),
        ({"latent": Latent(x=13.0, y=4.0)}, None, False),
        ({"latent": Latent(x=3.0, y=4.0), "walk": 0.5}, None, False),
    ],
)
def test_the_nearest_sample_is_framed(values, cell, exact):
    assert nearest(made.scene(**values)) == (cell, exact)


def test_what_the_plane_looks_at_is_framed(panel):
    panel.show_scene(made.scene(page=(3, -1)))
    first, last = panel.wall.cell(5, 5), panel.wall.cell(9, 9)
    gap = QPoint(panel.wall.cell(5, 6).left() - first.left() - first.width(), 0) / 2
    edge = first.topLeft() - gap
    assert rgb("text3") in {at(panel.wall, edge + QPoint(by, 8)) for by in range(-2, 3)}
    assert rgb("text3") not in {at(panel.wall, last.topLeft() - gap + QPoint(by, 8)) for by in range(-2, 3)}
