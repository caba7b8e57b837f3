"""What is said of the discriminator: its verdict, where it lies, what its features are good for."""

import numpy as np

from genplay.families.dcgan import (
    BORDER,
    COLOURED,
    PAGES,
    PAPER_LINEAR,
    TAUGHT,
    Explained,
    Floats,
    Kind,
    Scored,
    Verdict,
)
from genplay.ui import text
from genplay.ui.translation import translate

UNKNOWN = "–"
_REAL = 0.5  # from here on D takes a picture for real rather than for G's
_CONTEXT = "dcgan"


def verdict(found: Verdict | None) -> str:
    """Return D(x)."""
    return UNKNOWN if found is None else text.share(found.verdict)


def beside(found: Verdict | None) -> tuple[str, ...]:
    """Return what stands beside a verdict, the longest first: its logit, and that it is no density.

    Where there is no room for both, the warning stays.
    """
    short = translate(_CONTEXT, "no density")
    if found is None:
        return (short,)
    logit = translate(_CONTEXT, "logit {number}, no density").format(number=text.number(found.logit, 2))
    return logit, short


def beyond(logits: Floats, value: float) -> int:
    """Return the whole percentage of pictures whose logit is no more than a value, rounded down."""
    return max(int(np.searchsorted(logits, value, "right")) - 1, 0)


def place(found: Verdict | None, logits: Floats | None) -> str:
    """Return which share of the real and of the forged pictures D gives less."""
    if logits is None:
        return translate(_CONTEXT, "Where real and forged pictures lie did not come with this model.")
    if found is None:
        return ""
    real, forged = (beyond(row, found.logit) for row in logits)
    said = translate(_CONTEXT, "Above {real} % of the real test pictures, and {forged} % of G’s.")
    return said.format(real=real, forged=forged)


def warning(scored: Scored | None) -> str:
    """Return why D's verdict is no density; a page that D takes for real, showing nothing, proves it."""
    if scored is None or scored.verdicts[scored.most] < _REAL:
        return translate(
            _CONTEXT,
            "No density: D only ever told G’s pictures from real ones. "
            "What is like neither may get any number.",
        )
    page = PAGES[scored.model][scored.most]
    said = translate(
        _CONTEXT,
        "No density: D only ever told G’s pictures from real ones. “{page}”, like neither, gets {share}.",
    )
    return said.format(page=translate("families", page.name), share=text.share(scored.verdicts[scored.most]))


def kind(name: Kind) -> str:
    """Return what a linear classifier learned from."""
    return {
        "features": translate(_CONTEXT, "D’s features"),
        "random": translate(_CONTEXT, "Untrained D"),
        "pixels": translate(_CONTEXT, "Pixels"),
    }[name]


def right(explained: Explained | None, name: Kind) -> str:
    """Return which share of the test pictures a linear classifier gets right."""
    share = None if explained is None else explained.right.get(name)
    return UNKNOWN if share is None else text.percent(share)


def test_shortly(model: str) -> str:
    """Return in a few words what their shares are of, and how many labels taught them."""
    said = {
        "dcgan_fashion": translate(_CONTEXT, "share of test items right, {count} labels"),
        "dcgan_avatars": translate(_CONTEXT, "all 7 attributes right, {count} labels"),
    }[model]
    return said.format(count=text.count(TAUGHT[model]))


def sample(model: str) -> str:
    """Return what the link to judge the generated picture takes."""
    if model in COLOURED:
        return translate(_CONTEXT, "Take the picture that G has made")
    said = translate(_CONTEXT, "Take the picture that G has made, without its border of {border} pixels")
    return said.format(border=BORDER)


def test(model: str) -> str:
    """Return what the linear classifiers were asked, and what the paper's said."""
    said = {
        "dcgan_fashion": translate(_CONTEXT, "Right on the test items, taught by {count} labelled ones."),
        "dcgan_avatars": translate(
            _CONTEXT, "Hair colour and six attributes all right at once, taught by {count} labelled avatars."
        ),
    }[model]
    paper = translate(_CONTEXT, "The paper’s own test: {number} on CIFAR-10, of a D taught by ImageNet.")
    told = said.format(count=text.count(TAUGHT[model]))
    return translate(_CONTEXT, "{test} {paper}").format(
        test=told, paper=paper.format(number=text.percent(PAPER_LINEAR))
    )
