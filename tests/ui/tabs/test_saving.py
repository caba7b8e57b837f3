import pytest
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from genplay.errors import UserError
from genplay.ui.tabs import saving


class Sayer(QWidget):
    """A tab as far as saving knows it."""

    said = Signal(str, str)


@pytest.fixture
def tab(qtbot):
    made = Sayer()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def answer(monkeypatch):
    """Answer the dialog with a path; return what it was asked."""
    asked = []

    def reply(path):
        def ask(_parent, title, name, kinds):
            asked.append((title, name, kinds))
            return str(path), ""

        monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
        return asked

    return reply


def heard(tab):
    notices = []
    tab.said.connect(lambda kind, words: notices.append((kind, words)))
    return notices


def test_it_asks_writes_and_says_so(tab, answer, tmp_path):
    asked, notices = answer(tmp_path / "mine.csv"), heard(tab)
    saving.save(tab, "Save the numbers", "counts.csv", lambda path: path.write_text("1"))
    assert asked == [("Save the numbers", "counts.csv", "Files (*.csv)")]
    assert (tmp_path / "mine.csv").read_text() == "1"
    assert notices == [("info", "mine.csv is saved.")]


def test_it_adds_the_ending(tab, answer, tmp_path):
    answer(tmp_path / "mine")
    notices = heard(tab)
    saving.save(tab, "Save", "picture.png", lambda path: path.write_text("1"))
    assert [path.name for path in tmp_path.iterdir()] == ["mine.png"]
    assert notices == [("info", "mine.png is saved.")]


def test_a_change_of_mind_writes_and_says_nothing(tab, answer):
    answer("")
    notices, written = heard(tab), []
    saving.save(tab, "Save", "picture.png", written.append)
    assert (written, notices) == ([], [])


def test_a_file_that_cannot_be_written_is_a_sentence(tab, answer, tmp_path):
    answer(tmp_path / "mine.png")
    notices = heard(tab)

    def refuse(path):
        raise UserError("There is no space left to write {name}.", name=path.name)

    saving.save(tab, "Save", "picture.png", refuse)
    assert notices == [("error", "There is no space left to write mine.png.")]


def test_what_is_no_file_s_fault_is_not_hidden(tab, answer, tmp_path):
    answer(tmp_path / "mine.png")
    with pytest.raises(ZeroDivisionError):
        saving.save(tab, "Save", "picture.png", lambda _path: 1 / 0)
