"""The Autoregressive tab: draw, watch every conditional, walk the chain rule, complete, compare."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction, QFocusEvent, QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from genplay.data import examples
from genplay.engine.worker import Failure
from genplay.families.autoregressive import AutoregressiveState, Conditionals, Mixtures
from genplay.families.base import State
from genplay.families.pictures import Import
from genplay.ui.commands import Command
from genplay.ui.tabs.autoregressive import commands as table
from genplay.ui.tabs.autoregressive.comparing import Comparing
from genplay.ui.tabs.autoregressive.grey_pen import GreyPen
from genplay.ui.tabs.autoregressive.judging import Judging
from genplay.ui.tabs.autoregressive.looking import Looking
from genplay.ui.tabs.autoregressive.pages import Pages
from genplay.ui.tabs.autoregressive.pen import Pen
from genplay.ui.tabs.autoregressive.sampling import Sampling
from genplay.ui.tabs.autoregressive.shading import Shading
from genplay.ui.tabs.autoregressive.walk import PixelWalk
from genplay.ui.tabs.base import Tab
from genplay.ui.tabs.opening import Opening


class AutoregressiveTab(Tab):
    """The view of the autoregressive family, and what its gestures mean."""

    DRAGS = frozenset({"stroke", "threshold", "grey stroke"})

    def __init__(self) -> None:
        super().__init__()
        self._state = AutoregressiveState()
        self._device = ""
        pictures = [(example.name, example.bits) for example in examples.examples()]
        self.pen = Pen(self, [bits for _, bits in pictures])
        self.sampling = Sampling(self)
        self.looking = Looking(self, pictures)
        self.comparing = Comparing(self, pictures)
        self.judging = Judging(self)
        self.shading = Shading(self)
        self.opening = Opening(self, lambda picture: self.hand.take_import(picture), self._drawn)
        self._pages = Pages(self.looking.view)
        self._pages.add("compare", lambda: self.comparing.view)
        self._pages.add("anomaly", lambda: self.judging.sheet)
        self._pages.add("grey", lambda: self.shading.view)
        self.header = self._pages.header
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self._pages)
        self._connect()

    @property
    def state(self) -> AutoregressiveState:
        """What is shown."""
        return self._state

    @property
    def result(self) -> Conditionals | None:
        """The conditionals of the one model, or None while they are awaited."""
        return self.looking.scene.result

    @property
    def results(self) -> Mapping[str, Conditionals]:
        """The conditionals that are shown, by model."""
        if self.state.page != "one":
            return self.comparing.results
        return {} if self.result is None else {self.state.model: self.result}

    @property
    def hand(self) -> Pen | GreyPen:
        """What draws on the page that is on."""
        return self.shading.pen if self.state.page == "grey" else self.pen

    @property
    def sampler(self) -> Sampling:
        """What samples on the page that is on."""
        return self.shading.sampling if self.state.page == "grey" else self.sampling

    @property
    def maps(self) -> QWidget:
        """The maps, for a picture of them."""
        match self.state.page:
            case "compare":
                return self.comparing.view.maps
            case "anomaly":
                return self.judging.sheet.view
            case "grey":
                return self.shading.view.maps
            case "one":
                return self.looking.view.maps

    @property
    def focus(self) -> int | None:
        """Index of the pixel that the numbers speak of."""
        return self.looking.scene.focus

    @property
    def playing(self) -> bool:
        """Whether the cursor walks by itself."""
        return self.walk.player.playing

    @property
    def walk(self) -> PixelWalk:
        """What moves the cursor along the order."""
        return self.looking.walk

    # -- what the window asks of a tab ---------------------------------------------------------------------

    def commands(self) -> Sequence[Command]:
        """Return the tab's commands."""
        return table.commands(self)

    def adopt_actions(self, action: Callable[[str], QAction]) -> None:
        """Put buttons for some of the commands where they are needed."""
        acts = [(action(name), icon) for name, icon in table.TOOLBOX.items()]
        self.looking.view.drawing.set_acts(acts)
        self.comparing.set_acts(acts)
        self.shading.set_acts([(action(name), table.TOOLBOX[name]) for name in table.GREY_TOOLBOX])
        self.header.add_menu(self.tr("Copy, save, export"), "export", [action(name) for name in table.EXPORT])

    def show_state(self, state: State) -> None:
        """Show what the user has set."""
        assert isinstance(state, AutoregressiveState)
        self._state = state
        self._pages.show_state(state)
        self.looking.show_state(state)
        self.comparing.show_state(state)
        self.judging.show_state(state)
        self.shading.show_state(state)

    def show_result(self, slot: str, result: object) -> None:
        """Show a step of an answer."""
        if isinstance(result, Conditionals | Mixtures):
            self._device = result.device
        super().show_result(slot, result)

    def show_failure(self, slot: str, failure: Failure) -> None:
        """Show the error where the answer would have been."""
        self._device = self._device or self.tr("No answer yet")
        super().show_failure(slot, failure)

    def set_projector(self, on: bool) -> None:
        """Show three pictures, the running sum and the transport."""
        self.walk.player.projector = on
        self.looking.forget_pointer()
        self._pages.set_projector(on)

    def device(self) -> str:
        """Return where the last answer was computed."""
        return self._device

    def work(self) -> str:
        """Say that the cursor walks."""
        return self.walk.words()

    def settled(self) -> bool:
        """Tell whether the samples have grown."""
        settled = self.comparing.settled and self.judging.settled and self.shading.settled
        return settled and not self.sampling.reveal.running

    def stop(self) -> None:
        """Stop walking."""
        self.walk.player.pause()

    def open_picture(self, path: Path) -> None:
        """Read a picture in the worker and make it the drawing."""
        self.opening.open(Import(path=str(path)))

    def paste_picture(self, content: bytes) -> None:
        """Read the clipboard's picture in the worker and make it the drawing."""
        self.opening.open(Import(content=content))

    # -- what the user can do ------------------------------------------------------------------------------

    @Slot(str)
    def choose_model(self, model: str) -> None:
        """Look closely at a model."""
        self.edit(model=model, page="one")

    @Slot(str)
    def turn_to(self, page: str) -> None:
        """Turn to another page, or back to the one model."""
        self.stop()  # a walk would go on where it is not seen
        self.edit(page="one" if self.state.page == page else page)

    # -- how ------------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.add_part(self.looking, "score", "whatif", "average")
        self.add_part(self.sampling, "samples")
        self.add_part(self.comparing, "score/")
        self.add_part(self.comparing.contexts, "seen/")
        self.add_part(self.judging, "anomaly/")
        self.add_part(self.shading, "grey")
        self.add_part(self.shading.sampling, "grey_samples")
        self.add_part(self.opening, "import")
        self.comparing.answered.connect(self.judging.refresh)
        self.header.model_chosen.connect(self.choose_model)
        self.header.page_pressed.connect(self.turn_to)
        self._pages.chips.chosen.connect(self.comparing.choose)
        self._pages.chips.refused.connect(self.comparing.refuse)
        self._pages.options.edited.connect(self.choose_reading)

    def forget_pointer(self) -> None:
        """Speak of no pixel under the pointer until it moves again: a context would hide what it draws."""
        self.looking.forget_pointer()
        self.comparing.forget_pointer()
        self.shading.forget_pointer()

    @Slot(str, object)
    def choose_reading(self, name: str, value: object) -> None:
        """Let the models read in another way: a field of the state, and its value."""
        if isinstance(value, int):
            self.choose_number(name, value)
        else:
            self.edit(**{name: value})  # type: ignore[arg-type]

    def choose_number(self, name: str, value: float) -> None:
        """Take the value of a spin box, whose arrows are held, for a field of the state."""
        self.edit_while_busy(name, **{name: value})

    def _drawn(self) -> object:
        return self.state.drawing, self.state.grey.picture

    def copy(self, details: str) -> None:
        """Put what happened into the clipboard, for a report."""
        QGuiApplication.clipboard().setText(details)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus to the canvas; a proxy would be where Tab begins, past the header."""
        self._pages.front.setFocus(event.reason())
