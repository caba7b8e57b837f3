"""The page of a trained VAE at every size: all that is shown fits its place."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from genplay.data import examples
from genplay.ui import theme
from genplay.ui.tabs.vae.class_bars import ClassBars
from genplay.ui.tabs.vae.explore import ExploreView
from genplay.ui.widgets.bound_plot import BoundPlot
from genplay.ui.widgets.class_legend import ClassLegend
from genplay.ui.widgets.dimension_bars import DimensionBars
from genplay.ui.widgets.formula import FormulaLabel, FormulaStrip
from genplay.ui.widgets.heat_map import HeatMap
from genplay.ui.widgets.latent_map import LatentMap
from genplay.ui.widgets.latent_slider import LatentSliders
from genplay.ui.widgets.legend import Legend
from genplay.ui.widgets.pixel_canvas import PixelCanvas
from genplay.ui.widgets.posterior_map import PosteriorMap
from genplay.ui.widgets.sample_grid import SampleGrid
from genplay.ui.widgets.waterfall import Waterfall
from tests.ui.tabs import layout
from tests.ui.tabs.layout import Layout, dress, within

PAINTED = (
    *(BoundPlot, ClassBars, ClassLegend, DimensionBars, FormulaLabel, FormulaStrip, HeatMap, LatentMap),
    *(LatentSliders, Legend, PixelCanvas, PosteriorMap, QComboBox, SampleGrid, Waterfall),
)
HEADER = 54  # px at 100 %: with what is above it
ROOMS = {
    room: (scale, width, int(height - HEADER * scale))
    for room, (scale, width, height) in layout.ROOMS.items()
}


@pytest.fixture
def view(around, qtbot):
    digits = [(example.name, example.bits) for example in examples.examples()]
    return within(around, ExploreView(digits, digits), qtbot)


def is_too_small(picture):
    """Whether a picture has not a whole pixel for each of its own."""
    return min(picture.width(), picture.height()) < 28


def check(view, qtbot):
    Layout(view, qtbot, PAINTED, {HeatMap: is_too_small}).check()


@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize("lower", ["ledger", "dimensions", "neighbours", "probe"])
@pytest.mark.parametrize("model", ["vae_2d", "vae"])
def test_nothing_is_cut_and_nothing_lies_on_anything(view, scene, answers, qapp, qtbot, model, lower, room):
    dress(view, qapp, *ROOMS[room])
    view.show_scene(scene(model=model, lower=lower, probe=answers.probed(model)))
    check(view, qtbot)


@pytest.mark.parametrize("room", ["1280 x 720", "1280 x 720 at 150 %", "1920 x 1080"])
@pytest.mark.parametrize("model", ["vae_2d", "vae", "vae_fashion"])
def test_what_is_awaited_takes_no_other_room(view, scene, qapp, qtbot, model, room):
    dress(view, qapp, *ROOMS[room])
    view.show_scene(scene(answered=False, model=model, map="both"))
    check(view, qtbot)


@pytest.mark.parametrize(
    ("scale", "width", "height"), [(1.0, 1280, 720), (1.5, 1280, 720), (1.5, 1920, 1080)]
)
@pytest.mark.parametrize("model", ["vae_2d", "vae", "vae_fashion"])
def test_a_class_in_the_last_row_sees_all_of_it(view, scene, qapp, qtbot, model, scale, width, height):
    dress(view, qapp, scale, width, height, projector=True)
    view.show_scene(scene(model=model))
    check(view, qtbot)
    assert view.map.isVisible()
    assert not view.drawing.isVisible()


@pytest.mark.parametrize("projector", [False, True])
@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
def test_the_frame_costs_the_decoded_picture_none_of_its_size(view, scene, qapp, qtbot, scale, projector):
    dress(view, qapp, scale, round(1084 * scale), round(600 * scale), projector=projector)
    view.show_scene(scene())
    qtbot.waitUntil(lambda: view.decoded.picture.grid().pixel == int(8 * scale))
    if not projector:
        assert {picture.grid().pixel for picture, _ in view.decoded._small.values()} == {int(2 * scale)}


@pytest.mark.parametrize("room", ["1280 x 720", "1280 x 720 at 150 %"])
def test_what_is_under_the_pointer_has_its_room(view, scene, qapp, qtbot, room):
    dress(view, qapp, *ROOMS[room])
    view.show_scene(replace(scene(), pointed=scene().decoded))
    check(view, qtbot)


def test_a_blend_has_its_room(view, scene, answers, qtbot):
    made = scene(blend=0.5)
    state = replace(made.state, second=answers.picture(1))
    view.show_scene(replace(made, state=state, second=answers.encoded()))
    view.resize(*ROOMS["1280 x 720"][1:])
    check(view, qtbot)


@pytest.mark.parametrize("look", ["dark", "contrast"])
def test_it_follows_the_theme(view, scene, qapp, look):
    view.show_scene(scene())
    light = view.grab().toImage()
    theme.apply(qapp, theme.Theme(look))
    assert view.grab().toImage() != light


def test_the_transport_says_how_far_q_or_the_walk_has_come(view, scene, texts):
    view.show_scene(scene(step=7))
    assert "7" in "".join(texts(view.transport))
    view.show_scene(scene(motion="walk", pins=((0.0, 0.0), (1.0, 0.0)), walk=0.5))
    assert view.motions.current() == "walk"


def test_z_can_be_randomised_by_a_button_beside_the_seed(view, scene, qapp, qtbot):
    dress(view, qapp, *ROOMS["1280 x 720"])
    view.show_scene(scene())
    qtbot.waitUntil(view.randomise.isVisible)
    assert view.randomise.text() == ""
    assert view.randomise.accessibleName() == "Randomise z"
    with qtbot.waitSignal(view.randomise.clicked):
        qtbot.mouseClick(view.randomise, Qt.MouseButton.LeftButton)
    dress(view, qapp, *ROOMS["1920 x 1080"])
    qtbot.waitUntil(lambda: view.randomise.text() == "Randomise z")


@pytest.mark.parametrize("room", ["1280 x 720", "1280 x 720 at 150 %"])
def test_the_way_of_a_walk_is_chosen_beside_what_is_played(view, scene, qapp, qtbot, room):
    dress(view, qapp, *ROOMS[room])
    view.show_scene(scene())
    assert not view.ways.isVisible()
    view.show_scene(scene(motion="walk", way="arc", pins=((0.0, 0.0), (1.0, 0.0))))
    qtbot.waitUntil(view.ways.isVisible)
    assert view.motions.isVisible()
    assert view.ways.current() == "arc"
    check(view, qtbot)
