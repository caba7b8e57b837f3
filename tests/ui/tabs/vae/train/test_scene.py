"""What may be read of a training, and what it is taken with."""

from dataclasses import replace

from genplay.ui.tabs.vae.train.scene import Scene


def test_without_an_answer_it_is_what_is_set(plan):
    live = replace(Scene().live, plan=plan("ring", beta=3.0), step=40)
    scene = Scene(live)
    assert (scene.current, scene.belongs, scene.step, scene.hyper.beta) == (None, False, 40, 3.0)
    assert scene.setup.data == "ring"


def test_the_step_on_screen_is_the_one_that_was_answered(scene, train):
    made = scene(step=40)
    on_the_way = replace(made, result=train(made.live.plan, 17, 40))
    assert (on_the_way.step, on_the_way.current.step) == (17, 17)


def test_what_is_being_replaced_may_not_be_read(scene):
    stale = scene(shown={"stale": True})
    assert stale.belongs
    assert stale.current is None


def test_an_answer_of_another_training_says_nothing(scene, plan, train):
    foreign = replace(scene(step=40), result=train(plan("ring"), 99))
    assert (foreign.belongs, foreign.current, foreign.step) == (False, None, 40)


def test_the_next_step_is_taken_with_what_was_set_last(plan, train):
    usual = plan()
    changed = usual.changed(30, replace(usual.at(0), beta=4.0))
    live = replace(Scene().live, plan=changed, step=50)
    for step, beta in ((29, 1.0), (30, 4.0), (50, 4.0)):
        assert Scene(live, result=train(changed, step)).hyper.beta == beta
