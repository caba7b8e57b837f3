"""The words and numbers of the page of grey pictures."""

import numpy as np

from genplay.families.autoregressive import Mixtures, bits_per_dim
from genplay.ui import text
from genplay.ui.tabs.autoregressive import words
from genplay.ui.tabs.autoregressive.grey.scene import GreyScene
from genplay.ui.translation import translate
from genplay.ui.widgets.density_curve import written
from genplay.ui.widgets.reading import Part

_RARE = 0.001  # below it, a probability is written as a power of ten
_GREYS = 256
_NAMED, _WORTH = 2, 0.01  # components named at a grey of the curve, and the share of its density they need


def measured(result: Mixtures) -> str:
    """Return how good the model is on average, and that its paper has no such figure; "" if not known."""
    if result.measured is None:
        return ""
    nll, split, _ = result.measured
    said = translate(
        "autoregressive",
        "On average {nats} nats, {bits} bits a dimension, on {split}. The paper has no figure for clothes.",
    )
    bits = text.number(bits_per_dim(-nll, len(result.terms)), 2)
    return said.format(nats=text.nats(-nll), bits=bits, split=split)


def reading(scene: GreyScene) -> tuple[list[Part], str]:
    """Return the reading line for the pixel in focus, and its hint."""
    pixel, result = scene.focus, scene.result
    if pixel is None:
        said = translate("autoregressive", "Point at a pixel to see the density of its grey")
        return [(said, "text3", False)], ""
    parts: list[Part] = [(words.place(pixel), "text", False)]
    if result is None:
        return parts, ""
    grey = translate("autoregressive", "grey {grey}").format(grey=result.picture.grey[pixel])
    expected = translate("autoregressive", "expected {grey}").format(grey=expected_grey(scene))
    surprise = translate("autoregressive", "{surprise} nats").format(
        surprise=text.nats(float(result.surprises[pixel]))
    )
    parts += [(grey, "text2", False), (expected, "blue", True), (surprise, "orange", True)]
    return parts, _hint(scene)


def _hint(scene: GreyScene) -> str:
    """Return what a click does where the pointer is: on the picture the left button draws."""
    if scene.hovered is None:
        return ""
    if scene.hovered == scene.grey.pixel:
        if scene.draws:
            return translate("autoregressive", "middle click: unpin")
        return translate("autoregressive", "click: unpin")
    if scene.draws:
        return translate("autoregressive", "middle click: pin")
    return translate("autoregressive", "click: pin")


def level(scene: GreyScene, x: float) -> tuple[list[Part], str]:
    """Return the reading line for a grey from 0 to 1 on the curve; its hint names whose density it is."""
    pixel, result = scene.focus, scene.result
    if pixel is None or result is None:
        return reading(scene)
    whole, parts = result.density(pixel, np.array([x]))
    grey = translate("autoregressive", "grey {grey}").format(grey=min(int(x * _GREYS), _GREYS - 1))
    density = translate("autoregressive", "density {density}").format(density=written(float(whole[0])))
    _, mu, sigma = result.mixture_of(pixel)
    share = parts[:, 0] / max(float(whole[0]), np.finfo(float).tiny)
    said = translate("autoregressive", "{percent} % from {component}")
    largest = [k for k in np.argsort(-share)[:_NAMED].tolist() if share[k] >= _WORTH]
    hint = ", ".join(
        said.format(
            percent=text.number(100 * float(share[k]), 0), component=_bell(float(mu[k]), float(sigma[k]))
        )
        for k in largest
    )
    return [(grey, "text", False), (density, "blue", True)], hint


def _bell(mean: float, spread: float) -> str:
    """Return a component's mean and deviation in grey levels."""
    return translate("autoregressive", "{mean} ± {spread}").format(
        mean=text.number(_GREYS * mean - 0.5, 0), spread=text.number(_GREYS * spread, 1)
    )


def expected_grey(scene: GreyScene) -> str:
    """Return the mean grey of the pixel in focus, as a level of 256."""
    pixel, result = scene.focus, scene.result
    if pixel is None or result is None:
        return "–"
    # A level g stands for the numbers from g / 256 to (g + 1) / 256, whose middle is half a level on.
    return text.number(_GREYS * float(result.expected[pixel]) - 0.5, 0)


def numbers(scene: GreyScene) -> tuple[list[tuple[str, str]], tuple[str, str]]:
    """Return the rows that say what the pixel in focus is worth, and the last of them."""
    pixel, result = scene.focus, scene.result
    grey = density = mass = term = "–"
    if pixel is not None and result is not None:
        grey = translate("autoregressive", "{grey} of 255").format(grey=result.picture.grey[pixel])
        density = scene_density(scene)
        mass = probability(float(result.mass[pixel]))
        term = text.nats(float(result.terms[pixel]))
    rows = [
        (translate("autoregressive", "Its grey"), grey),
        (translate("autoregressive", "Expected grey"), expected_grey(scene)),
        (translate("autoregressive", "Probability of its grey"), mass),
        (translate("autoregressive", "Density, per unit"), density),
    ]
    return rows, (translate("autoregressive", "Log density, nats"), term)


def components(scene: GreyScene) -> list[tuple[str, str]]:
    """Return share, and mean with deviation in grey levels, of the components; the largest share first."""
    pixel, result = scene.focus, scene.result
    if pixel is None or result is None:
        return []
    found = zip(*(part.tolist() for part in result.mixture_of(pixel)), strict=True)
    return [
        (
            translate("autoregressive", "{percent} %").format(percent=text.number(100 * share, 1)),
            _bell(mean, spread),
        )
        for share, mean, spread in sorted(found, reverse=True)
    ]


def scene_density(scene: GreyScene) -> str:
    """Return the density of the grey in focus."""
    density = scene.density()
    return "–" if density is None else written(density.at_x)


def probability(p: float) -> str:
    """Return a probability; a small one as a power of ten."""
    if p >= _RARE:
        return text.prob(p)
    if p <= 0:
        return "0"
    digits, power = f"{p:.1e}".split("e")
    return f"{digits} × 10{_raised(int(power))}"


def _raised(power: int) -> str:
    return "⁻" * (power < 0) + "".join("⁰¹²³⁴⁵⁶⁷⁸⁹"[int(digit)] for digit in str(abs(power)))


def formula(scene: GreyScene) -> dict[str, str]:
    """Return the live values under the formula's terms."""
    pixel, result = scene.focus, scene.result
    if result is None:
        return {}
    values = {
        "units": translate("autoregressive", "{count} units").format(count=text.count(result.hidden)),
        "bias_c": translate("autoregressive", "bias"),
        "sum": text.nats(result.log_prob),
        "terms": translate("autoregressive", "{count} terms").format(count=text.count(len(result.terms))),
    }
    leading = scene.leading
    if pixel is None or leading is None:
        return values
    share, mean, spread = scene_component(scene, leading)
    return values | {
        "context": translate("autoregressive", "{count} greys").format(count=text.count(pixel)),
        "density": scene_density(scene),
        "component": translate("autoregressive", "k = {k} of {count}").format(
            k=leading + 1, count=result.mu.shape[1]
        ),
        "x": text.prob(float(result.x[pixel])),
        "share": share,
        "mean": mean,
        "spread": spread,
        "term": text.nats(float(result.terms[pixel])),
    }


def scene_component(scene: GreyScene, k: int) -> tuple[str, str, str]:
    """Return weight, mean and squared deviation of a component of the pixel in focus."""
    pixel, result = scene.focus, scene.result
    assert pixel is not None
    assert result is not None
    dense = result.mixture_of(pixel)
    share, mean, spread = (float(part[k]) for part in dense)
    return text.prob(share), text.prob(mean), f"{text.number(spread, 3 if spread >= 0.01 else 4)}²"
