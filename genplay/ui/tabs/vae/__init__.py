"""The VAE tab: drag the latents, and watch the evidence add up."""

from genplay.ui.tabs.vae.tab import VaeTab

TAB = VaeTab
"""What the window shows for this family."""
