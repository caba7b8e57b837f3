import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit

from genplay.families.autoregressive import AutoregressiveState
from genplay.ui import theme
from genplay.ui.tabs.autoregressive.page import Page
from genplay.ui.tabs.autoregressive.pages import Pages
from genplay.ui.theme import Theme
from genplay.ui.widgets.badge import Badge
from genplay.ui.widgets.buttons import Chip
from genplay.ui.widgets.segmented import Segmented
from genplay.ui.widgets.spin import Spin

OTHERS = ("compare", "anomaly", "grey")
BUTTONS = {"compare": "Compare", "anomaly": "Anomaly", "grey": "Grey pixels"}


class FakePage(Page):
    """A page of two fields, of which the second has the keyboard first."""

    def __init__(self):
        super().__init__()
        self.fields = [QLineEdit(), QLineEdit()]
        self.projected = None
        for field in self.fields:
            self._page.addWidget(field)

    @property
    def front(self):
        return self.fields[1]

    def set_projector(self, on):
        self.projected = on


@pytest.fixture
def made():
    """The pages that have been made so far, by name."""
    return {"one": FakePage()}


@pytest.fixture
def pages(made, show, qtbot):
    sheet = Pages(made["one"])

    def maker(name):
        def make():
            assert name not in made
            made[name] = FakePage()
            return made[name]

        return make

    for name in OTHERS:
        sheet.add(name, maker(name))
    sheet.show_state(AutoregressiveState())
    show(sheet, 1280, 600)
    sheet.activateWindow()
    qtbot.waitUntil(sheet.isActiveWindow)
    return sheet


def turn(pages, page, **values):
    pages.show_state(AutoregressiveState(page=page, **values))


def visible(made):
    return [name for name, page in made.items() if page.isVisible()]


def seen(pages, kind):
    return [child for child in pages.findChildren(kind) if child.isVisible()]


def button(pages, words):
    (found,) = [child for child in seen(pages, QAbstractButton) if child.text() == words]
    return found


# -- turning -----------------------------------------------------------------------------------------------


def test_a_page_is_made_when_it_is_first_turned_to_and_only_then(pages, made):
    assert list(made) == ["one"]
    for page in (*OTHERS, "one", *OTHERS):
        turn(pages, page)  # whose second making would fail
        assert visible(made) == [page]
    assert list(made) == ["one", *OTHERS]


def test_a_state_of_the_same_page_makes_nothing(pages, made):
    turn(pages, "one", cursor=3)
    assert visible(made) == list(made) == ["one"]


def test_the_front_is_that_of_the_page_turned_to(pages, made):
    for page in (*OTHERS, "one"):
        turn(pages, page)
        assert pages.front is made[page].fields[1]


def test_the_keyboard_goes_along_to_the_front_of_the_page(pages, made):
    made["one"].fields[0].setFocus()
    turn(pages, "compare")
    assert made["compare"].fields[1].hasFocus()
    turn(pages, "one")
    assert made["one"].fields[1].hasFocus()


def test_whoever_turns_from_the_header_stays_there(pages):
    compare = button(pages, "Compare")
    compare.setFocus(Qt.FocusReason.TabFocusReason)
    turn(pages, "compare")
    assert compare.hasFocus()


def test_the_keyboard_stays_where_it_is_on_the_same_page(pages, made):
    made["one"].fields[0].setFocus()
    turn(pages, "one", cursor=3)
    assert made["one"].fields[0].hasFocus()


# -- the header --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("page", ["one", *OTHERS])
def test_the_header_shows_which_page_is_on(pages, page):
    turn(pages, page)
    on = [name for name, words in BUTTONS.items() if button(pages, words).isChecked()]
    assert on == ([] if page == "one" else [page])


@pytest.mark.parametrize("page", OTHERS)
def test_a_button_asks_for_its_page_and_turns_nothing(pages, made, qtbot, page):
    with qtbot.waitSignal(pages.header.page_pressed) as signal:
        QTest.mouseClick(button(pages, BUTTONS[page]), Qt.MouseButton.LeftButton)
    assert signal.args == [page]
    assert visible(made) == ["one"]


def test_on_the_first_page_one_model_is_chosen(pages):
    turn(pages, "one", model="row_lstm")
    (models,) = seen(pages, Segmented)
    assert models.current() == "row_lstm"
    assert not pages.chips.isVisible()


@pytest.mark.parametrize("page", ["compare", "anomaly"])
def test_beside_each_other_several_models_are_chosen(pages, page):
    turn(pages, page, compared=("row_lstm", "arn"), reach=3)
    assert not seen(pages, Segmented)
    on = [chip.text() for chip in seen(pages, Chip) if chip.isChecked()]
    assert on == ["Row LSTM", "AR-3"]  # as far as it looks back
    turn(pages, page, compared=("row_lstm", "arn"), reach=5)
    assert [chip.text() for chip in seen(pages, Chip) if chip.isChecked()] == ["Row LSTM", "AR-5"]


def test_a_model_that_bounds_is_compared_and_not_judged(pages):
    turn(pages, "compare", compared=("arn", "vae"))
    assert [chip.text() for chip in seen(pages, Chip) if chip.isChecked()] == ["AR-8", "VAE"]
    assert not any(badge.isVisible() for badge in pages.findChildren(Badge))  # they are not all exact
    turn(pages, "anomaly", compared=("arn", "vae"))
    assert [chip.text() for chip in seen(pages, Chip) if chip.isChecked()] == ["AR-8"]
    assert "VAE" not in [chip.text() for chip in seen(pages, Chip)]


def test_of_grey_pictures_there_is_one_model_and_it_is_named(pages, texts):
    turn(pages, "grey")
    assert not seen(pages, Segmented)
    assert not seen(pages, Chip)
    assert "RNADE, Fashion-MNIST" in texts(pages)
    turn(pages, "one")
    assert "RNADE, Fashion-MNIST" not in texts(pages)


def test_how_the_one_model_reads_is_chosen_on_its_page_only(pages):
    turn(pages, "one", model="arn", reach=3)
    assert [spin.value() for spin in seen(pages, Spin)] == [3]
    turn(pages, "one", model="row_lstm")
    assert not seen(pages, Spin)
    turn(pages, "compare", model="arn")
    assert not seen(pages, Spin)  # that page has them below its drawing


def test_a_screen_reader_says_what_the_chips_are_for(pages):
    turn(pages, "compare")
    face = QAccessible.queryAccessibleInterface(pages.chips)
    assert face.text(QAccessible.Text.Name) == "Models to compare"


@pytest.mark.parametrize(("on", "bound"), [(("nade", "arn"), 2), (("nade", "row_lstm", "arn"), 0)])
def test_two_models_are_compared_at_least(pages, on, bound):
    turn(pages, "compare", compared=on)
    refused, chosen = [], []
    pages.chips.refused.connect(refused.append)
    pages.chips.chosen.connect(chosen.append)
    QTest.mouseClick(button(pages, "NADE"), Qt.MouseButton.LeftButton)
    assert refused == ([bound] if bound else [])
    assert chosen == ([] if bound else [("row_lstm", "arn")])


# -- a projector -------------------------------------------------------------------------------------------


def test_before_a_class_the_page_has_the_room_of_the_header(pages, made):
    before = made["one"].height()
    pages.set_projector(True)
    pages.layout().activate()
    assert not pages.header.isVisible()
    assert made["one"].height() == pages.height() > before
    pages.set_projector(False)
    pages.layout().activate()
    assert pages.header.isVisible()
    assert made["one"].height() == before


def test_every_page_is_told_of_the_projector_those_made_later_too(pages, made):
    turn(pages, "compare")
    pages.set_projector(True)
    turn(pages, "grey")
    assert [page.projected for page in made.values()] == [True, True, True]
    pages.set_projector(False)
    assert [page.projected for page in made.values()] == [False, False, False]


def test_the_headers_margins_follow_the_scale(pages, qapp):
    places = []
    for scale in (1.0, 2.0):
        theme.apply(qapp, Theme("light", scale))
        pages.layout().activate()
        place = pages.header.geometry()
        places.append((place.left(), place.top(), pages.width() - place.right() - 1))
    assert places == [(16, 11, 15), (32, 22, 30)]
