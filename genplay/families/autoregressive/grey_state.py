"""What the user has set on the page of grey pictures, a part of the tab's state."""

from collections.abc import Mapping
from dataclasses import dataclass

from genplay.families.autoregressive.grey import GreyPicture, GreySample, GreyScore
from genplay.families.autoregressive.models import PIXELS
from genplay.families.base import Request

GREY_MODEL = "rnade"
GREY_MODEL_NAME = "RNADE"
_BLANK = GreyPicture.blank()


@dataclass(frozen=True, slots=True, kw_only=True)
class GreyState:
    """A grey picture and what is asked about it.

    Attributes:
        picture: What is scored.
        pixel: Index of the pixel whose density stays in view when the pointer leaves, or None.
        noise: Seed of the dequantisation: of each grey level, where in its 256th the number lies.
        sample_from: How many pixels, in raster order, the eight samples keep; None asks for none.
    """

    picture: GreyPicture = _BLANK
    pixel: int | None = None
    noise: int = 0
    sample_from: int | None = None

    def __post_init__(self) -> None:
        for name, most in (("pixel", PIXELS - 1), ("noise", 2**31 - 1), ("sample_from", PIXELS - 1)):
            value = getattr(self, name)
            if value is not None and not 0 <= value <= most:
                raise ValueError(f"{name} must be between 0 and {most}")

    @property
    def next_sample(self) -> int:
        """How many pixels samples asked for now keep: those before the pixel in view, or 0 without one."""
        return self.pixel or 0

    def requests(self, seed: int, temperature: float) -> Mapping[str, Request]:
        """Return the score, and the samples where they are asked for.

        Args:
            seed: Of the samples.
            temperature: Of the samples.
        """
        wanted: dict[str, Request] = {"grey": GreyScore(GREY_MODEL, self.picture, self.noise)}
        if self.sample_from is not None:
            wanted["grey_samples"] = GreySample(
                GREY_MODEL, self.picture, self.sample_from, seed=seed, temperature=temperature
            )
        return wanted
