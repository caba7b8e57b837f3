"""What a page must tell of its training: both that have one do, before an answer and after."""

from dataclasses import dataclass, replace
from typing import Any

import pytest

from genplay.ui.tabs.gan import scene as gan
from genplay.ui.tabs.training.watched import Step, Watched
from genplay.ui.tabs.vae.train import scene as vae

FRESH: list[Watched] = [gan.Scene(), vae.Scene()]


@dataclass(frozen=True)
class Answer:
    """A model in training, as far as a page must know it."""

    plan: Any
    step: int
    stuck: bool = False


def answered(scene, plan, step, **others) -> Watched:
    reply: Step = Answer(plan, step)
    return replace(scene, result=reply, **others)


@pytest.mark.parametrize("scene", FRESH)
def test_before_an_answer_nothing_may_be_read(scene):
    assert (scene.belongs, scene.current, scene.failure) == (False, None, "")
    assert scene.step == scene.live.step


@pytest.mark.parametrize("scene", FRESH)
def test_an_answer_to_what_is_set_may_be_read_until_another_is_awaited(scene):
    found = answered(scene, scene.live.plan, 7)
    assert found.belongs
    assert found.current is found.result
    assert found.step == 7
    late = answered(scene, scene.live.plan, 7, stale=True)
    assert (late.belongs, late.current, late.step) == (True, None, 7)


@pytest.mark.parametrize("scene", FRESH)
def test_an_answer_to_another_setup_is_never_read(scene):
    plan = scene.live.plan
    other = replace(plan, setup=replace(plan.setup, seed=plan.setup.seed + 1))
    found = answered(scene, other, 7)
    assert (found.belongs, found.current) == (False, None)
    assert found.step == scene.live.step
