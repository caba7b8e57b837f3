"""The scores as a file."""

import csv
from dataclasses import replace

import pytest

from genplay.errors import UserError
from genplay.families.autoregressive import SCORES, SETS
from genplay.ui.tabs.autoregressive.anomaly import save_scores


def test_every_scored_picture_is_a_row(tmp_path, answer):
    save_scores(
        tmp_path / "a.csv", {"nade": answer("nade"), "arn": None, "row_lstm": answer("row_lstm", 0.5)}
    )
    with (tmp_path / "a.csv").open(newline="", encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream))
    assert list(rows[0]) == [
        "model",
        "set",
        "index",
        "picture",
        "log_p",
        "code_length",
        *SCORES,
        "complete",
        "seed",
    ]
    assert len(rows) == 240 + 120
    assert {row["model"] for row in rows} == {"nade", "row_lstm"}
    assert {row["set"] for row in rows} == {"digits", *SETS}
    assert {(row["model"], row["complete"]) for row in rows} == {("nade", "yes"), ("row_lstm", "no")}
    one = next(row for row in rows if row["set"] == "letters" and row["index"] == "3")
    assert float(one["density"]) == -float(one["log_p"])
    assert float(one["complexity"]) == pytest.approx(-float(one["log_p"]) - float(one["code_length"]))


def test_a_picture_made_from_a_seed_says_which(tmp_path, answer):
    save_scores(tmp_path / "a.csv", {"nade": replace(answer("nade"), seed=7)})
    with (tmp_path / "a.csv").open(newline="", encoding="utf-8") as stream:
        seeds = {(row["set"], row["seed"]) for row in csv.DictReader(stream)}
    made = {(name, "7") for name in ("noise", "sparse", "blank")}
    assert seeds == made | {(name, "") for name in ("digits", "items", "letters")}


def test_nothing_is_left_where_nothing_can_be_written(tmp_path, answer):
    with pytest.raises(UserError):
        save_scores(tmp_path / "missing" / "a.csv", {"nade": answer("nade")})
    assert list(tmp_path.iterdir()) == []
