"""The list of checkpoints says what the headers say."""

import json

import pytest

from genplay import paths
from genplay.cli.listing import value
from genplay.engine.checkpoints import Figure, list_checkpoints

BUNDLED = sorted(path.stem.partition("-")[0] for path in paths.checkpoints().glob("*.safetensors"))


def test_json_is_a_list_of_what_there_is(genplay):
    outcome = genplay("checkpoints", "--json")
    assert (outcome.code, outcome.err) == (0, "")
    rows = json.loads(outcome.out)
    assert [row["model"] for row in rows] == BUNDLED
    for row, entry in zip(rows, list_checkpoints(), strict=True):
        assert list(row) == ["model", "data", "file", "bytes", "figures"]
        assert row["file"] == str(entry.path)
        assert row["bytes"] == entry.path.stat().st_size
        assert row["data"] == entry.header.data.name
        assert len(row["figures"]) == len(entry.header.figures)
        for figure in row["figures"]:
            assert list(figure) == ["name", "value", "unit", "split", "note"]
        first, known = row["figures"][0], entry.header.figures[0]
        assert (first["name"], first["value"], first["unit"]) == (known.name, known.value, known.unit)


def test_the_table_shows_each_with_its_figure(genplay):
    lines = genplay("checkpoints").out.splitlines()
    for entry in list_checkpoints():
        at = next(i for i, line in enumerate(lines) if line.startswith(entry.header.model))
        assert str(entry.path) in lines[at]
        figure = entry.header.figures[0]
        assert f"{value(figure)} on {figure.split}" in lines[at + 1]


def test_markdown_is_a_table_of_equal_rows(genplay):
    lines = genplay("checkpoints", "--markdown").out.splitlines()
    models = [entry.header.model for entry in list_checkpoints() for _ in entry.header.figures]
    assert len({line.count("|") for line in lines}) == 1
    for line, model in zip(lines[2:], models, strict=True):
        assert line.startswith(f"| `{model}` |")


def test_ones_own_stand_in_the_list_and_win(genplay, own):
    bundled = paths.checkpoints() / "ar1-mnist.safetensors"
    (own / "ar1-mnist.safetensors").write_bytes(bundled.read_bytes())
    files = {row["model"]: row["file"] for row in json.loads(genplay("checkpoints", "--json").out)}
    assert files["ar1"] == str(own / "ar1-mnist.safetensors")
    assert sorted(files) == BUNDLED


@pytest.mark.parametrize("form", ["--json", "--markdown", None])
def test_a_file_that_is_none_is_said_and_the_rest_is_listed(genplay, own, form):
    (own / "junk.safetensors").write_text("junk")
    outcome = genplay("checkpoints", *([form] if form else []))
    assert outcome.code == 1
    assert outcome.sentence.startswith(f"genplay: {own / 'junk.safetensors'} is not a checkpoint")
    assert all(model in outcome.out for model in BUNDLED)
    assert "junk" not in outcome.out


def test_a_cut_off_copy_does_not_stand_for_the_model(genplay, own):
    """Its header is whole, and would hide the bundled model whose place it takes."""
    bundled = paths.checkpoints() / "nade-mnist.safetensors"
    (own / bundled.name).write_bytes(bundled.read_bytes()[:-1000])
    outcome = genplay("checkpoints", "--json")
    assert outcome.code == 1
    assert "damaged or cut off" in outcome.sentence
    files = {row["model"]: row["file"] for row in json.loads(outcome.out)}
    assert files["nade"] == str(bundled)


def test_places_of_tensors_that_make_no_sense_are_refused(genplay, own):
    bundled = paths.checkpoints() / "ar1-mnist.safetensors"
    content = bundled.read_bytes()
    assert content.count(b'"data_offsets":[') == 2
    (own / bundled.name).write_bytes(content.replace(b'"data_offsets":[', b'"data_offsets":{', 1))
    (own / "own-mnist.safetensors").write_bytes(content.replace(b'"data_offsets":[0', b'"data_offsets":"', 1))
    outcome = genplay("checkpoints")
    assert outcome.code == 1
    assert len(outcome.err.splitlines()) == 2
    assert str(bundled) in outcome.out


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        (("nll_nats", 84.316, "nats"), "nll 84.32 nats"),
        (("probe_accuracy", 91.0, "%"), "probe_accuracy 91.00 %"),
        (("active_units", 26.0, "units"), "active 26 units"),
        (("classes_covered", 10.0, "classes"), "classes_covered 10 classes"),
        (("code_error", 0.0512, ""), "code_error 0.0512"),
        (("active_units", 0.0, "units"), "active 0 units"),
        (("sandwich_residual_nats", 2.1e-05, "nats"), "sandwich_residual 2.1e-05 nats"),
        (("gap_nats", -0.00468, "nats"), "gap -0.0047 nats"),
        (("gap_nats", 0.0512, "nats"), "gap 0.05 nats"),
        (("gap_nats", 0.0, "nats"), "gap 0.00 nats"),
    ],
)
def test_a_figure_has_two_decimals_unless_it_is_counted_or_tiny(figure, words):
    name, number, unit = figure
    assert value(Figure(name=name, value=number, unit=unit, split="made up")) == words
