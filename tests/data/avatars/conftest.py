"""Tests that draw are skipped where the packages for it are not installed."""

import pytest

from genplay.data.avatars import render


@pytest.fixture
def drawing() -> None:
    """Skip a test that draws where that cannot be done."""
    if lacking := render.missing():
        pytest.skip(f"Drawing avatars needs {', '.join(lacking)} (the extra `train`).")
