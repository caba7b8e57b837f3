import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from genplay.families.foundations import MOST
from genplay.ui import theme
from genplay.ui.tabs.foundations.count_panel import CountPanel
from genplay.ui.widgets.formula import FormulaLabel
from genplay.ui.widgets.track import Track


@pytest.fixture
def panel(show):
    return show(CountPanel(), 540, 400)


def rows(panel, texts):
    """What the rows say: the arithmetic with its count, and the count of 784."""
    told = [[one.text() for one in row[1:3]] for row in panel._rows.values()]
    assert {one for row in told for one in row if one} <= set(texts(panel))
    return [" ".join(row).strip() for row in told]


def place(panel, widget):
    return widget.rect().translated(widget.mapTo(panel, widget.rect().topLeft()))


def test_the_counts_of_the_drawing_s_n_with_the_numbers_in_them(panel, scene, texts):
    panel.show_scene(scene(answered=False, page="count"))
    assert rows(panel, texts) == [
        "2¹² = 4,096",
        "2¹² − 1 = 4,095",
        "2⁴ − 1 + 8 · 2⁴ = 143",
        "2 · 12 − 1 = 23",
        "12",
        "256³ − 1 = 16,777,215",
    ]
    assert "n = 12" in texts(panel)


def test_a_large_count_is_told_to_three_figures(panel, scene, texts):
    panel.show_scene(scene(answered=False, page="count", n=784))
    arn = sum(2 ** min(i, 4) for i in range(784))
    assert rows(panel, texts) == [
        "2⁷⁸⁴ ≈ 1.02 × 10²³⁶",
        "2⁷⁸⁴ − 1 ≈ 1.02 × 10²³⁶",
        f"2⁴ − 1 + 780 · 2⁴ = {arn:,}",
        "2 · 784 − 1 = 1,567",
        "784",
        "256³ − 1 = 16,777,215",
    ]


@pytest.mark.parametrize("n", [1, 12, 784])
def test_the_last_column_says_it_for_784_whatever_n_is(panel, scene, texts, n):
    panel.show_scene(scene(answered=False, page="count", n=n))
    arn = f"{sum(2 ** min(i, 4) for i in range(784)):,}"
    assert "784 pixels" in texts(panel)
    said = texts(panel)
    assert said.count("1.02 × 10²³⁶") == (4 if n == 784 else 2)
    assert {arn, "1,567", "784"} <= set(said)


@pytest.mark.parametrize("reach", [1, 3, 8])
def test_ar_n_has_the_n_that_is_chosen(panel, scene, texts, reach):
    panel.show_scene(scene(answered=False, page="count", reach=reach))
    assert f"AR-{reach}" in texts(panel)
    arn = sum(2 ** min(i, reach) for i in range(12))
    assert rows(panel, texts)[2].endswith(f"= {arn:,}")


@pytest.mark.parametrize("reach", [1, 8])
def test_where_there_are_fewer_pixels_than_n_ar_n_is_the_full_table(panel, scene, texts, reach):
    panel.show_scene(scene(answered=False, page="count", n=1, reach=reach))
    said = rows(panel, texts)
    assert said[2] == f"2¹ − 1 + 0 · 2{('⁸', '¹')[reach == 1]} = 1"
    assert said[1] == "2¹ − 1 = 1"


@pytest.mark.parametrize(("name", "shown", "least", "most"), [("pixels", 12, 1, MOST), ("reach", 4, 1, 8)])
def test_the_sliders_move_by_key_as_far_as_can_be_counted(panel, scene, qtbot, name, shown, least, most):
    panel.show_scene(scene(answered=False, page="count"))
    slider = getattr(panel, name)
    track = slider.findChild(Track)
    assert slider.value() == shown
    with qtbot.waitSignal(slider.moved) as signal:
        QTest.keyClick(track, Qt.Key.Key_Right)
    assert signal.args == [shown + 1]
    QTest.keyClick(track, Qt.Key.Key_End)
    assert slider.value() == most
    QTest.keyClick(track, Qt.Key.Key_Home)
    assert slider.value() == least


def test_to_show_a_state_moves_the_sliders_silently(panel, scene, qtbot):
    with qtbot.assertNotEmitted(panel.pixels.moved), qtbot.assertNotEmitted(panel.reach.moved):
        panel.show_scene(scene(answered=False, page="count", n=300, reach=7))
    assert (panel.pixels.value(), panel.reach.value()) == (300, 7)


def test_a_drag_of_n_goes_to_784(panel, scene, qtbot):
    panel.show_scene(scene(answered=False, page="count"))
    track = panel.pixels.findChild(Track)
    left, right = track.rect().center(), track.rect().center()
    left.setX(0)
    right.setX(track.width() - 1)
    QTest.mousePress(track, Qt.MouseButton.LeftButton, pos=left)
    QTest.mouseMove(track, right)
    QTest.mouseRelease(track, Qt.MouseButton.LeftButton, pos=right)
    assert panel.pixels.value() == MOST


def test_every_row_has_its_formula_and_the_sliders_have_names(panel):
    assert len([label for label in panel.findChildren(FormulaLabel) if label.isVisible()]) == 6
    assert [
        panel.pixels.findChild(Track).accessibleName(),
        panel.reach.findChild(Track).accessibleName(),
    ] == ["n pixels", "AR-N"]


def cut(panel):
    """The words and formulas that have too little room or reach outside."""
    labels = [*panel.findChildren(QLabel), *panel.findChildren(FormulaLabel)]
    shown = [label for label in labels if label.isVisible() and label.sizeHint().width()]
    narrow = [label for label in shown if label.width() + 1 < label.sizeHint().width()]
    return narrow + [label for label in shown if not panel.rect().contains(place(panel, label))]


@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("n", [1, 26, 784])
def test_nothing_is_cut(panel, scene, qapp, qtbot, scale, n):
    theme.apply(qapp, theme.Theme(scale=scale))
    panel.resize(round(538 * scale), round(400 * scale))
    panel.show_scene(scene(answered=False, page="count", n=n, reach=8))
    qtbot.waitUntil(lambda: cut(panel) == [])
    assert panel.minimumSizeHint().width() <= panel.width()


@pytest.mark.parametrize("name", ["dark", "contrast"])
def test_it_follows_the_theme(panel, scene, qapp, name):
    panel.show_scene(scene(answered=False))
    light = panel.grab().toImage()
    theme.apply(qapp, theme.Theme(name))
    assert panel.grab().toImage() != light
