import pytest
from PySide6.QtGui import QFontMetricsF

from genplay.ui import theme
from genplay.ui.tabs.vae.class_bars import ClassBars, ClassShare

SHARES = [0.981, 0.0, 0.25, 1.0, 0.5, 1e-9]


@pytest.fixture
def bars(show):
    shown = show(ClassBars("Accuracies"), 460, 84)
    shown.set_rows([ClassShare(str(k), share, f"{share:.3f}", k == 0) for k, share in enumerate(SHARES)])
    return shown


def filled(bars, number):
    """How many pixels of a row's track are blue."""
    image, track = bars.grab().toImage(), bars.track(number)
    blue, y = theme.current().color("blue").name(), int(track.center().y())
    return sum(image.pixelColor(x, y).name() == blue for x in range(int(track.left()), int(track.right())))


def test_bars_are_as_long_as_the_shares_and_nothing_is_no_bar(bars):
    for number, share in enumerate(SHARES):
        long = bars.track(number).width()
        assert filled(bars, number) == (max(round(share * long), 1) if share else 0)


def test_half_of_them_stand_beside_the_others(bars):
    first, fourth = bars.track(0), bars.track(3)
    assert first.top() == fourth.top()
    assert first.right() < fourth.left()
    assert [bars.track(k).width() for k in range(6)] == [first.width()] * 6


def test_what_is_not_known_is_a_dash_and_an_empty_track(bars):
    place = bars.track(0)
    bars.set_rows([ClassShare(str(k), None, "") for k in range(6)])
    assert bars.accessibleDescription() == "0 –; 1 –; 2 –; 3 –; 4 –; 5 –"
    assert [filled(bars, number) for number in range(6)] == [0] * 6
    assert bars.track(0) == place  # nothing moves when the numbers come


def test_a_screen_reader_is_told_all(bars):
    assert bars.accessibleName() == "Accuracies"
    assert bars.accessibleDescription().startswith("0 0.981; 1 0.000; 2 0.250")


def test_without_rows_it_is_empty_and_no_error(bars):
    bars.set_rows([])
    assert not bars.grab().isNull()
    assert bars.accessibleDescription() == ""


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_names_and_numbers_have_their_room_in_the_least_width(bars, qapp, scale):
    theme.apply(qapp, theme.Theme(scale=scale))
    bars.set_rows([ClassShare("Ankle boot", 0.871, "87.1 %", True)] * 10)
    bars.resize(bars.minimumSizeHint())
    font = theme.current().font("caption")
    font.setWeight(theme.current().font("label").weight())
    metrics = QFontMetricsF(font)
    for number in (0, 9):
        track, row = bars.track(number), bars._row(number)
        assert track.left() - row.left() >= metrics.horizontalAdvance("Ankle boot")
        assert row.right() - track.right() >= metrics.horizontalAdvance("87.1 %")
        assert track.width() >= 20
        assert row.bottom() <= bars.height() + 1


@pytest.mark.parametrize("name", ["dark", "contrast"])
def test_it_follows_the_theme(bars, qapp, name):
    light = bars.grab().toImage()
    theme.apply(qapp, theme.Theme(name))
    assert bars.grab().toImage() != light
    assert filled(bars, 3) > 0
    edge, track = bars.grab().toImage(), bars.track(1)  # nothing is filled: the track is seen
    seen = edge.pixelColor(int(track.right()) - 1, int(track.center().y())).name()
    assert seen == theme.current().color("line" if name == "contrast" else "sunken").name()
