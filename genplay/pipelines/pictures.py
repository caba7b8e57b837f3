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
    if request.path:
        found = pictures.read_picture(Path(request.path), invert=request.invert)
    else:
        found = pictures.decode_picture(request.content, "The clipboard's picture", invert=request.invert)
    fitted = pictures.fit(found.ink, request.rows, request.columns)
    yield Imported(
        source=fitted.tobytes(),
        threshold=pictures.suggested_threshold(fitted),
        inverted=found.inverted,
        animated=found.animated,
        rows=request.rows,
        columns=request.columns,
    )
