"""Opened pictures: read, fitted to the size that is asked for, greyed."""

import io
import sys
from subprocess import run as run_process

import numpy as np
import pytest
from PIL import Image

from genplay.data import pictures
from genplay.engine.answer import Engine
from genplay.errors import UserError
from genplay.families.base import Drawing
from genplay.families.foundations import Draw
from genplay.families.pictures import Import, Imported


def answered(request: Import) -> Imported:
    (result,) = Engine().answer(request)
    assert isinstance(result, Imported)
    return result


def png(grey):
    stream = io.BytesIO()
    Image.fromarray(grey).save(stream, "PNG")
    return stream.getvalue()


def stroke(width, strength=255):
    grey = np.zeros((560, 560), np.uint8)
    grey[100:460, 280 : 280 + width] = strength
    return grey


@pytest.mark.parametrize(("width", "threshold"), [(40, 128), (5, None)])
def test_an_opened_picture_brings_the_threshold_that_keeps_its_lines(tmp_path, width, threshold):
    """A line 5 of 20 wide greys its pixels by a quarter: at 128 it would vanish."""
    path = tmp_path / "stroke.png"
    path.write_bytes(png(stroke(width)))
    result = answered(Import(path=str(path)))
    fitted = np.frombuffer(result.source, np.uint8).reshape(28, 28)
    assert (fitted == pictures.fit(stroke(width))).all()
    assert result.threshold == pictures.suggested_threshold(fitted)
    assert threshold in (None, result.threshold)
    drawing = result.drawing().pixels()
    assert drawing[6:22, 14].all()
    assert not drawing[:, :13].any()
    assert (result.inverted, result.animated) == (False, False)


def test_the_clipboards_picture_and_a_file_are_read_alike(tmp_path):
    content = png(255 - stroke(30))
    (tmp_path / "a.png").write_bytes(content)
    from_file = answered(Import(path=str(tmp_path / "a.png")))
    assert from_file == answered(Import(content=content))
    assert from_file.inverted


@pytest.mark.parametrize("invert", [True, False])
def test_which_of_dark_and_light_is_ink_can_be_said(tmp_path, invert):
    path = tmp_path / "a.png"
    path.write_bytes(png(stroke(40)))
    result = answered(Import(path=str(path), invert=invert))
    assert result.inverted == invert
    assert (result.source[0] == 255) == invert


def test_what_cannot_be_opened_is_refused(tmp_path):
    with pytest.raises(UserError, match="There is no file"):
        answered(Import(path=str(tmp_path / "none.png")))
    with pytest.raises(UserError, match="The clipboard’s picture is not a picture"):
        answered(Import(content=b"words"))


@pytest.mark.parametrize(("rows", "columns"), [(2, 2), (3, 4), (4, 5)])
def test_it_is_fitted_to_the_size_that_is_asked_for(rows, columns):
    ink = np.indices((rows, columns)).sum(0) % 2
    wide = 255 * ink.repeat(20, 0).repeat(20, 1).astype(np.uint8)
    result = answered(Import(content=png(wide), rows=rows, columns=columns, invert=False))
    assert (result.rows, result.columns) == (rows, columns)
    assert result.drawing() == Drawing.of(ink)


def test_colours_come_where_they_are_wanted():
    rgb = np.zeros((30, 60, 3), np.uint8)
    rgb[:, :30], rgb[:, 30:] = (200, 10, 20), (0, 60, 250)
    plain = answered(Import(content=png(rgb)))
    assert plain.colours is None
    result = answered(Import(content=png(rgb), rows=64, columns=64, in_colours=True))
    found = np.frombuffer(result.colours, np.uint8).reshape(64, 64, 3)
    assert (found[:16] == 255).all()
    assert (found[16:48, :32] == (200, 10, 20)).all()
    assert (found[16:48, 32:] == (0, 60, 250)).all()
    assert len(result.source) == 64 * 64


def test_another_request_is_a_fault():
    from genplay.pipelines.pictures import run

    with pytest.raises(TypeError, match="no request Draw"):
        list(run(None, Draw((2, 2), 0)))  # type: ignore[arg-type]


def test_it_needs_no_torch(tmp_path):
    (tmp_path / "a.png").write_bytes(png(stroke(40)))
    code = (
        "import sys; from genplay.engine.answer import Engine; from genplay.families.pictures import Import;"
        f"Engine().last(Import(path={str(tmp_path / 'a.png')!r})); assert 'torch' not in sys.modules"
    )
    run_process([sys.executable, "-c", code], check=True)


def test_a_model_s_picture_comes_back_as_it_was():
    grey = np.random.default_rng(0).integers(0, 256, (28, 28), np.uint8)
    page = np.pad(grey, 2).repeat(10, 0).repeat(10, 1)
    assert answered(Import(content=png(255 - page), border=2)).source == grey.tobytes()
    assert answered(Import(content=png(255 - page))).source != grey.tobytes()
