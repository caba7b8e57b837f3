"""Where the focus goes next."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from genplay.ui.widgets.segmented import Segmented


def in_turn(*parts: QWidget) -> None:
    """Let Tab go from part to part, and in each of them in the order in which its widgets were made.

    Without it what is made late, when its number is known, comes last. A part has its place in the order, a
    stop or not. The pieces of a switch are stops that it takes and gives as one is chosen: they are ordered
    all the same. A list that opens is a window of its own, and has no turn.
    """
    inside = [widget for part in parts for widget in (part, *part.findChildren(QWidget))]
    here = [widget for widget in inside if widget.window() is parts[0].window()]
    stops = [widget for widget in here if widget in parts or _stops(widget)]
    policies = [stop.focusPolicy() for stop in stops]
    for stop in stops:
        stop.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # what has none is not moved
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)
    for stop, policy in zip(stops, policies, strict=True):
        stop.setFocusPolicy(policy)


def _stops(widget: QWidget) -> bool:
    """Tell whether Tab stops at a widget, now or once it is chosen."""
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) or isinstance(widget.parent(), Segmented)
