import sys
import threading

from PySide6.QtCore import QObject, Signal, Slot
from shiboken6 import delete

from genplay.engine.worker import Reply, Worker
from genplay.families.base import Request
from genplay.ui.bridge import Bridge

MANY = 5_000


class Listener(QObject):
    heard = Signal()

    def __init__(self):
        super().__init__()
        self.replies, self.threads = [], set()

    @Slot(object)
    def hear(self, reply):
        self.replies.append(reply)
        self.threads.add(threading.current_thread())
        self.heard.emit()


def test_replies_arrive_in_the_windows_thread(qapp, qtbot):
    bridge, listener = Bridge(), Listener()
    bridge.replied.connect(listener.hear)
    told = []

    def answer(request):
        told.append(threading.current_thread())
        yield "answer"

    worker = Worker(answer, bridge.deliver)
    try:
        ticket = worker.submit("tab/slot", Request())
        qtbot.waitUntil(lambda: len(listener.replies) == 2)
    finally:
        assert worker.close()
    assert listener.threads == {threading.main_thread()}
    assert threading.main_thread() not in told
    assert [reply.ticket for reply in listener.replies] == [ticket, ticket]
    assert listener.replies[0].value == "answer"
    assert listener.replies[1].ended


def test_delivering_does_not_wait_for_the_window(qapp, qtbot):
    """A queued reply must not hold the worker up while the window is busy."""
    bridge, listener = Bridge(), Listener()
    bridge.replied.connect(listener.hear)
    thread = threading.Thread(target=bridge.deliver, args=(Reply(1, "tab/slot", "answer", 0.0),))
    thread.start()
    thread.join()  # no event has been processed here meanwhile
    assert listener.replies == []
    qtbot.waitUntil(lambda: len(listener.replies) == 1)


def test_signals_lose_no_reference_of_pythons_singletons(qapp):
    """PySide6 6.12.0 lost one of True for each emit and one of None for each call, below Python 3.12."""
    bridge, listener = Bridge(), Listener()
    bridge.replied.connect(listener.hear)
    before = sys.getrefcount(True), sys.getrefcount(None)
    for _ in range(MANY):
        bridge.replied.emit(None)
        listener.replies.clear()
    lost = before[0] - sys.getrefcount(True), before[1] - sys.getrefcount(None)
    assert max(lost) < MANY // 50, lost


def test_a_reply_to_a_window_that_has_gone_is_dropped(qapp):
    bridge = Bridge()
    delete(bridge)
    bridge.deliver(Reply(1, "tab/slot", "answer", 0.0))
