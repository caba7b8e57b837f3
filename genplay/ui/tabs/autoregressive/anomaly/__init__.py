"""The anomaly page: is a picture strange? Sets of pictures, three scores, every explicit model."""

from genplay.ui.tabs.autoregressive.anomaly.export import save_scores
from genplay.ui.tabs.autoregressive.anomaly.page import Page
from genplay.ui.tabs.autoregressive.anomaly.view import AnomalyView

__all__ = ["AnomalyView", "Page", "save_scores"]
