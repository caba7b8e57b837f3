"""A session: the states of all tabs in a small JSON file that opens bit for bit the same elsewhere."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import msgspec
import numpy as np

from genplay import __version__
from genplay.data import examples
from genplay.data.avatars import examples as avatars
from genplay.data.avatars import spec
from genplay.errors import UserError
from genplay.families import FAMILIES, dcgan
from genplay.families.autoregressive import AutoregressiveState, GreyPicture, GreyState
from genplay.families.base import Drawing, State
from genplay.families.infogan import FIRST_NOISE, InfoGanState
from genplay.families.stargan import StarGanState
from genplay.families.vae import VaeState
from genplay.files import atomic_write, read_whole

SUFFIX = ".genplay"
_CURSOR = 408  # a pixel in the middle of the first digit: formula and context show at once
_LARGEST = 16_000_000  # bytes; a session holds a few kB a tab


@dataclass(frozen=True, slots=True)
class Session:
    """What a window shows.

    Attributes:
        tab: Id of the family on top.
        states: The state of each tab, by family id.
    """

    tab: str
    states: Mapping[str, State]


@dataclass(frozen=True, slots=True)
class _File:
    """The JSON as it stands in the file; states are checked one by one against their family's type."""

    genplay: str
    tab: str
    states: dict[str, msgspec.Raw] = field(default_factory=dict[str, msgspec.Raw])


def fresh() -> Session:
    """Return what a first start shows: every tab with an example in it."""
    states = {family.id: family.state() for family in FAMILIES}
    garment = examples.fashion_items().images[0]
    grey = GreyState(picture=GreyPicture.of(garment), pixel=_CURSOR)
    states["autoregressive"] = AutoregressiveState(drawing=first_drawing(), cursor=_CURSOR, grey=grey)
    states["vae"] = VaeState(drawing=first_drawing())
    states["dcgan"] = dcgan.first(garment)
    states["infogan"] = InfoGanState(drawing=first_drawing(), seed=FIRST_NOISE)
    blond = spec.edited(avatars.first(), "Blond_Hair")
    states["stargan"] = StarGanState(target=tuple(map(float, spec.attributes(blond))))
    return Session(FAMILIES[0].id, states)


def first_drawing() -> Drawing:
    """Return the digit that the window begins with."""
    return Drawing.of(np.asarray(examples.examples()[1].bits))


def encode(session: Session) -> bytes:
    """Return a session as JSON, indented for people."""
    states = {name: msgspec.Raw(msgspec.json.encode(state)) for name, state in session.states.items()}
    return msgspec.json.format(msgspec.json.encode(_File(__version__, session.tab, states)), indent=1)


def decode(content: bytes, name: str) -> Session:
    """Return the session in ``content``; tabs that it does not mention are fresh.

    Args:
        content: JSON as ``encode`` writes it.
        name: File name, for the sentence.

    Raises:
        UserError: It is not a session, or a value in it is out of range.
    """
    try:
        file = msgspec.json.decode(content, type=_File)
        known = {family.id: family.state for family in FAMILIES}
        states = {
            key: msgspec.json.decode(raw, type=known[key]) for key, raw in file.states.items() if key in known
        }
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise UserError(
            "{name} is not a genplay session that can be opened here ({reason}).",
            name=name,
            reason=str(error),
        ) from error
    tab = file.tab if file.tab in known else FAMILIES[0].id
    return Session(tab, {**fresh().states, **states})


def save(path: Path, session: Session) -> None:
    """Write a session as a whole or not at all.

    Raises:
        UserError: The file cannot be written.
    """
    with atomic_write(path) as stream:
        stream.write(encode(session))


def read(path: Path) -> Session:
    """Return the session in a file.

    Raises:
        UserError: The file cannot be read or is not a session.
    """
    return decode(read_whole(path, limit=_LARGEST), path.name)
