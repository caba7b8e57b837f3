"""The contract of a tab: what may be left out, and what may not. Every family's tab keeps it."""

from importlib import import_module

import pytest
from PySide6.QtWidgets import QWidget

from genplay.engine.worker import Failure
from genplay.families import FAMILIES
from genplay.ui.tabs.base import Tab
from genplay.ui.widgets.header import Header

NEEDED = [
    ("show_state", (None,)),
    ("show_result", ("slot", None)),
    ("show_waiting", ("slot",)),
    ("show_nothing", ("slot",)),
    ("show_failure", ("slot", Failure("No.", {}, "", expected=True))),
]


@pytest.fixture
def tab(qtbot):
    made = Tab()
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize(("name", "arguments"), NEEDED, ids=[name for name, _ in NEEDED])
def test_what_every_tab_must_show(tab, name, arguments):
    with pytest.raises(NotImplementedError):
        getattr(tab, name)(*arguments)


def test_what_a_tab_may_leave_out(tab, tmp_path):
    assert tab.commands() == ()
    assert (tab.device(), tab.work(), tab.settled()) == ("", "", True)
    assert frozenset() == tab.DRAGS
    tab.adopt_actions(lambda name: pytest.fail(name))
    tab.set_projector(True)
    tab.show_stopped("slot")
    tab.stop()
    tab.open_picture(tmp_path)


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.id)
def test_every_familys_tab_keeps_the_contract(qtbot, family):
    tab = import_module(f"genplay.ui.tabs.{family.id}").TAB()
    qtbot.addWidget(tab)
    assert isinstance(tab, Tab)
    assert isinstance(tab, QWidget)
    assert isinstance(tab.header, Header)
    tab.show_state(family.state())
    for name, _ in NEEDED:
        assert name in type(tab).__dict__
    ids = [command.id for command in tab.commands()]
    assert len(set(ids)) == len(ids)
    assert all(command.startswith(f"{family.id}.") for command in ids)


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.id)
def test_showing_a_state_is_no_gesture(qtbot, family):
    tab = import_module(f"genplay.ui.tabs.{family.id}").TAB()
    qtbot.addWidget(tab)
    with qtbot.assertNotEmitted(tab.edited):
        tab.show_state(family.state())
        tab.show_state(family.state())
