"""The compiled functions are accurate everywhere."""

import numpy as np
import pytest

compiled = pytest.importorskip("genplay.train.compiled", reason="needs the train extra")

POINTS = np.concatenate([np.linspace(-40, 40, 20_001), [-1e30, 1e30]]).astype(np.float32)


def test_the_logistic_function():
    exact = np.where(POINTS < 0, np.exp(np.minimum(POINTS, 0.0)), 1) / (
        1 + np.exp(-np.abs(POINTS.astype(float)))
    )
    values = np.array([compiled.logistic(x) for x in POINTS])
    assert np.abs(values - exact).max() < 2e-7
    assert values.min() >= 0
    assert values.max() <= 1


def test_the_hyperbolic_tangent():
    values = np.array([compiled.tanh(x) for x in POINTS])
    assert np.abs(values - np.tanh(POINTS.astype(float))).max() < 4e-7
