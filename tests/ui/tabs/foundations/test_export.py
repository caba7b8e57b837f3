import numpy as np
import pytest

from genplay.families.foundations import SIZES, FoundationsState
from genplay.ui.tabs.foundations import export

PAIR = {"a": 1, "b": 9, "given": ((5, 1),)}


def table(rows):
    """The rows by the names of the columns."""
    names, *rest = rows
    assert all(len(row) == len(names) for row in rest)
    return [dict(zip(names, row, strict=True)) for row in rest]


def test_the_chain_row_by_row_as_counted_by_hand(scene, data):
    made = scene(order="spiral", cursor=3)
    rows, flat = table(export.chain(made.factors)), made.state.drawing.flat()
    kept = np.ones(len(data), bool)
    for place, (row, pixel) in enumerate(zip(rows, made.sequence, strict=True)):
        before = kept.sum()
        kept &= data[:, pixel] == flat[pixel]
        assert (row["order"], row["row"], row["column"]) == (place + 1, pixel // 4 + 1, pixel % 4 + 1)
        assert (row["x"], row["patches_before"], row["patches_after"]) == (flat[pixel], before, kept.sum())
        assert float(row["p"]) == kept.sum() / before
        assert float(row["product"]) == kept.sum() / 60_000
    assert len(rows) == 12


def test_a_factor_without_a_condition_has_no_p_and_the_product_stays_0(scene, checkerboard):
    rows = table(export.chain(scene(drawing=checkerboard(3, 4), cursor=12).factors))
    assert [row["p"] == "" for row in rows] == [row["patches_before"] == 0 for row in rows]
    assert sum(row["p"] == "" for row in rows) == 4
    assert {row["product"] for row in rows[7:]} == {"0"}
    assert "nan" not in str(rows).lower()


@pytest.mark.parametrize("reach", [1, 4, 8])
def test_the_counts_of_every_n_are_written_in_full(reach):
    rows = table(export.counts(FoundationsState(reach=reach)))
    assert [row["pixels"] for row in rows] == list(range(1, 785))
    for row in rows:
        n = row["pixels"]
        arn = sum(2 ** min(i, reach) for i in range(n))
        expected = {"states": 2**n, "table": 2**n - 1, "markov": 2 * n - 1, "independent": n}
        assert row == {"pixels": n, **expected, f"arn_{reach}": arn}
    assert len(str(rows[-1]["states"])) == 237


def test_bayes_as_counted_by_hand(scene, data):
    rows = {row["probability"]: row for row in table(export.bayes(scene(**PAIR).answer))}
    a, b, c = data[:, 1] == 1, data[:, 9] == 1, data[:, 5] == 1
    every = np.ones(len(data), bool)
    expected = {
        "p(A=1)": (a, every),
        "p(B=1)": (b, every),
        "p(A=1|B=1)": (a, b),
        "p(B=1|A=1)": (b, a),
        "p(A=1|C)": (a, c),
        "p(B=1|C)": (b, c),
        "p(A=1|B=1,C)": (a, b & c),
        "p(B=1|A=1,C)": (b, a & c),
    }
    for name, (event, condition) in expected.items():
        row, count, of = rows[name], (event & condition).sum(), condition.sum()
        assert (row["patches"], row["of"], float(row["p"])) == (count, of, count / of)
    turned = float(rows["p(B=1|A=1,C) p(A=1|C) / p(B=1|C)"]["p"])
    assert turned == pytest.approx(float(rows["p(A=1|B=1,C)"]["p"]), rel=1e-12)
    assert len(rows) == len(expected) + 3


def information(a, b):
    """I(A; B) in bits, from its definition."""
    pairs = [(np.mean((a == i) & (b == j)), np.mean(a == i), np.mean(b == j)) for i in (0, 1) for j in (0, 1)]
    return sum(p * np.log2(p / (pa * pb)) for p, pa, pb in pairs if p)


def test_the_information_is_that_of_its_definition(scene, data):
    rows = {row["probability"]: row for row in table(export.bayes(scene(**PAIR).answer))}
    a, b, c = data[:, 1], data[:, 9], data[:, 5]
    here = {value: information(a[c == value], b[c == value]) for value in (0, 1)}
    mean = sum(here[value] * np.mean(c == value) for value in (0, 1))
    assert float(rows["I(A;B|C=c) bits"]["p"]) == pytest.approx(here[1], abs=1e-12)
    assert float(rows["I(A;B|C) bits"]["p"]) == pytest.approx(mean, abs=1e-12)


def test_what_never_happened_has_no_p(scene, data):
    given = never(data)
    rows = {row["probability"]: row for row in table(export.bayes(scene(a=0, b=11, given=given).answer))}
    for name in ("p(A=1|C)", "p(B=1|C)", "p(A=1|B=1,C)", "p(B=1|A=1,C)"):
        assert (rows[name]["patches"], rows[name]["of"], rows[name]["p"]) == (0, 0, "")
    assert rows["I(A;B|C=c) bits"]["p"] == ""
    assert float(rows["I(A;B|C) bits"]["p"]) >= 0


def never(data):
    """Values of all but the first and the last pixel that no patch has together."""
    seen = {tuple(row) for row in data[:, 1:11].tolist()}
    wanted = next(v for v in np.ndindex(*(2,) * 10) if v not in seen)
    return tuple((pixel + 1, value) for pixel, value in enumerate(wanted))


@pytest.mark.parametrize("size", SIZES)
def test_every_size_has_its_rows(scene, checkerboard, size):
    made = scene(drawing=checkerboard(*size), cursor=0, a=0, b=1, given=())
    rows = table(export.chain(made.factors))
    assert len(rows) == size[0] * size[1]
    assert (rows[-1]["row"], rows[-1]["column"]) == size
