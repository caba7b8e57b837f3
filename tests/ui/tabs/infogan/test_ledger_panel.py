"""L_I of both models."""

import pytest

from genplay.ui.tabs.infogan.ledger_panel import LedgerPanel
from tests.ui.tabs.infogan import made


@pytest.fixture
def panel(show):
    shown = show(LedgerPanel(), 560, 110)
    shown.show_scene(made.scene())
    return shown


def test_both_are_told_with_the_ceiling(panel, texts):
    said = panel.bars.accessibleDescription()
    assert said == "InfoGAN 2.2410, Plain GAN, same size −0.0074, log 10 = 2.3026"
    assert "nats, 2,000 samples" in texts(panel)


def test_it_grows(panel, texts):
    panel.show_scene(made.scene(answered=False, ledger=made.ledger(count=50)))
    assert "nats, 50 samples" in texts(panel)
    assert "Plain GAN, same size –" in panel.bars.accessibleDescription()


def test_what_went_wrong_is_in_the_tip(panel):
    panel.show_scene(made.scene(answered=False, failures={"plain": "There is no plain GAN."}))
    assert panel.toolTip() == "There is no plain GAN."


def test_the_tip_says_how_sure_it_is_once_all_is_counted(panel):
    assert "standard error over 2,000 samples is 0.0010 nats" in " ".join(panel.toolTip().split())
    panel.show_scene(made.scene(ledger=made.ledger(count=50)))
    assert "standard error" not in panel.toolTip()


def test_the_tip_says_whose_information_it_is_and_how_the_plain_q_came_to_read(panel):
    assert "category’s part of L_I only" in panel.toolTip()
    assert "learned for 6,000 steps, on features" in panel.toolTip()
    panel.show_scene(made.scene(answered=False))
    assert "steps" not in panel.toolTip()
