import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from genplay.ui import text


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (text.nats(-80.1312), "−80.13"),
        (text.nats(1.3235, 3), "1.323"),
        (text.nats(-0.001), "0.00"),
        (text.nats(-12345.678), "−12,345.68"),
        (text.bits(0.14748), "0.1475"),
        (text.prob(0.2919), "0.292"),
        (text.count(10000), "10,000"),
        (text.brief(99999.5, 1), "99,999.5"),
        (text.brief(100000.0, 0), "1 × 10⁵"),
        (text.brief(-2.5e7, 0), "−2.5 × 10⁷"),
        (text.brief(math.inf, 0), "∞"),
        (text.count(-7), "−7"),
        (text.nats(-math.inf), "−∞"),
        (text.nats(math.nan), "not a number"),
        (text.number(1234.5, 0), "1,234"),
        (text.percent(0.0472), "4.7 %"),
        (text.percent(0.0125, 2), "1.25 %"),
        (text.percent(1.0), "100.0 %"),
        (text.power(236), "10²³⁶"),
        (text.power(-4), "10⁻⁴"),
        (text.superscript(0), "⁰"),
        (text.superscript(1234567890), "¹²³⁴⁵⁶⁷⁸⁹⁰"),
        (text.superscript(-12), "⁻¹²"),
        (text.large(10**8 - 1), "99,999,999"),
        (text.large(10**8), "1.00 × 10⁸"),
        (text.share(0.614), "0.614"),
        (text.share(0.01181), "0.0118"),
        (text.share(1.0), "1"),
        (text.share(0.0), "0"),
        (text.share(0.99999), "1.000"),
        (text.share(1.83e-4), "1.83 × 10⁻⁴"),
        (text.share(9.999e-4), "0.00100"),
        (text.large(4095), "4,095"),
        (text.large(256**3 - 1), "16,777,215"),
        (text.large(2**784 - 1), "1.02 × 10²³⁶"),
        (text.large(10**9 - 1), "1.00 × 10⁹"),
        (text.large(2**28), "2.68 × 10⁸"),
    ],
)
def test_numbers_are_written_as_on_the_blackboard(written, expected):
    assert written == expected


@given(st.floats(allow_nan=False, allow_infinity=False, min_value=-1e9, max_value=1e9))
def test_what_is_written_can_be_read_back(value):
    written = text.nats(value)
    assert "-" not in written
    assert float(written.replace(text.MINUS, "-").replace(",", "")) == pytest.approx(value, abs=0.0051)
