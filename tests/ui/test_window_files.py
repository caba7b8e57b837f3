import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage, QPixmap
from PySide6.QtWidgets import QFileDialog, QWidget

from genplay.engine import session as sessions
from genplay.errors import UserError
from genplay.ui import window_files


@pytest.fixture
def asked(monkeypatch):
    """The dialogs, as (title, suggestion, kinds); the answer to the next ones is in ``answer``."""

    class Asked(list):
        answer = ""

    asked = Asked()

    def dialog(_parent, title, suggestion, kinds):
        asked.append((title, suggestion, kinds))
        return str(asked.answer), kinds

    monkeypatch.setattr(QFileDialog, "getOpenFileName", dialog)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", dialog)
    return asked


def test_a_session_is_saved_changed_and_opened_the_same(screen, asked, tmp_path):
    asked.answer = tmp_path / "lesson"
    screen.key("H")
    kept = screen.state
    screen.key("Ctrl+S")
    assert asked[-1] == ("Save session", "session.genplay", "genplay sessions (*.genplay)")
    assert screen.toasts == ["lesson.genplay is saved."]
    screen.key("N")
    screen.key("End")
    assert screen.state != kept
    asked.answer = tmp_path / "lesson.genplay"
    screen.key("Ctrl+O")
    assert screen.state == kept
    screen.settle()
    assert screen.tab.result.drawing == kept.drawing
    assert sessions.read(tmp_path / "lesson.genplay") == screen.window.session()


def test_opening_takes_pictures_too(screen, asked, tmp_path):
    picture = QImage(QSize(50, 50), QImage.Format.Format_Grayscale8)
    picture.fill(QColor("white"))
    picture.save(str(tmp_path / "a.png"))
    asked.answer = tmp_path / "a.png"
    screen.key("Ctrl+O")
    screen.until(lambda: screen.state.source is not None)
    assert "*.genplay" in asked[-1][2]
    assert "*.png" in asked[-1][2]


def test_a_screenshot_shows_the_window(screen, asked, tmp_path):
    asked.answer = tmp_path / "shot.png"
    screen.key("Ctrl+Shift+S")
    assert screen.toasts == ["shot.png is saved."]
    ratio = screen.window.devicePixelRatioF()
    assert QImage(str(tmp_path / "shot.png")).size() == screen.window.size() * ratio


@pytest.mark.parametrize("keys", ["Ctrl+S", "Ctrl+Shift+S"])
def test_a_place_that_cannot_be_written_is_said(screen, asked, tmp_path, keys):
    asked.answer = tmp_path / "missing" / "a"
    screen.key(keys)
    assert len(screen.toasts) == 1
    assert screen.toasts[0].endswith(f"the folder {tmp_path / 'missing'} does not exist.")


@pytest.mark.parametrize("keys", ["Ctrl+S", "Ctrl+Shift+S", "Ctrl+O"])
def test_whoever_changes_their_mind_changes_nothing(screen, asked, tmp_path, keys):
    before = screen.state
    screen.key(keys)
    assert len(asked) == 1
    assert screen.toasts == []
    assert screen.state is before


@pytest.mark.parametrize(
    ("typed", "saved"),
    [("a", "a.png"), ("a.png", "a.png"), ("a.PNG", "a.PNG"), ("a.b", "a.b.png"), ("a.csv", "a.csv.png")],
)
def test_dialogs_add_the_ending_themselves(qtbot, asked, tmp_path, typed, saved):
    parent = QWidget()
    qtbot.addWidget(parent)
    asked.answer = tmp_path / typed
    assert window_files.ask_where(parent, "Save", "a", ".png", "Pictures") == tmp_path / saved


def test_a_picture_is_written_as_a_whole_or_not_at_all(qapp, tmp_path):
    pixmap = QPixmap(20, 10)
    pixmap.fill(QColor("#5a42cf"))
    window_files.save_pixmap(tmp_path / "a.png", pixmap)
    read = QImage(str(tmp_path / "a.png"))
    assert read.size() == QSize(20, 10)
    assert read.pixelColor(3, 3).name() == "#5a42cf"
    (tmp_path / "b.png").mkdir()
    with pytest.raises(UserError, match="a folder of that name is there"):
        window_files.save_pixmap(tmp_path / "b.png", pixmap)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.png", "b.png"]


def test_a_picture_as_png_is_the_same_picture(qapp):
    picture = QImage(7, 5, QImage.Format.Format_RGB32)
    picture.fill(QColor("#123456"))
    read = QImage.fromData(window_files.as_png(picture))
    assert read.convertToFormat(QImage.Format.Format_RGB32) == picture
    assert window_files.as_png(QImage()) == b""
