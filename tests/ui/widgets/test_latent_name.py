import pytest

from genplay.ui import theme
from genplay.ui.widgets.latent_name import LatentName, latent, latent_width


def ink(widget, left, right):
    image = widget.grab().toImage()
    ground = image.pixelColor(image.width() - 1, 0).name()
    return [
        (x, y)
        for x in range(left, right)
        for y in range(image.height())
        if image.pixelColor(x, y).name() != ground
    ]


def test_dimensions_are_counted_from_0_and_shown_from_1():
    assert latent(0) == "z₁"
    assert latent(49) == "z₅₀"


def test_longer_numbers_are_wider():
    assert latent_width(99, 14) > latent_width(9, 14) > latent_width(8, 14) == latent_width(0, 14)


def test_the_number_is_lower_than_the_letter(show):
    name = show(LatentName(7))
    letter, number = ink(name, 0, 7), ink(name, 9, name.width())
    assert max(y for _, y in number) > max(y for _, y in letter)
    assert min(y for _, y in number) > min(y for _, y in letter)


@pytest.mark.parametrize("dimension", [0, 9, 48, 122])
def test_the_name_fits_its_room(show, dimension):
    name = show(LatentName(dimension))
    assert max(x for x, _ in ink(name, 0, name.width())) <= name.width() - 2


def test_the_suffix_makes_room_for_itself(show, look):
    name = show(LatentName(3, "3.2 nats"))
    assert name.sizeHint().width() > LatentName(3).sizeHint().width() + 30
    assert name.accessibleName() == "z₄ 3.2 nats"
    assert ink(name, name.width() - 12, name.width() - 3)


def test_it_may_name_another(show):
    name = show(LatentName(3, "3.2 nats"))
    name.set_name(4)
    assert name.accessibleName() == "z₅"


def test_it_grows_with_the_scale(show, qapp):
    name = show(LatentName(3, "3.2 nats"))
    before = name.sizeHint()
    theme.apply(qapp, theme.Theme("contrast", 1.5))
    assert name.sizeHint().width() == pytest.approx(1.5 * before.width(), abs=4)
    name.resize(name.sizeHint())
    assert ink(name, 0, 10)
