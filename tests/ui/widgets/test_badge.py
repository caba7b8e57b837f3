import pytest
from PySide6.QtGui import QColor

from genplay.ui import theme
from genplay.ui.theme import Theme
from genplay.ui.widgets.badge import Badge

COLOURS = {"exact": "good", "bound": "warn", "none": "text2"}


@pytest.fixture
def badges(qtbot):
    made = {kind: Badge(kind) for kind in COLOURS}
    for badge in made.values():
        qtbot.addWidget(badge)
        badge.resize(badge.sizeHint())
    return made


def top_border(badge):
    """Whether each pixel of the upper border's middle part is drawn."""
    image = badge.grab().toImage()
    shade = QColor(theme.current().tokens.window)
    return [
        abs(image.pixelColor(x, 0).lightness() - shade.lightness()) > 40
        for x in range(20, badge.width() - 20)
    ]


def test_border_tells_the_kind_without_colour(badges):
    gaps = {kind: top_border(badge).count(False) / len(top_border(badge)) for kind, badge in badges.items()}
    assert gaps["exact"] == 0
    assert 0.2 < gaps["bound"] < 0.6
    runs = {kind: longest_run(top_border(badge)) for kind, badge in badges.items()}
    assert runs["exact"] > runs["bound"] > runs["none"]


def longest_run(drawn):
    return max(len(run) for run in "".join("x" if pixel else " " for pixel in drawn).split())


def test_words_are_the_accessible_name(badges):
    assert badges["exact"].accessibleName() == "Exact likelihood"
    assert badges["bound"].accessibleName() == "Lower bound (ELBO)"
    assert badges["none"].accessibleName() == "No density"


def test_without_its_words_it_is_as_wide_as_its_icon_and_says_them_in_the_tooltip(badges):
    badge = badges["exact"]
    wide = badge.sizeHint().width()
    assert badge.needed(terse=False) == wide
    badge.set_terse(True)
    assert badge.sizeHint().width() == badge.needed(terse=True) < wide / 2
    assert badge.toolTip() == badge.accessibleName() == "Exact likelihood"
    badge.resize(badge.sizeHint())
    assert (
        badge.grab().toImage().pixelColor(badge.width() // 2, 0).name().upper() == theme.current().tokens.good
    )


def test_kind_can_change(badges):
    badge = badges["exact"]
    badge.set_kind("bound")
    assert badge.accessibleName() == "Lower bound (ELBO)"
    assert badge.sizeHint() == badges["bound"].sizeHint()


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_border_has_the_kinds_colour(badges, qapp, name):
    theme.apply(qapp, Theme(name))
    image = badges["exact"].grab().toImage()
    assert image.pixelColor(badges["exact"].width() // 2, 0).name().upper() == theme.current().tokens.good


def test_size_follows_the_scale(badges, qapp):
    assert badges["none"].sizeHint().height() == 24
    theme.apply(qapp, Theme("light", 1.5))
    assert badges["none"].sizeHint().height() == 36
