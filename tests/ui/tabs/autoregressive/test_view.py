"""Where everything stands: at any size, scale and theme nothing is cut, and nothing lies on anything else."""

import time
from dataclasses import replace
from itertools import combinations, pairwise

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QFontMetrics, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QAbstractSpinBox, QLabel

from genplay.families.autoregressive import PIXELS, GreyPicture
from genplay.families.base import Drawing
from genplay.ui import theme
from genplay.ui.pace import Pace
from genplay.ui.settings import Settings
from genplay.ui.tabs.autoregressive import fitting
from genplay.ui.tabs.autoregressive.compare.fitting import LEAST_BETWEEN
from genplay.ui.widgets.bars import BaselineBars
from genplay.ui.widgets.curve import RunningSum
from genplay.ui.widgets.density_curve import DensityCurve
from genplay.ui.widgets.formula import FormulaLabel, FormulaStrip
from genplay.ui.widgets.heat_map import HeatMap
from genplay.ui.widgets.histogram import Histogram
from genplay.ui.widgets.key import Key
from genplay.ui.widgets.ledger import Ledger
from genplay.ui.widgets.legend import Legend
from genplay.ui.widgets.pixel_canvas import PixelCanvas
from genplay.ui.widgets.reading import ReadingLine
from genplay.ui.widgets.sample_grid import SampleGrid
from genplay.ui.widgets.thumbnails import ThumbnailStrip
from genplay.ui.widgets.transport import Transport
from tests.ui.tabs.layout import PATIENCE

SIZES = [(1280, 720), (1920, 1080), (960, 640)]
SCALES = [1.0, 1.5, 2.0]
FOUR = ("nade", "row_lstm", "diagonal_bilstm", "arn")
SLACK = 1  # px: the bearings of a font's letters

PICTURES = (HeatMap, PixelCanvas)
CONTROLS = (QLabel, QAbstractButton, QAbstractSpinBox)
CURVES = (RunningSum, DensityCurve)
PAINTED = (Key, Legend, Ledger, BaselineBars, FormulaLabel, FormulaStrip, ReadingLine, Histogram, *CURVES)
LEAVES = (*PICTURES, *CONTROLS, *PAINTED, SampleGrid, ThumbnailStrip)


def leaves(window):
    """The widgets that have something to say, those that are part of another left out."""
    found = [
        w for kind in LEAVES for w in window.findChildren(kind) if w.isVisible() and w.window() is window
    ]
    return [w for w in dict.fromkeys(found) if not any(o is not w and o.isAncestorOf(w) for o in found)]


def name(widget):
    return f"{type(widget).__name__} {getattr(widget, 'text', str)() or widget.accessibleName()!r}"


def place(widget, window):
    return QRect(widget.mapTo(window, QPoint()), widget.size())


def seen(widget, window):
    """The part of a widget that no parent cuts."""
    rect, parent = place(widget, window), widget.parentWidget()
    while parent is not None and parent is not window:
        rect &= place(parent, window)
        parent = parent.parentWidget()
    return rect & window.rect()


def needs(label):
    """The room that a label's words take."""
    document = QTextDocument()
    document.setDefaultFont(label.font())
    document.setDocumentMargin(0)
    if "<" in label.text():
        document.setHtml(label.text())
    else:
        document.setPlainText(label.text())
    if label.wordWrap():
        document.setTextWidth(label.contentsRect().width())
    return document.size().toSize()


def said_width(line):
    """How far the reading line's words reach."""
    now = theme.current()
    parts, left, gap = line.fitting()
    words = [(QFontMetrics(now.font("label" if bold else "body")), text) for text, _, bold in parts]
    return left + sum(metrics.horizontalAdvance(text) + gap for metrics, text in words) - gap


def legend_width(legend):
    """The room that a legend's words and a bar of 12 need."""
    now = theme.current()
    metrics = QFontMetrics(now.font("axis"))
    return sum(metrics.horizontalAdvance(end) for end in (legend._left, legend._right)) + now.px(12)


def is_cut(widget, window):
    """Whether something of a widget cannot be seen: for a parent, or for want of room for its words."""
    if seen(widget, window) != place(widget, window):
        return True
    if isinstance(widget, QLabel) and widget.text():
        need, room = needs(widget), widget.contentsRect().size()
        return need.width() > room.width() + SLACK or need.height() > room.height() + 2 * SLACK
    if isinstance(widget, QAbstractButton):
        return QFontMetrics(widget.font()).horizontalAdvance(widget.text()) > widget.width()
    if isinstance(widget, ReadingLine):
        return said_width(widget) > widget.width()
    if isinstance(widget, Key | Ledger | FormulaLabel):
        need = widget.sizeHint()
        height = need.height() if isinstance(widget, Key | FormulaLabel) else 0
        width = need.width() if isinstance(widget, Key | FormulaLabel) else 0
        return widget.width() + SLACK < width or widget.height() + SLACK < height
    if isinstance(widget, Legend):
        return legend_width(widget) > widget.width()
    if isinstance(widget, Histogram | FormulaStrip | BaselineBars | DensityCurve):
        need = widget.minimumSizeHint()
        return widget.width() < need.width() or widget.height() < need.height()
    return False


def lies_on(window):
    """Pairs of widgets that share a part of the window."""
    shared = [(a, b, place(a, window) & place(b, window)) for a, b in combinations(leaves(window), 2)]
    return [(name(a), name(b)) for a, b, both in shared if min(both.width(), both.height()) > SLACK]


def stands_below(above, below, window):
    return abs(place(above, window).left() - place(below, window).left()) <= SLACK


def faults(screen):
    """What is wrong with what can be seen, in words."""
    window, pictures = screen.window, [*screen.all(PixelCanvas), *screen.all(HeatMap)]
    found = [f"cut: {name(w)} {w.size().toTuple()}" for w in leaves(window) if is_cut(w, window)]
    found += [f"{below} lies on {above}" for below, above in lies_on(window)]
    scrolls = [w for w in window.findChildren(QAbstractScrollArea) if w.isVisible() and w is not screen.curve]
    found += [f"scrolls: {name(w)}" for w in scrolls]
    places = [place(picture, window) for picture in pictures]
    if screen.state.page == "one" and len({(rect.top(), rect.size().toTuple()) for rect in places}) > 1:
        found.append(f"the pictures do not stand in one row: {places}")
    view = screen.tab.looking.view
    if view.sums.right.isVisible():
        pairs = (view.maps, view.sums.middle), (view.score, view.sums.right)
        found += [
            f"{name(b)} does not stand below {name(a)}" for a, b in pairs if not stands_below(a, b, window)
        ]
    maps = [place(picture, window) for picture in screen.all(HeatMap)]
    rows, columns = {rect.top() for rect in maps}, {rect.left() for rect in maps}
    if len(rows) * len(columns) != len(maps) or len({rect.size().toTuple() for rect in maps}) > 1:
        found.append(f"the maps do not stand in rows and columns: {maps}")
    for picture in pictures:
        grid, size = picture.grid(), picture.size() * picture.devicePixelRatioF()
        if grid.size != size or grid.picture.width() != 28 * grid.pixel or grid.pixel < fitting.SMALLEST:
            found.append(f"{name(picture)} is no whole multiple of its pixels: {size.toTuple()}")
    return found


def check(screen):
    """Assert that all can be seen, without scrolling, in whole pixels, once the layout has settled."""
    screen.settle()
    screen.until(lambda: not any(pace.resting for pace in screen.tab.findChildren(Pace)))
    given_up = time.monotonic() + PATIENCE
    while (found := faults(screen)) and time.monotonic() < given_up:
        QTest.qWait(10)
    assert found == [], screen.window.size().toTuple()


def dress(screen, name="light", scale=1.0, projector=False):
    appearance = screen.window.appearance
    appearance.settings = Settings(theme=name, scale=scale, projector_scale=max(scale, 1.25))
    appearance.set_theme(name)
    if projector != appearance.projector:
        screen.window.toggle_projector()


# Layout does not depend on the colours: each scale once, each theme once.
LOOKS = [*(("light", scale) for scale in SCALES), ("dark", 1.0), ("contrast", 1.5)]


@pytest.mark.parametrize("projector", [False, True])
@pytest.mark.parametrize(("theme_name", "scale"), LOOKS)
def test_nothing_is_cut_and_nothing_lies_on_anything(screen, theme_name, scale, projector):
    dress(screen, theme_name, scale, projector)
    for size in SIZES:
        screen.window.resize(*size)
        check(screen)
        assert screen.window.size() == QSize(*size).expandedTo(screen.window.minimumSize())


def test_at_150_percent_it_still_fits_a_small_screen(screen):
    dress(screen, scale=1.5)
    least = screen.window.minimumSize()
    assert least.width() <= 1280
    assert least.height() <= 720


def test_the_curve_takes_the_height_that_the_pictures_cannot(screen):
    screen.window.resize(1920, 1080)
    check(screen)
    view = screen.tab.looking.view
    gap = place(view.sums, screen.window).top() - place(view.maps, screen.window).bottom()
    assert gap < 40


def test_examples_stay_below_the_grey_picture_where_the_maps_leave_their_room(screen):
    dress(screen, scale=1.5)
    screen.turn_to_grey()
    check(screen)
    assert screen.all(ThumbnailStrip)
    assert screen.all(DensityCurve)


STATES = {
    "walking": {"cursor": 300, "hide_future": True},
    "slow": {"cursor": 300, "hide_future": True, "slow": True},
    "comparing": {"flip": 400},
    "completing": {"sample_from": 407, "temperature": 0.7},
    "sampling": {"sample_from": 0, "seed": 2**31 - 1},
    "opened": {"source": bytes(784), "drawing": Drawing.blank()},
    "blank": {"drawing": Drawing.blank(), "cursor": PIXELS},
    "region": {"region": Drawing(b"\x0f" * 98), "tool": "region", "sample_from": 0},
    "compare": {"page": "compare"},
    "compare all rows": {"page": "compare", "rows": ("expected", "surprise", "context", "difference")},
    "compare four": {"page": "compare", "compared": FOUR},
    "compare two, one row": {"page": "compare", "compared": ("nade", "arn"), "rows": ("surprise",)},
    "compare blank": {"page": "compare", "drawing": Drawing.blank()},
    "compare nothing": {"page": "compare", "rows": (), "cursor": PIXELS},
}


@pytest.mark.parametrize("projector", [False, True])
@pytest.mark.parametrize("scale", SCALES)
def test_side_by_side_nothing_is_cut_and_nothing_lies_on_anything(screen, scale, projector):
    rows = ("expected", "surprise", "context", "difference")
    screen.stage.edit(replace(screen.state, page="compare", rows=rows))
    dress(screen, "light", scale, projector)
    for size in SIZES:
        screen.window.resize(*size)
        check(screen)


@pytest.mark.parametrize("scale", SCALES)
def test_four_models_side_by_side_never_run_into_each_other(screen, scale):
    noise = Drawing.of((np.arange(PIXELS) * 7919 % 13 < 5).reshape(28, 28))
    screen.stage.edit(replace(screen.state, page="compare", compared=FOUR, drawing=noise))
    dress(screen, "light", scale)
    for size in SIZES:
        screen.window.resize(*size)
        check(screen)
        columns = [column for column in screen.tab.comparing.view.columns if column.head.isVisible()]
        for parts in zip(*((column.head, column.said) for column in columns), strict=True):
            places = [place(part, screen.window) for part in parts]
            gaps = [right.left() - left.right() - 1 for left, right in pairwise(places)]
            assert min(gaps) >= theme.current().px(LEAST_BETWEEN), size


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_all_that_can_be_chosen_of_four_models_leaves_the_tools_whole(screen, monkeypatch, scale):
    for module in ("families.autoregressive.state", "ui.tabs.autoregressive.options"):
        monkeypatch.setattr(f"genplay.{module}.ANY_ORDER", {"row_lstm"})
    screen.stage.edit(replace(screen.state, page="compare", compared=FOUR))
    dress(screen, "light", scale)
    for order in ("random", "raster"):
        screen.stage.edit(replace(screen.state, order=order))
        screen.window.resize(1280, 720)
        check(screen)


@pytest.mark.parametrize("what", STATES)
def test_whatever_is_shown(screen, what):
    screen.stage.edit(replace(screen.state, **STATES[what]))
    for size in SIZES:
        screen.window.resize(*size)
        check(screen)


def test_the_mock_ups_measures(screen):
    """At 1280 x 720 and 100 %: see the anatomy in the look's description."""
    window = screen.window
    screen.picture()
    assert window.menuBar().height() == 28
    assert [view.width() for view in (screen.canvas, *screen.maps)] == [254] * 3
    assert screen.canvas.grid().pixel == 9
    left, right = (place(view, window) for view in screen.maps)
    assert left.top() == right.top() == place(screen.canvas, window).top()


def test_more_room_goes_to_the_pictures_a_whole_pixel_at_a_time(screen):
    sizes = []
    for width, height in ((1280, 720), (1440, 810), (1600, 900), (1920, 1080), (2560, 1440)):
        screen.window.resize(width, height)
        screen.picture()
        sizes.append(screen.canvas.grid().pixel)
    assert sizes == sorted(sizes)
    assert sizes[-1] > sizes[0] + 5


def test_coming_back_to_a_size_gives_the_same_layout(screen):
    before = screen.picture()
    for size in ((960, 640), (1920, 1080), (1280, 720)):
        screen.window.resize(*size)
        screen.picture()
    dress(screen, scale=2.0)
    screen.picture()
    dress(screen)
    screen.window.resize(1280, 720)
    assert theme.current() == theme.Theme()
    assert screen.picture() == before


def test_a_part_that_asks_for_another_room_later_gets_it(screen):
    """A panel may follow the theme after the sheet has: the pictures then take what is left."""
    screen.window.resize(1280, 720)
    check(screen)
    before, height = screen.canvas.width(), screen.one(Transport).minimumHeight()
    screen.one(Transport).setFixedHeight(height + 30)
    screen.until(lambda: screen.canvas.width() == before - 28)
    check(screen)
    screen.one(Transport).setFixedHeight(height)
    screen.until(lambda: screen.canvas.width() == before)
    check(screen)


GREY_STATES = {
    "example": {},
    "nothing pinned": {"pixel": None},
    "completing": {"sample_from": 407},
    "noise": {"picture": GreyPicture(bytes(range(196)) * 4), "pixel": 0, "noise": 2**31 - 1},
}


@pytest.mark.parametrize("projector", [False, True])
@pytest.mark.parametrize(("theme_name", "scale"), LOOKS)
def test_the_page_of_grey_pictures_is_whole_at_any_size(screen, theme_name, scale, projector):
    dress(screen, theme_name, scale, projector)
    screen.turn_to_grey()
    for size in SIZES:
        screen.window.resize(*size)
        check(screen)


@pytest.mark.parametrize("what", GREY_STATES)
def test_whatever_is_shown_of_a_grey_picture(screen, what):
    screen.turn_to_grey(**GREY_STATES[what])
    for size in SIZES:
        screen.window.resize(*size)
        check(screen)


def test_the_density_of_a_grey_stays_in_view_on_a_small_or_enlarged_screen(screen):
    screen.turn_to_grey()
    for scale, size in ((1.0, (960, 640)), (1.0, (1280, 720)), (1.5, (1280, 720)), (2.0, (1920, 1080))):
        dress(screen, scale=scale)
        screen.window.resize(*size)
        check(screen)
        assert screen.one(DensityCurve).height() >= theme.current().px(84)
