"""Every page at every size: all that is shown fits its place, and nothing lies on anything else."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from genplay.families.foundations import SIZES
from genplay.families.orders import NAMES
from genplay.ui import theme
from genplay.ui.tabs.foundations import fitting
from genplay.ui.tabs.foundations.factor_cards import FactorCards
from genplay.ui.tabs.foundations.graph import PixelGraph
from genplay.ui.tabs.foundations.view import View
from genplay.ui.widgets.formula import FormulaLabel, FormulaStrip
from genplay.ui.widgets.growth_plot import GrowthPlot
from genplay.ui.widgets.ledger import Ledger
from genplay.ui.widgets.mini import MiniRow
from genplay.ui.widgets.numbered_canvas import NumberedCanvas
from genplay.ui.widgets.reading import ReadingLine
from genplay.ui.widgets.share_bar import ShareBar
from genplay.ui.widgets.transport import Transport
from tests.ui.tabs.layout import ROOMS, Layout, dress, within

LEFT = Qt.MouseButton.LeftButton
PAGES = list(fitting.PARTS)
PAINTED = (
    *(FactorCards, PixelGraph, NumberedCanvas, GrowthPlot, FormulaStrip, ReadingLine, Ledger, MiniRow),
    *(FormulaLabel, ShareBar),
)


def reads_less(line):
    return ", ".join(words for words, _, _ in line.fitting()[0]) != line.accessibleName()


@pytest.fixture
def view(around, qtbot):
    """A view in a window that gives it what it has, however little."""
    return within(around, View(), qtbot)


def check(view, qtbot):
    Layout(view, qtbot, PAINTED, {ReadingLine: reads_less}).check()


@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize("page", PAGES)
def test_nothing_is_cut_and_nothing_lies_on_anything(view, scene, qapp, qtbot, page, room):
    dress(view, qapp, *ROOMS[room])
    view.show_scene(scene(page=page))
    check(view, qtbot)


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("room", ["1280 x 720", "the least window", "1280 x 720 at 150 %"])
def test_every_size_of_the_picture_fits(view, scene, qapp, qtbot, checkerboard, page, size, room):
    """A checkerboard has sentences about what never happened besides."""
    dress(view, qapp, *ROOMS[room])
    n = size[0] * size[1]
    view.show_scene(
        scene(page=page, drawing=checkerboard(*size), cursor=n, a=0, b=n - 1, given=((1, 1),), reach=8)
    )
    check(view, qtbot)


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(
    ("scale", "width", "height"), [(1.5, 1280, 720), (2.0, 1920, 1080), (1.25, 1024, 640)]
)
def test_a_class_in_the_last_row_sees_all_of_it(view, scene, qapp, qtbot, page, scale, width, height):
    dress(view, qapp, scale, width, height, projector=True)
    view.show_scene(scene(page=page))
    check(view, qtbot)
    assert not view.header.isVisible()


@pytest.mark.parametrize("room", ROOMS)
def test_a_random_order_has_room_for_its_seed(view, scene, qapp, qtbot, room):
    dress(view, qapp, *ROOMS[room])
    view.show_scene(scene(order="random", order_seed=2**31 - 1))
    check(view, qtbot)


@pytest.mark.parametrize("page", PAGES)
def test_what_is_awaited_takes_no_other_room(view, scene, qtbot, page):
    view.show_scene(scene(page=page, answered=False))
    check(view, qtbot)
    view.show_scene(scene(page=page))
    check(view, qtbot)


@pytest.mark.parametrize("page", PAGES)
def test_each_page_shows_its_parts(view, scene, page):
    view.show_scene(scene(page=page))
    parts = {
        "formula": view.formula,
        "picture": view.picture,
        "chain": view.chain,
        "bayes": view.bayes,
        "count": view.count,
        "models": view.models,
        "tables": view.tables,
        "plot": view.plot,
        "transport": view.transport,
    }
    shown = {part for part, widget in parts.items() if widget.isVisible()}
    assert shown == fitting.PARTS[page] - {"counters"}
    assert (view.picture.findChild(Ledger).isVisible()) is ("counters" in fitting.PARTS[page])


@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_chosen_by_hand_and_shown_by_the_state(view, scene, qtbot, page):
    other = "count" if page != "count" else "all"
    words = {"count": "Count", "chain": "Chain rule", "bayes": "Bayes", "all": "All"}
    view.show_scene(scene(page=other))
    (button,) = [b for b in view.header.findChildren(QAbstractButton) if b.text() == words[page]]
    with qtbot.waitSignal(view.header.model_chosen) as signal:
        QTest.mouseClick(button, LEFT)
    assert signal.args == [page]
    view.show_scene(scene(page=page))
    checked = [
        b.text() for b in view.header.findChildren(QAbstractButton) if b.isCheckable() and b.isChecked()
    ]
    assert checked == [words[page]]


def test_coming_back_to_a_size_gives_the_same_picture(view, scene, qapp, qtbot):
    view.show_scene(scene())
    check(view, qtbot)
    QTest.mouseMove(view, QPoint(600, 4))  # where there is nothing to be lit by the pointer
    before = view.grab().toImage()
    for room in ("the least window", "1920 x 1080 at 150 %", "1280 x 720"):
        dress(view, qapp, *ROOMS[room])
        view.grab()
    qtbot.waitUntil(lambda: view.grab().toImage() == before)


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("look", ["dark", "contrast"])
def test_every_page_follows_the_theme(view, scene, qapp, qtbot, page, look):
    view.show_scene(scene(page=page))
    check(view, qtbot)
    light = view.grab().toImage()
    theme.apply(qapp, theme.Theme(look))
    check(view, qtbot)
    assert view.grab().toImage() != light


def test_the_header_says_which_patches(view, scene, texts):
    view.show_scene(scene())
    assert "60,000 patches of MNIST, cut to 3 × 4" in texts(view.header)


@pytest.mark.parametrize(
    ("page", "remark"),
    [
        ("count", "free numbers of a distribution over 784 binary pixels"),
        ("bayes", "exact: counted from 60,000 patches"),
        ("chain", "the table’s p is exact in every order;\nthe order only changes its factors"),
    ],
)
def test_the_formula_has_its_values_and_its_remark(view, scene, page, remark):
    view.show_scene(scene(page=page, n=784))
    said = view.formula.accessibleDescription()
    assert said.endswith(remark)
    if page == "count":
        assert "table 1.02 × 10²³⁶" in said


def test_the_plot_says_what_784_pixels_need(view, scene):
    view.show_scene(scene(page="count", n=784))
    said = view.plot.accessibleDescription()
    assert said.startswith("n = 784; ")
    assert "10²³⁶" in said
    assert said.endswith("784 pixels need 1.02 × 10²³⁶")
    assert dict(view.plot.readings(784)).keys() >= {"AR-4"}


@pytest.mark.parametrize("reach", [1, 4, 8])
def test_the_curves_are_the_counts(view, scene, reach):
    view.show_scene(scene(page="count", n=20, reach=reach))
    readings = {line: round(10**exponent) for line, exponent in view.plot.readings(20)}
    arn = sum(2 ** min(i, reach) for i in range(20))
    assert sorted(readings.values()) == sorted([2**20 - 1, arn, 39, 20])
    assert readings[f"AR-{reach}"] == arn


def test_the_transport_counts_factors(view, scene, texts):
    view.show_scene(scene(cursor=7))
    assert any("7" in words and "12" in words for words in texts(view.transport))
    before = texts(view.transport)
    view.show_scene(scene(cursor=8))
    assert texts(view.transport) != before


@pytest.mark.parametrize("order", NAMES)
def test_the_seed_is_there_only_for_a_random_order(view, scene, order):
    view.show_scene(scene(order=order, order_seed=7))
    assert view.order.current() == order
    assert view.seed.isVisible() is (order == "random")
    assert view.seed.value() == 7


def test_order_and_seed_are_chosen_by_key(view, scene, qtbot):
    view.show_scene(scene(order="random", order_seed=7))
    with qtbot.waitSignal(view.order_seed_edited) as signal:
        QTest.keyClick(view.seed, Qt.Key.Key_Up)
    assert signal.args == [8]
    with qtbot.waitSignal(view.order_chosen) as signal:
        QTest.keyClick(view.order, Qt.Key.Key_Up)
    assert signal.args == [list(NAMES)[-2]]


def test_to_show_a_state_asks_for_nothing(view, scene):
    asked = []
    signals = (view.order_chosen, view.order_seed_edited, view.header.model_chosen, view.picture.size_chosen)
    for signal in signals:
        signal.connect(lambda *values: asked.append(values))
    view.show_scene(scene(order="random", order_seed=9, page="chain"))
    assert asked == []


def test_every_control_has_a_name(view, scene):
    view.show_scene(scene(order="random"))
    bare = [b for b in view.findChildren(QAbstractButton) if not (b.text() or b.accessibleName())]
    assert bare == []
    for widget in (view.order, view.seed, view.plot, view.formula, view.chain.cards, view.bayes.graph):
        assert widget.accessibleName()
    assert view.findChild(Transport) is view.transport


def test_pictures_grow_with_the_window_up_to_an_end(view, scene):
    view.show_scene(scene())
    widths = []
    for width, height in ((1116, 668), (1400, 840), (1756, 1028), (3676, 2108)):
        view.resize(width, height)
        widths.append(view.picture.canvas.width())
    assert widths == sorted(set(widths))
    assert widths[-1] == pytest.approx(1.7 * widths[0], abs=1)


def test_in_a_high_window_the_graph_grows_with_the_factors(view, scene, qtbot):
    view.show_scene(scene())
    graph, cards = view.findChild(PixelGraph), view.findChild(FactorCards)
    view.resize(1275, 848)  # of a window of 1440 x 900
    qtbot.waitUntil(lambda: graph.height() > 0.6 * cards.height())
    view.resize(1116, 668)
    qtbot.waitUntil(lambda: graph.height() < 0.6 * cards.height())
