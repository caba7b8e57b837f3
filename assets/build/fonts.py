"""Cut the bundled fonts out of their releases: python assets/build/fonts.py INTER PRETENDARD

INTER and PRETENDARD are the unpacked npm packages inter-ui 4.1.1 and pretendard 1.3.9
(``npm pack inter-ui@4.1.1 pretendard@1.3.9``). Needs fonttools and brotli (the extra "assets").

Inter keeps Latin, Greek, punctuation, arrows and the mathematical signs of the interface. The Hangul companion is
Pretendard cut down to the 2,350 syllables of KS X 1001, the jamo and CJK punctuation. "Pretendard" is a Reserved
Font Name of its licence, and a subset is a modified version: it is therefore named "Genplay Hangul".
"""

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

OUT = Path(__file__).resolve().parents[1] / "fonts"
HANGUL_FAMILY = "Genplay Hangul"
LATIN = [range(0x20, 0x7F), range(0xA0, 0x180), range(0x2B0, 0x300), range(0x370, 0x400)]
SIGNS = [range(0x2010, 0x2028), range(0x2030, 0x203B), range(0x2070, 0x20A0), range(0x20A9, 0x20AD)]
SIGNS += [range(0x2100, 0x2140), range(0x2150, 0x215F), range(0x2190, 0x21FF), range(0x2200, 0x2300)]
SIGNS += [range(0x2318, 0x2319), range(0x2325, 0x2328), range(0x232B, 0x232C), range(0x25A0, 0x2600), range(0x2713, 0x2718)]
JAMO = [range(0x3131, 0x318F), range(0x3001, 0x3012), range(0xFF01, 0xFF5F)]
FEATURES = ["calt", "case", "ccmp", "kern", "locl", "mark", "mkmk", "sups", "subs", "tnum", "zero"]


def syllables() -> list[int]:
    """The Hangul syllables of KS X 1001: those that EUC-KR writes in two bytes."""
    points = range(0xAC00, 0xD7A4)
    return [point for point in points if len(chr(point).encode("euc_kr", "replace")) == 2]


def flat(ranges: list[range]) -> list[int]:
    return [point for part in ranges for point in part]


def cut(source: Path, target: str, points: list[int], features: list[str], family: str, style: str) -> None:
    font = TTFont(source, recalcTimestamp=False)  # the same input gives the same file
    if "tnum" in features:
        keep_tabular_digits_only(font)
    options = Options(layout_features=features, name_IDs=[0, 1, 2, 3, 4, 5, 6, 8, 9, 11, 13, 14, 16, 17])
    options.name_languages = [0x409]
    options.notdef_outline = True
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=points)
    subsetter.subset(font)
    rename(font, family, style)
    font.flavor = None
    font.save(OUT / target)
    print(target, len(font.getGlyphOrder()), "glyphs", (OUT / target).stat().st_size, "bytes")


def keep_tabular_digits_only(font: TTFont) -> None:
    """Inter's tnum widens hyphen, stop and comma too, which tears words like "AR-N" apart."""
    digits = {font.getBestCmap()[ord(digit)] for digit in "0123456789"}
    table = font["GSUB"].table
    lookups = {i for f in table.FeatureList.FeatureRecord if f.FeatureTag == "tnum" for i in f.Feature.LookupListIndex}
    for lookup in lookups:
        for part in table.LookupList.Lookup[lookup].SubTable:
            part.mapping = {old: new for old, new in part.mapping.items() if old in digits}


def rename(font: TTFont, family: str, style: str) -> None:
    full = f"{family} {style}"
    postscript = f"{family.replace(' ', '')}-{style}"
    plain = style == "Regular"
    names = {1: family if plain else full, 2: "Regular", 3: f"genplay;{postscript}", 4: full, 6: postscript}
    names |= {16: family, 17: style}
    for identifier, text in names.items():
        font["name"].setName(text, identifier, 3, 1, 0x409)
    if "CFF " in font:
        cff = font["CFF "].cff
        cff.fontNames[0] = postscript
        top = cff.topDictIndex[0]
        top.FamilyName, top.FullName = family, full


def main(inter: Path, pretendard: Path) -> None:
    OUT.mkdir(exist_ok=True)
    for style in ("Regular", "Medium", "SemiBold"):
        cut(inter / f"web/Inter-{style}.woff2", f"Inter-{style}.ttf", flat(LATIN + SIGNS), FEATURES, "Inter", style)
    hangul = syllables() + flat(JAMO)
    for style in ("Regular", "SemiBold"):
        source = pretendard / f"dist/public/static/Pretendard-{style}.otf"
        cut(source, f"GenplayHangul-{style}.otf", hangul, ["kern", "ccmp", "locl"], HANGUL_FAMILY, style)
    (OUT / "Inter-OFL.txt").write_text((inter / "LICENSE.txt").read_text())
    (OUT / "GenplayHangul-OFL.txt").write_text((pretendard / "dist/LICENSE.txt").read_text())


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
