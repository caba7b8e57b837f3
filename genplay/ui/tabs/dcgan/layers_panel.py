"""What each layer of G makes of the noise, from left to right, up to the picture."""

from functools import partial
from math import ceil

import numpy as np
from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from genplay.families.dcgan import Maps
from genplay.ui import text, theme
from genplay.ui.tabs.dcgan import layers_words as words
from genplay.ui.tabs.dcgan.layer_mosaic import MOST, LayerMosaic, frame
from genplay.ui.tabs.dcgan.layers_fit import Block, fit
from genplay.ui.widgets.heat_map import HeatMap
from genplay.ui.widgets.legend import Legend
from genplay.ui.widgets.picture_view import PictureView
from genplay.ui.widgets.pixels import levels
from genplay.ui.widgets.words import label, size_of

_HEAD, _CAPTION, _APART, _ROWS = 24, 18, 16, 6  # px at 100 %
_NOISE = (20, 5)  # rows and columns of the noise
_REACH = 3.0  # the noise's colours end here
_MOST_LAYERS = 4
_BOTH = 860  # px at 100 %: width from which there is room for both legends
_LEAST = 400, 120  # px at 100 %


class LayersPanel(QWidget):
    """Noise, a mosaic for each layer, and the picture."""

    retry_pressed = Signal()
    copy_pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.noise = HeatMap("signed", _NOISE, pixel=6)
        self.noise.set_title(self.tr("Noise z"))
        self.picture = PictureView(64, pixel=2)
        self.picture.set_title(self.tr("The picture that the layers make"))
        self.mosaics = [LayerMosaic() for _ in range(_MOST_LAYERS)]
        self._captions = [label("axis") for _ in range(_MOST_LAYERS + 2)]
        most = self.tr("{most} and more")
        self._legend = Legend("probability", self.tr("maps: 0"), most.format(most=int(MOST)))
        least = self.tr("z: {least} and less").format(least=text.number(-_REACH, 0))
        self._signed = Legend("signed", least, most.format(most=int(_REACH)))
        self._reading = label("caption", words.hint())
        self._maps: Maps | None = None
        self._blocks: list[Block] = []
        self._room = (1084.0, 200.0)
        self._arrange()
        self._listen()
        self._restyle()

    def show_maps(self, maps: Maps | None, *, late: bool = False) -> None:
        """Show what the layers returned; while newer ones are awaited the old ones are pale."""
        self._maps = maps
        for mosaic, layer in zip(self.mosaics, () if maps is None else maps.layers, strict=False):
            mosaic.set_maps(layer)
            mosaic.set_stale(late)
        self.noise.set_values(None if maps is None else _noise(maps))
        self.picture.set_picture(None if maps is None else maps.picture)
        self.picture.set_stale(late and maps is not None)
        self._fit()
        self._reading.setText(words.hint())

    def show_loading(self, sentence: str | None) -> None:
        """Say that a model is being loaded, in words, or no longer."""
        self.picture.set_loading(sentence)

    def show_failure(self, sentence: str | None) -> None:
        """Say that there are no maps and what to do, or take that away."""
        self.picture.set_error(None if sentence is None else self.tr("There are no maps"), sentence or "")

    def set_room(self, width: float, height: float) -> None:
        """Be laid out in a room of this size, in px at 100 %."""
        if self._room != (width, height):
            self._room = width, height
            self._fit()

    def blocks(self) -> list[Block]:
        """Return how the layers are laid out, from the noise outwards."""
        return list(self._blocks)

    def _arrange(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._head = QWidget()
        head = QHBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(label("label", self.tr("Feature maps of G, layer by layer")))
        head.addWidget(self._reading, 1)
        head.addWidget(self._signed)
        head.addWidget(self._legend)
        self._line = head
        self._column.addWidget(self._head)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._grid)
        top = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
        for column, widget in enumerate((self.noise, *self.mosaics, self.picture)):
            self._grid.addWidget(self._captions[column], 0, column, top)
            self._grid.addWidget(widget, 1, column, top)
        self._grid.setColumnStretch(len(self._captions), 1)
        self._grid.setRowStretch(2, 1)
        self._column.addStretch(1)

    def _listen(self) -> None:
        for number, mosaic in enumerate(self.mosaics):
            mosaic.hovered.connect(partial(self._read, number))
        self.noise.hovered.connect(self._read_noise)
        self.picture.retry_pressed.connect(self.retry_pressed)
        self.picture.copy_pressed.connect(self.copy_pressed)

    def _read(self, number: int, place: tuple[int, int, int] | None) -> None:
        value = None if place is None else self.mosaics[number].value(place)
        if place is None or value is None:
            self._reading.setText(words.hint())
        else:
            self._reading.setText(words.place(number + 1, place, value))

    def _read_noise(self, index: int | None) -> None:
        if self._maps is None or index is None or index >= len(self._maps.z):
            self._reading.setText(words.hint())
        else:
            self._reading.setText(words.number(index, float(self._maps.z[index])))

    def _fit(self) -> None:
        """Give every layer the room that there is; each map's pixel is a whole number of the screen's."""
        maps = self._maps
        count = 0 if maps is None else len(maps.layers)
        for number, mosaic in enumerate(self.mosaics):
            mosaic.setVisible(number < count)
            self._captions[1 + number].setVisible(number < count)
        side = 64 if maps is None else len(maps.picture)
        now, ratio = theme.current(), self.devicePixelRatioF()
        dots, frames = now.scale * ratio, 2 * frame(ratio)
        self._signed.setVisible(self._room[0] >= _BOTH)
        height = self._room[1] - _HEAD - _CAPTION - 2 * _ROWS
        self.noise.setFixedSize(self.noise.size_for((height - 2) / _NOISE[0]))
        self.picture.setFixedSize(self.picture.size_for((height - 2) / side))
        taken = self.noise.width() + self.picture.width() + frames * count / ratio
        width = int((self._room[0] - (count + 1) * _APART) * dots - taken * ratio)
        layers = [] if maps is None else [(len(layer), layer.shape[1]) for layer in maps.layers]
        gap = max(round(now.scale * ratio), 1)
        told = [size_of("axis", words.layer(count, count, side)).width() * ratio for count, side in layers]
        self._blocks = fit(
            layers, max(width, 1), int(height * dots) - frames, gap, [ceil(wide) for wide in told]
        )
        for mosaic, block in zip(self.mosaics, self._blocks, strict=False):
            mosaic.set_block(block, ratio)
        self._caption()

    def _caption(self) -> None:
        maps = self._maps
        said = [""] * len(self._captions)
        if maps is not None:
            said[0], said[-1] = "z", words.picture(len(maps.picture))
            self.noise.setToolTip(words.noise(len(maps.z)))
            for number, (layer, block) in enumerate(zip(maps.layers, self._blocks, strict=True)):
                said[1 + number] = words.layer(len(layer), block.count, block.side)
                self.mosaics[number].setAccessibleName(words.named(number + 1, said[1 + number]))
                self.mosaics[number].setAccessibleDescription(words.keys())
        for caption, sentence in zip(self._captions, said, strict=True):
            caption.setText(sentence)

    def _restyle(self) -> None:
        now = theme.current()
        self._column.setSpacing(now.px(_ROWS))
        self._line.setSpacing(now.px(_APART))
        self._grid.setHorizontalSpacing(now.px(_APART))
        self._grid.setVerticalSpacing(0)
        self._head.setFixedHeight(now.px(_HEAD))
        for caption in self._captions:
            caption.setFixedHeight(now.px(_CAPTION))
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Accept less than what is shown asks for: with less room, less is shown."""
        now = theme.current()
        return QSize(now.px(_LEAST[0]), now.px(_LEAST[1]))

    def changeEvent(self, event: QEvent) -> None:
        """Follow theme and scale."""
        if event.type() == QEvent.Type.StyleChange:
            self._restyle()
        super().changeEvent(event)


def _noise(maps: Maps) -> np.ndarray:
    """Return the colour of each number of the noise, (20, 5); what is beyond the last is as 0."""
    whole = np.zeros(_NOISE[0] * _NOISE[1], np.float32)
    length = min(len(maps.z), len(whole))
    whole[:length] = maps.z[:length]
    return levels(whole, -_REACH, _REACH).reshape(_NOISE)
