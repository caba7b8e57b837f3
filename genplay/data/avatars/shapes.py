"""Parts drawn for genplay: glasses, earrings, hats, mouths and two shapes of hair, as DiceBear's elements.

Coordinates are those of ToonHead's canvas, 768 x 768 units, a mouth's those of its own box.
"""

from typing import Any

Element = dict[str, Any]

INK = "#1f2430"
GOLD = "#f6b60d"
_LIP = "#3a1512"
_THROAT = "#611519"
_TONGUE = "#e0564b"
_WHITE = "#ffffff"
HAIR, STROKE, HAT = ({"type": "color", "name": name} for name in ("hair", "stroke", "hat"))  # named colours


def element(name: str, *children: Element, **attributes: object) -> Element:
    """Return one element of SVG; ``_`` in an attribute's name stands for ``-``."""
    named = {key.replace("_", "-"): value for key, value in attributes.items()}
    inner = {"children": list(children)} if children else {}
    return {"name": name, "type": "element", "attributes": named, **inner}


def path(d: str, **attributes: object) -> Element:
    """Return a path."""
    return element("path", d=d, **attributes)


def line(d: str, width: int, colour: str) -> Element:
    """Return a path that is only drawn along, with round ends."""
    return path(d, fill="none", stroke=colour, stroke_width=str(width), stroke_linecap="round")


def circle(x: float, y: float, radius: float, **attributes: object) -> Element:
    """Return a circle."""
    return element("circle", cx=str(x), cy=str(y), r=str(radius), **attributes)


def glasses() -> dict[str, list[Element]]:
    """Return the kinds of glasses."""
    lens = {"fill": _WHITE, "fill_opacity": ".28", "stroke": INK, "stroke_width": "17"}
    frame = line("M250 398 L204 388 M524 398 L568 388 M375 402 Q387 388 399 402", 17, INK)
    square = [
        element("rect", x=x, y="358", width="130", height="104", rx="16", **lens) for x in ("246", "398")
    ]
    dark = (
        "M242 366 h136 q4 100 -64 100 q-72 0 -72 -100 Z M396 366 h136 q0 100 -72 100 q-68 0 -64 -100 Z "
        "M376 366 h22 v16 h-22 Z"
    )
    gleam = "M262 380 l40 0 -22 46 Z M416 380 l40 0 -22 46 Z"
    arms = line("M244 378 L204 388 M530 378 L568 388", 15, INK)
    return {
        "round": [circle(313, 410, 63, **lens), circle(461, 410, 63, **lens), frame],
        "square": [*square, frame],
        "sunglasses": [path(dark, fill=INK), path(gleam, fill=_WHITE, fill_opacity=".25"), arms],
    }


def earrings() -> dict[str, list[Element]]:
    """Return the only kind of earrings."""
    return {"hoop": [circle(x, 512, 27, fill="none", stroke=GOLD, stroke_width="15") for x in (199, 569)]}


def hats() -> dict[str, list[Element]]:
    """Return the kinds of hat."""
    edge = {"stroke": INK, "stroke_width": "3"}
    shade = {"fill": "#000000", "fill_opacity": ".14"}
    band = {"x": "156", "y": "228", "width": "456", "height": "70", "rx": "33"}
    brim = "M150 272 Q384 196 618 272 Q640 300 600 304 Q384 250 168 304 Q128 300 150 272 Z"
    stripe = "M197 172 Q384 120 571 172 L581 193 Q384 146 187 193 Z"
    gold = {"fill": "#f9c513", "stroke": "#8a6200", "stroke_width": "5", "stroke_linejoin": "round"}
    crown = "M212 254 L190 92 L290 176 L384 66 L478 176 L578 92 L556 254 Q384 214 212 254 Z"
    return {
        "beanie": [
            circle(384, 92, 44, fill=_WHITE, **edge),
            path("M172 262 C160 40 608 40 596 262 Z", fill=HAT, **edge),
            path(stripe, fill=_WHITE, fill_opacity=".85"),
            element("rect", fill=HAT, **band, **edge),
            element("rect", **band, **shade),
        ],
        "cap": [
            path("M172 268 C168 70 600 70 596 268 Z", fill=HAT, **edge),
            path(brim, fill=HAT, **edge),
            path(brim, **shade),
            circle(384, 116, 16, fill=INK),
        ],
        "crown": [
            path(crown, **gold),
            circle(384, 176, 20, fill="#e0394a"),
            circle(280, 204, 14, fill="#2a7de1"),
            circle(488, 204, 14, fill="#2a7de1"),
        ],
    }


def mouths() -> dict[str, list[Element]]:
    """Return mouths of one clear mood each, in their box of 117 x 52."""
    tongue = "M26 50 Q58 22 91 50 Q76 60 58.5 60 Q41 60 26 50 Z"
    grin = [
        path("M0 -6 H117 C117 36 92 62 58.5 62 C25 62 0 36 0 -6 Z", fill=_THROAT),
        path("M7 -3 H110 Q108 15 100 19 Q58 25 17 19 Q9 15 7 -3 Z", fill=_WHITE),
        path(tongue, fill=_TONGUE),
    ]
    open_mouth = [
        element("ellipse", cx="58", cy="26", rx="20", ry="27", fill=_THROAT),
        element("ellipse", cx="58", cy="40", rx="13", ry="10", fill=_TONGUE),
    ]
    return {
        "neutral": [line("M26 24 H92", 11, _LIP)],
        "sadLine": [line("M20 40 Q58 2 98 40", 11, _LIP)],
        "softSmile": [line("M8 8 Q58 56 110 8", 12, _LIP)],
        "ooh": open_mouth,
        "grin": grin,
    }


def hair() -> dict[str, list[Element]]:
    """Return two shapes of hair, on the canvas."""
    curls = (
        *((150, 330), (150, 250), (180, 172), (240, 108), (320, 74), (400, 66)),
        *((480, 84), (550, 128), (598, 196), (616, 272), (616, 340)),
    )
    crown = (
        "M206 404 C140 330 150 100 384 84 C618 100 628 330 562 404 L546 404 C544 340 536 300 512 272 "
        "Q384 216 256 272 C232 300 224 340 222 404 Z"
    )
    fringe = (
        "M200 408 C150 240 190 104 384 100 C578 104 618 240 568 408 L546 410 C548 360 542 330 534 306 "
        "L500 318 L476 298 L430 316 L392 298 L344 316 L300 298 L262 316 L234 306 C226 330 220 366 222 410 Z"
    )
    return {
        "afro": [*(circle(x, y, 64, fill=HAIR) for x, y in curls), path(crown, fill=HAIR)],
        "bangs": [path(fringe, fill=HAIR, stroke=STROKE)],
    }


def pressed_hair() -> Element:
    """Return the hair that a hat presses onto forehead and temples, so that its colour is seen."""
    outer = "M204 404 C184 350 182 300 188 240 L580 240 C586 300 584 350 564 404 L546 404 "
    inner = "C544 372 530 342 500 328 Q440 306 384 306 Q328 306 268 328 C238 342 224 372 222 404 Z"
    return path(outer + inner, fill=HAIR, stroke=STROKE)
