"""The colour maps of the pictures: 256 colours each, zero at the colour of paper."""

from functools import cache

from genplay.ui.tokens import Tokens

ENTRIES = 256

_LIGHT = {
    "probability": "FFFFFF D2E2F7 A5C6EF 7AA9E5 518CD8 326FC2 1C53A5 113A7C 0A2450",
    "surprise": "FFFFFF FCDDB5 F8B872 EC9349 DD6D1E BE5112 9D3708 762507 511505",
    "signed": "8F3206 C65815 E78D53 F8C797 FFFFFF B0CFF3 6A9EE0 326DBD 123F88",
}
_DARK = {
    "probability": "0D1015 142848 1B4179 235CA9 3C7AC8 5A9AE4 89B9F2 BBD8FC F1F7FF",
    "surprise": "0D1015 451C0C 6E2E0D 974410 BC5F1B DF7D2E F1A460 FDCC99 FFF4E4",
    "signed": "FFC48A E18237 A25218 5D2C12 0D1015 193A6C 356AAF 64A0E6 B7D6FC",
}


@cache
def table(name: str, tokens: Tokens) -> tuple[int, ...]:
    """Return a map's 256 colours as 0xAARRGGBB, for ``QImage.setColorTable``.

    Args:
        name: "probability" (0 to 1), "surprise" (0 to 4 nats), "signed" (about 0: orange below, blue above),
            "grey" (paper to ink) or "context" (paper to accent).
        tokens: The colours of the theme; a dark paper takes the dark maps.
    """
    stops = [bytes.fromhex(stop) for stop in _stops(name, tokens)]
    return tuple(_between(stops, place * (len(stops) - 1) / (ENTRIES - 1)) for place in range(ENTRIES))


def _between(stops: list[bytes], at: float) -> int:
    left = min(int(at), len(stops) - 2)
    share = at - left
    channels = zip(stops[left], stops[left + 1], strict=True)
    red, green, blue = (round(low + share * (high - low)) for low, high in channels)
    return 0xFF000000 + red * 0x10000 + green * 0x100 + blue


def _stops(name: str, tokens: Tokens) -> list[str]:
    if name == "grey":
        return [tokens.paper[1:], tokens.ink[1:]]
    if name == "context":
        return [tokens.paper[1:], tokens.accent[1:]]
    maps = _LIGHT if tokens.paper == "#FFFFFF" else _DARK
    return maps[name].split()
