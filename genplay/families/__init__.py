"""The families, and how to add one.

A **model** is five places: ``models/NAME.py`` (the network, ``Config`` and ``build``), ``train/NAME.py``
(the recipe), ``checkpoints/NAME-DATA.safetensors`` (written by ``genplay train``),
``tests/models/test_NAME.py`` (its defining property), and its name in the family's ``models``.

A **family** is six more: ``families/ID`` (state, requests, results, ``FAMILY``: a module, or a package where
that is much), ``pipelines/ID.py`` (``run(models, request)``), ``ui/tabs/ID`` (``TAB``, the view), their two
tests, and a line in ``FAMILIES`` below. The stem ``ID`` is the same everywhere: that is how the rooms are
found.
"""

from genplay.families import autoregressive
from genplay.families.base import Family

FAMILIES: tuple[Family, ...] = (autoregressive.FAMILY,)
"""Every family, in tab order."""


def family(family_id: str) -> Family:
    """Return the family of this id.

    Raises:
        KeyError: There is none.
    """
    for candidate in FAMILIES:
        if candidate.id == family_id:
            return candidate
    raise KeyError(family_id)
