from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton

from genplay.ui.tabs.autoregressive.toolbox import Toolbox


def names(box):
    return [b.accessibleName() for b in box.findChildren(QAbstractButton) if b.isVisible()]


def test_it_has_the_tools_that_a_page_knows(show):
    box = show(Toolbox(("pen", "fill")), 40, 400)
    assert names(box) == ["Pen (P)", "Fill (G)", "Brush size ([ and ], or the wheel)"]


def test_the_tool_that_is_taken_is_on(show):
    box = show(Toolbox(), 40, 400)
    box.show_tool("fill", 3)
    on = [b.accessibleName() for b in box.findChildren(QAbstractButton) if b.isChecked()]
    assert on == ["Fill (G)"]


def test_acts_leave_where_there_is_no_room(show, qtbot):
    box = show(Toolbox(("pen",)), 40, 400)
    box.set_acts([(QAction("Clear", box), "trash")])
    tall = box.least()
    box.set_terse(True)
    assert "Clear" not in names(box)
    assert box.least(terse=True) < tall
    box.set_terse(False)
    assert "Clear" in names(box)
