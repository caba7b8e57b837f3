import subprocess
import sys

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from genplay.ui import theme
from genplay.ui.theme import DARK, LIGHT, Theme

ROLES = ("hero", "title", "formula", "body", "button", "label", "caption", "axis")


class Listener(QWidget):
    def __init__(self, parent=None):
        super().__init__(parent)
        self.heard = []

    def changeEvent(self, event):
        if event.type() == QEvent.Type.StyleChange:
            self.heard.append(theme.current())
        super().changeEvent(event)


@pytest.fixture(autouse=True)
def begin_light(qapp):
    theme.apply(qapp, Theme())
    yield
    theme.apply(qapp, Theme())


def test_without_any_the_theme_is_light(qapp):
    qapp.setProperty("theme", None)
    assert theme.current() == Theme("light", 1.0, False)


def test_applied_theme_is_the_current_one(qapp):
    theme.apply(qapp, Theme("dark", 1.25))
    assert theme.current() == Theme("dark", 1.25, False)
    assert theme.current().tokens is DARK


@pytest.mark.parametrize(
    ("scale", "pixels", "expected"), [(1, 30, 30), (1.5, 11, 17), (1.25, 0.5, 1), (1.5, 0, 0)]
)
def test_px_rounds_and_never_loses_a_line(scale, pixels, expected):
    assert Theme("light", scale).px(pixels) == expected


def test_palette_follows_the_tokens(qapp):
    theme.apply(qapp, Theme("dark"))
    palette = qapp.palette()
    assert palette.color(QPalette.ColorRole.Window).name().upper() == DARK.window
    assert palette.color(QPalette.ColorRole.Base).name().upper() == DARK.surface
    assert palette.color(QPalette.ColorRole.Highlight).name().upper() == DARK.accent
    assert palette.color(QPalette.ColorRole.PlaceholderText).name().upper() == DARK.text3


def test_every_widget_hears_of_the_change(qapp, qtbot):
    shown, hidden = Listener(), Listener()
    inside = Listener(shown)
    for widget in (shown, hidden):
        qtbot.addWidget(widget)
    shown.show()
    theme.apply(qapp, Theme("contrast", 2.0))
    for widget in (shown, hidden, inside):
        assert widget.heard
        assert set(widget.heard) == {Theme("contrast", 2.0)}


def test_scale_reaches_widgets_that_are_there(qapp, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    label, button = QLabel("Seed", window), QPushButton("Play", window)
    window.show()
    before = button.sizeHint().height()
    theme.apply(qapp, Theme("light", 2.0))
    assert label.font().pixelSize() == button.font().pixelSize() == 26
    assert (before, button.sizeHint().height()) == (30, 60)


def test_widgets_older_than_the_first_theme_take_its_font():
    code = (
        "from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget\n"
        "from genplay.ui import theme\n"
        "application = QApplication([])\n"
        "window = QWidget(); label = QLabel('x', window); button = QPushButton('x', window)\n"
        "theme.apply(application, theme.Theme('dark'))\n"
        "assert label.font().family() == button.font().family() == 'Inter', label.font().family()\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_theme_costs_neither_torch_nor_pyqtgraph_at_the_start():
    code = (
        "import sys, genplay.ui.theme, genplay.ui.icons\n"
        "assert not {'torch', 'pyqtgraph', 'superqt', 'numpy'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize("role", ROLES)
def test_fonts_are_the_bundled_ones(role):
    font = Theme().font(role)
    info = QFontInfo(font)
    assert info.family() == "Inter"
    assert info.weight() == font.weight()


@pytest.mark.parametrize("role", ROLES)
def test_digits_are_as_wide_as_each_other(role):
    metrics = QFontMetricsF(Theme().font(role))
    assert len({metrics.horizontalAdvance(digit * 20) for digit in "0123456789"}) == 1


def test_hyphens_stay_narrow_beside_tabular_digits():
    tabular, plain = Theme().font("body"), Theme().font("body")
    plain.unsetFeature(QFont.Tag("tnum"))
    for sign in "-.,: ":
        assert QFontMetricsF(tabular).horizontalAdvance(sign) == QFontMetricsF(plain).horizontalAdvance(sign)


def test_stylesheet_weights_keep_tabular_digits(qapp, qtbot):
    button = QPushButton("0")
    qtbot.addWidget(button)
    button.ensurePolished()
    metrics = QFontMetricsF(button.font())
    assert button.font().weight() == QFont.Weight.Medium
    assert metrics.horizontalAdvance("1" * 20) == metrics.horizontalAdvance("0" * 20)


@pytest.mark.parametrize("weight", [QFont.Weight.Normal, QFont.Weight.DemiBold])
def test_hangul_is_bundled(qapp, weight):
    font = QFont("Genplay Hangul", weight=weight)
    assert QFontInfo(font).family() == "Genplay Hangul"
    assert QFontInfo(font).weight() == weight
    assert all(QFontMetricsF(font).inFontUcs4(ord(letter)) for letter in "확률밀도가힝ㄱㅏ")


def test_projector_has_no_paler_text_than_text2_and_strong_frames():
    projected = Theme("light", 1.5, projector=True)
    assert projected.tokens.text3 == LIGHT.text2
    assert projected.tokens.frame == LIGHT.text
    assert projected.tokens.paper == LIGHT.paper


def test_projector_measures():
    projected = Theme("light", 1.5, projector=True)
    assert [projected.line(kind) for kind in ("data", "frame", "cursor", "cursor_paper")] == [4, 2, 4, 8]
    assert projected.font("hero").pixelSize() == 46
    assert min(projected.font(role).pixelSize() for role in ROLES) == 17


def test_lines_scale():
    kinds = ("hairline", "frame", "reference", "data", "cursor", "cursor_paper")
    assert [Theme().line(kind) for kind in kinds] == [1, 1, 1.25, 2, 2, 4]
    assert [Theme("dark", 2.0).line(kind) for kind in kinds] == [2, 2, 2.5, 4, 4, 8]


def test_table_is_made_for_an_image():
    assert Theme().table("probability")[0] == 0xFFFFFFFF
    assert Theme("dark").table("probability")[0] == 0xFF0D1015


def test_system_is_light_or_dark(qapp):
    assert isinstance(qapp, QApplication)
    assert theme.system_name() in ("light", "dark")


def test_nothing_moves_where_motion_is_reduced():
    assert theme.Theme().ms(120) == 120
    assert theme.Theme(still=True).ms(120) == 0
