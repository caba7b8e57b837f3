"""A tab that holds the page alone, with answers that a test makes by hand or the true pipeline gives."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from genplay.engine.answer import Engine
from genplay.engine.worker import Failure, Reply, Worker
from genplay.families.base import Request
from genplay.families.training import Advancing
from genplay.families.vae import FAMILY, VaeState
from genplay.families.vae.live import (
    LivePlan,
    LiveState,
    LiveStep,
    Losses,
    Manifold,
    TrainLive,
    first,
)
from genplay.ui.bridge import Bridge
from genplay.ui.stage import Stage
from genplay.ui.tabs.base import Tab
from genplay.ui.tabs.part import Part
from genplay.ui.tabs.vae.train.live_page import VaeLivePage
from genplay.ui.tabs.vae.train.scene import Scene

SIDE = 3  # of a sheet
COUNT = 40  # data


def planned(data: str = "moons", **values: object) -> LivePlan:
    """Return a plan of these data, with these values of its setup and its hyper-parameters."""
    usual = first(data)  # type: ignore[arg-type]
    hyper = {name: values.pop(name) for name in ("beta", "rate", "batch") if name in values}
    return LivePlan.of(replace(usual.setup, **values), replace(usual.at(0), **hyper))


def made(plan: LivePlan, step: int = 0, of: int | None = None, **values: object) -> LiveStep:
    """Return a training after a step: a made-up one, whose numbers are easily told."""
    setup, rng = plan.setup, np.random.default_rng(step)
    digits, latent = setup.data == "digits", setup.latent
    dims = 784 if digits else 2
    spent = np.arange(1, step + 1)
    rows = np.stack([100.0 / spent + 50, 4 - 3.0 / spent, 154 + 0 * spent], 1).astype(np.float32)
    shape = (1, 5) if latent == 1 else (SIDE, SIDE)
    usual: dict[str, object] = {
        "plan": plan,
        "step": step,
        "of": step if of is None else of,
        "stuck": False,
        "losses": Losses.of(rows),
        "kl": np.linspace(1.5, 0.5, latent, dtype=np.float32),
        "means": rng.normal(size=(COUNT, latent)).astype(np.float32),
        "data": (rng.random((COUNT, dims)) < 0.5).astype(np.float32),
        "labels": np.arange(COUNT, dtype=np.uint8) % (10 if digits else 2),
        "manifold": Manifold(
            rng.normal(size=(*shape, latent)).astype(np.float32), rng.random((*shape, dims), np.float32)
        ),
        "samples": np.zeros((0 if digits else 7, 2), np.float32),
        "milliseconds": 1.5 if step else 0.0,
    }
    return LiveStep(**(usual | values))  # type: ignore[arg-type]


@pytest.fixture
def plan() -> Callable[..., LivePlan]:
    """Return the function that makes plans."""
    return planned


@pytest.fixture
def train() -> Callable[..., LiveStep]:
    """Return the function that makes results."""
    return made


@pytest.fixture
def scene() -> Callable[..., Scene]:
    """Return a function that makes a scene after a step: its data, its step, whether answered, and more."""

    def make(
        data: str = "moons",
        step: int = 30,
        answered: bool = True,
        shown: dict[str, object] | None = None,
        result: dict[str, object] | None = None,
        **values: object,
    ) -> Scene:
        plan = planned(data, **values)
        answer = made(plan, step, **(result or {})) if answered else None
        return Scene(LiveState(plan=plan, step=step), result=answer, **(shown or {}))  # type: ignore[arg-type]

    return make


class LiveTab(Tab):
    """The least tab that holds the page."""

    DRAGS = VaeLivePage.DRAGS

    def __init__(self) -> None:
        super().__init__()
        self._state = VaeState(page="train")
        self.page = VaeLivePage(self)
        self.add_part(self.page, "live")
        self.add_part(Part(self), "decode", "encode", "sandwich", "bound", "cloud", "neighbours")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 8)
        column.addWidget(self.page.view)

    @property
    def state(self) -> VaeState:
        return self._state

    def show_state(self, state: VaeState) -> None:
        self._state = state
        self.page.show_state(state)

    def work(self) -> str:
        return self.page.words()

    def settled(self) -> bool:
        return self.page.settled()

    def stop(self) -> None:
        self.page.stop()


class ByHand:
    """A worker that writes down what is asked, for a test to answer."""

    def __init__(self) -> None:
        self.asked: list[TrainLive] = []
        self.cancelled: list[str] = []

    def submit(self, slot: str, request: Request) -> int:
        if isinstance(request, TrainLive):
            assert slot == "vae/live"
            self.asked.append(request)
        return len(self.asked)

    def cancel(self, slot: str) -> None:
        self.cancelled.append(slot)


class Desk:
    """The page on a stage, with hands to use it and to answer what it asks."""

    def __init__(self, stage: Stage, worker: ByHand | Worker) -> None:
        self.stage, self.worker = stage, worker
        self.tab: LiveTab = stage.tab  # type: ignore[assignment]
        self.page = self.tab.page
        self.view = self.page.view
        self.said: list[tuple[str, str]] = []
        self.tab.said.connect(self._hear)

    def _hear(self, kind: str, words: str) -> None:
        self.said.append((kind, words))

    @property
    def state(self) -> VaeState:
        return self.stage.state  # type: ignore[return-value]

    @property
    def live(self) -> LiveState:
        return self.state.live

    @property
    def asked(self) -> TrainLive:
        """What was asked last."""
        assert isinstance(self.worker, ByHand)
        return self.worker.asked[-1]

    def reply(self, value: object, ticket: int | None = None, ended: bool = False) -> None:
        """Answer what was asked last, or an older question."""
        assert isinstance(self.worker, ByHand)
        self.stage.receive(Reply(ticket or len(self.worker.asked), "vae/live", value, 0.01, None, ended))

    def fail(self, words: str) -> None:
        assert isinstance(self.worker, ByHand)
        failure = Failure(words, {}, "the details", expected=True)
        self.stage.receive(Reply(len(self.worker.asked), "vae/live", None, 0.0, failure, True))

    def answer(self, step: int | None = None, **values: object) -> LiveStep:
        """Answer what was asked last as the pipeline does: with a step on the way, or the one asked for."""
        asked = self.asked
        at = asked.step if step is None else step
        result = made(asked.plan, at, asked.step, **values)
        self.reply(Advancing(at, asked.step))
        self.reply(result)
        if result.ended:
            self.reply(None, ended=True)
        return result

    def until(self, qtbot: QtBot, condition: Callable[[], object], patience: int = 20_000) -> None:
        qtbot.waitUntil(lambda: bool(condition()), timeout=patience)

    def settle(self, qtbot: QtBot) -> None:
        self.until(qtbot, lambda: not self.stage.busy and self.tab.settled())

    def texts(self) -> list[str]:
        return [label.text() for label in self.view.findChildren(QLabel) if label.isVisible()]

    def button(self, name: str) -> QWidget:
        """The one visible control of an accessible name or of some words."""
        found = [
            widget
            for widget in self.view.findChildren(QWidget)
            if widget.isVisible() and name in (widget.accessibleName(), getattr(widget, "text", str)())
        ]
        assert len(found) == 1, f"{len(found)} of {name!r}"
        return found[0]

    def click(self, name: str) -> None:
        from PySide6.QtCore import Qt

        QTest.mouseClick(self.button(name), Qt.MouseButton.LeftButton)


def opened(qtbot: QtBot, worker: ByHand | Worker, state: VaeState) -> Desk:
    tab = LiveTab()
    qtbot.addWidget(tab)
    stage = Stage(FAMILY, tab, worker, state)  # type: ignore[arg-type]
    tab.resize(1116, 640)
    with qtbot.waitExposed(tab):
        tab.show()
    return Desk(stage, worker)


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    """Return the page with moons, whose step 0 is answered; the test answers all that follows."""
    state = VaeState(page="train", live=LiveState(plan=planned("moons")))
    found = opened(qtbot, ByHand(), state)
    found.stage.wake()
    found.answer()
    return found


@pytest.fixture
def true_desk(qtbot: QtBot) -> Iterator[Desk]:
    """Return the page with moons, answered by the true pipeline in its thread."""
    bridge = Bridge()
    worker = Worker(Engine().answer, bridge.deliver)
    found = opened(qtbot, worker, VaeState(page="train", live=LiveState(plan=planned("moons"))))
    bridge.replied.connect(found.stage.receive)
    found.stage.wake()
    found.settle(qtbot)
    yield found
    found.tab.stop()
    worker.close()
