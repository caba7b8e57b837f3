from dataclasses import replace

import numpy as np
import pytest

from genplay.families.base import Drawing
from genplay.families.foundations import MODELS, Ratio
from genplay.families.orders import NAMES
from genplay.ui import text
from genplay.ui.tabs.foundations import words


def test_the_models_names_with_the_n_that_is_chosen():
    assert [words.model_name(name, 3) for name in MODELS].count("AR-3") == 1
    assert words.model_name("arn", 8) == "AR-8"
    assert len({words.model_name(name, 3) for name in MODELS}) == 4


@pytest.mark.parametrize("order", NAMES)
def test_an_order_s_name_is_in_small_letters(scene, order):
    said = words.order_name(scene(answered=False, order=order).state)
    assert said == NAMES[order].lower()


def test_a_probability_is_a_dash_where_there_is_none():
    assert (words.share(None), words.bits(None)) == ("–", "–")
    assert (words.share(0.0), words.share(0.5), words.share(1.0)) == ("0", "0.500", "1")


def test_counts_are_said_with_what_they_are_of():
    assert words.ratio(Ratio(2461, 6012)) == "2,461 of 6,012"
    assert words.ratio(Ratio(0, 0)) == "0 of 0"


@pytest.mark.parametrize(
    ("bits", "said"),
    [
        (0.0, "0 bits"),
        (0.0396, "0.040 bits"),
        (0.0944, "0.094 bits"),
        (0.096, "0.096 bits"),
        (0.0996, "0.10 bits"),
        (2.2e-4, "2.20 × 10⁻⁴ bits"),
        (0.364, "0.36 bits"),
        (5.0456, "5.05 bits"),
    ],
)
def test_a_little_information_has_a_decimal_more(bits, said):
    assert words.bits(bits) == said


@pytest.mark.parametrize(
    ("count", "said"),
    [(12, "12 numbers"), (4095, "4,095 numbers"), (2**20 - 1, "1,048,575"), (2**784 - 1, "1.02 × 10²³⁶")],
)
def test_how_many_numbers(count, said):
    assert words.numbers(count) == said


def test_how_much_is_ink(scene):
    assert words.inked(scene(answered=False).state) == "5 of 12 ink"
    blank = scene(answered=False, drawing=Drawing.blank(4, 5), cursor=0)
    assert words.inked(blank.state) == "0 of 20 ink"


def test_the_header_says_which_patches_even_while_they_are_awaited(scene):
    said = "60,000 patches of MNIST, cut to 3 × 4"
    made = scene()
    assert words.data(made.fitted, made.state) == words.data(None, made.state) == said
    few = replace(made.fitted, patches=7)
    assert words.data(few, made.state).startswith("7 patches")


@pytest.mark.parametrize("reach", [1, 4, 8])
@pytest.mark.parametrize("pixels", [1, 4, 12, 20, 784])
def test_the_counters_are_what_the_trees_of_conditionals_add_up_to(pixels, reach):
    arn = sum(2 ** min(i, reach) for i in range(pixels))
    expected = {
        "states": 2**pixels,
        "table": 2**pixels - 1,
        "arn": arn,
        "markov": sum(2 ** min(i, 1) for i in range(pixels)),
        "independent": pixels,
        "rgb": 256**3 - 1,
    }
    assert words.counts(pixels, reach) == expected
    shown = words.counters(pixels, reach)
    assert [count for _, count in shown] == [expected["states"], *(expected[name] for name in MODELS)]


PLAIN = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹−·", "0123456789-*")


def worked_out(said):
    """Work out an arithmetic as it is written."""
    powered = ""
    for before, sign in zip(" " + said, said, strict=False):
        raised = sign in "⁰¹²³⁴⁵⁶⁷⁸⁹"
        powered += ("**" if raised and before not in "⁰¹²³⁴⁵⁶⁷⁸⁹" else "") + sign
    return eval(powered.translate(PLAIN).rstrip("=≈"))  # digits and signs alone


@pytest.mark.parametrize("reach", range(1, 9))
@pytest.mark.parametrize("pixels", [1, 2, 3, 5, 8, 9, 12, 20, 64, 784])
def test_the_arithmetic_gives_the_count(pixels, reach):
    counts = words.counts(pixels, reach)
    for key, count in counts.items():
        said = words.arithmetic(key, pixels, reach)
        if key == "independent":
            assert said == ""
        else:
            assert worked_out(said) == count, said
            assert said.endswith("=") == (text.large(count) == f"{count:,}")


def test_the_arithmetic_as_on_the_blackboard():
    said = [words.arithmetic(key, 12, 4) for key in ("states", "table", "arn", "markov", "rgb")]
    assert said == ["2¹² =", "2¹² − 1 =", "2⁴ − 1 + 8 · 2⁴ =", "2 · 12 − 1 =", "256³ − 1 ="]


# -- the chain rule ----------------------------------------------------------------------------------------


def test_a_card_says_what_is_read_or_which_pixel_will_be(scene):
    made = scene(order="reversed", cursor=2)
    assert [words.caption(made, place) for place in (0, 1, 2, 11)] == [
        "paper at 12",
        "ink at 11",
        "pixel 10",
        "pixel 1",
    ]


def test_a_factor_is_counted_or_a_dot_or_a_dash(scene, data):
    made = scene(cursor=2)
    first = (data[:, 0] == 0).mean()
    assert words.factor(made, 0) == text.share(first)
    assert words.factor(made, 2) == "·"
    assert words.factor(scene(answered=False, cursor=2), 0) == "–"


def test_a_factor_whose_condition_never_happened_is_a_dash(scene, checkerboard):
    made = scene(drawing=checkerboard(3, 4), cursor=12)
    assert words.factor(made, 7) == "0"
    assert [words.factor(made, place) for place in range(8, 12)] == ["–"] * 4


@pytest.mark.parametrize("cursor", [0, 1, 7, 11])
def test_the_product_so_far_and_where_all_of_them_land(scene, data, cursor):
    made = scene(cursor=cursor)
    flat = made.state.drawing.flat()
    begun = (data[:, :cursor] == flat[:cursor]).all(1).mean()
    whole = (data == flat).all(1).mean()
    said = words.product_of(made)
    assert said[0] == ("Product of 1 factor" if cursor == 1 else f"Product of {cursor} factors")
    assert said[1] == text.share(begun)
    assert said[2] == f"all 12 land on the table’s {text.share(whole)}"


@pytest.mark.parametrize("order", NAMES)
def test_in_every_order_the_product_lands_exactly_on_the_table(scene, data, order):
    made = scene(cursor=12, order=order, order_seed=4)
    whole = text.share((data == made.state.drawing.flat()).all(1).mean())
    assert words.product_of(made) == ("Product of 12 factors", whole, f"the table’s {whole}, exactly")


def test_the_product_is_a_dash_while_it_is_awaited(scene):
    assert words.product_of(scene(answered=False, cursor=3)) == ("Product of 3 factors", "–", "")


def test_slow_motion_says_the_counts_of_each_phase(scene, data):
    flat = scene(answered=False).state.drawing.flat()
    agree = (data[:, :6] == flat[:6]).all(1)
    both = agree & (data[:, 6] == flat[6])
    p = text.share(both.sum() / agree.sum())
    said = [words.phase(scene(cursor=7, phase=phase)) for phase in range(words.PHASES)]
    assert said == [
        f"{agree.sum():,} patches agree with all that was read before pixel 7.",
        f"{both.sum():,} of these {agree.sum():,} have ink at pixel 7: {p}.",
        f"The product becomes {text.share(both.mean())}: {both.sum():,} of all patches begin so.",
    ]


def test_slow_motion_never_says_that_something_is_not_a_number(scene, checkerboard):
    made = [scene(drawing=checkerboard(3, 4), cursor=10, phase=phase) for phase in range(words.PHASES)]
    said = [words.phase(one) for one in made]
    assert set(said) == {"No patch agrees with all that was read before pixel 10: there is no p."}


@pytest.mark.parametrize(
    "values", [{"cursor": 0, "phase": 1}, {"cursor": 3}, {"cursor": 3, "phase": 1, "answered": False}]
)
def test_without_a_step_there_is_no_phase(scene, values):
    assert words.phase(scene(**values)) == ""


def test_the_reading_line_says_where_what_and_out_of_how_many(scene, data):
    made = scene(hovered=6)
    agree = (data[:, :6] == made.state.drawing.flat()[:6]).all(1)
    both = (agree & (data[:, 6] == 1)).sum()
    assert [part[0] for part in words.reading(made)] == [
        "Row 2, column 3",
        "ink",
        f"{both:,} of {agree.sum():,} patches",
        f"p = {text.share(both / agree.sum())}",
    ]


def test_before_the_first_factor_there_is_nothing_to_read(scene):
    (said,) = words.reading(scene(cursor=0))
    assert said[0] == "Nothing is read yet: the product of no factor is 1."


def test_while_it_is_awaited_nothing_is_said_of_the_product(scene):
    assert [said for said, _, _ in words.reading(scene(answered=False, cursor=3, hovered=5))] == ["–"]


def test_a_hovered_pixel_without_a_condition_is_read_as_a_dash(scene, checkerboard):
    made = scene(drawing=checkerboard(3, 4), cursor=0, hovered=11)
    assert [part[0] for part in words.reading(made)][2:] == ["0 of 0 patches", "p = –"]


# -- the models and Bayes' rule ----------------------------------------------------------------------------


def test_behind_the_table_s_probability_stand_the_patches(scene, data):
    made = scene()
    seen = (data == made.state.drawing.flat()).all(1).sum()
    said = words.fit_formula(made.fitted.model("table"), made.fitted)
    assert said == f"= {seen} / 60,000 patches"


@pytest.mark.parametrize("name", ["arn", "markov", "independent"])
def test_behind_a_model_s_cost_stands_its_cross_entropy(scene, data, name):
    fitted = scene().fitted
    counts = np.unique(data, axis=0, return_counts=True)[1] / len(data)
    entropy, kl = -(counts * np.log2(counts)).sum(), fitted.model(name).kl
    said = words.cost_formula(fitted.model(name), fitted)
    numbers = f"KL {kl:.2f} = cross-entropy {entropy + kl:.2f} − entropy {entropy:.2f}"
    assert said == f"{numbers}, in bits"


def test_behind_a_model_s_probability_stand_its_factors(scene, data):
    fit = scene().fitted.model("independent")
    flat = scene().state.drawing.flat()
    shares = (data == flat).mean(0)
    assert np.prod(shares) == pytest.approx(fit.prob)
    expected = f"= {shares[0]:.3f} · {shares[1]:.3f} ⋯ {shares[-1]:.3f}"
    assert words.fit_formula(fit, scene().fitted) == expected


def test_what_the_data_are_is_said(scene, data):
    counts = np.unique(data, axis=0, return_counts=True)[1] / len(data)
    said = words.entropy(scene().fitted)
    assert f"{-(counts * np.log2(counts)).sum():.2f} bits" in said
    assert f"{len(counts):,} pictures occur" in said
    assert f"{100 * (data == 0).all(1).mean():.0f} % are blank" in said
    assert words.entropy(None) == ""
    assert "128 of 255" in words.provenance()


@pytest.mark.parametrize("reach", range(1, 9))
def test_what_a_model_costs_adds_up_on_the_blackboard(scene, reach):
    fitted = scene(reach=reach).fitted
    for fit in fitted.models[1:]:
        cross, entropy = words.cost(fit, fitted).removeprefix("KL ").removesuffix(" =").split(" − ")
        shown = words.bits(fit.kl).removesuffix(" bits")
        assert round(float(cross) - float(entropy), 3) == float(shown)
        assert float(cross) == pytest.approx(fit.cross_entropy, abs=0.0101)


@pytest.mark.parametrize(("n", "said"), [(12, "Fewer numbers"), (20, "17 numbers for each"), (784, "10¹⁵⁶")])
def test_what_a_count_means_is_said(n, said):
    assert said in words.gasp(n)
