"""The left column of every page: what is done there is told, and what is set is shown."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QHBoxLayout, QLabel

from genplay.ui import theme
from genplay.ui.tabs.drawing_column import DrawingColumn
from genplay.ui.tabs.toolbox import DRAWING_TOOLS, TOOLS
from genplay.ui.widgets.key import Key
from genplay.ui.widgets.pixel_canvas import PixelCanvas
from genplay.ui.widgets.thumbnails import ThumbnailStrip

LEFT = Qt.MouseButton.LeftButton
LINE = np.eye(28, dtype=np.uint8)
EXAMPLES = [("Blank", np.zeros_like(LINE)), ("Line", LINE)]


class Column(DrawingColumn):
    """A column with a label for its head, above the tools (column 0) or above the picture (1)."""

    def __init__(self, tools=TOOLS, head_above=1):
        super().__init__(PixelCanvas(), EXAMPLES, tools)
        self.head = QLabel("Head")
        head = QHBoxLayout()
        head.addWidget(self.head)
        self.canvas.setFixedSize(254, 254)
        self._arrange(head, head_above)
        self._restyle()

    def tell(self, picture=LINE, tool="pen", brush=1):
        self._show_picture(picture)
        self._show_tool(tool, brush)

    def read_before(self, pixel):
        self._read_before = pixel
        self._show_read()

    def _gestures(self):
        return "left button draws, right button erases", "draw here"


@pytest.fixture
def panel(show):
    made = show(Column(), 330, 400)
    made.tell()
    return made


def taken(column):
    return [b.accessibleName() for b in column.findChildren(QAbstractButton) if b.isChecked()]


def key(column):
    return column.findChild(Key).accessibleName()


def box(column, widget):
    return widget.rect().translated(widget.mapTo(column, QPoint()))


# -- gestures ----------------------------------------------------------------------------------------------


def test_a_stroke_is_told_as_it_grows_and_when_it_is_over(panel, hand):
    told = []
    panel.drawn.connect(lambda picture, over: told.append((int((picture != LINE).sum()), over)))
    hand.stroke((5, 9), (5, 10))
    assert told == [(1, False), (2, False), (2, True)]


def test_the_wheel_over_the_picture_asks_for_another_brush(panel, hand, qtbot):
    middle = QPointF(hand.point(10, 20))
    none, phase = Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    where = middle, panel.canvas.mapToGlobal(middle), QPoint(), QPoint(0, 120)
    with qtbot.waitSignal(panel.brush_chosen) as told:
        QApplication.sendEvent(panel.canvas, QWheelEvent(*where, Qt.MouseButton.NoButton, none, phase, False))
    assert told.args == [2]


def test_tools_and_their_menu_tell_what_is_asked_for_and_take_nothing(panel, button, qtbot):
    with qtbot.waitSignal(panel.tool_chosen) as told:
        QTest.mouseClick(button(panel, "Eraser (E)"), LEFT)
    assert told.args == ["eraser"]
    with qtbot.waitSignal(panel.brush_chosen) as told:
        button(panel, "Brush size ([ and ], or the wheel)").menu().actions()[4].trigger()
    assert told.args == [5]
    before = panel.canvas.grab().toImage()
    panel.tell()  # what is set has not changed
    assert taken(panel) == ["Pen (P)"]
    assert panel.canvas.grab().toImage() == before


def test_other_examples_can_be_offered(panel):
    strip = panel.findChild(ThumbnailStrip)
    panel.set_examples([("Turned", LINE[::-1])])
    panel.tell()
    assert strip.accessibleDescription() == ""
    panel.tell(LINE[::-1])
    assert strip.accessibleDescription() == "Turned"


def test_an_example_and_the_next_one_are_asked_for(panel, button, qtbot):
    strip = panel.findChild(ThumbnailStrip)
    with qtbot.waitSignal(panel.example_chosen) as told:
        QTest.mouseClick(strip, LEFT, pos=strip.box(1).center())
    assert told.args == [1]
    with qtbot.waitSignal(panel.next_pressed):
        QTest.mouseClick(button(panel, "Next example"), LEFT)


def test_an_act_is_a_button_below_the_tools(panel, button, qtbot):
    done = []
    action = QAction("Clear", panel)
    action.triggered.connect(lambda: done.append(True))
    panel.set_acts([(action, "trash")])
    clear, fill = button(panel, "Clear"), button(panel, "Fill (G)")
    qtbot.waitUntil(lambda: box(panel, clear).top() > box(panel, fill).bottom())
    QTest.mouseClick(clear, LEFT)
    assert done == [True]


# -- what is shown -----------------------------------------------------------------------------------------


def test_the_example_that_is_drawn_is_framed_and_no_other_picture_frames_one(panel):
    strip = panel.findChild(ThumbnailStrip)
    assert strip.accessibleDescription() == "Line"
    panel.tell(1 - LINE)
    assert strip.accessibleDescription() == ""
    panel.tell(EXAMPLES[0][1])
    assert strip.accessibleDescription() == "Blank"


@pytest.mark.parametrize(
    ("tool", "at", "left"),
    [
        ("pen", (5, 9), 29),
        ("eraser", (5, 5), 27),
        ("fill", (5, 9), 28 + 28 * 27 // 2),
    ],  # one side of the line
)
def test_the_tool_that_is_set_is_taken_and_draws(panel, hand, tool, at, left):
    panel.tell(tool=tool)
    assert [name.split()[0].lower() for name in taken(panel)] == [tool]
    inks = []
    panel.drawn.connect(lambda picture, over: inks.append(int(picture.sum())))
    hand.stroke(at)
    assert inks[-1] == left


def test_the_brush_that_is_set_draws(panel, hand):
    inks = []
    panel.drawn.connect(lambda picture, over: inks.append(int(picture.sum())))
    for brush in (1, 5):
        panel.tell(EXAMPLES[0][1], brush=brush)
        hand.stroke((14, 14))
    assert inks[0] == 1
    assert inks[-1] > 9


def test_a_tool_that_a_page_does_not_have_is_its_pen(show):
    column = show(Column(DRAWING_TOOLS), 330, 400)
    column.tell(tool="region")
    assert taken(column) == ["Pen (P)"]
    told = []
    column.drawn.connect(lambda picture, over: told.append(over))
    QTest.mouseClick(column.canvas, LEFT, pos=column.canvas.pixel_rect(9).center().toPoint())
    assert told == [False, True]


def test_the_words_below_say_what_the_tint_means_or_how_one_draws(panel):
    panel.read_before(407)
    assert key(panel) == "what the model has read before pixel 408"
    panel.read_before(0)
    assert key(panel) == "what the model has read before pixel 1"
    panel.read_before(None)
    assert key(panel) == "left button draws, right button erases"


def test_below_a_narrow_picture_they_are_said_shorter_and_never_cut(panel):
    said = []
    for width in range(260, 60, -2):
        panel.canvas.setFixedWidth(width)
        panel.read_before(407)
        if width >= panel.findChild(Key).sizeHint().width():
            said.append(key(panel))
    assert list(dict.fromkeys(said)) == [
        "what the model has read before pixel 408",
        "read before pixel 408",
        "read so far",
    ]


# -- where it stands ---------------------------------------------------------------------------------------


def test_tools_stand_beside_the_picture_and_examples_and_words_below_it(panel, button):
    canvas, strip = box(panel, panel.canvas), box(panel, panel.findChild(ThumbnailStrip))
    assert box(panel, button(panel, "Pen (P)")).right() < canvas.left()
    assert canvas.left() == strip.left() == box(panel, panel.findChild(Key)).left()
    assert canvas.bottom() < strip.top() < strip.bottom() < box(panel, panel.findChild(Key)).top()


@pytest.mark.parametrize("above", [0, 1])
def test_the_head_begins_above_the_tools_or_above_the_picture(show, button, above):
    column = show(Column(head_above=above), 330, 400)
    beginning = column.canvas if above else button(column, "Pen (P)")
    assert box(column, column.head).left() == box(column, beginning).left()
    assert box(column, column.head).bottom() < box(column, column.canvas).top()


def test_the_gaps_follow_the_scale(panel, qapp):
    grid = panel.layout()
    before = grid.horizontalSpacing(), grid.verticalSpacing()
    theme.apply(qapp, theme.Theme("light", 2.0))
    assert (grid.horizontalSpacing(), grid.verticalSpacing()) == tuple(2 * gap for gap in before)
