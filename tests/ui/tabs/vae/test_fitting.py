from itertools import pairwise

from genplay.ui.tabs.vae import fitting


def test_the_usual_window_shows_everything():
    assert fitting.shown(1084, 600, projector=False) == fitting.PARTS


def test_with_less_room_parts_leave_and_none_comes_back():
    for sizes in ([(w, 600) for w in range(1084, 0, -20)], [(1084, h) for h in range(600, 0, -5)]):
        parts = [fitting.shown(*size, projector=False) for size in sizes]
        assert all(less <= more for more, less in pairwise(parts))


def test_map_and_transport_never_leave():
    for projector in (False, True):
        assert fitting.shown(1, 1, projector=projector) >= {"map", "transport"}
