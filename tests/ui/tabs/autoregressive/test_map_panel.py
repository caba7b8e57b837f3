import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from genplay.ui import theme
from genplay.ui.tabs.autoregressive.map_panel import GAINED_LIMIT, MOVED_LIMIT, SURPRISE_LIMIT, MapPanel
from genplay.ui.widgets.pixels import levels

LEFT = Qt.MouseButton.LeftButton
PIXEL = 28 * 7 + 12


@pytest.fixture
def panel(show):
    return show(MapPanel(), 540, 360)


def colour(view, pixel):
    return view.grab().toImage().pixelColor(view.pixel_rect(pixel).center().toPoint()).name()


def expected(table, value, low, high):
    index = levels(value, low, high)
    return f"#{theme.current().table(table)[int(index)] & 0xFFFFFF:06x}"


@pytest.mark.parametrize("pixel", [0, PIXEL - 1, PIXEL, PIXEL + 1])
def test_values_have_the_colours_of_their_maps(panel, scene, pixel):
    shown = scene()
    panel.show_scene(shown)
    p, surprise = shown.result.probabilities[pixel], shown.result.surprises[pixel]
    assert colour(panel.expected, pixel) == expected("probability", p, 0, 1)
    assert colour(panel.surprise, pixel) == expected("surprise", surprise, 0, SURPRISE_LIMIT)


def test_a_comparison_shows_what_moves_on_signed_maps(panel, scene, texts):
    shown = scene(flip=PIXEL)
    panel.show_scene(shown)
    assert {"Expected ink moves", "Score moves"} <= set(texts(panel))
    later = PIXEL + 28
    moved, gained = shown.comparison.moved[later], shown.comparison.gained[later]
    assert colour(panel.expected, later) == expected("signed", moved, -MOVED_LIMIT, MOVED_LIMIT)
    assert colour(panel.surprise, later) == expected("signed", gained, -GAINED_LIMIT, GAINED_LIMIT)
    assert colour(panel.expected, 5) == expected("signed", 0.0, -MOVED_LIMIT, MOVED_LIMIT)
    panel.show_scene(scene())
    assert {"Expected ink", "Surprise"} <= set(texts(panel))
    assert "Score moves" not in texts(panel)


def test_the_legends_say_where_the_maps_end(panel, scene):
    panel.show_scene(scene())
    said = [
        child.accessibleName() + child.accessibleDescription()
        for child in panel.children()
        if hasattr(child, "accessibleName")
    ]
    assert any("4 nats or more" in words for words in said)


def test_the_future_is_hatched_not_faded(panel, scene):
    panel.show_scene(scene(cursor=100, hide_future=True))
    hidden = {colour(panel.expected, pixel) for pixel in range(200, 784, 7)}
    assert hidden <= {theme.current().tokens.sunken.lower(), theme.current().tokens.line.lower()} | {
        shade for shade in hidden if _between(shade)
    }
    panel.show_scene(scene(cursor=100))
    assert {colour(panel.expected, pixel) for pixel in range(200, 784, 7)} != hidden


def _between(shade):
    """Whether a colour lies between the hatch's two, as the edge of its lines does."""
    ends = [theme.current().tokens.sunken, theme.current().tokens.line]
    channels = [[int(end[place : place + 2], 16) for end in ends] for place in (1, 3, 5)]
    values = [int(shade[place : place + 2], 16) for place in (1, 3, 5)]
    return all(min(pair) - 1 <= value <= max(pair) + 1 for pair, value in zip(channels, values, strict=True))


def test_while_an_answer_is_awaited_the_old_picture_is_pale(panel, scene):
    panel.show_scene(scene())
    before = panel.expected.grab().toImage()
    panel.set_waiting(True)
    assert panel.expected.grab().toImage() != before
    panel.set_waiting(False)
    assert panel.expected.grab().toImage() == before


def test_an_error_has_its_two_buttons(panel, qtbot, scene, texts):
    panel.set_error("There is no answer", "The checkpoint is missing.")
    assert {"There is no answer", "The checkpoint is missing."} <= set(texts(panel))
    buttons = {b.text(): b for b in panel.findChildren(QPushButton) if b.isVisible()}
    with qtbot.waitSignal(panel.retry_pressed):
        QTest.mouseClick(buttons["Try again"], LEFT)
    with qtbot.waitSignal(panel.copy_pressed):
        QTest.mouseClick(buttons["Copy details"], LEFT)
    panel.set_error(None)
    assert "There is no answer" not in texts(panel)


def test_after_an_error_the_same_answer_is_shown_whole(panel, scene):
    shown = scene()
    panel.show_scene(shown)
    before = [view.grab().toImage() for view in panel.maps]
    panel.show_scene(scene(answered=False))
    panel.set_error("There is no answer", "No.")
    panel.set_error(None)
    panel.show_scene(shown)
    assert [view.grab().toImage() for view in panel.maps] == before


def test_loading_is_said_in_both_maps(panel):
    panel.set_loading("Loading NADE")
    assert [view.accessibleDescription() for view in panel.maps] == ["Loading NADE"] * 2
    panel.set_loading(None)
    assert [view.accessibleDescription() for view in panel.maps] == [""] * 2


def test_projector_mode_leaves_labels_pictures_and_legends(panel, scene):
    panel.show_scene(scene())
    panel.set_projector(True)
    assert not panel.line.isVisible()
    assert all(view.isVisible() for view in panel.maps)
    panel.set_projector(False)
    assert panel.line.isVisible()
