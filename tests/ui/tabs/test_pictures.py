import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QUrl, Signal
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from genplay.data.pictures import decode_picture
from genplay.errors import UserError
from genplay.families.base import Drawing
from genplay.ui.tabs import pictures

CELLS = np.array([[0, 1, 1, 0], [0, 1, 0, 0], [1, 0, 1, 0]])


@pytest.fixture
def grey():
    return pictures.light(Drawing.of(CELLS))


def test_ink_is_black_on_white_paper(grey):
    assert grey.dtype == np.uint8
    assert (grey == np.where(CELLS, 0, 255)).all()


def test_an_image_has_ten_screen_pixels_a_pixel(qapp, grey):
    image = pictures.image(grey)
    assert (image.width(), image.height()) == (40, 30)
    for corner in (0, 9):
        seen = [
            [image.pixelColor(10 * c + corner, 10 * r + corner).value() for c in range(4)] for r in range(3)
        ]
        assert (np.array(seen) == grey).all()


def test_every_grey_stays_what_it_is(qapp):
    levels = np.arange(256, dtype=np.uint8).reshape(16, 16)
    image = pictures.image(levels, zoom=1)
    assert [image.pixelColor(n % 16, n // 16).value() for n in range(256)] == list(range(256))


@pytest.mark.parametrize("width", [1, 2, 3, 5])
def test_a_row_of_any_length_is_not_sheared(qapp, width):
    grey = np.eye(4, width, dtype=np.uint8) * 255
    image = pictures.image(grey, zoom=1)
    seen = [[image.pixelColor(c, r).value() for c in range(width)] for r in range(4)]
    assert (np.array(seen) == grey).all()


def test_colours_stay_what_they_are(qapp):
    image = pictures.image(np.array([[[1, 2, 3], [40, 50, 60], [7, 8, 9]]], np.uint8), zoom=2)
    assert (image.width(), image.height()) == (6, 2)
    assert image.pixelColor(3, 1).getRgb()[:3] == (40, 50, 60)


def test_the_image_owns_its_memory(qapp, grey):
    first, kept = pictures.image(grey), grey.copy()
    grey[:] = 128
    again = [pictures.image(kept) for _ in range(20)]
    assert all(image == first for image in again)


def test_copied_is_what_others_paste(qapp, grey):
    pictures.copy(grey)
    assert QGuiApplication.clipboard().image().convertToFormat(
        pictures.image(grey).format()
    ) == pictures.image(grey)
    QGuiApplication.clipboard().clear()


def test_a_saved_picture_has_a_pixel_a_pixel(qapp, tmp_path, grey):
    pictures.save(tmp_path / "a.png", grey)
    with Image.open(tmp_path / "a.png") as opened:
        assert (np.asarray(opened.convert("L")) == grey).all()


def test_a_folder_that_is_not_there_is_a_sentence(qapp, tmp_path, grey):
    with pytest.raises(UserError, match="does not exist"):
        pictures.save(tmp_path / "none" / "a.png", grey)


# -- what comes in -------------------------------------------------------------------------------------------


class FakeTab(QWidget):
    said = Signal(str, str)

    def __init__(self):
        super().__init__()
        self.told, self.pasted, self.opened = [], [], []
        self.said.connect(lambda kind, text: self.told.append((kind, text)))

    def open_picture(self, path):
        self.opened.append(path)

    def paste_picture(self, content):
        self.pasted.append(content)


@pytest.fixture
def tab(qtbot):
    made = FakeTab()
    qtbot.addWidget(made)
    yield made
    QGuiApplication.clipboard().clear()


def test_a_pasted_picture_is_given_as_a_file_s_bytes(tab):
    image = QImage(12, 9, QImage.Format.Format_Grayscale8)
    image.fill(0)
    QGuiApplication.clipboard().setImage(image)
    pictures.paste(tab)
    (content,) = tab.pasted
    assert decode_picture(content, "it").ink.shape == (9, 12)


def test_a_pasted_file_is_opened(tab, tmp_path):
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/a.png"), QUrl.fromLocalFile(str(tmp_path / "a.png"))])
    QGuiApplication.clipboard().setMimeData(data)
    pictures.paste(tab)
    assert tab.opened == [tmp_path / "a.png"]


def test_a_page_of_the_web_is_no_picture(tab):
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/a.png")])
    QGuiApplication.clipboard().setMimeData(data)
    pictures.paste(tab)
    assert tab.told == [("info", "There is no picture in the clipboard.")]


def test_the_dialog_offers_every_kind_that_can_be_read(tab, monkeypatch):
    offered = []

    def dialog(_parent, _title, _where, kinds):
        offered.append(kinds)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", dialog)
    pictures.ask(tab)
    for ending in ("png", "jpg", "jpeg", "webp", "bmp", "gif"):
        assert f"*.{ending}" in offered[0]
    assert tab.opened == []
