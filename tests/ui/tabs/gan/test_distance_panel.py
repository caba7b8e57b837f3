"""How far apart p and q are: the numbers of the step on screen, and what must be said."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from genplay.families.gan import Setup
from genplay.ui import theme
from genplay.ui.tabs.gan.distance_panel import DistancePanel
from tests.ui.tabs.gan.made_sides import collapsed, diverged, scene


@pytest.fixture
def panel(show):
    made = show(DistancePanel(), 274, 300)
    made.set_room(300)
    return made


def shown(panel):
    return {name: value.text() for name, value in panel.values.items() if value.isVisible()}


def test_the_numbers_are_those_of_the_step(panel):
    made = scene()
    panel.show_scene(made)
    distance, coverage = made.result.distance, made.result.coverage
    assert panel.hero.text() == f"{distance.js:.3f}"
    assert shown(panel) == {
        "covered": f"{coverage.covered.sum()} of 8",
        "gap": f"{distance.gap:.3f}",
        "kl": f"{distance.kl:.3f}",
        "reverse": f"{distance.reverse:.3f}",
        "strays": f"{100 * coverage.strays:.0f}\N{NO-BREAK SPACE}%",
    }


@pytest.mark.parametrize("hidden", ["stale", "other", "none"])
def test_what_is_not_to_be_read_is_a_dash(panel, hidden):
    made = scene()
    panel.show_scene(made)
    plan = replace(made.live.plan, setup=Setup(data="grid"))
    old = {
        "stale": replace(made, stale=True),
        "other": replace(made, state=replace(made.state, live=replace(made.live, plan=plan))),
        "none": replace(made, result=None),
    }[hidden]
    panel.show_scene(old)
    assert panel.hero.text() == "–"
    assert set(shown(panel).values()) == {"–"}


@pytest.mark.parametrize(
    ("data", "name"), [("ring", "Modes"), ("spiral", "Stretches"), ("moons", "Stretches"), ("grid", "Modes")]
)
def test_the_parts_have_the_name_of_what_they_are(panel, texts, data, name):
    panel.show_scene(scene(data=data))
    assert f"{name} with samples" in texts(panel)


def test_of_a_critic_its_own_distance_is_shown(panel, texts):
    made = scene(loss="wasserstein")
    panel.show_scene(made)
    assert "The critic’s distance" in texts(panel)
    assert panel.values["gap"].text() == f"{made.result.game.value:.3f}".replace("-", "−")
    panel.show_scene(scene())
    assert "Mean gap between D and D*" in texts(panel)


def test_collapse_is_announced_in_words(panel, texts):
    panel.show_scene(collapsed())
    assert "Mode collapse: 85\N{NO-BREAK SPACE}% of the fakes lie on 2 of 8 modes." in texts(panel)
    assert not panel.reset.isVisible()
    panel.show_scene(scene())
    assert not panel.note.isVisible()


def test_what_is_said_is_not_cut(panel):
    for made in (collapsed(), diverged()):
        panel.show_scene(made)
        for height in (300, 160):
            panel.set_room(height)
            panel.setFixedHeight(height)
            panel.layout().activate()
            note = panel.note
            assert note.height() >= note.heightForWidth(note.width())
            assert note.geometry().bottom() <= height


def test_numbers_stand_below_each_other(panel):
    panel.show_scene(scene(data="grid"))
    rights = {value.mapTo(panel, value.rect().topRight()).x() for value in panel.values.values()}
    assert len(rights) == 1
    assert all(value.alignment() & Qt.AlignmentFlag.AlignRight for value in panel.values.values())


def test_divergence_is_announced_with_a_way_out(panel, qtbot):
    panel.show_scene(diverged())
    assert "diverged" in panel.note.text()
    with qtbot.waitSignal(panel.reset_pressed):
        QTest.mouseClick(panel.reset, Qt.MouseButton.LeftButton)


def test_where_there_is_less_room_the_last_rows_leave_first(panel):
    panel.show_scene(scene())
    rows = []
    for height in (300, 165, 145, 120, 90):
        panel.set_room(height)
        rows.append(list(shown(panel)))
    assert rows[0] == ["covered", "gap", "kl", "reverse", "strays"]
    assert [len(row) for row in rows] == sorted((len(row) for row in rows), reverse=True)
    assert rows[-1] == ["covered"]
    panel.set_room(165)
    before = len(shown(panel))
    panel.show_scene(collapsed())
    assert len(shown(panel)) < before  # a sentence needs the room


def test_each_number_tells_how_it_was_found(panel):
    panel.show_scene(scene())
    assert "2,000 fakes" in panel.hero.toolTip()
    assert "lower bound" in panel.hero.toolTip()
    assert "0.12" in panel.hero.toolTip()
    assert all(value.toolTip() for value in panel.values.values())


def test_it_grows_with_the_scale(panel, qapp, qtbot):
    panel.show_scene(scene())
    before = panel.sizeHint().height()
    theme.apply(qapp, theme.Theme("dark", scale=1.5))
    qtbot.waitUntil(lambda: panel.sizeHint().height() > 1.3 * before)
