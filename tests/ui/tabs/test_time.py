"""The Time menu: its commands do what the walk does, and only where there is one."""

from types import SimpleNamespace

import pytest

from genplay.ui.tabs import time


@pytest.fixture
def done():
    return []


@pytest.fixture
def walk(done):
    acts = ("reset", "toggle_play", "step_on", "step_back", "to_end", "toggle_slow")
    made = SimpleNamespace(**{act: lambda act=act: done.append(act) for act in acts})
    made.playing = False
    return made


def test_every_command_is_the_walk_s(walk, done):
    for command in time.commands("vae", walk, slow=lambda: False):
        command.run()
    assert done == ["reset", "toggle_play", "step_on", "step_back", "to_end", "toggle_slow"]


def test_a_training_is_played_in_place_of_the_walk_while_it_is_shown(walk, done):
    trained, shown = [], []
    acts = ("reset", "toggle_play", "step_on", "step_back")
    training = SimpleNamespace(**{act: lambda act=act: trained.append(act) for act in acts}, playing=True)
    table = time.commands("vae", walk, slow=lambda: False, training=lambda: training if shown else None)
    named = {command.id: command for command in table}
    assert all(command.enabled() for command in table)
    assert not named["vae.play"].checked()
    shown.append(True)
    for command in table:
        if command.enabled():
            command.run()
    assert (trained, done) == (list(acts), [])
    assert named["vae.play"].checked()
    assert not named["vae.end"].enabled()
    assert not named["vae.slow"].enabled()


def test_a_training_can_be_played_where_there_is_no_walk(walk):
    training = SimpleNamespace(playing=False)
    table = time.commands("vae", walk, slow=lambda: False, walks=lambda: False, training=lambda: training)
    enabled = [command.id for command in table if command.enabled()]
    assert enabled == ["vae.reset", "vae.play", "vae.step", "vae.back"]


def test_ids_begin_with_the_tab_s(walk):
    ids = [command.id for command in time.commands("vae", walk, slow=lambda: False)]
    assert ids == ["vae.reset", "vae.play", "vae.step", "vae.back", "vae.end", "vae.slow"]


def test_what_is_on_is_asked_each_time(walk):
    slow = []
    table = {command.id: command for command in time.commands("vae", walk, slow=lambda: bool(slow))}
    play, slowly = table["vae.play"].checked, table["vae.slow"].checked
    assert (play(), slowly()) == (False, False)
    walk.playing = True
    slow.append(True)
    assert (play(), slowly()) == (True, True)


def test_without_anything_to_walk_along_only_naming_may_be_left(walk):
    table = time.commands("vae", walk, slow=lambda: False, walks=lambda: False, named=lambda: True)
    assert [command.id for command in table if command.enabled()] == ["vae.slow"]
    table = time.commands("vae", walk, slow=lambda: False, walks=lambda: False)
    assert not any(command.enabled() for command in table)
