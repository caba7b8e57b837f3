"""What each layer of G makes of the noise, from top to bottom, down to the last before the picture."""

from functools import partial
from itertools import zip_longest

import numpy as np
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout

from genplay.families.dcgan import MODELS, Maps
from genplay.ui import text, theme
from genplay.ui.tabs.dcgan import layers_words as words
from genplay.ui.tabs.dcgan.layer_mosaic import MOST, LayerMosaic, frame
from genplay.ui.tabs.dcgan.layers_fit import Block, fit
from genplay.ui.tabs.dcgan.scene import Scene
from genplay.ui.tabs.memo import Memo
from genplay.ui.translation import translate
from genplay.ui.widgets.dressed import Dressed
from genplay.ui.widgets.heat_map import HeatMap
from genplay.ui.widgets.legend import Legend
from genplay.ui.widgets.picture_view import PictureView
from genplay.ui.widgets.pixels import levels
from genplay.ui.widgets.words import label, size_of

_READING, _CAPTION, _APART, _ROWS = 20, 18, 12, 5  # px at 100 %: heights of words; between columns, and rows
_NOISE = (4, 25)  # rows and columns of the noise
_REACH = 3.0  # the noise's colours end here
_NUMBER = 8  # px at 100 %: the largest number of the noise
_MOST_LAYERS = 4
_WIDE, _BESIDE = 560, 112  # px at 100 %: width from which captions stand beside the maps, and theirs
_SIGNED, _BOTH = 330, 740  # px at 100 %: widths from which the noise's legend has room, and beside the other
_LEGEND = 330, 500  # and that of the maps, over them, and in the head
_FAR = 42  # px at 100 %: least side of a map that the last row can read
_LEAST = 240, 120  # px at 100 %
_UNBOUND = 16777215  # QWIDGETSIZE_MAX, which PySide6 does not tell


class LayersPanel(Dressed):
    """The noise, and a mosaic for each layer; a map that is clicked has all the room."""

    def __init__(self) -> None:
        super().__init__()
        self.noise = HeatMap("signed", _NOISE, pixel=_NUMBER)
        self.noise.set_title(self.tr("Noise z"))
        self.picture = PictureView(64, pixel=2)
        self.picture.set_title(self.tr("Where the maps will be"))
        self.mosaics = [LayerMosaic() for _ in range(_MOST_LAYERS)]
        self._captions = [label("axis") for _ in range(_MOST_LAYERS + 1)]
        most = self.tr("{most} and more")
        self._legend = Legend("probability", self.tr("maps: 0"), most.format(most=int(MOST)))
        least = self.tr("z: {least} and less").format(least=text.number(-_REACH, 0))
        self._signed = Legend("signed", least, most.format(most=int(_REACH)))
        self._reading, self._said = label("caption"), words.hint(alone=False)
        self._maps: Maps | None = None
        self._late = False
        self._blocks: list[Block] = []
        self._room, self._wide = (374.0, 450.0), False
        self._shown = Memo()
        self._arrange()
        self._listen()
        self._restyle()

    def show_scene(self, scene: Scene) -> None:
        """Show the maps of the picture that is shown, or say what is awaited or went wrong."""
        late, failure = "layers" in scene.waiting, scene.failures.get("layers")
        if not self._shown.changed(scene.maps, late, failure):
            return
        self.picture.set_error(None if failure is None else self.tr("There are no maps"), failure or "")
        loading = self.tr("Loading {model}") if late and scene.maps is None else ""
        self.picture.set_loading(
            loading.format(model=translate("families", MODELS[scene.state.model])) or None
        )
        self.show_maps(scene.maps, late=late)

    def show_maps(self, maps: Maps | None, *, late: bool = False) -> None:
        """Show what the layers returned; while newer ones are awaited the old ones are pale."""
        self._maps = maps
        if maps is not None:
            for mosaic, layer in zip_longest(self.mosaics, maps.layers):  # another model may have fewer
                mosaic.set_maps(layer)
                mosaic.set_stale(late)
        self._late = late
        self.noise.set_values(None if maps is None else _noise(maps))
        self.noise.set_stale(late and maps is not None)
        self._fit()
        self._hint()

    def set_room(self, width: float, height: float) -> None:
        """Be laid out in a room of this size, in px at 100 %."""
        if self._room != (width, height):
            self._room = width, height
            self._fit()

    def blocks(self) -> list[Block]:
        """Return how the layers that are shown are laid out, from the noise outwards."""
        return list(self._blocks)

    def _arrange(self) -> None:
        self._head, self._grid, self._column = QHBoxLayout(), QGridLayout(), QVBoxLayout(self)
        self._head.addWidget(self._reading)
        self._head.addStretch(1)
        for layout in (self._head, self._grid, self._column):
            layout.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._head)
        self._column.addLayout(self._grid)
        self._column.addWidget(self.picture)
        self._column.addStretch(1)
        self._seat()

    def _seat(self) -> None:
        """Have captions above the maps, or where it is wide, beside them; legends where there is room."""
        middle = Qt.AlignmentFlag.AlignVCenter
        for row, widget in enumerate((self.noise, *self.mosaics)):
            if self._wide:
                self._grid.addWidget(self._captions[row], row, 0, middle)
                self._grid.addWidget(widget, row, 1, Qt.AlignmentFlag.AlignLeft)
            else:
                self._grid.addWidget(self._captions[row], 2 * row, 0, middle)
                self._grid.addWidget(widget, 2 * row + 1, 0, 1, 2, Qt.AlignmentFlag.AlignLeft)
        for row, legend in enumerate((self._signed, self._legend)):
            if self._wide:
                self._head.addWidget(legend)
            else:
                self._grid.addWidget(legend, 2 * row, 1, middle)
        self._grid.setColumnStretch(1, 1)
        self._size_captions()

    def _size_captions(self) -> None:
        """Let captions be a line above their maps, or some lines beside them."""
        now = theme.current()
        wide, high = (now.px(_BESIDE), _UNBOUND) if self._wide else (_UNBOUND, now.px(_CAPTION))
        for caption in self._captions:
            caption.setWordWrap(self._wide)
            caption.setMinimumSize(wide if self._wide else 0, 0 if self._wide else high)
            caption.setMaximumSize(wide, high)

    def _listen(self) -> None:
        for number, mosaic in enumerate(self.mosaics):
            mosaic.hovered.connect(partial(self._read, number))
            mosaic.singled.connect(self._fit)
        self.noise.hovered.connect(self._read_noise)

    def _read(self, number: int, place: tuple[int, int, int] | None) -> None:
        value = None if place is None else self.mosaics[number].value(place)
        if place is None or value is None:
            self._hint()
        else:
            self._say(words.place(number + 1, place, value))

    def _read_noise(self, index: int | None) -> None:
        if self._maps is None or self._late or index is None or index >= len(self._maps.z):
            self._hint()
        else:
            said = words.number(index, float(self._maps.z[index]))
            self._say((said, said))

    def _hint(self) -> None:
        self._say(words.hint(alone=self._alone() is not None) if self._maps is not None else ("", ""))

    def _say(self, said: tuple[str, str]) -> None:
        """Say something in as many words as have room."""
        self._said = said
        room = theme.current().px(self._room[0])
        for legend in (self._signed, self._legend):
            if self._wide and legend.isVisibleTo(self):
                room -= legend.sizeHint().width() + theme.current().px(_APART)
        fits = size_of("caption", said[0]).width() <= room
        self._reading.setText(said[0] if fits else said[1])

    def _alone(self) -> int | None:
        """Return the layer of which one map is shown alone, if any is."""
        found = (at for at, mosaic in enumerate(self.mosaics) if mosaic.single is not None)
        return None if self._maps is None else next(found, None)

    def _fit(self) -> None:
        """Give every layer the room that there is; each map's pixel is a whole number of the screen's."""
        wide = self._room[0] >= _WIDE
        if wide != self._wide:
            self._wide = wide
            self._seat()
        count = 0 if self._maps is None else len(self._maps.layers)
        alone = self._alone()
        seen = range(count) if alone is None else (alone,)
        for number, mosaic in enumerate(self.mosaics):
            mosaic.setVisible(number in seen)
            self._captions[1 + number].setVisible(number in seen)
        for widget in (self.noise, self._captions[0]):
            widget.setVisible(bool(count) and alone is None)
        for legend, least in ((self._signed, (_SIGNED, _BOTH)), (self._legend, _LEGEND)):
            legend.setVisible(bool(count) and alone is None and self._room[0] >= least[int(self._wide)])
        self._place_blocks(list(seen), alone)
        self._caption(alone)
        self._say(self._said)

    def _place_blocks(self, seen: list[int], alone: int | None) -> None:
        now, ratio = theme.current(), self.devicePixelRatioF()
        dots, frames = now.scale * ratio, 2 * frame(ratio)
        width, height = self._room[0], self._room[1] - _READING - _ROWS
        if self._maps is None:
            self._blocks = []
            self.picture.show()
            self.picture.setFixedSize(self.picture.size_for((min(width, height) - 2) / self.picture.side))
            return
        self.picture.hide()
        if self._wide:
            width -= _BESIDE + _APART
        self.noise.setFixedSize(self.noise.size_for(min((width - 2) / _NOISE[1], _NUMBER)))
        rows = len(seen) + (alone is None)
        height -= (_ROWS + (0 if self._wide else _CAPTION + _ROWS)) * rows
        across, down = int(width * dots) - frames, int(height * dots) - frames * len(seen)
        if alone is not None:
            side = self._maps.layers[alone].shape[1]
            self._blocks = [Block(side, 1, max(min(across, down) // side, 1), 1, 0)]
        else:
            down -= round(self.noise.height() * ratio)
            layers = [(len(layer), layer.shape[1]) for layer in self._maps.layers]
            least = int(_FAR * dots) if now.projector else 1
            self._blocks = fit(layers, max(across, 1), max(down, 1), max(round(dots), 1), least)
        for at, block in zip(seen, self._blocks, strict=True):
            self.mosaics[at].set_block(block, ratio)

    def _caption(self, alone: int | None) -> None:
        if self._maps is None:
            return
        self._captions[0].setText(words.NOISE)
        self.noise.setToolTip(words.noise(len(self._maps.z)))
        layers = self._maps.layers
        for number in range(len(layers)) if alone is None else (alone,):
            layer, mosaic = layers[number], self.mosaics[number]
            count, side = len(layer), layer.shape[1]
            if mosaic.single is None:
                said = words.layer(count, self._blocks[number].count, side)
            else:
                said = words.alone(number + 1, mosaic.single + 1, count, side)
            self._captions[1 + number].setText(said.replace(" × ", "\u00a0×\u00a0"))  # is never parted
            mosaic.setAccessibleName(words.named(number + 1, words.layer(count, count, side)))
            mosaic.setAccessibleDescription(words.keys())

    def _restyle(self) -> None:
        now = theme.current()
        for layout in (self._column, self._grid):
            layout.setSpacing(now.px(_ROWS))
        self._grid.setHorizontalSpacing(now.px(_APART))
        self._head.setSpacing(now.px(_APART))
        self._reading.setFixedHeight(now.px(_READING))
        self._size_captions()
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Accept less than what is shown asks for: with less room, less is shown."""
        now = theme.current()
        return QSize(now.px(_LEAST[0]), now.px(_LEAST[1]))


def _noise(maps: Maps) -> np.ndarray:
    """Return the colour of each number of the noise, (4, 25); what is beyond the last is as 0."""
    whole = np.zeros(_NOISE[0] * _NOISE[1], np.float32)
    length = min(len(maps.z), len(whole))
    whole[:length] = maps.z[:length]
    return levels(whole, -_REACH, _REACH).reshape(_NOISE)
