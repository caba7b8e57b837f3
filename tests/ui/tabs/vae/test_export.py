import numpy as np
import pytest

from genplay.ui.tabs.vae import export


def table(rows):
    """The rows by the names of the columns."""
    names, *rest = rows
    assert all(len(row) == len(names) for row in rest)
    return [dict(zip(names, row, strict=True)) for row in rest]


def test_the_ledger_of_two_latents_is_in_full(scene, answers):
    rows = {row["term"]: row for row in table(export.ledger(scene()))}
    ledger = answers.sandwiched().ledger
    assert list(rows) == ["reconstruction", "kl_prior", "elbo", "kl_posterior", "log_prob"]
    for name, row in rows.items():
        assert float(row["nats"]) == getattr(ledger, name)
        assert float(row["error"]) == ledger.error


def test_the_ledger_of_more_has_a_bound_instead(scene, answers):
    rows = {row["term"]: row for row in table(export.ledger(scene(model="vae")))}
    made, bounds = answers.estimated(), answers.bounds("vae")
    assert list(rows) == ["reconstruction", "kl_prior", "elbo", "log_prob_at_least_k_5000"]
    assert float(rows["elbo"]["nats"]) == made.reconstruction - made.kl_prior
    assert float(rows["reconstruction"]["error"]) == made.error
    assert float(rows["log_prob_at_least_k_5000"]["nats"]) == bounds.log_prob


@pytest.mark.parametrize("model", ["vae_2d", "vae"])
def test_what_is_awaited_is_left_out(scene, model):
    assert table(export.ledger(scene(False, model=model))) == []
    late = scene(model=model, waiting=frozenset({"sandwich", "bound"}))
    assert table(export.ledger(late)) == []


def test_the_bounds_are_in_full_and_what_is_not_known_is_empty(answers):
    made = answers.bounds()
    made.deviations[-1] = np.nan
    rows = table(export.bounds(made))
    assert [row["k"] for row in rows] == [1, 5, 50, 500, 5000]
    assert [float(row["bound"]) for row in rows] == made.means.tolist()
    assert [float(row["error"]) for row in rows[:-1]] == made.errors[:-1].tolist()
    assert (rows[-1]["deviation"], rows[-1]["error"]) == ("", "")
    assert [row["runs"] for row in rows] == made.runs.tolist()


def test_the_dimensions_are_counted_from_1_and_know_which_are_inactive(answers):
    made, points = answers.encoded("vae"), answers.points("vae", inactive=14)
    rows = table(export.dimensions(made, points))
    assert [row["dimension"] for row in rows] == list(range(1, 51))
    assert [float(row["kl"]) for row in rows] == made.kl.tolist()
    assert [float(row["mean_kl"]) for row in rows] == points.kl.tolist()
    assert [float(row["mu"]) for row in rows] == list(made.q.mu)
    assert [float(row["sigma"]) for row in rows] == list(made.q.sigma)
    assert [row["dimension"] - 1 for row in rows if row["inactive"]] == list(points.inactive)


def test_without_the_test_pictures_their_columns_are_empty(answers):
    rows = table(export.dimensions(answers.encoded(), None))
    assert {(row["mean_kl"], row["activity"], row["inactive"]) for row in rows} == {("", "", "")}


def test_the_cloud_has_every_picture_with_its_class(answers):
    points = answers.points()
    rows = table(export.cloud(points))
    assert len(rows) == 400
    assert [row["label"] for row in rows] == points.labels.tolist()
    assert [row["picture"] for row in rows] == list(range(400))
    assert np.array_equal([[float(row["mu_1"]), float(row["mu_2"])] for row in rows], points.mu)
