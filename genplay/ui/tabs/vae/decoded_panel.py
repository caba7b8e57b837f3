"""The decoded picture, as the probability of ink or as a sample; below it the drawing beside its own."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from genplay.ui import theme
from genplay.ui.tabs.vae import fitting
from genplay.ui.tabs.vae.scene import Scene
from genplay.ui.widgets.dressed import Dressed
from genplay.ui.widgets.heat_map import HeatMap
from genplay.ui.widgets.legend import Legend
from genplay.ui.widgets.pixels import levels
from genplay.ui.widgets.segmented import Segmented
from genplay.ui.widgets.words import label

_SIDE, _PIXEL, _SMALL = 28, 8, 2
_SPACING = 6  # px at 100 %


class DecodedPanel(Dressed):
    """p(x | z) of the code, or of the place under the pointer; the drawing, its reconstruction, and both."""

    kind_chosen = Signal(str)
    """Mean or sample."""

    def __init__(self) -> None:
        super().__init__()
        self.title, self._where = label("label", self.tr("Decoded")), label("caption")
        self._kinds = Segmented(small=True)
        self._kinds.setAccessibleName(self.tr("What is decoded"))
        self._kinds.set_choices([("mean", self.tr("Mean")), ("sample", self.tr("Sample"))])
        self._kinds.chosen.connect(self.kind_chosen)
        self.picture = HeatMap("grey", pixel=_PIXEL)
        self.picture.set_title(self.tr("Decoded"))
        self._legend = Legend("grey", self.tr("0 paper"), self.tr("1 ink"))
        self._small = {
            "drawing": (HeatMap("grey", pixel=_SMALL), self.tr("Drawing")),
            "mean": (HeatMap("grey", pixel=_SMALL), self.tr("Its mean")),
            "difference": (HeatMap("signed", pixel=_SMALL), self.tr("Difference")),
        }
        self._pixel, self._small_pixel = _PIXEL, _SMALL
        self._arrange()
        self._restyle()

    def show_scene(self, scene: Scene) -> None:
        """Show what is decoded now."""
        state, shown = scene.state, scene.shown
        self._kinds.set_current(state.decoded)
        self._where.setText(self.tr("under the pointer") if scene.pointed is not None else "")
        self._fit()
        values = None
        if shown is not None:
            values = shown.mean if state.decoded == "mean" else shown.sample
        self.picture.set_values(_ink(values))
        self.picture.set_stale("decode" in scene.waiting and scene.pointed is None)
        self._compare(scene)

    def _compare(self, scene: Scene) -> None:
        """Show the drawing, the picture of the mean of its q as it is now, and drawing less picture."""
        drawing, mean = scene.state.drawing.flat(), scene.reconstruction
        late = ("encode" if scene.state.own_q else "mean") in scene.waiting
        for name in ("mean", "difference"):
            self._small[name][0].set_stale(late)
        self._small["drawing"][0].set_values(_ink(drawing))
        self._small["mean"][0].set_values(_ink(mean))
        difference = None if mean is None else _square(levels(drawing - mean, -1, 1))
        self._small["difference"][0].set_values(difference)

    def set_pixel(self, pixel: int, small: int) -> None:
        """Show the picture's pixels, and those of the pictures below it, so large, in px at 100 %."""
        self._pixel, self._small_pixel = pixel, small
        self._restyle()

    def set_compared(self, on: bool) -> None:
        """Show the drawing beside its reconstruction, or leave their room."""
        self._compared.setVisible(on)

    def _arrange(self) -> None:
        self._top = QWidget()
        self._head = QHBoxLayout(self._top)
        self._head.setContentsMargins(0, 0, 0, 0)
        for widget in (self.title, self._where):
            self._head.addWidget(widget)
        self._head.addStretch(1)
        self._head.addWidget(self._kinds)
        self._compared = QWidget()
        self._compared.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._row = QGridLayout(self._compared)
        self._row.setContentsMargins(0, 0, 0, 0)
        for column, (picture, name) in enumerate(self._small.values()):
            picture.set_title(name)
            self._row.addWidget(picture, 0, column)
            self._row.addWidget(label("caption", name), 1, column, Qt.AlignmentFlag.AlignLeft)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._top)
        self._column.addWidget(self.picture, 1)  # of whole pixels, as large as there is room for
        self._column.addWidget(self._legend)
        self._column.addWidget(self._compared)
        self._column.addStretch(0)

    def _fit(self) -> None:
        """Leave out what has no room: the title, which the picture's name says too, then the word."""
        words = [self.title, self._where] if self._where.text() else [self.title]
        needed = sum(widget.sizeHint().width() + self._head.spacing() for widget in (*words, self._kinds))
        self.title.setVisible(needed <= self.width())
        spoken = self._where.sizeHint().width() + self._head.spacing() + self._kinds.sizeHint().width()
        self._where.setVisible(len(words) > 1 and spoken <= self.width())

    def _restyle(self) -> None:
        now = theme.current()
        self._column.setSpacing(now.px(_SPACING))
        self._top.setFixedHeight(now.px(fitting.TOP - _SPACING))
        self._head.setSpacing(now.px(8))
        self._row.setHorizontalSpacing(now.px(20))
        self._row.setVerticalSpacing(now.px(4))
        # With the frame as wide as it is drawn: rounded otherwise, it costs a pixel of all 28.
        self.picture.setMaximumHeight(self.picture.size_for(self._pixel).height())
        for picture, _ in self._small.values():
            picture.setFixedSize(picture.size_for(self._small_pixel))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the new room."""
        super().resizeEvent(event)
        self._fit()


def _ink(values: NDArray[np.generic] | None) -> NDArray[np.uint8] | None:
    return None if values is None else _square(levels(values.astype(np.float32), 0, 1))


def _square(values: NDArray[np.uint8]) -> NDArray[np.uint8]:
    return values.reshape(_SIDE, _SIDE)
