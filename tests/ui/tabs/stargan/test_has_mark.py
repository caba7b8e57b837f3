"""Whether the face has an attribute."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from genplay.ui.tabs.stargan.has_mark import HasMark
from tests.ui.tabs.painted import where


def test_a_click_asks_and_changes_nothing_by_itself(show):
    mark = show(HasMark("Hat"), 20, 20)
    asked = []
    mark.clicked.connect(lambda: asked.append(1))
    QTest.mouseClick(mark, Qt.MouseButton.LeftButton)
    QTest.keyClick(mark, Qt.Key.Key_Space)
    assert asked == [1, 1]
    assert not mark.isChecked()


def test_what_was_corrected_by_hand_is_in_accent(show):
    mark = show(HasMark("Hat"), 20, 20)
    mark.clearFocus()
    mark.show_own(has=True, corrected=False)
    assert mark.isChecked()
    assert not where(mark, "accent").any()
    assert "as D reads" in mark.toolTip()
    mark.show_own(has=False, corrected=True)
    assert where(mark, "accent").any()
    assert "by hand" in mark.toolTip()
    assert mark.accessibleName() == "The face has: Hat"
