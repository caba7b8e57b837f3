from dataclasses import dataclass

from genplay.ui.tabs.memo import Memo


@dataclass(eq=False)
class Result:
    value: int


def test_the_first_call_is_a_change_even_of_nothing():
    assert Memo().changed()
    assert Memo().changed(None)


def test_only_what_differs_is_a_change():
    memo = Memo()
    assert memo.changed(1, "a")
    assert not memo.changed(1, "a")
    assert memo.changed(1, "b")
    assert memo.changed(1, "a")


def test_results_are_compared_by_identity():
    memo, result = Memo(), Result(1)
    assert memo.changed(result)
    assert not memo.changed(result)
    assert memo.changed(Result(1))
    assert memo.changed(None)
