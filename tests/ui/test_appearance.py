import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from genplay import paths
from genplay.ui import settings, theme
from genplay.ui.appearance import STEPS, Appearance
from genplay.ui.settings import Settings
from genplay.ui.theme import Theme


@pytest.fixture
def begin(qapp):
    """Return a function that makes the application's appearance; it is deleted afterwards."""
    made = []

    def make(look=None, **options):
        made.append(Appearance(qapp, look or Settings(theme="light"), **options))
        return made[-1]

    yield make
    for appearance in made:
        appearance.deleteLater()


@pytest.fixture
def system(monkeypatch):
    """Return a function that makes the system light or dark, which Qt's offscreen platform cannot."""

    def make(scheme):
        monkeypatch.setattr(theme, "system_name", lambda: scheme.name.lower())
        QGuiApplication.styleHints().colorSchemeChanged.emit(scheme)

    return make


def test_it_begins_as_the_settings_say(begin):
    begin(Settings(theme="dark", scale=1.25))
    assert theme.current() == Theme("dark", 1.25)


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_a_theme_is_applied_told_and_remembered(begin, qtbot, name):
    appearance = begin(Settings(theme="dark" if name != "dark" else "light"))
    with qtbot.waitSignal(appearance.changed):
        appearance.set_theme(name)
    assert theme.current() == Theme(name)
    assert settings.read().theme == name


def test_the_scale_goes_by_quarters_between_its_ends(begin):
    appearance = begin()
    seen = [appearance.scale]
    for _ in range(len(STEPS)):
        appearance.zoom(1)
        seen.append(appearance.scale)
    assert seen == [*STEPS, STEPS[-1]]
    for _ in range(len(STEPS) + 1):
        appearance.zoom(-1)
    assert appearance.scale == STEPS[0]
    assert theme.current().scale == STEPS[0]
    assert settings.read().scale == STEPS[0]


def test_an_odd_scale_is_zoomed_from_the_nearest_step(begin):
    appearance = begin(Settings(theme="light", scale=1.3))
    appearance.zoom(1)
    assert appearance.scale == 1.5


def test_projector_mode_has_a_scale_of_its_own(begin):
    appearance = begin(Settings(theme="light", scale=1.0, projector_scale=1.75))
    appearance.set_projector(True)
    assert theme.current() == Theme("light", 1.75, True)
    for _ in STEPS:
        appearance.zoom(-1)
    assert appearance.scale == 1.25  # smaller cannot be read from the last row
    appearance.set_projector(False)
    assert theme.current() == Theme("light", 1.0)
    assert settings.read() == Settings(theme="light", projector_scale=1.25)


def test_projector_mode_is_not_for_the_next_start(begin):
    begin().set_projector(True)
    assert not begin(settings.read()).projector


def test_it_follows_the_system(begin, system):
    appearance = begin(Settings(theme="system"))
    system(Qt.ColorScheme.Dark)
    assert theme.current().name == "dark"
    system(Qt.ColorScheme.Light)
    assert theme.current().name == "light"
    appearance.set_theme("contrast")
    system(Qt.ColorScheme.Dark)
    assert theme.current().name == "contrast"


def test_projectors_are_light_unless_the_user_chose(begin, system):
    system(Qt.ColorScheme.Dark)
    appearance = begin(Settings(theme="system"))
    appearance.set_projector(True)
    assert theme.current().name == "light"
    appearance.set_theme("dark")
    assert theme.current().name == "dark"


def test_who_wants_everything_still_has_it_remembered(begin):
    appearance = begin()
    appearance.toggle_motion()
    assert theme.current().still
    assert theme.current().ms(200) == 0
    assert settings.read().reduced_motion
    appearance.toggle_motion()
    assert not theme.current().still


def test_the_windows_size_is_remembered(begin):
    begin().remember_size(1600, 900)
    assert (settings.read().width, settings.read().height) == (1600, 900)


@pytest.mark.parametrize("size", [(300, 200), (20_000, 20_000)])
def test_a_size_beyond_all_screens_is_not_remembered_as_such(begin, size):
    appearance = begin()
    appearance.set_theme("dark")
    appearance.remember_size(*size)
    assert settings.read().theme == "dark"  # the file is still one that can be read


def test_nothing_is_written_when_nothing_is_to_be_remembered(begin):
    appearance = begin(remember=False)
    appearance.set_theme("dark")
    appearance.remember_size(1600, 900)
    assert not paths.user_state().exists()


def test_settings_that_cannot_be_kept_are_said_and_hold_all_the_same(begin, qtbot):
    paths.user_state().parent.mkdir(parents=True, exist_ok=True)
    paths.user_state().write_text("a file where the folder should be")
    appearance = begin()
    with qtbot.waitSignal(appearance.failed) as signal:
        appearance.set_theme("dark")
    assert "cannot be kept" in str(signal.args[0])
    assert theme.current().name == "dark"
