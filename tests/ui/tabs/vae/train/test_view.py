"""The page at every size: all that is shown fits its place, and nothing lies on anything else."""

import numpy as np
import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel

from genplay.families.vae.live import DATA, LATENTS
from genplay.ui import theme
from genplay.ui.tabs.training.plane import Plane
from genplay.ui.tabs.training.step_plot import StepPlot
from genplay.ui.tabs.vae.train import fitting
from genplay.ui.tabs.vae.train.kl_bars import KlBars
from genplay.ui.tabs.vae.train.marks import Marks
from genplay.ui.tabs.vae.train.view import LiveView
from genplay.ui.widgets.error_panel import ErrorPanel
from genplay.ui.widgets.formula import FormulaLabel, FormulaStrip
from genplay.ui.widgets.ledger import Ledger
from genplay.ui.widgets.slider import Slider
from tests.ui.tabs import layout
from tests.ui.tabs.layout import Layout, dress, within

PAINTED = (KlBars, StepPlot, Marks, Plane, FormulaStrip, Ledger, QComboBox, FormulaLabel)
ACROSS, ABOVE = 32, 65  # px at 100 %: the tab's margins, and its header with the space below it
# What a tab leaves to the page below its header, within its margins.
ROOMS = {
    room: (scale, round(width - ACROSS * scale), int(height - ABOVE * scale))
    for room, (scale, width, height) in layout.ROOMS.items()
}


@pytest.fixture
def view(around, qtbot):
    """A view in a window that gives it what it has, however little."""
    made = within(around, LiveView(), qtbot)
    made.resize(*ROOMS["1280 x 720"][1:])
    return made


def check(view, qtbot):
    Layout(view, qtbot, PAINTED).check()


def levels(view):
    """What is on screen, (height, width, 4), as numbers that can be subtracted."""
    image = view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4).astype(int)


@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize("data", ["digits", "moons"])
@pytest.mark.parametrize("latent", LATENTS)
def test_nothing_is_cut_and_nothing_lies_on_anything(view, scene, qapp, qtbot, data, latent, room):
    dress(view, qapp, *ROOMS[room])
    view.show_scene(scene(data, latent=latent))
    check(view, qtbot)


@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize("latent", [5, 10])
def test_collapsed_latents_fit_with_what_is_said_of_them(view, scene, qapp, qtbot, latent, room):
    dress(view, qapp, *ROOMS[room])
    means = np.zeros((40, latent), np.float32)
    view.show_scene(scene(latent=latent, beta=7.5, result={"means": means}))
    check(view, qtbot)
    if "least" not in room and "720 at 150" not in room:
        labels = [label.text() for label in view.findChildren(QLabel)]
        assert "These latents have collapsed" in " ".join([*labels, view.formula.accessibleDescription()])


@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize("step", [0, 1, 99_999])
def test_every_step_fits(view, scene, qapp, qtbot, step, room):
    dress(view, qapp, *ROOMS[room])
    view.show_scene(scene(step=step, seed=2**31 - 1, result={"milliseconds": 1234.5}))
    check(view, qtbot)


@pytest.mark.parametrize("room", ROOMS)
def test_what_is_awaited_takes_no_other_room(view, scene, qapp, qtbot, room):
    dress(view, qapp, *ROOMS[room])
    for values in ({"answered": False}, {}, {"shown": {"stale": True}}):
        view.show_scene(scene(**values))
        check(view, qtbot)


@pytest.mark.parametrize("room", ROOMS)
def test_an_error_has_the_room_of_the_pictures(view, scene, qapp, qtbot, room):
    dress(view, qapp, *ROOMS[room])
    view.show_scene(scene(shown={"failure": "There is no such step."}))
    check(view, qtbot)
    panel = view.findChild(ErrorPanel)
    assert panel.isVisible()
    assert not view.latent.isVisible()
    view.show_scene(scene())
    check(view, qtbot)
    assert view.latent.isVisible()


@pytest.mark.parametrize(("scale", "width", "height"), [(1.5, 1228, 600), (2.0, 1868, 960), (1.25, 980, 560)])
def test_a_class_in_the_last_row_sees_all_of_it(view, scene, qapp, qtbot, scale, width, height):
    dress(view, qapp, scale, width, height, projector=True)
    view.show_scene(scene("digits"))
    check(view, qtbot)
    assert not view.setup.isVisible()
    assert view.latent.isVisible()


def test_coming_back_to_a_size_gives_the_same_picture(view, scene, qapp, qtbot):
    view.show_scene(scene())
    check(view, qtbot)
    before = levels(view)
    for room in ("the least window", "1920 x 1080 at 150 %", "1280 x 720"):
        dress(view, qapp, *ROOMS[room])
        view.grab()
    # Outlines of letters differ by a hair after a font was used at another size.
    qtbot.waitUntil(lambda: np.abs(levels(view) - before).max() < 8)


@pytest.mark.parametrize("data", ["digits", "moons"])
@pytest.mark.parametrize("look", ["dark", "contrast"])
def test_the_page_follows_the_theme(view, scene, qapp, qtbot, data, look):
    view.show_scene(scene(data))
    light = view.grab().toImage()
    theme.apply(qapp, theme.Theme(look))
    check(view, qtbot)
    assert view.grab().toImage() != light


def test_pictures_grow_with_the_page(view, scene):
    view.show_scene(scene())
    sides = []
    for width, height in ((876, 523), (1084, 603), (1400, 800), (1724, 963), (3644, 2043)):
        view.resize(width, height)
        assert view.latent.plane.width() == view.latent.plane.height() == view.space.plane.width()
        sides.append(view.latent.plane.width())
    assert sides == sorted(set(sides))
    assert sides[1] >= 280


def test_less_room_leaves_out_what_matters_less():
    sizes = ((1084, 603), (769, 363), (500, 233))
    parts = [fitting.fit(width, height, projector=False).parts for width, height in sizes]
    assert parts[0] == {"formula", "setup", "costs", "curves"}
    assert parts[1] == {"formula", "setup", "costs"}
    assert parts[2] == set()


def test_every_control_has_a_name(view, scene):
    view.show_scene(scene())
    bare = [b for b in view.findChildren(QAbstractButton) if not (b.text() or b.accessibleName())]
    assert bare == []
    named = (view.seed, view.setup.latents, view.setup.tiles, view.losses.plot, view.formula)
    for widget in (*named, view.costs.bars):
        assert widget.accessibleName()
    for plane in view.findChildren(Plane):
        assert plane.accessibleName()
        assert plane.accessibleDescription()


def test_to_show_a_state_asks_for_nothing(view, scene):
    asked = []
    for signal in (
        view.setup.data_chosen,
        view.setup.tuned,
        view.setup.begun,
        view.setup.settled,
        view.seed.edited,
        view.transport.speed_chosen,
    ):
        signal.connect(lambda *values: asked.append(values))
    for data in DATA:
        view.show_scene(scene(data, beta=2.4, rate=0.01, hidden=16, latent=5, seed=9, sigma=0.5))
    assert asked == []
    sliders = {name: getattr(view.setup, name).value() for name in ("beta", "rate", "hidden", "sigma")}
    assert sliders == {"beta": 2.4, "rate": 0.01, "hidden": 16, "sigma": 0.5}
    assert all(isinstance(slider, Slider) for slider in (view.setup.beta, view.setup.rate))


def test_sigma_is_there_for_points_only(view, scene):
    view.show_scene(scene("moons"))
    assert view.setup.sigma.isVisible()
    view.show_scene(scene("digits"))
    assert not view.setup.sigma.isVisible()


def test_the_formula_has_its_values(view, scene):
    view.show_scene(scene(step=30, beta=2))
    said = view.formula.accessibleDescription()
    paid = 100.0 / np.arange(6, 31) + 50
    kl = 4 - 3.0 / np.arange(6, 31)
    assert f"reconstruction {paid.mean():.2f}" in said
    assert f"kl {kl.mean():.2f}" in said
    assert f"total {paid.mean() + 2 * kl.mean():.2f}" in said
    assert "beta 2" in said
    assert said.endswith("−L lies below the ELBO.")


def test_the_marks_say_which_latents_are_shown(view, scene):
    view.show_scene(scene(latent=10, result={"kl": np.array([0, 0, 1, 0, 0, 0, 2, 0, 0, 0.5], np.float32)}))
    assert "z₃, z₇: most KL of 10" in view.latent.marks.accessibleName()
    assert "z₃, z₇" in view.latent.plane.accessibleDescription()
