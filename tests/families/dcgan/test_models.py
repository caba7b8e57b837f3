"""The models: each has its names, and colours that a pen leaves are told apart."""

from genplay.families.dcgan import COLOURED, LABELS, LENGTHS, MODELS, PAINTS


def test_each_model_has_a_length_and_labels():
    assert list(MODELS) == list(LENGTHS) == list(LABELS)
    assert set(MODELS) > COLOURED


def test_paints_differ_in_name_and_colour():
    assert len({paint.name for paint in PAINTS}) == len({paint.rgb for paint in PAINTS}) == 12
    assert {(0, 0, 0), (255, 255, 255)} < {paint.rgb for paint in PAINTS}
