"""The generated picture, what D makes of it, and what can be done with it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from genplay.families.dcgan import MODELS, Shown
from genplay.ui import theme
from genplay.ui.tabs.dcgan import words
from genplay.ui.tabs.dcgan.fitting import Fit
from genplay.ui.tabs.dcgan.scene import Scene
from genplay.ui.tabs.fitted import set_head
from genplay.ui.tabs.memo import Memo
from genplay.ui.translation import translate
from genplay.ui.widgets.buttons import Button, IconButton
from genplay.ui.widgets.dressed import Dressed
from genplay.ui.widgets.formula import FormulaLabel
from genplay.ui.widgets.legend import Legend
from genplay.ui.widgets.picture_view import PictureView
from genplay.ui.widgets.words import label, wrapped

_SPACING, _WIDE, _NARROW = 6, 200, 144  # px at 100 %: widths from which all is said, and the button has words


class PicturePanel(Dressed):
    """G(z)."""

    pin_pressed = Signal()
    copy_pressed = Signal()
    save_pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.picture = PictureView()
        self.picture.set_title(self.tr("Generated picture"))
        self._legend = Legend("grey", self.tr("0 paper"), self.tr("1 ink"))
        self._said = label("caption")
        self._pin = Button(self.tr("Pin"), icon="pin")
        self._pin.setToolTip(self.tr("Keep this point, to walk and to reckon with it"))
        self._copy = IconButton("copy", self.tr("Copy the generated picture"))
        self._save = IconButton("export", self.tr("Save the generated picture"))
        self._shown, self._loads = Memo(), Memo()
        self._known: Shown | None = None
        self._rests: int | None = None
        self._explains = self._grey = True
        self._room, self._terse, self._pointed = 258, False, False
        self._arrange()
        self._pin.clicked.connect(self.pin_pressed)
        self._copy.clicked.connect(self.copy_pressed)
        self._save.clicked.connect(self.save_pressed)
        self.picture.hovered.connect(self._read)
        self._restyle()

    def show_scene(self, scene: Scene) -> None:
        """Show the picture of the point, or of the walk."""
        shown, late = scene.seen, scene.seen_late
        side = self.picture.side
        if self._shown.changed(shown):
            self.picture.set_picture(None if shown is None else shown.pixels)
        self.picture.set_stale(late and shown is not None)
        model = translate("families", MODELS[scene.state.model])
        loading = self.tr("Loading {model}").format(model=model) if late and shown is None else None
        if self._loads.changed(loading):
            self.picture.set_loading(loading)
        failure = scene.failures.get("picture")
        self.picture.set_error(self.tr("There is no picture") if failure else None, failure or "")
        self._known = None if late else shown
        self._said.setToolTip(wrapped(words.no_density(normed=shown is not None and shown.normed)))
        self._pointed = scene.pointed is not None
        self._say()
        self._pin.setEnabled(scene.state.walk is None or scene.shown is not None)
        for button in (self._copy, self._save):
            button.setEnabled(scene.shown is not None)
        grey = shown is None or shown.pixels.shape[-1] == 1
        if (side, self._grey) != (self.picture.side, grey):
            self._grey = grey
            self._show_legend()
            self._restyle()

    def set_parts(self, fit: Fit) -> None:
        """Take the sizes of a layout, and show what it has room for."""
        self._room = fit.picture
        terse, self._terse = self._terse, fit.picture < _WIDE
        if terse != self._terse:
            self._title.setText(self.tr("Picture") if self._terse else self.tr("Generated picture"))
            self._say()
        self._explains = "legend" in fit.parts
        self._show_legend()
        self._said.setVisible("said" in fit.parts)
        self._acts.setVisible("acts" in fit.parts)
        self._pin.set_words(self.tr("Pin") if fit.picture >= _NARROW else "")
        self._restyle()

    def _read(self, index: int | None) -> None:
        self._rests = index
        self._say()

    def _say(self) -> None:
        """Say what the pixel under the pointer is; else what D makes of the picture, and whose that is."""
        shown, at = self._known, self._rests
        pixels = None if shown is None else shown.pixels
        line = "" if shown is None else words.verdict(shown, terse=self._terse)
        head = self.tr("under the pointer") if self._pointed else ""
        if pixels is not None and at is not None and at < pixels[..., 0].size:
            if self._said.isVisibleTo(self):
                line = words.pixel(pixels, at, terse=self._terse)
            else:
                head = words.pixel(pixels, at, terse=True)
        self._said.setText(line)
        self._preview.setText(head)
        self._preview.setVisible(bool(head))
        self._about.setVisible(not head)

    def _show_legend(self) -> None:
        """Say what greys mean; colours are what they are."""
        self._legend.setVisible(self._explains and self._grey)

    def _arrange(self) -> None:
        self._top, self._acts = QWidget(), QWidget()
        self._head, acts = QHBoxLayout(self._top), QHBoxLayout(self._acts)
        self._title = label("label", self.tr("Generated picture"))
        self._head.addWidget(self._title)
        self._about = FormulaLabel("dcgan_g")
        self._preview = label("caption")
        self._preview.hide()
        self._head.addWidget(self._about)
        self._head.addWidget(self._preview)
        self._head.addStretch(1)
        for widget in (self._pin, self._copy, self._save):
            acts.addWidget(widget)
        acts.addStretch(1)
        for row in (self._head, acts):
            row.setContentsMargins(0, 0, 0, 0)
        self._rows = [self._head, acts]
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._top)
        for widget in (self.picture, self._legend, self._said, self._acts):
            self._column.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch(1)

    def _restyle(self) -> None:
        now = theme.current()
        self._column.setSpacing(now.px(_SPACING))
        for row in self._rows:
            row.setSpacing(now.px(6))
        set_head(self._top, self._head, _SPACING)
        size = self.picture.size_for((self._room - 2) / self.picture.side)
        self.picture.setFixedSize(size)
        self._legend.setFixedWidth(size.width())
        self.setFixedWidth(max(now.px(self._room), size.width()))
