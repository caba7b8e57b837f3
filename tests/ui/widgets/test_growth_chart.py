import math
import random

import pytest
from PySide6.QtCore import QPointF, QRectF

from genplay.ui.widgets.growth_chart import Chart, Growth, Reference

AREA = QRectF(168, 6, 716, 51)
TABLE = Growth("full table", "orange", [math.log10(2**n - 1) for n in range(1, 785)])
CHAIN = Growth("Markov", "blue", [math.log10(2 * n - 1) for n in range(1, 785)])
SHORT = Growth("short", "blue", [50.0, 90.0, 70.0])
ATOMS = Reference("atoms", 80.0)
KINDS = {
    "a table and a chain": ([TABLE, CHAIN], [ATOMS]),
    "a chain below a reference": ([CHAIN], [ATOMS]),
    "lines below 1": ([Growth("less", "blue", [-3.0, -2.0, 0.5, 0.2])], []),
    "a line that ends early": ([TABLE, SHORT], []),
    "nothing": ([], []),
    "a line without points": ([Growth("none", "blue", [])], [ATOMS]),
}


def literal(lines, references, end, area):
    """Where each n of each line is, all worked out anew for every point."""

    def place(n, exponent):
        values = [value for line in lines for value in line.exponents[:end]]
        highest = max([*values, *(one.exponent for one in references), 1])
        up = max(exponent, 0) / highest * area.height()
        return QPointF(area.left() + n / end * area.width(), area.bottom() - up)

    return [[place(n, value) for n, value in enumerate(line.exponents[:end], 1)] for line in lines]


def chart(end=320, area=AREA, lines=(TABLE, CHAIN), references=(ATOMS,)):
    return Chart(lines, references, end, area)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("end", [1, 3, 60, 320])
def test_every_point_is_where_the_literal_reference_has_it(kind, end):
    lines, references = KINDS[kind]
    paths = chart(end, AREA, lines, references).paths
    wanted = literal(lines, references, end, AREA)
    for path, points in zip(paths, wanted, strict=True):
        assert path.size() == len(points)
        for n, point in enumerate(points):
            assert (path.at(n).x(), path.at(n).y()) == pytest.approx((point.x(), point.y()))


@pytest.mark.parametrize("width", [1, 40, 716, 783, 784, 3000])
def test_there_is_a_point_a_pixel_at_most_and_all_are_of_the_line(width):
    area = QRectF(20, 6, width, 40)
    path = chart(784, area).paths[0]
    assert min(width, 784) / 2 <= path.size() <= min(width + 1, 784)
    points = [(path.at(i).x(), path.at(i).y()) for i in range(path.size())]
    by_n = literal([TABLE], [ATOMS], 784, area)[0]
    for x, y in points:
        n = round((x - 20) / width * 784)
        assert (x, y) == pytest.approx((by_n[n - 1].x(), by_n[n - 1].y()))
    assert points[-1] == pytest.approx((20 + width, 6))
    assert points == sorted(set(points))


def test_a_place_across_is_an_n_and_back():
    made = chart(784)
    assert all(made.n_at(made.x(n)) == n for n in range(1, 785))
    assert (made.n_at(-50), made.n_at(5000)) == (1, 784)


@pytest.mark.parametrize("end", [60, 320, 784])
def test_spans_hold_all_that_a_line_does_between_two_places(end):
    made, chance = chart(end), random.Random(0)
    table, chain = literal([TABLE, CHAIN], [ATOMS], end, AREA)
    for _ in range(50):
        left = chance.uniform(AREA.left() + 20, AREA.right() - 20)
        right = left + chance.uniform(0, 60)
        spans = made.spans(left, right)
        assert spans[0] == (made.dashes[0], made.dashes[0])
        for points, (upper, lower) in zip((table, chain), spans[1:], strict=True):
            inside = [point.y() for point in points if left <= point.x() <= right]
            assert all(upper - 1e-9 <= y <= lower + 1e-9 for y in inside)
            near = [point.y() for point in points if left - 30 <= point.x() <= right + 30]
            assert min(near) <= upper + 1e-9
            assert lower <= max(near) + 1e-9


def test_a_line_that_has_ended_is_in_the_way_of_nothing():
    made = chart(320, AREA, [SHORT], [])
    assert made.spans(AREA.center().x(), AREA.right()) == []
    assert len(made.spans(AREA.left(), AREA.right())) == 1


@pytest.mark.parametrize("high", [78, 240])
@pytest.mark.parametrize("end", [320, 784])
def test_words_keep_off_the_lines_wherever_they_stand(high, end):
    area = QRectF(168, 6, 716, high - 27)
    made = chart(end, area, [TABLE], [])
    points = literal([TABLE], [], end, area)[0]
    for left in range(170, 830, 7):
        base = made.free(left, left + 48, 9, [], 4)
        assert area.top() + 9 <= base <= area.bottom()
        for point in points:
            if left <= point.x() <= left + 48:
                assert point.y() <= base - 9 - 4 or point.y() >= base + 4


def test_words_stand_halfway_up_if_nothing_is_there_and_off_other_words():
    made = chart(320, QRectF(0, 0, 300, 100), [], [])
    assert made.free(20, 60, 9, [], 4) == pytest.approx(50, abs=0.5)
    base = made.free(20, 60, 9, [(30.0, 60.0)], 4)
    assert base <= 26 or base >= 73


def test_words_without_room_are_as_far_from_all_as_can_be():
    made = chart(320, QRectF(0, 0, 300, 20), [], [])
    assert made.free(20, 60, 10, [(0.0, 1.0), (19.0, 20.0)], 9) == pytest.approx(15, abs=1)
    assert made.free(20, 60, 50, [], 4) == 20


def test_a_name_is_under_its_line_and_off_the_dashes():
    made = chart(320)
    at = made.under(made.paths[0], 11, 14, 6)
    assert at.y() - 11 > made.y(TABLE.exponents[made.n_at(at.x()) - 1])
    dashed = chart(320, AREA, [TABLE], [Reference("here", (made.y(0) - at.y() + 5.5) / AREA.height() * 96.3)])
    assert dashed.under(dashed.paths[0], 11, 14, 6).x() > at.x()
