"""Drawing: the options are the style's own, edits stay in their part, the same avatar is the same bytes."""

from dataclasses import replace

import numpy as np
import pytest

from genplay.data.avatars import render
from genplay.data.avatars import spec as specs
from genplay.data.avatars.spec import ATTRIBUTES, FIELDS, HAIR_ATTRIBUTES, Spec, edited
from genplay.errors import UserError

HAIRY = frozenset({"rearHair", "beard", "eyebrows", "hair"})
OWN = {
    **dict.fromkeys(HAIR_ATTRIBUTES, HAIRY),
    "Long_Hair": {"rearHair"},
    "Eyeglasses": {"glasses"},
    "Beard": {"beard"},
    "Smiling": {"mouth"},
    "Hat": {"hat", "hair"},  # it presses the hair down
    "Earrings": {"earrings"},
}
"""Which parts each edit may touch."""


def some(count: int, seed: int = 0, *, rich: bool = True) -> list[Spec]:
    rng = np.random.default_rng(seed)
    return [specs.random(rng, rich=rich) for _ in range(count)]


def each_value() -> list[Spec]:
    """Return avatars of which each value of each field is had by one, with everything switched on."""
    one = replace(some(1)[0], **dict.fromkeys(("long", "glasses", "beard", "smile", "hat", "earrings"), True))
    found = [replace(one, **{name: value}) for name, known in FIELDS.items() for value in known]
    found += [replace(spec, hat_kind="crown") for spec in found]  # hair as it is without a hat
    return found + [replace(spec, smile=False) for spec in found]


@pytest.mark.usefixtures("drawing")
def test_every_option_and_its_value_exist():
    """A misspelt option is accepted in silence, and an unknown variant removes its part."""
    from dicebear import OptionsDescriptor

    known = OptionsDescriptor(render.style()).to_json()
    assert "hairColour" not in known
    for spec in each_value():
        for name, value in render.options(spec).items():
            assert name in known
            if known[name]["type"] == "enum":
                assert value in known[name]["values"], name


@pytest.mark.usefixtures("drawing")
def test_nothing_is_left_to_the_seed():
    from dicebear import Avatar, OptionsDescriptor

    known = OptionsDescriptor(render.style()).to_json()
    parts = {name.removesuffix("Probability") for name in known if name.endswith("Probability")}
    for spec in each_value():
        chosen = render.options(spec)
        assert {f"{part}Probability" for part in parts} <= chosen.keys()
        assert {f"{part}Variant" for part in parts if chosen[f"{part}Probability"]} <= chosen.keys()
    for spec in some(10):
        drawn = (Avatar(render.style(), {**render.options(spec), "seed": seed}).to_string() for seed in "ab")
        one, other = (render.rasterised(text, render.SIDE).tobytes() for text in drawn)
        assert one == other


@pytest.mark.usefixtures("drawing")
def test_every_part_is_drawn():
    for spec in each_value():
        before = render.options(spec)
        for part, variant in render.variants(spec).items():
            assert before[f"{part}Variant"] == variant
            layer = render._layer(part, variant, render._colour(spec, part), render.SIDE)
            assert layer.alpha.max() > 120, (part, variant)


@pytest.mark.usefixtures("drawing")
def test_parts_laid_over_each_other_are_the_whole_drawing():
    apart = []
    for spec in some(40):
        whole = render.rasterised(render.svg(spec), render.SIDE)
        assert (whole[..., 3] == 255).all()
        apart.append(np.abs(whole[..., :3] - render.render(spec).astype(int)))
    away = np.stack(apart)  # resvg rounds more often where it draws all parts in turn
    assert away.mean() < 0.2
    assert (away > 8).mean() < 0.002


def mask(spec: Spec, parts: set[str] | frozenset[str]) -> np.ndarray:
    """Return where these parts of an avatar have any ink: what is drawn of them on nothing."""
    present = {
        part: (variant, render._colour(spec, part))
        for part, variant in render.variants(spec).items()
        if part in parts
    }
    return render.rasterised(render._drawn(render._options(present)), render.SIDE)[..., 3] > 0


@pytest.mark.usefixtures("drawing")
@pytest.mark.parametrize("attribute", ATTRIBUTES)
def test_an_edit_changes_its_own_part_and_no_other_pixel(attribute: str):
    for spec in some(8, ATTRIBUTES.index(attribute)):
        after = edited(spec, attribute)
        own = mask(spec, OWN[attribute]) | mask(after, OWN[attribute])
        # Drawn as a whole, so that it is not the layers that are compared with themselves.
        changed = [render.rasterised(render.svg(one), render.SIDE).astype(int) for one in (spec, after)]
        assert not (changed[0] != changed[1]).any(axis=-1)[~own].any()
        assert not (render.render(spec) != render.render(after)).any(axis=-1)[~own].any()


@pytest.mark.usefixtures("drawing")
@pytest.mark.parametrize(
    ("attribute", "least"), [("Smiling", 20), ("Earrings", 20), ("Beard", 60), ("Hat", 400)]
)
def test_an_edit_is_seen(attribute: str, least: int):
    for spec in some(30, rich=False):
        before, after = (render.render(one).astype(int) for one in (spec, edited(spec, attribute)))
        assert (np.abs(before - after).max(axis=-1) > 24).sum() >= least


@pytest.mark.usefixtures("drawing")
def test_the_colour_of_hair_is_seen_under_hats_that_cover_it():
    for kind in ("beanie", "cap"):
        for spec in some(20, 1):
            bald = replace(spec, hat=True, hat_kind=kind, long=False, beard=False)
            shown = [render.render(replace(bald, hair=hair)).astype(int) for hair in FIELDS["hair"]]
            for hair, picture in zip(FIELDS["hair"], shown, strict=True):
                flat = np.array(list(bytes.fromhex(specs.HAIR[hair][1:])))
                assert (np.abs(picture - flat).max(axis=-1) <= 8).sum() >= 50


@pytest.mark.usefixtures("drawing")
def test_the_same_avatar_is_the_same_bytes():
    many = some(12)
    before = [render.render(spec).tobytes() for spec in many]
    render._layer.cache_clear()
    assert [render.render(spec).tobytes() for spec in reversed(many)] == before[::-1]
    assert len(set(before)) == 12


@pytest.mark.usefixtures("drawing")
@pytest.mark.parametrize("side", [8, 64, 200])
def test_a_picture_has_the_side_that_is_asked_for(side: int):
    spec = some(1)[0]
    picture = render.render(spec, side)
    assert (picture.shape, picture.dtype) == ((side, side, 3), np.uint8)
    background = list(bytes.fromhex(specs.BACKGROUND[spec.background][1:]))
    assert picture[0, 0].tolist() == picture[0, -1].tolist() == background


@pytest.mark.usefixtures("drawing")
def test_nothing_is_cut_off_above():
    for spec in each_value():
        first = render.render(spec)[0].astype(int)
        assert np.abs(first - first[0]).max() <= 8  # a breath of a line's edge


@pytest.mark.parametrize("side", [7, 513])
def test_other_sides_are_refused(side: int):
    with pytest.raises(ValueError, match="not within 8 and 512"):
        render.render(some(1)[0], side)


def test_missing_packages_are_named_with_their_remedy(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(render, "find_spec", lambda name: None)
    render.style.cache_clear()
    render._layer.cache_clear()
    with pytest.raises(UserError) as caught:
        render.render(some(1)[0])
    sentence = str(caught.value)
    assert "dicebear, dicebear_styles, resvg_py" in sentence
    assert sentence.endswith("'dicebear-core>=10.7,<11' 'dicebear-styles>=10.6,<10.7' 'resvg-py>=0.5,<0.6'")
