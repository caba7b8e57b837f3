"""The families, and how to add one.

A **model** is six places: ``models/NAME.py`` (the network, ``Config`` and ``build``), ``train/NAME.py`` (the
recipe) with an entry in ``train/trained.py``'s ``TRAINED``, ``checkpoints/NAME-DATA.safetensors`` (written by
``genplay train``), ``tests/models/test_NAME.py`` (its defining property), and its name in the family's
``models``. One that shares another's network, as the two PixelRNNs do, needs no new file in ``models``.

An **explicit** one adds what the Autoregressive tab shows and computes of it: ``models/NAME_numpy`` with the
functions of ``nade_numpy`` (``Weights.of``, ``conditionals``, ``update``, ``samples``), by which
``pipelines/explicit.py`` reads it; its formula in ``formulas.LAYOUTS`` of the tab; and, where there are such,
what the paper reports in ``PAPERS``. If its network is one of greys, reads in any order or is counted,
``models/__init__.py`` says so, and the family's ``ANY_ORDER`` or ``COUNTED`` names the model.

One of **two players** has a recipe that is a game (``GameRecipe`` in ``train/recipe.py``: ``play`` yields
what each minimises in turn) and an exam of its own, as ``train/infogan_exam.py``; if it has no density,
``models/__init__.py`` says so in ``IMPLICIT``.

A family whose models are counted, or trained, while it is shown has none of these: its ``models`` are empty,
and where nothing is computed with torch its requests say so, ``torch = False``.

A **family** is six more: ``families/ID`` (state, requests, results, ``FAMILY``: a module, or a package where
that is much), ``pipelines/ID.py`` (``run(models, request)``), ``ui/tabs/ID`` (``TAB``, the view, whose parts
show what comes in the slots), their two tests, and a line in ``FAMILIES`` below. The stem ``ID`` is the same
everywhere: that is how the rooms are found.
"""

from genplay.families import autoregressive, dcgan, foundations, gan, infogan, stargan, vae
from genplay.families.base import Family

FAMILIES: tuple[Family, ...] = (
    foundations.FAMILY,
    autoregressive.FAMILY,
    vae.FAMILY,
    gan.FAMILY,
    dcgan.FAMILY,
    infogan.FAMILY,
    stargan.FAMILY,
)
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
