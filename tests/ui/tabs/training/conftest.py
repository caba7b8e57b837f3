"""What every training has in common is tested on that of a VAE."""

from tests.ui.tabs.vae.train.conftest import desk, plan, train, true_desk

__all__ = ["desk", "plan", "train", "true_desk"]
