"""The window as a whole: how it is used with keys and pointer, what it remembers, how it ends."""

import subprocess
import sys
import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QPointF, QSize, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QSlider,
    QWidget,
)

from genplay import paths
from genplay.engine import session as sessions
from genplay.errors import UserError
from genplay.families import FAMILIES
from genplay.families.autoregressive import Score
from genplay.ui import settings, theme
from genplay.ui.settings import Settings
from genplay.ui.tabs.foundations.factor_cards import FactorCards
from genplay.ui.tabs.foundations.graph import PixelGraph
from genplay.ui.widgets.growth_plot import GrowthPlot
from genplay.ui.widgets.palette import CommandPalette
from genplay.ui.widgets.pixel_canvas import PixelCanvas
from genplay.ui.widgets.rail import Rail
from genplay.ui.widgets.search import CommandSearch
from genplay.ui.widgets.segmented import Segmented
from genplay.ui.widgets.status import Status
from genplay.ui.widgets.thumbnails import ThumbnailStrip

LEFT = Qt.MouseButton.LeftButton


def run(code):
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=120, check=False
    )


def drop(window, *urls):
    """Drag urls over the window and let them go; returns whether the window took them."""
    data = QMimeData()
    data.setUrls(list(urls))
    point, actions, none = QPointF(200, 200), Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(point.toPoint(), actions, data, LEFT, none)
    QApplication.sendEvent(window, enter)
    event = QDropEvent(point, actions, data, LEFT, none)
    if enter.isAccepted():
        QApplication.sendEvent(window, event)
    return enter.isAccepted() and event.isAccepted()


# -- the start ---------------------------------------------------------------------------------------------


def test_the_window_is_there_before_torch():
    done = run(
        "import os; os.environ['QT_QPA_PLATFORM'] = 'offscreen'\n"
        "import sys\n"
        "import genplay.ui.main_window\n"
        "assert 'torch' not in sys.modules, 'import'\n"
        "from genplay.engine import session\n"
        "from genplay.ui.app import application\n"
        "from genplay.ui.appearance import Appearance\n"
        "from genplay.ui.settings import Settings\n"
        "app = application()\n"
        "look = Appearance(app, Settings(), remember=False)\n"
        "window = genplay.ui.main_window.MainWindow(look, session.fresh())\n"
        "window.grab()\n"
        "assert 'torch' not in sys.modules, 'window'\n"
        "print('fine')\n"
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout == "fine\n"


@pytest.fixture
def own(open_window):
    """A window of the test's own: it is about its start or its end, which the shared one does not have."""
    return open_window()


def test_the_first_screen_is_an_example_with_its_answer(own):
    screen = own
    assert screen.window.windowTitle() == "genplay"
    assert screen.state == sessions.fresh().states["autoregressive"]
    assert [type(request) for request in screen.engine.asked] == [Score]
    assert screen.hero.startswith("−")
    assert screen.toasts == []


def test_nothing_is_asked_before_the_window_is_shown(qapp, engine, qtbot):
    from genplay.ui.appearance import Appearance
    from genplay.ui.main_window import MainWindow

    appearance = Appearance(qapp, Settings(theme="light"), remember=False)
    window = MainWindow(appearance, sessions.fresh(), engine)
    qtbot.addWidget(window)
    assert not window.stage.busy
    assert engine.asked == []
    appearance.deleteLater()


def test_the_status_bar_says_where_and_how_long(screen):
    status = screen.one(Status)
    texts = [label.text() for label in status.findChildren(QLabel) if label.isVisible()]
    assert "CPU, 1 thread" in texts
    assert any(text.endswith(" ms") for text in texts)
    assert "100 %" in texts


# -- the rail ----------------------------------------------------------------------------------------------


def test_the_rail_and_its_key_go_to_the_tab(screen):
    first = screen.tab
    screen.key("Ctrl+1")
    assert screen.window.session().tab == "foundations"
    assert screen.tab.isVisible()
    assert not first.isVisible()
    screen.click("Autoregressive")
    assert screen.window.session().tab == "autoregressive"
    assert screen.tab is first
    screen.click("Foundations")
    screen.key("Ctrl+2")
    assert screen.tab is first
    assert first.isVisible()


def test_a_tab_offers_its_own_commands_only(screen):
    screen.key("Ctrl+1")
    screen.settle()
    before = screen.window.stages["autoregressive"].state
    screen.key("Del")  # clears a picture in both
    assert not any(screen.state.drawing.bits)
    assert screen.window.stages["autoregressive"].state == before


def test_a_narrow_window_has_icons_only(screen):
    rail = screen.one(Rail)
    wide = rail.width()
    screen.window.resize(1100, 720)
    screen.until(lambda: rail.width() < wide)
    assert [row.text() for row in rail.findChildren(QPushButton)] == [""] * len(FAMILIES)
    assert screen.one(QPushButton, "Autoregressive").toolTip() == "Autoregressive"
    screen.window.resize(1280, 720)
    screen.until(lambda: rail.width() == wide)


# -- view --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["dark", "contrast"])
def test_a_theme_is_changed_live(screen, name):
    before = screen.colour(screen.canvas, 0)
    screen.window.commands.run(f"view.theme.{name}")
    assert theme.current().name == name
    assert screen.window.commands.action(f"view.theme.{name}").isChecked()
    assert not screen.window.commands.action("view.theme.light").isChecked()
    assert screen.colour(screen.canvas, 783) == theme.current().tokens.paper.lower() != before


def test_keys_scale_the_interface(screen):
    status = screen.one(Status)
    screen.key("Ctrl+=")
    assert theme.current().scale == 1.25
    assert "125 %" in [label.text() for label in status.findChildren(QLabel)]
    screen.key("Ctrl+=")
    screen.key("Ctrl+-")
    assert theme.current().scale == 1.25
    screen.key("Ctrl+0")
    assert theme.current().scale == 1.0


def test_projector_mode_hides_the_chrome_and_gives_it_back(screen):
    before = screen.picture()
    screen.key("F11")
    assert theme.current().projector
    assert theme.current().scale == 1.5
    assert screen.all(Rail) == screen.all(Status) == []
    assert not screen.window.menuBar().isVisible()
    assert screen.canvas.isVisible()
    screen.settle()
    assert screen.hero.startswith("−")
    screen.key("F11")
    assert theme.current() == theme.Theme()
    assert len(screen.all(Rail)) == len(screen.all(Status)) == 1
    assert screen.picture() == before


def test_a_class_sees_in_every_tab_whose_it_is(own, qtbot):
    def titles():
        labels = [one for one in own.window.stage.tab.findChildren(QLabel) if one.isVisible()]
        return [one.text() for one in labels if one.property("role") == "title"]

    own.key("F11")
    for family in FAMILIES:
        own.window.show_tab(family.id)
        wanted = "NADE" if family.id == "autoregressive" else family.name  # there models have names of note
        qtbot.waitUntil(lambda wanted=wanted: titles() == [wanted])


# -- palette and help --------------------------------------------------------------------------------------


def test_the_palette_finds_a_command_by_a_few_letters(screen):
    screen.key("Ctrl+Shift+P")
    palette = screen.one(CommandPalette)
    line = palette.findChild(QLineEdit)
    assert line.hasFocus()
    QTest.keyClicks(line, "invert")
    before = screen.state.drawing
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert not palette.isVisible()
    assert (screen.state.drawing.pixels() == 1 - before.pixels()).all()
    assert screen.state.sample_from is None  # the key was the palette's, and no command's


def test_keys_in_the_palette_are_words_and_no_commands(screen):
    screen.window.stage.edit(replace(screen.state, flip=5))
    screen.settle()
    before = screen.state
    screen.key("Ctrl+Shift+P")
    line = screen.one(CommandPalette).findChild(QLineEdit)
    for key in "pen . , [i] c":
        QTest.keyClicks(line, key)
    QTest.keyClick(line, Qt.Key.Key_Home)
    QTest.keyClick(line, Qt.Key.Key_Delete)
    assert line.text() == "en . , [i] c"
    assert screen.state == before
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert screen.all(CommandPalette) == []
    assert screen.state == before


def test_the_search_field_opens_the_palette(screen):
    field = screen.one(CommandSearch).findChild(QAbstractButton)
    QTest.mouseClick(field, LEFT)
    assert len(screen.all(CommandPalette)) == 1


def dialog(screen):
    screen.until(lambda: screen.all(QDialog))
    return screen.one(QDialog)


def test_the_sheet_of_shortcuts_names_every_one(screen):
    screen.key("F1")
    said = [label.text() for label in dialog(screen).findChildren(QLabel)]
    for command in screen.window.commands.offered():
        if command.shortcut:
            assert command.text in said
            assert screen.window.commands.action(command.id).shortcut().toString() in said
    QTest.keyClick(screen.one(QDialog), Qt.Key.Key_Escape)
    screen.until(lambda: not screen.all(QDialog))


def test_about_names_whose_work_is_in_it(screen):
    screen.window.commands.run("help.about")
    notice = dialog(screen).findChild(QPlainTextEdit)
    for name in ("MIT", "Inter", "Pretendard", "MNIST"):
        assert name in notice.toPlainText()
    screen.click("Close")
    screen.until(lambda: not screen.all(QDialog))


# -- errors ------------------------------------------------------------------------------------------------


def test_an_error_is_said_and_stays(screen):
    screen.window.say_error(UserError("{name} is empty.", name="a.png"))
    assert screen.toasts == ["a.png is empty."]


def test_errors_in_a_block_are_said(screen):
    with screen.window.errors_said():
        raise UserError("No.")
    assert screen.toasts == ["No."]


def test_settings_that_cannot_be_kept_are_said(open_window):
    paths.user_state().parent.mkdir(parents=True, exist_ok=True)
    paths.user_state().write_text("a file where the folder should be")
    screen = open_window(remember=True)
    screen.key("Ctrl+=")
    assert len(screen.toasts) == 1
    assert screen.toasts[0].startswith("The settings cannot be kept")


# -- what is remembered ------------------------------------------------------------------------------------


def test_settings_survive_a_restart(open_window):
    first = open_window(look=settings.read(), remember=True)
    first.window.commands.run("view.theme.dark")
    first.key("Ctrl+=")
    first.window.resize(1500, 900)
    first.window.close()
    second = open_window(look=settings.read(), remember=True)
    assert theme.current() == theme.Theme("dark", 1.25)
    assert (second.window.appearance.settings.width, second.window.appearance.settings.height) == (1500, 900)


def test_damaged_settings_do_not_stop_the_start(open_window):
    path = paths.user_state() / "settings.json"
    path.parent.mkdir(parents=True)
    path.write_text('{"theme": "pi')
    screen = open_window(look=replace_theme(settings.read()), remember=True)
    assert screen.hero.startswith("−")


def replace_theme(look):
    assert look == Settings()
    return Settings(theme="light")


# -- dropped and opened files ------------------------------------------------------------------------------


def test_a_dropped_session_is_opened_and_can_be_undone(screen, tmp_path, begin):
    before = screen.state
    kept = begin()
    kept.states["autoregressive"] = replace(before, cursor=17, hide_future=True, tool="eraser")
    sessions.save(tmp_path / "a.genplay", kept)
    assert drop(screen.window, QUrl.fromLocalFile(str(tmp_path / "a.genplay")))
    assert screen.state == kept.states["autoregressive"]
    screen.settle()
    screen.key("Ctrl+Z")
    assert screen.state == replace(before, tool="eraser")


def test_a_damaged_session_is_refused_and_loses_nothing(screen, tmp_path):
    before, undoable = screen.state, screen.stage.history.can_undo
    (tmp_path / "b.genplay").write_text('{"genplay": "0.1", "tab": "autoregressive", "states": {"autoregr')
    assert drop(screen.window, QUrl.fromLocalFile(str(tmp_path / "b.genplay")))
    assert len(screen.toasts) == 1
    assert screen.toasts[0].startswith("b.genplay is not a genplay session")
    assert screen.state is before
    assert screen.stage.history.can_undo == undoable


def test_what_is_no_file_of_this_computer_is_refused_in_a_sentence(screen):
    before = screen.state
    drop(screen.window, QUrl("https://example.org/a.png"))
    assert screen.state is before
    assert screen.toasts == ["Only files of this computer can be dropped here."]


def test_a_session_opened_while_playing_stands_still(screen, begin):
    screen.key("Space")
    assert screen.tab.playing
    screen.window.show_session(begin())
    assert not screen.tab.playing
    assert screen.state == sessions.fresh().states["autoregressive"]


# -- stale answers -----------------------------------------------------------------------------------------


def test_a_held_answer_is_announced_and_can_be_stopped(screen):
    screen.engine.hold()
    screen.key("N")
    stop = lambda: screen.all(QAbstractButton, "Stop the work in progress")  # noqa: E731
    screen.until(stop)
    QTest.mouseClick(stop()[0], LEFT)
    assert not screen.stage.busy
    assert stop() == []
    screen.engine.release()


# -- the end -----------------------------------------------------------------------------------------------


def workers():
    return {thread for thread in threading.enumerate() if thread.name == "genplay-worker"}


def test_closing_ends_the_worker(engine, open_window):
    before = workers()
    screen = open_window()
    assert len(workers() - before) == 1
    screen.key("Ctrl+Q")
    assert workers() == before
    assert not screen.window.isVisible()


def test_closing_while_an_answer_is_awaited_ends_the_worker(open_window, engine):
    before = workers()
    engine.hold()
    screen = open_window()
    screen.until(lambda: engine.asked)
    threading.Timer(0.05, engine.release).start()
    screen.window.close()
    assert workers() == before


def test_closing_while_playing_ends_the_play(own):
    own.key("Space")
    own.window.close()
    assert not own.tab.playing


# -- by keyboard -------------------------------------------------------------------------------------------


def test_every_command_has_words_and_stands_in_a_menu_and_in_the_palette(screen):
    commands = screen.window.commands
    bar = screen.window.menuBar()
    in_menus = [action for menu in bar.actions() for action in menu.menu().actions() if action.text()]
    assert [menu.text() for menu in bar.actions()] == ["&File", "&Edit", "&View", "&Model", "&Time", "&Help"]
    screen.key("Ctrl+Shift+P")
    rows = screen.one(CommandPalette).findChild(QListView).model()
    in_palette = {rows.index(row, 0).data() for row in range(rows.rowCount())}
    for command in commands.offered():
        assert command.text.strip()
        assert commands.action(command.id) in in_menus
        assert command.text in in_palette or command.id == "view.palette"


def test_no_two_commands_share_a_shortcut_or_a_name(screen):
    table = screen.window.commands.offered()
    keys = [screen.window.commands.action(command.id).shortcut().toString() for command in table]
    keys = [key for key in keys if key]
    assert len(set(keys)) == len(keys)
    assert len({command.text for command in table}) == len(table)
    menus = [screen.window.menuBar().actions()[k].text() for k in range(6)]
    assert len({menu[menu.index("&") + 1] for menu in menus}) == len(menus)
    for command in table:
        written = screen.window.commands.action(command.id).shortcut()
        assert bool(command.shortcut) == bool(written.toString()), command.id


def chain(window):
    """The widgets that Tab reaches, in order, beginning with the one that has the focus."""
    seen = []
    while (now := QApplication.focusWidget()) not in seen:
        seen.append(now)
        QTest.keyClick(now, Qt.Key.Key_Tab)
    return seen


@pytest.fixture(params=["autoregressive", "all", "count", "chain", "bayes"])
def full(request, open_window, begin):
    """A window with all that a tab can show: the Autoregressive one, and each page of Foundations."""
    session = begin()
    if request.param == "autoregressive":
        state = replace(session.states[request.param], flip=20, sample_from=10, source=bytes(784))
        return open_window(replace(session, states={**session.states, request.param: state}))
    state = replace(session.states["foundations"], page=request.param, order="random")
    states = {**session.states, "foundations": state}
    return open_window(replace(session, tab="foundations", states=states))


def test_tab_reaches_every_control(full):
    screen = full
    reached = chain(screen.window)
    kinds = (QAbstractButton, QAbstractSpinBox, QSlider, ThumbnailStrip, PixelCanvas)
    kinds += (PixelGraph, FactorCards, GrowthPlot)
    controls = [control for kind in kinds for control in screen.all(kind)]
    tracks = [*screen.all(Segmented), *screen.all(Rail)]
    by_arrow = [piece for track in tracks for piece in track.findChildren(QAbstractButton)]
    missed = [c for c in controls if c.isEnabled() and c not in reached and c not in by_arrow]
    for track in tracks:
        assert any(piece in reached for piece in track.findChildren(QAbstractButton))
    assert [f"{type(c).__name__} {c.accessibleName() or c.toolTip()}" for c in missed] == []


def test_every_control_says_what_it_is(full):
    screen = full
    screen.window.say("error", "Something", "details")
    takes_focus = [w for w in screen.all(QWidget) if w.focusPolicy() != Qt.FocusPolicy.NoFocus]
    # A part whose proxy has the focus, such as a spin box's line, is read with it.
    nameless = [w for w in takes_focus if w.focusProxy() is None and not screen.spoken(w)]
    assert nameless == []


def test_menus_have_names(screen):
    for button in screen.all(QAbstractButton):
        menu = getattr(button, "menu", lambda: None)()
        if isinstance(menu, QMenu):
            assert all(action.text() or action.isSeparator() for action in menu.actions())


def test_space_presses_the_button_that_tab_has_reached(screen):
    slow = screen.one(QAbstractButton, "Slow")
    slow.setFocus(Qt.FocusReason.TabFocusReason)
    screen.key("Space")
    assert screen.state.slow
    assert not screen.tab.playing
    screen.canvas.setFocus()
    screen.key("Space")
    assert screen.tab.playing


def test_home_and_end_move_the_slider_that_tab_has_reached(screen):
    before = screen.state
    speed = screen.one(QSlider, "Speed")
    speed.setFocus(Qt.FocusReason.TabFocusReason)
    screen.key("Home")
    assert screen.state == replace(before, speed=0)
    screen.key("End")
    assert screen.state == replace(before, speed=5)
    screen.canvas.setFocus()
    screen.key("End")
    assert screen.state.cursor == 784


def test_undo_is_the_windows_even_where_a_number_was_typed(screen):
    seed = screen.one(QAbstractSpinBox, "Seed")
    seed.setFocus()
    seed.selectAll()
    QTest.keyClicks(seed, "42")
    QTest.keyClick(seed, Qt.Key.Key_Return)
    assert screen.state.seed == 42
    screen.key("Ctrl+Z")
    assert screen.state.seed == 0
    assert seed.text() == "0"
    screen.key("Ctrl+Shift+Z")
    assert screen.state.seed == 42


def test_what_is_typed_into_a_number_is_no_command(screen):
    before = screen.state
    seed = screen.one(QAbstractSpinBox, "Seed")
    seed.setFocus()
    QTest.keyClicks(seed, "i.e,")
    QTest.keyClick(seed, Qt.Key.Key_Delete)
    QTest.keyClick(seed, Qt.Key.Key_Home)
    QTest.keyClick(seed, Qt.Key.Key_End)
    assert screen.state == before


def test_the_interface_grows_no_larger_than_the_screen(screen, monkeypatch):
    monkeypatch.setattr(screen.window, "room", lambda: QSize(1280, 720))
    larger = screen.window.commands.action("view.larger")
    seen = []
    for _ in range(4):
        screen.window.commands.refresh()
        if larger.isEnabled():
            larger.trigger()
        seen.append(screen.window.appearance.scale)
    assert seen == [1.25, 1.5, 1.5, 1.5]
    screen.window.toggle_projector()  # nothing is too large for a projector
    screen.window.commands.refresh()
    assert larger.isEnabled()
