"""The tab on its stage."""

from tests.ui.tabs.infogan.staged import stage

__all__ = ["stage"]
