import csv

import numpy as np
import pytest
from PIL import Image
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtWidgets import QLabel

from genplay.data import pictures
from genplay.errors import UserError
from genplay.families.autoregressive import PIXELS, GreyPicture
from genplay.families.base import Drawing
from genplay.ui.tabs.autoregressive import export


@pytest.fixture
def drawing():
    return Drawing.of(np.random.default_rng(3).random((28, 28)) < 0.3)


def test_the_picture_is_ink_on_paper_in_whole_pixels(qapp, drawing):
    image = export.picture(drawing)
    assert (image.width(), image.height()) == (280, 280)
    seen = np.array([[image.pixelColor(10 * c + 9, 10 * r).value() for c in range(28)] for r in range(28)])
    assert (seen == np.where(drawing.pixels(), 0, 255)).all()


def test_the_picture_owns_its_memory(qapp, drawing):
    images = [export.picture(drawing) for _ in range(20)]
    assert all(image == images[0] for image in images)


def test_copied_is_what_others_paste(qapp, drawing):
    export.copy_picture(drawing)
    assert QGuiApplication.clipboard().image().size().width() == 280
    QGuiApplication.clipboard().clear()


def test_a_saved_drawing_is_28_pixels_and_opens_as_the_same(qapp, tmp_path, drawing):
    export.save_picture(tmp_path / "a.png", drawing)
    with Image.open(tmp_path / "a.png") as image:
        assert image.size == (28, 28)
    ink = pictures.fit(pictures.read_picture(tmp_path / "a.png").ink)
    assert Drawing.of(ink >= 128) == drawing


def test_a_view_is_saved_as_it_is_shown(qtbot, tmp_path):
    widget = QLabel()
    widget.setStyleSheet("background: #5a42cf")
    widget.resize(30, 20)
    qtbot.addWidget(widget)
    export.save_view(tmp_path / "a.png", widget)
    assert QImage(str(tmp_path / "a.png")).pixelColor(5, 5) == QColor("#5a42cf")


def test_the_trace_has_every_pixel_and_lands_on_the_score(tmp_path, score, drawing):
    result = score("nade", drawing)
    export.save_trace(tmp_path / "a.csv", [result])
    with (tmp_path / "a.csv").open(newline="", encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream))
    assert list(rows[0]) == [
        *("model", "reads", "order", "row", "column", "x", "p_ink", "log_p", "running_sum")
    ]
    assert len(rows) == PIXELS
    assert [int(row["order"]) for row in rows] == list(range(1, PIXELS + 1))
    assert [int(row["x"]) for row in rows] == drawing.flat().tolist()
    assert (rows[29]["row"], rows[29]["column"]) == ("2", "2")
    p = np.array([float(row["p_ink"]) for row in rows])
    log_p = np.array([float(row["log_p"]) for row in rows])
    running = np.array([float(row["running_sum"]) for row in rows])
    np.testing.assert_allclose(log_p, np.log(np.where(drawing.flat(), p, 1 - p)), rtol=1e-4)
    np.testing.assert_allclose(running, np.cumsum(log_p), rtol=1e-6)
    assert running[-1] == pytest.approx(result.log_prob, abs=1e-6)


def test_nothing_is_left_where_nothing_can_be_written(qapp, tmp_path, score, drawing):
    with pytest.raises(UserError):
        export.save_trace(tmp_path / "missing" / "a.csv", [score("nade", drawing)])
    with pytest.raises(UserError):
        export.save_picture(tmp_path / "missing" / "a.png", drawing)
    assert list(tmp_path.iterdir()) == []


def test_a_saved_grey_picture_opens_as_the_same(qapp, tmp_path):
    levels = np.zeros((28, 28), np.uint8)
    levels[4:24, 4:24] = np.random.default_rng(1).integers(0, 256, (20, 20), np.uint8)
    export.save_picture(tmp_path / "a.png", GreyPicture.of(levels))
    opened = pictures.fit(pictures.read_picture(tmp_path / "a.png").ink)
    np.testing.assert_array_equal(opened, levels)
