"""The one worker thread: a mailbox in which the newest request of each slot wins.

A request is answered by a generator, each ``next`` of which is a step of at most some 30 ms. The worker
steps the open generators of all slots in turn, so a slider stays live while a long job runs beside it. What
a step yields is delivered *before* the worker looks for a newer request: checking first would starve the
view, since along a drag there always is a newer one.
"""

import threading
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from genplay.errors import UserError
from genplay.families.base import Request

Answer = Callable[[Request], Iterator[object]]


@dataclass(frozen=True, slots=True)
class Failure:
    """An error as a reply.

    Attributes:
        template: One English sentence with named placeholders.
        values: Their values.
        details: The traceback, for whoever reports it.
        expected: Whether it was raised on purpose, for the user, rather than being a fault of genplay.
    """

    template: str
    values: dict[str, object]
    details: str
    expected: bool

    @classmethod
    def of(cls, error: Exception) -> "Failure":
        """Return the failure that stands for ``error``."""
        details = "".join(traceback.format_exception(error))
        if isinstance(error, UserError):
            return cls(error.template, error.values, details, expected=True)
        values: dict[str, object] = {"kind": type(error).__name__, "reason": str(error)}
        return cls("Something went wrong in genplay ({kind}: {reason}).", values, details, expected=False)

    def __str__(self) -> str:
        return self.template.format(**self.values)


@dataclass(frozen=True, slots=True)
class Reply:
    """One step of an answer.

    Attributes:
        ticket: What ``submit`` returned for the request; later requests have higher tickets.
        slot: The slot it was submitted to.
        value: The result of the step; None where the answer has ended or failed.
        seconds: Time the step took.
        failure: What went wrong, or None.
        ended: Whether no further reply will carry this ticket.
    """

    ticket: int
    slot: str
    value: object
    seconds: float
    failure: Failure | None = None
    ended: bool = False


@dataclass(slots=True)
class _Job:
    ticket: int
    steps: Iterator[object]


class Worker:
    """Answers requests in a thread of its own.

    Args:
        answer: Turns a request into the steps of its answer; called in the worker's thread.
        deliver: Takes each reply; called in the worker's thread, must return at once.
    """

    def __init__(self, answer: Answer, deliver: Callable[[Reply], None]) -> None:
        self._answer = answer
        self._deliver = deliver
        self._wake = threading.Condition()
        self._mailbox: dict[str, tuple[int, Request]] = {}
        self._dropped: set[str] = set()
        self._tickets = 0
        self._closing = False
        self._thread: threading.Thread | None = None

    def submit(self, slot: str, request: Request) -> int:
        """Ask; replaces what waits in this slot. Returns the ticket that the replies will carry."""
        with self._wake:
            self._tickets += 1
            self._mailbox[slot] = (self._tickets, request)
            self._wake.notify()
            self._start()
            return self._tickets

    def cancel(self, slot: str) -> None:
        """Drop what waits and what runs in this slot; the step that is running is still delivered."""
        with self._wake:
            self._mailbox.pop(slot, None)
            self._dropped.add(slot)
            self._wake.notify()

    def close(self, timeout: float = 5.0) -> bool:
        """Stop after the current step; returns whether the thread has ended within ``timeout`` seconds."""
        with self._wake:
            self._closing = True
            self._wake.notify()
        if self._thread is None:
            return True
        self._thread.join(timeout)
        return not self._thread.is_alive()

    def _start(self) -> None:
        # With the first request, so that whoever fails before that leaves no thread behind. Not a daemon: a
        # daemon thread inside torch at exit aborts the process (measured: 3 of 4).
        if self._thread is None and not self._closing:
            self._thread = threading.Thread(target=self._run, name="genplay-worker")
            self._thread.start()

    def _run(self) -> None:
        jobs: dict[str, _Job] = {}
        while self._collect(jobs):
            for slot in list(jobs):
                if not self._step(slot, jobs[slot]):
                    del jobs[slot]
        for job in jobs.values():
            _drop(job)

    def _collect(self, jobs: dict[str, _Job]) -> bool:
        """Take new requests over into ``jobs``; waits while there is nothing to do. False means stop."""
        with self._wake:
            while not (self._mailbox or self._dropped or jobs or self._closing):
                self._wake.wait()
            if self._closing:
                return False
            taken, self._mailbox = self._mailbox, {}
            dropped, self._dropped = self._dropped, set()
        for slot in dropped | taken.keys():
            if slot in jobs:
                _drop(jobs.pop(slot))
        waiting = dict(jobs)
        jobs.clear()
        for slot, (ticket, request) in taken.items():
            jobs[slot] = _Job(ticket, self._answer(request))
        jobs.update(waiting)  # what is new goes first: a slider need not wait for a training's step twice
        return True

    def _step(self, slot: str, job: _Job) -> bool:
        """Advance a job by one step and deliver it; returns whether it goes on."""
        began = time.perf_counter()
        try:
            value = next(job.steps)
        except StopIteration:
            self._deliver(Reply(job.ticket, slot, None, 0.0, ended=True))
            return False
        except Exception as error:  # whatever it is, the view must hear of it and the worker must live
            seconds = time.perf_counter() - began
            self._deliver(Reply(job.ticket, slot, None, seconds, failure=Failure.of(error), ended=True))
            return False
        self._deliver(Reply(job.ticket, slot, value, time.perf_counter() - began))
        return True


def _drop(job: _Job) -> None:
    close = getattr(job.steps, "close", None)
    if close is not None:
        close()
