"""Below the pictures: how much they tell of their category, beside a GAN that was not asked to."""

import math

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from genplay.families.infogan import CATEGORIES, Ledger
from genplay.ui import text, theme
from genplay.ui.tabs.infogan import words
from genplay.ui.tabs.infogan.information_bars import InformationBars, Told
from genplay.ui.tabs.infogan.scene import Scene
from genplay.ui.widgets.dressed import Dressed
from genplay.ui.widgets.words import label, wrapped


class LedgerPanel(Dressed):
    """L_I of both models."""

    def __init__(self) -> None:
        super().__init__()
        self.bars = InformationBars()
        self._unit = label("caption")
        self._head = QHBoxLayout()
        self._head.addWidget(label("label", self.tr("Information about the category")))
        self._head.addWidget(self._unit)
        self._head.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._head)
        self._column.addWidget(self.bars, 1)
        self._restyle()

    def show_scene(self, scene: Scene) -> None:
        """Show both ledgers, as far as they are counted."""
        self._unit.setText(words.samples(scene.ledger))
        rows = [
            self._told(self.tr("InfoGAN"), scene.ledger, marked=True),
            self._told(self.tr("Plain GAN, same size"), scene.plain, marked=False),
        ]
        ceiling = math.log(CATEGORIES)
        named = self.tr("log 10 = {ceiling}").format(ceiling=text.nats(ceiling, words.INFORMATION))
        self.bars.set_rows(rows, ceiling, named)
        failed = "\n".join(scene.failures.get(slot, "") for slot in ("ledger", "plain")).strip()
        self.setToolTip(failed or wrapped(words.about_information(scene.plain)))

    def _told(self, name: str, ledger: Ledger | None, *, marked: bool) -> Told:
        value = None if ledger is None else ledger.information
        return Told(name, value, words.information(ledger), marked)

    def _restyle(self) -> None:
        now = theme.current()
        self._head.setSpacing(now.px(8))
        self._column.setSpacing(now.px(6))
