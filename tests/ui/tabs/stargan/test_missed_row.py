"""What a class sees below the pictures."""

import pytest

from genplay.ui.tabs.stargan import fitting
from genplay.ui.tabs.stargan.face_panel import FacePanel
from genplay.ui.tabs.stargan.miss_panel import MissPanel
from genplay.ui.tabs.stargan.missed_row import MissedRow
from tests.ui.tabs.stargan import made


@pytest.fixture
def row(show):
    return show(MissedRow(), 540, 150)


def test_what_is_lent_stands_in_its_cell(row, qtbot):
    miss, difference = MissPanel(), FacePanel("Difference", surprise=True)
    fit = fitting.fit(801, 444, projector=True, dots=1.5)
    row.take(miss, difference)
    row.take(miss, difference)  # again and again, as the window changes
    row.set_parts(fit, 172)
    difference.set_size(fit.map, 0)
    row.show_scene(made.scene())
    qtbot.waitUntil(lambda: row.elsewhere.width() > 100)
    spots = [part.mapTo(row, part.rect().topLeft()).x() for part in (miss, difference, row.elsewhere)]
    assert spots[0] == 0
    assert spots[1] - spots[0] == pytest.approx(spots[2] - spots[1], abs=2)
    assert row.elsewhere.number.text()
