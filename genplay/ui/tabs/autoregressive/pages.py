"""The tab's sheet: the header, and below it the page that is turned to."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from genplay.families.autoregressive import (
    BOUNDED,
    COMPARED,
    FAMILY,
    GREY_MODEL_NAME,
    LEAST,
    MODELS,
    MOST,
    AutoregressiveState,
)
from genplay.ui import theme
from genplay.ui.tabs.autoregressive import fitting, words
from genplay.ui.tabs.autoregressive.options import Options
from genplay.ui.tabs.autoregressive.page import Page
from genplay.ui.translation import translate
from genplay.ui.widgets.chips import Chips
from genplay.ui.widgets.dressed import Dressed
from genplay.ui.widgets.header import Header


class Pages(Dressed):
    """Header and pages; a page is made when it is first turned to.

    Args:
        first: The page that is there from the start.
    """

    def __init__(self, first: Page) -> None:
        super().__init__()
        self.header = Header(translate("families", FAMILY.name), FAMILY.density, MODELS)
        self.options = Options()
        self.header.add_option(self.options)
        self.chips = Chips(COMPARED, LEAST, MOST)
        self.chips.setAccessibleName(self.tr("Models to compare"))
        self.header.add_chips(self.chips)
        self.header.add_page("compare", self.tr("Compare"), "compare")
        self.header.add_page("anomaly", self.tr("Anomaly"), "anomaly")
        self.header.add_page("grey", self.tr("Grey pixels"), "grey")
        self._makers: dict[str, Callable[[], Page]] = {}
        self._pages: dict[str, Page] = {"one": first}
        self._projector = False
        self._stack = QStackedWidget()
        self._stack.addWidget(first)
        self._top = QHBoxLayout()
        self._top.addWidget(self.header)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._top)
        column.addWidget(self._stack, 1)
        self._restyle()

    @property
    def front(self) -> QWidget:
        """What has the keyboard first, on the page turned to."""
        page = self._stack.currentWidget()
        assert isinstance(page, Page)
        return page.front

    def add(self, name: str, make: Callable[[], Page]) -> None:
        """Add a page under the name that the state has for it."""
        self._makers[name] = make

    def show_state(self, state: AutoregressiveState) -> None:
        """Turn to the state's page, and show in the header what is chosen there."""
        self._turn_to(state.page)
        only = self.tr("{model}, Fashion-MNIST").format(model=GREY_MODEL_NAME) if state.page == "grey" else ""
        mixed = state.page == "compare" and len(state.explicit) < len(state.compared)
        several = state.page in ("compare", "anomaly")
        self.header.set_page(state.page, several=several, only=only, mixed=mixed)
        self.header.set_model(state.model)
        self.chips.set_on(state.compared)
        # What takes thousands of bounds takes too long.
        self.chips.leave_out(BOUNDED if state.page == "anomaly" else frozenset())
        for name in COMPARED:
            self.chips.set_words(name, words.short_name(name, state))
        self.options.show_state(state, (state.model,) if state.page == "one" else ())

    def set_projector(self, on: bool) -> None:
        """Leave the header's room to the page, or bring it back."""
        self._projector = on
        self.header.setVisible(not on)
        for page in self._pages.values():
            page.set_projector(on)
        self._restyle()

    def _turn_to(self, name: str) -> None:
        if name not in self._pages:
            self._pages[name] = page = self._makers[name]()
            page.set_projector(self._projector)
            self._stack.addWidget(page)
        if self._stack.currentWidget() is self._pages[name]:
            return
        focus, left = QApplication.focusWidget(), self._stack.currentWidget()
        self._stack.setCurrentWidget(self._pages[name])
        if focus is not None and left is not None and left.isAncestorOf(focus):
            self.front.setFocus()  # or a box of numbers might get it, and with it the keys of commands

    def _restyle(self) -> None:
        now = theme.current()
        left, top, right, _ = (now.px(margin) for margin in fitting.MARGINS)
        self._top.setContentsMargins(*((0, 0, 0, 0) if self._projector else (left, top, right, 0)))
