"""Answer what may be asked of a StarGAN: edited faces, and what its two players make of them."""

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import numpy as np
import torch
from torch import Tensor

from genplay.data import faces
from genplay.data.decoding import MAX_BYTES, decode_colours
from genplay.errors import UserError
from genplay.families.base import Loaded, Loading, Note, Request
from genplay.families.stargan import (
    MOST_FACES,
    MOST_OPENED,
    MOST_STEPS,
    Chain,
    Chained,
    Edit,
    Edited,
    Face,
    Faces,
    Fit,
    Fitted,
    Floats,
    Folder,
    Heads,
    Ledger,
    Levels,
    Meet,
    Met,
    Opened,
    Question,
    Return,
    Returned,
    Singles,
    Truth,
    Vector,
    Wall,
    towards,
)
from genplay.files import read_whole
from genplay.models import gan2d, stargan, stargan_losses
from genplay.models.stargan import StarGan, Verdict
from genplay.models.stargan_paper import PaperStarGan
from genplay.pipelines import Models, avatars
from genplay.pipelines.avatars import Known

_WEIGHTS = {"stargan": (1.0, 10.0, 0.5), "stargan_paper": (1.0, 10.0, 10.0)}
"""Of classification, reconstruction and penalty, as the recipes have them: of R1 the half."""


class Editor:
    """A StarGAN as this pipeline uses it.

    Args:
        name: Model name.
        loaded: The checkpoint.

    Raises:
        UserError: The model edits no faces.
    """

    def __init__(self, name: str, loaded: Loaded) -> None:
        if loaded.architecture not in _WEIGHTS:
            raise UserError("{model} edits no faces.", model=name)
        self.name = name
        network = cast("StarGan | PaperStarGan", loaded.network).requires_grad_(requires_grad=False)
        with torch.inference_mode(False):  # tensors made there give no derivatives, which the ledger asks for
            # Convolutions read this order of axes up to a fifth faster on a CPU (measured).
            network.to(memory_format=torch.channels_last)  # pyright: ignore
        self.network = network
        self.labels = self.network.labels
        self.weights = _WEIGHTS[loaded.architecture]
        self.paper = loaded.architecture == "stargan_paper"
        self.avatars = avatars.names_of(self.labels.names)
        found = loaded.calibration
        kept = [found.get(f"strange.{part}") for part in ("mean", "whitening", "limit")]
        self._strange = [torch.tensor(part) for part in kept if part is not None]

    def known(self, face: Face) -> Known:
        """Return a face; what it has is not known to a model of other attributes."""
        found = avatars.known(face)
        return found if self.avatars else Known(found.picture)

    def held(self, face: Face, known: Known) -> Floats | None:
        """Return what a face has in truth, (K,) of 0, 1 and NaN; None where nothing is known of it."""
        if known.held is not None:
            return known.held
        found = np.array(face.held(self.labels.names, self.labels.groups), np.float32)
        return None if np.isnan(found).all() else found

    def read(self, verdict: Verdict) -> Tensor:
        """Return the attributes that D reads, (B, K) of 0 and 1."""
        return self.labels.read(verdict.attributes)

    def heads(self, verdict: Verdict) -> Heads:
        """Return what D makes of the first picture of some."""
        return Heads(
            attributes=self.labels.probabilities(verdict.attributes)[0].numpy(),
            source=tuple(float(scale[0].mean()) for scale in verdict.source),
            places=verdict.source[0][0, 0].numpy(),
        )

    def strangeness(self, verdict: Verdict) -> tuple[float, float | None]:
        """Return how far a picture is from the faces that D knows, and what most faces stay below."""
        if len(self._strange) < 3:
            return 0.0, None
        mean, whitening, limit = self._strange
        far = (verdict.features - mean) @ whitening
        return float(far.square().mean(1).sqrt()), float(limit[0])

    def vector(self, values: Vector | None, otherwise: Tensor) -> Tensor:
        """Return attributes that were asked for, (1, K), or others where none were."""
        if values is None:
            return otherwise
        if len(values) != len(self.labels.names) or not all(0 <= value <= 1 for value in values):
            sentence = "{model} has {count} attributes, each from 0 to 1."
            raise UserError(sentence, model=self.name, count=len(self.labels.names))
        return torch.tensor([values])

    def target(self, own: Tensor, target: Vector | None, strength: float) -> Tensor:
        """Return attributes on the way from a face's own to those that were asked for, (1, K)."""
        if not 0 <= strength <= 1:
            raise UserError("The strength is 0 to 1.")
        whole = self.vector(target, own)
        return torch.tensor([towards(_values(own), _values(whole), strength)])


def run(models: Models, request: Request) -> Iterator[object]:
    """Yield the answer, whose type the request names; what takes longer comes step by step.

    A model that must be loaded first is a step of its own before it.

    Raises:
        UserError: Attributes are out of range, a face cannot be drawn, or the model is none of this family.
    """
    if isinstance(request, Fit):
        if request.path and Path(request.path).is_dir():
            yield from _opened(Path(request.path))
        else:
            yield _fitted(request)
        return
    if not isinstance(request, Question):
        raise TypeError(f"the stargan family has no request {type(request).__name__}")
    if not models.has(request.model, Editor):
        models.get(request.model, Editor)
        yield Loading(request.model)
    editor = models.get(request.model, Editor)
    match request:
        case Meet():
            yield _met(editor, request)
        case Edit():
            yield _edited(editor, request)
        case Return():
            yield _returned(editor, request)
        case Chain():
            yield from _chained(editor, request)
        case Singles():
            yield from _wall(editor, (request.face,), (request.own,))
        case Faces():
            yield from _wall(editor, request.faces, (None,) * len(request.faces))
        case _:
            raise TypeError(f"the stargan family has no request {type(request).__name__}")


def _met(editor: Editor, request: Meet) -> Met:
    known = editor.known(request.face)
    verdict = editor.network.discriminator(_scaled(known.picture))
    strangeness, limit = editor.strangeness(verdict)
    return Met(
        model=editor.name,
        face=request.face,
        picture=known.picture,
        names=editor.labels.names,
        groups=editor.labels.groups,
        heads=editor.heads(verdict),
        own=editor.read(verdict)[0].numpy(),
        held=editor.held(request.face, known),
        code=known.code,
        strangeness=strangeness,
        limit=limit,
    )


def _edited(editor: Editor, request: Edit) -> Edited:
    known = editor.known(request.face)
    x = _scaled(known.picture)
    before = editor.network.discriminator(x)
    own = editor.vector(request.own, editor.read(before))
    target = editor.target(own, request.target, request.strength)
    planes = editor.network.planes(own, target)
    found = editor.network.generator(x, planes)
    picture = _rounded(found.picture)[0]
    truth, note = _truth(known, picture, target[0].numpy())
    return Edited(
        model=editor.name,
        face=request.face,
        picture=picture,
        mask=found.mask[0, 0].numpy(),
        content=_rounded(found.content)[0],
        planes=planes[0].numpy(),
        own=own[0].numpy(),
        target=target[0].numpy(),
        before=editor.heads(before),
        after=editor.heads(editor.network.discriminator(_scaled(picture))),
        truth=truth,
        note=note,
    )


def _truth(known: Known, picture: Levels, target: Floats) -> tuple[Truth | None, Note | None]:
    right = avatars.answers(known, target)
    if right is None or isinstance(right, Note):
        return None, right
    return avatars.compared(picture, known, right), None


def _returned(editor: Editor, request: Return) -> Returned:
    known = editor.known(request.face)
    x = _scaled(known.picture)
    real = editor.network.discriminator(x)
    own = editor.vector(request.own, editor.read(real))
    target = editor.target(own, request.target, request.strength)
    y = editor.network.edit(x, own, target).picture
    back = editor.network.edit(y, target, own).picture
    fake, again = editor.network.discriminator(y), _rounded(back)[0]
    error = np.abs(again.astype(np.float32) - known.picture).mean(-1)
    hinge = (
        None
        if editor.paper
        else float(stargan_losses.accepted(real.source) + stargan_losses.refused(fake.source))
    )
    ledger = Ledger(
        real=_mean(real),
        forged=_mean(fake),
        hinge=hinge,
        penalty=_penalty(editor, x, y, request.seed),
        read=float(editor.labels.loss(real.attributes, own).mean()),
        asked=float(editor.labels.loss(fake.attributes, target).mean()),
        back=float(stargan_losses.reconstruction(x, back)),
        weights=editor.weights,
    )
    return Returned(
        model=editor.name,
        face=request.face,
        picture=_rounded(y)[0],
        again=again,
        error=error,
        mean=float(error.mean()),
        ledger=ledger,
    )


def _mean(verdict: Verdict) -> float:
    return float(torch.stack([scale.mean() for scale in verdict.source]).sum())


def _penalty(editor: Editor, x: Tensor, y: Tensor, seed: int) -> float:
    """Return the gradient penalty of the model's recipe: the only gradient that this pipeline follows."""

    def critic(at: Tensor) -> Tensor:
        scales = editor.network.discriminator(at).source
        return torch.stack([scale.flatten(1).mean(1) for scale in scales]).sum(0)

    with torch.inference_mode(False), torch.enable_grad():
        x, y = x.clone(), y.clone()
        if not editor.paper:
            return float(gan2d.r1_penalty(critic, x).detach())
        share = torch.rand(1, generator=torch.Generator().manual_seed(seed))
        return float(stargan_losses.gradient_penalty(critic, x, y, share).detach())


def _chained(editor: Editor, request: Chain) -> Iterator[Chained]:
    if len(request.steps) > MOST_STEPS:
        raise UserError("A chain has at most {most} edits.", most=MOST_STEPS)
    known = editor.known(request.face)
    verdict = editor.network.discriminator(_scaled(known.picture))
    own = editor.vector(request.own, editor.read(verdict))
    pictures, path, read = [known.picture], [own], [editor.read(verdict)]
    steps = [editor.vector(step, own) for step in request.steps]
    for number in range(len(steps) + 1):
        if number:
            # Each edit is of the picture as it is shown, rounded to levels.
            y = editor.network.edit(_scaled(pictures[-1]), path[-1], steps[number - 1]).picture
            pictures.append(_rounded(y)[0])
            path.append(steps[number - 1])
            read.append(editor.read(editor.network.discriminator(_scaled(pictures[-1]))))
        yield Chained(
            model=editor.name,
            face=request.face,
            pictures=np.stack(pictures),
            path=torch.cat(path).numpy(),
            read=torch.cat(read).numpy(),
            complete=number == len(steps),
        )


def _wall(editor: Editor, asked: tuple[Face, ...], owns: tuple[Vector | None, ...]) -> Iterator[Wall]:
    """Yield a wall after each of its pictures: one takes about 10 ms."""
    if not 1 <= len(asked) <= MOST_FACES:
        raise UserError("A wall has 1 to {most} faces.", most=MOST_FACES)
    known = [editor.known(face) for face in asked]
    originals = np.stack([face.picture for face in known])
    verdicts = [editor.network.discriminator(_scaled(picture)) for picture in originals]
    own = torch.cat(
        [editor.vector(o, editor.read(verdict)) for o, verdict in zip(owns, verdicts, strict=True)]
    )
    count = len(editor.labels.names)
    pictures = np.repeat(originals[:, None], count, axis=1)
    truths = tuple(_single_truths(editor, face) for face in known)
    for done in range(len(asked) * count):
        row, column = divmod(done, count)
        mine = own[row : row + 1]
        y = editor.network.edit(_scaled(originals[row]), mine, editor.labels.switched(mine, column)).picture
        pictures = pictures.copy()
        pictures[row, column] = _rounded(y)[0]
        yield Wall(
            model=editor.name,
            faces=asked,
            names=editor.labels.names,
            originals=originals,
            pictures=pictures,
            truths=truths,
            own=own.numpy(),
            done=done + 1,
        )


def _single_truths(editor: Editor, known: Known) -> Levels | None:
    """Return the true results of all single edits, (K, 64, 64, 3), the kept hair where a hat comes off."""
    if known.edits is not None or known.held is None:
        return known.edits
    held = torch.tensor(known.held)[None]
    found = [avatars.answers(known, editor.labels.switched(held, k)[0].numpy()) for k in range(held.shape[1])]
    right = [part[0] for part in found if isinstance(part, np.ndarray)]
    return np.stack(right) if len(right) == len(found) else None


def _fitted(request: Fit) -> Fitted:
    path = Path(request.path)
    if request.path:
        rgb = decode_colours(read_whole(path, limit=MAX_BYTES), path.name)
    else:
        rgb = decode_colours(request.content, "The clipboard's picture")
    levels = faces.squared(rgb, stargan.SIDE).tobytes()
    return Fitted(Face(kind="picture", levels=levels), cut=rgb.shape[0] != rgb.shape[1])


def _opened(path: Path) -> Iterator[Opened]:
    for found in faces.first(path, MOST_OPENED):
        if not found.complete:
            yield Opened(None)
            continue
        pairs = zip(found.rows, found.images, strict=True)
        shown = tuple(_told(row, image, found.attributes) for row, image in pairs)
        yield Opened(Folder(path.resolve().name or str(path), found.count, shown))


def _told(row: faces.Row, image: Levels, attributes: tuple[str, ...]) -> Face:
    told = tuple(zip(attributes, map(bool, row.values), strict=True))
    return Face(kind="picture", levels=image.tobytes(), name=row.name, told=told)


def _scaled(picture: Levels) -> Tensor:
    """Return a picture as both players know it, (1, 3, 64, 64), -1 to 1."""
    x = torch.tensor(picture).permute(2, 0, 1)[None].float() / 127.5 - 1
    return x.contiguous(memory_format=torch.channels_last)


def _rounded(y: Tensor) -> Levels:
    """Return pictures, (B, 3, 64, 64), as (B, 64, 64, 3) uint8."""
    levels = ((y.clamp(-1, 1) + 1) * 127.5).round().to(torch.uint8)
    return levels.permute(0, 2, 3, 1).contiguous().numpy()


def _values(vector: Tensor) -> Vector:
    return tuple(float(value) for value in vector[0])
