"""PixelRNN on a single picture, fast: all conditionals, an update after an edit, samples. NumPy only."""

from genplay.models.pixelrnn_numpy.picture import Conditionals, conditionals, update
from genplay.models.pixelrnn_numpy.sampler import samples
from genplay.models.pixelrnn_numpy.weights import Weights

__all__ = ["Conditionals", "Weights", "conditionals", "samples", "update"]
