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
