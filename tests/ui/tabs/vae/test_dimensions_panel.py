import numpy as np
import pytest
from PySide6.QtCore import Qt

from genplay.ui import theme
from genplay.ui.tabs.vae.dimensions_panel import DimensionsPanel, ordered
from genplay.ui.widgets.dimension_bars import DimensionBars
from genplay.ui.widgets.latent_name import latent


@pytest.fixture
def panel(show):
    return show(DimensionsPanel(), 964, 100)


@pytest.fixture
def bars(panel):
    return panel.findChild(DimensionBars)


def test_the_bars_are_the_drawing_s_kl_and_the_ticks_the_means(panel, bars, scene, answers):
    panel.show_scene(scene(model="vae"))
    kl, means = answers.encoded("vae").kl, answers.points("vae").kl
    for dimension in (0, 7, 49):
        assert f"{kl[dimension]:.2f} nats here, {means[dimension]:.2f} on average" in bars.reading(dimension)


def test_the_sums_are_those_of_all_dimensions(panel, scene, answers, texts):
    panel.show_scene(scene(model="vae"))
    here, mean = answers.encoded("vae").kl.sum(), answers.points("vae").kl.sum()
    assert f"KL(q ‖ p(z)) in all: {here:.2f} nats here, {mean:.2f} on average" in texts(panel)
    assert any("mean of 400 test pictures" in said for said in texts(panel))


def test_the_most_informative_comes_first_and_the_inactive_last(answers):
    made = answers.points("vae", inactive=14)
    order, inactive = ordered(made, 50)
    assert sorted(order) == list(range(50))
    assert inactive == 14
    assert set(order[-14:]) == set(made.inactive)
    active = made.kl[list(order[:-14])]
    assert (np.diff(active) <= 0).all()


def test_none_moves_until_all_pictures_are_encoded(answers):
    assert ordered(answers.points("vae", inactive=14, total=10_000), 50) == (tuple(range(50)), 0)
    assert ordered(None, 16) == (tuple(range(16)), 0)


@pytest.mark.parametrize("inactive", [1, 14, 40, 50])
@pytest.mark.parametrize("height", [100, 180])
def test_the_inactive_ones_are_named(panel, scene, answers, texts, inactive, height):
    panel.resize(964, height)
    made = answers.points("vae", inactive=inactive)
    panel.show_scene(scene(model="vae", points=made))
    names = ", ".join(latent(dimension) for dimension in made.inactive)
    (said,) = [words for words in texts(panel) if "inactive" in words]
    assert said.startswith(f"{inactive} of 50 dimensions {'is' if inactive == 1 else 'are'} inactive")
    assert names in panel._note.toolTip()
    assert (names in said) == ((inactive, height) != (50, 100))
    assert panel._note.geometry().bottom() <= panel.height()


def test_of_none_inactive_nothing_is_said(panel, scene, texts):
    panel.show_scene(scene(model="vae"))
    assert not [words for words in texts(panel) if "inactive" in words]


def test_a_click_picks_an_axis(panel, bars, scene, qtbot, answers):
    panel.show_scene(scene(model="vae", points=answers.points("vae", inactive=14)))
    heard = []
    panel.axis_picked.connect(heard.append)
    for dimension in (1, 30, 0):
        at = bars._column(dimension).center().toPoint()
        qtbot.mouseClick(bars, Qt.MouseButton.LeftButton, pos=at)
    assert heard == [1, 30, 0]


def test_an_answer_between_press_and_release_does_not_lose_the_click(panel, bars, scene, qtbot, answers):
    panel.show_scene(scene(model="vae"))
    heard = []
    panel.axis_picked.connect(heard.append)
    at = bars._column(3).center().toPoint()
    qtbot.mousePress(bars, Qt.MouseButton.LeftButton, pos=at)
    panel.show_scene(scene(model="vae", encoded=answers.encoded("vae")))
    qtbot.mouseRelease(bars, Qt.MouseButton.LeftButton, pos=at)
    assert heard == [3]


def test_the_axes_of_the_map_are_marked(panel, bars, scene):
    panel.show_scene(scene(model="vae", axes=(4, 9)))
    assert "chosen: z₅, z₁₀" in bars.accessibleDescription()
    panel.show_scene(scene(model="vae", axes=(4, 9), view="pca"))
    assert "chosen" not in bars.accessibleDescription()


def test_while_they_are_awaited_no_number_is_left(panel, bars, scene, texts):
    for waits in (scene(False, model="vae"), scene(model="vae", waiting=frozenset({"encode", "cloud"}))):
        panel.show_scene(scene(model="vae"))
        panel.show_scene(waits)
        assert "KL(q ‖ p(z)) in all: – nats here" in texts(panel)
        assert bars.reading(0) == "z₁: – nats here"
        assert bars.bar(0).isEmpty()


def test_what_went_wrong_is_said(panel, scene, texts):
    panel.show_scene(scene(False, failures={"encode": "There is no checkpoint."}))
    assert "There is no checkpoint." in texts(panel)


@pytest.mark.parametrize("name", ["dark", "contrast"])
def test_it_follows_the_theme(panel, scene, qapp, name):
    panel.show_scene(scene())
    light = panel.grab().toImage()
    theme.apply(qapp, theme.Theme(name))
    assert panel.grab().toImage() != light
