"""What the avatar maker says."""

from genplay.data.avatars.spec import FIELDS
from genplay.ui.tabs.stargan import maker_words


def test_every_field_and_value_has_words():
    for name in maker_words.CHOICES:
        assert maker_words.field(name)
        said = [maker_words.value(name, str(value)) for value in FIELDS[name]]
        assert len(set(said)) == len(FIELDS[name])
    assert [maker_words.field(name) for name in maker_words.SWITCHES][:2] == ["Long hair", "Eyeglasses"]
    assert {*maker_words.NAMES} == {*maker_words.CHOICES, *maker_words.SWITCHES}


def test_skin_is_never_named():
    assert maker_words.value("skin", "3") == "Tone 3"
