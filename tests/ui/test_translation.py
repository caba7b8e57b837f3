import ast
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QWidget

import genplay
from genplay.engine.worker import Failure
from genplay.errors import UserError
from genplay.families.base import Note
from genplay.ui.translation import sentence, translate

PACKAGE = Path(genplay.__file__).parent
SOURCES = sorted((PACKAGE / "ui").rglob("*.py"))
TEXT_AT = {  # calls that put words on screen or before a screen reader, and which argument the words are
    "setText": 0,
    "setToolTip": 0,
    "setWindowTitle": 0,
    "setAccessibleName": 0,
    "setAccessibleDescription": 0,
    "setPlaceholderText": 0,
    "setTitle": 0,
    "addMenu": 0,
    "set_title": 0,
    "set_hint": 0,
    "set_loading": 0,
    "set_error": 0,
    "set_noun": 0,
    "say": 1,
    "QLabel": 0,
    "QPushButton": 0,
    "Button": 0,
    "Toggle": 0,
    "Slider": 0,
    "Chip": 0,
    "label": 1,
    "IconButton": 1,
    "Command": 1,
}
SAME_EVERYWHERE = re.compile(r"[^A-Za-z]*|genplay( \{\})?|NADE|AR-1|PNG|CSV")  # no words, or names


class Backwards(QTranslator):
    """Translates every sentence into itself in capitals, so that what stays small was not translated."""

    def translate(self, context, text, disambiguation=None, n=-1):
        return re.sub(r"\{\w+(?::[^}]*)?\}|[a-z]+", lambda m: m[0] if m[0][0] == "{" else m[0].upper(), text)

    def isEmpty(self):
        return False


@pytest.fixture
def backwards(qapp):
    translator = Backwards()
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


def test_a_sentence_is_translated_as_a_whole_and_filled_in(backwards):
    assert sentence(UserError("{name} is empty.", name="a.png")) == "a.png IS EMPTY."
    failure = Failure.of(UserError("{name} is empty.", name="a.png"))
    assert sentence(failure) == "a.png IS EMPTY."


def test_a_note_has_a_true_minus_but_an_error_is_left_alone():
    assert sentence(Note("It scores {x:.2f} in a-b.", {"x": -3.5})) == "It scores −3.50 in a-b."
    assert sentence(UserError("{name} is empty.", name="a-1.png")) == "a-1.png is empty."


def test_an_unexpected_fault_says_its_kind():
    assert sentence(Failure.of(ValueError("bad"))) == "Something went wrong in genplay (ValueError: bad)."


def test_without_a_translation_the_source_is_shown(qapp):
    assert translate("commands", "Undo") == "Undo"


def literals(node):
    """The words in an expression that are not inside a call: what would be shown untranslated."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        yield "".join(part.value if isinstance(part, ast.Constant) else "{}" for part in node.values)
    elif isinstance(node, ast.IfExp):
        yield from literals(node.body)
        yield from literals(node.orelse)
    elif isinstance(node, ast.BinOp):
        yield from literals(node.left)
        yield from literals(node.right)


def name_of(call):
    return getattr(call.func, "attr", getattr(call.func, "id", ""))


def shown_words(tree):
    """(line, words) of every literal that is put on screen as it is."""
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        place = 1 if ast.unparse(call.func).endswith("said.emit") else TEXT_AT.get(name_of(call))
        if place is not None:
            for argument in call.args[place : place + 1]:
                yield from ((call.lineno, words) for words in literals(argument))


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_every_text_on_screen_goes_through_translation(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    raw = [(line, words) for line, words in shown_words(tree) if not SAME_EVERYWHERE.fullmatch(words)]
    assert raw == []


def test_the_walk_finds_what_is_not_translated():
    tree = ast.parse('label("body", "Seed")\nbutton.setText("Go" if x else self.tr("Stop"))\nself.tr("Fine")')
    assert list(shown_words(tree)) == [(1, "Seed"), (2, "Go")]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_what_is_translated_is_a_literal(path):
    """lupdate reads sources: a variable or an f-string would be translated at run time by nothing."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    families = {
        "MODELS",
        "NAMES",
        "SIMPLER",
        "SCORES",
        "SETS",
        "DATA",
        "PICTURES",
        "CLASSES",
        "LABELS",
        "SIGNS",
        "FAMILY",
        "family",
        "page",
        "paint",
        "said",
    }  # marked where they are defined
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        place = {"tr": 0, "translate": 1}.get(name_of(call))
        if place is None or ast.unparse(call.func) == "painter.translate":
            continue
        source = call.args[place]
        is_literal = isinstance(source, ast.Constant) and isinstance(source.value, str)
        names = {node.id for node in ast.walk(source) if isinstance(node, ast.Name)}
        assert is_literal or names & families, f"line {call.lineno}: {ast.unparse(source)}"


STRAIGHT = re.compile(r"\w'(s\b|t\b)|s' ")


def translated(tree):
    """(line, words) of every literal that is translated, and of what a user is told has gone wrong."""
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        place = {"tr": 0, "translate": 1, "QT_TRANSLATE_NOOP": 1, "UserError": 0}.get(name_of(call))
        if place is not None:
            for argument in call.args[place : place + 1]:
                yield from ((call.lineno, words) for words in literals(argument))


@pytest.mark.parametrize(
    "path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: str(path.relative_to(PACKAGE))
)
def test_apostrophes_are_typographic(path):
    """Straight ones stand around what is to be typed as it is: 'genplay data mnist'."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert [(line, words) for line, words in translated(tree) if STRAIGHT.search(words)] == []


def test_the_walk_finds_straight_apostrophes():
    tree = ast.parse(
        """translate("x", "G's")\nself.tr("don't")\nUserError("run 'genplay data x'")\nf("it's")"""
    )
    assert [STRAIGHT.search(words) is not None for _, words in translated(tree)] == [True, True, False]


def lupdate():
    beside = Path(sys.executable).with_name("pyside6-lupdate")
    return str(beside) if beside.exists() else shutil.which("pyside6-lupdate")


@pytest.mark.skipif(lupdate() is None, reason="pyside6-lupdate is not installed")
def test_qts_own_tool_finds_the_sources(tmp_path):
    target = tmp_path / "genplay.ts"
    files = [str(path) for path in [*SOURCES, *(PACKAGE / "families").rglob("*.py")]]
    subprocess.run([lupdate(), *files, "-ts", str(target)], check=True, capture_output=True, timeout=120)
    found = target.read_text(encoding="utf-8")
    sources = set(re.findall(r"<source>(.*?)</source>", found, re.DOTALL))
    assert len(sources) > 100
    expected = {"Undo", "Expected ink", "Complete from here", "Point at a pixel to read it", "Autoregressive"}
    assert expected <= sources
    assert "Loading {model}" in sources
    contexts = set(re.findall(r"<name>(.*?)</name>", found))
    assert {"commands", "AutoregressiveTab", "autoregressive", "families", "notes"} <= contexts


def test_widgets_translate_by_their_own_class(backwards, qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    assert widget.tr("Model") == "MODEL"
