"""Texts outside of widgets: ``translate("context", "English sentence")``.

The name is the one that Qt's lupdate looks for. Widgets use their own ``self.tr``.
"""

import re

from PySide6.QtCore import QCoreApplication

from genplay.engine.worker import Failure
from genplay.errors import UserError
from genplay.families.base import Note
from genplay.ui.text import MINUS

translate = QCoreApplication.translate
_HYPHEN = re.compile(r"-(?=\d)")  # a minus that format() wrote


def sentence(said: UserError | Failure | Note) -> str:
    """Return what an error or a note says, translated as a whole and filled in."""
    context = "notes" if isinstance(said, Note) else "errors"
    written = translate(context, said.template).format(**said.values)
    return _HYPHEN.sub(MINUS, written) if isinstance(said, Note) else written
