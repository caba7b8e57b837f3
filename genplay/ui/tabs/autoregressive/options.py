"""How the chosen model reads, where that can be chosen: the order of the pixels, or how far back it looks."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from genplay.families.autoregressive import ANY_ORDER, COUNTED, FARTHEST, AutoregressiveState
from genplay.families.orders import NAMES
from genplay.ui import theme
from genplay.ui.translation import translate
from genplay.ui.widgets.choice import Choice
from genplay.ui.widgets.spin import Spin
from genplay.ui.widgets.words import label


class Options(QWidget):
    """Stands in the header, beside the models; empty for a model that reads in one way only."""

    order_chosen = Signal(str)
    seed_chosen = Signal(int)
    reach_chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._order = Choice({kind: translate("orders", NAMES[kind]) for kind in NAMES})
        self._order.setAccessibleName(self.tr("Order of the pixels"))
        self._order.setToolTip(self.tr("Order of the pixels: each gives a density of its own"))
        self._seed = Spin(0, 2**31 - 1, digits=3)
        self._seed.setAccessibleName(self.tr("Seed of the order"))
        self._seed.setToolTip(self.tr("Seed of the order: the same seed gives the same order"))
        self._name = label("body", self.tr("N"))
        self._reach = Spin(1, FARTHEST, digits=2)
        self._reach.setAccessibleName(self.tr("Pixels that AR-N looks back"))
        self._reach.setToolTip(self.tr("N: how many pixels back the model looks"))
        self._order.chosen.connect(self.order_chosen)
        self._seed.edited.connect(self.seed_chosen)
        self._reach.edited.connect(self.reach_chosen)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        for widget in (self._order, self._seed, self._name, self._reach):
            self._row.addWidget(widget)
        self._restyle()

    def show_state(self, state: AutoregressiveState) -> None:
        """Show what can be chosen for the model, and what is."""
        any_order, counted = state.model in ANY_ORDER, state.model in COUNTED
        self._order.setVisible(any_order)
        self._seed.setVisible(any_order and state.order == "random")
        self._name.setVisible(counted)
        self._reach.setVisible(counted)
        self._order.set_current(state.order)
        self._seed.set_value(state.order_seed)
        self._reach.set_value(state.reach)
        self.setVisible(any_order or counted)

    def _restyle(self) -> None:
        self._row.setSpacing(theme.current().px(6))

    def changeEvent(self, event: QEvent) -> None:
        """Follow theme and scale."""
        if event.type() == QEvent.Type.StyleChange:
            self._restyle()
        super().changeEvent(event)
