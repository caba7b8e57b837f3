from dataclasses import replace

import numpy as np
import pytest

from genplay.ui.tabs.vae.train import export


def test_each_step_has_its_row_with_what_it_was_taken_with(plan, train):
    usual = plan()
    changed = usual.changed(2, replace(usual.at(0), beta=4.0))
    names, *rows = export.losses(train(changed, 4))
    assert names == ("step", "beta", "rate", "reconstruction", "kl", "total")
    assert [(row[0], float(row[1])) for row in rows] == [(1, 1.0), (2, 1.0), (3, 4.0), (4, 4.0)]
    assert [float(row[3]) for row in rows] == pytest.approx([150.0, 100.0, 100 / 3 + 50, 75.0])
    assert float(rows[0][4]) == 1.0


def test_a_long_training_has_a_row_for_each_block(plan, train):
    rows = list(export.losses(train(plan(), 5000)))[1:]
    assert len(rows) <= 1000
    assert rows[-1][0] == 5000


def test_before_the_first_step_there_are_only_names(plan, train):
    assert len(list(export.losses(train(plan(), 0)))) == 1


def test_latents_have_their_kl_and_whether_they_are_active(plan, train):
    means = np.zeros((40, 5), np.float32)
    means[:, 1] = np.linspace(-1, 1, 40)
    _, *rows = export.latents(train(plan(latent=5), 4, means=means))
    assert [row[2] for row in rows] == [0, 1, 0, 0, 0]
    assert float(rows[0][1]) == 1.5
