import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from genplay.families.base import Drawing
from genplay.families.foundations import SIZES
from genplay.ui import theme
from genplay.ui.tabs.foundations.picture_panel import PicturePanel
from genplay.ui.widgets.ledger import Ledger

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def panel(show):
    return show(PicturePanel(), 242, 460)


def sized(size, checkerboard):
    return {"drawing": checkerboard(*size), "cursor": 0, "a": 0, "b": 1, "given": ()}


def button(panel, name):
    (found,) = [b for b in panel.findChildren(QAbstractButton) if name in (b.text(), b.accessibleName())]
    return found


def ledger(panel):
    rows = panel.findChild(Ledger).accessibleDescription().split(", ")
    return dict(row.rsplit(" ", 1) for row in rows)


@pytest.mark.parametrize("size", SIZES)
def test_the_numbers_of_every_size(panel, scene, checkerboard, texts, size):
    n = size[0] * size[1]
    panel.show_scene(scene(answered=False, **sized(size, checkerboard)))
    assert f"n = {n}" in texts(panel)
    assert f"{n // 2} of {n} ink" in texts(panel)
    arn = sum(2 ** min(i, 4) for i in range(n))
    assert list(ledger(panel).values()) == [f"{count:,}" for count in (2**n, 2**n - 1, arn, 2 * n - 1, n)]


def test_the_counters_are_those_of_the_n_that_is_counted_for(panel, scene, texts):
    panel.show_scene(scene(answered=False))
    assert "n = 12" in texts(panel)
    panel.show_scene(scene(answered=False, n=784))
    assert "n = 784" in texts(panel)
    assert ledger(panel)["Independent"] == "784"
    assert ledger(panel)["Markov"] == "1,567"


@pytest.mark.parametrize("size", SIZES)
def test_a_size_is_chosen_by_hand_and_shown_by_the_state(panel, scene, checkerboard, qtbot, size):
    before = (2, 2) if size != (2, 2) else (3, 3)
    panel.show_scene(scene(answered=False, **sized(before, checkerboard)))
    name = f"{size[0]}×{size[1]}"
    with qtbot.waitSignal(panel.size_chosen) as signal:
        QTest.mouseClick(button(panel, name), LEFT)
    assert tuple(signal.args) == size
    panel.show_scene(scene(answered=False, **sized(size, checkerboard)))
    checked = [b.text() for b in panel.findChildren(QAbstractButton) if b.isCheckable() and b.isChecked()]
    assert checked == [name]


def test_to_show_a_size_asks_for_nothing(panel, scene, checkerboard, qtbot):
    with qtbot.assertNotEmitted(panel.size_chosen):
        panel.show_scene(scene(answered=False, **sized((4, 5), checkerboard)))


def test_a_patch_of_the_data_is_asked_for(panel, qtbot):
    dice = button(panel, "A patch of the data")
    with qtbot.waitSignal(panel.patch_pressed):
        QTest.mouseClick(dice, LEFT)
    with qtbot.waitSignal(panel.patch_pressed):
        QTest.keyClick(dice, Qt.Key.Key_Space)


@pytest.mark.parametrize("size", SIZES)
def test_the_picture_is_what_was_drawn(panel, scene, checkerboard, size):
    drawing = checkerboard(*size)
    panel.show_scene(scene(answered=False, page="count", **sized(size, checkerboard)))
    image, now = panel.canvas.grab().toImage(), theme.current()
    for pixel, ink in enumerate(drawing.flat()):
        corner = panel.canvas.pixel_rect(pixel).topLeft().toPoint() + QPoint(6, 6)
        assert image.pixelColor(corner).name() == now.color("ink" if ink else "paper").name()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_every_pixel_is_inside_the_canvas(panel, scene, checkerboard, qapp, size, scale):
    theme.apply(qapp, theme.Theme(scale=scale))
    panel.show_scene(scene(answered=False, **sized(size, checkerboard)))
    rects = [panel.canvas.pixel_rect(pixel) for pixel in range(size[0] * size[1])]
    assert all(panel.canvas.rect().toRectF().contains(rect) for rect in rects)
    assert panel.canvas.width() == panel.width()


def test_the_pixel_that_is_read_is_marked_where_the_chain_is_on_screen(panel, scene):
    def marks(**values):
        panel.show_scene(scene(answered=False, **values))
        return panel.canvas.grab().toImage()

    free = marks(page="count", cursor=7)
    assert marks(page="bayes", cursor=7) == free
    for page in ("chain", "all"):
        assert marks(page=page, cursor=7) != free
        assert marks(page=page, cursor=7) != marks(page=page, cursor=8)


@pytest.mark.parametrize(("cursor", "marked"), [(0, {11}), (4, {7}), (12, set())])
def test_the_pixel_that_is_read_next_is_marked_in_the_middle(panel, scene, cursor, marked):
    def middles(page):
        panel.show_scene(scene(answered=False, page=page, order="reversed", cursor=cursor))
        image = panel.canvas.grab().toImage()
        boxes = [panel.canvas.pixel_rect(pixel).toAlignedRect().adjusted(4, 4, -4, -4) for pixel in range(12)]
        return [image.copy(box) for box in boxes]

    free, walked = middles("count"), middles("chain")
    assert {pixel for pixel in range(12) if free[pixel] != walked[pixel]} == marked


@pytest.mark.parametrize(("cursor", "last"), [(0, None), (4, 8), (12, 0)])
def test_the_pixel_that_was_read_last_is_framed(panel, scene, cursor, last):
    def frames(page):
        panel.show_scene(scene(answered=False, page=page, order="reversed", cursor=cursor))
        image = panel.canvas.grab().toImage()
        rects = [panel.canvas.pixel_rect(pixel) for pixel in range(12)]
        return [image.copy(round(rect.x()) + 1, round(rect.center().y()), 2, 1) for rect in rects]

    free, walked = frames("count"), frames("chain")
    changed = {pixel for pixel in range(12) if free[pixel] != walked[pixel]}
    assert changed == (set() if last is None else {last})


def test_a_step_changes_the_marks_alone(panel, scene, texts):
    panel.show_scene(scene(answered=False, cursor=3))
    said, seen = texts(panel), panel.canvas.grab().toImage()
    panel.show_walk(scene(answered=False, cursor=9))
    assert texts(panel) == said
    assert panel.canvas.grab().toImage() != seen
    panel.show_walk(scene(answered=False, cursor=3))
    assert panel.canvas.grab().toImage() == seen


def test_counters_and_tools_leave_their_room_to_others(panel, scene):
    panel.show_scene(scene(answered=False))
    counters, tool = panel.findChild(Ledger), button(panel, "A patch of the data")
    panel.set_counters_shown(False)
    assert (counters.isVisible(), tool.isVisible()) == (False, True)
    panel.set_counters_shown(True)
    panel.set_tools_shown(False)
    assert (counters.isVisible(), tool.isVisible()) == (True, False)
    assert panel.canvas.isVisible()


@pytest.mark.parametrize("factor", [1.0, 1.3, 1.7])
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_the_picture_grows_and_keeps_its_shape(panel, qapp, factor, scale):
    theme.apply(qapp, theme.Theme(scale=scale))
    panel.grow(factor)
    size = panel.canvas.size()
    assert size.width() == pytest.approx(242 * factor * scale, abs=1)
    assert size.height() == pytest.approx(182 * factor * scale, abs=1)
    assert panel.width() == size.width()


def test_every_control_has_a_name(panel):
    named = [b for b in panel.findChildren(QAbstractButton) if not (b.text() or b.accessibleName())]
    assert named == []
    assert panel.canvas.accessibleName()


@pytest.mark.parametrize("name", ["dark", "contrast"])
def test_it_follows_the_theme(panel, scene, qapp, name):
    panel.show_scene(scene(answered=False))
    light = panel.grab().toImage()
    theme.apply(qapp, theme.Theme(name))
    assert panel.grab().toImage() != light


def test_a_blank_page_has_no_ink(panel, scene, texts):
    panel.show_scene(scene(answered=False, drawing=Drawing.blank(3, 4), page="count"))
    assert "0 of 12 ink" in texts(panel)
    image, ink = panel.canvas.grab().toImage(), theme.current().color("ink").name()
    rects = [panel.canvas.pixel_rect(pixel).topLeft().toPoint() + QPoint(6, 6) for pixel in np.arange(12)]
    assert ink not in {image.pixelColor(point).name() for point in rects}
