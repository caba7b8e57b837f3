"""What a machine lacks for a window is said with the whole remedy."""

import sys

import pytest

from genplay.engine import system

NAMED = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
PACKAGES = {  # of Debian 12 and Ubuntu 22.04, by library
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}


@pytest.fixture(autouse=True)
def bare_linux(monkeypatch):
    """A Linux without display that has every library, until a test says otherwise."""
    monkeypatch.setattr(sys, "platform", "linux")
    for name in NAMED:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(system, "_loads", lambda library: True)


def without(monkeypatch, *libraries):
    asked = []

    def loads(library):
        asked.append(library)
        return library not in libraries

    monkeypatch.setattr(system, "_loads", loads)
    return asked


def test_a_machine_with_everything_lacks_nothing(monkeypatch):
    monkeypatch.setenv("DISPLAY", ":0")
    assert system.lacks() == []
    assert system.lacks(offscreen=True) == []


def test_the_whole_apt_line_is_given_for_any_library(monkeypatch):
    """Qt itself names only xcb-cursor0, whichever of five is missing."""
    monkeypatch.setenv("DISPLAY", ":0")
    asked = without(monkeypatch)
    system.lacks()
    assert set(asked) == set(PACKAGES)
    for library, package in PACKAGES.items():
        without(monkeypatch, library)
        (lack,) = system.lacks()
        assert library in lack.what
        assert lack.remedy == system.APT_LINE
        assert package in system.APT_LINE.split()


def test_the_apt_line_installs_what_is_asked_for_and_no_more():
    assert system.APT_LINE.startswith("sudo apt-get install --no-install-recommends ")
    assert set(system.APT_LINE.split()[4:]) == set(PACKAGES.values())


@pytest.mark.parametrize("offscreen", [True, False])
def test_the_screens_libraries_are_wanted_for_a_screen_only(monkeypatch, offscreen):
    monkeypatch.setenv("DISPLAY", ":0")
    without(monkeypatch, "libxcb-shape.so.0")
    assert bool(system.lacks(offscreen=offscreen)) != offscreen


def test_wayland_wants_none_of_them(monkeypatch):
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    without(monkeypatch, "libxcb-shape.so.0")
    assert system.lacks() == []


def test_no_display_is_said_with_the_ways_out():
    (lack,) = system.lacks()
    assert "no display" in lack.what
    assert "xvfb-run genplay" in lack.remedy
    assert "genplay --smoke" in lack.remedy
    assert system.lacks(offscreen=True) == []


@pytest.mark.parametrize("name", NAMED)
def test_a_display_is_named_by_any_of_them(monkeypatch, name):
    assert not system.has_display()
    monkeypatch.setenv(name, "x")
    assert system.has_display()


@pytest.mark.parametrize("platform", ["darwin", "win32"])
def test_elsewhere_nothing_is_lacking(monkeypatch, platform):
    monkeypatch.setattr(sys, "platform", platform)
    without(monkeypatch, *PACKAGES)
    assert system.lacks() == []


def test_libraries_are_really_looked_for(monkeypatch):
    monkeypatch.undo()
    assert not system._loads("libnonesuch.so.99")
    assert sys.platform != "linux" or system._loads("libc.so.6")
