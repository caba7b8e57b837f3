"""The StarGAN tab: change one thing about a face."""

from genplay.ui.tabs.stargan.tab import StarGanTab

TAB = StarGanTab
"""What the window shows for this family."""
