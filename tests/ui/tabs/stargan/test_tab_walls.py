"""The whole tab: walls, the chain and the way back, answered by the true pipeline."""

from genplay.families.stargan import MOST_FACES, MOST_STEPS, Chain, Face, toggled
from tests.ui.tabs.desk import answer, button, commands, press, run
from tests.ui.tabs.stargan.staged import asked, click, other_hair, own_of, strange, toggle

GROUPS = ((0, 1, 2, 3),)


def test_every_single_edit_is_taken_by_a_click(stage):
    panel = stage.tab.view.below.singles
    number = other_hair(stage)
    rows = 2 if stage.tab.scene.singles.truths[0] is not None else 1
    click(panel.wall, panel.wall.cell_rect(rows - 1, number).center().toPoint())
    answer(stage)
    assert stage.tab.scene.target == stage.tab.scene.single(number)
    assert panel.wall._current == (rows - 1, number)
    edited = stage.tab.scene.fresh.picture
    assert (edited == stage.tab.scene.singles.pictures[0, number]).all()


def test_faces_of_the_wall_are_edited_by_a_click(stage):
    run(stage, "show_faces")
    assert stage.tab.scene.walled.complete
    wall = stage.tab.view.below.faces.wall
    click(wall, wall.cell_rect(2, 6).center().toPoint())
    answer(stage)
    assert stage.state.face == Face(number=2)
    assert stage.tab.scene.changed == (5,)
    assert (stage.tab.scene.fresh.picture == stage.tab.scene.walled.pictures[2, 5]).all()
    click(wall, wall.cell_rect(2, 0).center().toPoint())
    answer(stage)
    assert stage.tab.scene.changed == ()


def test_faces_are_put_on_the_wall_and_taken_off(stage):
    stage.tab.choose_example(20)
    answer(stage)
    run(stage, "show_faces")
    count = len(stage.state.wall)
    press(stage, "Add this face")
    assert stage.state.wall[-1] == Face(number=20)
    assert len(stage.tab.scene.walled.faces) == count + 1
    press(stage, "Remove the last face")
    assert len(stage.state.wall) == count
    press(stage, "Other faces")
    assert stage.state.wall == tuple(Face(number=count + at) for at in range(count))
    stage.tab.edit(wall=tuple(Face(number=at) for at in range(MOST_FACES)))
    answer(stage)
    assert not button(stage, "Add this face").isEnabled()


def test_a_stranger_comes_on_the_wall_only_when_it_may_be_seen(stage):
    strange(stage)
    run(stage, "show_faces")
    assert not button(stage, "Add this face").isEnabled()
    run(stage, "anyway")
    press(stage, "Add this face")
    assert stage.state.wall[-1].kind == "picture"


def test_a_chain_grows_edit_by_edit_and_leads_back(stage):
    start = own_of(stage)
    toggle(stage, 8)
    run(stage, "chain_add")
    assert stage.state.lower == "chain"
    toggle(stage, 5)
    press(stage, "Add this edit")
    first = toggled(start, 8, GROUPS)
    both = toggled(first, 5, GROUPS)
    assert stage.state.chain == (first, both)
    assert asked(stage, "chain")[-1] == Chain("stargan", Face(), (first, both))
    press(stage, "To the original")
    assert stage.state.chain == (first, both, start)
    found = stage.tab.scene.chained
    assert found.complete
    assert len(found.pictures) == 4
    assert tuple(found.path[-1].tolist()) == start
    assert "Back:" in stage.tab.view.below.chain.caption.words()
    press(stage, "Remove the last edit")
    assert stage.state.chain == (first, both)
    stage.undo()
    assert stage.state.chain == (first, both, start)
    press(stage, "Clear the chain")
    assert stage.state.chain == ()


def test_a_picture_of_the_chain_gives_its_attributes(stage):
    toggle(stage, 8)
    run(stage, "chain_add")
    press(stage, "To the original")
    wall = stage.tab.view.below.chain.wall
    click(wall, wall.cell_rect(0, 0).center().toPoint())
    answer(stage)
    assert stage.state.target is None
    click(wall, wall.cell_rect(0, 1).center().toPoint())
    answer(stage)
    assert stage.tab.scene.changed == (8,)


def test_a_chain_that_is_full_takes_no_more(stage):
    toggle(stage, 8)
    stage.tab.edit(chain=(stage.state.target,) * MOST_STEPS, target=None)
    answer(stage)
    stage.tab.add_step()
    assert len(stage.state.chain) == MOST_STEPS
    assert str(MOST_STEPS) in stage.said[-1][1]


def test_the_way_back_has_error_and_ledger(stage):
    toggle(stage, other_hair(stage))
    run(stage, "show_back")
    found = stage.tab.scene.returned
    panel = stage.tab.view.below.back
    assert found.again.shape == (64, 64, 3)
    assert panel.isVisible()
    assert "Sum" in panel.judge.accessibleDescription()
    assert "Way back × 10" in panel.forger.accessibleDescription()


def test_a_wall_with_a_stranger_is_shown_when_it_is_asked_for(stage):
    strange(stage)
    run(stage, "anyway")
    run(stage, "wall_add")
    panel = stage.tab.view.below.faces
    assert panel.isVisible()
    stage.tab.choose_example(2)
    answer(stage)
    assert not panel.isVisible()
    assert not commands(stage)["save_wall"].enabled()
    press(stage, "Show it anyway")
    assert panel.isVisible()
    assert commands(stage)["save_wall"].enabled()
    stage.undo()
    press(stage, "Remove the last face")
    assert panel.isVisible()
