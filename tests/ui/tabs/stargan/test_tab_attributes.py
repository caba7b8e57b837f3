"""The whole tab: what hands do to attributes, answered by the true pipeline."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest

from genplay.families.stargan import Edit, Face, StarGanState, toggled
from genplay.ui.widgets.track import Track
from tests.ui.tabs.desk import LEFT, answer, press, run
from tests.ui.tabs.stargan.staged import asked, click, other_hair, own_of, toggle

GROUPS = ((0, 1, 2, 3),)


def test_colours_of_hair_exclude_one_another_and_switches_do_not(stage):
    first = other_hair(stage)
    toggle(stage, first)
    assert stage.state.target == toggled(own_of(stage), first, GROUPS)
    assert sum(stage.state.target[:4]) == 1
    second = next(number for number in range(4) if number != first and not own_of(stage)[number])
    toggle(stage, second)
    assert stage.state.target[:4] == tuple(float(at == second) for at in range(4))
    toggle(stage, 5)
    toggle(stage, 8)
    assert stage.state.target[5] == 1 - own_of(stage)[5]
    assert stage.state.target[8] == 1 - own_of(stage)[8]
    assert asked(stage, "picture")[-1] == Edit("stargan", Face(), stage.state.target)
    assert (stage.tab.scene.fresh.target == np.array(stage.state.target, np.float32)).all()


def test_each_attribute_is_reset_alone_and_all_at_once(stage):
    toggle(stage, other_hair(stage))
    toggle(stage, 6)
    row = stage.tab.view.attributes.row(0)
    assert row.back.isVisible()
    click(row.back)
    answer(stage)
    assert stage.tab.scene.changed == (6,)
    assert not row.back.isVisible()
    press(stage, "Reset")
    assert stage.state.target is None
    assert stage.state == StarGanState()
    stage.undo()
    assert stage.tab.scene.changed == (6,)


def test_toggling_twice_leaves_nothing_asked(stage):
    toggle(stage, 5)
    toggle(stage, 5)
    assert stage.state.target is None


def test_what_d_read_is_corrected_by_hand_and_back(stage):
    read = own_of(stage)
    mark = stage.tab.view.attributes.row(6).marks[0]
    click(mark)
    answer(stage)
    assert stage.state.own == tuple(1 - value if at == 6 else value for at, value in enumerate(read))
    assert asked(stage, "picture")[-1].own == stage.state.own
    click(mark)
    answer(stage)
    assert stage.state.own is None
    run(stage, "correct")
    assert own_of(stage) == tuple(stage.tab.scene.known.held.tolist())


def test_strength_is_a_drag_and_between_its_ends_there_is_no_truth(stage):
    toggle(stage, other_hair(stage))
    run(stage, "correct")
    assert stage.tab.scene.fresh.truth is not None
    track = stage.tab.view.attributes.strength.findChild(Track)
    QTest.mousePress(track, LEFT, pos=QPoint(track.width() - 8, track.height() // 2))
    for x in (0.8, 0.6, 0.5):
        QTest.mouseMove(track, QPoint(int(x * track.width()), track.height() // 2))
    QTest.mouseRelease(track, LEFT, pos=QPoint(int(0.5 * track.width()), track.height() // 2))
    answer(stage)
    assert 0 < stage.state.strength < 1
    assert stage.tab.scene.fresh.truth is None
    assert (
        stage.tab.view.faces.truth.picture.accessibleDescription() == "Between 0 and 1 there is no true edit."
    )
    stage.undo()
    assert stage.state.strength == 1


@pytest.mark.parametrize("strength", [0.0, 1.0])
def test_the_ends_of_strength_are_the_own_and_the_target(stage, strength):
    toggle(stage, 5)
    run(stage, "correct")
    stage.tab.edit(strength=strength)
    answer(stage)
    fresh = stage.tab.scene.fresh
    wanted = stage.tab.scene.target if strength else own_of(stage)
    assert tuple(fresh.target.tolist()) == wanted
    assert fresh.truth is not None
    if not strength:
        assert (fresh.truth.picture == stage.tab.scene.met.picture).all()


def test_keys_change_attributes_by_their_number(stage):
    run(stage, "attribute_6")
    assert stage.tab.scene.changed == (5,)
    run(stage, "attribute_10")
    assert stage.tab.scene.changed == (5, 9)
    run(stage, "reset")
    assert stage.state.target is None
