"""The InfoGAN tab: codes that came to mean something."""

from genplay.ui.tabs.infogan.tab import InfoGanTab

TAB = InfoGanTab
"""What the window shows for this family."""
