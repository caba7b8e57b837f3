"""The information and the map, at the right."""

from PySide6.QtCore import QPoint

from genplay.ui.tabs.infogan.confusion_panel import ConfusionPanel
from genplay.ui.tabs.infogan.facts_panel import FactsPanel
from genplay.ui.tabs.infogan.ledger_panel import LedgerPanel
from genplay.ui.widgets.segmented import Segmented
from tests.ui.tabs.infogan import made


def test_the_switch_stands_above_the_ledger_and_that_above_the_map(show, qtbot):
    panel, switch = show(FactsPanel(), 268, 300), Segmented()
    ledger, confusion = LedgerPanel(), ConfusionPanel()
    for part in (ledger, confusion):
        part.show_scene(made.scene())
    ledger.set_stacked(True)
    panel.host(switch)
    for _ in range(2):  # the second time changes nothing
        panel.take(ledger, confusion)
    qtbot.waitUntil(lambda: switch.height() <= ledger.y() < ledger.geometry().bottom() < confusion.y())
    assert confusion.mapTo(panel, QPoint()).y() < 200  # it is near, however high the panel
