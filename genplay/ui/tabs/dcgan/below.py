"""What wants the whole width: the feature maps of G, and the discriminator."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from genplay.families.base import Bits
from genplay.families.dcgan import MODELS
from genplay.ui import theme
from genplay.ui.tabs.dcgan.critic_panel import CriticPanel
from genplay.ui.tabs.dcgan.layers_panel import LayersPanel
from genplay.ui.tabs.dcgan.scene import Scene
from genplay.ui.tabs.memo import Memo
from genplay.ui.translation import translate
from genplay.ui.widgets.hairline import Hairline
from genplay.ui.widgets.pixels import Indices

WIDE = ("layers", "discriminator")
"""The state's ``lower`` for which a panel stands below."""
_RULE = 7  # px at 100 %: the line above the panel, and what is between


class Below(QWidget):
    """Two panels of which one is seen.

    Args:
        items: (name, grey levels (28, 28)) pairs to be judged.
        avatars: (name, colours (64, 64, 3)) pairs.
    """

    def __init__(self, items: Sequence[tuple[str, Bits]], avatars: Sequence[tuple[str, Indices]]) -> None:
        super().__init__()
        self.layers, self.critic = LayersPanel(), CriticPanel(items, avatars)
        self._stack = QStackedWidget()
        for panel in (self.layers, self.critic):
            self._stack.addWidget(panel)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(Hairline())
        self._column.addWidget(self._stack, 1)
        self._maps, self._judged = Memo(), Memo()
        self._restyle()

    def show_scene(self, scene: Scene) -> None:
        """Show the panel that is chosen, if any is."""
        if scene.state.lower == "layers":
            self._stack.setCurrentWidget(self.layers)
            self._show_layers(scene)
        elif scene.state.lower == "discriminator":
            self._stack.setCurrentWidget(self.critic)
            self._show_critic(scene)

    def _show_layers(self, scene: Scene) -> None:
        late, failure = "layers" in scene.waiting, scene.failures.get("layers")
        loading = self.tr("Loading {model}") if late and scene.maps is None else ""
        if self._maps.changed(scene.maps, late, failure):
            self.layers.show_failure(failure)
            model = translate("families", MODELS[scene.state.model])
            self.layers.show_loading(loading.format(model=model) or None)
            self.layers.show_maps(scene.maps, late=late)

    def _show_critic(self, scene: Scene) -> None:
        late, failure = "verdict" in scene.waiting, scene.failures.get("verdict")
        self.critic.show_state(scene.state)
        self.critic.set_sample(scene.shown is not None)
        if self._judged.changed(scene.judged, scene.explained, late, failure):
            self.critic.show_failure(failure)
            self.critic.show_explained(scene.explained)
            self.critic.show_verdict(scene.judged, late=late)
        self.critic.show_pages(scene.scored)

    def _restyle(self) -> None:
        self._column.setSpacing(theme.current().px(_RULE - 1))

    def changeEvent(self, event: QEvent) -> None:
        """Follow theme and scale."""
        if event.type() == QEvent.Type.StyleChange:
            self._restyle()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell the panels their room, in px at 100 %."""
        super().resizeEvent(event)
        scale = theme.current().scale
        for panel in (self.layers, self.critic):
            panel.set_room(self.width() / scale, self.height() / scale - _RULE)
