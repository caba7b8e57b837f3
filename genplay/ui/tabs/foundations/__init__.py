"""The Foundations tab."""

from genplay.ui.tabs.foundations.tab import FoundationsTab

TAB = FoundationsTab
"""What the window shows for this family."""
