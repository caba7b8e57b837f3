"""The planes that G is told."""

import numpy as np
import pytest

from genplay.ui import theme
from genplay.ui.tabs.stargan.planes_view import PlanesView
from tests.ui.tabs.painted import seen


@pytest.fixture
def view(show):
    return show(PlanesView(), 244, 150)


def planes(*values):
    return np.broadcast_to(np.array(values, np.float32)[:, None, None], (len(values), 64, 64)).copy()


def colour(at):
    return tuple(int(theme.current().table("signed")[at] >> shift & 255) for shift in (16, 8, 0))


def test_each_plane_has_its_colour_all_over(view):
    view.set_planes(["Hat", "Beard", "Smiling"], planes(1, 0, -1))
    found = seen(view)
    for number, at in enumerate((255, 128, 0)):
        box = view.box(number).adjusted(2, 2, -2, -2)
        part = found[box.top() : box.bottom(), box.left() : box.right()]
        assert (part == np.array(colour(at))).all()
    assert view.accessibleDescription() == "Hat +1.00; Beard 0.00; Smiling −1.00"


@pytest.mark.parametrize("count", [1, 2, 10, 40])
def test_any_number_has_its_place(view, count):
    view.set_planes([f"Attribute {number}" for number in range(count)], planes(*[0.5] * count))
    boxes = [view.box(number) for number in range(count)]
    assert all(view.rect().contains(box) for box in boxes)
    assert not any(a.intersects(b) for at, a in enumerate(boxes) for b in boxes[:at])
    assert boxes[0].width() >= 12


def test_names_are_whole_where_there_is_room(view):
    view.set_planes(["Eyeglasses"] * 10, planes(*[0] * 10))
    columns, _, named = view.grid()
    assert (columns, named) == (4, True)


def test_many_are_larger_without_names(view):
    view.set_planes([f"A long attribute {number}" for number in range(40)], planes(*[0] * 40))
    _, side, named = view.grid()
    assert not named
    assert side >= 16


def test_there_are_none_without_an_edit(view):
    view.set_planes(["Hat"], None)
    assert view.accessibleDescription() == ""
