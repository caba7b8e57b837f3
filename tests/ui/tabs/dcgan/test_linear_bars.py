import numpy as np

from genplay.families.dcgan import Explained
from genplay.ui.tabs.dcgan.linear_bars import LinearBars
from tests.ui.tabs.painted import where


def test_each_bar_is_as_long_as_its_share(show):
    bars = show(LinearBars(), 400, 90)
    right = {"pixels": 0.2, "random": 0.5, "features": 1.0}
    bars.show_explained(Explained("dcgan_fashion", np.zeros(8, np.float32), None, right))
    filled = {kind: round(where(bar, "blue").any(0).mean(), 1) for kind, bar in bars.bars.items()}
    assert filled == right
    assert bars.values["random"].text() == "50.0 %"
    assert bars.bars["features"].y() < bars.bars["random"].y() < bars.bars["pixels"].y()


def test_what_is_not_known_is_no_bar(show):
    bars = show(LinearBars(), 400, 90)
    bars.show_explained(None)
    assert not where(bars, "blue").any()
    assert {value.text() for value in bars.values.values()} == {"–"}
