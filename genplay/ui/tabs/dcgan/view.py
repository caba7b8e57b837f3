"""Everything below the header: formula, plane, picture, pins, sliders, the panels, transport."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from genplay.families.base import Bits
from genplay.families.dcgan import FAMILY, MOST_PINS
from genplay.ui import theme
from genplay.ui.tabs.dcgan import fitting, formulas, motion
from genplay.ui.tabs.dcgan.fitting import Fit
from genplay.ui.tabs.dcgan.picture_panel import PicturePanel
from genplay.ui.tabs.dcgan.pins_panel import PinsPanel
from genplay.ui.tabs.dcgan.plane_panel import PlanePanel
from genplay.ui.tabs.dcgan.scene import Scene
from genplay.ui.tabs.dcgan.side import Side
from genplay.ui.tabs.dcgan.sliders_panel import SlidersPanel
from genplay.ui.tabs.dcgan.words import normalised
from genplay.ui.tabs.fitted import FittedPage
from genplay.ui.tabs.memo import Memo
from genplay.ui.translation import translate
from genplay.ui.widgets.buttons import Button
from genplay.ui.widgets.focus import in_turn
from genplay.ui.widgets.formula import FormulaStrip
from genplay.ui.widgets.pixels import Indices
from genplay.ui.widgets.segmented import Segmented
from genplay.ui.widgets.spin import Spin
from genplay.ui.widgets.transport import Transport
from genplay.ui.widgets.words import label, wrapped

WIDE = ("arithmetic", "layers", "discriminator")
"""The state's ``lower`` whose panel wants width more than the samples do."""


class DcganView(FittedPage):
    """Shows a scene; knows no gesture.

    Args:
        items: (name, grey levels (28, 28)) pairs to be judged by D.
        avatars: (name, colours (64, 64, 3)) pairs, of models in colours.
    """

    def __init__(self, items: Sequence[tuple[str, Bits]], avatars: Sequence[tuple[str, Indices]]) -> None:
        super().__init__()
        self.formula = FormulaStrip()
        self.formula.set_title(translate("families", FAMILY.name))
        self.plane, self.picture, self.pins = PlanePanel(), PicturePanel(), PinsPanel()
        self.sliders, self.side = SlidersPanel(), Side(items, avatars)
        self.transport = Transport()
        self.trips = Segmented(small=True)
        self.trips.setAccessibleName(self.tr("Where the walk goes"))
        self.trips.set_choices([("ends", self.tr("Two pins")), ("tour", self.tr("Round trip"))])
        self.ends = [Spin(1, MOST_PINS, digits=1), Spin(1, MOST_PINS, digits=1)]
        self.ends[0].setAccessibleName(self.tr("Pin where the walk begins"))
        self.ends[1].setAccessibleName(self.tr("Pin where the walk ends"))
        self.save_animation = Button(self.tr("Save animation"), icon="export")
        self._from, self._to = label("body", self.tr("Walk from")), label("body", self.tr("to"))
        self._projector = self._tour = self._wide = False
        self._fitted, self._layout, self._counted, self._ordered = Memo(), Memo(), Memo(), Memo()
        self._arrange()
        self._restyle()

    def show_scene(self, scene: Scene, *, playing: bool) -> None:
        """Show everything."""
        state = scene.state
        layout = formulas.layout(state)
        if self._layout.changed(layout):
            self.formula.set_layout(layout)
        self.formula.set_values(formulas.values(scene))
        self.formula.setToolTip(
            wrapped(normalised()) if scene.shown is not None and scene.shown.normed else ""
        )
        if (state.lower in WIDE) != self._wide:
            self._wide = not self._wide
            self._fit()
        for panel in (self.plane, self.picture, self.pins, self.sliders, self.side):
            panel.show_scene(scene)
        if self._ordered.changed(len(self.pins.tiles), len(self.sliders.sliders)):
            in_turn(self.plane, self.picture, self.pins, self.sliders, self.side, self.transport)
        self.trips.set_current("tour" if state.tour else "ends")
        for spin, end in zip(self.ends, state.ends, strict=True):
            with QSignalBlocker(spin):  # a value that is out of range now is no gesture
                spin.setRange(1, max(len(state.pins), 1))
            spin.set_value(end + 1)
            spin.setEnabled(len(state.pins) > 1)
        self.save_animation.setEnabled(state.walks)
        self._tour = state.tour
        self.transport.set_position(motion.cursor(state), motion.length(state))
        if self._counted.changed(state.tour, motion.length(state)):
            self._fit_transport()
        self.transport.set_speed(state.speed)
        self.transport.set_playing(playing)

    def set_projector(self, on: bool) -> None:
        """Show what a class in the last row can read, or everything."""
        self._projector = on
        self._fit()

    def _arrange(self) -> None:
        self.transport.set_offered(slow=False, scrubber=True)
        for widget in (self.trips, self._from, self.ends[0], self._to, self.ends[1], self.save_animation):
            self.transport.add_right(widget)
        self._columns, self._left, self._over = QHBoxLayout(), QVBoxLayout(), QWidget()
        self._above = QHBoxLayout(self._over)
        self._above.setContentsMargins(0, 0, 0, 0)
        for panel in (self.plane, self.picture, self.pins):
            self._above.addWidget(
                panel, 0, Qt.AlignmentFlag.AlignTop if panel is not self.pins else Qt.AlignmentFlag(0)
            )
            self._above.addStretch(int(panel is not self.pins))
        self._left.addWidget(self._over, 1)
        self._left.addWidget(self.sliders)
        self._left.addStretch(0)
        self._columns.addLayout(self._left, 1)
        self._columns.addWidget(self.side)
        self._page = QVBoxLayout(self)
        self._page.setContentsMargins(0, 0, 0, 0)
        self._page.addWidget(self.formula)
        self._page.addLayout(self._columns, 1)
        self._page.addWidget(self.transport)

    def _fit_once(self) -> None:
        """Show what there is room for, and let the pictures grow."""
        now = theme.current()
        width, height = self.width() / now.scale, self.height() / now.scale
        dots = now.scale * self.devicePixelRatioF()
        fit = fitting.fit(width, height, projector=self._projector, wide=self._wide, dots=dots)
        if self._fitted.changed(fit, now):
            self._show_parts(fit)
        self._fit_transport()

    def _show_parts(self, fit: Fit) -> None:
        now = theme.current()
        shown: dict[str, QWidget] = {
            "formula": self.formula,
            "above": self._over,
            "pins": self.pins,
            "sliders": self.sliders,
            "side": self.side,
        }
        for part, widget in shown.items():
            widget.setVisible(part in fit.parts)
        self._columns.setSpacing(now.px(fit.gap))
        self._above.setSpacing(now.px(fit.gap) // 2)  # between a panel and the space beside it
        self._left.setSpacing(now.px(fitting.SPACING))
        self._over.setMaximumHeight(now.px(fit.top))
        upright = QBoxLayout.Direction.TopToBottom if fit.upright else QBoxLayout.Direction.LeftToRight
        self._above.setDirection(upright)
        for panel in (self.plane, self.picture, self.pins, self.sliders):
            panel.set_parts(fit)
        self.side.setFixedWidth(now.px(fit.side or 1))
        self.side.set_terse(fit.terse)

    def _fit_transport(self) -> None:
        """Say in fewer words, or leave out, what has no room in the transport: all of it is in the menus."""
        self.transport.set_roomy(True)
        self.transport.set_terse(False)
        ends: Sequence[QWidget] = (self._from, self._to, *self.ends)
        for widget in (self.trips, self.save_animation, *ends):
            widget.setVisible(widget not in ends or not self._tour)
        self.save_animation.set_words(self.tr("Save animation"))
        self._from.setText(self.tr("Walk from"))
        for leave in (
            lambda: self._from.setText(self.tr("from")),
            lambda: self.save_animation.set_words(""),
            lambda: self.transport.set_terse(True),
            lambda: self.transport.set_roomy(False),
            self.save_animation.hide,
            lambda: [widget.hide() for widget in ends],
            self.trips.hide,
        ):
            if self.transport.needed() <= self.width():
                return
            leave()

    def _restyle(self) -> None:
        self._page.setSpacing(theme.current().px(fitting.SPACING))
        self._fit()
