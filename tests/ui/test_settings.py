import json

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from genplay import paths
from genplay.errors import UserError
from genplay.ui import settings
from genplay.ui.settings import Settings


def write(content):
    path = paths.user_state() / "settings.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def test_a_first_start_has_the_defaults():
    assert settings.read() == Settings()


def test_what_is_saved_is_read():
    kept = Settings(
        theme="contrast", scale=1.75, projector_scale=2.0, width=1600, height=900, reduced_motion=True
    )
    settings.save(kept)
    assert settings.read() == kept


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"\xff\xfe\x00",
        b'{"theme": "pink"}',
        b'{"scale": 9}',
        b'{"scale": "1"}',
        b'{"width": 10}',
        b'{"width": 1e400}',
        b"[" * 100_000,
        b'{"x": ' * 100_000,
    ],
)
def test_damaged_settings_are_ignored(content):
    write(content)
    assert settings.read() == Settings()


def test_settings_of_another_version_are_kept_as_far_as_they_are_known():
    write(json.dumps({"theme": "dark", "colour_of_the_moon": "blue"}).encode())
    assert settings.read() == Settings(theme="dark")


@given(st.binary(max_size=200))
def test_no_content_stops_the_start(content):
    write(content)
    assert isinstance(settings.read(), Settings)


def test_a_folder_in_their_place_is_no_settings():
    (paths.user_state() / "settings.json").mkdir(parents=True)
    assert settings.read() == Settings()
    with pytest.raises(UserError, match=r"settings\.json cannot be written"):
        settings.save(Settings())


def test_a_state_folder_that_cannot_be_made_is_said(private_home):
    paths.user_state().parent.mkdir(parents=True, exist_ok=True)
    paths.user_state().write_text("a file where the folder should be")
    with pytest.raises(UserError, match=r"^The settings cannot be kept: .+\.$"):
        settings.save(Settings())


def test_what_is_written_is_json_that_people_can_read():
    settings.save(Settings(theme="dark"))
    text = (paths.user_state() / "settings.json").read_text()
    assert json.loads(text)["theme"] == "dark"
    assert text.count("\n") >= len(msgspec.structs.fields(Settings))
