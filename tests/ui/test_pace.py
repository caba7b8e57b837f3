"""A pace calls at once, skips what is overtaken, and never loses the last call."""

from PySide6.QtCore import QObject

from genplay.ui.pace import Pace


def test_the_first_call_is_made_at_once_and_the_last_is_never_lost(qtbot):
    calls = []
    owner = QObject()
    pace = Pace(owner)
    for number in range(10):
        pace.call(lambda number=number: calls.append(number))
    assert calls == [0]
    qtbot.waitUntil(lambda: calls == [0, 9])


def test_after_a_rest_a_call_is_made_at_once_again(qtbot):
    calls = []
    owner = QObject()
    pace = Pace(owner)
    pace.call(lambda: calls.append("a"))
    qtbot.waitUntil(lambda: not pace.resting)
    pace.call(lambda: calls.append("b"))
    assert calls == ["a", "b"]


def test_a_slower_pace_waits_longer_and_loses_nothing(qtbot):
    calls, owner = [], QObject()
    slow, usual = Pace(owner, 400), Pace(owner)
    for pace, name in ((slow, "slow"), (usual, "usual")):
        for number in range(3):
            pace.call(lambda name=name, number=number: calls.append((name, number)))
    qtbot.waitUntil(lambda: len(calls) == 4)
    assert calls == [("slow", 0), ("usual", 0), ("usual", 2), ("slow", 2)]
