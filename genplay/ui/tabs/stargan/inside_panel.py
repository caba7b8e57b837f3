"""Inside G and D: the planes that G is told, its mask and colours, and D's source head at every place."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from genplay.families.stargan import PAPER
from genplay.ui import theme
from genplay.ui.tabs.memo import Memo
from genplay.ui.tabs.stargan import words
from genplay.ui.tabs.stargan.cut_label import CutLabel
from genplay.ui.tabs.stargan.panel import LowerPanel
from genplay.ui.tabs.stargan.planes_view import PlanesView
from genplay.ui.tabs.stargan.scene import Scene
from genplay.ui.tabs.stargan.small_map import SmallMap

_LOGIT = 3  # at which the map of D's logits ends
_GAP, _PLANES = 12, 0.27  # px between; what share of the width the planes have at least


class InsidePanel(LowerPanel):
    """Planes, mask, colours, and D's logits of "real" at the face and at the edited face."""

    def __init__(self) -> None:
        super().__init__()
        self.planes = PlanesView()
        self.opened = SmallMap(
            self.tr("Mask"), "star_m", table="probability", legend=(self.tr("0 keeps"), self.tr("1 new"))
        )
        self.content = SmallMap(self.tr("New colours"), "star_content")
        logits = f"−{_LOGIT}", f"+{_LOGIT}"
        ends = -float(_LOGIT), float(_LOGIT)
        self.before, self.after = (
            SmallMap(title, table="signed", ends=ends, legend=logits, side=32)
            for title in (self.tr("D at the face"), self.tr("D at the edited face"))
        )
        self.caption.set_words(
            self.tr("D’s source head: is each place real? Its attribute head: the bars at the right.")
        )
        self._shown = Memo()
        self._arrange()
        self._restyle()

    def show_scene(self, scene: Scene) -> None:
        """Show what went into G, and what both players made of it."""
        found, late = scene.seen, bool(scene.waiting & {"picture", "face"})
        paper = scene.state.model == PAPER
        if not self._shown.changed(found, late, scene.names, paper):
            return
        whole, change = self.tr("G is told: wanted, as planes"), self.tr("G is told: wanted − own, as planes")
        self._told.set_words(whole if paper else change)
        self.planes.set_planes(
            [words.short(name) for name in scene.names], None if found is None else found.planes
        )
        self.opened.set_map(None if found is None else found.mask, late=late)
        self.content.set_picture(None if found is None else found.content, late=late)
        self.before.set_map(None if found is None else found.before.places, late=late)
        self.after.set_map(None if found is None else found.after.places, late=late)
        for small, heads in ((self.before, found and found.before), (self.after, found and found.after)):
            small.setToolTip("" if not heads else self._scales(heads.source))
        x, y = self.tr("D(x) = {logit}"), self.tr("D(y) = {logit}")
        self.before.set_title(
            x.format(logit=words.UNKNOWN if found is None else words.source(found.before.source))
        )
        self.after.set_title(
            y.format(logit=words.UNKNOWN if found is None else words.source(found.after.source))
        )

    def _scales(self, logits: tuple[float, ...]) -> str:
        said = self.tr("Mean logits of “real”, scales from fine to coarse: {logits}")
        return said.format(logits=", ".join(words.signed(logit) for logit in logits))

    def _arrange(self) -> None:
        self._row, self._left = QHBoxLayout(self), QWidget()
        self._row.setContentsMargins(0, 0, 0, 0)
        self._column = QVBoxLayout(self._left)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._told = CutLabel("axis")
        self._told.setToolTip(self.tr("One generator for all edits: what differs is these planes."))
        self._column.addWidget(self._told)
        self._column.addWidget(self.planes, 1)
        self._row.addWidget(self._left, 1)
        for small in (self.opened, self.content, self.before, self.after):
            self._row.addWidget(small)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room between planes and maps."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        scale = theme.current().scale
        wide, high = self.width() / scale, self.height() / scale
        each = (wide * (1 - _PLANES) - 4 * _GAP) / 4
        for small in (self.opened, self.content, self.before, self.after):
            small.set_room(max(each, 66), high)

    def _restyle(self) -> None:
        super()._restyle()
        now = theme.current()
        self._row.setSpacing(now.px(_GAP))
        self._column.setSpacing(now.px(4))
        self._fit()
