from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from genplay.families.foundations import MODELS, SIZES, FoundationsState, arrows
from genplay.families.orders import NAMES, Order
from genplay.ui import theme
from genplay.ui.tabs.foundations import routes
from genplay.ui.tabs.foundations.graph import PixelGraph, Roles

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
ROLES = Roles(a=1, b=9, given={5: 1, 4: 0})
CHAIN = tuple((i, i + 1) for i in range(11))


@pytest.fixture
def graph(show):
    shown = show(PixelGraph(), 320, 240)
    shown.show_graph((3, 4), CHAIN, ROLES)
    return shown


def middle(graph, pixel):
    return graph.node(pixel).center().toPoint()


def colour(graph, point):
    return graph.grab().toImage().pixelColor(point).name()


def edge_of(graph, pixel):
    """A point inside a node, off its letter."""
    return graph.node(pixel).center().toPoint() + QPoint(0, round(graph.node(pixel).height() / 2) - 4)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("room", [None, (400, 120), (200, 500), (900, 700)])
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_every_node_is_inside_and_none_lies_on_another(show, qapp, size, room, scale):
    theme.apply(qapp, theme.Theme(scale=scale))
    graph = PixelGraph()
    graph.show_graph(size, (), Roles(a=0, b=1, given={}))
    least = graph.minimumSizeHint()
    show(graph, *((max(least.width(), room[0]), max(least.height(), room[1])) if room else least.toTuple()))
    nodes = [graph.node(pixel) for pixel in range(size[0] * size[1])]
    assert all(graph.rect().toRectF().contains(node) for node in nodes)
    assert not [pair for pair in combinations(nodes, 2) if pair[0].intersects(pair[1])]


def test_the_nodes_stand_where_the_pixels_are(graph):
    places = [graph.node(pixel).center() for pixel in range(12)]
    rows = [{round(place.y(), 6) for place in places[4 * row : 4 * row + 4]} for row in range(3)]
    columns = [{round(place.x(), 6) for place in places[column::4]} for column in range(4)]
    assert all(len(found) == 1 for found in (*rows, *columns))
    assert [min(row) for row in rows] == sorted(min(row) for row in rows)
    assert [min(column) for column in columns] == sorted(min(column) for column in columns)


def test_with_more_room_the_nodes_grow_up_to_an_end(graph):
    widths = []
    for width in (320, 640, 1280, 2560):
        graph.resize(width, width)
        widths.append(graph.node(0).width())
    assert widths[0] < widths[1] <= widths[2] == widths[3] == 80


@pytest.mark.parametrize("pixel", range(12))
def test_a_click_picks_the_node(graph, qtbot, pixel):
    with qtbot.waitSignal(graph.picked) as signal:
        QTest.mouseClick(graph, LEFT, pos=middle(graph, pixel))
    assert signal.args == [pixel]


def test_the_right_button_gives_it_and_picks_nothing(graph, qtbot):
    with qtbot.assertNotEmitted(graph.picked), qtbot.waitSignal(graph.given_pressed) as signal:
        QTest.mouseClick(graph, RIGHT, pos=middle(graph, 7))
    assert signal.args == [7]


@pytest.mark.parametrize("button", [LEFT, RIGHT])
def test_between_the_nodes_there_is_nothing_to_pick(graph, qtbot, button):
    between = (middle(graph, 0) + middle(graph, 5)) / 2
    with qtbot.assertNotEmitted(graph.picked), qtbot.assertNotEmitted(graph.given_pressed):
        QTest.mouseClick(graph, button, pos=between)


KEYS = [
    (Qt.Key.Key_Right, [1, 2, 3, 0]),
    (Qt.Key.Key_Left, [3, 2, 1, 0]),
    (Qt.Key.Key_Down, [4, 8, 0]),
    (Qt.Key.Key_Up, [8, 4, 0]),
]


@pytest.mark.parametrize(("key", "along"), KEYS)
@pytest.mark.parametrize("enter", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_arrow_keys_go_from_node_to_node_and_enter_picks(graph, qtbot, key, along, enter):
    reached = []
    graph.picked.connect(reached.append)
    for _ in along:
        QTest.keyClick(graph, key)
        QTest.keyClick(graph, enter)
    assert reached == along


def test_the_arrow_keys_begin_where_a_click_was(graph, qtbot):
    QTest.mouseClick(graph, LEFT, pos=middle(graph, 6))
    QTest.keyClick(graph, Qt.Key.Key_Right)
    with qtbot.waitSignal(graph.picked) as signal:
        QTest.keyClick(graph, Qt.Key.Key_Return)
    assert signal.args == [7]


def test_the_keys_end_inside_a_graph_that_became_smaller(graph, qtbot):
    QTest.mouseClick(graph, LEFT, pos=middle(graph, 11))
    graph.show_graph((2, 2), (), Roles(a=0, b=1, given={}))
    with qtbot.waitSignal(graph.picked) as signal:
        QTest.keyClick(graph, Qt.Key.Key_Return)
    assert signal.args == [3]


def test_it_can_be_reached_by_tab_and_shows_where_the_keys_are(graph, qtbot):
    assert graph.focusPolicy() == Qt.FocusPolicy.StrongFocus
    graph.activateWindow()
    graph.setFocus()
    qtbot.waitUntil(graph.hasFocus)
    before = graph.grab().toImage()
    QTest.keyClick(graph, Qt.Key.Key_Right)
    after = graph.grab().toImage()
    around = [graph.node(pixel).toAlignedRect().adjusted(-4, -4, 5, 5) for pixel in range(12)]
    changed = [pixel for pixel, box in enumerate(around) if before.copy(box) != after.copy(box)]
    assert changed == [0, 1]


def test_the_pointer_is_a_hand_over_nodes_only(graph):
    QTest.mouseMove(graph, middle(graph, 1))
    assert graph.cursor().shape() == Qt.CursorShape.PointingHandCursor
    QTest.mouseMove(graph, (middle(graph, 0) + middle(graph, 5)) / 2)
    assert graph.cursor().shape() == Qt.CursorShape.ArrowCursor


def rest(graph, point):
    """Let the pointer rest; return what is said there."""
    QApplication.sendEvent(graph, QHelpEvent(QEvent.Type.ToolTip, point, graph.mapToGlobal(point)))
    return QToolTip.text()


def test_a_node_says_what_it_is_where_the_pointer_rests(graph, qtbot):
    graph.set_tips([f"node {number}" for number in range(12)])
    assert rest(graph, middle(graph, 4)) == "node 4"
    rest(graph, (middle(graph, 0) + middle(graph, 5)) / 2)
    qtbot.waitUntil(lambda: not QToolTip.isVisible())


def test_letters_have_their_numbers_below_where_there_is_room(show):
    graph = show(PixelGraph(), 700, 500)
    graph.show_graph((3, 4), (), ROLES)
    picture = graph.grab().toImage()

    def written(pixel, token):
        box, words = graph.node(pixel), theme.current().color(token).name()
        foot = range(round(box.top() + 0.72 * box.height()), round(box.top() + 0.88 * box.height()))
        columns = range(round(box.center().x() - 10), round(box.center().x() + 10))
        return any(picture.pixelColor(x, y).name() == words for y in foot for x in columns)

    assert written(1, "on_accent")  # A
    assert written(5, "paper")  # C, given as ink
    assert not written(2, "text2")  # which has no part, and its number in the middle


ORDERS = [
    *(Order(kind) for kind in NAMES if kind != "random"),
    *(Order("random", seed) for seed in range(10)),
]


def arrows_of(size, model, order, reach=8):
    state = replace(FoundationsState().resized(*size), arrows=model, order=order.kind, reach=reach)
    return arrows.of(replace(state, order_seed=order.seed))


def along(path):
    """Points along an arrow's line, close together, (n, 2)."""
    points = [path.elementAt(index) for index in range(path.elementCount())]
    controls = np.array([(point.x, point.y) for point in points])
    assert len(controls) == 4  # a cubic curve
    t = np.linspace(0, 1, 301)[:, None]
    weights = np.hstack(((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3))
    return weights @ controls


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("scale", "room"), [(1.0, (1, 1)), (1.0, (540, 345)), (2.0, (1200, 330))])
def test_no_arrow_of_any_model_and_order_touches_a_node_that_is_not_its_end(show, qapp, size, scale, room):
    theme.apply(qapp, theme.Theme(scale=scale))
    graph = PixelGraph()
    graph.show_graph(size, (), Roles(a=0, b=1, given={}))
    least = graph.minimumSizeHint()
    show(graph, max(least.width(), room[0]), max(least.height(), room[1]))
    boxes = [graph.node(pixel) for pixel in range(size[0] * size[1])]
    middles = np.array([box.center().toTuple() for box in boxes])
    ways = {arrow for model in MODELS for order in ORDERS for arrow in arrows_of(size, model, order)}
    assert len(ways) == len(boxes) * (len(boxes) - 1)  # both ways between any two
    for arrow in ways:
        points = along(graph._ways(theme.current(), frozenset({arrow}))[0])
        others = np.delete(middles, arrow, axis=0)
        away = np.linalg.norm(points[:, None] - others, axis=2) - boxes[0].width() / 2
        assert away.size == 0 or away.min() >= 2 * scale, arrow
        assert (points > 0).all(), arrow
        assert (points < graph.size().toTuple()).all(), arrow


def test_arrows_are_found_once_for_a_size(graph, monkeypatch):
    graph.grab()

    def found(*_):
        raise AssertionError("an arrow was found again")

    with monkeypatch.context() as context:
        context.setattr(routes, "curve", found)
        graph.grab()
    before = graph._ways(theme.current(), frozenset(CHAIN))[0]
    graph.resize(640, 480)
    assert graph._ways(theme.current(), frozenset(CHAIN))[0] != before


def test_a_node_under_the_pointer_is_ringed(graph):
    before = graph.grab().toImage()
    QTest.mouseMove(graph, middle(graph, 7))
    assert graph.grab().toImage() != before


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_a_b_and_what_is_given_have_their_colours(graph, qapp, name):
    theme.apply(qapp, theme.Theme(name))
    now = theme.current()
    seen = {pixel: colour(graph, edge_of(graph, pixel)) for pixel in (1, 9, 5, 4, 0)}
    tokens = {1: "accent", 9: "accent", 5: "ink", 4: "paper", 0: "surface"}
    assert seen == {pixel: now.color(token).name() for pixel, token in tokens.items()}


def test_what_a_pixel_is_asked_for_is_also_told_by_a_letter(graph):
    """A and B have one colour, and ink might be dark anywhere: the letters tell them apart."""
    before = graph.grab().toImage()
    graph.show_graph((3, 4), CHAIN, Roles(a=9, b=1, given=ROLES.given))
    after = graph.grab().toImage()
    for pixel in (1, 9):
        box = graph.node(pixel).toAlignedRect()
        assert before.copy(box) != after.copy(box)


def test_it_is_read_aloud(graph):
    assert graph.accessibleName()
    assert graph.accessibleDescription() == "A is pixel 2, B is pixel 10, given, 5 paper, 6 ink, at pixel 1"
    graph.show_graph((3, 4), CHAIN, Roles(a=1, b=9, given={}))
    assert graph.accessibleDescription() == "A is pixel 2, B is pixel 10, at pixel 1"
    QTest.keyClick(graph, Qt.Key.Key_Right)
    assert graph.accessibleDescription().endswith("at pixel 2")


def test_an_arrow_goes_from_node_to_node(graph):
    between = (middle(graph, 5) + middle(graph, 6)) / 2
    drawn = colour(graph, between)
    graph.show_graph((3, 4), (), ROLES)
    assert colour(graph, between) != drawn


def test_an_arrow_s_head_is_at_the_pixel_that_is_conditioned(graph):
    def heads():
        image, left, right = graph.grab().toImage(), graph.node(5), graph.node(6)
        y, long = round(left.center().y()), 3
        columns = {"source": left.right() + 4, "target": right.left() - 6}
        dark = theme.current().color("control").name()
        rows = range(y - long, y + long + 1)
        return {
            end: sum(image.pixelColor(round(x), row).name() == dark for row in rows)
            for end, x in columns.items()
        }

    graph.show_graph((3, 4), ((5, 6),), ROLES)
    there = heads()
    graph.show_graph((3, 4), ((6, 5),), ROLES)
    back = heads()
    assert there["target"] > there["source"]
    assert back["source"] > back["target"]


def test_an_arrow_over_a_node_goes_around_it(graph):
    """From 0 to 2 in a row, the middle of 1 and its surroundings stay free along the straight line."""
    graph.show_graph((3, 4), (), ROLES)
    free = graph.grab().toImage()
    graph.show_graph((3, 4), ((4, 6),), ROLES)
    bowed = graph.grab().toImage()
    nodes = [graph.node(pixel) for pixel in (4, 5)]
    y, gap = round(nodes[0].center().y()), round((nodes[0].right() + nodes[1].left()) / 2)
    assert free.pixelColor(gap, y) == bowed.pixelColor(gap, y)
    assert free != bowed


def test_strong_arrows_stand_out(graph):
    between = (middle(graph, 5) + middle(graph, 6)) / 2
    pale = colour(graph, between)
    graph.show_graph((3, 4), CHAIN, ROLES, strong=((5, 6),))
    assert colour(graph, between) != pale


def table(graph, size, roles, *, only=None):
    """Show the full table's arrows, or only some of them; those into A and B are meant."""
    drawn = arrows_of(size, "table", Order())
    meant = arrows.into(drawn, (roles.a, roles.b))
    graph.show_graph(size, meant if only else drawn, roles, meant)
    return graph.grab().toImage()


@pytest.mark.parametrize(("name", "hidden"), [("light", False), ("dark", False), ("contrast", True)])
def test_of_many_arrows_high_contrast_draws_those_into_a_and_b_and_says_so(graph, qapp, name, hidden):
    theme.apply(qapp, theme.Theme(name))
    roles = Roles(a=7, b=13, given={})
    full = table(graph, (4, 5), roles)
    assert ("only arrows into A, B" in graph.accessibleDescription()) == hidden
    between = (middle(graph, 0) + middle(graph, 6)) / 2
    assert ("only arrows into A, B" in rest(graph, between)) == hidden
    assert (full == table(graph, (4, 5), roles, only=True)) == hidden
    assert "only" not in graph.accessibleDescription()  # all of them are drawn


def test_what_is_said_of_the_arrows_follows_the_theme(graph, qapp):
    table(graph, (4, 5), Roles(a=7, b=13, given={}))
    for name in ("contrast", "light"):
        theme.apply(qapp, theme.Theme(name))
        assert ("only arrows" in graph.accessibleDescription()) == (name == "contrast")


@pytest.mark.parametrize("name", ["light", "contrast"])
@pytest.mark.parametrize("by", ["pointer", "keys"])
def test_arrows_into_the_node_pointed_at_have_the_accent(graph, qtbot, qapp, name, by):
    theme.apply(qapp, theme.Theme(name))
    table(graph, (4, 5), Roles(a=7, b=13, given={}))
    between = (middle(graph, 1) + middle(graph, 2)) / 2
    accent = theme.current().color("accent").name()
    assert colour(graph, between) != accent
    if by == "pointer":
        for pixel in (3, 2):  # it might rest on one already
            QTest.mouseMove(graph, middle(graph, pixel))
    else:
        graph.activateWindow()
        graph.setFocus()
        qtbot.waitUntil(graph.hasFocus)
        QTest.keyClick(graph, Qt.Key.Key_Right)
        assert colour(graph, between) != accent
        QTest.keyClick(graph, Qt.Key.Key_Right)
    assert colour(graph, between) == accent


def test_in_high_contrast_a_few_pale_arrows_are_dashed_and_those_that_are_meant_are_not(graph, qapp):
    theme.apply(qapp, theme.Theme("contrast"))
    graph.show_graph((3, 4), CHAIN, ROLES, strong=((5, 6),))
    image, surface = graph.grab().toImage(), theme.current().color("surface").name()

    def gaps(source, target):
        left, right = graph.node(source), graph.node(target)
        y, columns = round(left.center().y()), range(round(left.right() + 4), round(right.left() - 8))
        rows = (y - 1, y)
        return sum(all(image.pixelColor(x, row).name() == surface for row in rows) for x in columns)

    assert gaps(5, 6) == 0
    assert gaps(6, 7) > 5


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_in_a_small_graph_letters_have_their_numbers_beside_them(show, qapp, scale):
    """Three nodes, all of them C and ink: nothing but the number tells them apart, and it has room."""
    theme.apply(qapp, theme.Theme(scale=scale))
    graph = PixelGraph()
    graph.show_graph((4, 5), (), Roles(a=0, b=1, given={5: 1, 6: 1, 12: 1}))
    show(graph, *graph.minimumSizeHint().toTuple())
    image, now = graph.grab().toImage(), theme.current()
    nodes = [image.copy(graph.node(pixel).toAlignedRect()) for pixel in (5, 6, 12)]
    assert not [pair for pair in combinations(nodes, 2) if pair[0] == pair[1]]
    for written in (f"{letter}{pixel}" for letter in "ABC" for pixel in range(1, 21)):
        assert graph._holds(now, graph._font(now, written), written)
        assert graph._font(now, written).pixelSize() >= 7 * scale


@pytest.mark.parametrize("name", ["dark", "contrast"])
def test_it_follows_the_theme(graph, qapp, name):
    light = graph.grab().toImage()
    theme.apply(qapp, theme.Theme(name))
    assert graph.grab().toImage() != light


def test_it_asks_for_more_room_at_a_larger_scale(graph, qapp):
    small = graph.minimumSizeHint()
    theme.apply(qapp, theme.Theme(scale=2.0))
    large = graph.minimumSizeHint()
    assert large.width() > 1.9 * small.width()
    assert large.height() > 1.9 * small.height()
