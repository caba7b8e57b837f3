"""The middle columns: the expected grey and the surprise of each pixel, and the reading line."""

import math

from genplay.ui.tabs.autoregressive.grey import words
from genplay.ui.tabs.autoregressive.grey.scene import GreyScene
from genplay.ui.tabs.autoregressive.map_pair import MapPair
from genplay.ui.tabs.memo import Memo
from genplay.ui.widgets.pixels import levels
from genplay.ui.widgets.reading import Part

SURPRISE_LIMIT = math.log(256)  # nats: that of a model for which every grey is alike; clipped, and said so


class GreyMaps(MapPair):
    """Two heat maps of the model at work.

    A density may exceed 1 and its -log be below 0: surprise is taken of the probability of the pixel's own
    grey of 256, which is none of both.
    """

    def __init__(self) -> None:
        super().__init__()
        self._memo = Memo()
        self._name_maps(roomy=True)

    def _name_maps(self, *, roomy: bool) -> None:
        self.name(
            0,
            self.tr("Expected grey"),
            "expected_x_i",
            "probability",
            self.tr("0 paper"),
            self.tr("255 ink"),
        )
        self.name(
            1,
            self.tr("Surprise"),
            "surprise_grey",
            "surprise",
            self.tr("0"),
            self.tr("5.55: any grey, or more") if roomy else self.tr("5.55 nats +"),
        )

    def set_roomy(self, roomy: bool) -> None:
        """Say more in label and legend, or leave their room to narrow pictures."""
        super().set_roomy(roomy)
        self._name_maps(roomy=roomy)

    def show_scene(self, scene: GreyScene) -> None:
        """Show the conditionals."""
        result = scene.result
        if result is not None and self._memo.changed(result):
            self.expected.set_values(levels(result.expected, 0, 1).reshape(28, 28))
            self.surprise.set_values(levels(result.surprises, 0, SURPRISE_LIMIT).reshape(28, 28))
        self.show_focus(scene)

    def show_focus(self, scene: GreyScene) -> None:
        """Show which pixel the numbers speak of."""
        for view in self.maps:
            view.set_cursor(scene.focus)
        self.read(*words.reading(scene))

    def read(self, parts: list[Part], hint: str) -> None:
        """Show these words in the reading line."""
        self.line.set_parts(parts)
        self.line.set_hint(hint)
