"""The command line: the same engine and the same numbers as the window.

Each sub-command imports what it needs when it runs, so that ``genplay`` shows its window before torch.
"""

import io
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from genplay.cli.arguments import parser
from genplay.engine.device import prepare
from genplay.errors import UserError

REFUSED, INTERRUPTED = 1, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line.

    Args:
        arguments: Without the program's name; ``sys.argv`` has them by default.

    Returns:
        0 when all went well, 1 when something was refused (its sentence is on standard error), 130 after
        Ctrl+C.

    Raises:
        SystemExit: 2 for a wrong call, after one sentence; 0 after ``--help`` and ``--version``.
    """
    prepare()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a file's name may hold what the terminal cannot show
            stream.reconfigure(errors="backslashreplace")
    options = parser().parse_args(arguments)
    try:
        code = options.run(options)
        sys.stdout.flush()
    except UserError as error:
        print(f"genplay: {error}", file=sys.stderr)
        return REFUSED
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # `genplay ... | head` has seen enough
        _discard_output()
        return REFUSED
    except OSError as error:  # where the output goes may be full
        _discard_output()
        where = f"{error.filename}: " if error.filename else ""
        print(f"genplay: {where}{error.strerror or error}.", file=sys.stderr)
        return REFUSED
    return code


def _discard_output() -> None:
    """Send what is left in the buffer nowhere, or Python would try it again while it ends."""
    with suppress(io.UnsupportedOperation), Path(os.devnull).open("wb") as nowhere:
        os.dup2(nowhere.fileno(), sys.stdout.fileno())
