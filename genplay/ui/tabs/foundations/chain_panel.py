"""The chain rule: a card for each factor, and the product so far."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from genplay.families.foundations import chain_note
from genplay.ui import theme
from genplay.ui.tabs.foundations import words
from genplay.ui.tabs.foundations.factor_cards import Card, Cells, FactorCards
from genplay.ui.tabs.foundations.scene import Scene
from genplay.ui.translation import sentence
from genplay.ui.widgets.dressed import Dressed
from genplay.ui.widgets.mini import INK, PAPER, UNKNOWN
from genplay.ui.widgets.reading import ReadingLine
from genplay.ui.widgets.words import label


class ChainPanel(Dressed):
    """Cards of the factors, the product strip, and what must be said of a condition that never happened."""

    picked = Signal(int)
    """How many factors are to be shown."""
    hovered = Signal(object)
    """The pixel whose card is under the pointer, or None."""

    def __init__(self) -> None:
        super().__init__()
        self.title, self._order = label("label", self.tr("Chain rule, factor by factor")), label("body")
        self.cards = FactorCards()
        self._product = ReadingLine()
        self._note = label("note")
        self._note.setWordWrap(True)
        self._sequence: NDArray[np.intp] = np.zeros(0, np.intp)
        self._head = QHBoxLayout()
        self._head.addWidget(self.title)
        self._head.addWidget(self._order)
        self._head.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._head)
        self._column.addWidget(self.cards, 1)
        self._column.addWidget(self._product)
        self._column.addWidget(self._note)
        self.cards.picked.connect(self.picked)
        self.cards.hovered.connect(self._hover)
        self._restyle()

    def show_scene(self, scene: Scene) -> None:
        """Show the factors that are read."""
        state = scene.state
        self._sequence = scene.sequence
        self._order.setText(words.order_name(state))
        shown = [_card(scene, place) for place in range(state.pixels)]
        self.cards.show_cards(shown, state.cursor - 1 if state.cursor else None)
        self._show_product(scene)
        factors = scene.factors
        reached = factors is not None and factors.never is not None and state.cursor >= factors.never
        note = chain_note(factors) if factors is not None and reached else None
        self._note.setText(sentence(note) if note else "")
        self._note.setVisible(note is not None)

    def _show_product(self, scene: Scene) -> None:
        """Say the product, in slow motion what happens, and of a pixel under the pointer its factor."""
        if phase := words.phase(scene):
            self._product.set_parts([(phase, "text", False)])
            self._product.set_hint("")
        elif scene.hovered is not None:
            self._product.set_parts(words.reading(scene))
            self._product.set_hint("")
        else:
            said, product, lands = words.product_of(scene)
            self._product.set_parts([(said, "text", False), (product, "blue", True)])
            self._product.set_hint(lands)

    def _hover(self, number: int | None) -> None:
        self.hovered.emit(None if number is None else int(self._sequence[number]))

    def _restyle(self) -> None:
        self._column.setSpacing(theme.current().px(8))
        self._head.setSpacing(theme.current().px(8))


def _card(scene: Scene, place: int) -> Card:
    read = place < scene.state.cursor
    return Card(
        cells=_cells(scene, place if read else -1),
        pixel=int(scene.sequence[place]) if read else None,
        caption=words.caption(scene, place),
        value=words.factor(scene, place),
    )


def _cells(scene: Scene, place: int) -> Cells:
    """Return the picture as far as it is read up to a place of the order."""
    cells = np.where(scene.state.drawing.flat(), INK, PAPER)
    cells[scene.ranks > place] = UNKNOWN
    return tuple(map(tuple, cells.reshape(scene.state.size).tolist()))
