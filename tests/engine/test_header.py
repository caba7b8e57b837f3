"""Whatever the first bytes of a file are, they are a header or refused by a sentence."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from genplay.engine import header
from genplay.errors import UserError

PATH = Path("some.safetensors")


def with_length(content: bytes) -> bytes:
    return len(content).to_bytes(8, "little") + content


@given(
    st.binary(max_size=200)
    | st.binary(max_size=200).map(with_length)
    | st.text().map(lambda t: with_length(t.encode()))
)
def test_any_bytes_are_refused(start: bytes):
    with pytest.raises(UserError, match=r"some\.safetensors is not a checkpoint of genplay"):
        header.parse(PATH, start)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda x: st.lists(x) | st.dictionaries(st.text(), x),
    )
)
def test_any_json_in_its_place_is_refused(value: object):
    import json

    start = with_length(json.dumps({"__metadata__": {header.KEY: json.dumps(value)}}).encode())
    with pytest.raises(UserError, match="its header is wrong"):
        header.parse(PATH, start)


def test_a_deeply_nested_header_is_refused():
    with pytest.raises(UserError):
        header.parse(PATH, with_length(b"[" * 100_000))
