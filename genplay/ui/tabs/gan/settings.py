"""The numbers of a training: what may change on the way, and behind "More" what begins anew with it."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from genplay.families.gan import LAYERS, MOST_D_STEPS, RATES, UNITS, Hyper, Net, Setup
from genplay.ui import theme
from genplay.ui.tabs.gan import words
from genplay.ui.tabs.gan.number_choice import NumberChoice
from genplay.ui.tabs.memo import Memo
from genplay.ui.widgets.buttons import Link
from genplay.ui.widgets.choice import Choice
from genplay.ui.widgets.dressed import Dressed
from genplay.ui.widgets.segmented import Segmented
from genplay.ui.widgets.words import label

BATCHES = (1, 5, 10, 25, 50, 100, 150, 250, 500)
PENALTIES = (0, 0.1, 0.5, 1, 2, 5, 10, 50, 100)
_WHOLE = {"d_steps", "batch"}
_TRAINING, _MORE = "training", "more"
_HEAD, _ROW, _SPACING = 26, 26, 3  # px
_LEAST_ROWS = 6  # with fewer, the pictures above give way


class Settings(Dressed):
    """Rows of a name and a box, on one page where there is room, else on two.

    What does not fit on the first is on top of the second.

    ``tuned`` is of a field of ``Hyper``, ``begun`` of one of ``Setup``.
    """

    tuned = Signal(str, object)
    begun = Signal(str, object)
    reset_pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.loss, self.optimiser = Choice(words.losses()), Choice(words.optimisers())
        self.noise, self.dims = Choice(words.noises()), Segmented(small=True)
        self.dims.set_choices([(str(count), words.dimensions(count)) for count in (1, 2)])
        self.numbers = {
            "penalty": NumberChoice(PENALTIES),
            "rate_d": NumberChoice(RATES),
            "rate_g": NumberChoice(RATES),
            "d_steps": NumberChoice(range(1, MOST_D_STEPS + 1)),
            "batch": NumberChoice(BATCHES),
        }
        self.nets = {name: _NetBoxes() for name in ("generator", "discriminator")}
        self.page, self.reset = Segmented(small=True), Link(self.tr("Defaults"))
        self._title = label("label", self.tr("Training"))
        self._note = label("axis", self.tr("With these it begins anew, at step 0."))
        self._tuned = self._tuned_rows()
        self._begun = self._begun_rows()
        self._room, self._shown = 1_000.0, Memo()
        self._penalised = False
        self._name_things()
        self._arrange()
        self._connect()
        self._restyle()

    def show_hyper(self, setup: Setup, hyper: Hyper) -> None:
        """Show what is set."""
        if not self._shown.changed(setup, hyper):
            return
        self.loss.set_current(hyper.loss)
        self.loss.setToolTip(words.loss_tip(hyper.loss))
        self.optimiser.set_current(hyper.optimiser)
        for name, box in self.numbers.items():
            box.set_number(getattr(hyper, name))
        self.noise.set_current(setup.noise)
        self.dims.set_current(str(setup.dims))
        for name, boxes in self.nets.items():
            boxes.set_net(getattr(setup, name))
        usual = Hyper(turn=hyper.turn), Setup(data=setup.data, points=setup.points, seed=setup.seed)
        self.reset.setEnabled((hyper, setup) != usual)
        self._penalised = hyper.loss == "wasserstein"
        self._fit()

    def set_room(self, height: float) -> None:
        """Show as many rows as fit into a height in px at 100 %."""
        self._room = height
        self._fit()

    def least(self) -> int:
        """Return the height in px at 100 % below which too few rows are on a page."""
        return _HEAD + _LEAST_ROWS * (_ROW + _SPACING)

    def _fit(self) -> None:
        fitting = max(int((self._room - _HEAD) // (_ROW + _SPACING)), 1)
        wanted = [name for name in self._tuned if name != "penalty" or self._penalised]
        leaving = [name for name in ("batch", "optimiser", "d_steps") if name in wanted]
        left = set(leaving[: max(len(wanted) - fitting, 0)])
        whole = fitting > len(wanted) + len(self._begun)  # with the note between them
        more = self.page.current() == _MORE
        shown = [name for name in wanted if whole or (name in left) == more]
        for name, row in self._tuned.items():
            row.setVisible(name in shown)
        for row in (*self._begun.values(), self._note):
            row.setVisible(whole or more)
        self.page.setVisible(not whole)
        self._title.setVisible(whole)

    def _tuned_rows(self) -> dict[str, QWidget]:
        named: dict[str, tuple[str, QWidget]] = {
            "loss": (self.tr("Loss"), self.loss),
            "penalty": (self.tr("Penalty, λ"), self.numbers["penalty"]),
            "optimiser": (self.tr("Optimiser"), self.optimiser),
            "rate_d": (self.tr("Rate, D"), self.numbers["rate_d"]),
            "rate_g": (self.tr("Rate, G"), self.numbers["rate_g"]),
            "d_steps": (self.tr("D steps per G"), self.numbers["d_steps"]),
            "batch": (self.tr("Batch"), self.numbers["batch"]),
        }
        return _rows(named)

    def _begun_rows(self) -> dict[str, QWidget]:
        named: dict[str, tuple[str, QWidget]] = {
            "noise": (self.tr("Noise"), self.noise),
            "dims": (self.tr("Dimensions"), self.dims),
            "generator": (self.tr("Size, G"), self.nets["generator"]),
            "discriminator": (self.tr("Size, D"), self.nets["discriminator"]),
        }
        return _rows(named)

    def _name_things(self) -> None:
        tips = {
            self.optimiser: self.tr("How both players learn: Adam, or plain gradient descent"),
            self.numbers["penalty"]: self.tr("Weight of the gradient penalty that holds the slope near 1"),
            self.numbers["rate_d"]: self.tr("Learning rate of the discriminator"),
            self.numbers["rate_g"]: self.tr("Learning rate of the generator"),
            self.numbers["d_steps"]: self.tr("Moves of the discriminator before each of the generator"),
            self.numbers["batch"]: self.tr("Real points, and fake ones, of a move"),
            self.noise: self.tr(
                "How the noise z is spread, of which the generator makes points; begins anew"
            ),
            self.dims: self.tr("How many numbers z is; begins anew"),
        }
        for box, tip in tips.items():
            box.setToolTip(tip)
            box.setAccessibleName(tip)
        self.loss.setAccessibleName(self.tr("Loss"))
        self.nets["generator"].name_them(
            self.tr("Hidden layers of the generator; begins anew"),
            self.tr("Units of each hidden layer of the generator; begins anew"),
        )
        self.nets["discriminator"].name_them(
            self.tr("Hidden layers of the discriminator; begins anew"),
            self.tr("Units of each hidden layer of the discriminator; begins anew"),
        )
        self.page.set_choices([(_TRAINING, self.tr("Training")), (_MORE, self.tr("More"))])
        self.page.set_tips({_MORE: self.tr("Noise and sizes of the networks")})
        self.page.set_current(_TRAINING)
        self.page.setAccessibleName(self.tr("Which settings are shown"))

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.page)
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self.reset)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(head)
        for row in self._tuned.values():
            self._column.addWidget(row)
        self._column.addWidget(self._note)
        for row in self._begun.values():
            self._column.addWidget(row)
        self._column.addStretch(1)

    def _connect(self) -> None:
        self.loss.chosen.connect(partial(self._tune, "loss"))
        self.optimiser.chosen.connect(partial(self._tune, "optimiser"))
        for name, box in self.numbers.items():
            box.picked.connect(partial(self._tune, name))
        for name, boxes in self.nets.items():
            boxes.picked.connect(partial(self._begin, name))
        self.noise.chosen.connect(partial(self._begin, "noise"))
        self.dims.chosen.connect(self._choose_dims)
        self.page.chosen.connect(self._turn)
        self.reset.clicked.connect(lambda: self.reset_pressed.emit())

    def _tune(self, name: str, value: object) -> None:
        self.tuned.emit(name, int(value) if name in _WHOLE and isinstance(value, float) else value)

    def _begin(self, name: str, value: object) -> None:
        self.begun.emit(name, value)

    @Slot(str)
    def _choose_dims(self, count: str) -> None:
        self.begun.emit("dims", int(count))

    @Slot(str)
    def _turn(self, page: str) -> None:
        self._fit()

    def _restyle(self) -> None:
        self._column.setSpacing(theme.current().px(_SPACING))


class _NetBoxes(Dressed):
    """Layers times units of a network."""

    picked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._net = Net()
        self.layers, self.units = NumberChoice(LAYERS), NumberChoice(UNITS)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        for widget in (self.layers, label("body", "×"), self.units):
            self._row.addWidget(widget)
        self.layers.picked.connect(self._pick_layers)
        self.units.picked.connect(self._pick_units)
        self._restyle()

    def set_net(self, net: Net) -> None:
        """Show a size."""
        self._net = net
        self.layers.set_number(net.layers)
        self.units.set_number(net.units)

    def name_them(self, layers: str, units: str) -> None:
        """Say what each box is."""
        for box, words_ in ((self.layers, layers), (self.units, units)):
            box.setToolTip(words_)
            box.setAccessibleName(words_)

    @Slot(float)
    def _pick_layers(self, count: float) -> None:
        self.picked.emit(replace(self._net, layers=int(count)))

    @Slot(float)
    def _pick_units(self, count: float) -> None:
        self.picked.emit(replace(self._net, units=int(count)))

    def _restyle(self) -> None:
        self._row.setSpacing(theme.current().px(3))


def _rows(named: Mapping[str, tuple[str, QWidget]]) -> dict[str, QWidget]:
    """Return rows of a name at the left and a box at the right."""
    made: dict[str, QWidget] = {}
    for name, (words_, box) in named.items():
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(label("body", words_))
        line.addStretch(1)
        line.addWidget(box)
        made[name] = row
    return made
