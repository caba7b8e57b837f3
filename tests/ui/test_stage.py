"""One tab's way from gesture to view, with a worker and a view that only write down what happens."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

import pytest

from genplay.engine.worker import Failure, Reply
from genplay.families.base import Density, Family, Loading, Request, State
from genplay.ui.stage import Stage
from genplay.ui.tabs.base import Tab


@dataclass(frozen=True, slots=True)
class Ask(Request):
    family: ClassVar[str] = "toy"
    what: int


@dataclass(frozen=True, slots=True)
class Toy(State):
    VIEW: ClassVar[frozenset[str]] = frozenset({"tool"})
    drawing: int = 0
    extra: int | None = None
    tool: str = "pen"

    def requests(self) -> Mapping[str, Request]:
        wanted: dict[str, Request] = {"score": Ask(self.drawing)}
        if self.extra is not None:
            wanted["extra"] = Ask(self.extra)
        return wanted


TOY = Family("toy", "Toy", Density.EXACT, "autoregressive", {}, Toy)


class FakeWorker:
    def __init__(self):
        self.submitted = []
        self.cancelled = []

    def submit(self, slot, request):
        self.submitted.append((slot, request))
        return len(self.submitted)

    def cancel(self, slot):
        self.cancelled.append(slot)


class FakeTab(Tab):
    DRAGS = frozenset({"stroke"})

    def __init__(self):
        super().__init__()
        self.told = []

    def show_state(self, state):
        self.told.append(("state", state))

    def show_result(self, slot, result):
        self.told.append(("result", slot, result))

    def show_waiting(self, slot):
        self.told.append(("waiting", slot))

    def show_nothing(self, slot):
        self.told.append(("nothing", slot))

    def show_stopped(self, slot):
        self.told.append(("stopped", slot))

    def show_failure(self, slot, failure):
        self.told.append(("failure", slot, str(failure)))

    def stop(self):
        self.told.append(("stop",))

    def results(self):
        return [told[2] for told in self.told if told[0] == "result"]


class Play:
    """A stage with its worker and its view."""

    def __init__(self, tab):
        self.worker, self.tab = FakeWorker(), tab
        self.stage = Stage(TOY, self.tab, self.worker, Toy())

    @property
    def ticket(self):
        return len(self.worker.submitted)

    @property
    def asked(self):
        return [request.what for slot, request in self.worker.submitted if slot == "toy/score"]

    def reply(self, value, ticket=None, slot="score", **more):
        self.stage.receive(Reply(ticket or self.ticket, f"toy/{slot}", value, 0.5, **more))

    def end(self, ticket=None, slot="score"):
        self.reply(None, ticket, slot, ended=True)

    def fail(self, sentence, ticket=None, slot="score"):
        failure = Failure(sentence, {}, "details", expected=True)
        self.reply(None, ticket, slot, failure=failure, ended=True)

    def drag(self, *drawings):
        for drawing in drawings:
            self.stage.edit(Toy(drawing=drawing), "stroke")


@pytest.fixture
def play(qtbot):
    tab = FakeTab()
    qtbot.addWidget(tab)
    return Play(tab)


@pytest.fixture
def awake(play):
    play.stage.wake()
    return play


def test_nothing_is_asked_before_the_tab_is_on_screen(play):
    play.stage.edit(Toy(drawing=1))
    assert play.worker.submitted == []
    play.stage.wake()
    assert play.asked == [1]
    play.stage.wake()
    assert play.asked == [1]


def test_a_gesture_is_shown_and_asked_at_once(awake, qtbot):
    with qtbot.waitSignal(awake.stage.changed):
        awake.tab.edited.emit(Toy(drawing=4), "")
    assert awake.tab.told[-1] == ("state", Toy(drawing=4))
    assert awake.asked == [0, 4]
    assert awake.stage.busy


def test_a_change_of_view_asks_nothing(awake):
    awake.stage.edit(Toy(tool="eraser"))
    assert awake.asked == [0]
    assert not awake.stage.history.can_undo


def test_the_answer_is_shown_and_the_work_is_over(awake):
    awake.reply("answer")
    assert awake.tab.results() == ["answer"]
    assert awake.stage.busy
    assert awake.stage.last_seconds == 0.5
    awake.end()
    assert not awake.stage.busy


@pytest.mark.parametrize("change", ["edit", "undo", "redo"])
def test_after_any_other_change_an_older_answer_is_dropped(awake, change):
    awake.stage.edit(Toy(drawing=1))
    if change == "redo":
        awake.stage.undo()
    older = awake.ticket
    {"edit": lambda: awake.stage.edit(Toy(drawing=2)), "undo": awake.stage.undo, "redo": awake.stage.redo}[
        change
    ]()
    awake.reply("old", older)
    awake.end(older)
    assert awake.tab.results() == []
    assert awake.stage.busy
    awake.reply("new")
    assert awake.tab.results() == ["new"]


def test_along_one_stroke_older_answers_pass_by(awake):
    awake.reply("before")
    awake.end()
    awake.drag(1, 2, 3)
    awake.reply("one", 2)
    awake.reply("two", 3)
    awake.reply("three", 4)
    assert awake.tab.results() == ["before", "one", "two", "three"]


def test_answers_of_a_stroke_do_not_reach_into_the_next(awake):
    awake.drag(1, 2)
    awake.tab.gesture_ended.emit()
    awake.drag(3)
    awake.reply("of the first stroke's middle", 2)
    assert awake.tab.results() == []
    awake.reply("where the second began", 3)
    awake.reply("the second", 4)
    assert awake.tab.results() == ["where the second began", "the second"]


def test_after_a_stroke_that_is_undone_nothing_of_it_is_shown(awake):
    awake.drag(1, 2)
    awake.stage.undo()
    awake.reply("one", 2)
    awake.reply("two", 3)
    assert awake.tab.results() == []


def test_a_gesture_that_is_no_drag_lets_no_older_answer_pass(awake):
    for seed in (1, 2):
        awake.stage.edit(Toy(drawing=seed), "seed")
    awake.reply("seed 1", 2)
    assert awake.tab.results() == []
    awake.stage.undo()
    assert awake.stage.state == Toy()  # merged into one step all the same


def test_a_late_answer_is_announced(awake, qtbot):
    qtbot.waitUntil(lambda: ("waiting", "score") in awake.tab.told)
    assert awake.stage.late
    awake.reply("answer")
    awake.end()
    assert not awake.stage.late


def test_that_a_model_is_being_loaded_is_no_answer_yet(awake, qtbot):
    awake.reply(Loading("nade"))
    assert awake.stage.last_seconds is None
    qtbot.waitUntil(lambda: ("waiting", "score") in awake.tab.told)


def test_during_a_stroke_nothing_is_blanked_but_after_it(awake, qtbot):
    awake.reply("answer")
    awake.end()
    awake.drag(1)
    qtbot.waitUntil(lambda: awake.stage.late)  # the patience is over
    assert ("waiting", "score") not in awake.tab.told
    awake.tab.gesture_ended.emit()
    qtbot.waitUntil(lambda: ("waiting", "score") in awake.tab.told)


def test_what_is_not_asked_any_more_is_cancelled_and_removed(awake):
    awake.stage.edit(Toy(extra=5))
    ticket = awake.ticket
    awake.stage.edit(Toy())
    assert awake.worker.cancelled == ["toy/extra"]
    assert awake.tab.told[-1] == ("nothing", "extra")
    awake.reply("late", ticket, "extra")
    assert awake.tab.results() == []


def test_an_unchanged_question_is_not_asked_again(awake):
    awake.stage.edit(Toy(extra=5))
    awake.stage.edit(Toy(extra=6))
    assert awake.asked == [0]
    awake.reply("answer", 1)
    assert awake.tab.results() == ["answer"]


def test_an_error_is_shown_where_the_answer_would_have_been(awake):
    awake.fail("No.")
    assert awake.tab.told[-1] == ("failure", "score", "No.")
    assert awake.stage.failure is not None
    assert not awake.stage.busy


def test_trying_again_forgets_failures_and_asks_anew(awake, qtbot):
    awake.fail("No.")
    with qtbot.waitSignal(awake.stage.retrying):
        awake.tab.retry_pressed.emit()
    assert awake.asked == [0, 0]
    awake.reply("answer")
    assert awake.tab.results() == ["answer"]
    assert awake.stage.failure is None


def test_stop_drops_the_work_and_says_so(awake, qtbot):
    awake.stage.stop()
    assert awake.worker.cancelled == ["toy/score"]
    assert awake.tab.told[-1] == ("stopped", "score")
    assert not awake.stage.busy
    awake.stage.edit(Toy(drawing=1))
    awake.stage.undo()
    assert awake.asked == [0, 1, 0]  # what was stopped is asked again when it is wanted again


def test_what_was_stopped_is_not_shown_later(awake):
    awake.stage.stop()
    awake.reply("too late", 1)
    assert awake.tab.results() == []


def test_what_a_file_holds_is_asked_beside_the_state(awake):
    awake.tab.asked.emit("import", Ask(9))
    ticket = awake.ticket
    awake.stage.edit(Toy(drawing=1))
    awake.reply("a picture", ticket, "import")
    assert awake.tab.results() == ["a picture"]


def test_undo_ends_what_goes_on_by_itself(awake):
    awake.stage.edit(Toy(drawing=1))
    awake.stage.undo()
    assert ("stop",) in awake.tab.told
    assert awake.tab.told[-1] == ("state", Toy())


def test_the_time_told_is_that_of_the_answer_that_is_looked_at(awake):
    awake.tab.MAIN = ("extra", "score")
    awake.stage.edit(Toy(drawing=1, extra=1))
    awake.stage.receive(Reply(3, "toy/extra", "picture", 0.01))
    awake.stage.receive(Reply(2, "toy/score", "number", 3.0))
    assert awake.stage.last_seconds == 0.01
    awake.stage.edit(Toy(drawing=2, extra=1))  # only the number is asked anew
    awake.stage.receive(Reply(4, "toy/score", "number", 2.0))
    assert awake.stage.last_seconds == 2.0
    awake.stage.ask("aside", Ask(7))
    awake.stage.receive(Reply(5, "toy/aside", "pointed", 0.02))
    assert awake.stage.last_seconds == 0.02


def test_where_no_answer_is_looked_at_most_the_time_told_is_that_of_the_last(awake):
    awake.stage.edit(Toy(drawing=1, extra=1))
    awake.stage.receive(Reply(3, "toy/extra", "picture", 0.01))
    awake.stage.receive(Reply(2, "toy/score", "number", 3.0))
    assert awake.stage.last_seconds == 3.0
