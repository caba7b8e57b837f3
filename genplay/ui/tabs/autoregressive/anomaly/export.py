"""What leaves the page: every picture with its scores, as CSV."""

import csv
import io
from collections.abc import Mapping
from pathlib import Path

from genplay.families.autoregressive import Anomalies
from genplay.families.autoregressive.anomaly import rows
from genplay.files import atomic_write


def save_scores(path: Path, results: Mapping[str, Anomalies | None]) -> None:
    """Write model, set, index, picture, log p, code length and the three scores of every scored picture.

    Raises:
        UserError: The file cannot be written.
    """
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows({model: result for model, result in results.items() if result}))
    with atomic_write(path) as stream:
        stream.write(text.getvalue().encode())
