import pytest
from PySide6.QtWidgets import QLabel

from genplay.families.autoregressive import AutoregressiveState, GreyState
from genplay.ui.tabs.autoregressive.grey.bar import GreyBar
from genplay.ui.tabs.autoregressive.grey.scene import GreyScene


@pytest.fixture
def bar(show):
    made = show(GreyBar(), 1500, 44)
    made.show_scene(GreyScene(AutoregressiveState(seed=7, temperature=0.5, grey=GreyState(pixel=9, noise=3))))
    return made


def words(bar):
    return [label.text() for label in bar.findChildren(QLabel) if label.isVisible()]


def test_the_boxes_show_the_state(bar):
    assert (bar.noise.value(), bar.seed.value(), bar.temperature.value()) == (3, 7, 0.5)


@pytest.mark.parametrize(("pixel", "said"), [(9, "Sample from this pixel"), (None, "Sample from nothing")])
def test_the_button_says_where_samples_begin(bar, pixel, said):
    bar.show_scene(GreyScene(AutoregressiveState(grey=GreyState(pixel=pixel))))
    assert bar.sample.text() == said


def test_for_want_of_room_the_sentence_leaves_then_the_names_then_most_of_the_button(bar):
    told = []
    for width in range(1500, 200, -10):
        bar.resize(width, bar.height())
        told.append((len(words(bar)), bar.sample.text()))
    seen = [now for before, now in zip([None, *told], told, strict=False) if now != before]
    assert seen == [
        (4, "Sample from this pixel"),
        (3, "Sample from this pixel"),
        (0, "Sample from this pixel"),
        (0, "Sample"),
    ]
    assert bar.noise.toolTip().startswith("Each grey g is read as")
