"""The one stylesheet of the application, filled in with a theme's colours and sizes."""

import re
from typing import TYPE_CHECKING

from genplay import paths

if TYPE_CHECKING:
    from genplay.ui.theme import Theme

_PLACE = re.compile(
    r"@px\((?P<px>[\d.]+)\)"
    r"|@inner\((?P<outer>[\d.]+), (?P<border>[\d.]+)\)"
    r"|@font\((?P<font>\w+)\)"
    r"|(?P<icons>@icons)"
    r"|@(?P<token>\w+)(?:%(?P<percent>\d+))?"
)


def build(theme: "Theme") -> str:
    """Return the stylesheet of a theme.

    Places in the template are filled in: ``@token`` with a colour, ``@token%8`` with the colour at 8 %,
    ``@px(n)`` with a length, ``@inner(30, 1)`` with what QSS calls the height of a box that is 30 high over
    all with a border of 1 (QSS counts neither border nor padding in), ``@font(hero)`` with a role's size,
    ``@icons`` with the folder of arrows.
    """

    def value(match: re.Match[str]) -> str:
        if match["px"]:
            return f"{theme.px(float(match['px']))}px"
        if match["outer"]:
            return f"{theme.px(float(match['outer'])) - 2 * theme.px(float(match['border']))}px"
        if match["font"]:
            return f"{theme.font(match['font']).pixelSize()}px"
        if match["icons"]:
            return (paths.assets() / "icons" / "controls" / theme.name).as_posix()
        return _colour(getattr(theme.tokens, match["token"]), match["percent"])

    template = TEXT + BUTTONS + FIELDS + WINDOW + POPUPS
    template += (CONTRAST if theme.name == "contrast" else "") + (PROJECTOR if theme.projector else "")
    return _PLACE.sub(value, template)


def _colour(shade: str, percent: str | None) -> str:
    if percent is None:
        return shade
    red, green, blue = bytes.fromhex(shade[1:])
    return f"rgba({red}, {green}, {blue}, {percent}%)"


TEXT = """
QLabel { color: @text; background: transparent; }
QLabel[role="hero"] { font-size: @font(hero); font-weight: 600; }
QLabel[role="title"] { font-size: @font(title); font-weight: 600; }
QLabel[role="number"] { font-size: @font(number); font-weight: 600; }
QLabel[role="gain"] { font-size: @font(caption); font-weight: 600; color: @blue; }
QLabel[role="loss"] { font-size: @font(caption); font-weight: 600; color: @orange; }
QLabel[role="body"] { color: @text2; }
QLabel[role="label"], QLabel[role="value"] { font-weight: 600; }
QLabel[role="caption"] { font-size: @font(caption); color: @text3; }
QLabel[role="note"] { font-size: @font(caption); color: @text2; }
QLabel[role="status"] { font-size: @font(caption); color: @text2; }
QLabel[role="axis"] { font-size: @font(axis); color: @text3; }
QLabel:disabled { color: @text3; }
"""

BUTTONS = """
QPushButton { background: @surface; color: @text; border: @px(1) solid @control; border-radius: @px(6);
  padding: 0 @px(12); min-height: @inner(30, 1); font-weight: 500; outline: none; }
QPushButton:hover { background: @window; border-color: @text2; }
QPushButton:pressed { background: @sunken; }
QPushButton:checked { background: @accent_soft; border-color: @accent; color: @accent; }
QPushButton:disabled { background: transparent; border-color: @line; color: @text3; }
QPushButton:focus { border: @px(2) solid @accent; padding: 0 @px(11); min-height: @inner(30, 2); }

QPushButton[kind="primary"] { background: @accent; border-color: @accent; color: @on_accent; }
QPushButton[kind="primary"]:hover, QPushButton[kind="primary"]:pressed {
  background: @accent_hover; border-color: @accent_hover; }
QPushButton[kind="primary"]:disabled { background: transparent; border-color: @line; color: @text3; }
QPushButton[kind="primary"]:focus { border-color: @text; }

QPushButton[kind="quiet"] { background: transparent; border-color: transparent; color: @text2;
  padding: 0 @px(8); }
QPushButton[kind="quiet"]:hover { background: @text%8; }
QPushButton[kind="quiet"]:pressed { background: @text%14; }
QPushButton[kind="quiet"]:disabled { color: @text3; }
QPushButton[kind="quiet"]:focus { border-color: @accent; padding: 0 @px(7); }

QPushButton[kind="chip"] { color: @text2; padding: 0 @px(7); min-height: @inner(26, 1);
  font-size: @font(caption); }
QPushButton[kind="chip"]:checked { color: @accent; }
QPushButton[kind="chip"]:focus { padding: 0 @px(6); min-height: @inner(26, 2); }

QToolButton { background: transparent; border: none; border-radius: @px(8);
  padding: 0; outline: none; }
QToolButton:hover { background: @text%8; }
QToolButton:pressed { background: @text%14; }
QToolButton:checked { background: @accent_soft; }
QToolButton:disabled { background: transparent; }
QToolButton:focus { border: @px(2) solid @accent; }
QToolButton::menu-indicator { image: none; width: 0; }
QToolButton[kind="link"] { font-size: @font(caption); color: @accent; }
QToolButton[kind="link"]:disabled { color: @text3; }
QToolButton[kind="play"] { background: @accent; border-radius: @px(6); }
QToolButton[kind="play"]:hover { background: @accent_hover; }
QToolButton[kind="play"]:disabled { background: @line; }
QToolButton[kind="play"]:focus { border-color: @text; }

QPushButton[kind="rail"] { background: transparent; color: @text2; border: none; border-radius: @px(8);
  padding: 0 0 0 @px(10); min-height: @px(34); text-align: left;
  font-weight: 400; }
QPushButton[kind="rail"]:hover { background: @text%6; }
QPushButton[kind="rail"]:checked { background: @accent_soft; color: @accent; font-weight: 600; }
QPushButton[kind="rail"]:focus { border: @px(2) solid @accent; padding: 0 0 0 @px(8);
  min-height: @inner(34, 2); }

QPushButton[kind="seg"] { background: transparent; color: @text2; border: @px(1) solid transparent;
  padding: 0 @px(9); min-height: @inner(26, 1); font-weight: 400; }
QPushButton[kind="seg"]:hover { color: @text; }
QPushButton[kind="seg"]:checked { background: @surface; color: @text; border-color: @control;
  font-weight: 600; }
QPushButton[kind="seg"]:focus { border: @px(2) solid @accent; padding: 0 @px(8); min-height: @inner(26, 2); }
QPushButton[kind="seg"]:disabled { color: @text3; }
QPushButton[kind="seg"][small="true"] { border-radius: @px(5); min-height: @inner(22, 1);
  padding: 0 @px(7); font-size: @font(caption); }
QPushButton[kind="seg"][small="true"]:focus { min-height: @inner(22, 2); padding: 0 @px(6); }

QPushButton[kind="search"] { background: @sunken; color: @text3; border: @px(1) solid transparent;
  min-height: @inner(22, 1); font-size: @font(caption); font-weight: 400; text-align: left;
  padding: 0 0 0 @px(9); }
QPushButton[kind="search"]:hover { border-color: @control; }
QPushButton[kind="search"]:focus { border: @px(2) solid @accent; min-height: @inner(22, 2);
  padding: 0 0 0 @px(8); }
"""

FIELDS = """
QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDoubleSpinBox, QComboBox { background: @surface;
  color: @text;  border: @px(1) solid @control; border-radius: @px(6); selection-background-color: @accent;
  selection-color: @on_accent; }
QLineEdit, QComboBox { min-height: @inner(26, 1); padding: 0 @px(8); }
QLineEdit:hover, QSpinBox:hover, QDoubleSpinBox:hover, QComboBox:hover { border-color: @text2; }
QLineEdit:focus, QComboBox:focus { border: @px(2) solid @accent; padding: 0 @px(7);
  min-height: @inner(26, 2); }
QSpinBox:focus, QDoubleSpinBox:focus { border: @px(2) solid @accent; }
QPlainTextEdit:focus, QTextEdit:focus { border-color: @accent; }
QLineEdit:disabled, QSpinBox:disabled, QDoubleSpinBox:disabled, QComboBox:disabled { background: transparent;
  border-color: @line; color: @text3; }

QAbstractSpinBox QLineEdit { border: none; background: transparent; padding: 0; min-height: 0; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { subcontrol-origin: border; width: @px(18);
  height: @px(12); border: none; background: transparent; }
QAbstractSpinBox::up-button { subcontrol-position: top right; top: @px(2); }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; bottom: @px(2); }
QAbstractSpinBox::up-arrow, QAbstractSpinBox::down-arrow, QComboBox::down-arrow { width: @px(10);
  height: @px(10); }
QAbstractSpinBox::up-arrow { image: url("@icons/up.svg"); }
QAbstractSpinBox::up-arrow:disabled, QAbstractSpinBox::up-arrow:off { image: url("@icons/up-off.svg"); }
QAbstractSpinBox::down-arrow, QComboBox::down-arrow { image: url("@icons/down.svg"); }
QAbstractSpinBox::down-arrow:disabled, QAbstractSpinBox::down-arrow:off, QComboBox::down-arrow:disabled {
  image: url("@icons/down-off.svg"); }
QComboBox::drop-down { subcontrol-origin: border; subcontrol-position: center right; width: @px(20);
  border: none; background: transparent; }
QComboBox QAbstractItemView { background: @surface; border: @px(1) solid @control; padding: @px(3);
  outline: none; }
QComboBox QAbstractItemView::item { min-height: @px(24); padding: 0 @px(6); border-radius: @px(4);
  color: @text; }
QComboBox QAbstractItemView::item:selected { background: @accent_soft; color: @accent; }

QProgressBar { background: @line; border: none; border-radius: @px(2); max-height: @px(4);
  min-height: @px(4); }
QProgressBar::chunk { background: @accent; border-radius: @px(2); }

QScrollArea { background: transparent; border: none; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: @px(10); margin: 0; }
QScrollBar:horizontal { background: transparent; height: @px(10); margin: 0; }
QScrollBar::handle { background: @control; border-radius: @px(3); margin: @px(2); }
QScrollBar::handle:vertical { min-height: @px(24); }
QScrollBar::handle:horizontal { min-width: @px(24); }
QScrollBar::handle:hover { background: @text3; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
"""

PROJECTOR = """
#sheet { border: none; border-radius: 0; }
"""

WINDOW = """
QMainWindow, QDialog { background: @window; }
#rail { background: @window; }
#sheet { background: @surface; border: @px(1) solid @line; border-right: none;
  border-top-left-radius: @px(10); border-bottom-left-radius: @px(10); }
#strip { background: @strip; border-radius: @px(8); }
QMenuBar { background: @window; color: @text2; padding: 0 0 0 @px(7); spacing: 0; }
QMenuBar::item { background: transparent; padding: @px(5) @px(9); border-radius: @px(6); }
QMenuBar::item:selected { background: @text%8; color: @text; }
QMenuBar::item:pressed { background: @accent_soft; color: @accent; }
QStatusBar { background: @window; color: @text2; font-size: @font(caption); min-height: @px(24); }
QStatusBar::item { border: none; }
QStatusBar QLabel { font-size: @font(caption); color: @text2; }
QSplitter::handle { background: @line; }
"""

POPUPS = """
QMenu { background: @surface; color: @text; border: @px(1) solid @control; padding: @px(4); }
QMenu::item { padding: @px(5) @px(20) @px(5) @px(12); border-radius: @px(4); border: none; }
QMenu::item:selected { background: @accent_soft; color: @accent; }
QMenu::item:disabled { color: @text3; background: transparent; }
QMenu::separator { height: @px(1); background: @line; margin: @px(4) @px(8); }
QMenu::indicator { width: @px(16); height: @px(16); left: @px(8); }
QMenu::indicator:checked { image: url("@icons/check.svg"); }
QMenu::right-arrow { image: url("@icons/right.svg"); width: @px(10); height: @px(10); right: @px(6); }
QToolTip { background: @surface; color: @text; border: @px(1) solid @control; padding: @px(4) @px(6); }
#toast QPlainTextEdit { background: @sunken; border: none; font-size: @font(caption); }
#palette { background: @surface; border: @px(1) solid @control; border-radius: @px(10); }
#palette QLineEdit { border: none; background: transparent; font-size: @font(formula);
  min-height: @px(36); padding: 0; }
#palette QListView { background: transparent; border: none; outline: none; }
"""

CONTRAST = """
QPushButton:hover { background: @accent_soft; }
QPushButton:disabled, QLineEdit:disabled, QSpinBox:disabled, QDoubleSpinBox:disabled, QComboBox:disabled {
  border: @px(1) dashed @text3; }
QToolButton:disabled, QMenu::item:disabled { border: @px(1) dashed @text3; }
QToolButton:checked { border: @px(2) solid @accent; }
QPushButton[kind="rail"]:checked { border: @px(2) solid @accent; padding: 0 0 0 @px(8);
  min-height: @inner(34, 2); }
"""
