"""Pages that show nothing, for the D of each model."""

import numpy as np
import pytest

from genplay.families.dcgan import COLOURED, MODELS, PAGES, PAINTED


@pytest.mark.parametrize("model", MODELS)
def test_each_is_of_the_shape_that_d_judges_and_none_is_another(model):
    shape = (PAINTED, PAINTED, 3) if model in COLOURED else (28, 28)
    pages = PAGES[model]
    assert {page.pixels.shape for page in pages} == {shape}
    assert {page.pixels.dtype for page in pages} == {np.dtype(np.uint8)}
    assert len({page.pixels.tobytes() for page in pages}) == len({page.name for page in pages}) == 3


def test_a_blank_page_has_no_ink_and_a_white_one_is_white():
    greys, colours = (
        {page.name: page.pixels for page in PAGES[name]} for name in ("dcgan_fashion", "dcgan_avatars")
    )
    assert not greys["Blank page"].any()
    assert (greys["Page full of ink"] == 255).all()
    assert (colours["White page"] == 255).all()
    assert not colours["Black page"].any()
