import pytest

from genplay.ui.widgets.key import Key


@pytest.fixture
def key(show):
    widget = Key()
    widget.set_entries([("ink", "kept exactly"), ("blue", "sampled")])
    return show(widget)


def test_each_entry_has_a_swatch_of_its_tone(key, look):
    picture, middle = look(key), key.height() // 2
    line = [picture(x, middle) for x in range(key.width())]
    assert line[1:9] == ["#161b26"] * 8
    start = line.index("#1c5fc0")
    assert line[start : start + 10] == ["#1c5fc0"] * 10


def test_the_tint_of_a_context_is_outlined_in_accent(key, look):
    key.set_entries([("context", "what the model has read")])
    picture, middle = look(key), key.height() // 2
    assert picture(0, middle) == "#5a42cf"
    assert picture(5, middle) not in ("#5a42cf", "#ffffff")


def test_paper_is_seen_by_its_edge(key, look):
    key.set_entries([("paper", "paper")])
    assert look(key)(0, key.height() // 2) == "#848da0"
    assert look(key)(5, key.height() // 2) == "#ffffff"


def test_its_words_are_spoken_and_its_size_follows_them(key):
    assert key.accessibleName() == "kept exactly, sampled"
    wide = key.sizeHint().width()
    key.set_entries([])
    assert key.sizeHint().width() == 0 < wide
