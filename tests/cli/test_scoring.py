"""Scores and figures on the command line are the engine's, one row a picture, bad ones among them or not."""

import json
import math

import numpy as np
import pytest
from PIL import Image

from genplay import paths
from genplay.data import examples, pictures
from genplay.data.bits import pack
from genplay.data.examples import grey_digits
from genplay.engine import checkpoints
from genplay.engine.answer import Engine
from genplay.families.autoregressive import Conditionals, Score
from genplay.families.base import Drawing
from genplay.families.vae import CODES, Evidence, LowerBound
from genplay.models import infogan, vae
from genplay.train.bounds import importance

KEYS = ["file", "model", "kind", "log_prob", "bits_per_pixel", "percentile"]


def answer(bits, model="nade"):
    result = Engine().last(Score(model, Drawing.of(np.reshape(bits, (28, 28)))))
    assert isinstance(result, Conditionals)
    return result


def test_json_has_the_six_keys_and_the_engines_numbers(genplay, digit):
    outcome = genplay("score", digit, "--json")
    assert (outcome.code, outcome.err) == (0, "")
    (row,) = outcome.rows
    assert list(row) == KEYS
    result = answer(grey_digits().images[0] >= 128)
    assert (row["file"], row["model"], row["kind"]) == (str(digit), "nade", "exact")
    assert row["log_prob"] == result.log_prob
    assert row["bits_per_pixel"] == result.bits_per_pixel
    assert row["percentile"] == result.percentile
    assert row["bits_per_pixel"] == pytest.approx(-row["log_prob"] / math.log(2) / 784)


def test_the_table_shows_the_same_numbers(genplay, digit):
    outcome = genplay("score", digit)
    (row,) = genplay("score", digit, "--json").rows
    names, values = (line.split() for line in outcome.out.splitlines())
    assert names == KEYS
    assert values[:3] == [str(digit), "nade", "exact"]
    assert float(values[3]) == pytest.approx(row["log_prob"], abs=0.005)
    assert float(values[4]) == pytest.approx(row["bits_per_pixel"], abs=0.00005)
    assert float(values[5]) == pytest.approx(row["percentile"], abs=0.005)


@pytest.mark.parametrize("model", ["bernoulli", "independent", "ar1"])
def test_any_trained_model_scores(genplay, digit, model):
    (row,) = genplay("score", digit, "--model", model, "--json").rows
    assert (row["model"], row["kind"]) == (model, "exact")
    assert row["log_prob"] == pytest.approx(answer(grey_digits().images[0] >= 128, model).log_prob)
    assert 0 <= row["percentile"] <= 100


def test_a_percentile_is_the_share_of_test_digits_that_score_lower(genplay, tmp_path):
    for index, bits in enumerate(examples.test_digits().bits[:20]):
        Image.fromarray(bits.reshape(28, 28) * 255).save(tmp_path / f"{index:02}.png")
    among = checkpoints.load("nade").calibration["test_log_prob"]
    assert among.shape == (10_000,)
    for row in genplay("score", *sorted(tmp_path.glob("*.png")), "--json").rows:
        assert np.abs(among - row["log_prob"]).min() < 1e-2  # it is one of them
        assert row["percentile"] == pytest.approx(100 * (among.astype(float) < row["log_prob"]).mean())


def test_a_blank_page_outscores_nearly_every_digit(genplay, tmp_path):
    Image.new("L", (28, 28), 255).save(tmp_path / "blank.png")
    (row,) = genplay("score", tmp_path / "blank.png", "--json").rows
    assert row["percentile"] > 99


def test_the_order_is_that_of_the_call_and_bad_ones_do_not_stop_it(genplay, digit, tmp_path):
    bad = tmp_path / "bad.png"
    bad.write_text("words")
    outcome = genplay("score", digit, bad, tmp_path / "none.png", digit, "--json")
    assert (outcome.code, outcome.err) == (1, "")
    assert ["error" in row for row in outcome.rows] == [False, True, True, False]
    assert [row["file"] for row in outcome.rows] == [
        str(digit),
        str(bad),
        str(tmp_path / "none.png"),
        str(digit),
    ]
    for row in outcome.rows[1:3]:
        assert list(row) == ["file", "model", "error"]


def test_in_a_table_what_is_wrong_is_said_beside_it(genplay, digit, tmp_path):
    outcome = genplay("score", tmp_path / "none.png", digit)
    assert outcome.code == 1
    assert outcome.sentence.startswith(f"{tmp_path / 'none.png'}: There is no file")
    assert len(outcome.out.splitlines()) == 2


def test_a_missing_model_is_said_once(genplay, digit):
    outcome = genplay("score", digit, digit, "--model", "gpt", "--json")
    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.sentence.startswith("genplay: There is no trained model gpt; there are: ar1,")


def faint(tmp_path, strength=100):
    path = tmp_path / "faint.png"
    Image.fromarray((grey_digits().images[3] // 255 * strength).astype(np.uint8)).save(path)
    return path


def test_the_threshold_is_the_windows_unless_it_is_given(genplay, tmp_path):
    path = faint(tmp_path)
    fitted = pictures.fit(pictures.read_picture(path).ink)
    assert not (fitted >= 128).any()
    suggested = pictures.suggested_threshold(fitted)
    for words, level in ([], suggested), (["--threshold", 101], 101), (["--threshold", 30], 30):
        (row,) = genplay("score", path, "--json", *words).rows
        assert row["log_prob"] == pytest.approx(answer(fitted >= level).log_prob)


def test_dark_ink_is_told_by_the_border_or_by_the_call(genplay, digit, tmp_path):
    grey = grey_digits().images[0]
    Image.fromarray(255 - grey).save(tmp_path / "dark.png")

    def scored(path, *words):
        (row,) = genplay("score", path, "--json", *words).rows
        return row["log_prob"]

    right = scored(digit)
    assert scored(tmp_path / "dark.png") == right
    assert scored(tmp_path / "dark.png", "--invert") == right
    assert scored(digit, "--no-invert") == right
    assert scored(digit, "--invert") == scored(tmp_path / "dark.png", "--no-invert")
    assert scored(digit, "--invert") < right - 100


# -- bounds ------------------------------------------------------------------------------------------------


def test_a_model_with_latents_bounds_and_says_so(genplay, digit):
    (row,) = genplay("score", digit, "--model", "vae_2d", "--json").rows
    assert list(row) == [*KEYS, "samples", "seed"]
    found = Engine().last(Evidence("vae_2d", Drawing.of(grey_digits().images[0] >= 128)))
    assert isinstance(found, LowerBound)
    assert (row["model"], row["kind"], row["samples"], row["seed"]) == ("vae_2d", "bound", CODES, 0)
    assert (row["log_prob"], row["percentile"]) == (found.bound, found.percentile)
    assert row["bits_per_pixel"] == pytest.approx(-row["log_prob"] / math.log(2) / 784)
    assert 0 < row["percentile"] < 100


def test_a_bound_is_marked_in_the_table(genplay, digit):
    names, values = (line.split() for line in genplay("score", digit, "--model", "vae_2d").out.splitlines())
    (row,) = genplay("score", digit, "--model", "vae_2d", "--json").rows
    assert names == KEYS
    assert values[2:5] == ["bound", f"≥{row['log_prob']:.2f}", f"≤{row['bits_per_pixel']:.4f}"]


def test_codes_and_seed_are_those_of_the_call(genplay, digit):
    def bound(*words):
        (row,) = genplay("score", digit, "--model", "vae_2d", "--json", "--samples", 20, *words).rows
        return row

    first, again, other = bound("--seed", 5), bound("--seed", 5), bound("--seed", 6)
    assert first == again
    assert (first["samples"], first["seed"], first["percentile"]) == (20, 5, None)
    assert first["log_prob"] != other["log_prob"]


@pytest.mark.parametrize("option", ["--samples", "--seed"])
def test_what_has_no_latents_has_no_codes(genplay, digit, option):
    outcome = genplay("score", digit, option, 5)
    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.sentence == f"genplay: nade takes no {option}: it has no latents."


# -- evaluate ----------------------------------------------------------------------------------------------


@pytest.fixture
def bits():
    return examples.test_digits().bits[:30]


def test_evaluate_is_the_mean_of_the_scores(genplay, tmp_path, bits):
    np.savez(tmp_path / "data.npz", x=bits)
    outcome = genplay("evaluate", "nade", "--data", tmp_path / "data.npz", "--json")
    assert (outcome.code, outcome.err) == (0, "")
    (row,) = outcome.rows
    assert list(row) == ["model", "n", "nll_nats", "bits_per_pixel"]
    assert (row["model"], row["n"]) == ("nade", 30)
    engine = Engine()
    scores = [engine.last(Score("nade", Drawing.of(picture.reshape(28, 28)))).log_prob for picture in bits]
    assert row["nll_nats"] == pytest.approx(-np.mean(scores), abs=1e-3)
    assert row["bits_per_pixel"] == pytest.approx(row["nll_nats"] / math.log(2) / 784)


def test_packed_bits_and_pixels_give_the_same(genplay, tmp_path, bits):
    np.savez(tmp_path / "x.npz", x=bits.reshape(-1, 28, 28).astype(float))
    np.savez(tmp_path / "bits.npz", bits=pack(bits), shape=np.array(bits.shape))
    rows = [
        genplay("evaluate", "ar1", "--data", tmp_path / f"{key}.npz", "--json").rows for key in ("x", "bits")
    ]
    assert rows[0] == rows[1]


def test_evaluate_speaks_in_words_too(genplay, tmp_path, bits):
    np.savez(tmp_path / "data.npz", x=bits)
    shown = dict(
        line.split() for line in genplay("evaluate", "ar1", "--data", tmp_path / "data.npz").out.splitlines()
    )
    (row,) = genplay("evaluate", "ar1", "--data", tmp_path / "data.npz", "--json").rows
    assert {key: f"{v:.4f}" if isinstance(v, float) else str(v) for key, v in row.items()} == shown


def test_without_data_the_headers_split_is_wanted(genplay):
    outcome = genplay("evaluate", "nade", "--json")
    assert (outcome.code, outcome.out) == (1, "")
    assert "genplay data binarized-mnist" in outcome.sentence


@pytest.mark.parametrize("model", ["bernoulli", "ar1"])
def test_the_headers_figure_is_found_again(genplay, full_data, model):
    folder = paths.user_data() / "data"
    folder.mkdir(parents=True)
    (folder / "binarized-mnist").symlink_to(full_data("binarized-mnist"))
    (row,) = genplay("evaluate", model, "--json").rows
    listed = {entry["model"]: entry for entry in json.loads(genplay("checkpoints", "--json").out)}
    assert row["n"] == 10_000
    assert row["nll_nats"] == pytest.approx(listed[model]["figures"][0]["value"], abs=1e-3)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (b"words", "cannot be read; accepted is an .npz file"),
        (None, "There is no file"),
        ({"y": np.zeros((2, 784))}, "holds neither 'bits' nor 'x'"),
        ({"x": np.zeros((2, 3))}, "of shape 2 x 3"),
        ({"x": np.full((2, 784), 0.5)}, "values other than 0 and 1"),
        ({"x": np.zeros((0, 784))}, "holds no picture"),
        ({"x": np.array([{"a": 1}], dtype=object)}, "cannot be read"),
    ],
    ids=str,
)
def test_data_that_is_none_is_refused(genplay, tmp_path, content, words):
    path = tmp_path / "data.npz"
    if isinstance(content, dict):
        np.savez(path, **content)
    elif content is not None:
        path.write_bytes(content)
    outcome = genplay("evaluate", "nade", "--data", path, "--json")
    assert (outcome.code, outcome.out) == (1, "")
    assert words in outcome.sentence


def test_codes_are_counted_only_where_there_are_latents(genplay, tmp_path, bits):
    np.savez(tmp_path / "data.npz", x=bits)
    outcome = genplay("evaluate", "nade", "--data", tmp_path / "data.npz", "--samples", "5")
    assert (outcome.code, outcome.out) == (1, "")
    assert "nade takes no --samples" in outcome.sentence


def test_a_model_with_latents_is_measured_by_as_many_codes_as_are_asked_for(genplay, tmp_path, bits, head_of):
    network = vae.build(vae.Config(latent=2, hidden=4, layers=1))
    paths.user_checkpoints().mkdir(parents=True)
    head = head_of("coded", network)
    checkpoints.save(paths.user_checkpoints() / "coded-none.safetensors", head, network.state_dict(), {})
    np.savez(tmp_path / "data.npz", x=bits)
    (row,) = genplay("evaluate", "coded", "--data", tmp_path / "data.npz", "--samples", "7", "--json").rows
    assert (row["model"], row["n"], row["kind"], row["samples"]) == ("coded", 30, "bound", 7)
    assert row["nll_nats"] == pytest.approx(-importance(network, bits, 7).mean(), rel=1e-5)


def test_an_unknown_model_is_said_before_any_data_is_read(genplay, tmp_path):
    outcome = genplay("evaluate", "gpt", "--data", tmp_path / "none.npz")
    assert outcome.code == 1
    assert "no trained model gpt" in outcome.sentence


@pytest.fixture
def without_density(head_of):
    network = infogan.build(infogan.Config(noise=4, width=2, hidden=8, reader=6)).eval()
    folder = paths.user_checkpoints()
    folder.mkdir(parents=True)
    path = folder / "infogan-mnist.safetensors"
    checkpoints.save(path, head_of("infogan", network), network.state_dict(), {})


@pytest.mark.usefixtures("without_density")
def test_what_has_no_density_is_not_scored(genplay, digit, tmp_path):
    outcome = genplay("score", digit, "--model", "infogan")
    assert (outcome.code, "has no density" in outcome.err) == (1, True)
    outcome = genplay("sample", "infogan", "--out", tmp_path / "grid.png")
    assert (outcome.code, "its tab shows" in outcome.err) == (1, True)
    pictures = tmp_path / "some.npz"
    np.savez(pictures, bits=pack(np.zeros((2, 784), np.uint8)))
    outcome = genplay("evaluate", "infogan", "--data", pictures)
    assert (outcome.code, "takes no --data" in outcome.err) == (1, True)


@pytest.mark.usefixtures("without_density")
def test_what_has_no_density_is_evaluated_by_its_figures(genplay, monkeypatch):
    measure = pytest.importorskip(
        "genplay.train.measure", reason="needs the train extra", exc_type=ImportError
    )
    monkeypatch.setattr(measure, "figures", lambda model: {"code_error": 0.0625, "linear_features_x": 1.0})
    (row,) = genplay("evaluate", "infogan", "--json").rows
    assert row == {"model": "infogan", "code_error": 0.0625, "linear_features_x": 1.0}
    lines = genplay("evaluate", "infogan").out.splitlines()
    assert [line.split() for line in lines[1:]] == [["code_error", "0.0625"], ["linear_features_x", "1.0000"]]
