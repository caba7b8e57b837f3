"""The page at every size: all that is shown fits its place."""

import pytest

from genplay.ui.tabs.stargan.has_mark import HasMark
from genplay.ui.tabs.stargan.planes_view import PlanesView
from genplay.ui.tabs.stargan.reading_bar import ReadingBar
from genplay.ui.tabs.stargan.view import StarGanView
from genplay.ui.widgets.formula import FormulaLabel, FormulaStrip
from genplay.ui.widgets.heat_map import HeatMap
from genplay.ui.widgets.ledger import Ledger
from genplay.ui.widgets.legend import Legend
from genplay.ui.widgets.picture_wall import PictureWall
from genplay.ui.widgets.thumbnails import ThumbnailStrip
from tests.ui.tabs import layout
from tests.ui.tabs.layout import Layout, dress, within
from tests.ui.tabs.stargan import made

PAINTED = (
    FormulaLabel,
    FormulaStrip,
    HasMark,
    HeatMap,
    Ledger,
    Legend,
    PictureWall,
    PlanesView,
    ReadingBar,
    ThumbnailStrip,
)
ROOMS = {
    room: (scale, width - int(32 * scale), height - int(65 * scale))
    for room, (scale, width, height) in layout.ROOMS.items()
}
PANELS = ("singles", "faces", "chain", "back", "inside", "maker")


@pytest.fixture
def view(around, qtbot):
    return within(around, StarGanView(made.AVATARS, made.CODE, ""), qtbot)


def is_too_small(picture):
    """Whether a picture has less room than it says."""
    return picture.width() < 16


def check(view, qtbot, *scrolled):
    for area in (view.attributes.area, view.below.maker.area, *scrolled):  # they scroll where it is low
        area.widget().hide()
    Layout(view, qtbot, PAINTED, {HeatMap: is_too_small}).check()


@pytest.mark.parametrize("room", [room for room in ROOMS if "200" not in room])
@pytest.mark.parametrize("lower", PANELS)
def test_nothing_is_cut_and_nothing_lies_on_anything(view, qapp, qtbot, lower, room):
    dress(view, qapp, *ROOMS[room])
    view.show_scene(made.scene(lower=lower, chain=(made.BLOND, made.OWN)))
    check(view, qtbot, *([view.below.faces.area] if room == "the least window at 150 %" else []))


@pytest.mark.parametrize("room", ROOMS)
def test_a_stranger_fits_as_well(view, qapp, qtbot, room):
    dress(view, qapp, *ROOMS[room])
    view.show_scene(made.stranger())
    check(view, qtbot)
    assert view.faces.note.isVisible()


@pytest.mark.parametrize("room", ["1280 x 720", "1920 x 1080 at 150 %"])
@pytest.mark.parametrize("lower", PANELS)
def test_what_is_awaited_takes_no_other_room(view, qapp, qtbot, lower, room):
    dress(view, qapp, *ROOMS[room])
    view.show_scene(made.scene(answered=False, lower=lower))
    check(view, qtbot)


@pytest.mark.parametrize("lower", PANELS)
@pytest.mark.parametrize(("scale", "width", "height"), [(1.0, 1228, 684), (1.5, 1842, 1026)])
def test_a_class_in_the_last_row_sees_all_of_it(view, qapp, qtbot, scale, width, height, lower):
    dress(view, qapp, scale, width, height, projector=True)
    view.show_scene(made.scene(lower=lower, chain=(made.BLOND, made.OWN)))
    check(view, qtbot)
    assert view.below.isVisible()
    assert not view.missed.isVisible()
    assert view.attributes.miss.isVisible()
    assert not view.faces.difference.isVisible()


@pytest.mark.parametrize(("width", "height"), [(1202, 666), (1288, 714), (1522, 846)])
def test_where_it_sees_no_panel_it_sees_what_was_missed(view, qapp, qtbot, width, height):
    dress(view, qapp, 1.5, width, height, projector=True)
    view.show_scene(made.scene())
    check(view, qtbot)
    assert not view.below.isVisible()
    spot = view.faces.difference.mapTo(view, view.faces.difference.rect().topLeft())
    edited = view.faces.edited.mapTo(view, view.faces.edited.rect().bottomLeft())
    assert view.faces.difference.isVisible()
    assert spot.x() == edited.x()
    assert spot.y() > edited.y()
    assert view.attributes.miss.isVisible()
    assert view.missed.elsewhere.isVisible()


def test_after_the_class_map_and_number_are_where_they_were(view, qapp, qtbot):
    dress(view, qapp, 1.5, 1202, 666, projector=True)
    view.show_scene(made.scene())
    check(view, qtbot)
    dress(view, qapp, 1.0, 1084, 603, projector=False)

    def places():
        return [panel.mapTo(view, panel.rect().topLeft()) for panel in view.faces.panels]

    qtbot.waitUntil(lambda: len({spot.y() for spot in places()}) == 1)
    assert [spot.x() for spot in places()] == sorted({spot.x() for spot in places()})
    assert view.attributes.isAncestorOf(view.attributes.miss)
    assert not view.missed.isVisible()


@pytest.mark.parametrize("room", ["1280 x 720", "1920 x 1080", "1920 x 1080 at 150 %"])
def test_nothing_moves_from_panel_to_panel(view, qapp, qtbot, room):
    dress(view, qapp, *ROOMS[room])
    view.show_scene(made.scene())
    check(view, qtbot)  # settled
    spots = (view.below.choice, view.faces.face.picture, view.source.strip)

    def places():
        return [(spot.mapTo(view, spot.rect().topLeft()), spot.size()) for spot in spots]

    first = places()
    for lower in PANELS:
        view.show_scene(made.scene(lower=lower))
        qapp.processEvents()  # what has changed is laid out
        assert view.below.panels[lower].isVisible()
        assert places() == first


@pytest.mark.parametrize("room", ["1280 x 720", "1920 x 1080", "1920 x 1080 at 150 %"])
def test_the_first_wall_of_faces_needs_no_scrolling(view, qapp, qtbot, room):
    dress(view, qapp, *ROOMS[room])
    view.show_scene(made.scene(lower="faces"))
    qtbot.waitUntil(lambda: view.below.faces.wall.count() == 44 and view.below.faces.isVisible())
    assert not view.below.faces.area.verticalScrollBar().isVisible()


@pytest.mark.parametrize("room", ROOMS)
def test_a_folder_fits_as_well(view, qapp, qtbot, room):
    dress(view, qapp, *ROOMS[room])
    face = made.FOLDER.faces[0]
    edited = made.edited(face, true=False)
    view.show_scene(made.scene(folder=made.FOLDER, face=face, met=made.met(face), edited=edited))
    check(view, qtbot)
    assert view.source.back.isVisible() == view.source.isVisible()


def test_the_rows_of_the_avatars_need_no_scrolling_in_the_usual_window(view, qapp, qtbot):
    dress(view, qapp, *ROOMS["1280 x 720"])
    view.show_scene(made.scene())
    area = view.attributes.area
    qtbot.waitUntil(lambda: len(view.attributes.rows) == 7 and area.height() == area.maximumHeight())
    assert not area.verticalScrollBar().isVisible()
