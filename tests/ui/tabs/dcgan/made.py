"""Made-up answers, small and exact."""

from dataclasses import replace

import numpy as np

from genplay.families.base import Drawing
from genplay.families.dcgan import (
    DIRECTIONS,
    NEIGHBOURS,
    SIDE,
    Between,
    Blend,
    DcganState,
    Explain,
    Explained,
    Latent,
    Layers,
    Maps,
    Pinned,
    Pins,
    Reckon,
    Reckoned,
    Samples,
    Score,
    Scored,
    ScorePages,
    Show,
    Shown,
    Verdict,
    Wall,
)
from genplay.families.forged import Forged
from genplay.ui.tabs.dcgan.scene import Scene

MODEL, COLOURED = "dcgan_fashion", "dcgan_avatars"
RED = (200, 30, 60)
HERE = Latent(x=3.0, y=4.0)
PINS = tuple(Latent(x=float(x), y=1.0) for x in range(5))
CROSS = Drawing.of(np.eye(28) + np.eye(28)[::-1])


ITEMS = [(f"Item {number}", np.full((28, 28), 20 * number, np.uint8)) for number in range(6)]
AVATARS = [(f"Avatar {number}", np.full((64, 64, 3), 20 * number, np.uint8)) for number in range(6)]


def pictures(count, colour=False, shade=255):
    """Pictures of one shade of ink, 32 by 32, or of one red, 64 by 64."""
    if colour:
        return np.broadcast_to(np.array(RED, np.uint8), (count, 64, 64, 3)).copy()
    return np.full((count, 32, 32, 1), shade, np.uint8)


def shown(colour=False, verdict=0.375, latent=HERE, shade=255):
    return Shown(MODEL, pictures(1, colour, shade)[0], np.full(100, 0.5, np.float32), verdict, latent)


def seeds(x, y, side=SIDE):
    """The points of a square of the plane of seeds, row by row."""
    return tuple(Latent(x=float(x + i), y=float(y + j)) for j in range(side) for i in range(side))


def walled(count=SIDE * SIDE, corner=(0, 0), colour=False, shade=255):
    return Wall(MODEL, pictures(count, colour, shade), seeds(*corner))


def explained(classes=True):
    shares = np.linspace(0.2, 0.06, DIRECTIONS, dtype=np.float32)
    known = np.zeros((DIRECTIONS, 2, 10), np.float32)
    known[:, 0, 1] = known[:, 1, 8] = 0.75
    right = {"pixels": 0.82, "random": 0.79, "features": 0.88}
    forged = Forged(0.89, 0.42, 9, 10)
    return Explained(MODEL, shares, known if classes else None, right, normed=True, forged=forged)


def reckoned(colour=False):
    points = tuple(Latent(blend=Blend(seeds=((at, 0, 1.0),))) for at in range(NEIGHBOURS + 1))
    result, around = pictures(1, colour)[0], pictures(NEIGHBOURS, colour, 0)
    return Reckoned(MODEL, pictures(3, colour), result, around, points, 9.25, 10.0)


def scored(model=MODEL):
    return Scored(model, (0.25, 0.984, 0.75))


def maps():
    layers = tuple(np.ones((16 >> depth, 4 << depth, 4 << depth), np.float32) for depth in range(3))
    return Maps(MODEL, layers, pictures(1)[0], np.full(100, 0.5, np.float32))


def answered(request):
    """What an engine would answer at the end."""
    model, colour = request.model, request.model == COLOURED
    match request:
        case Show():
            return replace(shown(colour, latent=request.latent), model=model)
        case Between():
            return replace(shown(colour, latent=request.first), model=model)
        case Samples():
            side = request.side
            points = tuple(
                Latent(x=float(request.x + i), y=float(request.y + j))
                for j in range(side)
                for i in range(side)
            )
            return Wall(model, pictures(side * side, colour), points)
        case Pinned():
            return Pins(model, request.latents, pictures(len(request.latents), colour))
        case Reckon():
            return replace(reckoned(colour), model=model)
        case Layers():
            return replace(maps(), model=model)
        case Score():
            return Verdict(model, request.drawing, 0.5, pictures(1, colour)[0])
        case ScorePages():
            return scored(model)
        case Explain():
            return replace(explained(), model=model)
    raise TypeError(type(request).__name__)


def scene(answered=True, colour=False, **values):
    """A scene whose questions are answered, or one that waits; parts and the state's values by name."""
    parts = {name: values.pop(name) for name in list(values) if name in Scene.__dataclass_fields__}
    model = COLOURED if colour else MODEL
    state = DcganState(**({"model": model, "pins": PINS, "latent": HERE} | values))
    answers = {}
    if answered:
        corner = state.wall
        answers = {
            "shown": shown(colour),
            "walled": walled(corner=corner, colour=colour),
            "explained": explained(),
            "maps": maps(),
            "scored": scored(),
            "judged": Verdict(MODEL, state.drawing, 0.5, pictures(1, colour)[0]),
        }
        if state.pins:
            answers["pinned"] = Pins(MODEL, state.pins, pictures(len(state.pins), colour))
        if all(state.terms):
            answers["reckoned"] = reckoned(colour)
    return Scene(state, **(answers | parts))
