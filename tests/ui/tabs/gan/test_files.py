"""What leaves the tab: the clipboard and the files hold what is on screen."""

import csv

from PySide6.QtGui import QGuiApplication
from PySide6.QtSvg import QSvgRenderer

from tests.ui.tabs.desk import commands, run
from tests.ui.tabs.gan.staged import go_to


def rows(path):
    with path.open(newline="") as stream:
        return list(csv.DictReader(stream))


def test_the_field_goes_to_the_clipboard_and_to_a_file(stage, saved):
    run(stage, "copy")
    field = stage.tab.view.field
    assert QGuiApplication.clipboard().image().size() == field.grab().size()
    run(stage, "save_field")
    assert saved().name == "gan.svg"
    assert QSvgRenderer(str(saved())).viewBox() == field.rect()


def test_losses_and_points_are_saved(stage, saved):
    go_to(stage, 7)
    run(stage, "save_curves")
    assert saved().name == "losses.csv"
    assert [row["step"] for row in rows(saved()) if row["loss_d"]] == [str(step) for step in range(1, 8)]
    run(stage, "save_points")
    assert saved().name == "points.csv"
    assert {row["kind"] for row in rows(saved())} == {"real", "fake"}


def test_what_is_not_there_yet_is_said(stage, saved):
    stage.tab.page.run.learn("grid")
    stage.tab.page.show_waiting("live")
    assert not commands(stage)["save_curves"].enabled()
    commands(stage)["save_curves"].run()
    assert stage.said[-1] == ("info", "The step of the training is not there yet.")
