"""Opened pictures read, fitted and greyed: NumPy and Pillow only."""

from collections.abc import Iterator
from pathlib import Path

from genplay.data import pictures
from genplay.families.base import Request
from genplay.families.pictures import Import, Imported
from genplay.pipelines import Models


def run(models: Models, request: Request) -> Iterator[Imported]:
    """Yield the one ``Imported``; no model is asked.

    Raises:
        UserError: The file cannot be read, is not a picture, damaged, or too large.
    """
    if not isinstance(request, Import):
        raise TypeError(f"pictures know no request {type(request).__name__}")
    name, content = _content(request)
    found = pictures.decode_picture(content, name, invert=request.invert)
    ink = pictures.without_border(found.ink, request.rows, request.columns, request.border)
    fitted = pictures.fit(ink, request.rows, request.columns)
    colours = None
    if request.in_colours:
        rgb = pictures.decode_colours(content, name)
        colours = pictures.fit_colours(rgb, request.rows, request.columns).tobytes()
    yield Imported(
        source=fitted.tobytes(),
        threshold=pictures.suggested_threshold(fitted),
        inverted=found.inverted,
        animated=found.animated,
        rows=request.rows,
        columns=request.columns,
        colours=colours,
    )


def _content(request: Import) -> tuple[str, bytes]:
    """Return what to call a picture, and a file's bytes."""
    if not request.path:
        return "The clipboard’s picture", request.content
    path = Path(request.path)
    return path.name, pictures.content(path)
