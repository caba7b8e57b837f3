"""The models: each has its names, and colours that a pen leaves are told apart."""

from genplay.families.dcgan import COLOURED, GROUPS, LABELS, LENGTHS, MODELS, PAINTS
from genplay.train import avatars


def test_each_model_has_a_length_and_labels():
    assert list(MODELS) == list(LENGTHS) == list(LABELS)
    assert set(MODELS) > COLOURED


def test_paints_differ_in_name_and_colour():
    assert len({paint.name for paint in PAINTS}) == len({paint.rgb for paint in PAINTS}) == 12
    assert {(0, 0, 0), (255, 255, 255)} < {paint.rgb for paint in PAINTS}


def test_labels_are_in_groups_that_those_who_judged_them_have():
    assert {model: sum(groups) for model, groups in GROUPS.items()} == {
        model: len(labels) for model, labels in LABELS.items()
    }
    assert GROUPS["dcgan_avatars"] == avatars.GROUPS
