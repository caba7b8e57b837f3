"""A drawing's lower bound on log p(x) by one importance estimate, as the test pictures have theirs."""

import math
from collections.abc import Iterator

import torch

from genplay.errors import UserError
from genplay.families.vae import CODES, Evidence, LowerBound, Working
from genplay.models import sandwich
from genplay.pipelines.vae.coder import Coder, tensors

MOST = 1_000_000
DRAWN = CODES  # in a step: along a stroke a bound of two steps would never be reached


def evidence_of(coder: Coder, request: Evidence) -> Iterator[object]:
    """Yield a ``LowerBound``, after ``Working`` where there are many codes.

    Raises:
        UserError: The drawing is none that the model reads, or there are too few codes or too many.
    """
    total = request.samples
    if not 1 <= total <= MOST:
        raise UserError("A bound takes 1 to {most} codes, not {count}.", most=MOST, count=total)
    mu, logvar = tensors(coder.encode(request.drawing))
    likelihood = coder.likelihood(request.drawing)
    generator = torch.Generator().manual_seed(request.seed)
    log_sum = torch.tensor(-math.inf, dtype=torch.float64)
    for done in range(0, total, DRAWN):
        eps = torch.randn(min(DRAWN, total - done), coder.latent, generator=generator, dtype=torch.float64)
        log_w = sandwich.log_weights(likelihood, mu, logvar, eps)
        log_sum = torch.logaddexp(log_sum, torch.logsumexp(log_w, 0))
        if done + DRAWN < total:
            yield Working((done + DRAWN) / total)
    yield LowerBound(
        model=coder.name,
        drawing=request.drawing,
        bound=float(log_sum) - math.log(total),
        samples=total,
        seed=request.seed,
        among=coder.calibration.get("test_log_prob") if total == CODES else None,
    )
