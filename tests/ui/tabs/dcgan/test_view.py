"""The page at every size: all that is shown fits its place."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QLabel, QScrollArea

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
from tests.ui.tabs.layout import Layout, dress, within

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


def check(view, qtbot):
    for tile in view.pins.tiles:  # they scroll where there are many
        tile.hide()
    Layout(view, qtbot, PAINTED, dict.fromkeys((PictureView, ColourCanvas, GreyCanvas), is_too_small)).check()


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
def test_what_wants_the_width_fits_below(view, qapp, qtbot, lower, colour, room):
    dress(view, qapp, *ROOMS[room])
    view.show_scene(made.scene(lower=lower, colour=colour, every=colour), playing=False)
    check(view, qtbot)


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


@pytest.mark.parametrize(("room", "least"), [("1280 x 720", 9), ("the least window", 2)])
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


def test_the_sliders_make_room_for_what_wants_the_width(view, qtbot):
    view.show_scene(made.scene(), playing=False)
    assert not view.below.isVisible()
    assert view.sliders.mapTo(view, QPoint()).y() > view.picture.mapTo(view, QPoint()).y() + 200
    view.show_scene(made.scene(lower="layers"), playing=False)
    qtbot.waitUntil(lambda: view.sliders.mapTo(view, QPoint()).x() > view.pins.x())
    assert view.below.layers.isVisible()
    assert view.below.width() == view.width()
    view.show_scene(made.scene(lower="wall"), playing=False)
    assert not view.below.isVisible()
    assert view.side.wall.isVisible()
