"""What may be typed: defaults, ranges, and one sentence for what may not."""

from pathlib import Path

import pytest

from genplay.cli.arguments import parser


def parsed(*words):
    return parser().parse_args(words)


def test_score_takes_many_pictures_and_has_a_model():
    options = parsed("score", "a.png", "b.png")
    assert options.images == [Path("a.png"), Path("b.png")]
    assert (options.model, options.threshold, options.invert, options.json) == ("nade", None, None, False)


def test_whether_dark_is_ink_has_three_answers():
    answers = [parsed("score", "a", *words).invert for words in ([], ["--invert"], ["--no-invert"])]
    assert answers == [None, True, False]


def test_sample_has_the_issues_defaults():
    options = parsed("sample", "nade", "--out", "grid.png")
    assert (options.model, options.n, options.seed, options.temperature) == ("nade", 16, 0, 1.0)
    assert options.out == Path("grid.png")


def test_a_screenshot_is_1280_by_720_in_the_light():
    options = parsed("screenshot", "autoregressive", "--out", "a.png")
    assert (options.size, options.theme, options.scale) == ((1280, 720), "light", 1.0)
    options = parsed(
        "screenshot", "x", "--out", "a", "--size", "1920x1080", "--theme", "dark", "--scale", "1.5"
    )
    assert (options.size, options.theme, options.scale) == ((1920, 1080), "dark", 1.5)


def test_train_goes_to_the_users_own_folder():
    options = parsed("train", "nade", "--data", "d", "--minutes", "2.5", "--resume")
    assert (options.recipe, options.data, options.minutes) == ("nade", Path("d"), 2.5)
    assert options.resume
    assert options.out is None


def test_data_may_come_from_a_folder():
    assert parsed("data", "mnist").folder is None
    assert parsed("data", "mnist", "--from", "d").folder == Path("d")


def test_no_command_is_the_window():
    assert (parsed().smoke, parsed().file) == (False, None)
    assert parsed("--smoke").smoke
    assert parsed("open", "a.genplay").file == Path("a.genplay")


WRONG = {
    "paint": "invalid choice: 'paint'",
    "score": "the following arguments are required: IMAGE",
    "score a --threshold 0": "'0' is not a whole number from 1 to 255",
    "score a --threshold 256": "'256' is not a whole number from 1 to 255",
    "score a --threshold many": "'many' is not a whole number from 1 to 255",
    "score a --colour": "unrecognized arguments: --colour",
    "sample nade": "the following arguments are required: --out",
    "sample nade --out a --n 0": "'0' is not a whole number from 1 to 1,024",
    "sample nade --out a --n 1e3": "'1e3' is not a whole number",
    "sample nade --out a --seed -1": "'-1' is not a whole number from 0 to 2,147,483,647",
    "sample nade --out a --temperature nan": "'nan' is not a number from 0.1 to 3",
    "checkpoints --json --markdown": "not allowed with argument",
    "train nade --minutes 0": "'0' is not a number from 0.01 to",
    "train nade --minutes inf": "'inf' is not a number",
    "screenshot a --out b --size 1280": "'1280' is not a size such as 1280x720",
    "screenshot a --out b --size 1280x72O": "'1280x72O' is not a size such as 1280x720",
    "screenshot a --out b --size 99999x99999": "'99999x99999' is not between 640x480 and 7680x4320",
    "screenshot a --out b --theme pink": "invalid choice: 'pink'",
    "screenshot a --out b --scale 9": "'9' is not a number from 1 to 2.5",
}


@pytest.mark.parametrize("call", WRONG)
def test_a_wrong_call_gets_one_sentence(genplay, call):
    outcome = genplay(*call.split())
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.sentence.startswith("genplay")
    assert WRONG[call] in outcome.sentence
    assert outcome.sentence.endswith("--help'.")
