"""What is said of a model's answer: a score as it is, a bound always as one.

From a bound on log p(x) from below others follow: how many bits a pixel has at most, how far at most the
model is behind another, and how far at least another is behind it.
"""

from genplay.families.autoregressive import Conditionals
from genplay.families.vae import LowerBound
from genplay.ui import text
from genplay.ui.tabs.autoregressive import words
from genplay.ui.translation import translate

Answer = Conditionals | LowerBound
_LEAST, _MOST = "≥ ", "≤ "


def value(answer: Answer) -> float:
    """Return log p(x) in nats, or the bound on it."""
    return answer.bound if isinstance(answer, LowerBound) else answer.log_prob


def nats(answer: Answer) -> str:
    """Return log p(x), or what it is at least."""
    return (_LEAST if isinstance(answer, LowerBound) else "") + text.nats(value(answer))


def bits(answer: Answer) -> str:
    """Return the bits a pixel, or what they are at most."""
    if isinstance(answer, LowerBound):
        return _MOST + text.bits(answer.most_bits)
    return text.bits(answer.bits_per_pixel)


def behind(answer: Answer, best: Answer) -> str:
    """Return how many nats a model has more than the best: what they are at least or at most near a bound."""
    sign = _LEAST if isinstance(answer, LowerBound) else _MOST if isinstance(best, LowerBound) else ""
    return sign + words.signed(value(answer) - value(best))


def about_behind(answer: Answer, best: Answer) -> str:
    """Return what that is, in words."""
    if isinstance(answer, LowerBound):
        return translate("autoregressive", "Nats below the best of them at most: it is a bound")
    if isinstance(best, LowerBound):
        return translate("autoregressive", "Nats below the best of them at least: that one is a bound")
    return translate("autoregressive", "Nats below the best of them")


def about(answer: Answer) -> str:
    """Return how good the model is on average; of a bound, what it is. "" where nothing is known."""
    if not isinstance(answer, LowerBound):
        return words.measured(answer)
    return translate(
        "autoregressive",
        "A lower bound on log p(x), by {count} codes; its percentile is among the bounds of the test digits.",
    ).format(count=text.count(answer.samples))


def figures(answer: Answer) -> str:
    """Return the same in a few words."""
    if not isinstance(answer, LowerBound):
        return words.figures(answer)
    return translate("autoregressive", "bound, {count} codes").format(count=text.count(answer.samples))


def no_pixel() -> str:
    """Return why a model that bounds says nothing of a pixel."""
    return translate(
        "autoregressive",
        "A VAE has no probability of a pixel given those before it: it bounds p(x) as a whole.",
    )


def no_map(answer: LowerBound) -> tuple[str, ...]:
    """Return what stands in the place of its maps, at length and then shorter."""
    bound = translate("autoregressive", "Bound, {count} codes.").format(count=text.count(answer.samples))
    why = translate("autoregressive", "No map: no pixel has a probability given those before.")
    brief = translate("autoregressive", "No map: it has no p of a pixel.")
    return f"{bound} {why}", f"{bound} {brief}", bound, translate("autoregressive", "No map")
