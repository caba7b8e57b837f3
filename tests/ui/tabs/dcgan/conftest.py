"""The tab on its stage."""

from tests.ui.tabs.dcgan.staged import stage

__all__ = ["stage"]
