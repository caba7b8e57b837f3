"""The ledger: the terms of log p(x) as bars that add up, and the bounds that rise to it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLayout, QVBoxLayout

from genplay.families.vae import Bounds, Estimated, Sandwiched
from genplay.ui import text, theme
from genplay.ui.tabs.memo import Memo
from genplay.ui.tabs.vae import words
from genplay.ui.tabs.vae.scene import Scene
from genplay.ui.widgets.bound_plot import BoundPlot
from genplay.ui.widgets.dressed import Dressed
from genplay.ui.widgets.waterfall import Step, Waterfall
from genplay.ui.widgets.words import label

_BETWEEN, _ABOVE, _ROW, _TALLEST = 28, 6, 18, 26  # px
_SUM, _CURVE = 60, 43  # shares of the width


class LedgerPanel(Dressed):
    """The waterfall at the left, with a sentence below it where there is room; the bounds at the right."""

    def __init__(self) -> None:
        super().__init__()
        self._sum, self._plot, self._note = Waterfall(), BoundPlot(), label("note")
        self._note.setWordWrap(True)
        self._note.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._failed, self._rows = False, 0
        self._memo, self._asked, self._plotted = Memo(), Memo(), Memo()
        self._left = QVBoxLayout()
        self._left.addWidget(self._sum, 1)
        self._left.addWidget(self._note)
        self._left.addStretch(0)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # no sentence holds it open
        self._row.addLayout(self._left, _SUM)
        self._row.addWidget(self._plot, _CURVE)
        self._restyle()

    def show_scene(self, scene: Scene) -> None:
        """Show the terms that are measured, and the bounds as far as they are drawn."""
        sandwiched = words.present(scene, "sandwich", scene.sandwiched)
        estimated = words.present(scene, "sandwich", scene.estimated)
        bounds = words.present(scene, "bound", scene.bounds)
        failure = " ".join(scene.failures[slot] for slot in ("sandwich", "bound") if slot in scene.failures)
        notes = words.ledger_notes(scene)
        self._show_bounds(scene, bounds, sandwiched)
        if self._memo.changed(scene.state.dims, sandwiched, estimated, bounds, failure, notes):
            two = scene.state.dims == 2
            rows = measured(sandwiched) if two else bounded(estimated, bounds)
            self._sum.set_rows(rows, words.ledger_error(sandwiched) if two else "")
            self._rows, self._failed = len(rows), bool(failure)
            self._say(failure or notes)

    def _show_bounds(self, scene: Scene, bounds: Bounds | None, sandwiched: Sandwiched | None) -> None:
        state = scene.state
        asked = state.model, state.drawing, state.q, state.step, state.learned, state.seed
        if not self._plotted.changed(*asked, bounds, sandwiched):
            return
        whole = bounds is not None and bounds.done == bounds.total
        if self._asked.changed(*asked, whole):  # the first, noisy points may have needed a longer axis
            self._plot.reset()
        if bounds is None:
            self._plot.set_points([], [])
        else:
            self._plot.set_points(bounds.counts, bounds.means, bounds.deviations)
        self._plot.set_reference(sandwiched.ledger.log_prob if sandwiched is not None else None)

    def _say(self, said: str) -> None:
        self._note.setText(said)
        self._make_room()

    def _make_room(self) -> None:
        """Show the sentence where the rows keep their height; what went wrong is said in any room."""
        now, said = theme.current(), bool(self._note.text())
        self._sum.setMaximumHeight(max(self._rows, 1) * now.px(_TALLEST))
        needed = self._rows * now.px(_ROW) + now.px(_ABOVE) + self._lines(self._note)
        self._note.setVisible(said and (self._failed or needed <= self.height()))

    def _lines(self, note: QLabel) -> int:
        width = self.width() * _SUM // (_SUM + _CURVE) - theme.current().px(_BETWEEN)
        return note.heightForWidth(max(width, 1)) if note.text() else 0

    def _restyle(self) -> None:
        now = theme.current()
        self._row.setSpacing(now.px(_BETWEEN))
        self._left.setSpacing(now.px(_ABOVE))
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room there is."""
        super().resizeEvent(event)
        self._make_room()


def measured(result: Sandwiched | None) -> list[Step]:
    """Return the rows of the ledger of two latents: all terms are known, and add up to the last digit."""
    hints = words.hints()
    shown = words.shown(result.ledger) if result is not None else None
    recon, prior, elbo, gap, whole = shown if shown is not None else (None,) * 5
    plus = "+" if gap is not None and gap >= 0 else ""
    return [
        Step(words.reconstruction(), words.nats(recon), recon, "blue", hints[0]),
        Step(f"{text.MINUS} KL(q ‖ p(z))", _negative(prior, words.FINE), _less(prior), "orange", hints[1]),
        Step("ELBO", words.nats(elbo), elbo, None, hints[2]),
        Step("+ KL(q ‖ p(z|x))", plus + words.nats(gap), gap, "accent", words.gap(result) or hints[3]),
        Step(words.whole(result), words.nats(whole), whole, None, words.whole_hint(result)),
    ]


def bounded(result: Estimated | None, bounds: Bounds | None) -> list[Step]:
    """Return the rows of the ledger of more latents: the ELBO by draws, and the tightest bound there is."""
    hints, places = words.hints(), words.COARSE
    recon, prior, elbo = words.estimated(result) if result is not None else (None,) * 3
    most = bounds.log_prob if bounds is not None else None
    return [
        Step(words.reconstruction(result), words.nats(recon, places), recon, "blue", hints[0]),
        Step(f"{text.MINUS} KL(q ‖ p(z))", _negative(prior, places), _less(prior), "orange", hints[1]),
        Step("ELBO", words.nats(elbo, places), elbo, None, hints[2]),
        Step(words.bounded(bounds), words.nats(most, places), most, None, words.bound_hint(bounds)),
    ]


def _less(value: float | None) -> float | None:
    return None if value is None else -value


def _negative(value: float | None, decimals: int) -> str:
    return words.nats(_less(value), decimals)
