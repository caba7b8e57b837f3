import pytest

from genplay.ui.widgets.ledger import Ledger


@pytest.fixture
def ledger(show):
    widget = Ledger()
    widget.set_rows(
        [("blue", "Ink, 91 pixels", "−49.28"), ("blue_pale", "Background, 693 pixels", "−30.85")],
        ("log p(x)", "−80.13"),
    )
    return show(widget)


def test_each_row_has_its_swatch(ledger, look):
    picture = look(ledger)
    assert picture(5, 13) == "#1c5fc0"
    assert picture(5, 26 + 13) == "#99b7e3"


def test_a_rule_across_the_whole_width_stands_above_the_total(ledger, look):
    picture = look(ledger)
    assert {picture(x, 52) for x in range(ledger.width())} == {"#848da0"}
    assert "#848da0" not in {picture(x, 26) for x in range(ledger.width())}


def test_values_end_at_the_right_edge(ledger, look):
    ledger.resize(400, ledger.height())
    picture = look(ledger)
    for row in range(3):
        ink = [
            x for x in range(400) for y in range(26 * row + 4, 26 * row + 22) if picture(x, y) == "#161b26"
        ]
        assert 395 <= max(ink) <= 400


def test_without_a_total_there_is_no_rule(ledger, look):
    ledger.set_rows([(None, "This pixel", "−1.23")])
    assert ledger.sizeHint().height() == 26
    assert "#848da0" not in {look(ledger)(x, y) for x in (50, 100) for y in range(ledger.height())}


def test_all_is_spoken(ledger):
    assert (
        ledger.accessibleDescription()
        == "Ink, 91 pixels −49.28, Background, 693 pixels −30.85, log p(x) −80.13"
    )
