"""What the moments of a move show of its points."""

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from genplay.families.gan import ACTS
from genplay.models import gan2d
from genplay.ui import theme
from genplay.ui.tabs.gan import field_acts
from genplay.ui.tabs.gan.relief import Relief
from genplay.ui.widgets.axes import Axes, around_zero
from tests.ui.tabs.gan.made import FAKE, REAL, halves, moved

torch = pytest.importorskip("torch")
AXES, NOW = Axes.fit(300, 300, 0, 1.0, around_zero(3.0)), theme.Theme()
USUAL = Relief(halves(0, 1))
CRITIC = Relief(halves(0, 1), middle=1.0, limit=2.0, kind="critic")


def inked(paint):
    image = QImage(300, 300, QImage.Format.Format_RGB32)
    image.fill(QColor("#00ff00"))
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint(painter)
    lines = np.frombuffer(image.constBits(), np.uint8).reshape(300, 300, 4)
    return (lines[..., :3] != (0, 255, 0)).any(-1)


def acted(player, act, loss="nonsaturating"):
    return inked(lambda p: field_acts.paint(p, AXES, moved(player), act, loss, USUAL, NOW))


def near(ink, place, reach=6):
    x, y = (round(at) for at in AXES.places(np.array([place]))[0])
    return bool(ink[y - reach : y + reach, x - reach : x + reach].any())


@pytest.mark.parametrize("act", ACTS)
def test_the_generator_has_no_real_points(act):
    assert near(acted("d", act), REAL)
    assert not near(acted("g", act), REAL)


@pytest.mark.parametrize("act", ["sample", "classify", "loss", "gradient"])
def test_fake_points_are_where_they_are_until_the_update(act):
    assert near(acted("g", act), FAKE)
    assert not near(acted("g", act), (FAKE[0], 0.5))


def test_after_the_update_they_are_elsewhere_with_a_trail_between():
    ink = acted("g", "update")
    for y in (0.5, 0.0, -0.5):
        assert near(ink, (FAKE[0], y), 2)
    assert not near(ink, (FAKE[0], FAKE[1] - 0.3), 4)


def test_only_the_generator_has_arrows():
    ahead = (FAKE[0] + 0.35, FAKE[1])
    assert near(acted("g", "gradient"), ahead, 3)
    assert not near(acted("d", "gradient"), ahead, 3)
    assert not near(acted("g", "sample"), ahead, 3)


def test_what_costs_more_is_larger():
    def area(d_fake):
        one = moved("g", d_fake=np.array([d_fake], np.float32))
        return inked(lambda p: field_acts.paint(p, AXES, one, "loss", "nonsaturating", USUAL, NOW)).sum()

    assert area(0.05) > 2 * area(0.5) > 2 * area(0.999)


@pytest.mark.parametrize("loss", ["minimax", "nonsaturating"])
def test_the_points_of_the_discriminator_pay_what_the_loss_says(loss):
    move = moved("d")
    real, fake = field_acts.paid(move, loss, USUAL)
    f_real, f_fake = (torch.logit(torch.tensor(d)) for d in (move.d_real, move.d_fake))
    assert real.mean() + fake.mean() == pytest.approx(
        gan2d.DISCRIMINATOR[loss](f_real, f_fake).item(), abs=1e-4
    )


def test_the_points_of_the_generator_pay_what_the_loss_says():
    move = moved("g")
    _, fake = field_acts.paid(move, "nonsaturating", USUAL)
    logits = torch.logit(torch.tensor(move.d_fake))
    assert fake.mean() == pytest.approx(gan2d.nonsaturating_generator(logits).item(), abs=1e-4)


@pytest.mark.parametrize("loss", ["minimax", "nonsaturating", "leastsquares", "wasserstein"])
@pytest.mark.parametrize("player", ["d", "g"])
def test_whoever_is_worse_off_pays_more(loss, player):
    relief = CRITIC if loss == "wasserstein" else USUAL
    d = np.array([0.1, 0.5, 0.9], np.float32)
    real, fake = field_acts.paid(moved(player, d_real=d, d_fake=d), loss, relief)
    assert (real >= 0).all()
    assert (fake >= 0).all()
    assert (np.diff(fake) * (1 if player == "d" else -1) > 0).all()  # D pays where it takes a fake for real
    if player == "d":
        assert (np.diff(real) < 0).all()


@pytest.mark.parametrize("noise", [[[1.0, 1.0]], [[1.0]]])
def test_the_noise_is_drawn_in_the_upper_left_corner(noise):
    found = np.array(noise, np.float32)
    image = QImage(300, 300, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    with QPainter(image) as painter:
        field_acts.paint_noise(painter, AXES, found, NOW, uniform=True)
    lines = np.frombuffer(image.constBits(), np.uint8).reshape(300, 300, 4).astype(int)
    ys, xs = (lines[..., 2] > lines[..., 0] + 80).nonzero()
    assert xs.mean() + 0.5 == pytest.approx(8 + 31 + 27, abs=1.5)
    assert ys.mean() + 0.5 == pytest.approx(8 + 31 - (27 if found.shape[1] == 2 else 0), abs=1.5)
