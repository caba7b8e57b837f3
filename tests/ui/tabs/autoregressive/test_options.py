import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from genplay.families import autoregressive
from genplay.families.autoregressive import AutoregressiveState
from genplay.ui.tabs.autoregressive.options import Options
from genplay.ui.widgets.choice import Choice
from genplay.ui.widgets.spin import Spin


@pytest.fixture
def options(show):
    return show(Options(), 400, 32)


@pytest.fixture
def any_order(monkeypatch):
    """A family whose NADE reads in any order."""
    monkeypatch.setattr("genplay.ui.tabs.autoregressive.options.ANY_ORDER", {"nade"})


def seen(options):
    kinds = (Choice, Spin)
    return [w.accessibleName() for kind in kinds for w in options.findChildren(kind) if w.isVisible()]


def test_a_model_that_reads_in_one_way_has_none(options):
    options.show_state(AutoregressiveState(), ("nade",))
    assert not options.isVisible()


def test_how_far_ar_n_looks_back_is_chosen(options, qtbot):
    options.show_state(AutoregressiveState(model="arn", reach=3), ("arn",))
    assert seen(options) == ["Pixels that AR-N looks back"]
    spin = next(spin for spin in options.findChildren(Spin) if spin.isVisible())
    assert (spin.value(), spin.minimum(), spin.maximum()) == (3, 1, autoregressive.FARTHEST)
    with qtbot.waitSignal(options.edited) as signal:
        QTest.keyClick(spin, Qt.Key.Key_Up)
    assert signal.args == ["reach", 4]


@pytest.mark.usefixtures("any_order")
def test_the_order_is_chosen_and_a_random_one_has_a_seed(options, qtbot):
    options.show_state(AutoregressiveState(order="spiral"), ("nade", "arn"))
    assert seen(options) == ["Order of the pixels", "Orders to average over", "Pixels that AR-N looks back"]
    choice = options.findChild(Choice)
    assert choice.currentText() == "Spiral inwards"
    with qtbot.waitSignal(options.edited) as signal:
        QTest.keyClick(choice, Qt.Key.Key_Down)
    assert signal.args == ["order", "centre"]
    options.show_state(AutoregressiveState(order="random", order_seed=7), ("nade",))
    assert seen(options) == ["Order of the pixels", "Seed of the order", "Orders to average over"]
    spin = next(spin for spin in options.findChildren(Spin) if spin.isVisible())
    with qtbot.waitSignal(options.edited) as signal:
        QTest.keyClick(spin, Qt.Key.Key_Up)
    assert signal.args == ["order_seed", 8]


@pytest.mark.usefixtures("any_order")
def test_over_how_many_orders_is_averaged_is_chosen(options, qtbot):
    options.show_state(AutoregressiveState(orders=16), ("nade",))
    (spin,) = [s for s in options.findChildren(Spin) if s.accessibleName() == "Orders to average over"]
    assert spin.value() == 16
    with qtbot.waitSignal(options.edited) as signal:
        QTest.keyClick(spin, Qt.Key.Key_Up)
    assert signal.args == ["orders", 17]


@pytest.mark.usefixtures("any_order")
def test_side_by_side_nothing_is_averaged(show):
    options = show(Options(averages=False), 400, 32)
    options.show_state(AutoregressiveState(), ("nade", "arn"))
    assert seen(options) == ["Order of the pixels", "Pixels that AR-N looks back"]


def test_where_it_is_narrow_there_are_two_lines(show, any_order):
    state = AutoregressiveState(order="random")
    one, two = (show(Options(averages=False, narrow=narrow), 400, 80) for narrow in (False, True))
    for options in (one, two):
        options.show_state(state, ("nade", "arn"))
        options.layout().activate()
    assert two.sizeHint().width() < one.sizeHint().width()
    assert two.sizeHint().height() > 2 * one.sizeHint().height()
