"""Training resumes exactly, keeps the best weights, and takes the same steps on two processes."""

import dataclasses
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import msgspec
import numpy as np
import pytest
import torch

pytest.importorskip("lightning_fabric", reason="needs the train extra")
pytest.importorskip("numba", reason="needs the train extra")

from genplay.errors import UserError
from genplay.models import nade
from genplay.train import state
from genplay.train.digits import Digits
from genplay.train.loop import fit, so_far
from genplay.train.nade import NadeRecipe
from genplay.train.recipe import Schedule
from genplay.train.training import Progress

SCHEDULE = Schedule(
    steps=12, batch=8, lr=0.05, warmup=3, weight_decay=1e-3, ema=0.9, clip=10.0, validate_every=4
)


def recipe(**changes) -> NadeRecipe:
    """A NADE over 4 x 5 pixels whose rows are nearly all ink or nearly all paper."""
    draw = np.random.default_rng(0)
    grey = np.repeat(draw.choice([20, 235], (40, 4)), 5, axis=1).astype(np.uint8)
    valid = (grey[:10] > 128).astype(np.uint8)
    digits = Digits(grey=grey, valid=valid)
    plain = NadeRecipe(digits=digits, config=nade.Config(dims=20, hidden=6), schedule=SCHEDULE)
    return dataclasses.replace(plain, **changes)


def test_the_loss_falls_and_the_best_weights_are_kept():
    progress = list(fit(recipe(schedule=dataclasses.replace(SCHEDULE, steps=120)), every=4))
    valid = [p.metrics["valid"] for p in progress if "valid" in p.metrics]
    assert min(valid) < 0.75 * 20 * np.log(2)  # far below what independent pixels cost
    last = progress[-1]
    assert (last.step, last.steps) == (120, 120)
    assert last.metrics["best"] == min(valid)
    assert rescored(last) == pytest.approx(min(valid), abs=1e-5)


def rescored(progress: Progress) -> float:
    model = nade.build(nade.Config(dims=20, hidden=6))
    model.load_state_dict(progress.best)
    return -nade.log_prob(model, torch.from_numpy(recipe().digits.valid).float()).mean().item()


def test_a_resumed_training_equals_one_that_never_stopped(tmp_path: Path):
    whole = list(fit(recipe(), every=1))
    path = tmp_path / "state.safetensors"
    interrupted = fit(recipe(), every=1, path=path)
    first = [next(interrupted) for _ in range(6)]
    interrupted.close()
    rest = list(fit(recipe(), every=1, path=path, resume=True))
    assert [p.step for p in first + rest] == list(range(1, 13))
    assert [p.metrics for p in first + rest] == [p.metrics for p in whole]
    for name, value in whole[-1].best.items():
        assert torch.equal(value, rest[-1].best[name])


def test_a_finished_training_resumes_to_nothing_more(tmp_path: Path):
    path = tmp_path / "state.safetensors"
    *_, last = fit(recipe(), path=path)
    (again,) = fit(recipe(), path=path, resume=True)
    assert (again.step, again.best_step) == (12, last.best_step)
    for name, value in last.best.items():
        assert torch.equal(value, again.best[name])


def test_another_recipe_is_not_resumed(tmp_path: Path):
    path = tmp_path / "state.safetensors"
    list(fit(recipe(), path=path))
    with pytest.raises(UserError, match="another recipe"):
        next(fit(recipe(seed=1), path=path, resume=True))


def test_a_state_that_says_less_than_the_recipe_now_does_is_resumed_along_its_own_schedule(tmp_path: Path):
    path = tmp_path / "state.safetensors"
    training = fit(recipe(), minutes=1e-9, every=1, path=path)
    for _ in range(4):
        next(training)
    training.close()
    progressed, tensors = state.load(path)
    said = {name: value for name, value in progressed.recipe.items() if name != "clip"}
    state.save(path, msgspec.structs.replace(progressed, recipe=said), tensors)
    (again,) = fit(recipe(), path=path, resume=True)
    assert (again.step, again.steps) == (4, 4)
    other = recipe(schedule=dataclasses.replace(SCHEDULE, lr=0.06))
    with pytest.raises(UserError, match="another recipe"):
        next(fit(other, path=path, resume=True))


def test_a_training_goes_on_along_a_longer_schedule(tmp_path: Path):
    path = tmp_path / "state.safetensors"
    list(fit(recipe(), path=path))
    longer = recipe(schedule=dataclasses.replace(SCHEDULE, steps=16, decay=0.5))
    progress = list(fit(longer, every=1, path=path, resume=True))
    assert [(p.step, p.steps) for p in progress] == [(step, 16) for step in (13, 14, 15, 16)]


def test_a_training_within_minutes_is_resumed_along_its_own_schedule(tmp_path: Path):
    path = tmp_path / "state.safetensors"
    list(fit(recipe(), minutes=1e-9, path=path))
    (again,) = fit(recipe(), path=path, resume=True)
    assert (again.step, again.steps) == (4, 4)


def test_what_was_reached_can_be_had_without_going_on(tmp_path: Path):
    path = tmp_path / "state.safetensors"
    training = fit(recipe(), every=1, path=path)
    for _ in range(9):
        progress = next(training)
    training.close()
    reached = so_far(recipe(), path)
    assert (reached.step, reached.steps, reached.best_step) == (9, 12, progress.best_step)
    assert [step for step, _ in reached.curve] == [4, 8]
    assert reached.metrics["valid"] == pytest.approx(min(value for _, value in reached.curve), abs=1e-4)
    for name, value in progress.best.items():
        assert torch.equal(value, reached.best[name])


@pytest.mark.parametrize(
    "spoil", [lambda tensors: tensors.pop("exp_avg.W"), lambda tensors: tensors["weight.b"].resize_(2)]
)
def test_a_state_that_lacks_something_is_refused(tmp_path: Path, spoil):
    path = tmp_path / "state.safetensors"
    list(fit(recipe(), path=path))
    progressed, tensors = state.load(path)
    spoil(tensors)
    state.save(path, progressed, tensors)
    with pytest.raises(UserError, match="not the state of a training"):
        next(fit(recipe(), path=path, resume=True))


def test_minutes_become_steps_after_the_warm_up(tmp_path: Path):
    progress = list(fit(recipe(), minutes=1e-9, every=1))
    assert [p.steps for p in progress] == [0, 0, 4, 4]


RANK = """
import json, sys
sys.path.insert(0, sys.argv[1])
import torch
torch.set_num_threads(1)
from lightning_fabric import Fabric
from test_loop import recipe
from genplay.train.loop import fit, so_far
if __name__ == "__main__":
    fabric = Fabric(accelerator="cpu", devices=2, strategy="ddp")
    fabric.launch()
    metrics = [p.metrics for p in fit(recipe(), every=1, fabric=fabric)]
    if fabric.is_global_zero:
        open(sys.argv[2], "w").write(json.dumps(metrics))
    torch.distributed.destroy_process_group()
"""


def test_two_processes_give_the_curve_of_one(tmp_path: Path):
    script, result = tmp_path / "rank.py", tmp_path / "metrics.json"
    script.write_text(RANK)
    command = [sys.executable, "-m", "torch.distributed.run", "--standalone", "--nproc_per_node=2"]
    here = str(Path(__file__).parent)
    run = subprocess.Popen(
        [*command, script, here, result], stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    try:
        _, errors = run.communicate(timeout=100)
    except subprocess.TimeoutExpired:
        os.killpg(run.pid, signal.SIGKILL)  # the ranks too, which would wait for each other for ever
        raise
    assert run.returncode == 0, errors[-3000:]
    two = json.loads(result.read_text())
    one = [p.metrics for p in fit(recipe(), every=1)]
    assert len(two) == 12
    for a, b in zip(one, two, strict=True):
        assert a == pytest.approx(b, abs=1e-5)


def test_a_batch_that_cannot_be_shared_is_refused():
    class Three:
        world_size = 3

    with pytest.raises(UserError, match="8 cannot be shared equally by 3"):
        next(fit(recipe(), fabric=Three()))
