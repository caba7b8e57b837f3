"""The DCGAN tab: the latent space of a GAN of pictures."""

from genplay.ui.tabs.dcgan.tab import DcganTab

TAB = DcganTab
"""What the window shows for this family."""
