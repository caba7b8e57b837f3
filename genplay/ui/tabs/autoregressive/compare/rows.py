"""The rows of the side-by-side page: which map each is, its limits, and its words at the left."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from genplay.families.autoregressive import Row
from genplay.ui import theme
from genplay.ui.translation import translate
from genplay.ui.widgets.dressed import Dressed
from genplay.ui.widgets.formula import FormulaLabel
from genplay.ui.widgets.legend import Legend
from genplay.ui.widgets.words import label

SURPRISE_LIMIT, LEAD_LIMIT = 4.0, 1.0  # nats
CONTEXT_DECADES = 3  # of the logarithmic scale

TABLES: dict[Row, str] = {
    "expected": "probability",
    "surprise": "surprise",
    "context": "context",
    "difference": "signed",
}
LIMITS: dict[Row, tuple[float, float]] = {
    "expected": (0.0, 1.0),
    "surprise": (0.0, SURPRISE_LIMIT),
    "difference": (-LEAD_LIMIT, LEAD_LIMIT),
}
_FORMULAS: dict[Row, str] = {
    "expected": "p_i_1",
    "surprise": "surprise_i",
    "context": "",
    "difference": "change_log_p_i",
}


def names() -> dict[Row, str]:
    """Return what each row shows, in words."""
    return {
        "expected": translate("autoregressive", "Expected ink"),
        "surprise": translate("autoregressive", "Surprise"),
        "context": translate("autoregressive", "What the pixel sees"),
        "difference": translate("autoregressive", "Difference from the best"),
    }


def switches() -> dict[Row, str]:
    """Return the same, short enough to stand below the drawing."""
    return {**names(), "difference": translate("autoregressive", "Difference")}


def _terse_names() -> dict[Row, str]:
    return {**switches(), "context": translate("autoregressive", "What it sees")}


class RowLabel(Dressed):
    """Name, formula, legend and caption of a row."""

    def __init__(self, row: Row) -> None:
        super().__init__()
        self._terse, self._row, self._idle, self._flipped = False, row, False, ""
        self._long, self._short = names()[row], _terse_names()[row]
        self._name = label("label", names()[row])
        self._name.setWordWrap(True)
        self._formula = FormulaLabel(_FORMULAS[row])
        self._formula.setVisible(bool(_FORMULAS[row]))
        self._legend = Legend(TABLES[row], *self._ends(row))
        self._caption = label("caption", self._told())
        self._caption.setWordWrap(True)
        self._caption.setVisible(bool(self._told()))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addStretch(1)
        for widget in (self._name, self._formula, self._caption):
            self._column.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addWidget(self._legend)
        self._column.addStretch(1)
        self._restyle()

    def set_pixel(self, number: str) -> None:
        """Name the pixel whose context is shown; "" for none."""
        said = translate("autoregressive", "What pixel {number} sees").format(number=number)
        self._long = said if number else names()["context"]
        self._idle = not number
        self._show_name()
        self._show_caption()

    def set_flipped(self, models: str) -> None:
        """Name the compared models whose logits have no gradient: a flip of each pixel tells; "" for none."""
        self._flipped = models
        self._show_caption()

    def set_terse(self, terse: bool) -> None:
        """Leave name and legend only, beside maps that are low."""
        self._formula.setVisible(not terse and self._formula.sizeHint().width() > 0)
        self._terse = terse
        self._show_name()
        self._show_caption()
        self._restyle()

    def _show_name(self) -> None:
        self._name.setText(self._short if self._terse else self._long)

    def _show_caption(self) -> None:
        self._caption.setText(self._told())
        # Empty frames have no other caption.
        self._caption.setVisible(bool(self._told()) and (self._idle or not self._terse))

    def _ends(self, row: Row) -> tuple[str, str]:
        return {
            "expected": (self.tr("0"), self.tr("1")),
            "surprise": (self.tr("0"), self.tr("4 nats")),
            "context": (self.tr("1/1000"), self.tr("most")),
            "difference": (self.tr("−1"), self.tr("+1 nat")),
        }[row]

    def _told(self) -> str:
        if self._row != "context":
            return ""
        if self._idle:
            return self.tr("Point at a pixel")
        if self._flipped:
            return self.tr("gradient of its logit (of {models}: a flip), log scale").format(
                models=self._flipped
            )
        return self.tr("gradient of its logit, log scale")

    def _restyle(self) -> None:
        self._column.setSpacing(theme.current().px(1 if self._terse else 5))
