"""What the tab says: numbers in words, each with the arithmetic behind it."""

from genplay.families.foundations import (
    MODELS,
    Fit,
    Fitted,
    FoundationsState,
    Name,
    Ratio,
    counting,
)
from genplay.families.orders import NAMES
from genplay.ui import text
from genplay.ui.tabs.foundations.scene import Scene
from genplay.ui.translation import translate

UNKNOWN = "–"
_LITTLE = 0.000995  # bits that three decimals would not tell from none
_CONTEXT = "foundations"


def model_name(name: Name, reach: int) -> str:
    """Return a model's name, AR-N with the N that is chosen."""
    if name == "arn":
        return translate(_CONTEXT, "AR-{reach}").format(reach=reach)
    return translate("families", MODELS[name])


def order_name(state: FoundationsState) -> str:
    """Return how the pixels are read, in small letters, such as "row by row"."""
    said = translate("orders", NAMES[state.order])
    return said[:1].lower() + said[1:]


def value(bit: int) -> str:
    """Return "ink" or "paper"."""
    return translate(_CONTEXT, "ink") if bit else translate(_CONTEXT, "paper")


def share(p: float | None) -> str:
    """Return a probability, or a dash where there is none."""
    return UNKNOWN if p is None else text.share(p)


def ratio(counted: Ratio) -> str:
    """Return a probability as it was counted, such as "2,461 of 6,012"."""
    said = translate(_CONTEXT, "{count} of {of}")
    return said.format(count=text.count(counted.count), of=text.count(counted.of))


def bits(amount: float | None) -> str:
    """Return an amount of information, such as "0.36 bits"; only of exactly none "0 bits"."""
    if amount is None:
        return UNKNOWN
    written = text.share(amount) if amount < _LITTLE else text.number(amount, _decimals(amount))
    return translate(_CONTEXT, "{bits} bits").format(bits=written)


def _decimals(amount: float) -> int:
    """Return how many decimals an amount of information has on screen."""
    return 2 if amount >= 0.0995 else 3


def numbers(count: int) -> str:
    """Return how many free numbers, such as "4,095 numbers"; of a million or more the number alone."""
    if count >= 1_000_000:
        return text.large(count)
    return translate(_CONTEXT, "{count} numbers").format(count=text.large(count))


# -- the picture ------------------------------------------------------------------------------------------


def inked(state: FoundationsState) -> str:
    """Return how much of the picture is ink, such as "5 of 12 ink"."""
    said = translate(_CONTEXT, "{ink} of {pixels} ink")
    return said.format(ink=int(state.drawing.flat().sum()), pixels=state.pixels)


def data(fitted: Fitted | None, state: FoundationsState) -> str:
    """Return what is counted, for the header."""
    rows, columns = state.size
    count = text.count(fitted.patches if fitted else counting.TRAINING)
    said = translate(_CONTEXT, "{count} patches of MNIST, cut to {rows} × {columns}")
    return said.format(count=count, rows=rows, columns=columns)


def pixels(count: int) -> str:
    """Return for how many pixels is counted, such as "n = 12"."""
    return translate(_CONTEXT, "n = {count}").format(count=count)


def counts(pixels: int, reach: int) -> dict[str, int]:
    """Return the counts of so many pixels by name: "states", the models', and "rgb" of one colour pixel."""
    models = {name: counting.parameters(name, pixels, reach) for name in MODELS}
    return {"states": counting.states(pixels), **models, "rgb": counting.RGB_PIXEL}


def counters(pixels: int, reach: int) -> list[tuple[str, int]]:
    """Return how many numbers each description of so many pixels has, the largest first."""
    named: list[tuple[str, int]] = [(translate(_CONTEXT, "States"), counting.states(pixels))]
    for name in MODELS:
        named.append((model_name(name, reach), counting.parameters(name, pixels, reach)))
    return named


def arithmetic(key: str, pixels: int, reach: int) -> str:
    """Return how a count comes about, with the numbers in it, such as "2¹² − 1 ="; "" where it is just n.

    Where the count is written to three figures, it ends in "≈".
    """
    raised, near = text.superscript, min(pixels, reach)
    minus_one = f" {text.MINUS} 1"
    said = {
        "states": f"2{raised(pixels)}",
        "table": f"2{raised(pixels)}{minus_one}",
        "arn": f"2{raised(near)}{minus_one} + {pixels - near} · 2{raised(reach)}",
        "markov": f"2 · {pixels}{minus_one}",
        "rgb": f"256{raised(3)}{minus_one}",
    }
    equals = "=" if text.is_exact(counts(pixels, reach)[key]) else "≈"
    return f"{said[key]} {equals}" if key in said else ""


def gasp(pixels: int) -> str:
    """Return what the full table's number for so many pixels means, beside what Markov needs."""
    numbers = counting.full_table(pixels)
    if numbers <= counting.TRAINING:
        said = translate(
            _CONTEXT, "Fewer numbers than the {training} training pictures: this table can be counted."
        )
    elif numbers <= counting.ATOMS:
        said = translate(
            _CONTEXT,
            "{times} numbers for each of the {training} training pictures: nearly all of the table stays "
            "empty. Markov needs {markov}.",
        )
    else:
        said = translate(
            _CONTEXT,
            "{universes} numbers for each of the universe’s {atoms} atoms. Markov needs {markov}.",
        )
    return said.format(
        training=text.count(counting.TRAINING),
        times=text.large(numbers // counting.TRAINING),
        universes=text.large(numbers // counting.ATOMS),
        atoms=text.power(80),
        markov=text.count(counting.markov(pixels)),
    )


# -- the chain rule ---------------------------------------------------------------------------------------


def caption(scene: Scene, place: int) -> str:
    """Return what a card says of its factor: what is read, or which pixel will be."""
    pixel = int(scene.sequence[place])
    if place < scene.state.cursor:
        said = translate(_CONTEXT, "{value} at {pixel}")
        return said.format(value=value(int(scene.state.drawing.flat()[pixel])), pixel=pixel + 1)
    return translate(_CONTEXT, "pixel {pixel}").format(pixel=pixel + 1)


def factor(scene: Scene, place: int) -> str:
    """Return a factor, or a dot where it has not been read yet."""
    if place >= scene.state.cursor:
        return "·"
    return UNKNOWN if scene.factors is None else share(scene.factors.factors[place].p)


def product_of(scene: Scene) -> tuple[str, str, str]:
    """Return what the product strip says: of how many factors, its value, and where all of them land."""
    state, factors = scene.state, scene.factors
    said = translate(_CONTEXT, "Product of {count} factors").format(count=state.cursor)
    if state.cursor == 1:
        said = translate(_CONTEXT, "Product of 1 factor")
    if factors is None:
        return said, UNKNOWN, ""
    lands = translate(_CONTEXT, "all {count} land on the table’s {p}")
    if state.cursor == state.pixels:
        lands = translate(_CONTEXT, "the table’s {p}, exactly")
    return (
        said,
        text.share(factors.running[state.cursor]),
        lands.format(count=state.pixels, p=text.share(factors.table)),
    )


PHASES = 3


def phase(scene: Scene) -> str:
    """Return what happens in this phase of slow motion, with its numbers."""
    if scene.factors is None or not scene.state.cursor or scene.phase is None:
        return ""
    read = scene.factors.factors[scene.state.cursor - 1]
    values = {
        "pixel": read.pixel + 1,
        "agree": text.count(read.agree),
        "matching": text.count(read.matching),
        "value": value(read.value),
        "p": share(read.p),
        "product": text.share(scene.factors.running[scene.state.cursor]),
    }
    if not read.agree:
        none = translate(
            _CONTEXT, "No patch agrees with all that was read before pixel {pixel}: there is no p."
        )
        return none.format(**values)
    said = (
        translate(_CONTEXT, "{agree} patches agree with all that was read before pixel {pixel}."),
        translate(_CONTEXT, "{matching} of these {agree} have {value} at pixel {pixel}: {p}."),
        translate(_CONTEXT, "The product becomes {product}: {matching} of all patches begin so."),
    )
    return said[scene.phase].format(**values)


def reading(scene: Scene) -> list[tuple[str, str, bool]]:
    """Return the parts of the reading line: the pixel in focus and the arithmetic of its factor."""
    pixel = scene.focus
    if scene.factors is None:
        return [(UNKNOWN, "text2", False)]
    if pixel is None:
        return [(translate(_CONTEXT, "Nothing is read yet: the product of no factor is 1."), "text2", False)]
    place = int(scene.ranks[pixel])
    read = scene.factors.factors[place]
    width = scene.state.drawing.width
    where = translate(_CONTEXT, "Row {row}, column {column}").format(
        row=pixel // width + 1, column=pixel % width + 1
    )
    return [
        (where, "text", False),
        (value(read.value), "text2", False),
        (
            translate(_CONTEXT, "{ratio} patches").format(ratio=ratio(Ratio(read.matching, read.agree))),
            "text2",
            False,
        ),
        (translate(_CONTEXT, "p = {p}").format(p=share(read.p)), "blue", True),
    ]


# -- the models -------------------------------------------------------------------------------------------


def fit_formula(fit: Fit, fitted: Fitted) -> str:
    """Return the arithmetic behind a model's probability of the picture."""
    if fit.factors and not fit.prob:
        said = translate(_CONTEXT, "= 0: some {count} pixels in a row never seen")
        return said.format(count=fitted.reach + 1)
    if fit.factors:
        first, second, *_, last = (text.prob(factor) for factor in fit.factors)
        return f"= {first} · {second} ⋯ {last}"
    said = translate(_CONTEXT, "= {seen} / {patches} patches")
    if not fitted.seen:
        said = translate(_CONTEXT, "= {seen} / {patches} patches: never seen")
    return said.format(seen=text.count(fitted.seen), patches=text.count(fitted.patches))


def cost(fit: Fit, fitted: Fitted) -> str:
    """Return what a model costs as a difference, such as "KL 8.96 − 6.59 ="; of the table, in words.

    The rounded numbers add up: the cross-entropy gives way, by half a unit of the last decimal at most.
    """
    if not fit.kl:
        return translate(_CONTEXT, "KL from the data")
    decimals = _decimals(fit.kl)
    entropy = round(fitted.entropy, decimals)
    cross = entropy + round(fit.kl, decimals)
    said = translate(_CONTEXT, "KL {cross} − {entropy} =")
    return said.format(cross=text.number(cross, decimals), entropy=text.number(entropy, decimals))


def order_read(state: FoundationsState) -> str:
    """Return how the models read the pixels, where it is not row by row."""
    return "" if state.order == "raster" else order_name(state)


def cost_formula(fit: Fit, fitted: Fitted) -> str:
    """Return the arithmetic behind what a model costs."""
    said = translate(_CONTEXT, "KL {kl} = cross-entropy {cross} − entropy {entropy}, in bits")
    cross, entropy = (text.number(part, 2) for part in (fit.cross_entropy, fitted.entropy))
    return said.format(cross=cross, entropy=entropy, kl=text.number(fit.kl, 2))


def entropy(fitted: Fitted | None) -> str:
    """Return the entropy of the data, which the cost of a model is on top of, and how many pictures occur."""
    if fitted is None:
        return ""
    said = translate(_CONTEXT, "Entropy of the data {bits}: {distinct} pictures occur, {blank} % are blank.")
    blank = round(100 * fitted.blank / fitted.patches)
    return said.format(bits=bits(fitted.entropy), distinct=text.count(fitted.distinct), blank=blank)


def provenance() -> str:
    """Return where the patches are from."""
    return translate(
        _CONTEXT,
        "One patch of each of MNIST’s 60,000 training digits, at a random place within the middle 12 × 12 "
        "pixels, ink from 128 of 255 on. Smaller pictures are the top left corner of the same 4 × 5 patch.",
    )
