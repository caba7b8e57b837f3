"""Below the pictures: how much they tell of their category, beside a GAN that was not asked to."""

import math

from PySide6.QtWidgets import QBoxLayout, QVBoxLayout

from genplay.families.infogan import CATEGORIES, Ledger
from genplay.ui import text, theme
from genplay.ui.tabs.infogan import words
from genplay.ui.tabs.infogan.information_bars import InformationBars, Told
from genplay.ui.tabs.infogan.scene import Scene
from genplay.ui.widgets.dressed import Dressed
from genplay.ui.widgets.words import label, wrapped

_HIGHEST = 148  # px at 100 % of what is stacked, so that what follows is near
_ENDLESS = 16777215  # Qt's greatest height


class LedgerPanel(Dressed):
    """L_I of both models."""

    def __init__(self) -> None:
        super().__init__()
        self.bars, self._stacked = InformationBars(), False
        self._unit = label("caption")
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
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
        self.setToolTip(failed or wrapped(words.about_information(scene.ledger, scene.plain)))

    def set_stacked(self, stacked: bool) -> None:
        """Say below one another what has no room side by side."""
        way = QBoxLayout.Direction
        self._head.setDirection(way.TopToBottom if stacked else way.LeftToRight)
        self.bars.set_stacked(stacked)
        self._stacked = stacked
        self._restyle()

    def _told(self, name: str, ledger: Ledger | None, *, marked: bool) -> Told:
        value = None if ledger is None else ledger.information
        return Told(name, value, words.information(ledger), marked)

    def _restyle(self) -> None:
        now = theme.current()
        self._head.setSpacing(now.px(0 if self._stacked else 8))
        self._column.setSpacing(now.px(6))
        self.setMaximumHeight(now.px(_HIGHEST) if self._stacked else _ENDLESS)
