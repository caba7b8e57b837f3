"""Made-up answers, small and exact."""

import numpy as np

from genplay.data.avatars import examples
from genplay.data.avatars.spec import ATTRIBUTES, code
from genplay.families.stargan import (
    Chain,
    Chained,
    Edit,
    Edited,
    Face,
    Faces,
    Fit,
    Folder,
    Heads,
    Ledger,
    Meet,
    Met,
    Opened,
    Return,
    Returned,
    Singles,
    StarGanState,
    Truth,
    Wall,
)
from genplay.ui.tabs.stargan.scene import Scene

MODEL = "stargan"
NAMES = ATTRIBUTES
GROUPS = ((0, 1, 2, 3),)
FACE = Face(number=1)
OWN = (1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
BLOND = (0.0, 1.0, 0.0, 0.0, 1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
WALL = StarGanState().wall
PICTURE = Face(kind="picture", levels=bytes(64 * 64 * 3))
FOLDER = Folder(
    "celeba",
    200,
    tuple(
        Face(
            kind="picture",
            levels=bytes([40 * at] * 64 * 64 * 3),
            name=f"{at}.png",
            told=(("Smiling", True), ("Young", at == 1)),
        )
        for at in range(3)
    ),
)
MANY = tuple(f"Attribute_{number}" for number in range(40))
CODE = tuple(int(number) for number in code(examples.examples().specs[0]))
AVATARS = [(f"Avatar {number}", np.full((64, 64, 3), 20 * number, np.uint8)) for number in range(8)]


def pictures(*shape, shade=120):
    return np.full((*shape, 64, 64, 3), shade, np.uint8)


def heads(share=0.25, source=(0.5, -1.0, 0.25, 0.5), count=10):
    return Heads(np.full(count, share, np.float32), source, np.linspace(-3, 3, 1024).reshape(32, 32))


def met(face=FACE, own=OWN, held=OWN, stranger=False, names=NAMES, groups=GROUPS):
    return Met(
        MODEL,
        face,
        pictures(shade=60),
        names,
        groups,
        heads(count=len(names)),
        np.array(own, np.float32),
        None if held is None else np.array(held, np.float32),
        () if face.kind == "picture" else CODE,
        3.0 if stranger else 1.0,
        2.0,
    )


def truth(inside=0.34, outside=1.25):
    return Truth(pictures(shade=130), np.full((64, 64), 10.0, np.float32), inside, outside)


def edited(face=FACE, own=OWN, target=BLOND, true=True, note=None):
    target, own = np.array(target, np.float32), np.array(own, np.float32)
    planes = np.broadcast_to((target - own)[:, None, None], (len(own), 64, 64))
    return Edited(
        MODEL,
        face,
        pictures(),
        np.full((64, 64), 0.125, np.float32),
        pictures(shade=200),
        planes,
        own,
        target,
        heads(count=len(own)),
        heads(0.75, (-1.0, -1.0, -0.5, 0.25), count=len(own)),
        0.0625,
        truth() if true else None,
        note,
    )


def singles(face=FACE, done=None, true=True, names=NAMES, own=OWN):
    count = len(names)
    truths = (pictures(count, shade=90),) if true else (None,)
    missed = (np.full((count, 64, 64), 30, np.float32),) if true else (None,)
    parts = (pictures(1, shade=60), pictures(1, count), truths, missed, np.array([own], np.float32))
    return Wall(MODEL, (face,), names, *parts, (False,), count if done is None else done)


def walled(faces=WALL, done=None, names=NAMES, own=OWN, strange=False):
    count = len(faces)
    parts = (pictures(count, shade=60), pictures(count, len(names)), (None,) * count, (None,) * count)
    known = np.repeat(np.array([own], np.float32), count, 0)
    odd = (strange,) * count
    return Wall(MODEL, faces, names, *parts, known, odd, count * len(names) if done is None else done)


def chained(*steps, face=FACE, own=OWN):
    path = np.array([own, *steps], np.float32)
    shown = np.stack([pictures(shade=60 + 10 * at) for at in range(len(path))])
    return Chained(MODEL, face, shown, path, path.copy(), complete=True)


def returned(face=FACE, hinge=1.5):
    ledger = Ledger(0.5, -2.25, hinge, 0.25, 0.125, 0.75, 0.0625, (1.0, 10.0, 2.0))
    error = np.full((64, 64), 8.0, np.float32)
    return Returned(MODEL, face, pictures(), pictures(shade=68), error, 8.0, ledger)


def answered(request):
    """What an engine would answer at the end."""
    match request:
        case Meet():
            return met(request.face)
        case Edit():
            return edited(request.face, target=request.target or OWN)
        case Singles():
            return singles(request.face)
        case Faces():
            return walled(request.faces)
        case Chain():
            return chained(*request.steps, face=request.face)
        case Return():
            return returned(request.face)
        case Fit():
            return Opened(FOLDER)
    raise TypeError(type(request).__name__)


def scene(answered=True, **values):
    """A scene whose questions are answered, or one that waits; parts and the state's values by name."""
    parts = {name: values.pop(name) for name in list(values) if name in Scene.__dataclass_fields__}
    state = StarGanState(**({"face": FACE, "target": BLOND} | values))
    answers = {}
    if answered:
        face = state.face
        answers = {
            "met": met(face),
            "edited": edited(face),
            "singles": singles(face),
            "walled": walled(state.wall),
            "chained": chained(*state.chain, face=face),
            "returned": returned(face),
        }
    return Scene(state, **(answers | parts))


def stranger(**values):
    """A scene whose face is none that G knows."""
    known = {
        "met": met(PICTURE, held=None, stranger=True),
        "edited": edited(PICTURE, true=False),
        "singles": singles(PICTURE, true=False),
    }
    return scene(**({"face": PICTURE} | known | values))
