"""Everything below the header: formula, pictures, attributes, sources, the panels; knows no gesture."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from genplay.families.stargan import FAMILY
from genplay.ui import theme
from genplay.ui.tabs.fitted import FittedPage
from genplay.ui.tabs.memo import Memo
from genplay.ui.tabs.stargan import fitting, formulas
from genplay.ui.tabs.stargan.attributes_panel import AttributesPanel
from genplay.ui.tabs.stargan.below import Below
from genplay.ui.tabs.stargan.faces_row import FacesRow
from genplay.ui.tabs.stargan.fitting import Fit
from genplay.ui.tabs.stargan.missed_row import MissedRow
from genplay.ui.tabs.stargan.scene import Scene
from genplay.ui.tabs.stargan.source_row import SourceRow
from genplay.ui.translation import translate
from genplay.ui.widgets.formula import FormulaStrip
from genplay.ui.widgets.pixels import Indices


class StarGanView(FittedPage):
    """Shows a scene.

    Args:
        avatars: (name, colours (64, 64, 3)) pairs to choose from.
        code: The specification that one composes from where the face is no avatar.
        missing: Why no avatar can be drawn here, and what helps; "" where it can.
    """

    def __init__(self, avatars: Sequence[tuple[str, Indices]], code: tuple[int, ...], missing: str) -> None:
        super().__init__()
        self.formula = FormulaStrip()
        self.formula.set_title(translate("families", FAMILY.name))
        self.faces, self.source = FacesRow(), SourceRow(avatars, missing)
        self.below, self.attributes = Below(missing, code), AttributesPanel()
        self.missed = MissedRow()
        self._projector = False
        self._fitted, self._model = Memo(), Memo()
        self._arrange()
        self._restyle()

    def show_scene(self, scene: Scene) -> None:
        """Show everything."""
        state = scene.state
        if self._model.changed(state.model):
            self.formula.set_layout(formulas.layout(state.model))
        self.formula.set_values(formulas.values(scene))
        self.faces.show_scene(scene)
        self.source.show_state(state)
        self.attributes.show_scene(scene)
        self.missed.show_scene(scene)
        self.below.show_scene(scene)

    def set_projector(self, on: bool) -> None:
        """Show what a class in the last row can read, or everything."""
        self._projector = on
        self._fit()

    def _arrange(self) -> None:
        self._columns, self._left = QHBoxLayout(), QWidget()
        self._stacked = QVBoxLayout(self._left)
        self._stacked.setContentsMargins(0, 0, 0, 0)
        for widget in (self.faces, self.source, self.missed):
            self._stacked.addWidget(widget)
        self._stacked.addWidget(self.below, 1)
        self._stacked.addStretch(0)
        self._columns.addWidget(self._left, 1)
        self._columns.addWidget(self.attributes)
        self._page = QVBoxLayout(self)
        self._page.setContentsMargins(0, 0, 0, 0)
        self._page.addWidget(self.formula)
        self._page.addLayout(self._columns, 1)

    def _fit_once(self) -> None:
        """Show what there is room for, and let the pictures grow."""
        now = theme.current()
        width, height = self.width() / now.scale, self.height() / now.scale
        dots = now.scale * self.devicePixelRatioF()
        fit = fitting.fit(width, height, projector=self._projector, dots=dots)
        if self._fitted.changed(fit, now, self._projector):
            self._show_parts(fit)

    def _show_parts(self, fit: Fit) -> None:
        now = theme.current()
        shown = {"formula": self.formula, "source": self.source, "lower": self.below, "missed": self.missed}
        for part, widget in shown.items():
            widget.setVisible(part in fit.parts)
        self._columns.setSpacing(now.px(fitting.BETWEEN))
        self._stacked.setSpacing(now.px(fitting.SPACING))
        self.attributes.setFixedWidth(now.px(fit.attributes))
        self.attributes.set_terse(terse=self._projector)
        if "missed" in fit.parts:
            self.missed.take(self.attributes.miss, self.faces.difference)
        else:
            self.attributes.take_number()
        self.attributes.miss.setVisible("miss" in fit.parts)
        self.source.set_terse(terse=fit.terse, narrow=fit.narrow)
        self.below.set_terse(terse=fit.terse)
        self.faces.set_parts(fit)
        self.missed.set_parts(fit, self.faces.face.width())

    def _restyle(self) -> None:
        self._page.setSpacing(theme.current().px(fitting.SPACING))
        self._fit()
