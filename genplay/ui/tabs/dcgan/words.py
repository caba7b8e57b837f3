"""What the DCGAN tab says: places in the plane, directions, pins, verdicts."""

from collections.abc import Sequence

from genplay.families.dcgan import LABELS, SIDE, Explained, Shown
from genplay.ui import text
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
        return (translate(_CONTEXT, "on a walk"),)
    if latent.blend is not None:
        said = translate(_CONTEXT, "a sum of {count} seeds").format(count=len(latent.blend.seeds))
        return said, translate(_CONTEXT, "a sum")
    return place(latent.x, latent.y), place(latent.x, latent.y, 0)


def seed(x: int, y: int) -> str:
    """Return what a picture of the wall is of."""
    said = translate(_CONTEXT, "seed ({x}, {y})")
    return said.format(x=text.count(x), y=text.count(y))


def page(corner: tuple[int, int]) -> tuple[str, str]:
    """Return which seeds the wall and the plane show, and shortly from where on."""
    x, y = corner
    ends = (text.count(x), text.count(x + SIDE - 1), text.count(y), text.count(y + SIDE - 1))
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
    """Return where a direction comes from, and what its name says."""
    if explained is None:
        return ""
    share = text.number(100 * float(explained.shares[number]), 1)
    if explained.classes is None:
        said = translate(
            _CONTEXT, "Principal component {number} of G's first layer: {share} % of its variance."
        )
    else:
        said = translate(
            _CONTEXT,
            "Principal component {number} of G's first layer: {share} % of its variance. It is called by the "
            "classes that a classifier reads more often 2 deviations back and forth; nobody labelled it.",
        )
    return said.format(number=number + 1, share=share)


def raw(number: int) -> str:
    """Return what a raw number of the noise is called."""
    return "z" + text.subscript(number + 1)


def verdict(shown: Shown, *, terse: bool) -> str:
    """Return what D makes of a generated picture, perhaps in fewer words."""
    if terse:
        return translate(_CONTEXT, "D: real with {share}").format(share=text.prob(shown.verdict))
    said = translate(_CONTEXT, "D says real with {share}; no density.")
    return said.format(share=text.prob(shown.verdict))


def pins(numbers: Sequence[int]) -> str:
    """Return pins by the numbers that are shown, as in "1, 4"."""
    return ", ".join(str(number + 1) for number in numbers)


def term(letter: str, numbers: Sequence[int]) -> str:
    """Return a term of the arithmetic with its pins, of which many are counted."""
    if len(numbers) > _MOST_NAMED:
        said = translate(_CONTEXT, "{letter}: {count} pins")
        return said.format(letter=letter, count=len(numbers))
    return translate(_CONTEXT, "{letter}: {pins}").format(letter=letter, pins=pins(numbers) or UNKNOWN)
