"""Answers of several pictures, which come one by one: walls of single edits, and chains."""

from collections.abc import Generator, Iterator
from dataclasses import replace

import numpy as np
import torch
from torch import Tensor

from genplay.errors import UserError
from genplay.families.base import Loading
from genplay.families.stargan import (
    MOST_FACES,
    MOST_STEPS,
    Chain,
    Chained,
    Faces,
    Levels,
    Singles,
    Vector,
    Wall,
    is_strange,
)
from genplay.pipelines import avatars
from genplay.pipelines.avatars import Known
from genplay.pipelines.stargan.editor import Editor, rounded, scaled

Steps = Iterator[Wall | Loading]
"""A wall after each of its pictures; what is drawn before are steps that show nothing. Each takes 10 ms."""


def chained(editor: Editor, request: Chain) -> Iterator[Chained]:
    """Yield a chain after each of its edits.

    Raises:
        UserError: It is too long, or attributes are out of range.
    """
    if len(request.steps) > MOST_STEPS:
        raise UserError("A chain has at most {most} edits.", most=MOST_STEPS)
    known = editor.known(request.face)
    verdict = editor.network.discriminator(scaled(known.picture[None]))
    own = editor.vector(request.own, editor.read(verdict))
    pictures, path, read = [known.picture], [own], [editor.read(verdict)]
    steps = [editor.vector(step, own) for step in request.steps]
    for number in range(len(steps) + 1):
        if number:
            # Each edit is of the picture as it is shown, rounded to levels.
            y = editor.network.edit(scaled(pictures[-1][None]), path[-1], steps[number - 1]).picture
            pictures.append(rounded(y)[0])
            path.append(steps[number - 1])
            read.append(editor.read(editor.network.discriminator(scaled(pictures[-1][None]))))
        yield Chained(
            model=editor.name,
            face=request.face,
            pictures=np.stack(pictures),
            path=torch.cat(path).numpy(),
            read=torch.cat(read).numpy(),
            complete=number == len(steps),
        )


def singles(editor: Editor, request: Singles) -> Steps:
    """Yield every single edit of a face, with the true ones and what was missed where there is a truth.

    Raises:
        UserError: The face cannot be drawn, or attributes are out of range.
    """
    known = editor.known(request.face)
    yield Loading(editor.name)
    own = editor.vector(request.own, editor.read(editor.network.discriminator(scaled(known.picture[None]))))
    right = yield from _right_edits(editor, known, own)
    if right is None:
        yield from _wall(editor, request, [known], (request.own,), (None,))
        return
    truths = np.stack([answers[0] for answers in right])
    missed = np.zeros(truths.shape[:-1], np.float32)
    for wall in _wall(editor, request, [known], (request.own,), (truths,)):
        at = wall.done - 1
        found = avatars.compared(wall.pictures[0, at], known, right[at])
        truths, missed = truths.copy(), missed.copy()
        truths[at], missed[at] = found.picture, found.difference
        yield replace(wall, truths=(truths,), missed=(missed,))


def faces(editor: Editor, request: Faces) -> Steps:
    """Yield every single edit of several faces; of the true ones only those that come with genplay.

    Raises:
        UserError: They are none or too many, or one of them cannot be drawn; or attributes are out of range.
    """
    if not 1 <= len(request.faces) <= MOST_FACES:
        raise UserError("A wall has 1 to {most} faces.", most=MOST_FACES)
    owns = request.owns or (None,) * len(request.faces)
    known: list[Known] = []
    for face in request.faces:
        known.append(editor.known(face))
        yield Loading(editor.name)
    yield from _wall(editor, request, known, owns, tuple(one.edits for one in known))


def _wall(
    editor: Editor,
    request: Singles | Faces,
    known: list[Known],
    owns: tuple[Vector | None, ...],
    truths: tuple[Levels | None, ...],
) -> Iterator[Wall]:
    """Yield a wall after each of its pictures."""
    originals = np.stack([face.picture for face in known])
    verdicts = [editor.network.discriminator(scaled(picture[None])) for picture in originals]
    told = zip(owns, verdicts, strict=True)
    own = torch.cat([editor.vector(mine, editor.read(verdict)) for mine, verdict in told])
    measured = [editor.strangeness(verdict) for verdict in verdicts]
    count = len(editor.labels.names)
    pictures = np.repeat(originals[:, None], count, axis=1)
    for done in range(len(known) * count):
        row, column = divmod(done, count)
        mine = own[row : row + 1]
        x, target = scaled(originals[row : row + 1]), editor.labels.switched(mine, column)
        pictures = pictures.copy()
        pictures[row, column] = rounded(editor.network.edit(x, mine, target).picture)[0]
        yield Wall(
            model=editor.name,
            faces=(request.face,) if isinstance(request, Singles) else request.faces,
            names=editor.labels.names,
            originals=originals,
            pictures=pictures,
            truths=truths,
            missed=(None,) * len(known),
            own=own.numpy(),
            strange=tuple(is_strange(*how, one.code) for how, one in zip(measured, known, strict=True)),
            done=done + 1,
        )


def _right_edits(editor: Editor, known: Known, own: Tensor) -> Generator[Loading, None, list[Levels] | None]:
    """Return every right answer to each single edit, (A, 64, 64, 3) each; None where one cannot be told."""
    found: list[Levels] = []
    for number in range(own.shape[1]):
        target = editor.labels.switched(own, number)[0].numpy()
        for spec in avatars.to_draw(known, target):
            avatars.drawn(spec)
            yield Loading(editor.name)
        right = avatars.answers(known, target)
        if not isinstance(right, np.ndarray):
            return None
        found.append(right)
    return found
