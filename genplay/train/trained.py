"""What can be trained by gradient descent: the recipes by name, what each learns from, how it is measured."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal, Protocol

from numpy.typing import NDArray

from genplay.families.autoregressive import PAPER_OF_16_ORDERS, PAPERS
from genplay.train import (
    clothes,
    dcgan,
    eonade,
    infogan,
    nade,
    own_faces,
    pixelrnn,
    rnade,
    stargan,
    stargan_paper,
    vae,
)
from genplay.train.clothes import Clothes
from genplay.train.dcgan_exam import DcganExam
from genplay.train.digits import Digits
from genplay.train.exams import BoundExam, ClothesExam, DigitExam, Exam, OrdersExam
from genplay.train.infogan_exam import InfoExam, PlainExam
from genplay.train.recipe import ExplicitRecipe, GameRecipe
from genplay.train.stargan_exam import StarExam


class Pictures(Protocol):
    """What a model learns from and is validated on."""

    @property
    def grey(self) -> NDArray[Any]:
        """Training pictures, (N, D) uint8."""
        ...

    @property
    def valid(self) -> NDArray[Any]:
        """Validation pictures, (M, D) uint8."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """Data to train a model on.

    Args:
        name: Of the data set.
        stem: What a checkpoint's file name calls it.
        split: Which part, and how it is made binary or dequantised.
        load: Reads it from a folder of data sets; by default the user's.
        exam: Makes what a model of it is measured on: of the validation pictures, that folder and the note.
        kept: Which weights are, of every figure's note.
        grouped: Whether ``load`` takes names of attributes that exclude one another as well.
    """

    name: str
    stem: str
    split: str
    load: Callable[..., Any]
    exam: Callable[[NDArray[Any], Path | None, str], Exam]
    kept: str
    grouped: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Trained:
    """A model that is trained by gradient descent.

    Args:
        architecture: Stem of its module in ``genplay.models``.
        recipe: Makes its recipe from what its subject loads.
        paper: What the paper says, for the figures' notes.
        subject: What it learns from.
        mixed: Whether its matrix products may be of bfloat16, where the machine multiplies those faster.
        devices: How many it is trained on; "auto" is all there are.
    """

    architecture: str
    recipe: Callable[[Any], ExplicitRecipe | GameRecipe]
    paper: str
    subject: Subject
    mixed: bool = False
    devices: int | Literal["auto"] = "auto"


DIGITS = Subject(
    name="mnist",
    stem="mnist",
    split="train, binarized anew every epoch, without the sources of the fixed validation pictures",
    load=Digits.load,
    exam=DigitExam.load,
    kept="The best of the validated averages, on this split.",
)
CLOTHES = Subject(
    name="fashion-mnist",
    stem="fashion",
    split=clothes.SPLIT,
    load=Clothes.load,
    exam=ClothesExam.load,
    kept="The best of the averages, on the validation items.",
)
GREY_DIGITS = Subject(
    name="mnist",
    stem="mnist",
    split=infogan.SPLIT,
    load=infogan.GreyDigits.load,
    exam=InfoExam.load,
    kept="The averages of the weights at the end.",
)
ITEMS = Subject(
    name="fashion-mnist",
    stem="fashion",
    split=dcgan.SPLIT,
    load=dcgan.Items.load,
    exam=DcganExam.load,
    kept="The averages of the weights at the end.",
)
AVATARS = Subject(
    name="avatars",
    stem="avatars",
    split=dcgan.AVATARS_SPLIT,
    load=dcgan.Items.avatars,
    exam=DcganExam.avatars,
    kept="The averages of the weights at the end.",
)
FACES = Subject(
    name="avatars",
    stem="avatars",
    split=stargan.SPLIT,
    load=stargan.Faces.load,
    exam=StarExam.load,
    kept="The averages of the weights at the end.",
)
OWN_FACES = Subject(
    name="faces",
    stem="faces",
    split=own_faces.SPLIT,
    load=own_faces.OwnFaces.load,
    exam=own_faces.OwnExam.load,
    kept="The averages of the weights at the end.",
    grouped=True,
)
BOUNDED = replace(DIGITS, exam=BoundExam.digits, kept="The best of the averages, on the validation split.")
BINARY_CLOTHES = replace(
    CLOTHES,
    split=vae.FASHION_SPLIT,
    load=vae.load_fashion,
    exam=BoundExam.fashion,
)


def _size(name: pixelrnn.Name) -> str:
    config = pixelrnn.CONFIGS[name]
    return f"This one has {config.layers} layers of {config.hidden} units."


def _vae(name: vae.Name, subject: Subject) -> Trained:
    return Trained(
        architecture="vae",
        recipe=lambda pictures: vae.recipe(name, pictures),
        paper=vae.PAPERS[name],
        subject=subject,
        mixed=True,
    )


def _dcgan(name: dcgan.Name, subject: Subject) -> Trained:
    return Trained(
        architecture="dcgan",
        recipe=lambda items: dcgan.recipe(name, items),
        paper=dcgan.PAPERS[name],
        subject=subject,
        devices=1,
    )


def _infogan(name: infogan.Name, subject: Subject = GREY_DIGITS) -> Trained:
    return Trained(
        architecture="infogan",
        recipe=lambda digits: infogan.recipe(name, digits),
        paper=infogan.PAPERS[name],
        subject=subject,
        devices=1,
    )


TRAINED: dict[str, Trained] = {
    "nade": Trained(
        architecture="nade",
        recipe=lambda digits: nade.NadeRecipe(digits=digits),
        paper=f"The paper's NADE of a fixed order has {PAPERS['nade']:.2f} nats on the fixed test split.",
        subject=DIGITS,
    ),
    "row_lstm": Trained(
        architecture="pixelrnn",
        recipe=lambda digits: pixelrnn.recipe("row_lstm", digits),
        paper=f"The paper's Row LSTM has {PAPERS['row_lstm']:.2f} nats on the fixed test split. "
        + _size("row_lstm"),
        subject=DIGITS,
    ),
    "diagonal_bilstm": Trained(
        architecture="pixelrnn",
        recipe=lambda digits: pixelrnn.recipe("diagonal_bilstm", digits),
        paper="The paper's Diagonal BiLSTM, of 7 layers of 16 units, has "
        f"{PAPERS['diagonal_bilstm']:.2f} nats on the fixed test split. {_size('diagonal_bilstm')}",
        subject=DIGITS,
    ),
    "eonade": Trained(
        architecture="eonade",
        recipe=lambda digits: eonade.EoNadeRecipe(digits=digits),
        paper=f"The paper's EoNADE of two hidden layers has {PAPERS['eonade']:.2f} nats for one order, "
        f"{PAPER_OF_16_ORDERS:.2f} for 16. Those of this one are of {eonade.CONFIG.hidden:,} units.",
        subject=replace(DIGITS, exam=OrdersExam.load),
        mixed=True,
    ),
    "rnade": Trained(
        architecture="rnade",
        recipe=lambda items: rnade.RnadeRecipe(clothes=items),
        paper="The paper has no figure for these pictures.",
        subject=CLOTHES,
    ),
    "vae": _vae("vae", BOUNDED),
    "vae_2d": _vae("vae_2d", replace(BOUNDED, exam=BoundExam.plane)),
    "vae_fashion": _vae("vae_fashion", BINARY_CLOTHES),
    "infogan": _infogan("infogan"),
    "infogan_paper": _infogan("infogan_paper"),
    "infogan_plain": _infogan("infogan_plain", replace(GREY_DIGITS, exam=PlainExam.load)),
    "dcgan_fashion": _dcgan("dcgan_fashion", ITEMS),
    "dcgan_avatars": _dcgan("dcgan_avatars", AVATARS),
    "stargan": Trained(
        architecture="stargan",
        recipe=lambda faces: stargan.StarGanRecipe(name="stargan", faces=faces),
        paper=stargan.NOTE,
        subject=FACES,
        devices=1,
    ),
    own_faces.NAME: Trained(
        architecture="stargan",
        recipe=own_faces.recipe,
        paper=stargan.NOTE,
        subject=OWN_FACES,
        devices=1,
    ),
    "stargan_paper": Trained(
        architecture="stargan_paper",
        recipe=lambda faces: stargan_paper.PaperRecipe(name="stargan_paper", faces=faces),
        paper=stargan_paper.NOTE,
        subject=FACES,
        devices=1,
    ),
}
