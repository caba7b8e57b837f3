"""The column of tools beside a drawing: what the left button does, the brush, and acts on the whole."""

from collections.abc import Collection, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QVBoxLayout, QWidget

from genplay.ui import icons
from genplay.ui.widgets.buttons import IconButton
from genplay.ui.widgets.hairline import Hairline

SIDE = 32
"""Width of the column, in pixels at 100 %."""
HIGH = 30
"""Height of a button."""

_ICONS = {"pen": "pencil", "eraser": "eraser", "fill": "bucket", "region": "region"}
TOOLS = tuple(_ICONS)
"""All tools."""
DRAWING_TOOLS = ("pen", "eraser", "fill")
"""Those of them that change the picture: where nothing is completed, there is no region."""
_BRUSHES = (1, 2, 3, 4, 5)


class Toolbox(QWidget):
    """Tools, brush and acts.

    Args:
        tools: Which tools there are.
        high: Height of a button, in pixels at 100 %.
    """

    tool_chosen = Signal(str)
    brush_chosen = Signal(int)

    def __init__(self, tools: Collection[str] = TOOLS, *, high: int = HIGH) -> None:
        super().__init__()
        self._high = high
        self._tools = {tool: self._tool(tool, icon) for tool, icon in _ICONS.items() if tool in tools}
        self._brush = self._brush_button()
        self._acts: list[IconButton] = []
        self._terse = False
        self._more = IconButton("more", self.tr("More tools"), SIDE, high)
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._more.setMenu(QMenu(self._more))
        self._more.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        for button in (*self._tools.values(), self._brush):
            self._column.addWidget(button)
        self._rule = Hairline(length=0)
        self._column.addWidget(self._rule)
        self._column.addWidget(self._more)
        self._column.addStretch(1)

    def set_acts(self, actions: Sequence[tuple[QAction, str]]) -> None:
        """Add a button below the tools for each action, with the icon of this name."""
        self._more.menu().addActions([action for action, _ in actions])
        for action, icon in actions:
            button = IconButton(icon, action.text(), SIDE, self._high)
            button.clicked.connect(action.trigger)
            self._column.insertWidget(self._column.count() - 1, button)
            self.setTabOrder(self._acts[-1] if self._acts else self._brush, button)
            self._acts.append(button)
        self.setTabOrder(self._acts[-1] if self._acts else self._brush, self._more)
        self.set_terse(self._terse)

    def show_tool(self, tool: str, brush: int) -> None:
        """Show which tool is taken, and its diameter."""
        for name, button in self._tools.items():
            button.setChecked(name == tool)
        self._brush.set_icon(f"brush-{brush}")

    def set_terse(self, terse: bool) -> None:
        """Have the acts in a menu of one button, or each as a button."""
        self._terse = terse
        for widget in (self._rule, *self._acts):
            widget.setVisible(not terse)
        self._more.setVisible(terse and bool(self._acts))

    def least(self, *, terse: bool = False) -> int:
        """Return the height that it needs."""
        shown: list[QWidget] = [*self._tools.values(), self._brush]
        acts: list[QWidget] = [self._more] if self._acts else []
        shown += acts if terse else [self._rule, *self._acts]
        return sum(max(widget.minimumHeight(), widget.minimumSizeHint().height()) for widget in shown)

    def _tool(self, tool: str, icon: str) -> IconButton:
        names = {
            "pen": self.tr("Pen (P)"),
            "eraser": self.tr("Eraser (E)"),
            "fill": self.tr("Fill (G)"),
            "region": self.tr("Region to be completed (R)"),
        }
        button = IconButton(icon, names[tool], SIDE, self._high)
        button.setCheckable(True)
        button.clicked.connect(partial(self.tool_chosen.emit, tool))
        return button

    def _brush_button(self) -> IconButton:
        button = IconButton("brush-2", self.tr("Brush size ([ and ], or the wheel)"), SIDE, self._high)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        for size in _BRUSHES:
            action = menu.addAction(icons.icon(f"brush-{size}"), self.tr("{size} px").format(size=size))
            action.triggered.connect(partial(self.brush_chosen.emit, size))
        button.setMenu(menu)
        return button
