import pytest
from PySide6.QtGui import QFontInfo

from genplay.ui import theme
from genplay.ui.widgets.words import label, size_of, wrapped


@pytest.mark.parametrize("role", ["hero", "title", "label", "body", "caption", "axis"])
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_a_label_has_the_type_of_its_role_and_keeps_it(qapp, qtbot, role, scale):
    made = label(role, "−160.77 nats")
    qtbot.addWidget(made)
    made.show()
    theme.apply(qapp, theme.Theme("dark", scale))
    expected = theme.current().font(role)
    assert made.text() == "−160.77 nats"
    assert QFontInfo(made.font()).pixelSize() == expected.pixelSize()
    assert made.font().weight() == expected.weight()


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
def test_the_room_of_a_line_is_that_of_a_label_that_is_shown(show, qapp, scale):
    theme.apply(qapp, theme.Theme("light", scale))
    for role in ("hero", "label", "body", "caption"):
        asked = show(label(role, "Pixel 409")).sizeHint()
        room = size_of(role, "Pixel 409")
        assert room.height() == asked.height(), role
        assert abs(room.width() - asked.width()) <= 1, role


def test_a_tip_is_broken_into_lines_and_is_no_markup():
    assert wrapped("x < y, D's") == "<p>x &lt; y, D's</p>"
    assert wrapped("one\ntwo") == "<p>one</p><p>two</p>"
    assert wrapped("") == ""
