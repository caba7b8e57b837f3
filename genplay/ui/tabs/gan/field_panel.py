"""The middle of the tab: title and choice of a surface above the playing field, its legend below it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from genplay.ui import text, theme
from genplay.ui.tabs.gan.field import PlayingField
from genplay.ui.tabs.gan.layers import Layers
from genplay.ui.tabs.gan.scene import Scene
from genplay.ui.widgets.dressed import Dressed
from genplay.ui.widgets.segmented import Segmented
from genplay.ui.widgets.words import label, size_of

HEAD, FOOT = 28, 28
"""px at 100 %: the title, and the legend."""


class FieldPanel(Dressed):
    """The playing field with its title, which surface it shows, and which layers."""

    surface_chosen = Signal(str)
    """The field is to show "learned", "optimal" or "gap"."""

    def __init__(self) -> None:
        super().__init__()
        self.field, self.layers = PlayingField(), Layers()
        self.surface = Segmented(small=True)
        self.surface.set_choices([("learned", "D"), ("optimal", "D*"), ("gap", "D − D*")])
        self.surface.set_tips(
            {
                "learned": self.tr("Show what the discriminator has learnt"),
                "optimal": self.tr("Show the best discriminator there is against this generator"),
                "gap": self.tr("Show how far the learnt one is from the best one"),
            }
        )
        self.surface.setAccessibleName(self.tr("Surface on the playing field"))
        self.surface.chosen.connect(self.surface_chosen)
        self._title, self._noise = label("label", self.tr("The playing field")), label("axis")
        self._noise_words, self._offered = "", True
        self._head, self._column = QHBoxLayout(), QVBoxLayout(self)
        self._head.addWidget(self._title)
        self._head.addStretch(1)
        self._head.addWidget(self._noise)
        self._head.addWidget(self.surface)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(self._head)
        self._column.addWidget(self.field)
        self._column.addWidget(self.layers)
        self._column.addStretch(1)
        self._restyle()

    def show_scene(self, scene: Scene) -> None:
        """Show what there is."""
        result, drawing = scene.result, scene.state.drawing is not None
        self._title.setText(self.tr("Your distribution") if drawing else self.tr("The playing field"))
        self._noise_words = "" if drawing else self._said_of_noise(scene)
        self._offered = bool(
            result and result.distance.gap is not None and not drawing and scene.phase is None
        )
        self.surface.set_current(scene.state.surface)
        self._fit_head()
        self.field.show_scene(scene)
        self.layers.show_scene(scene)
        self.layers.setEnabled(not drawing)

    def set_side(self, pixels: int) -> None:
        """Make the field so large."""
        self.field.set_side(pixels)
        self.setFixedWidth(pixels)
        self._fit_head()

    def _said_of_noise(self, scene: Scene) -> str:
        """Say which noise the fake points on the field are of."""
        if scene.moved is not None:
            return self.tr("minibatch of {count}").format(count=text.count(len(scene.moved.fake)))
        if scene.result is None:
            return ""
        return self.tr("{count} fixed noise points").format(count=text.count(len(scene.result.fake)))

    def _fit_head(self) -> None:
        """Leave out what has no room beside the title: first the number of points, then the choice."""
        now = theme.current()
        room = self.field.sizeHint().width() - size_of("label", self._title.text()).width() - now.px(8)
        choice = self.surface.sizeHint().width() + now.px(8)
        self.surface.setVisible(self._offered and choice <= room)
        room -= choice * self.surface.isVisibleTo(self)
        self._noise.setText(self._noise_words)
        wide = size_of("axis", self._noise_words).width() + now.px(8)
        self._noise.setVisible(bool(self._noise_words) and wide <= room)

    def _restyle(self) -> None:
        now = theme.current()
        self._head.setSpacing(now.px(8))
        self._head.setContentsMargins(0, 0, 0, now.px(2))
        self._title.setFixedHeight(now.px(HEAD - 2))
        self.layers.setFixedHeight(now.px(FOOT))
        self._fit_head()
