import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QSlider

from genplay.families.base import Drawing
from genplay.ui.tabs.autoregressive.drawing_panel import DrawingPanel
from genplay.ui.widgets.buttons import IconButton
from genplay.ui.widgets.key import Key
from genplay.ui.widgets.thumbnails import ThumbnailStrip

LEFT = Qt.MouseButton.LeftButton
EXAMPLES = [("Blank", np.zeros((28, 28), np.uint8)), ("Full", np.ones((28, 28), np.uint8))]


@pytest.fixture
def panel(show):
    return show(DrawingPanel(EXAMPLES), 330, 380)


def key(panel):
    (found,) = [child for child in panel.findChildren(Key) if child.isVisible()]
    return found.accessibleName()


@pytest.mark.parametrize(
    ("name", "tool"), [("Pen (P)", "pen"), ("Eraser (E)", "eraser"), ("Fill (G)", "fill")]
)
def test_a_tool_is_asked_for_and_shown_only_when_it_is_taken(panel, qtbot, scene, name, tool, button):
    with qtbot.waitSignal(panel.tool_chosen) as signal:
        QTest.mouseClick(button(panel, name), LEFT)
    assert signal.args == [tool]
    panel.show_scene(scene(tool=tool))
    checked = [
        b.accessibleName() for b in panel.findChildren(IconButton) if b.isCheckable() and b.isChecked()
    ]
    assert checked == [name]


def test_a_stroke_is_reported_until_it_is_finished(panel, qtbot, scene):
    panel.show_scene(scene(drawing=Drawing.blank(), brush=1))
    reports = []
    panel.drawn.connect(lambda bits, finished: reports.append((int(bits.sum()), finished)))
    point = panel.canvas.pixel_rect(100).center().toPoint()
    QTest.mouseClick(panel.canvas, LEFT, pos=point)
    assert reports == [(1, False), (1, True)]


def test_the_brush_menu_has_five_sizes(panel, qtbot, button):
    menu = button(panel, "Brush size ([ and ], or the wheel)").menu()
    assert [action.text() for action in menu.actions()] == [f"{size} px" for size in range(1, 6)]
    with qtbot.waitSignal(panel.brush_chosen) as signal:
        menu.actions()[2].trigger()
    assert signal.args == [3]


def test_examples_are_offered_and_the_one_that_is_drawn_is_framed(panel, qtbot, scene, button):
    strip = panel.findChild(ThumbnailStrip)
    with qtbot.waitSignal(panel.example_chosen) as signal:
        QTest.mouseClick(strip, LEFT, pos=strip.box(1).center())
    assert signal.args == [1]
    panel.show_scene(scene(drawing=Drawing.of(EXAMPLES[1][1])))
    assert strip.accessibleDescription() == "Full"
    panel.show_scene(scene())
    assert strip.accessibleDescription() == ""
    with qtbot.waitSignal(panel.next_pressed):
        QTest.mouseClick(button(panel, "Next example"), LEFT)


def test_the_threshold_is_there_with_an_opened_picture_only(panel, qtbot, scene):
    panel.show_scene(scene())
    slider = panel.findChild(QSlider)
    assert not slider.isVisible()
    panel.show_scene(scene(source=bytes(784), threshold=99))
    assert slider.isVisible()
    with qtbot.waitSignals([panel.threshold_moved, panel.threshold_settled]):
        QTest.mouseClick(slider, LEFT, pos=QPoint(slider.width() - 3, slider.height() // 2))


def test_the_picture_keeps_its_place_when_one_is_opened(panel, scene):
    panel.show_scene(scene())
    before = panel.canvas.mapTo(panel, QPoint())
    panel.show_scene(scene(source=bytes(784)))
    panel.layout().activate()
    assert panel.canvas.mapTo(panel, QPoint()) == before


def test_the_key_says_what_the_tint_means(panel, scene):
    panel.show_scene(scene())
    assert key(panel) == "left button draws, right button erases"
    panel.show_scene(scene(cursor=408))
    assert key(panel) == "what the model has read before pixel 408"


def test_the_key_names_the_order_where_models_read_in_different_ones(panel, scene):
    shown = {"page": "compare", "cursor": 408, "order": "spiral"}
    panel.show_scene(scene(compared=("nade", "eonade"), **shown))
    assert key(panel) == "read before pixel 408, row by row"
    panel.show_scene(scene(compared=("nade", "arn"), **shown))
    assert key(panel) == "what the model has read before pixel 408"


def test_acts_are_buttons_that_follow_their_actions(panel, qtbot, button):
    done = []
    action = QAction("Clear", panel)
    action.triggered.connect(lambda: done.append(1))
    panel.set_acts([(action, "trash")])
    QTest.mouseClick(button(panel, "Clear"), LEFT)
    assert done == [1]


def test_projector_mode_leaves_label_picture_and_caption(panel, scene, button):
    panel.show_scene(scene(cursor=408))
    panel.set_projector(True)
    assert not [child for child in panel.findChildren(QAbstractButton) if child.isVisible()]
    assert panel.canvas.isVisible()
    assert key(panel)
    assert panel.around().width() == 0
    panel.set_projector(False)
    assert button(panel, "Pen (P)").isVisible()
    assert panel.around().width() > 0
