"""What the DCGAN tab says: places in the plane, directions, pins, verdicts."""

from collections.abc import Sequence

from genplay.families.dcgan import LABELS, SPAN, Explained, Pixels, Reckoned, Shown
from genplay.ui import text
from genplay.ui.tabs import pixel_words
from genplay.ui.tabs.dcgan.scene import Scene
from genplay.ui.translation import translate

UNKNOWN = "–"
_CONTEXT = "dcgan"
_MOST_NAMED = 3  # pins of a term that have room below its picture


def place(x: float, y: float, decimals: int = 2) -> str:
    """Return a point of the plane, as in "(3.25, −2.00)"."""
    return f"({text.number(x, decimals)}, {text.number(y, decimals)})"


def whereabouts(scene: Scene) -> tuple[str, ...]:
    """Return where the picture that is seen comes from, in words, then in fewer."""
    pointed, state = scene.pointed, scene.state
    latent = state.latent if pointed is None else pointed.latent
    if pointed is None and state.walk is not None:
        first, second, _ = state.leg(state.walk)
        ends = {"first": pins((first,)), "second": pins((second,))}
        said = translate(_CONTEXT, "on a walk, {first} to {second}").format(**ends)
        less = translate(_CONTEXT, "walk {first} to {second}").format(**ends)
        return said, less, translate(_CONTEXT, "on a walk")
    if latent.blend is not None:
        said = translate(_CONTEXT, "a sum of {count} seeds").format(count=len(latent.blend.seeds))
        return said, translate(_CONTEXT, "a sum")
    return place(latent.x, latent.y), place(latent.x, latent.y, 0)


def seed(x: int, y: int) -> str:
    """Return what a picture of the wall is of."""
    said = translate(_CONTEXT, "seed ({x}, {y})")
    return said.format(x=text.count(x), y=text.count(y))


def page(corner: tuple[int, int]) -> tuple[str, str]:
    """Return which seeds the plane shows, and shortly from where on."""
    x, y = corner
    ends = (text.count(x), text.count(x + SPAN - 1), text.count(y), text.count(y + SPAN - 1))
    said = translate(_CONTEXT, "x {left} to {right}, y {top} to {bottom}")
    said = said.format(left=ends[0], right=ends[1], top=ends[2], bottom=ends[3])
    return said, translate(_CONTEXT, "from ({x}, {y})").format(x=ends[0], y=ends[2])


def direction(number: int, model: str, explained: Explained | None) -> str:
    """Return what a direction is called: by the classes that it leads to, where they are known."""
    moved = None if explained is None else explained.moved(number)
    if moved is None:
        return translate(_CONTEXT, "Direction {number}").format(number=number + 1)
    back, forth = (translate("families", LABELS[model][label]) for label in moved)
    said = translate(_CONTEXT, "{number} · {back} to {forth}")
    return said.format(number=number + 1, back=back, forth=forth)


def explanation(number: int, explained: Explained | None) -> str:
    """Return where a direction comes from, and what its name says, or why it has none."""
    if explained is None:
        return ""
    share = text.number(100 * float(explained.shares[number]), 1)
    if explained.classes is None:
        said = translate(
            _CONTEXT,
            "Principal component {number} of G’s first layer before its ReLU: {share} % of its variance.",
        )
    elif explained.moved(number) is None:
        said = translate(
            _CONTEXT,
            "Principal component {number} of G’s first layer before its ReLU: {share} % of its variance. It "
            "has no name: moved 2 deviations either way, it changes little that a classifier knows.",
        )
    else:
        said = translate(
            _CONTEXT,
            "Principal component {number} of G’s first layer before its ReLU: {share} % of its variance. It "
            "is called by what changes most for a classifier when it is moved 2 deviations either way; "
            "nobody labelled it.",
        )
    return said.format(number=number + 1, share=share)


def raw(number: int) -> str:
    """Return what a raw number of the noise is called."""
    return "z" + text.subscript(number + 1)


def verdict(shown: Shown, *, terse: bool) -> str:
    """Return what D makes of a generated picture, perhaps in fewer words."""
    if terse:
        return translate(_CONTEXT, "D(G(z)) = {share}").format(share=text.prob(shown.verdict))
    said = translate(_CONTEXT, "D(G(z)) = {share}, no density.")
    return said.format(share=text.prob(shown.verdict))


def no_density(*, normed: bool) -> str:
    """Return why D's verdict on G's pictures is no density, and what its normalisation does to it."""
    said = translate(_CONTEXT, "D is no density: it only ever learned to tell pictures of G from real ones.")
    return f"{said}\n{normalised()}" if normed else said


def normalised() -> str:
    """Return what D's batch normalisation does to its verdicts on G's pictures."""
    return translate(
        _CONTEXT,
        "D’s batch normalisation has the averages of real pictures here; with those of a batch of forged "
        "ones, as in training, D(G(z)) is another number, and mostly lower.",
    )


def pixel(pixels: Pixels, index: int, *, terse: bool) -> str:
    """Return what a picture, (S, S, C), has at a pixel, counted from 0 in raster order."""
    parts = pixels.reshape(-1, pixels.shape[-1])[index].tolist()
    value = text.number(parts[0] / 255, 2) if len(parts) == 1 else ", ".join(map(str, parts))
    return pixel_words.pixel(index, pixels.shape[1], value, terse=terse)


def length(found: Reckoned) -> str:
    """Return how long the noise of the arithmetic's result is."""
    return translate(_CONTEXT, "|z′| {length}").format(length=text.number(found.length, 2))


def usual(found: Reckoned) -> str:
    """Return how long the noise of a sample usually is."""
    said = translate(_CONTEXT, "Usual |z|: {length}.")
    return said.format(length=text.number(found.usual, 1).removesuffix(".0"))


def lengths() -> str:
    """Return what the length of the result's noise says."""
    return translate(
        _CONTEXT,
        "Noise of L numbers has a length near √L, times the truncation, as all that G learned from had. The "
        "mean of three pins is shorter, and a sum of three such means about as long again; of single pins "
        "it is longer, and G never saw its like.",
    )


def pins(numbers: Sequence[int]) -> str:
    """Return pins by the numbers that are shown, as in "1, 4"."""
    return ", ".join(str(number + 1) for number in numbers)


def term(letter: str, numbers: Sequence[int]) -> str:
    """Return a term of the arithmetic with its pins, of which many are counted."""
    if len(numbers) > _MOST_NAMED:
        said = translate(_CONTEXT, "{letter}: {count} pins")
        return said.format(letter=letter, count=len(numbers))
    return translate(_CONTEXT, "{letter}: {pins}").format(letter=letter, pins=pins(numbers) or UNKNOWN)
