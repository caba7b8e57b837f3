"""The right column: what each latent costs, and what the loss is the sum of."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from genplay.ui import text, theme
from genplay.ui.tabs.vae.train import words
from genplay.ui.tabs.vae.train.kl_bars import KlBars
from genplay.ui.tabs.vae.train.scene import Scene
from genplay.ui.widgets.dressed import Dressed
from genplay.ui.widgets.ledger import Ledger
from genplay.ui.widgets.words import label

_HEAD, _SPACING, _NOTE = 22, 6, 72  # px: a title, between rows, a sentence of four lines


class CostsPanel(Dressed):
    """KL per dimension, a sentence about those that have collapsed, and the ledger of the loss."""

    def __init__(self) -> None:
        super().__init__()
        self.bars, self.ledger = KlBars(), Ledger(row=24)
        self._title, self._active = label("label", self.tr("KL per dimension")), label("axis")
        self._sum, self._mean = label("label", self.tr("Loss")), label("axis")
        self._note = label("note")
        self._note.setWordWrap(True)
        self._room, self._wide = 1_000.0, True
        self._arrange()
        self._restyle()

    @property
    def notes(self) -> bool:
        """Whether there is room for a sentence about the latents."""
        return self._wide and self._left() >= _NOTE

    def set_room(self, height: float, *, wide: bool) -> None:
        """Show what fits into a height in px at 100 %, the bars first."""
        self._room, self._wide = height, wide
        self._fit()

    def show_scene(self, scene: Scene) -> None:
        """Show what the training costs."""
        self.bars.show_scene(scene)
        self._active.setText(words.inactive(scene.current))
        self._note.setText(words.note(scene.current))
        self._show_ledger(scene)
        self._fit()

    def _show_ledger(self, scene: Scene) -> None:
        paid = words.paid(scene)
        terms = (paid.reconstruction, paid.kl, paid.weighted, paid.total) if paid is not None else (None,) * 4
        reconstruction, kl, weighted, total = (
            words.UNKNOWN if number is None else text.nats(number) for number in terms
        )
        beta = self.tr("β KL, β = {beta}").format(beta=words.setting(scene.hyper.beta))
        self.ledger.set_rows(
            [
                ("blue", self.tr("Reconstruction"), reconstruction),
                (None, self.tr("KL"), kl),
                ("orange", beta, weighted),
            ],
            (self.tr("L"), total),
        )
        self._mean.setText(words.means(paid.steps) if paid is not None else self.tr("nats"))

    def _fit(self) -> None:
        ledger = self._wide and self._left() >= 0
        for widget in (self._sum, self._mean, self.ledger):
            widget.setVisible(ledger)
        self._active.setVisible(self._wide)
        self._note.setVisible(self.notes and bool(self._note.text()))

    def _left(self) -> float:
        """Return the height in px at 100 % beside bars and ledger."""
        shown = (self.bars.sizeHint().height() + self.ledger.sizeHint().height()) / theme.current().scale
        return self._room - shown - 2 * _HEAD - 4 * _SPACING

    def _arrange(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._heads = [QHBoxLayout(), QHBoxLayout()]
        for row, (title, beside) in zip(
            self._heads, ((self._title, self._active), (self._sum, self._mean)), strict=True
        ):
            row.addWidget(title)
            row.addStretch(1)
            row.addWidget(beside)
        self._column.addLayout(self._heads[0])
        self._column.addWidget(self.bars)
        self._column.addWidget(self._note)
        self._column.addStretch(1)
        self._column.addLayout(self._heads[1])
        self._column.addWidget(self.ledger)

    def _restyle(self) -> None:
        now = theme.current()
        self._column.setSpacing(now.px(_SPACING))
        for title in (self._title, self._sum):
            title.setMinimumHeight(now.px(_HEAD))
        self._fit()
