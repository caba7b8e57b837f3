"""Words that are cut where they have no room."""

from genplay.ui.tabs.stargan.cut_label import CutLabel


def test_words_are_cut_and_said_in_full_where_the_pointer_rests(show):
    label = show(CutLabel("caption"), 60, 20)
    label.set_words("Avatar composed by hand")
    assert label.text().endswith("…")
    assert label.toolTip() == label.words() == label.accessibleName() == "Avatar composed by hand"
    label.resize(300, 20)
    assert label.text() == "Avatar composed by hand"
    assert label.toolTip() == ""
    assert label.minimumSizeHint().width() == 0


def test_where_there_is_little_room_few_words_are_said(show):
    label = show(CutLabel("caption"), 300, 20)
    label.set_words("Drawn from its specification", "As specified")
    assert label.text() == label.words() == "Drawn from its specification"
    label.resize(90, 20)
    assert label.text() == "As specified"
    assert label.toolTip() == label.words() == label.accessibleName() == "Drawn from its specification"
    label.resize(30, 20)
    assert label.text().endswith("…")
    label.resize(300, 20)
    assert (label.text(), label.toolTip()) == (label.words(), "")
