"""What is seen of avatars has a name, in the order in which it is told."""

from genplay.data.avatars import spec
from genplay.families.avatars import VALUES


def test_each_attribute_has_its_names_in_their_order():
    hair, others = VALUES[:4], VALUES[4:]
    colours = [name.split("_")[0] for name in spec.ATTRIBUTES[:4]]
    assert [name.split()[0] for name in hair] == colours
    told = ["Long hair", "Glasses", "Beard", "Smiling", "Hat", "Earrings"]
    assert list(others[1::2]) == told
    assert [name.replace("_", " ").lower() for name in spec.ATTRIBUTES[4:]] == [
        name.lower().replace("glasses", "eyeglasses") for name in told
    ]
    assert len(VALUES) == len(set(VALUES)) == 16
