from dataclasses import replace
from functools import partial

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel

from genplay.engine import session as sessions
from genplay.engine.worker import Worker
from genplay.errors import UserError
from genplay.families import FAMILIES
from genplay.families.autoregressive import Sample
from genplay.families.base import Drawing
from genplay.ui import offscreen, theme
from genplay.ui.main_window import MainWindow


@pytest.fixture(autouse=True)
def quick(engine, monkeypatch):
    monkeypatch.setattr(offscreen, "MainWindow", partial(MainWindow, engine=engine))


def session(**values):
    fresh = sessions.fresh()
    state = replace(fresh.states["autoregressive"], **values)
    return replace(fresh, tab="autoregressive", states={**fresh.states, "autoregressive": state})


def taken(path, *args, **options):
    offscreen.screenshot(*args, path, **options)
    return QImage(str(path))


def colours(image):
    step = range(0, image.width() - 1, 7)
    return {image.pixelColor(x, y).name() for y in range(0, image.height() - 1, 7) for x in step}


def test_a_screenshot_has_its_size_and_shows_the_answer(tmp_path, engine):
    image = taken(tmp_path / "a.png", session())
    assert (image.width(), image.height()) == (1280, 720)
    blank = taken(tmp_path / "b.png", session(drawing=Drawing.blank()))
    assert image != blank
    assert len(engine.asked) == 2
    assert not [window for window in QApplication.topLevelWidgets() if isinstance(window, MainWindow)]


def test_the_same_session_gives_the_same_picture(tmp_path, engine, monkeypatch):
    monkeypatch.setattr("genplay.ui.widgets.status.Status.set_seconds", lambda *_: None)
    kept = session(cursor=300, hide_future=True)
    assert taken(tmp_path / "a.png", kept) == taken(tmp_path / "b.png", kept)


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({"theme": "dark"}, theme.Theme("dark")),
        ({"theme": "contrast", "size": (1000, 700)}, theme.Theme("contrast")),
        ({"scale": 1.5, "size": (1920, 1080)}, theme.Theme("light", 1.5)),
        ({"projector": True, "scale": 1.5}, theme.Theme("light", 1.5, True)),
    ],
)
def test_theme_scale_and_size_are_as_asked(tmp_path, qapp, options, expected):
    image = taken(tmp_path / "a.png", session(), **options)
    assert (image.width(), image.height()) == options.get("size", (1280, 720))
    assert theme.current() == expected
    assert expected.tokens.surface.lower() in colours(image)


def test_a_picture_is_put_on_the_canvas_first(tmp_path, engine):
    Image.fromarray(np.eye(28, dtype=np.uint8) * 255).save(tmp_path / "eye.png")
    taken(tmp_path / "a.png", session(), picture=tmp_path / "eye.png")
    drawings = [request.drawing for request in engine.asked if hasattr(request, "drawing")]
    assert drawings[-1] == Drawing.of(np.eye(28))


def test_samples_have_grown_when_the_picture_is_taken(tmp_path, engine):
    image = taken(tmp_path / "a.png", session(sample_from=407, cursor=408))
    assert any(isinstance(request, Sample) for request in engine.asked)
    again = taken(tmp_path / "b.png", session(sample_from=407, cursor=408, seed=1))
    assert image != again


def test_what_is_paced_is_not_waited_for_until_patience_ends(tmp_path, monkeypatch):
    ended = []

    class Timer(QTimer):
        def __init__(self, **options):
            super().__init__(**options)
            self.timeout.connect(lambda: ended.append(options["interval"]))

    monkeypatch.setattr(offscreen, "_PATIENCE_MS", 60_000)
    monkeypatch.setattr(offscreen, "QTimer", Timer)
    taken(tmp_path / "a.png", session(page="anomaly"))  # which rests between two looks at its answers
    assert offscreen._PATIENCE_MS not in ended


def test_what_goes_wrong_is_a_sentence_and_no_picture(tmp_path, engine):
    (tmp_path / "bad.png").write_text("no picture")
    for picture, error in ((tmp_path / "bad.png", None), (None, UserError("No model."))):
        engine.error = error
        with pytest.raises(UserError) as said:
            taken(tmp_path / "out.png", session(), picture=picture)
        assert str(said.value) == "No model." if error else "bad.png" in str(said.value)
        assert not (tmp_path / "out.png").exists()


@pytest.mark.parametrize(("size", "scale"), [((700, 500), 1.0), ((1280, 720), 2.0)])
def test_a_size_that_would_cut_something_is_refused(tmp_path, size, scale):
    with pytest.raises(UserError, match=r"the window needs at least \d+ x \d+ pixels"):
        taken(tmp_path / "a.png", session(), size=size, scale=scale)


def test_a_place_that_cannot_be_written_is_said(tmp_path):
    with pytest.raises(UserError, match="does not exist"):
        taken(tmp_path / "missing" / "a.png", session())


def test_an_answer_that_never_comes_is_given_up(tmp_path, engine, monkeypatch):
    monkeypatch.setattr(offscreen, "_PATIENCE_MS", 1)
    engine.hold()
    close = Worker.close

    def released(worker, *args):
        engine.release()  # or the worker would not end
        return close(worker, *args)

    monkeypatch.setattr(Worker, "close", released)
    with pytest.raises(UserError, match="The tab Autoregressive did not answer"):
        taken(tmp_path / "out.png", session())


def test_the_smoke_test_hears_every_tab(engine):
    told = []
    offscreen.smoke(sessions.fresh(), told.append)
    assert told == [family.name for family in FAMILIES]


def test_the_smoke_test_fails_with_a_tab(engine):
    engine.error = UserError("The checkpoint of NADE is missing.")
    with pytest.raises(UserError, match="The checkpoint of NADE is missing"):
        offscreen.smoke(sessions.fresh(), print)


def test_the_picture_is_of_a_window_at_rest(qtbot):
    window = QLabel("0")
    qtbot.addWidget(window)
    window.resize(80, 30)
    window.show()
    clock = QTimer(window, interval=10)

    def change():
        window.setText(str(int(window.text()) + 1))
        if window.text() == "15":  # more than one round lasts
            clock.stop()

    clock.timeout.connect(change)
    clock.start()
    picture = offscreen._at_rest(window)
    assert window.text() == "15"
    assert picture.toImage() == window.grab().toImage()
