"""Numbers as rows."""

import math

import pytest

from genplay.ui.tabs.infogan import export
from tests.ui.tabs.infogan import made


def test_what_is_read():
    head, *rows = export.reading(made.found())
    assert head == ("code", "digit", "value", "probability", "deviation")
    assert [row[1] for row in rows[:10]] == list(range(10))
    assert [row[2] for row in rows[:10]] == [1, 3, 4, 0, 5, 6, 7, 8, 9, 2]
    assert float(rows[2][3]) == pytest.approx(0.91)
    assert rows[10] == ("c2", "", "0.5", "", "0.25")
    assert rows[11] == ("c3", "", "-1.25", "", "0.5")
    assert {row[1] for row in list(export.reading(made.found(digits=())))[1:]} == {""}


def test_ledgers():
    head, *rows = export.ledgers(made.ledger(), None, made.ledger("infogan_plain", 2.31))
    assert [row[0] for row in rows] == ["infogan", "infogan_plain"]
    first = dict(zip(head, rows[0], strict=True))
    assert float(first["information"]) == pytest.approx(math.log(10) - 0.0616)
    assert (first["samples"], first["mse_c3"]) == (2000, "0.25")


def test_the_confusion():
    head, *rows = export.confusion(made.confusion())
    assert len(head) == len(rows[0]) == 12
    assert rows[2][:2] == (4, 2)
    assert (rows[2][2 + 2], rows[2][2 + 8]) == (95, 50)
