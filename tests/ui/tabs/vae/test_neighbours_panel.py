import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF

from genplay.ui import theme
from genplay.ui.tabs.vae.neighbour_row import NeighbourRow
from genplay.ui.tabs.vae.neighbours_panel import NeighboursPanel


@pytest.fixture
def panel(show):
    return show(NeighboursPanel(), 964, 100)


def rows(panel):
    return [row.accessibleDescription() for row in panel.findChildren(NeighbourRow)]


def test_both_rows_say_class_and_distance(panel, scene):
    panel.show_scene(scene())
    latent, pixel = rows(panel)
    assert latent == "5, 0.012; 3, 0.122; 5, 0.232; 8, 0.342; 5, 0.452; 6, 0.562"
    assert pixel == "4, 31 px; 5, 35 px; 6, 39 px; 7, 43 px; 8, 47 px; 9, 51 px"


def test_fashion_has_its_own_names(panel, scene):
    panel.show_scene(scene(model="vae_fashion"))
    latent, pixel = rows(panel)
    assert latent.startswith("Sandal, 0.012; Dress, 0.122")
    assert pixel.endswith("Ankle boot, 51 px")


def test_a_click_takes_a_neighbour_as_the_drawing(panel, scene, qtbot, answers):
    panel.show_scene(scene())
    heard = []
    panel.chosen.connect(heard.append)
    for row, place in zip(panel.findChildren(NeighbourRow), (2, 5), strict=True):
        qtbot.mouseClick(row, Qt.MouseButton.LeftButton, pos=row.cell(place).center())
    made = answers.nearest()
    assert heard == [made.latent[2].drawing, made.pixel[5].drawing]


def test_the_rows_are_named_with_their_units(panel, scene, texts):
    panel.show_scene(scene())
    assert texts(panel) == [
        "Nearest in latent space",
        "distance between means μ",
        "Nearest in pixel space",
        "pixels that differ",
    ]


def test_while_they_are_awaited_none_is_left(panel, scene):
    for waits in (scene(False), scene(waiting=frozenset({"neighbours"}))):
        panel.show_scene(scene())
        panel.show_scene(waits)
        assert rows(panel) == ["", ""]


def test_pictures_of_both_rows_have_one_size(panel, scene):
    panel.resize(1100, 180)
    panel.show_scene(scene(model="vae_fashion"))
    panel.grab()
    rows_of = panel.findChildren(NeighbourRow)
    assert {row.box(0).width() for row in rows_of} == {2 * 28}
    font = theme.current().font("caption")
    font.setWeight(theme.current().font("label").weight())
    longest = QFontMetricsF(font).horizontalAdvance("Ankle boot")
    assert all(row.cell(0).right() - row.box(0).right() > longest for row in rows_of)
    panel.show_scene(scene())  # digits need less room for words
    assert {row.box(0).width() for row in rows_of} == {3 * 28}


def test_what_went_wrong_is_said_until_it_goes_right(panel, scene, texts):
    panel.show_scene(scene(False, failures={"neighbours": "There is no checkpoint."}))
    assert "There is no checkpoint." in texts(panel)
    panel.show_scene(scene())
    assert "There is no checkpoint." not in texts(panel)


@pytest.mark.parametrize("name", ["dark", "contrast"])
def test_it_follows_the_theme(panel, scene, qapp, name):
    panel.show_scene(scene())
    light = panel.grab().toImage()
    theme.apply(qapp, theme.Theme(name))
    assert panel.grab().toImage() != light
