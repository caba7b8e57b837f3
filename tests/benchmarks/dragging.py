"""A slider that is dragged: how long it takes until its pictures come, through the worker."""

import threading
import time
from collections.abc import Sequence

from genplay.engine.answer import Engine
from genplay.engine.worker import Reply, Worker
from genplay.families.base import Request

EVENTS, EVENT = 240, 1 / 60  # of a slider that is dragged: how many, and seconds between two


def dragged(engine: Engine, requests: Sequence[Request], beside: Request | None = None) -> list[float]:
    """Return how long each answer of a drag, 60 events a second, took to come, in milliseconds.

    A point of the drag that a newer one overtook counts until the newer one's answer.

    Args:
        engine: What answers.
        requests: What the events ask for.
        beside: What is answered meanwhile in another tab; it has begun before the first event, and must last.
    """
    sent: dict[int, float] = {}
    found: list[float] = []
    there, begun = threading.Condition(), threading.Event()

    def deliver(reply: Reply) -> None:
        now = time.perf_counter()
        if reply.slot == "beside":
            assert not reply.ended, reply.failure
            begun.set()
            return
        with there:
            if not reply.ended:
                for ticket in [ticket for ticket in sent if ticket <= reply.ticket]:
                    found.append(1e3 * (now - sent.pop(ticket)))
            there.notify()

    worker = Worker(engine.answer, deliver)
    if beside is not None:
        worker.submit("beside", beside)
        assert begun.wait(60)
    began = time.perf_counter()
    for event, request in enumerate(requests):
        time.sleep(max(0.0, began + event * EVENT - time.perf_counter()))
        with there:  # so that no reply comes before it is known when it was asked for
            now = time.perf_counter()
            sent[worker.submit("dragged", request)] = now
    with there:
        assert there.wait_for(lambda: not sent, timeout=60)
    worker.cancel("beside")
    assert worker.close()
    return found
