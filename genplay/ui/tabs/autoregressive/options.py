"""How the chosen models read, where that can be chosen: in which order or orders, and how far back."""

from collections.abc import Collection
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from genplay.families.autoregressive import ANY_ORDER, COUNTED, FARTHEST, AutoregressiveState
from genplay.families.orders import NAMES
from genplay.ui import theme
from genplay.ui.translation import translate
from genplay.ui.widgets.choice import Choice
from genplay.ui.widgets.dressed import Dressed
from genplay.ui.widgets.spin import Spin
from genplay.ui.widgets.words import label

_MOST = 128


class Options(Dressed):
    """Stands beside the models; empty where they read in one way only.

    Args:
        averages: Whether the number of orders to average over can be chosen too.
        narrow: Whether there are two lines rather than one.
    """

    edited = Signal(str, object)
    """A field of the state and its new value."""

    def __init__(self, *, averages: bool = True, narrow: bool = False) -> None:
        super().__init__()
        self._averages, self._narrow = averages, narrow
        self._order = Choice({kind: translate("orders", NAMES[kind]) for kind in NAMES})
        self._order.setAccessibleName(self.tr("Order of the pixels"))
        self._order.setToolTip(self.tr("Order of the pixels: each gives a density of its own"))
        self._seed = self._spin(
            0, 2**31 - 1, 3, self.tr("Seed of the order"), self.tr("The same seed gives the same order")
        )
        self._over = label("body", self.tr("average of"))
        self._orders = self._spin(
            1,
            _MOST,
            3,
            self.tr("Orders to average over"),
            self.tr("K: p is averaged over so many orders; 1 averages nothing"),
        )
        self._name = label("body", self.tr("N"))
        self._reach = self._spin(
            1,
            FARTHEST,
            2,
            self.tr("Pixels that AR-N looks back"),
            self.tr("N: how many pixels back the model looks"),
        )
        self._lines = QBoxLayout(
            QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight, self
        )
        self._lines.setContentsMargins(0, 0, 0, 0)
        first, second = (self._order, self._seed, self._over, self._orders), (self._name, self._reach)
        if narrow:
            first, second = (self._order, self._over, self._orders), (self._seed, *second)
        self._rows = [self._line(*widgets) for widgets in (first, second)]
        if narrow:
            for row in self._rows:
                row.addStretch(1)
        self._connect()
        self._restyle()

    def show_state(self, state: AutoregressiveState, models: Collection[str]) -> None:
        """Show what can be chosen for some models, and what is."""
        any_order = not ANY_ORDER.isdisjoint(models)
        counted = not COUNTED.isdisjoint(models)
        self._order.setVisible(any_order)
        self._seed.setVisible(any_order and state.order == "random")
        for widget in (self._over, self._orders):
            widget.setVisible(any_order and self._averages)
        self._name.setVisible(counted)
        self._reach.setVisible(counted)
        self._order.set_current(state.order)
        self._seed.set_value(state.order_seed)
        self._orders.set_value(state.orders)
        self._reach.set_value(state.reach)
        self.setVisible(any_order or counted)

    def _line(self, *widgets: QWidget) -> QHBoxLayout:
        line = QHBoxLayout()
        for widget in widgets:
            line.addWidget(widget)
        self._lines.addLayout(line)
        return line

    def _spin(self, low: int, high: int, digits: int, name: str, says: str) -> Spin:
        spin = Spin(low, high, digits=digits)
        spin.setAccessibleName(name)
        spin.setToolTip(says)
        return spin

    def _connect(self) -> None:
        self._order.chosen.connect(partial(self.edited.emit, "order"))
        self._seed.edited.connect(partial(self.edited.emit, "order_seed"))
        self._orders.edited.connect(partial(self.edited.emit, "orders"))
        self._reach.edited.connect(partial(self.edited.emit, "reach"))

    def _restyle(self) -> None:
        self._lines.setSpacing(theme.current().px(4 if self._narrow else 6))
        for row in self._rows:
            row.setSpacing(theme.current().px(6))
