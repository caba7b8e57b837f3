"""The table of 2^20 pictures against counting in plain Python, and what a stroke asks of it, in one run.

Run with ``pytest tests/benchmarks --benchmark-only -s``. The patches are those that come with genplay.
"""

import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from statistics import median

import pytest

from genplay.data.patches import patches
from genplay.engine.answer import Engine
from genplay.families.base import Request
from genplay.families.foundations import FoundationsState
from genplay.pipelines import foundations

LARGEST = FoundationsState().resized(4, 5)
STROKE = 20  # pixels that are flipped one after the other


def counted(bits: list[list[int]]) -> Counter[tuple[int, ...]]:
    return Counter(map(tuple, bits))


def seconds(action: Callable[[], object]) -> float:
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def gaps(steps: Iterator[object]) -> Iterator[float]:
    """Yield how long each step took."""
    before = time.perf_counter()
    for _ in steps:
        now = time.perf_counter()
        yield now - before
        before = now


def stroke() -> Iterator[Request]:
    """Yield what a stroke asks, pixel by pixel."""
    state = LARGEST
    for pixel in range(STROKE):
        state = replace(state, drawing=state.drawing.flipped(pixel))
        yield from state.requests().values()


@pytest.mark.benchmark(group="table of 20 pixels")
def test_the_largest_table_and_a_stroke(benchmark):
    bits = patches().tolist()
    slow = median(seconds(lambda: counted(bits)) for _ in range(5))

    def build() -> list[float]:
        foundations._tables.clear()
        return list(gaps(Engine().answer(LARGEST.requests()["models"])))

    steps = benchmark(build)
    engine = Engine()
    followed = [seconds(lambda request=request: engine.last(request)) for request in stroke()]
    print(
        f"\nbuilt in {1e3 * sum(steps):.1f} ms, longest step {1e3 * max(steps):.1f} ms, "
        f"in plain Python {1e3 * slow:.1f} ms; a question of a stroke takes {1e3 * median(followed):.2f} ms, "
        f"the slowest {1e3 * max(followed):.2f} ms"
    )
