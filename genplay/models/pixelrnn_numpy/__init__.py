"""PixelRNN on a single picture: all conditionals, an update after an edit, a logit's derivatives, samples.

NumPy only.
"""

from genplay.models.pixelrnn_numpy.gradient import gradient
from genplay.models.pixelrnn_numpy.picture import Conditionals, conditionals, update
from genplay.models.pixelrnn_numpy.sampler import samples
from genplay.models.pixelrnn_numpy.weights import Weights

__all__ = ["Conditionals", "Weights", "conditionals", "gradient", "samples", "update"]
