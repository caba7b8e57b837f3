"""The way back, and the losses."""

import pytest

from genplay.ui.tabs.stargan.back_panel import BackPanel
from tests.ui.tabs.stargan import made


@pytest.fixture
def panel(show):
    return show(BackPanel(), 812, 172)


def test_the_way_back_its_error_and_the_ledgers(panel):
    panel.show_scene(made.scene(lower="back"))
    assert panel.caption.words() == "The way back is 8.0 levels off on average."
    assert not panel.again.picture._image.isNull()
    assert panel.error.picture._image.pixelIndex(0, 0) == 32
    assert panel.judge.accessibleDescription().endswith("Sum 2.125")
    assert panel.forger.accessibleDescription().startswith("−D(y) 2.250")
    assert panel._more.isVisible()


def test_the_paper_s_losses_have_no_more(panel):
    panel.show_scene(made.scene(lower="back", returned=made.returned(hinge=None)))
    assert not panel._more.isVisible()


def test_while_it_is_late_no_number_stands(panel):
    panel.show_scene(made.scene(lower="back"))
    panel.show_scene(made.scene(lower="back", waiting=frozenset({"back"})))
    assert panel.caption.words() == ""
    assert panel.judge.accessibleDescription() == ""
    assert not panel.again.picture._image.isNull()


def test_what_is_narrow_shows_less(around):
    panel = BackPanel()
    panel.setParent(around)  # a window would not be narrower than what is in it
    panel.resize(812, 172)
    panel.show()
    panel.show_scene(made.scene(lower="back"))
    panel.resize(560, 172)
    assert not panel.again.isVisible()
    assert panel.judge.isVisible()
    panel.resize(440, 100)
    assert not panel.judge.isVisible()
    assert panel.forger.isVisible()
    panel.resize(812, 172)
    assert panel.again.isVisible()
