"""The VAE tab: drag the latents, and watch the evidence add up."""
