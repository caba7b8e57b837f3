import pytest
from PySide6.QtWidgets import QLabel

from genplay.ui.tabs.autoregressive.grey import words
from genplay.ui.tabs.autoregressive.grey.density import DensityPanel
from genplay.ui.widgets.ledger import Ledger


@pytest.fixture
def panel(show, scene):
    made = show(DensityPanel(), 800, 400)
    made.set_widths(300, 480, 20)
    made.show_scene(scene)
    return made


def listed(panel):
    """The components that are listed, and the rows that there are."""
    ledgers = [ledger for ledger in panel.findChildren(Ledger) if ledger.isVisible()]
    return ledgers[1].accessibleDescription().split(", ") if len(ledgers) > 1 else []


def test_all_components_are_listed_where_there_is_room(panel, scene):
    panel.set_height(panel.least() + 400)
    assert listed(panel) == [" ".join(part) for part in words.components(scene)]


def test_what_is_left_out_is_counted(panel, scene, monkeypatch):
    eight = [(f"{20 - k}.0 %", f"{k} ± 1.0") for k in range(8)]
    monkeypatch.setattr(words, "components", lambda _scene: eight)
    panel.show_scene(scene)
    seen = []
    for height in range(panel.least(), panel.least() + 400):
        panel.set_height(height)
        if listed(panel) and listed(panel) not in seen:
            seen.append(listed(panel))
    everything = [" ".join(part) for part in eight]
    assert seen == [
        *([*everything[:shown], f"… and {8 - shown} more "] for shown in range(2, 7)),
        everything,
    ]


def test_room_for_the_numbers_is_reckoned_with_before_there_are_any(show, scene):
    early = show(DensityPanel(), 800, 400)
    early.set_widths(300, 480, 20)
    early.set_height(160)
    early.show_scene(scene)
    early.layout().activate()
    ledger = early.findChild(Ledger)
    assert ledger.height() == ledger.sizeHint().height()
    assert listed(early) == []


def test_few_are_not_listed_at_all(panel):
    panel.set_height(panel.least())
    assert listed(panel) == []
    assert "Components: share, mean grey, spread" not in [
        said.text() for said in panel.findChildren(QLabel) if said.isVisible()
    ]
