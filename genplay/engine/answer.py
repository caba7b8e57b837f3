"""Answer a request: find its pipeline and its models. Worker, command line and tests all call this."""

from collections import deque
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import TYPE_CHECKING, TypeVar, cast

from genplay.families.base import Loaded, Loading, Request

if TYPE_CHECKING:
    from genplay.engine.checkpoints import Loaded as LoadedCheckpoint

Prepared = TypeVar("Prepared")


class Models:
    """Loaded models, each prepared once for its pipeline; a failed load is remembered, not retried at 60 Hz.

    Args:
        load: Reads a checkpoint by model name.
    """

    def __init__(self, load: "Callable[[str], LoadedCheckpoint] | None" = None) -> None:
        self._load = load
        self._prepared: dict[tuple[str, object], object] = {}
        self._failures: dict[str, Exception] = {}

    def get(self, name: str, prepare: Callable[[str, Loaded], Prepared]) -> Prepared:
        """Return the model ``name`` as ``prepare(name, loaded)`` makes it, from memory after the first time.

        Raises:
            UserError: The checkpoint is missing or cannot be used.
        """
        failure = self._failures.get(name)
        if failure is not None:
            raise failure.with_traceback(None)
        key = (name, prepare)
        if key not in self._prepared:
            try:
                self._prepared[key] = prepare(name, self._loaded(name))
            except Exception as error:
                self._failures[name] = error
                raise
        return cast("Prepared", self._prepared[key])

    def has(self, name: str, prepare: Callable[[str, Loaded], object]) -> bool:
        """Tell whether ``get`` would return at once."""
        return (name, prepare) in self._prepared

    def retry(self) -> None:
        """Forget failed loads, so that the next request tries again."""
        self._failures.clear()

    def _loaded(self, name: str) -> Loaded:
        if self._load is None:
            from genplay.engine.checkpoints import load

            self._load = load
        return self._load(name)


class Engine:
    """Answers requests; its ``answer`` is what a ``Worker`` is given. Use it from one thread."""

    def __init__(self, models: Models | None = None) -> None:
        self.models = models or Models()
        self._warm = False

    def answer(self, request: Request) -> Iterator[object]:
        """Yield the steps of the answer; torch computes each in inference mode, unless the request trains.

        Raises:
            UserError: The request cannot be answered, for a reason that the sentence gives.
        """
        if request.torch:
            yield from self._with_torch(request)
        else:
            yield from self._steps(request)

    def last(self, request: Request) -> object:
        """Return the last step of the answer: the whole answer, for whoever shows no progress."""
        return deque(self.answer(request), maxlen=1).pop()

    def _steps(self, request: Request) -> Iterator[object]:
        return import_module(f"genplay.pipelines.{request.family}").run(self.models, request)

    def _with_torch(self, request: Request) -> Iterator[object]:
        import torch

        if not self._warm:
            self._warm_up()
            yield Loading("")
        steps = self._steps(request)
        while True:
            # Around each step, not around the loop: a `with` held open across a yield leaks into the caller.
            with torch.inference_mode(not request.trains):
                try:
                    value = next(steps)
                except StopIteration:
                    return
            yield value

    def _warm_up(self) -> None:
        import gc

        from genplay.engine.device import pick

        pick()
        # torch brings 170,000 objects: frozen, a full collection costs 0.01 ms instead of 100. None is made
        # here first: what it found of a window would be destroyed in this thread, which Qt does not survive.
        gc.freeze()
        self._warm = True
