"""The left column: what is learnt, and with which numbers."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from genplay.families.vae.live import DATA, LATENTS, first
from genplay.ui import theme
from genplay.ui.tabs.memo import Memo
from genplay.ui.tabs.training.data_tiles import DataTiles
from genplay.ui.tabs.vae.train import data_pictures
from genplay.ui.tabs.vae.train.scene import Scene
from genplay.ui.translation import translate
from genplay.ui.widgets.buttons import Button
from genplay.ui.widgets.choice import Choice
from genplay.ui.widgets.dressed import Dressed
from genplay.ui.widgets.segmented import Segmented
from genplay.ui.widgets.stop_slider import StopSlider
from genplay.ui.widgets.words import label

_HEAD, _NAME = 22, 46
_HEADS, _LATENTS, _ROW, _TILES, _CHOICE = 64, 32, 26, 124, 36  # px: heights with the space below

BETAS = (
    *(0, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5),
    *(0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 1, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.7, 1.8, 1.9),
    *(2, 2.2, 2.4, 2.6, 2.8, 3, 3.5, 4, 4.5, 5, 5.5, 6, 6.5, 7, 7.5, 8, 8.5, 9, 9.5, 10),
)
RATES = (*(float(f"{digit}e{power}") for power in range(-4, 0) for digit in (1, 1.5, 2, 3, 4, 5, 6, 8)), 1.0)
BATCHES = (1, 2, 4, 8, 16, 32, 64, 128, 256, 500, 1_000)
HIDDEN = (8, 16, 32, 64, 128, 256, 512)
SIGMAS = tuple(round(0.05 * place, 2) for place in range(1, 21))


class SetupPanel(Dressed):
    """Data, latents and sliders; knows no gesture.

    ``tuned`` is of a number that may change on the way, ``begun`` of one with which everything begins anew.
    """

    data_chosen = Signal(str)
    tuned = Signal(str, float)
    begun = Signal(str, float)
    settled = Signal()
    reset_pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.tiles, self.data = (
            DataTiles(data_pictures.tiles()),
            Choice({name: translate("families", DATA[name]) for name in DATA}),
        )
        self.latents = Segmented(small=True)
        self.latents.set_choices([(str(count), str(count)) for count in LATENTS])
        self.beta = StopSlider(self.tr("β"), BETAS, 1)
        self.rate = StopSlider(self.tr("Rate"), RATES, 0.002)
        self.batch = StopSlider(self.tr("Batch"), BATCHES, 64)
        self.hidden = StopSlider(self.tr("Units"), HIDDEN, 128)
        self.sigma = StopSlider(self.tr("σ"), SIGMAS, 0.3)
        self.reset = Button(self.tr("Reset"), "quiet")
        self._titles = label("label", self.tr("What it learns")), label("label", self.tr("Training"))
        self._room, self._shown = 1_000.0, Memo()
        self._name_things()
        self._arrange()
        self._connect()
        self._restyle()

    def show_scene(self, scene: Scene) -> None:
        """Show what is set."""
        setup, hyper, usual = scene.setup, scene.hyper, first(scene.setup.data)
        if not self._shown.changed(setup, hyper):
            return  # as mostly while it plays
        self.tiles.set_current(setup.data)
        self.data.set_current(setup.data)
        self.latents.set_current(str(setup.latent))
        defaults = usual.at(0)
        for slider, value, default in (
            (self.beta, hyper.beta, defaults.beta),
            (self.rate, hyper.rate, defaults.rate),
            (self.batch, hyper.batch, defaults.batch),
            (self.hidden, setup.hidden, usual.setup.hidden),
            (self.sigma, setup.sigma, usual.setup.sigma),
        ):
            slider.set_default(default)
            slider.set_value(value)
        self.reset.setEnabled(hyper != defaults or setup != replace(usual.setup, seed=setup.seed))
        self._fit(points=setup.data != "digits")

    def set_room(self, height: float) -> None:
        """Show as many controls as fit into a height in px at 100 %: those that teach most first."""
        self._room = height
        self._fit(points=self.data.current() != "digits")

    def _fit(self, *, points: bool) -> None:
        least = _HEADS + _LATENTS + 2 * _ROW - 6
        tiles = self._room >= least + _TILES + _ROW * points
        left = self._room - least - (_TILES if tiles else _CHOICE)
        self.tiles.setVisible(tiles)
        self.data.setVisible(not tiles)
        for slider, wanted in ((self.sigma, points), (self.batch, True), (self.hidden, True)):
            shown = wanted and left >= _ROW
            slider.setVisible(shown)
            left -= _ROW * shown

    def _name_things(self) -> None:
        tips = {
            self.beta: self.tr("β: the weight of the KL"),
            self.rate: self.tr("Learning rate of Adam"),
            self.batch: self.tr("Pictures or points in a minibatch"),
            self.hidden: self.tr("Units of each hidden layer; begins anew"),
            self.sigma: self.tr("Standard deviation of the decoder; begins anew"),
        }
        for slider, tip in tips.items():
            slider.setToolTip(tip)
            slider.align(_NAME)
        self.data.setAccessibleName(self.tr("What is learnt"))
        self.latents.setAccessibleName(self.tr("Latents"))
        self.latents.setToolTip(self.tr("How many latents the code has; begins anew"))

    def _arrange(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._titles[0])
        self._column.addWidget(self.tiles)
        self._column.addWidget(self.data)
        head, latents = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self._titles[1])
        head.addStretch(1)
        head.addWidget(self.reset)
        latents.addWidget(label("body", self.tr("Latents")))
        latents.addStretch(1)
        latents.addWidget(self.latents)
        self._column.addLayout(head)
        self._column.addLayout(latents)
        for slider in (self.beta, self.rate, self.batch, self.sigma, self.hidden):
            self._column.addWidget(slider)
        self._column.addStretch(1)

    def _connect(self) -> None:
        self.tiles.chosen.connect(self.data_chosen)
        self.data.chosen.connect(self.data_chosen)
        self.latents.chosen.connect(self._choose_latents)
        for name, slider in (("beta", self.beta), ("rate", self.rate), ("batch", self.batch)):
            slider.moved.connect(partial(self.tuned.emit, name))
            slider.settled.connect(self._settle)
        for name, slider in (("hidden", self.hidden), ("sigma", self.sigma)):
            slider.moved.connect(partial(self.begun.emit, name))
            slider.settled.connect(self._settle)
        self.reset.clicked.connect(lambda: self.reset_pressed.emit())

    @Slot(str)
    def _choose_latents(self, count: str) -> None:
        self.begun.emit("latent", float(count))
        self.settled.emit()

    @Slot(float)
    def _settle(self, value: float) -> None:
        self.settled.emit()

    def _restyle(self) -> None:
        now = theme.current()
        self._column.setSpacing(now.px(6))
        for title in self._titles:
            title.setMinimumHeight(now.px(_HEAD))
