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
    options.show_state(AutoregressiveState())
    assert not options.isVisible()


def test_how_far_ar_n_looks_back_is_chosen(options, qtbot):
    options.show_state(AutoregressiveState(model="arn", reach=3))
    assert seen(options) == ["Pixels that AR-N looks back"]
    spin = next(spin for spin in options.findChildren(Spin) if spin.isVisible())
    assert (spin.value(), spin.minimum(), spin.maximum()) == (3, 1, autoregressive.FARTHEST)
    with qtbot.waitSignal(options.reach_chosen) as signal:
        QTest.keyClick(spin, Qt.Key.Key_Up)
    assert signal.args == [4]


@pytest.mark.usefixtures("any_order")
def test_the_order_is_chosen_and_a_random_one_has_a_seed(options, qtbot):
    options.show_state(AutoregressiveState(order="spiral"))
    assert seen(options) == ["Order of the pixels"]
    choice = options.findChild(Choice)
    assert choice.currentText() == "Spiral inwards"
    with qtbot.waitSignal(options.order_chosen) as signal:
        QTest.keyClick(choice, Qt.Key.Key_Down)
    assert signal.args == ["centre"]
    options.show_state(AutoregressiveState(order="random", order_seed=7))
    assert seen(options) == ["Order of the pixels", "Seed of the order"]
    spin = next(spin for spin in options.findChildren(Spin) if spin.isVisible())
    with qtbot.waitSignal(options.seed_chosen) as signal:
        QTest.keyClick(spin, Qt.Key.Key_Up)
    assert signal.args == [8]
