"""The contract of a tab: its parts, and what may be left out. Every family's tab keeps it."""

from importlib import import_module

import pytest
from PySide6.QtWidgets import QWidget

from genplay.engine.worker import Failure
from genplay.families import FAMILIES
from genplay.families.base import Loading
from genplay.ui.tabs.base import Tab
from genplay.ui.tabs.part import Part
from genplay.ui.widgets.header import Header
from genplay.ui.widgets.heat_map import HeatMap

FAILURE = Failure("It broke.", {}, "Traceback", expected=True)


class Told(Part):
    """A part that remembers what it was told."""

    def __init__(self):
        super().__init__()
        self.told = []

    def show_result(self, name, result):
        self.told.append(("result", name, result))

    def show_waiting(self, name):
        self.told.append(("waiting", name))

    def show_nothing(self, name):
        self.told.append(("nothing", name))

    def show_stopped(self, name):
        self.told.append(("stopped", name))

    def show_failure(self, name, failure):
        self.told.append(("failure", name, failure))


@pytest.fixture
def parts():
    return Told(), Told()


@pytest.fixture
def tab(qtbot, parts):
    made = Tab()
    qtbot.addWidget(made)
    one, several = parts
    made.add_part(one, "score", "samples")
    made.add_part(several, "score/")
    return made


@pytest.mark.parametrize(
    ("slot", "asked", "name"),
    [("score", 0, "score"), ("samples", 0, "samples"), ("score/nade", 1, "nade"), ("score/a/b", 1, "a/b")],
)
def test_what_comes_in_a_slot_goes_to_its_part_alone(tab, parts, slot, asked, name):
    tab.show_waiting(slot)
    tab.show_result(slot, 7)
    tab.show_stopped(slot)
    tab.show_failure(slot, FAILURE)
    tab.show_nothing(slot)
    assert parts[asked].told == [
        ("waiting", name),
        ("result", name, 7),
        ("stopped", name),
        ("failure", name, FAILURE),
        ("nothing", name),
    ]
    assert not parts[1 - asked].told


def test_what_went_wrong_is_copied_while_it_is_so(tab, qtbot, qapp):
    view = HeatMap("grey")
    qtbot.addWidget(view)
    tab.help_out({view: "samples"})
    tab.show_failure("score", FAILURE)
    tab.show_failure("samples", Failure("It is {what}.", {"what": "gone"}, "Why", expected=False))
    view.copy_pressed.emit()
    assert qapp.clipboard().text() == "It is gone.\n\nWhy"
    qapp.clipboard().clear()
    tab.show_result("samples", 7)
    view.copy_pressed.emit()
    assert qapp.clipboard().text() == ""
    with qtbot.waitSignal(tab.retry_pressed):
        view.retry_pressed.emit()


def test_that_a_model_had_to_be_loaded_is_no_answer(tab, parts):
    tab.show_result("score", Loading("nade"))
    assert not parts[0].told


@pytest.mark.parametrize("slot", ["other", "samples/nade", "scores"])
def test_a_slot_that_nothing_shows_is_an_error(tab, slot):
    with pytest.raises(KeyError):
        tab.show_waiting(slot)


def test_a_part_speaks_through_its_tab(tab, parts, qtbot):
    with qtbot.waitSignal(tab.said) as said:
        parts[1].said.emit("info", "Four models fit.")
    assert said.args == ["info", "Four models fit."]


def test_every_tab_must_show_a_state(tab):
    with pytest.raises(NotImplementedError):
        tab.show_state(None)


def test_what_a_tab_may_leave_out(tab, tmp_path):
    assert tab.commands() == ()
    assert (tab.device(), tab.work(), tab.settled()) == ("", "", True)
    assert frozenset() == tab.DRAGS
    tab.adopt_actions(lambda name: pytest.fail(name))
    tab.set_projector(True)
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
    for slot in family.state().requests():
        tab.show_waiting(slot)
        tab.show_stopped(slot)
        tab.show_failure(slot, FAILURE)
        tab.show_nothing(slot)
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
