"""The explicit models of binary digits: which there are, and in which ways each can read."""

from collections.abc import Mapping

from genplay.families import vae
from genplay.families.base import QT_TRANSLATE_NOOP

PIXELS = 784
"""Of a drawing, 28 x 28."""

MODELS: Mapping[str, str] = {
    "nade": "NADE",
    "row_lstm": "Row LSTM",
    "diagonal_bilstm": "Diagonal BiLSTM",
    "eonade": "Any order",
    "ar1": "AR-1",
    "arn": "AR-N",
}
BOUNDED = frozenset({"vae"})
"""Models of the VAE family that stand beside these: they have no conditionals, and only bound log p(x)."""
COMPARED: Mapping[str, str] = {**MODELS, **{name: vae.MODELS[name] for name in sorted(BOUNDED)}}
"""Models that can stand side by side."""
ANY_ORDER = frozenset({"eonade"})
"""Models that read in any order."""
TABULAR = frozenset({"ar1", "arn"})
"""Models that are tables of counts: their logits have no derivative."""
COUNTED = frozenset({"arn"})
"""Models that look back over a number of pixels to choose."""
LOOKS_BACK: Mapping[str, int] = {"ar1": 1}
"""Models that look back over a number of pixels that is theirs."""
PAPERS: Mapping[str, float] = {"nade": 88.33, "row_lstm": 80.54, "diagonal_bilstm": 79.20, "eonade": 89.17}
"""What the papers report: nats on the fixed test split; of the model of any order, along one order."""
PAPER_OF_16_ORDERS = 85.96
"""What the paper of the model of any order reports where p is averaged over 16 orders, in nats."""
SIMPLER: Mapping[str, str] = {
    "bernoulli": QT_TRANSLATE_NOOP("families", "One shared p"),
    "independent": QT_TRANSLATE_NOOP("families", "Independent"),
    "ar1": "AR-1",
}
FARTHEST = 10
"""Pixels that AR-N can look back."""
