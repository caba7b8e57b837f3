import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from genplay.families.foundations import SIZES
from genplay.families.orders import NAMES
from genplay.ui import text, theme
from genplay.ui.tabs.foundations.chain_panel import ChainPanel
from genplay.ui.widgets.mini import UNKNOWN
from genplay.ui.widgets.reading import ReadingLine

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def panel(show):
    return show(ChainPanel(), 540, 320)


def said(panel):
    """The product strip, its hint behind a bar."""
    line = panel.findChild(ReadingLine)
    return f"{line.accessibleName()} | {line.accessibleDescription()}"


def counted(data, flat, order):
    """Each factor of a picture, counted pixel by pixel; None where no patch agrees."""
    kept, shares = np.ones(len(data), bool), []
    for pixel in order:
        before = kept.sum()
        kept &= data[:, pixel] == flat[pixel]
        shares.append(kept.sum() / before if before else None)
    return shares, kept.mean()


@pytest.mark.parametrize("order", NAMES)
@pytest.mark.parametrize("cursor", [0, 1, 7, 12])
def test_the_cards_that_are_read_say_their_factors(panel, scene, data, order, cursor):
    made = scene(order=order, order_seed=3, cursor=cursor)
    panel.show_scene(made)
    flat = made.state.drawing.flat()
    shares, _ = counted(data, flat, made.sequence)
    read = zip(made.sequence[:cursor], shares[:cursor], strict=True)
    expected = [f"{('paper', 'ink')[flat[pixel]]} at {pixel + 1} {text.share(p)}" for pixel, p in read]
    assert panel.cards.accessibleDescription() == ", ".join(expected)


@pytest.mark.parametrize("order", NAMES)
def test_the_product_of_all_factors_is_the_table_s_number(panel, scene, data, order):
    made = scene(order=order, order_seed=3, cursor=12)
    panel.show_scene(made)
    shares, whole = counted(data, made.state.drawing.flat(), made.sequence)
    assert np.prod(np.array(shares, float)) == pytest.approx(whole, rel=1e-12)
    assert said(panel) == (
        f"Product of 12 factors, {text.share(whole)} | the table’s {text.share(whole)}, exactly"
    )


def test_the_product_so_far(panel, scene, data):
    made = scene(cursor=5)
    panel.show_scene(made)
    flat = made.state.drawing.flat()
    begun, whole = (data[:, :5] == flat[:5]).all(1).mean(), (data == flat).all(1).mean()
    assert said(panel) == (
        f"Product of 5 factors, {text.share(begun)} | all 12 land on the table’s {text.share(whole)}"
    )


@pytest.mark.parametrize("order", ["raster", "spiral"])
def test_a_card_s_picture_is_known_as_far_as_it_is_read(panel, scene, order):
    made = scene(order=order, cursor=9)
    panel.show_scene(made)
    flat = made.state.drawing.flat()
    for place, card in enumerate(panel.cards._cards):
        read = made.sequence[: place + 1] if place < 9 else []
        expected = [int(flat[pixel]) if pixel in read else UNKNOWN for pixel in range(12)]
        assert np.ravel(card.cells).tolist() == expected
        assert card.pixel == (made.sequence[place] if place < 9 else None)


def test_the_order_is_named(panel, scene, texts):
    for order in NAMES:
        panel.show_scene(scene(answered=False, order=order))
        assert NAMES[order].lower() in texts(panel)


def test_a_pixel_under_the_pointer_is_read_in_the_place_of_the_product(panel, scene):
    panel.show_scene(scene(hovered=6))
    assert said(panel).startswith("Row 2, column 3, ink, ")
    assert said(panel).endswith(" | ")
    panel.show_scene(scene())
    assert said(panel).startswith("Product of 7 factors")


def test_slow_motion_takes_the_strip_even_from_the_pointer(panel, scene):
    panel.show_scene(scene(cursor=7, phase=0, hovered=3))
    assert "agree with all that was read before pixel 7." in said(panel)


def test_the_pointer_tells_the_pixel_of_a_card_in_the_order(panel, scene):
    made, told = scene(order="spiral"), []
    panel.show_scene(made)
    panel.hovered.connect(told.append)
    for number in (0, 5, 11):
        QTest.mouseMove(panel.cards, panel.cards.card(number).center())
    QTest.mouseMove(panel.cards, (panel.cards.card(0).topRight() + panel.cards.card(1).topLeft()) / 2)
    assert told == [*made.sequence[[0, 5, 11]], None]


def test_a_card_is_picked_by_hand_and_by_key(panel, scene, qtbot):
    panel.show_scene(scene(cursor=7))
    with qtbot.waitSignal(panel.picked) as signal:
        QTest.mouseClick(panel.cards, LEFT, pos=panel.cards.card(2).center())
    assert signal.args == [3]
    with qtbot.waitSignal(panel.picked) as signal:
        QTest.keyClick(panel.cards, Qt.Key.Key_Right)
    assert signal.args == [8]


def test_while_it_is_awaited_no_number_is_left(panel, scene):
    panel.show_scene(scene())
    panel.show_scene(scene(answered=False))
    assert said(panel) == "Product of 7 factors, – | "
    assert "0." not in panel.cards.accessibleDescription()


@pytest.mark.parametrize("size", [(3, 3), (3, 4), (4, 4), (4, 5)])
def test_a_condition_that_never_happened_is_a_sentence(panel, scene, checkerboard, texts, size):
    made = scene(drawing=checkerboard(*size), cursor=size[0] * size[1], a=0, b=1, given=())
    panel.show_scene(made)
    never = made.factors.never
    shares = [factor.p for factor in made.factors.factors]
    assert shares[never - 1] == 0
    assert shares[never:] == [None] * len(shares[never:])
    (note,) = [words for words in texts(panel) if words.startswith("No patch agrees")]
    assert f"up to pixel {never}, as they are read: its factor is 0" in note
    assert "What follows is conditioned on what never happened" in note
    assert panel.cards.accessibleDescription().endswith("–")
    assert "nan" not in said(panel)
    assert "not a number" not in panel.cards.accessibleDescription()


def test_the_sentence_goes_with_the_picture(panel, scene, checkerboard, texts):
    panel.show_scene(scene(drawing=checkerboard(3, 4), cursor=7))
    assert not panel._note.isVisible()  # nothing that never happened has been read yet
    panel.show_scene(scene(drawing=checkerboard(3, 4), cursor=8))
    assert panel._note.isVisible()
    panel.show_scene(scene())
    assert not panel._note.isVisible()
    assert not [words for words in texts(panel) if words.startswith("No patch agrees")]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("phase", [None, 0, 1, 2])
def test_all_fits(panel, scene, checkerboard, qapp, size, scale, phase):
    theme.apply(qapp, theme.Theme(scale=scale))
    panel.resize(round(540 * scale), round(320 * scale))
    n = size[0] * size[1]
    panel.show_scene(scene(drawing=checkerboard(*size), cursor=n, a=0, b=1, given=(), phase=phase))
    cards = [panel.cards.card(number) for number in range(n)]
    assert all(panel.cards.rect().contains(card) for card in cards)
    line = panel.findChild(ReadingLine)
    parts, _, _ = line.fitting()
    assert ", ".join(words for words, _, _ in parts) == line.accessibleName()


@pytest.mark.parametrize("name", ["dark", "contrast"])
def test_it_follows_the_theme(panel, scene, qapp, name):
    panel.show_scene(scene())
    light = panel.grab().toImage()
    theme.apply(qapp, theme.Theme(name))
    assert panel.grab().toImage() != light
