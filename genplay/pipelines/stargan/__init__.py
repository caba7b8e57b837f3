"""Answer what may be asked of a StarGAN: edited faces, and what its two players make of them."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from genplay.data import faces
from genplay.data.decoding import MAX_BYTES, decode_colours
from genplay.families.base import Loading, Note, Request
from genplay.families.stargan import (
    MOST_OPENED,
    Chain,
    Edit,
    Edited,
    Face,
    Faces,
    Fit,
    Fitted,
    Floats,
    Folder,
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
)
from genplay.files import read_whole
from genplay.models import gan2d, stargan, stargan_losses
from genplay.models.stargan import Verdict
from genplay.pipelines import Models, avatars
from genplay.pipelines.avatars import Known
from genplay.pipelines.stargan import walls
from genplay.pipelines.stargan.editor import Editor, rounded, scaled


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
            yield from walls.chained(editor, request)
        case Singles():
            yield from walls.singles(editor, request)
            avatars.get_ready()
        case Faces():
            yield from walls.faces(editor, request)
        case _:
            raise TypeError(f"the stargan family has no request {type(request).__name__}")


def _met(editor: Editor, request: Meet) -> Met:
    known = editor.known(request.face)
    verdict = editor.network.discriminator(scaled(known.picture[None]))
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
    x = scaled(known.picture[None])
    before = editor.network.discriminator(x)
    own = editor.vector(request.own, editor.read(before))
    target = editor.target(own, request.target, request.strength)
    planes = editor.network.planes(own, target)
    found = editor.network.generator(x, planes)
    picture = rounded(found.picture)[0]
    back = editor.network.edit(found.picture, target, own).picture
    truth, note = _truth(known, picture, target[0].numpy())
    return Edited(
        model=editor.name,
        face=request.face,
        picture=picture,
        mask=found.mask[0, 0].numpy(),
        content=rounded(found.content)[0],
        planes=planes[0].numpy(),
        own=own[0].numpy(),
        target=target[0].numpy(),
        before=editor.heads(before),
        after=editor.heads(editor.network.discriminator(scaled(picture[None]))),
        back=float(stargan_losses.reconstruction(x, back)),
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
    x = scaled(known.picture[None])
    real = editor.network.discriminator(x)
    own = editor.vector(request.own, editor.read(real))
    target = editor.target(own, request.target, request.strength)
    y = editor.network.edit(x, own, target).picture
    back = editor.network.edit(y, target, own).picture
    # D judges the picture as it is shown, rounded to levels.
    picture, again = rounded(y), rounded(back)[0]
    fake = editor.network.discriminator(scaled(picture))
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
        picture=picture[0],
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


def _fitted(request: Fit) -> Fitted:
    path = Path(request.path)
    if request.path:
        rgb = decode_colours(read_whole(path, limit=MAX_BYTES), path.name)
    else:
        rgb = decode_colours(request.content, "The clipboard’s picture")
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
