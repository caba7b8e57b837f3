import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from genplay.ui import theme
from genplay.ui.theme import LIGHT, Theme
from genplay.ui.widgets.rail import Rail

GROUPS = [
    (
        "Exact likelihood",
        [("found", "Foundations", "foundations"), ("auto", "Autoregressive", "autoregressive")],
    ),
    ("Lower bound", [("vae", "VAE", "vae")]),
]
FOOT = [("lessons", "Lessons", "lessons")]


@pytest.fixture
def rail(qtbot):
    widget = Rail()
    widget.set_groups(GROUPS, FOOT)
    widget.set_current("auto")
    widget.resize(164, 668)
    qtbot.addWidget(widget)
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)
    return widget


def rows(rail):
    return {row.accessibleName(): row for row in rail.findChildren(QPushButton)}


def test_click_chooses(rail, qtbot):
    with qtbot.waitSignal(rail.chosen) as signal:
        qtbot.mouseClick(rows(rail)["VAE"], Qt.MouseButton.LeftButton)
    assert signal.args == ["vae"]
    assert rows(rail)["VAE"].isChecked()
    assert not rows(rail)["Autoregressive"].isChecked()


def test_setting_reports_nothing(rail, qtbot):
    with qtbot.assertNotEmitted(rail.chosen):
        rail.set_current("found")
        qtbot.mouseClick(rows(rail)["Foundations"], Qt.MouseButton.LeftButton)


def test_arrow_keys_choose_the_neighbour_across_groups(rail, qtbot):
    heard = []
    rail.chosen.connect(heard.append)
    rows(rail)["Autoregressive"].setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Up):
        qtbot.keyClick(rail.focusWidget(), key)
    assert heard == ["vae", "auto", "found"]


def test_tab_stops_at_the_current_row_only(rail):
    rail.set_current("vae")
    stops = [name for name, row in rows(rail).items() if row.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == ["VAE"]


def test_rows_stand_where_the_mock_up_has_them(rail):
    places = {name: row.geometry().getRect() for name, row in rows(rail).items()}
    assert places["Foundations"] == (8, 32, 148, 34)
    assert places["Autoregressive"] == (8, 66, 148, 34)
    assert places["VAE"] == (8, 134, 148, 34)
    assert places["Lessons"][1] == 668 - 5 - 34


def test_compact_form_shows_icons_and_names_them_in_tooltips(rail):
    rail.set_compact(True)
    assert rail.width() == 52
    assert [row.text() for row in rows(rail).values()] == [""] * 4
    assert rows(rail)["VAE"].toolTip() == "VAE"
    assert not any(label.isVisible() for label in rail.findChildren(QLabel))
    rail.set_compact(False)
    assert rail.width() == 164
    assert rows(rail)["VAE"].text().strip() == "VAE"
    assert all(label.isVisible() for label in rail.findChildren(QLabel))


def test_bar_stands_beside_the_current_row(rail):
    def beside(name):
        image = rail.grab().toImage()
        return image.pixelColor(1, rows(rail)[name].geometry().center().y()).name().upper()

    assert beside("Autoregressive") == LIGHT.accent
    assert beside("VAE") == LIGHT.window
    rail.set_current("vae")
    assert beside("VAE") == LIGHT.accent


def test_sizes_follow_the_scale(rail, qapp):
    theme.apply(qapp, Theme("dark", 1.5))
    assert rail.width() == 246
    rail.layout().activate()
    assert all(row.height() == pytest.approx(51, abs=1) for row in rows(rail).values())


def test_groups_can_be_replaced(rail, qtbot):
    rail.set_groups(GROUPS[1:])
    rail.set_current("vae")
    qtbot.waitUntil(lambda: list(rows(rail)) == ["VAE"])
