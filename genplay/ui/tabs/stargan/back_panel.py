"""The way back: the edit undone, what that lost, and the losses of this face as a ledger."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from genplay.families.stargan import Returned
from genplay.ui import text, theme
from genplay.ui.tabs.memo import Memo
from genplay.ui.tabs.stargan import words
from genplay.ui.tabs.stargan.panel import LowerPanel
from genplay.ui.tabs.stargan.scene import Scene
from genplay.ui.tabs.stargan.small_map import SmallMap
from genplay.ui.widgets.ledger import Ledger
from genplay.ui.widgets.words import label

_ROW, _SHARE, _WIDEST = 22, 0.2, 360  # px at 100 %; what share of the panel a picture has
_BOTH, _LEDGERS = 620, 480  # widths from which there are both pictures, and D's ledger beside G's
_TITLED, _NOTED = 120, 150  # heights from which there are words


class BackPanel(LowerPanel):
    """G(G(x, c), c'), its error, and what both players minimise."""

    slot = "back"

    def __init__(self) -> None:
        super().__init__()
        self.again = SmallMap(self.tr("Back"), "star_again")
        self.error = SmallMap(
            self.tr("Against the face"),
            table="surprise",
            ends=(0, words.LIMIT),
            legend=("0", self.tr("{limit} levels").format(limit=words.LIMIT)),
        )
        self.judge, self.forger = Ledger(_ROW), Ledger(_ROW)
        self._more = label(
            "axis",
            self.tr("Training adds each value of each attribute, and to G how far its mask opens."),
        )
        self._besides = True
        self._shown = Memo()
        self._arrange()
        self._restyle()

    def show_scene(self, scene: Scene) -> None:
        """Show the way back of this face and edit."""
        found, late = scene.returned, self.is_late(scene)
        if not self._shown.changed(found, late):
            return
        self.again.set_picture(None if found is None else found.again, late=late)
        self.error.set_map(None if found is None else found.error, late=late)
        known = None if late else found
        self._show_ledgers(known)
        if known is None:
            self.caption.set_words("")
        else:
            said = self.tr("The way back is {mean} levels off on average.")
            self.caption.set_words(said.format(mean=text.number(known.mean, 1)))

    def _show_ledgers(self, found: Returned | None) -> None:
        if found is None:
            for ledger in (self.judge, self.forger):
                ledger.set_rows([])
            return
        (judge, first), (forger, second) = words.ledgers(found)
        self.judge.set_rows(judge, (self.tr("Sum"), text.nats(first, 3)))
        self.forger.set_rows(forger, (self.tr("Sum"), text.nats(second, 3)))
        self._besides = found.ledger.hinge is not None
        self._fit()

    def _arrange(self) -> None:
        self._titles: list[QLabel] = []
        self._row, self._told, self._sums = QHBoxLayout(self), QWidget(), QHBoxLayout()
        self._row.setContentsMargins(0, 0, 0, 0)
        self._column = QVBoxLayout(self._told)
        self._column.setContentsMargins(0, 0, 0, 0)
        for title, ledger in (
            (self.tr("D minimises"), self.judge),
            (self.tr("G minimises"), self.forger),
        ):
            column = QVBoxLayout()
            column.setSpacing(2)
            named = label("label", title)
            self._titles.append(named)
            column.addWidget(named)
            column.addWidget(ledger)
            column.addStretch(1)
            self._sums.addLayout(column, 1)
        self._column.addLayout(self._sums)
        self._column.addWidget(self._more)
        self._column.addStretch(1)
        self._row.addWidget(self.again)
        self._row.addWidget(self.error)
        self._row.addWidget(self._told, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room between pictures and ledgers."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        scale = theme.current().scale
        wide, high = self.width() / scale, self.height() / scale
        self.again.setVisible(wide >= _BOTH)
        for small in (self.again, self.error):
            small.set_room(min(max(wide * _SHARE, 66), _WIDEST), high)
        self._more.setVisible(high >= _NOTED and self._besides)
        self.judge.setVisible(wide >= _LEDGERS)
        for title, ledger in zip(self._titles, (self.judge, self.forger), strict=True):
            title.setVisible(high >= _TITLED and not ledger.isHidden())

    def _restyle(self) -> None:
        super()._restyle()
        now = theme.current()
        self._row.setSpacing(now.px(16))
        self._sums.setSpacing(now.px(24))
        self._column.setSpacing(now.px(6))
        self._fit()
