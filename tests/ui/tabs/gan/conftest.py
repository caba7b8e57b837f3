"""The whole tab, answered by the true pipeline."""

from tests.ui.tabs.gan.staged import running, stage

__all__ = ["running", "stage"]
