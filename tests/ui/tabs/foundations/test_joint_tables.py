from dataclasses import replace

import numpy as np
import pytest

from genplay.ui import theme
from genplay.ui.tabs.foundations.joint_tables import JointTable
from genplay.ui.widgets.formula import FormulaLabel


@pytest.fixture
def table(show):
    return show(JointTable(), 252, 380)


def cells(table):
    return [[cell.text() for cell in row] for row in table._cells]


def information(a, b):
    """I(A; B) in bits, from its definition."""
    pairs = [(np.mean((a == i) & (b == j)), np.mean(a == i), np.mean(b == j)) for i in (0, 1) for j in (0, 1)]
    return sum(p * np.log2(p / (pa * pb)) for p, pa, pb in pairs if p)


def counted(a, b):
    """The table with its margins, counted by hand."""
    counts = np.array([[((a == i) & (b == j)).sum() for j in (0, 1)] for i in (0, 1)])
    whole = np.vstack([counts, counts.sum(0)])
    return [[f"{count:,}" for count in (*row, row.sum())] for row in whole]


@pytest.mark.parametrize("pixels", [(1, 9), (9, 1), (0, 11)])
@pytest.mark.parametrize("given", [(), ((5, 1),), ((5, 0), (6, 1))])
def test_counts_and_margins_are_those_of_the_patches(table, scene, data, pixels, given):
    table.show_scene(scene(a=pixels[0], b=pixels[1], given=given))
    met = data
    for pixel, value in given:
        met = met[met[:, pixel] == value]
    assert cells(table) == counted(met[:, pixels[0]], met[:, pixels[1]])
    assert cells(table)[2][2] == f"{len(met):,}"


def test_information_with_nothing_given(table, scene, data, texts):
    table.show_scene(scene(given=()))
    bits = information(data[:, 1], data[:, 9])
    assert f"{bits:.3f} bits" in texts(table)
    assert "Nothing is given." in texts(table)
    assert f"A and B tell {bits:.3f} bits about each other." in texts(table)


def test_information_under_what_is_given_and_its_mean(table, scene, data, texts):
    table.show_scene(scene(given=((5, 1),)))
    c = data[:, 5]
    here = {value: information(data[c == value, 1], data[c == value, 9]) for value in (0, 1)}
    mean = sum(here[value] * np.mean(c == value) for value in (0, 1))
    assert {f"{here[1]:.3f} bits", f"{mean:.3f} bits"} <= set(texts(table))
    assert "C: pixel 6 is ink" in texts(table)
    assert f"Given C, A and B still tell {here[1]:.3f} bits about each other." in texts(table)


def test_the_formulas_are_those_of_what_is_given(table, scene):
    def shown():
        return [label for label in table.findChildren(FormulaLabel) if label.isVisible()]

    table.show_scene(scene(given=()))
    (free,) = shown()
    width = free.sizeHint().width()
    table.show_scene(scene())
    known = shown()
    assert len(known) == 2
    assert known[0].sizeHint().width() > width  # I(A; B | C = c) is longer than I(A; B)


def test_while_it_is_awaited_no_number_is_left(table, scene, texts):
    table.show_scene(scene())
    table.show_scene(scene(answered=False))
    assert cells(table) == [["–"] * 3] * 3
    assert not [words for words in texts(table) if "bits" in words]


def test_values_that_never_came_together_have_no_information(table, scene, data, texts):
    seen = {tuple(row) for row in data[:, 1:11].tolist()}
    wanted = next(v for v in np.ndindex(*(2,) * 10) if v not in seen)
    given = tuple((pixel + 1, value) for pixel, value in enumerate(wanted))
    table.show_scene(scene(a=0, b=11, given=given))
    assert cells(table) == [["0"] * 3] * 3
    assert "–" in texts(table)
    assert not [words for words in texts(table) if "each other" in words or "nan" in words]


def test_exact_independence_is_a_sentence(table, scene, texts):
    made = scene(given=())
    free = {"information": 0.0, "independent": True, "always": True}
    answer = replace(made.answer, table=((20000, 10000), (20000, 10000)), **free)
    table.show_scene(replace(made, answer=answer))
    assert "Exactly nothing: A and B are independent." in texts(table)
    assert cells(table)[2] == ["40,000", "20,000", "60,000"]


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_nothing_is_cut_even_with_much_given(table, scene, qapp, qtbot, scale):
    theme.apply(qapp, theme.Theme(scale=scale))
    table.resize(round(252 * scale), round(520 * scale))
    table.show_scene(scene(a=0, b=11, given=tuple((pixel, 0) for pixel in range(1, 11))))
    assert all(cell.width() + 1 >= cell.sizeHint().width() for row in table._cells for cell in row)
    for label in (table._of, table._verdict):
        qtbot.waitUntil(lambda label=label: label.height() + 2 >= label.heightForWidth(label.width()))
        assert table.rect().contains(label.geometry())


@pytest.mark.parametrize("name", ["dark", "contrast"])
def test_it_follows_the_theme(table, scene, qapp, name):
    table.show_scene(scene())
    light = table.grab().toImage()
    theme.apply(qapp, theme.Theme(name))
    assert table.grab().toImage() != light
