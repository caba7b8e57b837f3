import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel

from genplay.families.foundations import MODELS, SIZES
from genplay.ui import text, theme
from genplay.ui.tabs.foundations.bayes_panel import BayesPanel
from genplay.ui.widgets.choice import Choice
from genplay.ui.widgets.formula import FormulaLabel
from genplay.ui.widgets.share_bar import ShareBar

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton


@pytest.fixture
def panel(show):
    shown = show(BayesPanel(), 540, 440)
    shown.set_full(True, tools=True, counts=False)
    return shown


def button(panel, name):
    (found,) = [b for b in panel.findChildren(QAbstractButton) if b.text() == name]
    return found


def middle(panel, pixel):
    return panel.graph.node(pixel).center().toPoint()


def rows(texts):
    """The values with their counts, row by row."""
    values = [words for words in texts if words.replace(".", "").isdigit() or words == "–" or "×" in words]
    return list(zip(values, [words for words in texts if " of " in words], strict=True))


def ratio(event, condition):
    count, of = (event & condition).sum(), condition.sum()
    return text.share(count / of), f"{count:,} of {of:,}"


@pytest.mark.parametrize("pixels", [(1, 9), (9, 1), (0, 11)])
@pytest.mark.parametrize("known", [{5: 1}, {5: 0}, {4: 1, 6: 0}])
def test_four_probabilities_counted_from_the_patches(panel, scene, data, texts, pixels, known):
    panel.show_scene(scene(page="bayes", a=pixels[0], b=pixels[1], given=tuple(known.items())))
    a, b = (data[:, pixel] == 1 for pixel in pixels)
    c = np.all([data[:, pixel] == value for pixel, value in known.items()], axis=0)
    every = np.ones(len(data), bool)
    expected = [ratio(a, every), ratio(a, b), ratio(a, c), ratio(a, b & c)]
    assert rows(texts(panel)) == expected


def test_with_nothing_given_there_are_two(panel, scene, data, texts):
    panel.show_scene(scene(page="bayes", given=()))
    a, b = data[:, 1] == 1, data[:, 9] == 1
    assert rows(texts(panel)) == [ratio(a, np.ones(len(data), bool)), ratio(a, b)]
    formulas = [f for f in panel.findChildren(FormulaLabel) if f.isVisible()]
    assert len(formulas) == 2 + 1  # and that of the arrows' model


def test_each_model_has_its_factorisation_beside_its_name(panel, scene):
    shown = []
    for model in MODELS:
        panel.show_scene(scene(page="bayes", arrows=model))
        picture = panel._model.grab().toImage()
        assert picture not in shown
        shown.append(picture)


def test_a_node_says_its_part_and_its_factor(panel, scene):
    panel.show_scene(scene(page="bayes", arrows="arn", reach=2))
    tips = panel.graph._tips
    assert tips[5].splitlines() == [
        "Pixel 6: row 2, column 2, ink in your picture",
        "It is C, given as ink.",
        "AR-2: p(x₆ | x₄, x₅)",
    ]
    assert tips[0].splitlines()[1:] == ["AR-2: p(x₁)"]
    assert "It is A." in tips[1]
    assert "It is B." in tips[9]


def test_the_bars_are_as_long_as_the_probabilities(panel, scene, data):
    panel.show_scene(scene(page="bayes"))
    panel.grab()
    a, b, c = (data[:, pixel] == 1 for pixel in (1, 9, 5))
    expected = [a.mean(), a[b].mean(), a[c].mean(), a[b & c].mean()]
    blue = theme.current().color("blue").name()
    for bar, p in zip(panel.findChildren(ShareBar), expected, strict=True):
        image, y = bar.grab().toImage(), bar.height() // 2
        filled = sum(image.pixelColor(x, y).name() == blue for x in range(bar.width()))
        assert filled == pytest.approx(p * bar.width(), abs=1)


def test_beside_the_chain_the_counts_are_in_the_tooltips(panel, scene, texts):
    panel.show_scene(scene(page="bayes"))
    counts = [words for words in texts(panel) if " of " in words]
    panel.set_full(False, tools=True, counts=False)
    panel.show_scene(scene())
    assert not [words for words in texts(panel) if " of " in words]
    assert [bar.toolTip() for bar in panel.findChildren(ShareBar)] == counts
    assert not button(panel, "A").isVisible()
    panel.set_full(True, tools=True, counts=False)
    panel.show_scene(scene())
    assert [words for words in texts(panel) if " of " in words] == counts


def test_a_class_has_all_but_the_controls(panel, scene, texts):
    panel.set_full(True, tools=False, counts=False)
    panel.show_scene(scene(page="bayes"))
    assert not button(panel, "A").isVisible()
    assert not panel.findChild(Choice).isVisible()
    assert len([words for words in texts(panel) if " of " in words]) == 4


def test_a_pixel_is_pressed_and_given(panel, scene, qtbot):
    panel.show_scene(scene(page="bayes"))
    with qtbot.waitSignal(panel.pressed) as signal:
        QTest.mouseClick(panel.graph, LEFT, pos=middle(panel, 7))
    assert signal.args == [7]
    with qtbot.waitSignal(panel.given_pressed) as signal:
        QTest.mouseClick(panel.graph, RIGHT, pos=middle(panel, 3))
    assert signal.args == [3]


def test_a_pixel_is_pressed_by_key(panel, scene, qtbot):
    panel.show_scene(scene(page="bayes"))
    QTest.keyClick(panel.graph, Qt.Key.Key_Down)
    with qtbot.waitSignal(panel.pressed) as signal:
        QTest.keyClick(panel.graph, Qt.Key.Key_Return)
    assert signal.args == [4]


@pytest.mark.parametrize(("name", "role"), [("A", "a"), ("B", "b"), ("C", "given")])
def test_what_a_click_makes_is_chosen_by_hand_and_shown_by_the_state(panel, scene, qtbot, name, role):
    other = "b" if role != "b" else "a"
    panel.show_scene(scene(page="bayes", role=other))
    with qtbot.waitSignal(panel.role_chosen) as signal:
        QTest.mouseClick(button(panel, name), LEFT)
    assert signal.args == [role]
    panel.show_scene(scene(page="bayes", role=role))
    assert [b.text() for b in panel.findChildren(QAbstractButton) if b.isChecked()] == [name]


def test_whose_arrows_are_drawn_is_chosen_by_key(panel, scene, qtbot):
    choice = panel.findChild(Choice)
    panel.show_scene(scene(page="bayes", arrows="table"))
    assert choice.current() == "table"
    with qtbot.waitSignal(panel.arrows_chosen) as signal:
        QTest.keyClick(choice, Qt.Key.Key_Down)
    assert signal.args == [list(MODELS)[1]]


@pytest.mark.parametrize("reach", [1, 3, 8])
def test_the_choice_of_arrows_names_ar_n_with_its_n(panel, scene, reach):
    panel.show_scene(scene(page="bayes", reach=reach))
    choice = panel.findChild(Choice)
    names = [choice.itemText(index) for index in range(choice.count())]
    assert [name for name in names if name.startswith("AR-")] == [f"AR-{reach}"]
    assert len(set(names)) == 4


def test_the_arrows_change_the_graph(panel, scene):
    pictures = []
    for model in MODELS:
        panel.show_scene(scene(page="bayes", arrows=model))
        pictures.append(panel.graph.grab().toImage())
    assert not [(i, j) for i in range(4) for j in range(i) if pictures[i] == pictures[j]]


def test_the_arrows_into_a_and_b_stand_out(panel, scene):
    panel.show_scene(scene(page="bayes", a=1, b=11, given=()))
    image = panel.graph.grab().toImage()

    def darkness(pixel):
        """Of the arrow to the next pixel, all across its line."""
        point = (middle(panel, pixel) + middle(panel, pixel + 1)) / 2
        return sum(255 - image.pixelColor(point.x(), point.y() + aside).value() for aside in range(-3, 4))

    strong, pale = (
        [darkness(pixel) for pixel in (0, 10)],
        [darkness(pixel) for pixel in (1, 2, 4, 5, 6, 8, 9)],
    )
    assert min(pale) > 0
    assert min(strong) > 1.2 * max(pale)


def test_while_it_is_awaited_no_number_is_left(panel, scene, texts):
    panel.show_scene(scene(page="bayes"))
    panel.show_scene(scene(page="bayes", answered=False))
    said = texts(panel)
    assert said.count("–") == 4
    assert not [words for words in said if " of " in words or "0." in words]
    assert {bar.toolTip() for bar in panel.findChildren(ShareBar)} == {""}


def never(data):
    """Values of all but the first and the last pixel that no patch has together."""
    seen = {tuple(row) for row in data[:, 1:11].tolist()}
    wanted = next(v for v in np.ndindex(*(2,) * 10) if v not in seen)
    return tuple((pixel + 1, value) for pixel, value in enumerate(wanted))


def test_values_that_never_came_together_are_a_sentence(panel, scene, data, texts):
    panel.show_scene(scene(page="bayes", a=0, b=11, given=never(data)))
    said = texts(panel)
    assert "The given pixels never have these values together in the data: nothing follows from them." in said
    assert [row[0] for row in rows(said)][2:] == ["–", "–"]
    assert "0 of 0" in said
    panel.show_scene(scene(page="bayes"))
    assert not [words for words in texts(panel) if "nothing follows" in words]


def test_a_pixel_that_is_never_ink_under_what_is_given_is_a_sentence(panel, scene, data, texts):
    """Find values under which B is paper in every patch, by counting."""
    others = [pixel for pixel in range(12) if pixel not in (0, 11)]
    states, inverse = np.unique(data[:, others], axis=0, return_inverse=True)
    ink = np.bincount(inverse.ravel(), data[:, 11], len(states))
    first = np.bincount(inverse.ravel(), data[:, 0], len(states))
    found = states[np.flatnonzero((ink == 0) & (first > 0))[0]]
    given = tuple((pixel, int(value)) for pixel, value in zip(others, found, strict=True))
    panel.show_scene(scene(page="bayes", a=0, b=11, given=given))
    assert any(words.startswith("Pixel 12 is never ink under what is given") for words in texts(panel))
    assert rows(texts(panel))[3] == ("–", "0 of 0")


def cut(panel):
    labels = [label for label in panel.findChildren(QLabel) if label.isVisible() and label.text()]
    narrow = [w.text() for w in labels if not w.wordWrap() and w.width() + 1 < w.sizeHint().width()]
    low = [w.text() for w in labels if w.wordWrap() and w.height() + 2 < w.heightForWidth(w.width())]
    outside = [w.text() for w in labels if not panel.rect().contains(w.geometry())]
    return narrow + low + outside


@pytest.mark.parametrize("full", [True, False])
@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_cut(panel, scene, qapp, qtbot, checkerboard, size, scale, full):
    theme.apply(qapp, theme.Theme(scale=scale))
    panel.set_full(full, tools=True, counts=False)
    panel.resize(round(538 * scale), round((440 if full else 150) * scale))
    panel.show_scene(
        scene(
            page="bayes" if full else "all", drawing=checkerboard(*size), cursor=0, a=0, b=1, given=((2, 1),)
        )
    )
    qtbot.waitUntil(lambda: cut(panel) == [])
    assert panel.minimumSizeHint().width() <= panel.width()


def test_every_control_has_a_name(panel):
    assert panel.findChild(Choice).accessibleName() == "Arrows of"
    assert panel.graph.accessibleName()
    assert panel._roles.accessibleName() == "What a click makes of a pixel"


@pytest.mark.parametrize("name", ["dark", "contrast"])
def test_it_follows_the_theme(panel, scene, qapp, name):
    panel.show_scene(scene(page="bayes"))
    light = panel.grab().toImage()
    theme.apply(qapp, theme.Theme(name))
    assert panel.grab().toImage() != light
