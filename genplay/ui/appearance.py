"""Theme, interface scale and projector mode: what the View menu sets, applied and remembered."""

import msgspec
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication

from genplay.errors import UserError
from genplay.ui import pointer
from genplay.ui import settings as store
from genplay.ui import theme as themes
from genplay.ui.settings import Settings
from genplay.ui.theme import Theme

STEPS = (1.0, 1.25, 1.5, 1.75, 2.0, 2.25, 2.5)
_PROJECTOR_LEAST = 1.25


class Appearance(QObject):
    """Keeps the application's theme in step with the settings.

    Args:
        application: What is themed.
        settings: Where to begin.
        remember: Whether changes are kept for the next start.
    """

    changed = Signal()
    failed = Signal(object)
    """A UserError: the settings could not be kept."""

    def __init__(self, application: QApplication, settings: Settings, *, remember: bool = True) -> None:
        super().__init__(application)
        self.settings = settings
        self.projector = False
        self._application = application
        self._remember = remember
        application.styleHints().colorSchemeChanged.connect(self._follow_system)
        self._apply()

    @property
    def theme(self) -> Theme:
        """The theme that the settings ask for."""
        name = self.settings.theme
        if name == "system":
            # Projectors wash out dark: light there, unless the user chose otherwise.
            name = "light" if self.projector else themes.system_name()
        return Theme(name, self.scale, self.projector, self.settings.reduced_motion)

    @property
    def scale(self) -> float:
        """Interface scale now, 1.0 to 2.5."""
        return self.settings.projector_scale if self.projector else self.settings.scale

    def set_theme(self, name: str) -> None:
        """Choose "system", "light", "dark" or "contrast"."""
        self._change(theme=name)

    def set_scale(self, scale: float) -> None:
        """Choose the interface scale of the mode now."""
        if self.projector:
            self._change(projector_scale=max(_PROJECTOR_LEAST, scale))
        else:
            self._change(scale=scale)

    def toggle_motion(self) -> None:
        """Let things move by themselves, or keep them still."""
        self._change(reduced_motion=not self.settings.reduced_motion)

    def zoom(self, steps: int) -> None:
        """Go up or down by steps of a quarter."""
        self.set_scale(self.zoomed(steps))

    def zoomed(self, steps: int) -> float:
        """Return the scale that so many steps of a quarter lead to."""
        nearest = min(range(len(STEPS)), key=lambda i: abs(STEPS[i] - self.scale))
        return STEPS[min(max(nearest + steps, 0), len(STEPS) - 1)]

    def set_projector(self, on: bool) -> None:
        """Enter or leave projector mode."""
        if on != self.projector:
            self.projector = on
            self._apply()

    def remember_size(self, width: int, height: int) -> None:
        """Keep the window's size for the next start."""
        width = min(max(width, store.LEAST_WIDTH), store.LARGEST)
        height = min(max(height, store.LEAST_HEIGHT), store.LARGEST)
        self.settings = msgspec.structs.replace(self.settings, width=width, height=height)
        self._save()

    def _change(self, **values: object) -> None:
        self.settings = msgspec.structs.replace(self.settings, **values)
        self._apply()
        self._save()

    def _apply(self) -> None:
        themes.apply(self._application, self.theme)
        pointer.show(self.theme)
        self.changed.emit()

    def _save(self) -> None:
        if not self._remember:
            return
        try:
            store.save(self.settings)
        except UserError as error:
            self.failed.emit(error)

    @Slot()
    def _follow_system(self) -> None:
        if self.settings.theme == "system":
            self._apply()
