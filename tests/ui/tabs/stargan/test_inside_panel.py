"""Inside G and D."""

from dataclasses import replace

import numpy as np
import pytest

from genplay.families.stargan import PAPER
from genplay.ui.tabs.stargan.inside_panel import InsidePanel
from tests.ui.tabs.stargan import made


@pytest.fixture
def panel(show):
    return show(InsidePanel(), 812, 172)


def test_planes_mask_colours_and_heads_are_there(panel):
    panel.show_scene(made.scene(lower="inside"))
    assert "Black −1.00; Blond +1.00; Brown 0.00" in panel.planes.accessibleDescription()
    assert panel.opened.picture._image.pixelIndex(0, 0) == 32
    assert not panel.content.picture._image.isNull()
    assert panel.before._title.text() == "D(x) = +0.25"
    assert panel.after._title.text() == "D(y) = −2.25"
    assert panel.after.toolTip().endswith("−1.00, −1.00, −0.50, +0.25")
    assert "Attribute" in panel.caption.words() or "attribute" in panel.caption.words()


def test_maps_of_both_sides_are_equally_large(panel):
    panel.show_scene(made.scene(lower="inside"))
    sizes = {part.picture.width() for part in (panel.opened, panel.content, panel.before, panel.after)}
    assert sizes == {130}


def test_nothing_of_a_stranger_is_shown(panel):
    panel.show_scene(made.scene(lower="inside"))
    panel.show_scene(made.stranger(lower="inside"))
    assert panel.planes.accessibleDescription() == ""
    assert panel.opened.picture._image.isNull()
    assert panel.after._title.text() == "D(y) = –"


def test_the_paper_s_few_places_fill_the_map_and_its_planes_are_what_is_wanted(panel):
    panel.show_scene(made.scene(lower="inside"))
    assert panel._told.words() == "G is told: wanted − own, as planes"
    places = np.array([[-3, 3], [3, -3]], np.float32)
    edited = made.edited()
    before, after = (replace(heads, places=places) for heads in (edited.before, edited.after))
    panel.show_scene(made.scene(model=PAPER, edited=replace(edited, before=before, after=after)))
    for small in (panel.before, panel.after):
        image = small.picture._image
        assert [image.pixelIndex(x, y) for x, y in ((0, 0), (15, 15), (16, 15), (31, 31))] == [0, 0, 255, 0]
    assert panel._told.words() == "G is told: wanted, as planes"
