"""The style that avatars are drawn in: DiceBear's ToonHead, the parts of ``shapes``, and hair under hats."""

import json
from copy import deepcopy
from importlib.resources import files
from typing import Any

from genplay.data.avatars import shapes
from genplay.data.avatars.shapes import Element, element

UNDER_HAT = "UnderHat"
"""What the name of a shape of hair ends with where a hat covers its upper part."""
SIZE = 768  # units: the side of the canvas
_HAIR_LEFT = 158.16  # where ToonHead's hair begins on the canvas
_BRIM = 262  # below it hair is seen under a hat; an afro stands off and so is cut higher and round
_HAT = "#e0394a"


def definition() -> dict[str, Any]:
    """Return the style as DiceBear reads it."""
    found: dict[str, Any] = json.loads(files("dicebear_styles").joinpath("toon-head.json").read_text("utf-8"))
    parts = found["components"]
    parts["glasses"] = _component(shapes.glasses())
    parts["earrings"] = _component(shapes.earrings())
    parts["hat"] = _component(shapes.hats())
    _add(parts["mouth"], shapes.mouths())
    _add(parts["hair"], {name: _on_canvas(*drawn) for name, drawn in shapes.hair().items()})
    variants = parts["hair"]["variants"]
    _add(parts["hair"], {name + UNDER_HAT: _under_hat(name, variants[name]) for name in list(variants)})
    found["colors"]["hat"] = {"values": [_HAT]}
    for name, below in (("earrings", "clothes"), ("glasses", "eyebrows"), ("hat", "hair")):
        _put(found["canvas"]["elements"], name, below)
    return found


def _component(variants: dict[str, list[Element]]) -> dict[str, Any]:
    component: dict[str, Any] = {"width": SIZE, "height": SIZE, "probability": 100, "variants": {}}
    _add(component, variants)
    return component


def _add(component: dict[str, Any], variants: dict[str, list[Element]]) -> None:
    component["variants"].update({name: {"elements": drawn} for name, drawn in variants.items()})


def _on_canvas(*drawn: Element) -> list[Element]:
    """Return elements, given on the canvas, in the box of ToonHead's hair."""
    return [element("g", *drawn, transform=f"translate(-{_HAIR_LEFT} 0)")]


def _under_hat(name: str, variant: dict[str, Any]) -> list[Element]:
    """Return a shape of hair without what a woolly hat or a cap covers, and what it presses down."""
    top, corner = (236, 70) if name == "afro" else (_BRIM, 0)
    seen = element("rect", x="-76", y=str(top), width="604", height="532", rx=str(corner))
    below = element("g", *deepcopy(variant["elements"]), clip_path="url(#underHat)")
    return [element("clipPath", seen, id="underHat"), below, *_on_canvas(shapes.pressed_hair())]


def _put(order: list[dict[str, Any]], name: str, below: str) -> None:
    """Have a component painted right above another."""
    at = next(index for index, painted in enumerate(order) if painted["name"] == below)
    order.insert(at + 1, {"name": name, "type": "component"})
