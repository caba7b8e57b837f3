"""The plane of seeds, where in it the point is, which part of it is shown, and the truncation."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from genplay.families.dcgan import MOST, TRUNCATIONS
from genplay.ui import theme
from genplay.ui.tabs.dcgan import words
from genplay.ui.tabs.dcgan.fitting import Fit
from genplay.ui.tabs.dcgan.scene import Scene
from genplay.ui.tabs.dcgan.seed_plane import SeedPlane
from genplay.ui.tabs.fitted import set_head
from genplay.ui.tabs.memo import Memo
from genplay.ui.widgets.buttons import IconButton
from genplay.ui.widgets.dressed import Dressed
from genplay.ui.widgets.formula import FormulaLabel
from genplay.ui.widgets.slider import Slider
from genplay.ui.widgets.spin import Spin
from genplay.ui.widgets.words import label, size_of

_SMALL = 22  # px at 100 %: the buttons that turn to other parts of the plane
_SPACING = 6


class PlanePanel(Dressed):
    """Where the noise comes from."""

    moved = Signal(float, float)
    settled = Signal()
    seed_chosen = Signal(int, int)
    """Which seed: 0 for x, 1 for y, and the coordinate."""
    redrawn = Signal()
    turned = Signal(int, int)
    """Another part of the plane is wanted: how many to the right, and downwards."""
    truncation_moved = Signal(float)
    truncation_settled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.plane = SeedPlane()
        self._place = label("caption")
        self._page = label("caption")
        self.seeds = [Spin(-MOST, MOST, digits=3), Spin(-MOST, MOST, digits=3)]
        self._new = IconButton("dice", self.tr("Other noise: a seed elsewhere in the plane"))
        self._turns = self._arrows()
        least, most = TRUNCATIONS
        self.truncation = Slider(self.tr("Truncation"), least, most, 1.0, stride=5)
        self.truncation.setToolTip(self.tr("Truncation τ: the noise is multiplied by it"))
        self._shown = Memo()
        self._said: tuple[tuple[int, int], tuple[str, ...]] = (0, 0), ()
        self._arrange()
        self._connect()
        self._restyle()

    def show_scene(self, scene: Scene) -> None:
        """Show the part of the plane, and where the point is in it."""
        state = scene.state
        pictures, fresh = scene.near()
        self.plane.set_corner(state.corner)
        if self._shown.changed(scene.walled, scene.before, state.corner, fresh):
            self.plane.set_pictures(pictures, fresh)
        self.plane.set_pins([(pin.x, pin.y) if pin.blend is None else None for pin in state.pins])
        x, y = state.latent.x, state.latent.y
        lies = state.walk is None and state.latent.blend is None
        self.plane.set_point((x, y) if lies else None)
        said = state.corner, words.whereabouts(scene)
        if said != self._said:
            self._said = said
            self._say()
        for spin, at in zip(self.seeds, (x, y), strict=True):
            if spin.value() != round(at):
                spin.set_value(round(at))
            spin.setEnabled(lies)  # a sum of seeds, and what is between two pins, is of no one seed
        self.truncation.set_value(state.truncation)

    def set_parts(self, fit: Fit) -> None:
        """Take the sizes of a layout, and show what it has room for."""
        side = theme.current().px(fit.plane)
        self.plane.setFixedSize(side, side)
        self.setFixedWidth(side)
        self._turner.setVisible("turns" in fit.parts)
        self._page.setVisible(fit.plane >= _ROOM_FOR_PAGE)
        self._seeds.setVisible("seeds" in fit.parts)
        self._seed.setVisible(fit.plane >= _ROOM_FOR_PAGE)
        self._new.setVisible(fit.plane >= _ROOM_FOR_NEW)
        self.truncation.setVisible("truncation" in fit.parts)
        self.truncation.set_name(self.tr("Truncation") if fit.plane >= _ROOM_FOR_TRUNCATION else "τ")
        self._place.setVisible(fit.plane >= _ROOM_FOR_PLACE)
        self._say()

    def _say(self) -> None:
        """Say where the point is and which seeds are shown, in words that are not cut."""
        now, (corner, places) = theme.current(), self._said
        room = self.width() - len(self._turns) * now.px(_SMALL) - now.px(4)
        _write(self._page, words.page(corner), room)
        room = self.width() - size_of("label", self.tr("Latent plane")).width() - now.px(_BESIDE)
        _write(self._place, places, room)

    def _arrows(self) -> list[IconButton]:
        named = [
            ("chevron-left", self.tr("Seeds to the left"), (-1, 0)),
            ("chevron-right", self.tr("Seeds to the right"), (1, 0)),
            ("chevron-up", self.tr("Seeds above"), (0, -1)),
            ("chevron-down", self.tr("Seeds below"), (0, 1)),
        ]
        buttons = [IconButton(icon, said, _SMALL, _SMALL) for icon, said, _ in named]
        for button, (_, _, way) in zip(buttons, named, strict=True):
            button.clicked.connect(partial(self._turn, *way))
        return buttons

    def _arrange(self) -> None:
        self._top, self._turner, self._seeds = QWidget(), QWidget(), QWidget()
        self._head, turner, seeds = (
            QHBoxLayout(self._top),
            QHBoxLayout(self._turner),
            QHBoxLayout(self._seeds),
        )
        self._head.addWidget(label("label", self.tr("Latent plane")))
        self._head.addWidget(FormulaLabel("z"))
        self._head.addStretch(1)
        self._head.addWidget(self._place)
        turner.addWidget(self._page)
        turner.addStretch(1)
        for button in self._turns:
            turner.addWidget(button)
        self._seed = label("body", self.tr("Seed"))
        seeds.addWidget(self._seed)
        for spin in self.seeds:
            seeds.addWidget(spin)
        seeds.addStretch(1)
        seeds.addWidget(self._new)
        self._rows = [self._head, seeds]
        for row in (self._head, turner, seeds):
            row.setContentsMargins(0, 0, 0, 0)
        turner.setSpacing(0)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for widget in (self._top, self.plane, self._turner, self._seeds, self.truncation):
            self._column.addWidget(widget)
        self._column.addStretch(1)

    def _connect(self) -> None:
        self.plane.moved.connect(self.moved)
        self.plane.settled.connect(self.settled)
        for way, spin in enumerate(self.seeds):
            spin.edited.connect(partial(self._choose, way))
        self.seeds[0].setAccessibleName(self.tr("Seed, x"))
        self.seeds[1].setAccessibleName(self.tr("Seed, y"))
        self._new.clicked.connect(self.redrawn)
        self.truncation.moved.connect(self.truncation_moved)
        self.truncation.settled.connect(lambda _: self.truncation_settled.emit())

    def _turn(self, right: int, down: int) -> None:
        self.turned.emit(right, down)

    @Slot(int)
    def _choose(self, way: int, at: int) -> None:
        self.seed_chosen.emit(way, at)

    def _restyle(self) -> None:
        now = theme.current()
        self._column.setSpacing(now.px(_SPACING))
        for row in self._rows:
            row.setSpacing(now.px(7))
        set_head(self._top, self._head, _SPACING)


def _write(label: QLabel, said: Sequence[str], room: float) -> None:
    """Write the first of these that has room, or nothing."""
    label.setText(next((one for one in said if size_of("caption", one).width() <= room), ""))


_BESIDE = 32  # px at 100 %: the formula in the head, and what is between
_ROOM_FOR_PAGE, _ROOM_FOR_PLACE, _ROOM_FOR_NEW = 200, 180, 166  # px at 100 %: widths from which they have
_ROOM_FOR_TRUNCATION = 172
