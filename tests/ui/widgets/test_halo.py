import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPolygonF

from genplay.ui.theme import Theme
from genplay.ui.widgets import halo

RED = "#ff0000"


@pytest.fixture
def on_red(qapp):
    def draw(paint):
        image = QImage(60, 60, QImage.Format.Format_RGB32)
        image.fill(QColor(RED))
        with QPainter(image) as painter:
            painter.setFont(Theme().font("hero"))
            paint(painter)
        return lambda x, y: image.pixelColor(x, y).name()

    return draw


@pytest.mark.parametrize(("name", "ink"), [("light", "#161b26"), ("dark", "#eceff5")])
def test_a_line_has_paper_at_both_sides(on_red, name, ink):
    now = Theme(name)
    through = QPolygonF([QPointF(5, 30), QPointF(55, 30)])
    seen = on_red(lambda painter: halo.line(painter, through, QPen(now.color("ink"), 2), now))
    paper = now.tokens.paper.lower()
    assert [seen(30, y) for y in (27, 28, 29, 30, 31, 32)] == [RED, paper, ink, ink, paper, RED]


def test_letters_have_paper_around_them(on_red):
    seen = on_red(lambda painter: halo.words(painter, QPointF(10, 50), "I", Theme(), "ink"))
    row = [seen(x, 40) for x in range(60)]
    assert "#161b26" in row
    assert row.index("#ffffff") < row.index("#161b26")
    assert row[0] == row[-1] == RED
