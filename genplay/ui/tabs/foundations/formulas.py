"""The formula strip of each page, and which values stand below its terms."""

from genplay.families.foundations import FoundationsState
from genplay.ui import text
from genplay.ui.tabs.foundations import words
from genplay.ui.tabs.foundations.scene import Scene
from genplay.ui.widgets.formula import Term

Layout = tuple[tuple[Term, ...], ...]
_NONE_LEFT_OUT = 4  # pixels, of which the first three and the last are all
_P = "0.00 × 10⁻⁰"


def layout(state: FoundationsState) -> Layout:
    """Return the terms of the page's formula."""
    match state.page:
        case "count":
            return _count(sees_all=state.counted <= state.reach)
        case "bayes":
            return _bayes(given=bool(state.given))
        case _:
            return _chain(state)


def values(scene: Scene) -> dict[str, str]:
    """Return the values below the terms."""
    match scene.state.page:
        case "count":
            return _counted(scene.state)
        case "bayes":
            return _turned(scene)
        case _:
            return _multiplied(scene)


def _chain(state: FoundationsState) -> Layout:
    """The chain rule, its first factors and the last one; and how many numbers the table has."""
    n, suffix = state.pixels, "" if state.order == "raster" else "_o"

    def factor(formula: str, key: str) -> Term:
        return Term(formula=formula, key=key, token="blue", widest="0.000")

    product = (
        Term(formula=f"joint_{n}", key="joint", widest=_P),
        Term(formula="equals"),
        factor(f"first{suffix}", "p0"),
        Term(formula="times"),
        factor(f"second{suffix}", "p1"),
        Term(formula="times"),
        factor(f"third{suffix}", "p2"),
        Term(formula="times" if n == _NONE_LEFT_OUT else "dots"),
        factor(f"last{suffix}_{n}", "p-1"),
    )
    return product, (Term(formula=f"table_{n}", key="table", token="orange", widest="1,048,575 numbers"),)


def _multiplied(scene: Scene) -> dict[str, str]:
    state, factors = scene.state, scene.factors
    said = {"table": words.numbers(2**state.pixels - 1)}
    if factors is None:
        return said
    said["joint"] = text.share(factors.table)
    for place in (0, 1, 2, -1):
        said[f"p{place}"] = words.share(factors.factors[place].p)
    return said


def _count(*, sees_all: bool) -> Layout:
    """How many numbers each model has; AR-N of no more than N pixels is the full table."""

    def counted(formula: str, key: str, token: str = "text", widest: str = "10²³⁶") -> tuple[Term, ...]:
        return (Term(formula=formula, key=key, token=token, widest=widest),)

    return (
        counted("count_states", "states", widest="67,108,864"),
        counted("count_table", "table", "orange", "67,108,863"),
        counted("count_table" if sees_all else "count_ar", "arn", "blue", "100,000"),
        counted("count_markov", "markov", "blue", "1,567"),
        counted("count_independent", "independent", "blue", "784"),
        counted("count_rgb", "rgb", "orange", "16,777,215"),
    )


def _counted(state: FoundationsState) -> dict[str, str]:
    counts = words.counts(state.counted, state.reach)
    return {key: text.large(count) for key, count in counts.items()}


def _bayes(*, given: bool) -> Layout:
    c = "_c" if given else ""

    def p(formula: str, key: str, token: str = "blue", widest: str = "0.000") -> Term:
        return Term(formula=formula, key=key, token=token, widest=widest)

    rule = (
        p(f"a_b{c}", "a_b"),
        Term(formula="equals"),
        p(f"b_a{c}", "b_a"),
        Term(formula="times"),
        p(f"a{c}", "a"),
        Term(formula="over"),
        p(f"b{c}", "b"),
    )
    mutual = (
        p("mutual_given" if given else "mutual", "mutual", "orange", "0.000 bits"),
        Term(formula="mutual_sum_c" if given else "mutual_sum"),
    )
    return rule, mutual


def _turned(scene: Scene) -> dict[str, str]:
    answer = scene.answer
    if answer is None:
        return {}
    counted = (answer.p_a_b_given, answer.p_b_a_given, answer.p_a_given, answer.p_b_given)
    said = {key: words.share(ratio.p) for key, ratio in zip(("a_b", "b_a", "a", "b"), counted, strict=True)}
    return said | {"mutual": words.bits(answer.information)}
