"""What a linear probe, learned from labels once and shipped with the weights, takes a drawing's code for."""

import numpy as np

from genplay.errors import UserError
from genplay.families.vae import Probe, Probed
from genplay.pipelines.vae.coder import Coder

_WEIGHT, _BIAS, _CONFUSION = "probe.weight", "probe.bias", "probe.confusion"


def probed_by(coder: Coder, request: Probe) -> Probed:
    """Return what the probe makes of the mean of q(z | x).

    Raises:
        UserError: The checkpoint came without a probe.
    """
    arrays = coder.calibration
    if not {_WEIGHT, _BIAS, _CONFUSION} <= set(arrays):
        raise UserError("{model} came without a linear probe.", model=coder.name)
    mu = np.array(coder.encode(request.drawing).mu)
    logits = arrays[_WEIGHT].astype(np.float64) @ mu + arrays[_BIAS]
    shares = np.exp(logits - logits.max())
    confusion = np.rint(arrays[_CONFUSION]).astype(np.int64)
    return Probed(coder.name, request.drawing, shares / shares.sum(), confusion)
