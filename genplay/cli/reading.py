"""How a model is told to read its pixels: ``--reach``, ``--order``, ``--order-seed`` and ``--orders``."""

import argparse
from dataclasses import dataclass

from genplay.errors import UserError
from genplay.families.orders import RASTER, Order
from genplay.models import ANY_ORDER, BOUNDED, LOOKING_BACK

ONE_ORDER = "{model} takes no {option}: it reads in one order only."


@dataclass(frozen=True, slots=True)
class Reading:
    """How a model reads.

    Attributes:
        order: The order of the pixels, for a model that reads in any.
        reach: How many pixels back AR-N looks; None is the checkpoint's own choice.
        orders: Over how many orders the density of a model of any order is averaged.
    """

    order: Order = RASTER
    reach: int | None = None
    orders: int = 1


def reading(options: argparse.Namespace, architecture: str) -> Reading:
    """Return what the options say of a model of an architecture.

    Raises:
        UserError: Such a model cannot be told so.
    """
    model, orders = options.model, getattr(options, "orders", None)
    if options.reach is not None and architecture not in LOOKING_BACK:
        raise UserError("{model} takes no --reach: only AR-N looks back over N pixels.", model=model)
    told = {"--order": options.order, "--order-seed": options.order_seed, "--orders": orders}
    given = [option for option, value in told.items() if value is not None]
    if given and architecture not in ANY_ORDER:
        bounded = architecture in BOUNDED
        sentence = "{model} takes no {option}: it reads all pixels at once." if bounded else ONE_ORDER
        raise UserError(sentence, model=model, option=given[0])
    if options.order_seed is not None and options.order != "random":
        raise UserError("--order-seed goes with --order random.")
    return Reading(Order(options.order or "raster", options.order_seed or 0), options.reach, orders or 1)
