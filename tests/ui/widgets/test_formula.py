import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel

from genplay.ui import theme
from genplay.ui.widgets.formula import FormulaLabel, FormulaStrip, Term
from genplay.ui.widgets.typeset import formula_size

BLUE, ORANGE, STRIP = "#1c5fc0", "#b54708", "#f4f5f8"
PROBABILITY = [
    Term(formula="p_i", key="p", token="blue", widest="0.000"),
    Term(formula="equals_sigma"),
    Term(formula="V_h", key="v", widest="−10.00"),
    Term(formula="close"),
]
LOG = [Term(formula="log_p_i", key="l", token="orange", widest="−10.00", others=("log_p_i_1", "log_p_i_0"))]
TOTAL = [Term(formula="log_p", key="t", widest="−1,000.00")]


@pytest.fixture
def strip(show):
    widget = FormulaStrip()
    widget.set_layout([PROBABILITY, LOG, TOTAL])
    widget.set_heading("pixel", "408")
    widget.set_values({"p": "0.292", "l": "−1.23", "t": "−80.13"})
    show(widget)
    widget.resize(900, 56)
    return widget


def coloured(widget, look, colour, rows=range(0, 56)):
    picture, hue = look(widget), QColor(colour).hue()

    def belongs(shown):
        channels = shown.getRgb()[:3]
        return max(channels) - min(channels) > 60 and abs(shown.hue() - hue) < 20

    return [(x, y) for x in range(widget.width()) for y in rows if belongs(QColor(picture(x, y)))]


def test_a_term_and_its_value_have_the_colour_of_its_meaning(strip, look):
    for colour in (BLUE, ORANGE):
        assert coloured(strip, look, colour, range(10, 33))
        assert coloured(strip, look, colour, range(35, 48))


def test_a_value_stands_below_its_term(strip, look):
    above = [x for x, _ in coloured(strip, look, ORANGE, range(10, 33))]
    below = [x for x, _ in coloured(strip, look, ORANGE, range(35, 48))]
    assert min(above) < min(below) < max(below) < max(above)
    assert min(below) + max(below) == pytest.approx(min(above) + max(above), abs=4)


def test_nothing_moves_when_values_or_variants_change(strip, look):
    def places():
        picture = look(strip)
        return [x for x in range(900) if picture(x, 28) == "#dde1e9"]

    before = places()
    strip.set_values({"p": "0.1", "l": "−10.99", "t": "−1,080.13"})
    strip.set_formula("l", "log_p_i_0")
    assert places() == before
    assert len(before) == 2


def test_values_that_are_not_given_are_blanked(strip, look):
    strip.set_values({"l": "−1.23"})
    assert not coloured(strip, look, BLUE, range(36, 48))
    assert coloured(strip, look, BLUE, range(10, 33))


def test_another_formula_may_stand_for_a_term(strip, look):
    before = coloured(strip, look, ORANGE, range(10, 33))
    strip.set_formula("l", "log_p_i_1")
    after = coloured(strip, look, ORANGE, range(10, 33))
    assert max(after)[0] - min(after)[0] > max(before)[0] - min(before)[0]


def test_groups_that_do_not_fit_are_left_out_from_the_right(strip, look):
    strip.resize(430, 56)
    assert coloured(strip, look, BLUE)
    assert coloured(strip, look, ORANGE)
    strip.resize(260, 56)
    assert coloured(strip, look, BLUE)
    assert not coloured(strip, look, ORANGE)


def test_it_is_spoken(strip):
    assert strip.accessibleDescription() == "pixel 408 p 0.292 l −1.23 t −80.13"


def test_the_projector_has_no_strip(strip, look, qapp):
    assert look(strip)(450, 3) == STRIP
    window = look(strip)(0, 0)
    theme.apply(qapp, theme.Theme("dark", 1.5, True))
    strip.resize(1300, 84)
    assert look(strip)(650, 3) == look(strip)(0, 0) != window


def test_an_empty_layout_is_a_strip(show, look):
    widget = show(FormulaStrip())
    widget.resize(400, 56)
    assert look(widget)(100, 28) == STRIP


def test_a_label_is_as_wide_as_its_formula(show, look):
    label = show(FormulaLabel("log_p"))
    assert label.width() == pytest.approx(formula_size("log_p", 13).width(), abs=1)
    assert any(look(label)(x, y) != STRIP for x in range(label.width()) for y in range(label.height()))
    label.set_formula("")
    assert label.sizeHint().width() == 0


def test_a_label_grows_with_the_interface(show, qapp):
    label = show(FormulaLabel("log_p"))
    width = label.sizeHint().width()
    theme.apply(qapp, theme.Theme(scale=2.0))
    assert label.sizeHint().width() == pytest.approx(2 * width, abs=2)


def test_a_label_may_be_larger_in_a_strip(qapp):
    usual, large = FormulaLabel("log_p"), FormulaLabel("log_p", pixels=16)
    assert large.sizeHint().width() == pytest.approx(usual.sizeHint().width() * 16 / 13, abs=2)


REMARK = "exact, whatever the order;\nthe order only changes the factors"


def test_a_remark_stands_after_the_last_group(strip, look):
    strip.set_layout([PROBABILITY])
    strip.resize(900, 56)
    free = strip.grab().toImage()
    strip.set_remark(REMARK)
    said = strip.grab().toImage()
    changed = [x for x in range(900) if said.copy(x, 0, 1, 56) != free.copy(x, 0, 1, 56)]
    group = max(x for x in range(900) if any(look_of(free, x, y) == BLUE for y in range(56)))
    assert changed
    assert min(changed) > group
    assert max(changed) < 900 - 20


def look_of(image, x, y):
    return image.pixelColor(x, y).name()


def test_a_remark_without_room_is_left_out_as_a_whole(strip):
    strip.set_layout([PROBABILITY])
    strip.resize(320, 56)
    free = strip.grab().toImage()
    strip.set_remark(REMARK)
    assert strip.grab().toImage() == free
    strip.resize(900, 56)
    assert REMARK in strip.accessibleDescription()


def test_a_remark_is_spoken_and_goes_again(strip):
    free, said = strip.grab().toImage(), strip.accessibleDescription()
    strip.set_layout([PROBABILITY, LOG, TOTAL])
    strip.set_remark("exact")
    assert strip.accessibleDescription() == f"{said} exact"
    strip.set_remark("")
    assert strip.accessibleDescription() == said
    assert strip.grab().toImage() == free


def titles(strip):
    return [one.text() for one in strip.findChildren(QLabel) if one.isVisible()]


def test_before_a_class_it_says_whose_formula_it_is(strip, qapp):
    strip.set_title("NADE")
    assert titles(strip) == []
    theme.apply(qapp, theme.Theme(projector=True))
    assert titles(strip) == ["NADE"]
    theme.apply(qapp, theme.Theme())
    assert titles(strip) == []


def test_the_terms_stand_after_the_title(strip, qapp, look):
    theme.apply(qapp, theme.Theme(projector=True))
    before = min(x for x, _ in coloured(strip, look, BLUE))
    strip.set_title("Autoregressive")
    (title,) = strip.findChildren(QLabel)
    assert min(x for x, _ in coloured(strip, look, BLUE)) > title.geometry().right() > before / 2


def test_the_title_leaves_where_no_group_has_room_beside_it(strip, qapp):
    theme.apply(qapp, theme.Theme(projector=True))
    strip.set_title("Autoregressive")
    strip.resize(260, 56)
    assert titles(strip) == []
    strip.resize(900, 56)
    assert titles(strip) == ["Autoregressive"]
