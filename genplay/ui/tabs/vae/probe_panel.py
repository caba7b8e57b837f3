"""What can be read off the code by a flat boundary: a linear probe on the encoder's mean."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout

from genplay.families.vae import Probed
from genplay.ui import text, theme
from genplay.ui.tabs.memo import Memo
from genplay.ui.tabs.vae import words
from genplay.ui.tabs.vae.class_bars import ClassBars, ClassShare
from genplay.ui.tabs.vae.scene import Scene
from genplay.ui.widgets.dressed import Dressed
from genplay.ui.widgets.words import label

_BETWEEN, _APART, _HEAD = 32, 2, 10  # px


class _Side(Dressed):
    """A line of words above the bars of the classes."""

    def __init__(self, said: Sequence[QLabel], bars: ClassBars, hint: str) -> None:
        super().__init__()
        self.setToolTip(hint)
        self._head, self._column = QHBoxLayout(), QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for words_of in said:
            self._head.addWidget(words_of, int(words_of.wordWrap()))
        self._head.addStretch(0)
        self._column.addLayout(self._head)
        self._column.addWidget(bars, 1)
        self._restyle()

    def _restyle(self) -> None:
        self._head.setSpacing(theme.current().px(_HEAD))
        self._column.setSpacing(theme.current().px(_APART))


class ProbePanel(Dressed):
    """At the left what the probe takes the drawing for, at the right how often it is right of each class."""

    def __init__(self) -> None:
        super().__init__()
        self._taken, self._right = label("label"), label("label")
        self._failure, self._worst = label("note"), label("note")
        self._failure.setWordWrap(True)
        self._beliefs = ClassBars(self.tr("What a linear probe takes the drawing for"))
        self._accuracies = ClassBars(self.tr("How often the probe is right"))
        self._memo = Memo()
        hints = words.probe_key()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(_Side((self._taken, self._failure), self._beliefs, hints[0]), 1)
        self._row.addWidget(_Side((self._right, self._worst), self._accuracies, hints[1]), 1)
        self._restyle()

    def show_scene(self, scene: Scene) -> None:
        """Show what the probe says of the drawing, or dashes."""
        probed = words.present(scene, "probe", scene.probed)
        failure = scene.failures.get("probe", "")
        if self._memo.changed(probed, failure, scene.state.model):
            self._show(probed, words.classes(scene.state.model), failure)

    def _show(self, probed: Probed | None, names: tuple[str, ...], failure: str) -> None:
        self._failure.setText(failure)
        self._taken.setHidden(bool(failure))
        self._failure.setHidden(not failure)
        if probed is None:
            dashes = [ClassShare(name, None, "") for name in names]
            self._beliefs.set_rows(dashes)
            self._accuracies.set_rows(dashes)
            self._taken.setText(words.taken_for(None))
            self._right.setText(words.accuracy(None, ""))
            self._worst.setText("")
            return
        best, worst = int(np.argmax(probed.probabilities)), int(np.argmin(probed.per_class))
        beliefs, right = probed.probabilities.tolist(), probed.per_class.tolist()
        self._beliefs.set_rows(
            [
                ClassShare(name, p, text.prob(p), number == best)
                for number, (name, p) in enumerate(zip(names, beliefs, strict=True))
            ]
        )
        self._accuracies.set_rows(
            [
                ClassShare(name, share, text.percent(share), number == worst)
                for number, (name, share) in enumerate(zip(names, right, strict=True))
            ]
        )
        self._taken.setText(words.taken_for(names[best]))
        self._right.setText(words.accuracy(probed.accuracy, words.test_pictures(probed.model)))
        self._worst.setText(words.worst(names[worst], right[worst]))

    def _restyle(self) -> None:
        self._row.setSpacing(theme.current().px(_BETWEEN))
