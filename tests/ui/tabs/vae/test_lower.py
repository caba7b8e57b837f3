import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from genplay.ui import theme
from genplay.ui.tabs.vae.lower import LEAST, MOST, Lower
from genplay.ui.tabs.vae.neighbour_row import NeighbourRow
from genplay.ui.widgets.dimension_bars import DimensionBars

PANELS = ["ledger", "dimensions", "neighbours", "probe"]


@pytest.fixture
def lower(show):
    return show(Lower(), 1084, LEAST)


def cut(widget):
    """What is not to be read in full: words without their room, or parts beyond the edges."""
    shown = [label for label in widget.findChildren(QLabel) if label.isVisible() and label.text()]
    narrow = [
        label.text() for label in shown if not label.wordWrap() and label.width() < label.sizeHint().width()
    ]
    low = [label.text() for label in shown if label.height() < label.heightForWidth(label.width())]
    beyond = [
        label.text()
        for label in shown
        if not widget.rect().contains(label.rect().translated(label.mapTo(widget, label.rect().topLeft())))
    ]
    return narrow + low + beyond


@pytest.mark.parametrize("name", PANELS)
def test_the_state_says_which_panel_is_seen(lower, scene, name):
    lower.show_scene(scene(lower=name))
    seen = [key for key in PANELS if getattr(lower, key).isVisible()]
    assert seen == [name]
    assert lower._head.current() == name


def test_a_click_asks_for_a_panel(lower, scene, qtbot):
    lower.show_scene(scene())
    heard = []
    lower.lower_chosen.connect(heard.append)
    for words in ("Probe", "Neighbours", "Dimensions", "Ledger"):
        (piece,) = [piece for piece in lower.findChildren(QPushButton) if piece.text() == words]
        qtbot.mouseClick(piece, Qt.MouseButton.LeftButton)
    assert heard == ["probe", "neighbours", "dimensions", "ledger"]


def test_a_panel_that_comes_into_view_shows_the_latest(lower, scene, texts):
    lower.show_scene(scene())
    lower.show_scene(scene(model="vae_fashion"))
    lower.show_scene(scene(model="vae_fashion", lower="neighbours"))
    assert "Sandal" in lower.findChild(NeighbourRow).accessibleDescription()
    lower.show_scene(scene(lower="dimensions"))
    assert any("in all: 6.98 nats here" in said for said in texts(lower))


def test_the_panels_ask_through_it(lower, scene, qtbot, answers):
    axes, drawings = [], []
    lower.dimensions.axis_picked.connect(axes.append)
    lower.neighbours.chosen.connect(drawings.append)
    lower.show_scene(scene(model="vae", lower="dimensions"))
    bars = lower.findChild(DimensionBars)
    lower.grab()
    qtbot.mouseClick(bars, Qt.MouseButton.LeftButton, pos=bars._column(6).center().toPoint())
    lower.show_scene(scene(lower="neighbours"))
    lower.grab()
    row = lower.findChild(NeighbourRow)
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton, pos=row.cell(1).center())
    assert (axes, drawings) == ([6], [answers.nearest().latent[1].drawing])


def test_a_sentence_goes_when_its_room_goes(lower, scene):
    lower.show_scene(scene())
    for height in (MOST, LEAST, MOST, LEAST):
        lower.set_height(height)
        lower.grab()
        assert lower.ledger._note.isVisible() == (height == MOST)
        assert lower.ledger.height() == height


def test_its_height_grows_within_limits_and_with_the_scale(lower, qapp):
    assert lower.height() == LEAST
    for asked, high in ((140, 140), (60, LEAST), (400, MOST)):
        lower.set_height(asked)
        assert lower.height() == high
    lower.set_height(120)
    theme.apply(qapp, theme.Theme(scale=1.5))
    assert lower.height() == 180


@pytest.mark.parametrize(("scale", "width"), [(1.0, 780), (1.0, 1084), (1.5, 1154), (1.5, 1626)])
@pytest.mark.parametrize("model", ["vae_2d", "vae", "vae_fashion"])
def test_nothing_is_cut(lower, scene, answers, qapp, qtbot, scale, width, model):
    theme.apply(qapp, theme.Theme(scale=scale))
    inactive = {"vae_2d": 1, "vae": 40, "vae_fashion": 5}[model]
    values = {"points": answers.points(model, inactive=inactive), "probe": answers.probed(model)}
    for height in (LEAST, MOST):
        lower.set_height(height)
        for name in PANELS:
            lower.show_scene(scene(model=model, lower=name, **values))
            lower.resize(width, lower.height())
            qtbot.waitUntil(lambda: cut(lower) == [])
            assert lower.width() == width, name
            assert lower._head.geometry().bottom() < lower.height()


@pytest.mark.parametrize("look", ["dark", "contrast"])
def test_it_follows_the_theme(lower, scene, qapp, look):
    lower.show_scene(scene())
    light = lower.grab().toImage()
    theme.apply(qapp, theme.Theme(look))
    assert lower.grab().toImage() != light
