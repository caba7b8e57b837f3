"""The tab on its stage."""

from tests.ui.tabs.stargan.staged import stage

__all__ = ["stage"]
