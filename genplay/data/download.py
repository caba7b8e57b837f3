"""One file from one address, going on where an earlier try stopped: the only use of the network."""

import http.client
import urllib.error
import urllib.request
from collections.abc import Callable
from http import HTTPStatus
from pathlib import Path
from typing import IO

from genplay import __version__

TIMEOUT = 20.0  # seconds without a byte
_CHUNK = 1 << 18


class NetworkError(Exception):
    """The network or the server failed; what has arrived is kept."""


class StorageError(Exception):
    """The disk failed."""


def download(url: str, part: Path, limit: int, advance: Callable[[int, int], None]) -> None:
    """Bring ``part`` to the whole of what is at ``url``, asking only for the bytes that it lacks.

    A connection that breaks is taken up again as long as each try brings something.

    Args:
        url: An address; one that starts with https is never left for an unencrypted one.
        part: The file to write, or to go on writing.
        limit: Bytes after which the server is not believed any more.
        advance: Called with bytes there and bytes in all (0: unknown).

    Raises:
        NetworkError: With the reason in words.
        StorageError: The file cannot be written; the cause is the ``OSError``.
    """
    while True:
        before = _size(part)
        try:
            return _transfer(url, part, limit, advance)
        except (OSError, http.client.HTTPException, ValueError) as error:
            if _size(part) <= before:
                raise NetworkError(_reason(error)) from error


def _transfer(url: str, part: Path, limit: int, advance: Callable[[int, int], None]) -> None:
    have = _size(part)
    headers = {"User-Agent": f"genplay/{__version__}"} | ({"Range": f"bytes={have}-"} if have else {})
    try:
        response = _OPENER.open(urllib.request.Request(url, headers=headers), timeout=TIMEOUT)
    except urllib.error.HTTPError as error:
        with error:
            if have and error.code == HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE:
                return  # nothing is lacking; whether it is right, the checksum says
        raise
    with response:
        if response.status != HTTPStatus.PARTIAL_CONTENT:  # the server starts from the beginning
            have = 0
        length = int(response.headers.get("Content-Length") or 0)
        total = have + length if length else 0
        _append(response, part, have, limit, lambda done: advance(done, total))
    if total and _size(part) < total:
        raise ConnectionError("the connection was closed early")


def _append(source: IO[bytes], part: Path, have: int, limit: int, advance: Callable[[int], None]) -> None:
    with _storing(part, "ab" if have else "wb") as stream:
        while chunk := source.read(_CHUNK):
            have += len(chunk)
            if have > limit:
                raise NetworkError("it sends more than the file should have")
            _store(stream, chunk)
            advance(have)


def _storing(part: Path, mode: str) -> IO[bytes]:
    try:
        return part.open(mode, buffering=0)
    except OSError as error:
        raise StorageError from error


def _store(stream: IO[bytes], chunk: bytes) -> None:
    try:
        stream.write(chunk)
    except OSError as error:
        raise StorageError from error


def _size(part: Path) -> int:
    return part.stat().st_size if part.exists() else 0


def _reason(error: Exception) -> str:
    if isinstance(error, urllib.error.HTTPError):
        return f"the server answers {error.code} {error.reason}"
    cause = getattr(error, "reason", error)  # what a URLError is about
    return getattr(cause, "strerror", None) or str(cause) or type(cause).__name__


class _StaysEncrypted(urllib.request.HTTPRedirectHandler):
    """Refuses to be sent from an encrypted to an unencrypted address."""

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: http.client.HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        if req.type == "https" and not newurl.startswith("https:"):
            raise urllib.error.URLError("the server leads to an address that is not encrypted")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


_OPENER = urllib.request.build_opener(_StaysEncrypted)
