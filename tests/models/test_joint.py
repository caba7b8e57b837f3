"""The table and what is fitted to it: exact identities, against counting patch by patch."""

from decimal import Decimal, localcontext
from fractions import Fraction
from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from genplay.models import joint
from genplay.models.joint import Joint

data = arrays.arrays(np.uint8, st.tuples(st.integers(1, 30), st.integers(2, 6)), elements=st.integers(0, 1))
DATA = (np.random.default_rng(0).random((400, 6)).cumsum(1) % 1 < 0.4).astype(np.uint8)  # neighbours depend
EVERY = np.arange(64)


def chance(patches, condition, event):
    """Count patch by patch; None where the condition never happens. Both are {pixel: value}."""
    meets = [patch for patch in patches.tolist() if all(patch[i] == v for i, v in condition.items())]
    if not meets:
        return None
    return Fraction(sum(all(patch[i] == v for i, v in event.items()) for patch in meets), len(meets))


def literal(patches, picture, reach):
    """Multiply the conditionals of AR-N, each counted patch by patch; None once one has no condition."""
    found = Fraction(1)
    for i, value in enumerate(picture):
        seen = {j: picture[j] for j in range(max(0, i - reach), i)}
        factor = chance(patches, seen, {i: value})
        if factor is None:
            return None, found
        found *= factor
    return found, found


def number(picture):
    return int("".join(map(str, picture)), 2)


@given(data)
def test_a_picture_is_a_number_and_back(bits):
    numbers = joint.codes(bits)
    assert numbers.tolist() == [number(picture) for picture in bits.tolist()]
    assert (joint.pixels(numbers, bits.shape[1]) == bits).all()


@given(data)
def test_the_table_counts_every_patch_once(bits):
    table = joint.joint_of(bits)
    n = bits.shape[1]
    assert table.total == len(bits) == table.counts.sum()
    for picture in product((0, 1), repeat=n):
        assert table.counts[number(picture)] == sum(patch == list(picture) for patch in bits.tolist())
    assert sum(Fraction(int(count), table.total) for count in table.counts) == 1
    assert sum(table.prob(code) for code in range(1 << n)) == pytest.approx(1, abs=1e-12)


@pytest.mark.parametrize(
    ("n", "counts"),
    [
        (2, np.zeros(4, np.int64)),
        (2, np.ones(8, np.int64)),
        (2, np.array([2, -1, 1, 1])),
        (0, np.ones(1, np.int64)),
        (21, np.ones(1 << 21, np.int64)),
    ],
)
def test_what_is_no_table_is_refused(n, counts):
    with pytest.raises(ValueError, match="table"):
        Joint(n, counts)


def test_twenty_pixels_are_counted():
    numbers = np.random.default_rng(0).integers(0, 1 << 20, 60_000)
    table = joint.joint_of(joint.pixels(numbers, 20))
    assert (table.total, table.counts.size) == (60_000, 1 << 20)
    assert (table.states == np.unique(numbers)).all()


@given(data, st.data())
def test_the_chain_rule_lands_on_the_table_in_every_order(bits, drawn):
    """Exactly, in fractions, and in float64 to its last digits."""
    n = bits.shape[1]
    table = joint.joint_of(bits)
    picture = drawn.draw(st.integers(0, (1 << n) - 1) | st.sampled_from(joint.codes(bits).tolist()))
    order = drawn.draw(st.permutations(range(n)))
    counts = table.chain(picture, order)
    pixels = joint.pixels(np.array([picture]), n)[0].tolist()
    exact, rounded = Fraction(1), 1.0
    for step, (agree, matching) in enumerate(pairwise(counts)):
        condition = {pixel: pixels[pixel] for pixel in order[:step]}
        found = chance(bits, condition, {order[step]: pixels[order[step]]})
        if not agree:
            assert found is None
            assert exact == 0
            break
        assert found == Fraction(matching, agree)
        exact, rounded = exact * found, rounded * (matching / agree)
    assert exact == Fraction(int(table.counts[picture]), table.total)
    assert rounded == pytest.approx(table.prob(picture), rel=1e-12)


@given(data, st.integers(0, 6))
def test_a_fit_is_what_direct_counting_gives(bits, reach):
    """Independent is N = 0 and Markov N = 1; every picture is asked, also those with unseen contexts."""
    n = bits.shape[1]
    model = joint.fit(joint.joint_of(bits), reach)
    found = model.probs(np.arange(1 << n))
    for picture in product((0, 1), repeat=n):
        whole, until = literal(bits, picture, reach)
        if whole is None:  # what is undefined comes after a factor of 0
            assert until == 0
        assert found[number(picture)] == pytest.approx(float(whole or 0), rel=1e-12, abs=0)
    assert found.sum() == pytest.approx(1, abs=1e-12)


@given(data)
def test_independent_pixels_are_the_shares_of_ink(bits):
    model = joint.fit(joint.joint_of(bits), 0)
    ink = bits.mean(0)
    for picture in product((0, 1), repeat=bits.shape[1]):
        expected = np.prod(np.where(picture, ink, 1 - ink))
        assert model.prob(number(picture)) == pytest.approx(expected, rel=1e-9, abs=1e-15)


@given(data)
def test_the_longest_reach_is_the_table(bits):
    table = joint.joint_of(bits)
    model = joint.fit(table, bits.shape[1] - 1)
    every = np.arange(1 << bits.shape[1])
    np.testing.assert_allclose(model.probs(every), table.counts / table.total, rtol=1e-12, atol=0)


@given(data, st.integers(0, 6))
def test_no_patch_is_impossible_and_nothing_is_nan(bits, reach):
    table = joint.joint_of(bits)
    model = joint.fit(table, reach)
    assert (model.probs(table.states) > 0).all()
    assert np.isfinite(model.probs(np.arange(1 << table.n))).all()


def test_a_picture_with_an_unseen_context_has_probability_zero():
    """No patch has ink at 1 and at 2: pixel 3 has no condition, but the product is 0 by then."""
    bits = np.array([[1, 0, 0], [0, 1, 1], [1, 0, 1]], np.uint8)
    model = joint.fit(joint.joint_of(bits), 2)
    assert model.seen[2].tolist() == [0, 1, 2, 0]
    assert (model.prob(0b110), model.prob(0b111), model.prob(0b000)) == (0.0, 0.0, 0.0)


@given(data)
def test_structure_costs_information_and_more_reach_less(bits):
    table = joint.joint_of(bits)
    found = [joint.divergence(table, joint.fit(table, reach)) for reach in range(table.n)]
    assert all(kl >= 0 for kl in found)
    assert all(more <= less + 1e-12 for less, more in pairwise(found))
    assert found[-1] == pytest.approx(0, abs=1e-12)
    assert joint.divergence(table, table) == 0.0


def test_the_divergence_is_that_of_the_book():
    table = joint.joint_of(DATA)
    for reach in (0, 1, 2):
        model = joint.fit(table, reach)
        p, q = table.counts / table.total, model.probs(EVERY)
        expected = sum(a * np.log2(a / b) for a, b in zip(p, q, strict=True) if a)
        assert joint.divergence(table, model) == pytest.approx(expected, rel=1e-12)
        assert expected > 0.01
    assert table.entropy == pytest.approx(-sum(a * np.log2(a) for a in p if a), rel=1e-12)


def test_a_picture_that_another_table_lacks_is_infinitely_far():
    near, far = joint.joint_of(DATA), joint.joint_of(DATA[:1])
    assert joint.divergence(near, far) == np.inf


@pytest.mark.parametrize("reach", [None, 0, 1, 3])
def test_samples_come_as_often_as_the_model_says(reach):
    """Chi-square of 100,000 samples: its mean is the degrees of freedom, its deviation sqrt(2 of them)."""
    table = joint.joint_of(DATA)
    model = table if reach is None else joint.fit(table, reach)
    p = table.counts / table.total if reach is None else model.probs(EVERY)
    found = np.bincount(model.sample(100_000, np.random.default_rng(1)), minlength=64)
    assert (found[p == 0] == 0).all()
    expected = 100_000 * p[p > 0]
    degrees = len(expected) - 1
    assert ((found[p > 0] - expected) ** 2 / expected).sum() < degrees + 5 * np.sqrt(2 * degrees)


@pytest.mark.parametrize("reach", [None, 0, 2])
def test_the_same_seed_draws_the_same_pictures(reach):
    table = joint.joint_of(DATA)
    model = table if reach is None else joint.fit(table, reach)
    drawn = [model.sample(20, np.random.default_rng(seed)).tolist() for seed in (3, 3, 4)]
    assert drawn[0] == drawn[1] != drawn[2]


@given(data, st.data())
def test_counts_under_a_condition_are_those_of_the_patches(bits, drawn):
    table, n = joint.joint_of(bits), bits.shape[1]
    a, b, *rest = drawn.draw(st.permutations(range(n)))
    known = rest[: drawn.draw(st.integers(0, len(rest)))]
    given_values = [(pixel, drawn.draw(st.integers(0, 1))) for pixel in known]
    meets = [patch for patch in bits.tolist() if all(patch[i] == v for i, v in given_values)]
    assert table.count(given_values) == len(meets)
    found = table.pair(a, b, given_values)
    for x, y in product((0, 1), repeat=2):
        assert found[x, y] == sum((patch[a], patch[b]) == (x, y) for patch in meets)
    tables = table.pairs(a, b, known)
    assert (tables.sum(0) == table.pair(a, b)).all()
    assert len(tables) == len({tuple(patch[i] for i in known) for patch in bits.tolist()})
    if meets:
        assert any((one == found).all() for one in tables)


counts = st.integers(0, 60_000)
tables = st.tuples(counts, counts, counts, counts).filter(any).map(lambda t: np.array(t).reshape(1, 2, 2))
factors = st.tuples(st.integers(0, 200), st.integers(0, 200)).filter(any)


@given(tables)
def test_information_is_that_of_the_book(table):
    p = table[0] / table.sum()
    rows, columns = p.sum(1), p.sum(0)
    expected = sum(
        p[a, b] * np.log2(p[a, b] / (rows[a] * columns[b])) for a, b in product((0, 1), repeat=2) if p[a, b]
    )
    assert joint.information(table)[0] == pytest.approx(expected, rel=1e-7, abs=1e-13)


@given(tables)
def test_information_is_zero_exactly_when_the_table_factorises(table):
    (found,), (independent,) = joint.information(table), joint.independent(table)
    ((n00, n01), (n10, n11)) = table[0].tolist()
    assert independent == (n11 * (n00 + n01 + n10 + n11) == (n10 + n11) * (n01 + n11))
    assert (found == 0) == independent
    assert found >= 0


@given(factors, factors)
def test_a_table_made_of_two_factors_has_no_information(rows, columns):
    table = np.multiply.outer(rows, columns)[None]
    assert joint.independent(table)[0]
    assert joint.information(table)[0] == 0.0


def precise_information(table):
    """Return I(A; B) in bits as the book has it, with 50 digits."""
    with localcontext(prec=50):
        total, columns = Decimal(sum(map(sum, table))), [sum(column) for column in zip(*table, strict=True)]
        terms = [
            count / total * (count * total / (sum(row) * columns[b])).ln()
            for row in table
            for b, count in enumerate(map(Decimal, row))
        ]
        return float(sum(terms) / Decimal(2).ln())


def test_the_least_dependence_is_more_than_none():
    """Where n11 n00 - n10 n01 is 1: in the logarithm of the book it would drown."""
    table = np.array([[[15_000, 15_000], [15_000, 15_000]], [[15_000, 14_999], [15_001, 15_000]]])
    assert joint.independent(table).tolist() == [True, False]
    zero, least = joint.information(table)
    assert zero == 0.0
    assert least == pytest.approx(precise_information(table[1].tolist()), rel=1e-9, abs=0)


def test_two_pixels_that_are_the_same_tell_a_bit():
    assert joint.information(np.array([[[7, 0], [0, 7]]]))[0] == pytest.approx(1.0, rel=1e-15)
    assert joint.information(np.array([[[0, 7], [7, 0]]]))[0] == pytest.approx(1.0, rel=1e-15)


@given(data)
def test_in_a_markov_chain_the_ends_are_independent_given_the_middle(bits):
    """A table made of three factors, in whole numbers: c(a, m, b) = r(a, m) s(m, b)."""
    first, second = joint.joint_of(bits[:, :2]).counts, joint.joint_of(bits[:, -2:]).counts
    made = np.einsum("am,mb->amb", first.reshape(2, 2), second.reshape(2, 2))
    if made.any():
        table = Joint(3, made.ravel().astype(np.int64))
        found = table.pairs(0, 2, [1])
        assert joint.independent(found).all()
        assert (joint.information(found) == 0).all()
