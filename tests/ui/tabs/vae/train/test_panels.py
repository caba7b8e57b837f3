"""The painted parts alone: bars, planes, curves, tiles."""

from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from genplay.families.vae.live import DATA
from genplay.ui import theme
from genplay.ui.tabs.vae.train.colours import class_colour
from genplay.ui.tabs.vae.train.data_space import DataSpace, sheet
from genplay.ui.tabs.vae.train.data_tiles import DataTiles
from genplay.ui.tabs.vae.train.kl_bars import KlBars
from genplay.ui.tabs.vae.train.latent_plane import LatentPlane
from genplay.ui.tabs.vae.train.loss_plot import Line, LossPlot
from genplay.ui.tabs.vae.train.marks import Marks
from genplay.ui.tabs.vae.train.scatter import paint_curve, paint_dots

LEFT = Qt.MouseButton.LeftButton


def drawn(paint, side=60):
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint(painter)
    return np.array(
        [[image.pixelColor(x, y).lightness() for x in range(side)] for y in range(side)], dtype=float
    )


def colours(widget):
    image = widget.grab().toImage()
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


# -- dots and curves ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("at", [(30.0, 30.0), (30.25, 29.5), (20.6, 33.1)])
@pytest.mark.parametrize("shape", ["dot", "diamond"])
def test_a_dot_is_where_it_is_to_be(at, shape):
    ink = 255 - drawn(lambda painter: paint_dots(painter, np.array([at]), QColor("black"), 5.0, shape))
    rows, columns = np.mgrid[0:60, 0:60] + 0.5
    middle = (ink * columns).sum() / ink.sum(), (ink * rows).sum() / ink.sum()
    assert middle == pytest.approx(at, abs=0.15)
    area = {"dot": np.pi / 4 * 25, "diamond": 12.5}[shape]
    assert ink.sum() / 255 == pytest.approx(area, rel=0.08)


def test_a_curve_is_as_wide_as_it_is_to_be():
    places = np.stack([np.linspace(5, 55, 40), np.full(40, 30.0)], 1)
    ink = 255 - drawn(lambda painter: paint_curve(painter, places, QColor("black"), 2.0))
    assert ink[:, 30].sum() / 255 == pytest.approx(2.0, abs=0.05)


# -- KL per dimension --------------------------------------------------------------------------------------


@pytest.mark.parametrize("latent", [1, 2, 5, 10])
def test_each_latent_has_a_row(show, scene, latent):
    bars = show(KlBars(), 220, 260)
    bars.show_scene(scene(latent=latent, result={"kl": np.full(latent, 0.75, np.float32)}))
    said = bars.accessibleDescription()
    assert said.count("0.75") == latent
    assert bars.end() == 1


def test_collapsed_latents_are_named_once_there_was_a_step(show, scene):
    bars = show(KlBars(), 220, 260)
    means = np.zeros((40, 2), np.float32)
    means[:, 0] = np.linspace(-1, 1, 40)
    bars.show_scene(scene(step=9, result={"means": means, "kl": np.array([2, 0.004], np.float32)}))
    assert bars.accessibleDescription() == "z₁ 2.00, z₂ 0.00 inactive"
    named = bars.grab().toImage()
    bars.show_scene(scene(step=0, result={"means": means, "kl": np.array([2, 0.004], np.float32)}))
    assert bars.accessibleDescription() == "z₁ 2.00, z₂ 0.00"
    assert bars.grab().toImage() != named


def test_no_number_is_shown_while_another_is_awaited(show, scene):
    bars = show(KlBars(), 220, 60)
    bars.show_scene(scene(shown={"stale": True}))
    assert bars.accessibleDescription() == ""
    assert theme.current().tokens.orange.lower() not in colours(bars)


def test_kl_beyond_all_bounds_is_drawn(show, scene):
    bars = show(KlBars(), 220, 60)
    bars.show_scene(scene(result={"kl": np.array([np.inf, 700], np.float32)}))
    assert "∞" in bars.accessibleDescription()
    bars.grab()


# -- the planes --------------------------------------------------------------------------------------------


def test_the_latent_plane_shows_the_means_in_the_colours_of_their_classes(show, scene):
    plane = show(LatentPlane(), 300, 300)
    means = np.array([[1.0, 1.0], [-1.0, 0.5]], np.float32)
    plane.show_scene(scene(result={"means": means, "labels": np.array([0, 1], np.uint8)}))
    image = plane.grab().toImage()
    for label, mean in enumerate(means):
        at = plane.place(*mean.tolist()).toPoint()
        assert image.pixelColor(at).name() == class_colour(label).name()


def test_the_plane_grows_with_the_means_in_round_numbers(show, scene):
    plane, reaches = show(LatentPlane(), 300, 300), []
    for spread in (0.1, 2.9, 3.5, 20.0):
        means = np.full((40, 2), spread, np.float32)
        plane.show_scene(scene(result={"means": means}))
        reaches.append(plane.reach())
    assert reaches == [3, 3, 4, 24]


def test_a_single_latent_has_a_row_for_each_class(show, scene):
    plane = show(LatentPlane(), 300, 300)
    plane.show_scene(scene("digits", latent=1))
    result = plane._scene.result
    codes = plane.codes()
    np.testing.assert_array_equal(codes[:, 0], result.means[:, 0])
    rows = [codes[result.labels == label, 1] for label in range(10)]
    for above, below in pairwise(rows):
        assert above.min() > below.max()
    plane.grab()


def test_classes_are_named_once_they_are_apart(show, scene):
    plane = show(LatentPlane(), 300, 300)
    labels = np.arange(40, dtype=np.uint8) % 10
    corners = np.stack([labels % 4 - 1.5, labels // 4 - 1.0], 1).astype(np.float32)
    plane.show_scene(scene("digits", result={"means": corners, "labels": labels}))
    assert plane.named(plane._cloud(plane._scene.result)) == list(range(10))
    plane.show_scene(scene("digits", result={"means": 0.01 * corners, "labels": labels}))
    assert plane.named(plane._cloud(plane._scene.result)) == [0]


def test_of_many_latents_the_two_with_the_most_kl_are_drawn(show, scene):
    plane = show(LatentPlane(), 300, 300)
    plane.show_scene(scene(latent=5, result={"kl": np.array([0, 2, 0, 0, 1], np.float32)}))
    np.testing.assert_array_equal(plane.codes(), plane._scene.result.means[:, [1, 4]])


def test_what_is_awaited_is_said(show, scene):
    plane = show(LatentPlane(), 300, 300)
    colour = class_colour(0).name()
    plane.show_scene(scene(answered=False))
    assert colour not in colours(plane)
    assert len(colours(plane)) > 3  # words
    plane.show_scene(scene())
    assert colour in colours(plane)
    plane.show_scene(scene(shown={"stale": True}))
    assert colour not in colours(plane)


@pytest.mark.parametrize("latent", [1, 2, 5])
@pytest.mark.parametrize("data", DATA)
def test_the_data_space_is_drawn_for_all_data(show, scene, data, latent):
    space = show(DataSpace(), 300, 300)
    space.show_scene(scene(data, latent=latent))
    assert len(colours(space)) > 20
    assert space.accessibleDescription()


def test_the_sheet_lies_as_the_codes_do(scene):
    result = scene("digits").result
    pictures = sheet(result)
    np.testing.assert_array_equal(pictures[:28, -28:].ravel(), result.manifold.decoded[0, -1])
    single = scene("digits", latent=1).result
    row = sheet(single)
    assert row.shape == (84, 84)
    np.testing.assert_array_equal(row[28:56, :28].ravel(), single.manifold.decoded[0, 3])


# -- the curves --------------------------------------------------------------------------------------------


@pytest.fixture
def plot(show):
    made = show(LossPlot("Loss"), 500, 120)
    steps = np.arange(1, 201)
    falling = 500.0 / steps + 100
    made.set_lines(steps, [Line("loss", "text", falling + 3), Line("reconstruction", "blue", falling)])
    return made


def test_the_pointer_reads_the_step_under_it(plot, qtbot):
    with qtbot.waitSignal(plot.read) as signal:
        QTest.mouseMove(plot, QPoint(round(plot.place_of(50)), 60))
    assert signal.args == ["step 50, loss 113.00, reconstruction 110.00"]
    with qtbot.waitSignal(plot.read) as signal:
        QTest.mouseMove(plot, QPoint(2, 60))
    assert signal.args == [""]


def test_a_click_picks_the_step(plot, qtbot):
    with qtbot.waitSignal(plot.picked) as signal:
        QTest.mouseClick(plot, LEFT, pos=QPoint(round(plot.place_of(120)), 60))
    assert signal.args[0] == pytest.approx(120, abs=1)


@pytest.mark.parametrize(("key", "step"), [("Left", 199), ("Right", 201), ("PageUp", 100), ("PageDown", 300)])
def test_keys_pick_neighbours(plot, qtbot, key, step):
    with qtbot.waitSignal(plot.picked) as signal:
        QTest.keyClick(plot, getattr(Qt.Key, f"Key_{key}"))
    assert signal.args == [step]


def test_the_scale_begins_at_round_numbers_and_leaves_out_the_first_steps_only(plot):
    low, high, steps = plot.scale()
    assert low <= 100
    assert 100 < high < 300
    assert low == pytest.approx(low // ((high - low) / steps) * ((high - low) / steps))
    assert plot.last() == 200


def test_what_cannot_be_drawn_is_left_out(plot):
    steps = np.arange(1, 6)
    plot.set_lines(steps, [Line("loss", "text", np.array([1, 2, np.inf, np.nan, 3.0]))])
    plot.grab()
    assert plot.scale()[1] >= 3
    plot.set_lines(np.zeros(0, np.int64), [])
    plot.grab()
    plot.set_lines(np.arange(1, 2), [Line("KL", "orange", np.zeros(1))])
    plot.grab()


# -- controls ----------------------------------------------------------------------------------------------


def test_a_tile_is_chosen_by_mouse_and_by_key(show, qtbot):
    tiles = show(DataTiles(), 212, 130)
    tiles.set_current("digits")
    buttons = {button.text(): button for button in tiles.findChildren(QAbstractButton)}
    assert len(buttons) == len(DATA)
    with qtbot.waitSignal(tiles.chosen) as signal:
        QTest.mouseClick(buttons["Spiral"], LEFT)
    assert signal.args == ["spiral"]
    buttons["Spiral"].setFocus()
    with qtbot.waitSignal(tiles.chosen) as signal:
        QTest.keyClick(buttons["Spiral"], Qt.Key.Key_Right)
    assert signal.args == ["grid"]
    with qtbot.assertNotEmitted(tiles.chosen):
        tiles.set_current("moons")


def test_marks_give_way_from_the_right(show):
    marks = show(Marks(), 400, 20)
    marks.set_marks([("dots", "data"), ("line", "the net"), ("diamond", "samples")])
    assert len(marks.fitting()) == 3
    marks.resize(70, 20)
    assert marks.fitting() == (("dots", "data"),)
    assert marks.accessibleName() == "data, the net, samples"
