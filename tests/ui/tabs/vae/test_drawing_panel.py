import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from genplay.families.base import Drawing
from genplay.families.vae import VaeState
from genplay.ui import theme
from genplay.ui.tabs.vae.blend_row import BlendRow
from genplay.ui.tabs.vae.drawing_panel import DrawingPanel
from genplay.ui.tabs.vae.scene import Scene
from genplay.ui.widgets.key import Key
from genplay.ui.widgets.slider import Slider
from genplay.ui.widgets.thumb import Gallery
from genplay.ui.widgets.thumbnails import ThumbnailStrip

pytestmark = pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)  # of menus

LEFT = Qt.MouseButton.LeftButton
LINE = np.eye(28, dtype=np.uint8)
DIGITS = [("Blank", 0 * LINE), ("Line", LINE), ("Full", 1 - 0 * LINE)]
CLOTHES = [("Coat", LINE[::-1]), ("Bag", 1 - LINE)]
DRAWN = Drawing.of(LINE)
WIDTH, HEIGHT = 238, 264


@pytest.fixture
def panel(show):
    made = DrawingPanel(DIGITS, CLOTHES)
    icons = {"Centre": "centre", "Invert": "invert", "Clear": "trash", "Open": "open"}
    made.set_acts([(QAction(name, made), icon) for name, icon in icons.items()])
    tell(made)
    return show(made, WIDTH, HEIGHT)


def tell(panel, **values):
    panel.show_scene(Scene(VaeState(**{"drawing": DRAWN, **values})))


def place(panel, widget):
    return widget.rect().translated(widget.mapTo(panel, QPoint()))


def opened(panel):
    (found,) = [gallery for gallery in panel.findChildren(Gallery) if gallery.isVisible()]
    return found


def test_strokes_tools_and_examples_are_asked_for(panel, qtbot, hand, button):
    with qtbot.waitSignal(panel.drawn):
        hand.stroke((5, 5))
    with qtbot.waitSignal(panel.tool_chosen) as tool:
        QTest.mouseClick(button(panel, "Fill (G)"), LEFT)
    assert tool.args == ["fill"]
    with qtbot.waitSignal(panel.next_pressed):
        QTest.mouseClick(button(panel, "Next example"), LEFT)


def test_the_example_that_is_drawn_is_framed_whatever_the_model(panel):
    strip = panel.findChild(ThumbnailStrip)
    assert strip.accessibleDescription() == "Line"
    tell(panel, model="vae_fashion", drawing=Drawing.of(1 - LINE))
    assert strip.accessibleDescription() == "Bag"
    tell(panel, model="vae", drawing=Drawing.of(1 - LINE))
    assert strip.accessibleDescription() == ""


def test_it_knows_the_pictures_of_a_model(panel):
    assert [len(panel.pictures(model)) for model in ("vae_2d", "vae", "vae_fashion")] == [3, 3, 2]


def test_a_blank_page_says_what_to_do(panel):
    hint = panel.findChild(Key)
    assert not hint.isVisible()
    tell(panel, drawing=Drawing.blank())
    assert hint.isVisible()
    assert hint.accessibleName() == "draw here"


def test_the_threshold_is_there_with_an_opened_picture_only(panel, qtbot):
    slider = panel.findChild(Slider)
    assert not slider.isVisible()
    before = place(panel, panel.canvas)
    tell(panel, source=bytes(784), threshold=99)
    assert slider.isVisible()
    assert slider.value() == 99
    assert place(panel, panel.canvas) == before
    with qtbot.waitSignals([panel.threshold_moved, panel.threshold_settled]):
        QTest.keyClick(slider.focusProxy(), Qt.Key.Key_Right)


@pytest.mark.parametrize("source", [None, bytes(784)])
def test_a_picture_to_blend_with_is_chosen_from_a_gallery(panel, qtbot, source):
    tell(panel, source=source)
    (begin,) = [
        b
        for b in panel.findChildren(QAbstractButton)
        if b.accessibleName() == "Blend with…" and b.isVisible()
    ]
    menu = begin.menu()
    menu.popup(panel.mapToGlobal(QPoint()))
    thumbs = menu.thumbs()
    assert [thumb.accessibleName() for thumb in thumbs] == ["Blank", "Line", "Full"]
    with qtbot.waitSignal(panel.blend_chosen) as chosen:
        QTest.mouseClick(thumbs[2], LEFT)
    assert chosen.args == [2]
    assert not menu.isVisible()


def test_this_drawing_can_be_kept_for_the_blend(panel, qtbot):
    keep = panel.findChildren(Gallery)[0].actions()[0]
    with qtbot.waitSignal(panel.kept):
        keep.trigger()


def test_while_two_drawings_are_blended_a_row_stands_where_the_examples_were(panel, qtbot, button, texts):
    strip, row = panel.findChild(ThumbnailStrip), panel.findChild(BlendRow)
    assert (strip.isVisible(), row.isVisible()) == (True, False)
    before, where = place(panel, panel.canvas), place(panel, strip)
    tell(panel, second=Drawing.blank(), blend=0.25)
    assert (strip.isVisible(), row.isVisible()) == (False, True)
    assert place(panel, panel.canvas) == before
    assert place(panel, row) == where
    assert "Blend 0.25" in texts(panel)
    with qtbot.waitSignal(panel.blend_ended):
        QTest.mouseClick(button(panel, "End the blend"), LEFT)


def test_each_end_of_the_blend_can_be_another_example(panel, qtbot, button):
    tell(panel, second=Drawing.blank(), blend=0.25)
    for name, signal in (
        ("The drawing: click for another example", panel.example_chosen),
        ("What it is blended with: click for another", panel.blend_chosen),
    ):
        QTest.mouseClick(button(panel, name), LEFT)
        with qtbot.waitSignal(signal) as chosen:
            QTest.mouseClick(opened(panel).thumbs()[1], LEFT)
        assert chosen.args == [1]


def test_galleries_follow_the_model(panel, button):
    tell(panel, model="vae_fashion", second=DRAWN)
    QTest.mouseClick(button(panel, "What it is blended with: click for another"), LEFT)
    assert [thumb.accessibleName() for thumb in opened(panel).thumbs()] == ["Coat", "Bag"]
    opened(panel).close()


def test_projector_mode_leaves_label_and_picture(panel):
    for values in ({}, {"second": DRAWN}):
        tell(panel, **values)
        panel.set_projector(True)
        gone = panel.findChildren(ThumbnailStrip) + panel.findChildren(BlendRow)
        assert not [child for child in gone if child.isVisible()]
        assert panel.canvas.isVisible()
        panel.set_projector(False)


CASES = (
    {},
    {"source": bytes(784), "threshold": 255},
    {"second": DRAWN, "blend": 1.0},
    {"drawing": Drawing.blank()},
)


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("values", CASES, ids=["plain", "opened", "blend", "blank"])
def test_nothing_is_cut_in_the_column_of_the_mock_up(panel, qapp, scale, values):
    theme.apply(qapp, theme.Theme(scale=scale))
    tell(panel, **values)
    panel.setFixedWidth(theme.current().px(WIDTH))
    panel.resize(panel.width(), panel.minimumSizeHint().height())
    QApplication.processEvents()
    assert panel.minimumSizeHint().height() <= theme.current().px(HEIGHT + 6)
    assert panel.minimumSizeHint().width() <= theme.current().px(WIDTH)
    shown = [
        child
        for child in panel.findChildren(QWidget)
        if child.isVisible() and child.window() is panel.window()
    ]
    for child in shown:
        assert panel.rect().contains(place(panel, child)), child
        if isinstance(child, QLabel | Key):
            assert child.width() >= child.sizeHint().width(), child


def test_the_canvas_has_the_mock_ups_size(panel):
    assert (panel.canvas.width(), panel.canvas.height()) == (198, 198)
    assert place(panel, panel.canvas).left() == 40
