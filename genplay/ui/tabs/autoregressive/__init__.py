"""The Autoregressive tab."""

from genplay.ui.tabs.autoregressive.tab import AutoregressiveTab

TAB = AutoregressiveTab
"""What the window shows for this family."""
