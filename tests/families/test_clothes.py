"""Fashion-MNIST's classes by label, wherever they are named."""

from genplay.families.autoregressive.anomaly import PICTURES
from genplay.families.clothes import CLOTHES
from genplay.families.vae import CLASSES


def test_ten_classes_are_called_the_same_in_both_tabs():
    assert (len(CLOTHES), len(set(CLOTHES)), CLOTHES[0], CLOTHES[9]) == (10, 10, "T-shirt", "Ankle boot")
    assert PICTURES[:10] == CLASSES["vae_fashion"] == CLOTHES
