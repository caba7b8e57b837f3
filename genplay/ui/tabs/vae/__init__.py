"""The VAE tab."""
