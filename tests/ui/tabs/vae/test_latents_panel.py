import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget

from genplay.families.base import Drawing
from genplay.families.vae import LATENTS, Decoded, Encoded, Gauss, Points, VaeState
from genplay.ui import theme
from genplay.ui.tabs.vae.latents_panel import LatentsPanel
from genplay.ui.tabs.vae.scene import Scene
from genplay.ui.widgets.latent_slider import LatentSlider
from genplay.ui.widgets.track import Track
from tests.ui.tabs.layout import stops

LEFT = Qt.MouseButton.LeftButton
MU, SIGMA = (-0.637, 0.278), (0.2, 0.3)
Q = Gauss(MU, SIGMA)


def scene(q=Q, code=MU, points=None, **values):
    """Return what is shown of a drawing that is encoded as q, and of a code, unless z is set by hand."""
    state = VaeState(**values)
    blank = np.zeros(784, np.float32)
    decoded = code and Decoded(state.model, np.array(state.z or code), blank, blank, None if state.z else q)
    encoded = q and Encoded(state.model, Drawing.blank(), q, np.zeros(state.dims), blank)
    return Scene(state, decoded=decoded, encoded=encoded, points=points)


def many(model="vae", **values):
    zeros, ones = (0.0,) * LATENTS[model], (1.0,) * LATENTS[model]
    return scene(Gauss(zeros, ones), zeros, model=model, **values)


def points(model="vae", known=400):
    dims = LATENTS[model]
    kl = np.where(np.arange(dims) % 5 == 3, np.arange(dims), 0.0)
    return Points(model, np.zeros((known, dims), np.float32), np.zeros(known, np.uint8), 400, kl, kl)


@pytest.fixture
def panel(show):
    made = LatentsPanel()
    made.show_scene(scene())
    return show(made, 238, 75)


def rows(panel):
    return [row for row in panel.findChildren(LatentSlider) if row.isVisible()]


def values(panel):
    return [row.value() for row in rows(panel)]


def dims(panel):
    return [row.dimension for row in rows(panel)]


def track(row):
    return row.findChild(Track)


def test_it_shows_the_code_and_q_behind_it(panel):
    assert values(panel) == pytest.approx(MU)
    assert [track(row).accessibleDescription() for row in rows(panel)] == [
        "q: −0.637 ± 0.200",
        "q: 0.278 ± 0.300",
    ]
    panel.show_scene(scene(z=(1.5, -2.0)))
    assert values(panel) == pytest.approx([1.5, -2.0])


def test_a_double_click_goes_back_to_the_mean_of_q(panel, qtbot):
    panel.show_scene(scene(z=(1.5, -2.0)))
    told = []
    panel.moved.connect(lambda *change: told.append(change))
    with qtbot.waitSignal(panel.settled):
        QTest.mouseDClick(track(rows(panel)[1]), LEFT)
    assert told == [(1, pytest.approx(0.278))]


def test_what_the_hand_does_is_told_and_what_is_set_is_not(panel, qtbot, button):
    told = []
    for signal in (panel.moved, panel.settled, panel.lock_toggled):
        signal.connect(lambda *args: told.append(args))
    panel.show_scene(scene(z=(1.0, 2.0), locked=(1,)))
    assert told == []
    QTest.keyClick(track(rows(panel)[0]), Qt.Key.Key_Right)
    QTest.mouseClick(button(panel, "Lock z₂"), LEFT)
    assert told == [(0, pytest.approx(1.05)), (), (1, False)]


@pytest.mark.parametrize(
    ("values", "differs"),
    [
        ({}, False),
        ({"z": (1.0, 2.0)}, True),
        ({"eps": 3}, True),
        ({"pins": ((0.0, 0.0), (1.0, 1.0)), "walk": 0.5}, True),
        ({"seed": 7}, False),
        ({"locked": (0,), "z": (MU[0], 0.0)}, False),
    ],
)
def test_reset_is_there_only_when_something_differs(panel, qtbot, button, values, differs):
    panel.show_scene(scene(**values))
    reset = button(panel, "Reset")
    assert reset.isEnabled() == differs
    if differs:
        with qtbot.waitSignal(panel.reset_pressed):
            QTest.mouseClick(reset, LEFT)


def test_a_model_of_many_latents_shows_the_most_informative_or_all(panel, qtbot, button):
    panel.show_scene(many())
    assert dims(panel) == list(range(10))  # as long as nothing is known of them
    panel.show_scene(many(points=points(known=200)))
    assert dims(panel) == list(range(10))  # nor while they are counted: the order would jump
    panel.show_scene(many(points=points("vae_fashion")))
    assert dims(panel) == list(range(10))  # those of another model
    panel.show_scene(many(points=points()))
    assert dims(panel) == [48, 43, 38, 33, 28, 23, 18, 13, 8, 3]
    every = button(panel, "All 50")
    with qtbot.waitSignal(panel.every_toggled) as toggled:
        QTest.mouseClick(every, LEFT)
    assert toggled.args == [True]
    panel.show_scene(many(points=points(), every=True))
    assert len(dims(panel)) == 50
    assert every.isChecked()
    panel.show_scene(many("vae_fashion"))
    assert button(panel, "All 16").isVisible()
    assert not every.isChecked()


def test_two_latents_are_all(panel):
    assert dims(panel) == [0, 1]
    assert not [
        label
        for label in panel.findChildren(QWidget)
        if label.accessibleName() == "All 2" and label.isVisible()
    ]


def test_between_two_drawings_the_band_is_that_of_the_code(panel):
    between = Gauss((1.0, 1.0), (0.5, 0.5))
    shown = scene(second=Drawing.blank(), blend=0.5)
    blended = Decoded("vae_2d", np.array(between.mu), shown.decoded.mean, shown.decoded.sample, between)
    panel.show_scene(Scene(shown.state, decoded=blended, encoded=shown.encoded))
    assert track(rows(panel)[0]).accessibleDescription() == "q: 1.000 ± 0.500"


def test_while_the_code_is_awaited_nothing_can_be_done_with_it(panel, button):
    panel.show_scene(scene(q=None, code=None))
    assert not any(track(row).isEnabled() for row in rows(panel))
    named = [
        child for child in panel.findChildren(QWidget) if child.accessibleName().startswith("Randomise z")
    ]
    assert [child.isEnabled() for child in named] == [False]
    assert not button(panel, "Reset").isEnabled()
    panel.show_scene(scene())
    assert all(track(row).isEnabled() for row in rows(panel))


def test_noise_is_drawn_and_drawn_again(panel, qtbot, button):
    draw = button(panel, "Draw ε: z = μ + σ ε instead of μ")
    with qtbot.waitSignal(panel.eps_pressed):
        QTest.mouseClick(draw, LEFT)
    assert not draw.isChecked()  # that is the state's to say
    panel.show_scene(scene(eps=4))
    assert draw.isChecked()
    assert draw.accessibleName() == "Draw ε again: z = μ + σ ε (seed 4)"
    with qtbot.waitSignal(panel.eps_pressed):
        QTest.keyClick(draw, Qt.Key.Key_Space)
    assert draw.isChecked()


def test_a_random_code_is_asked_for_and_its_seed_told(panel, qtbot, button):
    panel.show_scene(scene(seed=11))
    dice = button(panel, "Randomise z: draw it from the prior (seed 11); what is locked stays")
    with qtbot.waitSignal(panel.randomised):
        QTest.mouseClick(dice, LEFT)


def test_what_has_not_changed_is_not_shown_again(panel, monkeypatch):
    set_again = []
    for name in ("set_values", "set_posterior", "set_defaults", "set_dims"):
        monkeypatch.setattr(panel.sliders, name, lambda *_, name=name: set_again.append(name))
    panel.show_scene(scene(seed=3))
    assert set_again == []
    panel.show_scene(scene(z=(1.0, 2.0)))
    assert set_again == ["set_values"]


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("shown", [scene(), scene(z=(-1.5, 2.0), locked=(0,), eps=1), many(every=True)])
def test_nothing_is_cut_in_the_column_of_the_mock_up(panel, qapp, scale, shown):
    theme.apply(qapp, theme.Theme(scale=scale))
    panel.show_scene(shown)
    panel.resize(theme.current().px(238), theme.current().px(76))
    QApplication.processEvents()
    assert panel.height() <= theme.current().px(76)
    assert panel.width() <= theme.current().px(238)
    scrolled = panel.sliders.widget()
    for child in panel.findChildren(QWidget):
        beyond = len(rows(panel)) > 2 and scrolled.isAncestorOf(child)
        if not child.isVisible() or child is scrolled or beyond:
            continue
        box = child.rect().translated(child.mapTo(panel, QPoint()))
        assert panel.rect().contains(box), child
        if isinstance(child, QLabel):
            assert child.width() >= child.sizeHint().width(), child.text()


def test_in_a_narrow_column_the_code_is_called_by_its_letter(panel, texts):
    panel.show_scene(many())
    assert "Latent z" in texts(panel)
    panel.resize(182, 75)
    assert "Latent z" not in texts(panel)
    assert "z" in texts(panel)


def test_four_of_many_sliders_are_whole_in_the_room_of_the_usual_window(panel):
    panel.show_scene(many())
    panel.resize(210, 116)
    whole = [row for row in rows(panel) if row.geometry().bottom() < panel.sliders.viewport().height()]
    assert len(whole) == 4


def test_tab_goes_from_the_head_to_the_sliders(show):
    page, panel, after = QWidget(), LatentsPanel(), QLineEdit()
    column = QVBoxLayout(page)
    for part in (panel, after):
        column.addWidget(part)
    show(page, 300, 300)
    panel.show_scene(scene())
    found = stops(page)
    sliders = [
        n for n, stop in enumerate(found) if any(row.isAncestorOf(stop) for row in panel.sliders.rows())
    ]
    assert sliders == list(range(len(found) - 5, len(found) - 1))
    assert found[-1] is after
