"""genplay: a desktop playground for deep generative models."""

__version__ = "0.1.0"
