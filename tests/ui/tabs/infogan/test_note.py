"""A quiet note."""

from genplay.ui import theme
from genplay.ui.tabs.infogan.note import NoteStrip


def test_it_says_its_words_on_a_strip(show, texts):
    note = show(NoteStrip("No label was used."), 204, 60)
    assert texts(note) == ["No label was used."]
    middle = note.grab().toImage().pixelColor(note.width() - 6, note.height() // 2)
    assert middle == theme.current().color("strip")
    note.set_words("They mean nothing.")
    assert texts(note) == ["They mean nothing."]
