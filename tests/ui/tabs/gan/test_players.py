"""The graph of the players: which edges are in play, and in which colour."""

import numpy as np
import pytest

from genplay.ui import theme
from genplay.ui.tabs.gan.players import Players
from tests.ui.tabs.gan.made_sides import scene, slow
from tests.ui.tabs.painted import seen, where


@pytest.fixture
def graph(show):
    return show(Players(), 274, 96)


EDGES = [
    {("z", "g"), ("g", "fake")},
    {("fake", "d"), ("real", "d")},
    {("d", "loss")},
    {("d", "loss")},
    set(),
    {("z", "g"), ("g", "fake")},
    {("fake", "d")},
    {("d", "loss")},
    {("d", "loss"), ("fake", "d"), ("g", "fake")},
    set(),
]


@pytest.mark.parametrize("phase", range(10))
def test_the_edges_in_play_are_lit(graph, phase):
    graph.show_scene(slow(phase))
    assert graph.lit() == EDGES[phase]


def test_at_rest_none_is(graph):
    graph.show_scene(scene())
    assert graph.lit() == set()


@pytest.mark.parametrize("look", ["light", "dark", "contrast"])
def test_a_lit_edge_has_the_colour_of_the_player(graph, qapp, look):
    theme.apply(qapp, theme.Theme(look))
    between = slice(round(0.1 * 274), round(0.18 * 274))  # from z to G
    graph.show_scene(scene())
    quiet = seen(graph)[:, between]
    for phase, token in ((0, "blue"), (5, "orange")):
        graph.show_scene(slow(phase))
        assert where(graph, token)[:, between].any()
        assert (seen(graph)[:, between] != quiet).any()


def test_the_player_that_is_updated_is_filled(graph):
    filled = []
    for phase in (8, 9):
        graph.show_scene(slow(phase))
        filled.append(int(where(graph, "orange")[:, 50:90].sum()))
    assert filled[1] > 2 * filled[0]


def test_the_loss_is_written_once_it_is_known(graph):
    graph.show_scene(slow(1))
    before = seen(graph)[:, 230:]
    graph.show_scene(slow(2))
    assert (seen(graph)[:, 230:] != before).any()
    assert "nats" in graph.accessibleDescription()


def test_it_grows_with_the_scale(graph, qapp):
    before = np.array(graph.sizeHint().toTuple())
    theme.apply(qapp, theme.Theme(scale=1.5))
    assert (np.array(graph.sizeHint().toTuple()) == 1.5 * before).all()
