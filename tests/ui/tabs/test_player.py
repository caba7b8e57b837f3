import pytest
from PySide6.QtCore import QObject

from genplay.families.autoregressive import SPEEDS
from genplay.ui.tabs import player as module
from genplay.ui.tabs.player import Player


@pytest.fixture
def clock(monkeypatch):
    """The time, as the test says it is."""

    class Clock:
        now = 1000.0

        def monotonic(self):
            return self.now

    made = Clock()
    monkeypatch.setattr(module, "time", made)
    return made


@pytest.fixture
def player(qapp, clock):
    owner = QObject()
    made = Player(owner)
    made.owner = owner
    made.steps, made.phases = [], []
    made.stepped.connect(made.steps.append)
    made.phase_changed.connect(lambda: made.phases.append(made.phase))
    yield made
    made.pause()


def run(player, clock, seconds, frame=0.016):
    """Let time pass in frames, as the timer would."""
    end = clock.now + seconds
    while clock.now < end - 1e-9:
        clock.now += min(frame, end - clock.now)
        player._tick()


@pytest.mark.parametrize("index", [0, 1, 2, 3, 4])
@pytest.mark.parametrize("frame", [0.001, 0.016, 0.1])
def test_it_walks_at_the_chosen_rate_whatever_the_frames(player, clock, index, frame):
    player.set_speed(index, slow=False)
    player.play()
    run(player, clock, 4.0, frame)
    assert sum(player.steps) == pytest.approx(4 * SPEEDS[index], abs=1)


def test_all_at_once(player, clock):
    player.set_speed(5, slow=False)
    assert player.rate == 0
    player.play()
    run(player, clock, 0.016)
    assert player.steps == [-1]


def test_after_a_stall_it_walks_on_and_does_not_jump(player, clock):
    player.set_speed(4, slow=False)
    player.play()
    run(player, clock, 10.0, frame=10.0)
    assert sum(player.steps) == 30  # a quarter of a second of 120 a second


def test_a_projector_is_never_faster_than_a_class_can_follow(player, clock):
    player.projector = True
    for index in (4, 5):
        player.set_speed(index, slow=False)
        assert player.rate == 30
    player.set_speed(2, slow=False)
    assert player.rate == 15


def test_slow_motion_says_each_step_in_three_phases(player, clock):
    player.set_speed(1, slow=True)
    player.play()
    run(player, clock, 1.45)
    assert player.phases == [0, 1, 2, 0, 1, 2]
    assert player.steps == [1, 1]


def test_slow_motion_is_never_faster_than_it_can_be_read(player, clock):
    for index in (3, 4, 5):
        player.set_speed(index, slow=True)
        player.steps.clear()
        player.play()
        run(player, clock, 3.0)
        player.pause()
        assert sum(player.steps) == pytest.approx(4, abs=1)


def test_pausing_ends_the_phase_and_is_told_once(player, clock, qtbot):
    player.set_speed(1, slow=True)
    told = []
    player.playing_changed.connect(told.append)
    player.play()
    run(player, clock, 0.3)
    assert player.phase is not None
    player.pause()
    player.pause()
    assert player.phase is None
    assert told == [True, False]
    assert not player.playing


def test_leaving_slow_motion_ends_the_phase(player, clock):
    player.set_speed(1, slow=True)
    player.play()
    run(player, clock, 0.3)
    player.set_speed(1, slow=False)
    assert player.phase is None


def test_the_timer_drives_it(qapp, qtbot):
    owner = QObject()
    real = Player(owner)
    real.set_speed(4, slow=False)
    with qtbot.waitSignals([real.stepped] * 3):
        real.play()
    real.pause()
