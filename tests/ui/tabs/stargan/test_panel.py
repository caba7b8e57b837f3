"""What the panels below have in common."""

import pytest
from PySide6.QtWidgets import QPushButton

from genplay.ui.tabs.stargan.panel import LowerPanel
from tests.ui.tabs.stargan import made


class Panel(LowerPanel):
    slot = "chain"


def test_it_is_late_with_its_slot_or_with_the_face(qtbot):
    panel = Panel()
    qtbot.addWidget(panel)
    assert panel.is_late(made.scene(waiting=frozenset({"chain"})))
    assert panel.is_late(made.scene(waiting=frozenset({"face"})))
    assert not panel.is_late(made.scene(waiting=frozenset({"picture"})))
    with pytest.raises(NotImplementedError):
        panel.show_scene(made.scene())


def test_buttons_are_beside_its_caption(qtbot):
    panel = Panel()
    qtbot.addWidget(panel)
    button = QPushButton("Add")
    panel.add_acts([button])
    panel.head.resize(300, 26)
    panel.head.show()
    assert button.parent() is panel.head
    assert panel.caption.geometry().right() < button.geometry().left()
