"""What a scene says of itself."""

from genplay.families.infogan import in_order
from tests.ui.tabs.infogan import made


def test_the_digits_are_those_of_whatever_is_answered():
    assert made.scene(answered=False).digits == ()
    assert made.scene(answered=False).order == tuple(range(10))
    assert made.scene(answered=False, walled=made.walled()).digits == made.DIGITS
    assert made.scene().order == in_order(made.DIGITS)
    assert made.scene(plain=True).digits == ()


def test_what_is_read_is_none_while_it_is_late():
    assert made.scene().read is not None
    assert made.scene(waiting=frozenset({"read"})).read is None
    assert made.scene(waiting=frozenset({"wall"})).read is not None
