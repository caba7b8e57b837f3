"""One file over a local server: resumed, restarted, broken off, refused."""

import errno
import os
import socket
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.client import HTTPMessage
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from genplay.data import download as module
from genplay.data.download import NetworkError, StorageError, download

CONTENT = bytes(range(256)) * 40
LIMIT = 2 * len(CONTENT)


@dataclass
class Server:
    """What the server sends, and what it was asked."""

    address: str
    content: bytes = CONTENT
    resumes: bool = True
    closes_after: int = 1 << 30  # bytes of each answer
    announces: bool = True
    ranges: list[str | None] = field(default_factory=list)


@pytest.fixture
def server() -> Iterator[Server]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked = self.headers["Range"]
            told.ranges.append(asked)
            start = int(asked.removeprefix("bytes=").removesuffix("-")) if asked and told.resumes else 0
            if start < len(told.content):
                self.send(told.content[start:], 206 if start else 200)
            else:
                self.send_error(416)

        def send(self, body: bytes, status: int) -> None:
            self.send_response(status)
            if told.announces:
                self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body[: told.closes_after])

        def log_message(self, *_: object) -> None:
            """Keep the test's output clean."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as http:
        told = Server(f"http://127.0.0.1:{http.server_port}/file")
        thread = threading.Thread(target=http.serve_forever, args=(0.01,))
        thread.start()
        yield told
        http.shutdown()
        thread.join()


def test_brings_the_whole_file_and_says_how_far_it_is(server: Server, tmp_path: Path):
    steps: list[tuple[int, int]] = []
    download(server.address, tmp_path / "a", LIMIT, lambda done, total: steps.append((done, total)))
    assert (tmp_path / "a").read_bytes() == CONTENT
    assert steps == sorted(steps)
    assert steps[-1] == (len(CONTENT), len(CONTENT))
    assert server.ranges == [None]


def test_asks_only_for_what_is_lacking(server: Server, tmp_path: Path):
    (tmp_path / "a").write_bytes(CONTENT[:1000])
    steps: list[tuple[int, int]] = []
    download(server.address, tmp_path / "a", LIMIT, lambda done, total: steps.append((done, total)))
    assert (tmp_path / "a").read_bytes() == CONTENT
    assert server.ranges == ["bytes=1000-"]
    assert steps[-1] == (len(CONTENT), len(CONTENT))


def test_starts_again_where_the_server_cannot_resume(server: Server, tmp_path: Path):
    server.resumes = False
    (tmp_path / "a").write_bytes(b"old" * 500)
    download(server.address, tmp_path / "a", LIMIT, lambda done, total: None)
    assert (tmp_path / "a").read_bytes() == CONTENT


def test_a_file_that_is_all_there_is_left_alone(server: Server, tmp_path: Path):
    (tmp_path / "a").write_bytes(CONTENT)
    download(server.address, tmp_path / "a", LIMIT, lambda done, total: None)
    assert (tmp_path / "a").read_bytes() == CONTENT


def test_takes_a_broken_connection_up_again(server: Server, tmp_path: Path):
    server.closes_after = 3000
    download(server.address, tmp_path / "a", LIMIT, lambda done, total: None)
    assert (tmp_path / "a").read_bytes() == CONTENT
    assert server.ranges == [None, "bytes=3000-", "bytes=6000-", "bytes=9000-"]


def test_gives_up_and_keeps_what_it_has_when_nothing_more_comes(server: Server, tmp_path: Path):
    server.closes_after = 0
    (tmp_path / "a").write_bytes(CONTENT[:1000])
    with pytest.raises(NetworkError, match="closed early"):
        download(server.address, tmp_path / "a", LIMIT, lambda done, total: None)
    assert (tmp_path / "a").read_bytes() == CONTENT[:1000]


def test_a_server_that_says_no_length_is_believed_up_to_the_limit(server: Server, tmp_path: Path):
    server.announces = False
    steps: list[tuple[int, int]] = []
    download(server.address, tmp_path / "a", len(CONTENT), lambda done, total: steps.append((done, total)))
    assert steps[-1] == (len(CONTENT), 0)
    (tmp_path / "a").unlink()
    with pytest.raises(NetworkError, match="more than the file should have"):
        download(server.address, tmp_path / "a", len(CONTENT) - 1, lambda done, total: None)


def test_a_dead_server_and_a_missing_file_are_told_in_words(server: Server, tmp_path: Path):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        dead = f"http://127.0.0.1:{free.getsockname()[1]}/file"
    server.content = b""
    (tmp_path / "b").write_bytes(b"")
    for url, words in ((dead, "[Rr]efused"), (server.address, "the server answers 416")):
        with pytest.raises(NetworkError, match=words):
            download(url, tmp_path / "b", LIMIT, lambda done, total: None)


def test_a_full_disk_is_no_matter_of_the_network(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    class Full:
        def write(self, chunk: bytes) -> int:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

        def __enter__(self) -> "Full":
            return self

        def __exit__(self, *_: object) -> None:
            return None

    monkeypatch.setattr(module, "_storing", lambda part, mode: Full())
    with pytest.raises(StorageError) as caught:
        download(server.address, tmp_path / "a", LIMIT, lambda done, total: None)
    assert isinstance(caught.value.__cause__, OSError)


def test_a_missing_folder_is_no_matter_of_the_network(server: Server, tmp_path: Path):
    with pytest.raises(StorageError):
        download(server.address, tmp_path / "none" / "a", LIMIT, lambda done, total: None)


@pytest.mark.parametrize(("start", "allowed"), [("https://a.org/x", False), ("http://a.org/x", True)])
def test_an_encrypted_address_is_never_left_for_an_open_one(start: str, allowed: bool):
    def redirect() -> urllib.request.Request | None:
        request = urllib.request.Request(start)
        return module._StaysEncrypted().redirect_request(
            request, None, 302, "Found", HTTPMessage(), "http://b.org/x"
        )

    if allowed:
        assert redirect() is not None
    else:
        with pytest.raises(urllib.error.URLError, match="not encrypted"):
            redirect()
