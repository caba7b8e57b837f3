"""The window's tests: the light theme at 100 %, and a window whose answers the test holds in its hand."""

import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import TypeVar

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QImage, QKeySequence, QTextDocumentFragment
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QWidget

from genplay.engine import session as sessions
from genplay.engine.answer import Models
from genplay.engine.session import Session
from genplay.families import dcgan, infogan, stargan, vae
from genplay.families.autoregressive import (
    Anomalies,
    Anomaly,
    AutoregressiveState,
    Average,
    Averaged,
    Comparison,
    Conditionals,
    Context,
    GreyPicture,
    GreySample,
    GreySamples,
    GreyScore,
    Mixtures,
    Reference,
    Sample,
    Samples,
    Score,
    Scored,
    Seen,
    Simpler,
    WhatIf,
)
from genplay.families.autoregressive.anomaly import ordinary_scores
from genplay.families.base import Drawing, Measured, Request
from genplay.families.foundations import Question
from genplay.families.gan import TrainGan
from genplay.families.orders import RASTER, Order
from genplay.families.outliers import code_lengths
from genplay.families.pictures import Import
from genplay.families.vae import Evidence, LowerBound
from genplay.pipelines import foundations, pictures
from genplay.ui import theme
from genplay.ui.appearance import Appearance
from genplay.ui.main_window import MainWindow
from genplay.ui.pace import Pace
from genplay.ui.settings import Settings
from genplay.ui.stage import Stage
from genplay.ui.tabs.autoregressive import reveal
from genplay.ui.tabs.autoregressive.tab import AutoregressiveTab
from genplay.ui.widgets.curve import RunningSum
from genplay.ui.widgets.heat_map import HeatMap
from genplay.ui.widgets.palette import CommandPalette
from genplay.ui.widgets.pixel_canvas import PixelCanvas
from genplay.ui.widgets.reading import ReadingLine
from genplay.ui.widgets.toast import Toast
from tests.ui.tabs.dcgan.made import answered as dcgan_answered
from tests.ui.tabs.gan.made import stepped as gan_stepped
from tests.ui.tabs.infogan.made import answered as infogan_answered
from tests.ui.tabs.stargan.made import answered as stargan_answered
from tests.ui.tabs.vae.made import answered as vae_answered

W = TypeVar("W", bound=QWidget)

PATIENCE = 20.0  # seconds until a test that hangs is given up; nothing depends on it
STEPS = 4  # of a sampling
LEFT = Qt.MouseButton.LeftButton
LOOK = Settings(theme="light")


def beginning(tab: str = "autoregressive") -> Session:
    """Return what the windows of these tests begin with: a fresh session, with this tab on top."""
    return replace(sessions.fresh(), tab=tab)


@pytest.fixture
def begin() -> Callable[..., Session]:
    """Return a function that makes a fresh session with a tab on top."""
    return beginning


@pytest.fixture(autouse=True)
def light_theme(qapp: QApplication) -> None:
    """Begin in the light theme, whatever the test before left."""
    if theme.current() != theme.Theme() or not qapp.property("genplay_style"):
        theme.apply(qapp, theme.Theme())


@pytest.fixture(autouse=True)
def quick_samples(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let samples grow in few frames: there is nobody to watch."""
    monkeypatch.setattr(reveal, "_STRIDE", 98)


def conditionals(
    model: str, drawing: Drawing, *, order: Order = RASTER, simpler: bool = True
) -> Conditionals:
    """Return what a small made-up model says: ink is likely in the middle, and beside ink that was read."""
    bits = drawing.flat().astype(float)
    sequence, ranks = order.sequence(), order.ranks()
    rows, columns = np.divmod(np.arange(784), 28)
    bias = 2.0 * np.exp(-((rows - 13.5) ** 2 + (columns - 13.5) ** 2) / 60.0) - 3.5
    left = np.roll(bits, 1) * (columns > 0) * (np.roll(ranks, 1) < ranks)
    above = np.roll(bits, 28) * (rows > 0) * (np.roll(ranks, 28) < ranks)
    logits = bias + 2.0 * left + 2.5 * above
    surprises = np.logaddexp(0.0, np.where(bits > 0, -1.0, 1.0) * logits)
    running = np.concatenate(([0.0], np.cumsum(-surprises[sequence])))
    others = tuple(
        Simpler(name, factor * float(running[-1]), factor * running)
        for name, factor in (("bernoulli", 2.0), ("independent", 1.6), ("ar1", 1.3))
    )
    scores = np.linspace(-260.0, -60.0, 1000, dtype=np.float32)
    return Conditionals(
        model=model,
        drawing=drawing,
        order=sequence,
        reads="" if order == RASTER else order.kind,
        logits=logits.astype(np.float32),
        probabilities=(1.0 / (1.0 + np.exp(-logits))).astype(np.float32),
        surprises=surprises,
        running=running,
        bias=bias.astype(np.float32),
        hidden=500,
        reference=Reference.of(scores, -55.0),
        simpler=others if simpler else (),
        device="CPU, 1 thread",
    )


@pytest.fixture
def grey_score() -> Callable[..., Mixtures]:
    """Return the made-up model of grey pictures: a function from a picture to the mixtures."""
    return mixtures


@pytest.fixture
def bound() -> Callable[[str, Drawing], LowerBound]:
    """Return the made-up model with latents: a function from its name and a drawing to the bound."""
    return lambda model, drawing: bounded(Evidence(model, drawing))


@pytest.fixture
def score() -> Callable[..., Conditionals]:
    """Return the made-up model: a function from its name and a drawing to the conditionals."""
    return conditionals


def frame(request: Sample, step: int) -> Samples:
    """Return pictures of noise that begin like the drawing, as far as they are after so many STEPS."""
    kept = request.drawing.flat()
    order = request.order.sequence()
    if request.region is not None:
        order = request.order.after(request.region.flat() == 0)
        request = replace(request, start=int((request.region.flat() == 0).sum()))
    ranks = np.argsort(order)
    drawn = np.random.default_rng(request.seed).random((request.count, 784)) < 0.2 * request.temperature
    whole = np.where(ranks < request.start, kept, drawn).astype(np.uint8)
    done = request.start + (784 - request.start) * step // STEPS
    return Samples(order, request.start, done, whole * (ranks < done), request.temperature)


def seen(request: Context) -> Seen:
    """Return a context that fades towards the beginning of the order."""
    ranks = request.order.ranks()
    place = ranks[request.pixel]
    weights = np.where(ranks < place, np.exp(-(place - ranks) / 100.0), 0.0)
    return Seen(request, weights.astype(np.float32))


def judged(request: Anomaly) -> Anomalies:
    """Return scores of a few pictures of each set, all but the nearly blank ones far from the digits."""
    levels = {"items": -300.0, "letters": -95.0, "noise": -900.0, "sparse": -500.0, "blank": -20.0}
    sets: dict[str, Scored] = {}
    for seed, (name, level) in enumerate({"digits": -80.0, **levels}.items()):
        bits = (np.random.default_rng(seed).random((8, 784)) < 0.1).astype(np.uint8)
        names = tuple(f"{name} {number}" for number in range(8))
        sets[name] = Scored(bits, names, code_lengths(bits), level + 10.0 * np.sin(np.arange(8)))
    digits = sets.pop("digits")
    entropy, ordinary = ordinary_scores(np.linspace(-110, -50, 100), digits)
    return Anomalies(request.model, digits, sets, entropy, ordinary, request.seed)


def bounded(request: Evidence) -> LowerBound:
    """Return a bound a little below what the made-up model says."""
    nats = conditionals("nade", request.drawing, simpler=False).log_prob - 3.0
    among = np.linspace(-260.0, -60.0, 1000, dtype=np.float32)
    return LowerBound(request.model, request.drawing, nats, request.samples, request.seed, among)


def mixtures(picture: GreyPicture, seed: int = 0) -> Mixtures:
    """Return what a small made-up model says of greys: about what its left neighbour is, or paper."""
    grey = picture.flat().astype(float)
    x = (grey + np.random.default_rng(seed).random(784)) / 256
    before = np.roll(x, 1) * (np.arange(784) % 28 > 0)
    mu = np.stack([before, np.full(784, 0.002), np.full(784, 0.6)], 1)
    sigma = np.broadcast_to([0.05, 0.002, 0.3], mu.shape)
    alpha = np.broadcast_to([0.5, 0.3, 0.2], mu.shape)
    parts = alpha / sigma * np.exp(-0.5 * ((x[:, None] - mu) / sigma) ** 2) / np.sqrt(2 * np.pi)
    terms = np.log(parts.sum(1))
    return Mixtures(
        model="rnade",
        picture=picture,
        x=x.astype(np.float32),
        log_alpha=np.log(alpha).astype(np.float32),
        mu=mu.astype(np.float32),
        log_sigma=np.log(sigma).astype(np.float32),
        terms=terms,
        running=np.concatenate(([0.0], np.cumsum(terms))),
        hidden=200,
        reference=CLOTHES,
        digits=DIGITS,
        measured=Measured(-2450.0, "fashion-mnist/made up"),
        device="CPU, 1 thread",
    )


CLOTHES = Reference.of(np.linspace(500.0, 3500.0, 1000, dtype=np.float32), 4000.0)
DIGITS = Reference.of(np.linspace(1500.0, 3900.0, 1000, dtype=np.float32), 4000.0)


def grey_frame(request: GreySample, step: int) -> GreySamples:
    """Return grey noise that begins like the picture, as far as it is after so many STEPS."""
    drawn = np.random.default_rng(request.seed).integers(0, 256, (request.count, 784), np.uint8)
    places = np.arange(784)
    whole = np.where(places < request.start, request.picture.flat(), drawn)
    done = request.start + (784 - request.start) * step // STEPS
    pixels = np.where(places < done, whole, 0).astype(np.uint8)
    return GreySamples(request.start, done, pixels, request.temperature)


def averaged(request: Average, count: int) -> Averaged:
    """Return scores that differ by order, as far as they are after so many."""
    return Averaged(-90.0 - np.arange(count), request.count)


class FakeEngine:
    """Answers like the engine, at once and without torch; a test can hold its steps back or let it fail.

    Attributes:
        asked: The requests in the order in which they were begun.
        error: What every further step fails with, or None.
        models: Where a model is looked for before a score; ``loads`` counts, ``unloadable`` is the failure.
    """

    def __init__(self) -> None:
        self.asked: list[Request] = []
        self.error: Exception | None = None
        self.unloadable: Exception | None = None
        self.loads = 0
        self.models = Models(self._load)
        self._free = threading.Condition()
        self._allowed: float = float("inf")

    def begin_again(self) -> None:
        """Answer again as at the beginning."""
        self.error, self.unloadable, self.loads = None, None, 0
        self.models.retry()
        self.release()

    @property
    def open(self) -> bool:
        """Whether nothing is held back."""
        return self._allowed == float("inf")

    def hold(self) -> None:
        """Let no further step be answered."""
        with self._free:
            self._allowed = 0

    def let(self, steps: float = 1) -> None:
        """Let so many held steps be answered."""
        with self._free:
            self._allowed += steps
            self._free.notify_all()

    def release(self) -> None:
        """Hold nothing back any more."""
        self.let(float("inf"))

    def answer(self, request: Request) -> Iterator[object]:
        """Yield the steps of the answer."""
        self.asked.append(request)
        for step in self._steps(request):
            with self._free:
                self._free.wait_for(lambda: self._allowed > 0)
                self._allowed -= 1
            if self.error is not None:
                raise self.error
            yield step()

    def _steps(self, request: Request) -> list[Callable[[], object]]:
        match request:
            case Score():
                return [partial(self._score, request)]
            case WhatIf():
                return [partial(self._compare, request)]
            case Sample():
                return [partial(frame, request, step) for step in range(1, STEPS + 1)]
            case GreyScore():
                return [partial(mixtures, request.picture, request.seed)]
            case GreySample():
                return [partial(grey_frame, request, step) for step in range(1, STEPS + 1)]
            case Import():
                return [partial(next, pictures.run(None, request))]  # type: ignore[arg-type]
            case Context():
                return [partial(seen, request)]
            case Anomaly():
                return [partial(judged, request)]
            case Evidence():
                return [partial(bounded, request)]
            case Question():  # which is counted in milliseconds, without a model
                return [lambda: deque(foundations.run(self.models, request), maxlen=1).pop()]
            case vae.Question():
                return [partial(vae_answered, request)]
            case dcgan.Question():
                return [partial(dcgan_answered, request)]
            case infogan.Question():
                return [partial(infogan_answered, request)]
            case stargan.Question() | stargan.Fit():
                return [partial(stargan_answered, request)]
            case TrainGan():
                return [partial(gan_stepped, request.plan, request.step)]
            case Average():
                return [partial(averaged, request, count) for count in range(1, request.count + 1)]
        raise TypeError(type(request).__name__)

    def _score(self, request: Score) -> Conditionals:
        self.models.get(request.model, _unprepared)
        return conditionals(request.model, request.drawing, order=request.order)

    def _compare(self, request: WhatIf) -> Comparison:
        said = partial(conditionals, request.model, order=request.order, simpler=False)
        before, after = said(request.drawing), said(request.drawing.flipped(request.pixel))
        return Comparison(request.pixel, before, after)

    def _load(self, name: str) -> object:
        self.loads += 1
        if self.unloadable is not None:
            raise self.unloadable
        return name


def _unprepared(_name: str, loaded: object) -> object:
    return loaded


@pytest.fixture
def engine() -> Iterator[FakeEngine]:
    """Return an engine that answers at once until the test holds it."""
    made = FakeEngine()
    yield made
    made.release()


class Screen:
    """A window under test: what can be read off it, and hands to use it with."""

    def __init__(self, window: MainWindow, engine: FakeEngine) -> None:
        self.window, self.engine = window, engine

    def begin_again(self) -> None:
        """Make it as it was after the start, whatever the test before has left."""
        self.engine.begin_again()
        self.window.show_tab("autoregressive")
        self.settle()
        if self.window.appearance.projector:
            self.window.toggle_projector()
        if self.window.appearance.settings != LOOK:
            self.window.appearance.settings = LOOK
            self.window.appearance.set_theme(LOOK.theme)
        for left in (*self.window.findChildren(QDialog), *self.all(CommandPalette)):
            left.close()
        for toast in self.window.findChildren(Toast):
            toast.closed.emit()
        self.window.resize(1280, 720)
        self.window.activateWindow()
        self.stage.history.__init__(sessions.fresh().states["autoregressive"])  # type: ignore[misc]
        self.stage.undo()
        self.stage.retry()
        self.canvas.setFocus()
        for view in (self.canvas, *self.maps, self.curve):
            QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
        self.settle()
        self.engine.asked.clear()

    def close(self) -> None:
        """Close it and leave nothing of it behind."""
        self.engine.release()
        self.window.close()
        self.window.deleteLater()
        self.window.appearance.deleteLater()
        del self.window  # pytest keeps the fixture, and a plot's Python half would keep its menus

    # -- what can be read ----------------------------------------------------------------------------------

    @property
    def stage(self) -> Stage:
        return self.window.stage

    @property
    def tab(self) -> AutoregressiveTab:
        return self.window.stage.tab

    @property
    def state(self) -> AutoregressiveState:
        return self.window.stage.state

    @property
    def canvas(self) -> PixelCanvas:
        front = self.tab._pages.front
        return front if isinstance(front, PixelCanvas) else self.tab.looking.view.canvas

    @property
    def maps(self) -> list[HeatMap]:
        view = self.tab.shading.view if self.state.page == "grey" else self.tab.looking.view
        return list(view.maps.maps)

    @property
    def curve(self) -> RunningSum:
        return self.tab.findChild(RunningSum)

    def turn_to_grey(self, **values: object) -> None:
        """Turn to the page of grey pictures, with the first example and these values of its state."""
        grey = replace(self.state.grey, **values)
        self.stage.edit(replace(self.state, page="grey", grey=grey))
        self.settle()
        self.picture()  # only now everything is where a hand would find it
        self.engine.asked.clear()

    @property
    def hero(self) -> str:
        """The one big number."""
        return next(label.text() for label in self.all(QLabel) if label.property("role") == "hero")

    @property
    def reading(self) -> str:
        """The reading line, its hint behind a bar."""
        line = self.one(ReadingLine)
        return f"{line.accessibleName()} | {line.accessibleDescription()}"

    @property
    def toasts(self) -> list[str]:
        return [toast.line for toast in self.window.findChildren(Toast) if toast.isVisible()]

    def texts(self) -> list[str]:
        """The words of every visible label."""
        return [_plain(label.text()) for label in self.all(QLabel)]

    @staticmethod
    def spoken(widget: QWidget) -> str:
        """What a screen reader says of a widget."""
        face = QAccessible.queryAccessibleInterface(widget)
        return face.text(QAccessible.Text.Name) if face else widget.accessibleName()

    def all(self, kind: type[W], name: str | None = None) -> list[W]:
        """The visible widgets of a kind, with an accessible name or words."""
        found = [widget for widget in self.window.findChildren(kind) if widget.isVisible()]
        return [widget for widget in found if name is None or name in (self.spoken(widget), words(widget))]

    def one(self, kind: type[W], name: str | None = None) -> W:
        found = self.all(kind, name)
        assert len(found) == 1, f"{len(found)} visible {kind.__name__} {name!r}"
        return found[0]

    def colour(self, view: QWidget, pixel: int) -> str:
        """The colour in the middle of a picture's pixel, off its marks."""
        rect = view.pixel_rect(pixel)
        return view.grab().toImage().pixelColor(rect.center().toPoint()).name()

    # -- what can be done ----------------------------------------------------------------------------------

    def until(self, condition: Callable[[], object]) -> None:
        """Let events happen until something holds."""
        given_up = time.monotonic() + PATIENCE
        while not condition():
            assert time.monotonic() < given_up, "waited in vain"
            QTest.qWait(2)

    def settle(self) -> None:
        """Wait until all is answered and shown."""
        self.until(lambda: self.stage.awake and not self.stage.busy and self.tab.settled())

    def picture(self) -> QImage:
        """The window as it looks once it changes no more."""
        seen = [self.window.grab().toImage()]

        def rests() -> bool:
            QApplication.processEvents()
            seen.append(self.window.grab().toImage())
            paced = any(pace.resting for pace in self.window.findChildren(Pace))  # it may show more
            return seen[-1] == seen[-2] and not paced

        self.until(rests)
        return seen[-1]

    def click(self, name: str, kind: type[QWidget] = QAbstractButton) -> None:
        """Click a visible button by its words or accessible name."""
        QTest.mouseClick(self.one(kind, name), LEFT)

    def key(self, keys: str) -> None:
        """Press a shortcut, such as "Ctrl+Z", where the focus is."""
        QTest.keySequence(self.window.focusWidget() or self.window, QKeySequence(keys))

    def at(self, view: QWidget, pixel: int) -> QPoint:
        return view.pixel_rect(pixel).center().toPoint()

    def stroke(self, *pixels: int, button: Qt.MouseButton = LEFT) -> None:
        """Draw from pixel to pixel, with the button held."""
        canvas = self.canvas
        QTest.mousePress(canvas, button, pos=self.at(canvas, pixels[0]))
        for pixel in pixels[1:]:
            QTest.mouseMove(canvas, self.at(canvas, pixel))
        QTest.mouseRelease(canvas, button, pos=self.at(canvas, pixels[-1]))

    def hover(self, view: QWidget, pixel: int) -> None:
        """Point at a pixel; by way of another, since Qt tells of moves only."""
        QTest.mouseMove(view, self.at(view, 783 - pixel))
        QTest.mouseMove(view, self.at(view, pixel))


def words(widget: QWidget) -> str:
    """What a button says."""
    return _plain(widget.text()) if isinstance(widget, QAbstractButton | QLabel) else ""


def _plain(text: str) -> str:
    return QTextDocumentFragment.fromHtml(text).toPlainText() if "<" in text else text


@pytest.fixture
def open_window(qapp: QApplication, engine: FakeEngine) -> Iterator[Callable[..., Screen]]:
    """Return a function that opens a window and waits for its first answer, unless the engine is held.

    Its arguments are a session, the settings, the size, and whether settings are remembered.
    """
    screens: list[Screen] = []

    def show(
        session: Session | None = None,
        look: Settings | None = None,
        size: tuple[int, int] = (1280, 720),
        remember: bool = False,
    ) -> Screen:
        appearance = Appearance(qapp, look or LOOK, remember=remember)
        window = MainWindow(appearance, session or beginning(), engine)  # type: ignore[arg-type]
        screens.append(screen := Screen(window, engine))
        window.resize(*size)
        window.show()
        if engine.open:
            screen.settle()
        return screen

    yield show
    for screen in screens:
        screen.close()


@pytest.fixture(scope="module")
def kept(qapp: QApplication) -> Iterator[Screen]:
    """Return a window that all tests of a module share: to build one costs more than most tests do."""
    engine = FakeEngine()
    appearance = Appearance(qapp, LOOK, remember=False)
    window = MainWindow(appearance, beginning(), engine)  # type: ignore[arg-type]
    window.resize(1280, 720)
    window.show()
    screen = Screen(window, engine)
    screen.settle()
    window.show_tab("foundations")  # made before the first test, too
    screen.settle()
    window.show_tab("autoregressive")
    for page in ("compare", "anomaly", "grey", "one"):  # made once, so that no test leaves one behind
        screen.stage.edit(replace(screen.state, page=page))
        screen.settle()
    yield screen
    screen.close()


@pytest.fixture
def screen(kept: Screen) -> Screen:
    """Return a window of 1280 x 720 as after the start, whose first example is answered.

    It is shared: a test that closes it, or that is about the start, opens one of its own.
    """
    kept.begin_again()
    return kept
