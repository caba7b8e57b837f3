import pytest
from PySide6.QtGui import QFontInfo

from genplay.ui import theme
from genplay.ui.widgets.words import label


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
