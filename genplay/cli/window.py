"""``genplay``, ``genplay screenshot`` and ``genplay --smoke``: what needs Qt."""

import argparse
import os
from dataclasses import replace
from pathlib import Path

from genplay.engine import session as sessions
from genplay.engine.system import lacks
from genplay.errors import UserError
from genplay.families import FAMILIES


def show(options: argparse.Namespace) -> int:
    """Open the window, or with ``--smoke`` every tab offscreen; 0 once it is closed or each has answered."""
    if options.smoke:
        return _smoke()
    _check(offscreen=False)
    from genplay.ui import app

    return app.run(options.file)


def _smoke() -> int:
    _go_offscreen()
    from genplay.ui import offscreen

    offscreen.smoke(sessions.fresh(), lambda name: print(f"{name}: answered", flush=True))
    return 0


def screenshot(options: argparse.Namespace) -> int:
    """Render one tab to a file."""
    known = [family.id for family in FAMILIES]
    if options.tab not in known:
        raise UserError("There is no tab {tab}; there are: {known}.", tab=options.tab, known=", ".join(known))
    _go_offscreen()
    session, picture = _opened(options.input)
    from genplay.ui import offscreen

    offscreen.screenshot(
        replace(session, tab=options.tab),
        options.out,
        size=options.size,
        theme=options.theme,
        scale=options.scale,
        projector=options.projector,
        picture=picture,
    )
    return 0


def _opened(path: Path | None) -> tuple[sessions.Session, Path | None]:
    """Return the session in a file, or a fresh one and the picture to open in it."""
    if path is not None and path.suffix.lower() == sessions.SUFFIX:
        return sessions.read(path), None
    return sessions.fresh(), path


def _go_offscreen() -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    _check(offscreen=True)


def _check(*, offscreen: bool) -> None:
    found = lacks(offscreen=offscreen)
    if found:
        raise UserError("{report}", report="\n".join(f"{lack.what}\n    {lack.remedy}" for lack in found))
