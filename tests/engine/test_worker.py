"""The worker's promises, with requests that hold a lock: nothing here waits for time."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest

from genplay.engine.worker import Reply, Worker
from genplay.errors import UserError
from genplay.families.base import Request

PATIENCE = 30.0  # seconds until a hanging test is given up; no assertion depends on it


@dataclass(frozen=True, slots=True, eq=False)
class Held(Request):
    """A request whose every step waits for its gate."""

    name: str
    steps: int = 1
    gate: threading.Event = field(default_factory=threading.Event)
    begun: threading.Event = field(default_factory=threading.Event)
    dropped: threading.Event = field(default_factory=threading.Event)
    error: Exception | None = None


def answer(request: Request) -> Iterator[object]:
    assert isinstance(request, Held)
    try:
        for step in range(request.steps):
            request.begun.set()
            assert request.gate.wait(PATIENCE)
            if request.error is not None:
                raise request.error
            yield f"{request.name}{step}"
    except GeneratorExit:
        request.dropped.set()
        raise


class Inbox:
    """Collects replies and lets a test wait for one."""

    def __init__(self) -> None:
        self.replies: list[Reply] = []
        self._arrived = threading.Condition()

    def __call__(self, reply: Reply) -> None:
        with self._arrived:
            self.replies.append(reply)
            self._arrived.notify_all()

    def wait(self, count: int) -> list[Reply]:
        with self._arrived:
            assert self._arrived.wait_for(lambda: len(self.replies) >= count, PATIENCE)
            return list(self.replies)

    def values(self) -> list[object]:
        return [reply.value for reply in self.replies if reply.value is not None]

    def until(self, value: object) -> None:
        with self._arrived:
            assert self._arrived.wait_for(lambda: value in self.values(), PATIENCE)


@pytest.fixture
def inbox():
    return Inbox()


@pytest.fixture
def worker(inbox):
    made = Worker(answer, inbox)
    yield made
    assert made.close(PATIENCE)


def opened(name, steps=1, **more):
    request = Held(name, steps, **more)
    request.gate.set()
    return request


def test_an_answer_is_its_steps_and_an_end(worker, inbox):
    ticket = worker.submit("a", opened("x", steps=2))
    replies = inbox.wait(3)
    assert [reply.value for reply in replies] == ["x0", "x1", None]
    assert [reply.ended for reply in replies] == [False, False, True]
    assert {reply.ticket for reply in replies} == {ticket}
    assert {reply.slot for reply in replies} == {"a"}
    assert replies[0].seconds >= 0


def test_the_newest_request_of_a_slot_wins(worker, inbox):
    first = Held("first")
    worker.submit("a", first)
    assert first.begun.wait(PATIENCE)
    for name in "bcd":
        last = worker.submit("a", opened(name))
    first.gate.set()
    inbox.until("d0")
    assert inbox.values() == ["first0", "d0"]
    assert inbox.replies[-1].ticket <= last


def test_what_is_new_goes_before_what_goes_on(worker, inbox):
    """Or a slider would wait for two steps of a training that has begun before."""
    long = Held("long", steps=3)
    worker.submit("a", long)
    assert long.begun.wait(PATIENCE)
    worker.submit("b", opened("quick"))
    long.gate.set()
    inbox.wait(6)
    assert inbox.values() == ["long0", "quick0", "long1", "long2"]


def test_what_was_begun_is_delivered_although_newer_requests_keep_coming(worker, inbox):
    """The livelock: a worker that looks for newer requests before it delivers shows nothing along a drag."""
    requests = [Held(str(number)) for number in range(20)]
    worker.submit("a", requests[0])
    for request, following in zip(requests, [*requests[1:], None], strict=True):
        assert request.begun.wait(PATIENCE)
        if following is not None:
            worker.submit("a", following)  # there is a newer one before this one is delivered
        request.gate.set()
    inbox.until("190")
    assert inbox.values() == [f"{number}0" for number in range(20)]


def test_a_newer_request_drops_the_rest_of_a_long_job(worker, inbox):
    long = opened("long", steps=10**9)
    worker.submit("a", long)
    inbox.wait(3)
    worker.submit("a", opened("new"))
    inbox.until("new0")
    assert long.dropped.is_set()
    after = inbox.values().index("new0")
    assert all(not str(value).startswith("long") for value in inbox.values()[after:])


def test_slots_take_turns(worker, inbox):
    long = opened("long", steps=10**9)
    worker.submit("a", long)
    inbox.wait(1)
    worker.submit("b", opened("short", steps=3))
    inbox.until("short2")  # it would never come if the long job had to end first


def test_a_slot_can_be_cancelled(worker, inbox):
    long = opened("long", steps=10**9)
    worker.submit("a", long)
    inbox.wait(1)
    worker.cancel("a")
    assert long.dropped.wait(PATIENCE)


def test_cancelling_takes_back_what_waits(worker, inbox):
    first = Held("first")
    worker.submit("a", first)
    assert first.begun.wait(PATIENCE)
    worker.submit("b", opened("never"))
    worker.cancel("b")
    first.gate.set()
    worker.submit("c", opened("last"))
    inbox.until("last0")
    assert "never0" not in inbox.values()


def test_an_error_is_a_reply_and_the_worker_lives(worker, inbox):
    worker.submit("a", opened("bad", error=ValueError("broken")))
    failure = inbox.wait(1)[0].failure
    assert failure is not None
    assert not failure.expected
    assert "broken" in str(failure)
    assert "Traceback" in failure.details
    worker.submit("a", opened("good"))
    inbox.until("good0")


def test_a_user_error_keeps_its_sentence(worker, inbox):
    worker.submit("a", opened("bad", error=UserError("{name} is empty.", name="a.png")))
    reply = inbox.wait(1)[0]
    assert reply.failure is not None
    assert reply.failure.expected
    assert reply.ended
    assert (reply.failure.template, reply.failure.values) == ("{name} is empty.", {"name": "a.png"})
    assert str(reply.failure) == "a.png is empty."


def test_closing_ends_the_thread_and_the_jobs(inbox):
    worker = Worker(answer, inbox)
    long = opened("long", steps=10**9)
    worker.submit("a", long)
    inbox.wait(1)
    assert worker.close(PATIENCE)
    assert long.dropped.is_set()
    assert not any(thread.name == "genplay-worker" for thread in threading.enumerate())


def test_closing_an_idle_worker(inbox):
    assert Worker(answer, inbox).close(PATIENCE)


def test_tickets_rise(worker):
    tickets = [worker.submit("a", opened("x")) for _ in range(5)]
    assert tickets == sorted(set(tickets))
