import pytest
from hypothesis import given
from hypothesis import strategies as st

from genplay.ui.tabs.dcgan.layers_fit import Block, fit, tiled

AVATARS = ((256, 4), (128, 8), (64, 16), (32, 32))
FASHION = ((128, 4), (64, 8), (32, 16))


@pytest.mark.parametrize("layers", [AVATARS, FASHION])
def test_all_maps_have_room_at_the_usual_size(layers):
    blocks = fit(layers, 372, 300, 1)
    assert [block.count for block in blocks] == [count for count, _ in layers]
    assert sum(block.height for block in blocks) <= 300
    assert max(block.width for block in blocks) <= 372
    assert blocks[0].zoom >= 2


@given(
    st.integers(40, 3000),
    st.integers(1, 600),
    st.integers(1, 3),
    st.integers(1, 100),
    st.sampled_from([AVATARS, FASHION]),
)
def test_blocks_keep_to_their_room(width, height, gap, least, layers):
    blocks = fit(layers, width, height, gap, least)
    assert all(block.count >= 1 and block.zoom >= 1 for block in blocks)
    if any(block.rows > 1 for block in blocks):
        assert sum(block.height for block in blocks) <= height
    assert all(block.width <= width for block in blocks)


def test_large_maps_are_worth_more_than_all_of_them_where_it_is_said():
    blocks = fit(AVATARS, 800, 320, 1, least=60)
    assert all(block.side * block.zoom >= 60 for block in blocks)
    assert sum(block.height for block in blocks) <= 320
    assert all(block.count < count for block, (count, _) in zip(blocks, AVATARS, strict=True))


def test_where_a_map_is_and_what_is_at_a_point():
    block = Block(side=4, count=5, zoom=3, columns=2, gap=1)
    assert (block.rows, block.width, block.height) == (3, 25, 38)
    x, y = block.place(3)
    assert (x, y) == (13, 13)
    assert block.at(x + 3, y + 11) == (3, 3, 1)
    assert block.at(12, 0) is None  # between two maps
    assert block.at(14, 27) is None  # beyond the last
    assert block.at(-1, 0) is None
    assert tiled(8, 10, 2, 15, 1) is None
    assert tiled(8, 3, 2, 800, 1).columns == 3
