"""The page at every size: all that is shown fits its place."""

from dataclasses import replace
from itertools import groupby

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea

from genplay.families.dcgan import Latent
from genplay.ui.tabs.dcgan.layer_mosaic import LayerMosaic
from genplay.ui.tabs.dcgan.linear_bars import LinearBars
from genplay.ui.tabs.dcgan.logit_scale import LogitScale
from genplay.ui.tabs.dcgan.paint_box import PaintBox
from genplay.ui.tabs.dcgan.pin_tile import LetterToggle
from genplay.ui.tabs.dcgan.seed_plane import SeedPlane
from genplay.ui.tabs.dcgan.view import DcganView
from genplay.ui.widgets.colour_canvas import ColourCanvas
from genplay.ui.widgets.formula import FormulaLabel, FormulaStrip
from genplay.ui.widgets.grey_canvas import GreyCanvas
from genplay.ui.widgets.legend import Legend
from genplay.ui.widgets.picture_view import PictureView
from genplay.ui.widgets.picture_wall import PictureWall
from tests.ui.tabs import layout
from tests.ui.tabs.dcgan import made
from tests.ui.tabs.layout import Layout, dress, stops, within

PAINTED = (
    ColourCanvas,
    FormulaLabel,
    FormulaStrip,
    GreyCanvas,
    LayerMosaic,
    Legend,
    LinearBars,
    LogitScale,
    PaintBox,
    PictureView,
    PictureWall,
    SeedPlane,
)
ROOMS = {
    room: (scale, width - int(32 * scale), height - int(65 * scale))
    for room, (scale, width, height) in layout.ROOMS.items()
}
TERMS = ((0, 1), (2,), (3,))


@pytest.fixture
def view(around, qtbot):
    return within(around, DcganView(made.ITEMS, made.AVATARS), qtbot)


def is_too_small(picture):
    """Whether a picture has less room than it says."""
    return picture.width() < 30


def scrolls(panel):
    """Whether not all of a panel is seen at once."""
    return panel.findChild(QScrollArea).verticalScrollBar().maximum() > 0


def check(view, qtbot):
    cut = dict.fromkeys((PictureView, ColourCanvas, GreyCanvas), is_too_small)
    critic = view.side.critic
    if critic.isVisible() and scrolls(critic):  # what is scrolled is whole, though not all of it is seen
        area = critic.findChild(QScrollArea)
        Layout(area.widget(), qtbot, PAINTED, cut).check()
        area.hide()
    for tile in view.pins.tiles:  # they scroll where there are many
        tile.hide()
    Layout(view, qtbot, PAINTED, cut).check()


@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize("lower", ["wall", "arithmetic"])
def test_nothing_is_cut_and_nothing_lies_on_anything(view, qapp, qtbot, lower, room):
    dress(view, qapp, *ROOMS[room])
    latent = Latent(x=-1234.25, y=1204.5)
    view.show_scene(made.scene(lower=lower, latent=latent, page=(-124, 120), terms=TERMS), playing=False)
    check(view, qtbot)


@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize("lower", ["wall", "arithmetic"])
def test_colours_and_raw_numbers_fit_as_well(view, qapp, qtbot, lower, room):
    dress(view, qapp, *ROOMS[room])
    view.show_scene(made.scene(lower=lower, colour=True, every=True, terms=TERMS), playing=True)
    check(view, qtbot)


@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize("lower", ["wall", "arithmetic"])
def test_what_is_awaited_takes_no_other_room(view, qapp, qtbot, lower, room):
    dress(view, qapp, *ROOMS[room])
    view.show_scene(made.scene(answered=False, lower=lower, pins=()), playing=False)
    check(view, qtbot)


@pytest.mark.parametrize("room", [room for room in ROOMS if "200" not in room])
@pytest.mark.parametrize(
    ("lower", "colour"), [("layers", False), ("discriminator", True), ("discriminator", False)]
)
def test_maps_and_verdict_fit_beside_plane_and_picture(view, qapp, qtbot, lower, colour, room):
    dress(view, qapp, *ROOMS[room])
    view.show_scene(made.scene(lower=lower, colour=colour, every=colour), playing=False)
    check(view, qtbot)
    assert view.plane.isVisible()
    assert view.picture.isVisible()


@pytest.mark.parametrize("room", ["1280 x 720", "1920 x 1080"])
@pytest.mark.parametrize("colour", [False, True])
def test_the_verdict_needs_no_scrolling_in_a_usual_window(view, qapp, qtbot, colour, room):
    dress(view, qapp, *ROOMS[room])
    view.show_scene(made.scene(lower="discriminator", colour=colour), playing=False)
    qtbot.waitUntil(lambda: view.side.critic.isVisible() and not scrolls(view.side.critic))


@pytest.mark.parametrize(
    ("scale", "width", "height"), [(1.0, 1228, 684), (1.5, 1202, 666), (1.5, 1842, 1026)]
)
def test_a_class_in_the_last_row_sees_all_of_it(view, qapp, qtbot, scale, width, height):
    dress(view, qapp, scale, width, height, projector=True)
    view.show_scene(made.scene(walk=0.5), playing=False)
    check(view, qtbot)
    assert view.side.isVisible()
    assert not view.pins.isVisible()


@pytest.mark.parametrize("colour", [False, True])
@pytest.mark.parametrize(
    ("scale", "width", "height", "projector"),
    [(*ROOMS["the least window"], False), (1.0, 1228, 684, True), (1.0, 972, 604, True)],
)
def test_a_verdict_near_zero_is_never_cut(view, qapp, qtbot, scale, width, height, projector, colour):
    dress(view, qapp, scale, width, height, projector=projector)
    judged = replace(made.scene(colour=colour).judged, logit=-25.328436)
    view.show_scene(made.scene(lower="discriminator", colour=colour, judged=judged), playing=False)
    (number,) = [one for one in view.findChildren(QLabel) if one.text() == "D(x) = 1.00 × 10⁻¹¹"]
    qtbot.waitUntil(lambda: number.isVisible() and number.width() >= number.sizeHint().width())
    check(view, qtbot)


@pytest.mark.parametrize(
    ("room", "least"), [("1280 x 720", 9), ("the least window", 4), ("1280 x 720 at 150 %", 4)]
)
def test_pins_are_seen_in_whole_rows(view, qapp, qtbot, room, least):
    dress(view, qapp, *ROOMS[room])
    pins = tuple(Latent(x=float(at)) for at in range(9))
    view.show_scene(made.scene(pins=pins), playing=False)

    window = view.pins.findChild(QScrollArea).viewport()

    def seen():
        """Whether each tile that is seen is seen whole."""
        places = [QRect(tile.mapTo(window, QPoint()), tile.size()) for tile in view.pins.tiles]
        return [window.rect().contains(place) for place in places if window.rect().intersects(place)]

    qtbot.waitUntil(lambda: len(seen()) >= least and all(seen()))


def test_tiles_are_whole(view, qapp, qtbot):
    view.show_scene(made.scene(), playing=False)
    qtbot.waitUntil(lambda: view.pins.tiles[4].y() > 0)
    for tile in view.pins.tiles:
        for letter in tile.findChildren(LetterToggle):
            assert letter.width() >= letter.sizeHint().width()
        assert tile.geometry().right() < view.pins.width()


def test_the_transport_says_where_the_walk_is(view):
    view.show_scene(made.scene(walk=0.25), playing=True)
    assert "15" in view.transport._counter.text()
    assert [spin.value() for spin in view.ends] == [1, 2]
    view.show_scene(made.scene(tour=True, walk=0.5), playing=False)
    assert "/ 150" in view.transport._counter.text()
    assert not view.ends[0].isVisible()


def test_there_are_no_ends_without_pins(view):
    view.show_scene(made.scene(pins=()), playing=False)
    assert not view.ends[0].isEnabled()
    assert not view.save_animation.isEnabled()


@pytest.mark.parametrize("room", ["1280 x 720", "1280 x 720 at 150 %"])
def test_whatever_is_chosen_plane_picture_pins_and_sliders_stay_put(view, qapp, qtbot, room):
    dress(view, qapp, *ROOMS[room])
    view.side.lower_chosen.connect(lambda lower: view.show_scene(made.scene(lower=lower), playing=False))
    view.show_scene(made.scene(), playing=False)

    def places():
        panels = (view.plane, view.picture, view.pins, view.sliders, *view.sliders.sliders)
        return [QRect(panel.mapTo(view, QPoint()), panel.size()) for panel in panels if panel.isVisible()]

    check(view, qtbot)
    before = places()
    for words in ("Maps", "D") if "150" in room else ("Feature maps", "Discriminator"):
        (piece,) = [one for one in view.side.choice.findChildren(QPushButton) if one.text() == words]
        QTest.mouseClick(piece, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(view.side.layers.isVisible if "aps" in words else view.side.critic.isVisible)
        assert places() == before


@pytest.mark.parametrize("lower", ["layers", "discriminator"])
@pytest.mark.parametrize(("width", "height"), [(1202, 666), (1842, 1026)])
@pytest.mark.parametrize("colour", [False, True])
def test_a_class_sees_plane_and_picture_beside_maps_and_verdict(
    view, qapp, qtbot, width, height, lower, colour
):
    dress(view, qapp, 1.5, width, height, projector=True)
    view.show_scene(made.scene(lower=lower, colour=colour), playing=False)
    assert view.plane.isVisible()
    assert view.picture.isVisible()
    check(view, qtbot)
    qtbot.waitUntil(lambda: view.picture.y() > view.plane.y())
    assert view.side.width() > width / 2
    if lower == "layers":
        seen = [mosaic for mosaic in view.side.layers.mosaics if mosaic.isVisible()]
        assert len(seen) == len(view.side.layers.blocks()) == 3
        assert all(block.side * block.zoom >= 60 for block in view.side.layers.blocks())


def test_tab_goes_on_as_one_reads(view, qapp, qtbot):
    dress(view, qapp, *ROOMS["1280 x 720"])
    view.show_scene(made.scene(), playing=False)
    view.show_scene(made.scene(pins=made.PINS[:2]), playing=False)
    parts = (view.plane, view.picture, view.pins, view.sliders, view.side, view.transport)
    found = [next((part for part in parts if part.isAncestorOf(stop)), None) for stop in stops(view)]
    assert [part for part, _ in groupby(found)] == list(parts)
