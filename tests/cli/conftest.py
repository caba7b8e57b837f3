"""Call the command line as its users do, and have pictures to give to it."""

import gc
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from genplay import paths
from genplay.cli import main
from genplay.data.examples import grey_digits


@dataclass(frozen=True)
class Outcome:
    """What a command returned and printed."""

    code: int | str | None
    out: str
    err: str

    @property
    def sentence(self) -> str:
        """The one line on standard error; there must be no other."""
        (line,) = self.err.splitlines()
        return line

    @property
    def rows(self) -> list[dict[str, object]]:
        """The JSON objects on standard output, one a line."""
        return [json.loads(line) for line in self.out.splitlines()]


Command = Callable[..., Outcome]


@pytest.fixture(autouse=True)
def collectable(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let Python's collector find a window, which an engine that warms up beside it would freeze."""
    monkeypatch.setattr(gc, "freeze", lambda: None)


@pytest.fixture
def genplay(capsys: pytest.CaptureFixture[str]) -> Command:
    """Return a function that runs a command line in this process."""

    def run(*words: object) -> Outcome:
        capsys.readouterr()
        try:
            code: int | str | None = main([str(word) for word in words])
        except SystemExit as leaving:
            code = leaving.code
        return Outcome(code, *capsys.readouterr())

    return run


@pytest.fixture
def digit(tmp_path: Path) -> Path:
    """Return a PNG file with a test digit as MNIST has it: light ink on black."""
    path = tmp_path / "digit.png"
    Image.fromarray(grey_digits().images[0]).save(path)
    return path


@pytest.fixture
def own() -> Path:
    """Return the user's folder of checkpoints, made and empty."""
    folder = paths.user_checkpoints()
    folder.mkdir(parents=True)
    return folder


def as_file(path: Path, image: Image.Image, **options: object) -> Path:
    image.save(path, **options)
    return path


def noise(mode: str = "L", size: tuple[int, int] = (28, 28)) -> Image.Image:
    """Return a picture of noise in the middle of a dark border."""
    bands = len(Image.new(mode, (1, 1)).getbands())
    field = np.zeros((size[1], size[0], bands), np.uint8)
    field[4:-4, 4:-4] = np.random.default_rng(0).integers(0, 256, (size[1] - 8, size[0] - 8, bands))
    return Image.fromarray(field.squeeze(), mode if bands > 1 else None)


def _png_of_many_pixels(path: Path) -> Path:
    return as_file(path, Image.new("1", (20_000, 20_000)))


def _truncated(path: Path) -> Path:
    as_file(path, noise(size=(200, 200)))
    path.write_bytes(path.read_bytes()[:5000])
    return path


def _words(path: Path) -> Path:
    path.write_text("This is not a picture, whatever its name says.\n")
    return path


def _empty(path: Path) -> Path:
    path.touch()
    return path


def _folder(path: Path) -> Path:
    path.mkdir()
    return path


BAD: dict[str, tuple[Callable[[Path], Path], str]] = {
    "not a picture": (_words, "is not a picture that genplay can read; accepted are PNG, JPEG"),
    "truncated": (_truncated, "is a damaged or incomplete picture; accepted are whole PNG, JPEG"),
    "20,000 x 20,000": (_png_of_many_pixels, "is too large: pictures of up to 16 million pixels"),
    "an empty file": (_empty, "is empty."),
    "a folder": (_folder, "is a folder, not a file."),
    "missing": (lambda path: path, "There is no file"),
}
"""Pictures that are refused: how each is made, and what is said."""


@pytest.fixture(params=list(BAD), ids=str)
def bad(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Path, str]:
    """Return a picture that is refused, and a part of the sentence."""
    make, words = BAD[request.param]
    return make(tmp_path / "bad.png"), words
