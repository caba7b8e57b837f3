from genplay.ui.tabs.pixel_words import pixel


def test_rows_and_columns_are_counted_from_1():
    assert pixel(0, 28, "0.50", terse=False) == "row 1, column 1: 0.50"
    assert pixel(28 + 6, 28, "1, 2, 3", terse=False) == "row 2, column 7: 1, 2, 3"


def test_where_there_is_little_room_it_is_said_shortly():
    assert pixel(2 * 64 + 6, 64, "0.50", terse=True) == "(3, 7): 0.50"
