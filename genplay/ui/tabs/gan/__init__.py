"""The GAN tab: train one live, in two dimensions."""

from genplay.ui.tabs.gan.tab import GanTab

TAB = GanTab
"""What the window shows for this family."""
