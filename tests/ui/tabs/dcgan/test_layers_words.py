from genplay.ui.tabs.dcgan import layers_words as words


def test_layers_are_told_with_what_there_is_room_for():
    assert words.layer(128, 128, 8) == "128 maps of 8 × 8"
    assert words.layer(128, 96, 8) == "96 of 128 maps of 8 × 8"
    assert words.noise(100) == "Noise z: 100 numbers, row by row; blue above 0, orange below it"
    assert words.alone(3, 5, 128, 8) == "Layer 3, map 5 of 128, 8 × 8"


def test_places_are_counted_from_1():
    whole, short = words.place(2, (0, 3, 7), 1.234)
    assert whole == "Layer 2, map 1, row 4, column 8: 1.23"
    assert short == "Map 1, (4, 8): 1.23"
    assert words.number(0, -0.5) == "z, number 1: −0.50"
    assert all("click" in said for said in words.hint(alone=False))
    assert all("all" in said for said in words.hint(alone=True))
