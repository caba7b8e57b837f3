import pytest

from genplay.families.autoregressive import PIXELS, AutoregressiveState
from genplay.families.base import Drawing
from genplay.ui.tabs.autoregressive.scene import Scene


def scene(hovered=None, playing=False, result=None, **values):
    return Scene(AutoregressiveState(**values), hovered=hovered, playing=playing, result=result)


@pytest.mark.parametrize(
    ("shown", "focus"),
    [
        (scene(), None),
        (scene(hovered=5), 5),
        (scene(cursor=0, hide_future=True), None),
        (scene(cursor=10), 9),
        (scene(cursor=10, hovered=700), 700),
        (scene(cursor=10, hovered=700, hide_future=True), 9),
        (scene(cursor=10, hovered=3, hide_future=True), 3),
        (scene(cursor=10, hovered=3, playing=True), 9),
        (scene(cursor=PIXELS, hide_future=True), PIXELS - 1),
    ],
)
def test_the_numbers_speak_of_what_is_pointed_at_else_of_the_cursors_pixel(shown, focus):
    assert shown.focus == focus


def test_walking_is_when_part_of_the_order_is_hidden():
    assert not scene(cursor=10).walking
    assert scene(cursor=10, hide_future=True).walking
    assert not scene(cursor=PIXELS, hide_future=True).walking
    assert scene(cursor=10, hide_future=True).visible == 10
    assert scene(cursor=10).visible == PIXELS


def test_known_is_what_is_answered_and_not_hidden(score):
    result = score("nade", Drawing.blank())
    assert not scene().known(3)
    assert scene(result=result).known(3)
    assert not scene(result=result).known(None)
    hidden = scene(result=result, cursor=10, hide_future=True)
    assert [hidden.known(pixel) for pixel in (0, 9, 10)] == [True, True, False]


def test_a_scene_that_is_not_answered_says_so():
    assert (scene().result, scene().comparison, scene().samples) == (None, None, None)
