"""What of files and clipboard is not seen from the window: see test_tab for the rest."""

from types import SimpleNamespace

import pytest
from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from genplay.families.autoregressive import AutoregressiveState
from genplay.ui.tabs.autoregressive import files
from genplay.ui.tabs.opening import Opening


class FakeTab(QWidget):
    asked = Signal(str, object)
    said = Signal(str, str)

    def __init__(self):
        super().__init__()
        self.state, self.result, self.maps = AutoregressiveState(), None, self
        self.told, self.requests, self.opened, self.results = [], [], [], {}
        self.shading = SimpleNamespace(result=None)
        self.opening = Opening(self, print, lambda: None)
        self.asked.connect(lambda slot, request: self.requests.append((slot, request)))
        self.said.connect(lambda kind, text: self.told.append((kind, text)))

    def open_picture(self, path):
        self.opened.append(path)


@pytest.fixture
def tab(qtbot):
    made = FakeTab()
    qtbot.addWidget(made)
    yield made
    QGuiApplication.clipboard().clear()


def test_without_an_answer_there_is_no_trace_to_save(tab, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: pytest.fail("nothing to ask for"))
    files.save_trace(tab)
    assert tab.told == [("info", "The answer to this drawing is not there yet.")]


def test_the_chain_rules_of_two_drawings_are_never_in_one_file(tab, score, monkeypatch, tmp_path):
    target = tmp_path / "all.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    older = tab.state.drawing.flipped(3)
    tab.results = {"nade": score("nade", older), "arn": score("arn", tab.state.drawing)}
    files.save_trace(tab)
    assert {line.split(",")[0] for line in target.read_text().splitlines()} == {"model", "arn"}
    target.unlink()
    tab.results = {"nade": score("nade", older)}
    files.save_trace(tab)
    assert not target.exists()
    assert tab.told[-1] == ("info", "The answer to this drawing is not there yet.")
