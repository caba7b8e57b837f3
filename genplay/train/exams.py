"""What a finished training is measured on: its figures, and the scores that others are compared with."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from torch import Tensor, nn

from genplay.data import binarized, mnist
from genplay.engine.header import Figure
from genplay.families.orders import NAMES, RASTER, Order, ensemble
from genplay.families.vae import CODES as CALIBRATED
from genplay.train import bounds, clothes, latents
from genplay.train.closure import Closing
from genplay.train.evaluate import VALID, log_densities, log_probs, mean_of_p
from genplay.train.kept import digest, remembered
from genplay.train.kept import folder as score_folder
from genplay.train.latents import Latents, Probing

_DENSITY = "A density of (grey + u) / 256, u uniform in [0, 1): nll may be negative."
_CODES = "Importance estimate with {samples:,} codes a picture, a bound on -log p."
Split = tuple[NDArray[np.uint8], str]
_BITS = "nll / ({dims} ln 2) + 8, for a pixel of 256 greys."


class Exam(Protocol):
    """What a model of some data is measured on."""

    @property
    def tolerance(self) -> float:
        """How far storing the weights in float16 may move the measure."""
        ...

    def measure(self, network: nn.Module) -> float:
        """Return what rounding is judged by: of an explicit model, -log p or a bound, on average, in nats."""
        ...

    def figures(self, network: nn.Module, measured: float, /) -> tuple[Figure, ...]:
        """Return what the header states, the measure among them."""
        ...

    def calibration(self, network: nn.Module) -> Mapping[str, NDArray[np.float32]]:
        """Return the arrays that go with the weights."""
        ...


class Part(Protocol):
    """A part of a VAE's exam besides its bounds; a subject in ``train.trained`` may have one of its own.

    So what can be measured of two latents only, such as log p(x) by quadrature, is a part more in the exam of
    the one model that has them.
    """

    def figures(self, network: nn.Module) -> tuple[Figure, ...]:
        """Return what the header states, after the bounds."""
        ...

    def calibration(self, network: nn.Module) -> Mapping[str, NDArray[np.float32]]:
        """Return the arrays that go with the weights, by names of its own."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class DigitExam:
    """Binary digits: the fixed validation split, and the test digits thresholded as a drawing is.

    Args:
        valid: The fixed validation split, (N, D), 0 or 1.
        digits: Test digits, (M, D), 0 or 1: percentiles are among them.
        note: Of the figure.
    """

    valid: NDArray[np.uint8]
    digits: NDArray[np.uint8]
    note: str = ""
    tolerance: float = 0.01

    @classmethod
    def load(cls, valid: NDArray[np.uint8], folder: Path | None = None, note: str = "") -> "DigitExam":
        """Return the exam with MNIST's test digits.

        Raises:
            UserError: The data set is missing.
        """
        digits = binarized.threshold(mnist.load("test", folder).images)
        return cls(valid=valid, digits=digits, note=note)

    def measure(self, network: nn.Module) -> float:
        """Return the mean of -log p over the validation split, in nats."""
        return -float(log_probs(network, self.valid).mean())

    def figures(self, network: nn.Module, nll: float) -> tuple[Figure, ...]:
        """Return the one figure."""
        return (Figure(name="nll_nats", value=round(nll, 4), unit="nats", split=VALID, note=self.note),)

    def calibration(self, network: nn.Module) -> Mapping[str, NDArray[np.float32]]:
        """Return the scores of the test digits."""
        return {"test_log_prob": _ascending(log_probs(network, self.digits))}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class OrdersExam(DigitExam):
    """Binary digits, of a model that reads them in any order: row by row as the others, and in many.

    The scores in one order take minutes: they are kept, so that an exam that was cut off goes on.

    Args:
        orders: Orders that its probabilities are averaged over: the named ones, then random ones.
        few: Test digits that it is also calibrated on in each order but row by row.
        kept: Where scores are kept; None keeps none.
    """

    orders: int = 16
    few: int = 1000
    kept: Path | None = None

    @classmethod
    def load(cls, valid: NDArray[np.uint8], folder: Path | None = None, note: str = "") -> "OrdersExam":
        """Return the exam with MNIST's test digits, its scores kept beside the states of trainings.

        Raises:
            UserError: The data set is missing.
        """
        digits = DigitExam.load(valid, folder).digits
        return cls(valid=valid, digits=digits, note=note, kept=score_folder())

    def measure(self, network: nn.Module) -> float:
        """Return the mean of -log p over the validation split, row by row, in nats."""
        return -float(self.scores(network, self.valid, RASTER).mean())

    def scores(self, network: nn.Module, bits: NDArray[np.uint8], order: Order) -> NDArray[np.float64]:
        """Return log p of each picture in an order, in nats, (N,), computed once for the same weights.

        Raises:
            UserError: They cannot be kept.
        """
        name = digest(network, bits, f"{order.kind} {order.seed}")
        return remembered(self.kept, name, lambda: log_probs(network, bits, order))

    def figures(self, network: nn.Module, nll: float) -> tuple[Figure, ...]:
        """Return the figures row by row, in one random order, and averaged over orders."""
        orders = ensemble(RASTER, self.orders)
        scores = np.stack([self.scores(network, self.valid, order) for order in orders])  # (K, N)
        random = -float(scores[orders.index(Order("random"))].mean())
        # The mean of p, not of its logarithm or of logits: a mixture of the orders' models.
        averaged = -float(mean_of_p(scores).mean())
        named = [NAMES[order.kind].lower() for order in orders if order.kind != "random"]
        over = f"{', '.join(named)}, and {len(orders) - len(named)} random ones"
        return (
            self._figure("nll_nats", nll, "Row by row."),
            self._figure("nll_random_order_nats", random, "In one random order (seed 0)."),
            self._figure(f"nll_{len(orders)}_orders_nats", averaged, f"Mean of p over {over}."),
        )

    def calibration(self, network: nn.Module) -> Mapping[str, NDArray[np.float32]]:
        """Return the scores of the test digits row by row, and of some of them in each other order."""
        found = {"test_log_prob": _ascending(self.scores(network, self.digits, RASTER))}
        for kind in NAMES:
            if kind != RASTER.kind:
                scores = self.scores(network, self.digits[: self.few], Order(kind))
                found[f"test_log_prob.{kind}"] = _ascending(scores)
        return found

    def _figure(self, name: str, nll: float, read: str) -> Figure:
        note = f"{read} {self.note}".rstrip()
        return Figure(name=name, value=round(nll, 4), unit="nats", split=VALID, note=note)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ClothesExam:
    """Grey clothes, dequantised in the same way each time, and digits, which a model of clothes never saw.

    Args:
        valid: Validation items, (N, D), 0 to 1.
        test: Test items, (M, D).
        digits: Grey test digits, (L, D).
        note: Of the figures in nats, after how the pictures were dequantised.
        tolerance: 0.001 bits a pixel: a density moves more than a probability does, for a narrow component
            that is half its width away from a grey gives it an eighth of a nat less.
    """

    valid: Tensor
    test: Tensor
    digits: Tensor
    note: str = ""
    tolerance: float = 0.5

    @classmethod
    def load(cls, valid: NDArray[np.uint8], folder: Path | None = None, note: str = "") -> "ClothesExam":
        """Return the exam with Fashion-MNIST's test items and MNIST's test digits.

        Raises:
            UserError: A data set is missing.
        """
        noisy = clothes.fixed(valid, clothes.VALID_SEED)
        test, digits = clothes.unseen_items(folder), clothes.unseen_digits(folder)
        return cls(valid=noisy, test=test, digits=digits, note=note)

    def measure(self, network: nn.Module) -> float:
        """Return the mean of -log p over the validation items, in nats."""
        return -float(log_densities(network, self.valid).mean())

    def figures(self, network: nn.Module, nll: float) -> tuple[Figure, ...]:
        """Return nats and bits per dimension, of the validation items and of the test items."""
        test = -float(log_densities(network, self.test).mean())
        return (*self._both(nll, clothes.VALID), *self._both(test, clothes.TEST))

    def calibration(self, network: nn.Module) -> Mapping[str, NDArray[np.float32]]:
        """Return the scores of the test items and of the digits."""
        return {
            "test_log_prob": _ascending(log_densities(network, self.test)),
            "digits_log_prob": _ascending(log_densities(network, self.digits)),
        }

    def _both(self, nll: float, split: str) -> tuple[Figure, Figure]:
        dims = self.valid.shape[1]
        note, bits = f"{_DENSITY} {self.note}".rstrip(), nll / (dims * math.log(2)) + 8
        return (
            Figure(name="nll_nats", value=round(nll, 4), unit="nats", split=split, note=note),
            Figure(
                name="bits_per_dim",
                value=round(bits, 5),
                unit="bits",
                split=split,
                note=_BITS.format(dims=dims),
            ),
        )


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class BoundExam:
    """Binary pictures of a VAE: the fixed validation split, and the dynamically binarized test pictures.

    Args:
        valid: Validation pictures, (N, D), 0 or 1.
        test: Test pictures, (M, D), drawn from their greys: all of them, for a part is no figure.
        drawings: Test pictures thresholded as a drawing is, (M, D): percentiles are among them.
        valid_split: What the first are called.
        test_split: What the second are called.
        note: Of the figures, after how they were measured.
        tolerance: See ``Exam``.
        samples: Codes of a test picture.
        kept: Where estimates are kept; None keeps none.
        parts: What else is measured.
    """

    valid: NDArray[np.uint8]
    test: NDArray[np.uint8]
    drawings: NDArray[np.uint8]
    valid_split: str
    test_split: str
    note: str = ""
    tolerance: float = 0.01
    samples: int = bounds.SAMPLES
    kept: Path | None = None
    parts: tuple[Part, ...] = ()

    @classmethod
    def digits(cls, valid: NDArray[np.uint8], folder: Path | None = None, note: str = "") -> "BoundExam":
        """Return the exam with MNIST's test digits.

        Raises:
            UserError: The data set is missing.
        """
        test = bounds.drawn_test(bounds.TEST, folder), bounds.TEST
        return cls._of((valid, VALID), test, latents.of_digits(valid, folder), note)

    @classmethod
    def plane(cls, valid: NDArray[np.uint8], folder: Path | None = None, note: str = "") -> "BoundExam":
        """Return the exam of two latents: by fewer codes, for log p is found exactly too.

        Raises:
            UserError: The data set is missing.
        """
        exam = cls.digits(valid, folder, note)
        closing = Closing(pictures=exam.drawings, split=latents.DIGITS)
        return replace(exam, samples=CALIBRATED, parts=(*exam.parts, closing))

    @classmethod
    def fashion(cls, valid: NDArray[np.uint8], folder: Path | None = None, note: str = "") -> "BoundExam":
        """Return the exam with Fashion-MNIST's test items.

        Raises:
            UserError: The data set is missing.
        """
        test = bounds.drawn_test(bounds.FASHION_TEST, folder), bounds.FASHION_TEST
        exam = cls._of((valid, bounds.FASHION_VALID), test, latents.of_clothes(folder), note)
        return replace(exam, samples=CALIBRATED)  # no paper has a figure by more

    @classmethod
    def _of(cls, valid: Split, test: Split, probing: Probing, note: str) -> "BoundExam":
        drawings = probing.asked.bits
        return cls(
            valid=valid[0],
            test=test[0],
            drawings=drawings,
            valid_split=valid[1],
            test_split=test[1],
            note=note,
            kept=score_folder(),
            parts=(Latents(pictures=drawings, split=probing.split), probing),
        )

    def measure(self, network: nn.Module) -> float:
        """Return the mean importance estimate of -log p over the validation split, in nats."""
        return -float(bounds.importance(network, self.valid, bounds.FEW, self.kept).mean())

    def figures(self, network: nn.Module, nll: float) -> tuple[Figure, ...]:
        """Return the bounds on the validation split, that on the test pictures, then those of the parts."""
        test = -float(bounds.importance(network, self.test, self.samples, self.kept).mean())
        nelbo = -float(bounds.elbos(network, self.valid).mean())
        few, many = bounds.FEW, self.samples
        return (
            self._figure(f"nll_is{few}_nats", nll, self.valid_split, _CODES.format(samples=few)),
            self._figure("nelbo_nats", nelbo, self.valid_split, "Minus the ELBO, a bound on -log p."),
            self._figure(f"nll_is{many}_nats", test, self.test_split, _CODES.format(samples=many)),
            *(figure for part in self.parts for figure in part.figures(network)),
        )

    def calibration(self, network: nn.Module) -> Mapping[str, NDArray[np.float32]]:
        """Return the scores of the test pictures as drawings, and the arrays of the parts."""
        scores = bounds.importance(network, self.drawings, CALIBRATED, self.kept)
        found = {"test_log_prob": _ascending(scores)}
        for part in self.parts:
            found.update(part.calibration(network))
        return found

    def _figure(self, name: str, value: float, split: str, how: str) -> Figure:
        note = f"{how} {self.note}".rstrip()
        return Figure(name=name, value=round(value, 4), unit="nats", split=split, note=note)


def _ascending(scores: NDArray[np.float64]) -> NDArray[np.float32]:
    return np.sort(scores).astype(np.float32)
