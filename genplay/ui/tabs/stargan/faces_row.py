"""The centre of the tab: the face, the edited face, the true edit, and how they differ."""

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout

from genplay.families.stargan import NAMES, Edited, Met
from genplay.ui import theme
from genplay.ui.tabs.stargan import words
from genplay.ui.tabs.stargan.face_panel import FacePanel, StrangerNote
from genplay.ui.tabs.stargan.fitting import Fit
from genplay.ui.tabs.stargan.scene import Scene
from genplay.ui.translation import translate
from genplay.ui.widgets.dressed import Dressed


class FacesRow(Dressed):
    """Four pictures of one size."""

    accepted = Signal()
    """What comes of a stranger is to be shown."""

    def __init__(self) -> None:
        super().__init__()
        self.face = FacePanel(self.tr("The face"), "star_x")
        self.edited = FacePanel(self.tr("Edited by G"), "star_y")
        self.truth = FacePanel(self.tr("True edit"))
        self.difference = FacePanel(self.tr("Difference"), surprise=True)
        self.panels = (self.face, self.edited, self.truth, self.difference)
        self.note = StrangerNote(self.edited.picture)
        self.note.hide()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        for panel in self.panels:
            self._row.addWidget(panel)
            self._row.addStretch(1)
        self.note.accepted.connect(self.accepted)
        self._restyle()

    def show_scene(self, scene: Scene) -> None:
        """Show the face, and what comes of it as far as it may be seen."""
        self._show_face(scene)
        self._show_edited(scene)
        self._show_truth(scene)
        self._show_difference(scene)

    def set_parts(self, fit: Fit) -> None:
        """Take the sizes of a layout."""
        for panel in self.panels:
            panel.set_size(fit.pixel, fit.lines)
        if "missed" in fit.parts:
            self.difference.set_size(fit.map or fit.pixel, 0)
        self.truth.setVisible("truth" in fit.parts)
        self.difference.setVisible("difference" in fit.parts or fit.map > 0)
        self._row.setSpacing(theme.current().px(fit.gap) // 2)
        if "missed" not in fit.parts and self.difference.parent() is not self:
            self._row.insertWidget(2 * self.panels.index(self.difference), self.difference)
        self._place()

    def _show_face(self, scene: Scene) -> None:
        met, late = scene.met, "face" in scene.waiting
        self.face.set_picture(None if met is None else met.picture, late=late)
        model = scene.state.model
        model = translate("families", NAMES[model]) if model in NAMES else model
        loading = late and met is None
        self.face.set_loading(self.tr("Loading {model}").format(model=model) if loading else None)
        failure = scene.failures.get("face")
        self.face.picture.set_error(self.tr("There is no face") if failure else None, failure or "")
        known = scene.known if not late else None
        said = (
            "" if known is None else self.tr("D(x) = {logit}").format(logit=words.source(known.heads.source))
        )
        self.face.set_lines(words.face(scene.state.face), said)

    def _show_edited(self, scene: Scene) -> None:
        edited, late = scene.seen, "picture" in scene.waiting
        self.edited.set_picture(None if edited is None else edited.picture, late=late)
        failure = None if scene.hidden else scene.failures.get("picture")
        if "face" in scene.failures:
            failure = None
        self.edited.picture.set_error(self.tr("There is no picture") if failure else None, failure or "")
        self.note.set_words(words.world(scene.names), self.tr("No face that G knows."))
        self.note.setVisible(scene.hidden)
        fresh = scene.fresh
        if fresh is None:
            self.edited.set_lines()
            return
        asked = words.edit(scene.names, fresh.own.tolist(), fresh.target.tolist(), scene.groups)
        if scene.is_stranger:
            asked = self.tr("No face that G knows")
        self.edited.set_lines(asked, self.tr("D(y) = {logit}").format(logit=words.source(fresh.after.source)))

    def _show_truth(self, scene: Scene) -> None:
        edited, met, late = scene.seen, scene.met, "picture" in scene.waiting
        truth = None if edited is None else edited.truth
        self.truth.set_picture(None if truth is None else truth.picture, late=late)
        said = words.untrue(met, edited) if met is not None and edited is not None and truth is None else ""
        self.truth.set_notice(*([said] if said and not late else []))
        drawn = self.tr("Drawn from its specification") if truth is not None and not late else ""
        self.truth.set_lines(drawn, shortly=self.tr("As specified") if drawn else "")

    def _show_difference(self, scene: Scene) -> None:
        """Show what the network missed; where nobody knows that, what it changed."""
        edited, met, late = scene.seen, scene.met, "picture" in scene.waiting
        if edited is None or met is None:
            self.difference.set_title(self.tr("Difference"))
            self.difference.set_difference(None, late=late)
            self.difference.set_lines()
            return
        if edited.truth is not None:
            self.difference.set_title(self.tr("Missed by G"))
            self.difference.set_difference(edited.truth.difference, late=late)
            said = words.elsewhere(edited.truth)
            self.difference.set_lines("" if late else said[0], shortly="" if late else said[1])
            return
        moved = change(met, edited)
        self.difference.set_title(self.tr("Change by G"))
        self.difference.set_difference(moved, late=late)
        said = words.moved(float(moved.mean()))
        self.difference.set_lines("" if late else said[0], shortly="" if late else said[1])

    def _place(self) -> None:
        """Have the note within the frame of the edited face."""
        frame = self.edited.picture.framed_rect().toAlignedRect()
        edge = theme.current().px(1)
        self.note.setGeometry(frame.adjusted(edge, edge, -edge, -edge))

    def _restyle(self) -> None:
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the note in its frame."""
        super().resizeEvent(event)
        self._place()


def change(met: Met, edited: Edited) -> np.ndarray:
    """Return the mean absolute change of each pixel, (64, 64) float32, in levels of 255."""
    return np.abs(edited.picture.astype(np.float32) - met.picture).mean(-1)
