"""The name of a number."""

from genplay.ui.tabs.infogan.number_name import NumberName


def test_a_meaning_stands_behind_the_name_and_takes_no_room_before_it_is_known(show, texts):
    name = show(NumberName("info_c2"), 120, 20)
    narrow = name.sizeHint().width()
    assert not [said for said in texts(name) if said]
    name.set_meaning("slant")
    assert "slant" in texts(name)
    assert name.sizeHint().width() > narrow + 10
    name.set_meaning("")
    assert name.sizeHint().width() == narrow
