import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPushButton

from genplay.families.base import Density
from genplay.ui import theme
from genplay.ui.widgets.badge import Badge
from genplay.ui.widgets.buttons import Chip
from genplay.ui.widgets.chips import Chips
from genplay.ui.widgets.header import Header

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def header(qtbot):
    made = Header("Autoregressive", Density.EXACT, {"nade": "NADE", "rnn": "PixelRNN"})
    made.resize(900, made.height())
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    return made


def button(header, name):
    (found,) = [b for b in header.findChildren(QAbstractButton) if name in (b.accessibleName(), b.text())]
    return found


def test_a_model_is_chosen_by_hand_and_shown_by_the_state(header, qtbot):
    with qtbot.assertNotEmitted(header.model_chosen):
        header.set_model("nade")
    with qtbot.waitSignal(header.model_chosen) as signal:
        QTest.mouseClick(button(header, "PixelRNN"), LEFT)
    assert signal.args == ["rnn"]
    chosen = [b.text() for b in header.findChildren(QPushButton) if b.isCheckable() and b.isChecked()]
    assert chosen == ["PixelRNN"]


def test_the_badge_says_what_kind_of_density_it_is(header):
    assert header.findChild(Badge).isVisible()


def test_a_button_does_its_action_and_is_enabled_with_it(header, qtbot):
    action = QAction("Undo", header)
    action.setEnabled(False)
    header.add_action(action, "undo")
    undo = button(header, "Undo")
    assert not undo.isEnabled()
    action.setEnabled(True)
    assert undo.isEnabled()
    with qtbot.waitSignal(action.triggered):
        QTest.mouseClick(undo, LEFT)


SEVEN = ("NADE", "Row LSTM", "Diagonal BiLSTM", "AR-1", "AR-10", "Any order", "VAE")


def test_seven_models_to_compare_stand_side_by_side_in_the_smallest_usual_window(qtbot):
    names = {name: name for name in SEVEN}
    made = Header("Autoregressive", Density.EXACT, names)
    qtbot.addWidget(made)
    chips = Chips(names, 2, 4)
    made.add_chips(chips)
    for name, icon in (("Compare", "compare"), ("Anomaly", "anomaly"), ("Grey pixels", "grey")):
        made.add_page(name.lower(), name, icon)
    for icon in ("export", "undo", "redo", "help"):
        made.add_action(QAction(icon, made), icon)
    made.set_page("compare", several=True)
    made.resize(1084, made.height())
    with qtbot.waitActive(made):
        made.show()
    shown = [chip for chip in chips.findChildren(Chip) if chip.isVisible()]
    assert [chip.text() for chip in shown] == list(SEVEN)
    assert all(chip.width() >= chip.sizeHint().width() for chip in shown)
    made.resize(1200, made.height())
    assert made.findChild(Badge).isVisible()  # which made room for them
    made.set_page("compare", several=True, mixed=True)
    assert not made.findChild(Badge).isVisible()  # it would not hold for all of them
    made.set_page("compare", several=True)
    assert made.findChild(Badge).isVisible()


def test_an_icon_without_words_stands_in_the_middle_of_its_button(header):
    header.add_page("compare", "Compare", "compare")
    found = button(header, "Compare")
    assert found.text() == "Compare"
    beside = found.iconSize()
    header.resize(300, header.height())
    assert found.text() == ""
    assert found.iconSize().width() == found.iconSize().height() < beside.width()


def test_a_menu_holds_its_actions(header):
    actions = [QAction(name, header) for name in ("Copy", "Save")]
    header.add_menu("Copy, save, export", "export", actions)
    assert button(header, "Copy, save, export").menu().actions() == actions


def test_tab_goes_from_the_models_to_the_buttons_in_order(header, qtbot):
    header.set_model("nade")
    for name in ("Undo", "Redo"):
        header.add_action(QAction(name, header), "undo")
    qtbot.waitUntil(lambda: button(header, "Redo").isVisible())
    button(header, "NADE").setFocus()
    seen = []
    for _ in range(2):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget().accessibleName())
    assert seen == ["Undo", "Redo"]


def test_an_option_has_its_turn_before_the_buttons(header, qtbot):
    header.set_model("nade")
    header.add_action(QAction("Undo", header), "undo")
    option = QLineEdit()
    header.add_option(option)
    qtbot.waitUntil(option.isVisible)
    button(header, "NADE").setFocus()
    seen = []
    for _ in range(2):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    assert seen == [option, button(header, "Undo")]


def test_it_grows_with_the_scale(header, qapp):
    assert header.height() == 32
    theme.apply(qapp, theme.Theme("light", 1.5))
    assert header.height() == 48


def test_a_page_of_one_model_names_it_in_the_place_of_the_choice(header):
    header.add_page("grey", "Grey pixels", "grey")
    header.set_page("grey", several=False, only="RNADE, Fashion-MNIST")
    words = [said.text() for said in header.findChildren(QLabel) if said.isVisible()]
    assert "RNADE, Fashion-MNIST" in words
    assert not button(header, "PixelRNN").isVisible()
    assert header.findChild(Badge).isVisible()
    header.set_page("", several=False)
    assert button(header, "PixelRNN").isVisible()
    assert "RNADE, Fashion-MNIST" not in [s.text() for s in header.findChildren(QLabel) if s.isVisible()]


MANY = {"nade": "NADE", "row": "Row LSTM", "diag": "Diagonal BiLSTM", "ar1": "AR-1", "any": "Any order"}


def test_parts_make_room_one_after_the_other_and_the_badge_is_the_last(qtbot):
    made = Header("Autoregressive", Density.EXACT, MANY)
    qtbot.addWidget(made)
    for name in ("Compare", "Anomaly", "Grey pixels"):
        made.add_page(name, name, "grey")
    made.resize(1200, made.height())
    made.show()
    badge = made.findChild(Badge)

    def shown():
        wordy = badge.sizeHint().width() == badge.needed(terse=False)
        title = next(label for label in made.findChildren(QLabel) if label.text() == "Autoregressive")
        return {
            "pages": bool(button(made, "Anomaly").text()),
            "models": button(made, "Any order").isVisible(),
            "badge": badge.isVisible(),
            "said": badge.isVisible() and wordy,
            "title": title.isVisible(),
        }

    seen = [shown()]
    for width in range(1200, 100, -4):
        made.resize(width, made.height())
        qtbot.waitUntil(lambda: made.layout().geometry().width() == made.width())
        if shown() != seen[-1]:
            seen.append(shown())
    gone = [sorted(part for part in parts if not parts[part]) for parts in seen]
    assert gone == [
        [],
        ["pages"],
        ["pages", "said"],
        ["models", "pages"],
        ["models", "pages", "said"],
        ["models", "pages", "said", "title"],
        ["badge", "models", "pages", "said", "title"],
    ]


def test_the_badge_stays_where_several_models_are_chosen(header):
    header.add_chips(Chips({"nade": "NADE", "rnn": "PixelRNN"}, 1, 2))
    header.set_page("compare", several=True)
    assert header.findChild(Badge).isVisible()


NOTE = "60,000 patches of MNIST, cut to 3 × 4"


def note_shown(header):
    return NOTE in [label.text() for label in header.findChildren(QLabel) if label.isVisible()]


def test_a_note_says_what_the_numbers_are_of(header):
    assert not note_shown(header)
    header.set_note(NOTE)
    assert note_shown(header)
    header.set_note("")
    assert not [label for label in header.findChildren(QLabel) if label.isVisible() and not label.text()]


def test_a_note_leaves_first_and_comes_back_with_the_room(header, qtbot):
    header.set_note(NOTE)
    badge = header.findChild(Badge)
    wordy, seen = badge.needed(terse=False), []
    for width in [*range(900, 300, -4), 900]:
        header.resize(width, header.height())
        qtbot.waitUntil(lambda: header.layout().geometry().width() == header.width())
        whole = (
            badge.isVisible() and badge.sizeHint().width() == wordy and button(header, "PixelRNN").isVisible()
        )
        if (state := (note_shown(header), whole)) not in seen[-1:]:
            seen.append(state)
    assert seen == [(True, True), (False, True), (False, False), (True, True)]


def test_a_longer_note_that_has_no_room_does_not_push_the_rest(header, qtbot):
    header.set_note(NOTE)
    header.set_note(NOTE * 5)
    qtbot.waitUntil(lambda: header.layout().geometry().width() == header.width())
    assert [label.text() for label in header.findChildren(QLabel) if label.isVisible()].count(NOTE * 5) == 0
    assert button(header, "PixelRNN").isVisible()
    header.set_note(NOTE)
    assert note_shown(header)
