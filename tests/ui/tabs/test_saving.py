import pytest
from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter
from PySide6.QtSvg import QSvgRenderer
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


class Plot(QWidget):
    """A line from corner to corner."""

    def paintEvent(self, event):
        with QPainter(self) as painter:
            painter.drawLine(0, 0, self.width(), self.height())


@pytest.fixture
def plot(qtbot):
    made = Plot()
    qtbot.addWidget(made)
    made.resize(200, 100)
    made.setAccessibleName("Bound against k")
    return made


def test_a_plot_is_written_as_lines_with_its_name(plot, tmp_path):
    saving.save_svg(tmp_path / "plot.svg", plot)
    written = (tmp_path / "plot.svg").read_text()
    assert 'viewBox="0 0 200 100"' in written
    assert "<title>Bound against k</title>" in written
    assert "<image" not in written
    assert QSvgRenderer(str(tmp_path / "plot.svg")).isValid()


def test_a_plot_that_cannot_be_written_leaves_what_was_there(plot, tmp_path):
    (tmp_path / "plot.svg").mkdir()
    with pytest.raises(UserError):
        saving.save_svg(tmp_path / "plot.svg", plot)
    assert [path.name for path in tmp_path.iterdir()] == ["plot.svg"]
