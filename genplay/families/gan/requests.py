"""What may be asked of a GAN: how it is after some steps, and what happens in one of them."""

from dataclasses import dataclass
from typing import ClassVar

from genplay.families.base import Request
from genplay.families.gan.setup import GanPlan, Hyper, Setup
from genplay.families.training import Train


@dataclass(frozen=True, slots=True)
class TrainGan(Train[Setup, Hyper]):
    """The GAN of a plan after some steps: ``Advancing``, now and then a ``GanStep``, at last the wanted."""

    family: ClassVar[str] = "gan"


@dataclass(frozen=True, slots=True)
class Dissect(Request):
    """A step in slow motion: ``Advancing`` on the way to it, and at last one ``Dissected``.

    Attributes:
        plan: Where it begins, and what is set when.
        step: The step that leads from ``step`` steps taken to one more.
    """

    family: ClassVar[str] = "gan"
    trains: ClassVar[bool] = True
    plan: GanPlan
    step: int
