"""The rows hold the numbers of a step in full."""

import numpy as np
import pytest

from genplay.ui.tabs.gan import export
from tests.ui.tabs.desk import run
from tests.ui.tabs.gan.staged import go_to


def test_each_step_has_its_losses_and_js_where_it_was_measured(stage):
    go_to(stage, 5)
    run(stage, "step_g")
    result = stage.tab.page.scene.current
    head, *rows = export.curves(result)
    assert head == ("step", "loss_d", "loss_g", "js")
    named = {row[0]: row for row in rows}
    for step, d, g in zip(result.curves.steps, result.curves.d, result.curves.g, strict=True):
        found = named[int(step)]
        assert float(found[1] or "nan") == pytest.approx(float(d), rel=1e-7, nan_ok=True)
        assert float(found[2]) == pytest.approx(float(g), rel=1e-7)
    assert named[6][1] == ""  # D has not moved in the last step
    assert float(named[6][3]) == pytest.approx(result.distance.js, rel=1e-6)


def test_points_come_with_their_arrows(stage):
    result = stage.tab.page.scene.current
    head, *rows = export.points(result)
    assert head == ("kind", "x", "y", "arrow_x", "arrow_y")
    assert [row[0] for row in rows] == ["real"] * len(result.real) + ["fake"] * len(result.fake)
    fake = np.array([row[1:] for row in rows[len(result.real) :]], dtype=np.float32)
    np.testing.assert_allclose(fake[:, :2], result.fake, rtol=1e-6)
    np.testing.assert_allclose(fake[:, 2:], result.arrows, rtol=1e-6)
    assert rows[0][3:] == ("", "")
