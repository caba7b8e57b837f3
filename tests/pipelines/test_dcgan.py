"""Answers of DCGAN, of a small network made on the spot."""

from dataclasses import replace

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from genplay.data.avatars.examples import examples
from genplay.engine.answer import Engine, Models
from genplay.errors import UserError
from genplay.families.base import Drawing, Loading
from genplay.families.dcgan import (
    DIRECTIONS,
    PAGES,
    PERCENTILES,
    Between,
    DcganState,
    Explain,
    Explained,
    Latent,
    Layers,
    Maps,
    Pinned,
    Pins,
    Reckon,
    Reckoned,
    Samples,
    Score,
    Scored,
    ScorePages,
    Show,
    Shown,
    Verdict,
    Wall,
)
from genplay.families.forged import Forged
from genplay.models import dcgan, infogan
from genplay.pipelines.dcgan import slerp
from tests.pipelines.conftest import Made as Checkpoint

MODEL = "dcgan_fashion"
TURNED = np.zeros((DIRECTIONS, 2, 16), np.float32)
TURNED[0, :, 6:8] = [[0.1, 0.9], [0.8, 0.2]]  # glasses come off
TURNED[1, :, :2] = [[0.1, 0.9], [0.8, 0.2]]


@torch.inference_mode(False)
def loaded(name: str) -> Checkpoint:
    torch.manual_seed(3)
    if name == "infogan":
        return Checkpoint(infogan.build(infogan.Config(noise=5, width=2, hidden=6)).eval(), "infogan")
    size = (
        dcgan.Config(side=64, channels=3, noise=20, width=2)
        if name == "colour"
        else dcgan.Config(noise=4 if name == "short" else 20, width=4)
    )
    if name == "dcgan_avatars":
        size = dcgan.Config(side=64, channels=3, noise=20, width=2, normed=False)
    network = dcgan.build(size)
    dcgan.initialise(network)
    for parameter in network.parameters():
        torch.nn.init.normal_(parameter, std=0.3)
    classes = np.random.default_rng(0).dirichlet(np.ones(10), (DIRECTIONS, 2)).astype(np.float32)
    logits = np.sort(np.random.default_rng(1).normal(size=(2, PERCENTILES))).astype(np.float32)
    known = {
        "directions.classes": classes,
        "linear": np.array([0.8, 0.7, 0.9], np.float32),
        "logits": logits,
    }
    if name == "dcgan_avatars":
        return Checkpoint(network.eval(), "dcgan", {"directions.classes": TURNED})
    figures = {"frechet": 0.9, "frechet_real": 0.4, "classes_covered": 9.0}
    return Checkpoint(network.eval(), "dcgan", known if name == MODEL else {}, figures=figures)


@pytest.fixture
def engine() -> Engine:
    return Engine(Models(loaded))


warm = Engine(Models(loaded))
FAR = st.floats(-4, 4)
LATENT = st.builds(
    Latent,
    x=st.floats(-50, 50),
    y=st.floats(-50, 50),
    along=st.one_of(st.just(()), st.tuples(*[FAR] * DIRECTIONS)),
    raw=st.dictionaries(st.integers(0, 19), FAR, max_size=3).map(lambda found: tuple(sorted(found.items()))),
)


@settings(max_examples=20)
@given(LATENT, st.floats(0.1, 1.5))
def test_any_point_has_a_picture_and_the_same_again(latent, truncation):
    request = Show(MODEL, latent, truncation)
    shown, again = warm.last(request), Engine(Models(loaded)).last(request)
    assert isinstance(shown, Shown)
    assert shown.pixels.shape == (32, 32, 1)
    assert shown.pixels.dtype == np.uint8
    assert shown.pixels.tobytes() == again.pixels.tobytes()
    assert shown.z.shape == (20,)
    assert 0 <= shown.verdict <= 1


def test_a_model_is_loaded_first(engine):
    steps = [step for step in engine.answer(Show(MODEL, Latent())) if step != Loading("")]
    assert steps[0] == Loading(MODEL)
    assert len(steps) == 2


def test_truncation_directions_and_raw_numbers_move_the_noise(engine):
    plain = engine.last(Show(MODEL, Latent(x=2, y=3))).z
    np.testing.assert_allclose(engine.last(Show(MODEL, Latent(x=2, y=3), 0.5)).z, 0.5 * plain, rtol=1e-6)
    raw = engine.last(Show(MODEL, Latent(x=2, y=3, raw=((4, 1.5),)))).z - plain
    np.testing.assert_allclose(raw, 1.5 * np.eye(20)[4], atol=1e-6)
    rows, _ = dcgan.directions(loaded(MODEL).network.generator)
    along = engine.last(Show(MODEL, Latent(x=2, y=3, along=(0.0, 2.0) + (0.0,) * 6))).z - plain
    np.testing.assert_allclose(along, 2 * rows[1].numpy(), atol=1e-5)


def test_a_mix_of_seeds_is_as_long_as_a_seed(engine):
    lengths = [
        float(np.linalg.norm(engine.last(Show(MODEL, Latent(x=x + 0.5, y=y + 0.5))).z))
        for x in range(8)
        for y in range(8)
    ]
    assert np.mean(np.square(lengths)) == pytest.approx(20, rel=0.15)


def test_the_wall_is_of_seeds_that_a_click_takes_over(engine):
    steps = [step for step in engine.answer(Samples(MODEL, 7, -4, 0.8, side=3)) if isinstance(step, Wall)]
    assert [len(step.pictures) for step in steps] == [5, 9]
    wall = steps[-1]
    assert wall.complete
    assert not steps[0].complete
    assert wall.points[4] == Latent(x=8.0, y=-3.0)
    picture = engine.last(Show(MODEL, wall.points[4], 0.8)).pixels
    assert np.abs(wall.pictures[4].astype(int) - picture).max() <= 1
    assert len({pixels.tobytes() for pixels in wall.pictures}) == 9


def test_pins_have_pictures(engine):
    latents = tuple(Latent(x=float(x), along=(1.0,) * DIRECTIONS) for x in range(7))
    steps = [step for step in engine.answer(Pinned(MODEL, latents, 0.8)) if isinstance(step, Pins)]
    assert [len(step.pictures) for step in steps] == [5, 7]
    assert steps[0].latents == latents
    alone = engine.last(Show(MODEL, latents[6], 0.8)).pixels
    assert np.abs(steps[-1].pictures[6].astype(int) - alone).max() <= 1


def test_a_picture_is_ink_on_white_paper_or_coloured(engine):
    grey, colour = (engine.last(Show(name, Latent())) for name in (MODEL, "colour"))
    assert (grey.picture() == 255 - grey.pixels[..., 0]).all()
    assert (colour.picture() == colour.pixels).all()


def test_a_walk_is_on_the_great_circle(engine):
    first, second = Latent(x=1), Latent(x=2)
    a, b = (engine.last(Show(MODEL, end)).z for end in (first, second))
    ways = [engine.last(Between(MODEL, first, second, way)).z for way in (0.0, 0.25, 0.5, 1.0)]
    np.testing.assert_allclose(ways[0], a, atol=1e-5)
    np.testing.assert_allclose(ways[-1], b, atol=1e-5)
    cos = [z @ a / np.linalg.norm(z) / np.linalg.norm(a) for z in ways]
    angles = np.arccos(np.clip(cos, -1, 1))
    assert angles[1] / angles[-1] == pytest.approx(0.25, abs=1e-3)
    middle = 0.5 * (np.linalg.norm(a) + np.linalg.norm(b))
    assert np.linalg.norm(ways[2]) == pytest.approx(middle, rel=1e-4)


def test_where_there_is_no_circle_it_is_a_line():
    z = torch.tensor([1.0, 2.0])
    assert slerp(z, 3 * z, 0.5) == (0.5, 0.5)
    assert slerp(z, -z, 0.25) == (0.75, 0.25)


@settings(max_examples=20)
@given(LATENT, LATENT, st.floats(0, 1), st.floats(0.1, 1.5))
def test_where_a_walk_has_come_to_is_a_point_with_the_same_picture(first, second, way, truncation):
    frame = warm.last(Between(MODEL, first, second, way, truncation))
    again = warm.last(Show(MODEL, frame.latent, truncation))
    assert again.pixels.tobytes() == frame.pixels.tobytes()
    assert (again.latent, again.verdict) == (frame.latent, frame.verdict)
    ends = {0.0: first, 1.0: second}
    assert way not in ends or frame.latent == ends[way]
    maps = warm.last(Layers(MODEL, Between(MODEL, first, second, way, truncation)))
    np.testing.assert_array_equal(maps.z, frame.z)


def test_arithmetic_is_of_means(engine):
    pins = tuple(Latent(x=float(x)) for x in range(4))
    found = engine.last(Reckon(MODEL, pins[:2], pins[2:3], pins[3:], seed=5))
    assert isinstance(found, Reckoned)
    z = [engine.last(Show(MODEL, pin)).z for pin in pins]
    result = torch.tensor((z[0] + z[1]) / 2 - z[2] + z[3])
    with torch.no_grad():
        picture = loaded(MODEL).network.generator(result[None])[0, 0]
    away = found.result[..., 0].astype(float) - ((picture + 1) * 127.5).numpy()
    assert np.abs(away).max() <= 1
    assert found.terms.shape == (3, 32, 32, 1)
    assert found.neighbours.shape == (8, 32, 32, 1)
    assert len({pixels.tobytes() for pixels in found.neighbours}) == 8
    own = engine.last(Show(MODEL, found.points[0]))
    np.testing.assert_allclose(own.z, result, atol=1e-5)
    for point, neighbour in zip(found.points[1:], found.neighbours, strict=True):
        shown = engine.last(Show(MODEL, point))
        assert np.abs(shown.pixels.astype(int) - neighbour).max() <= 1
        away = np.abs(shown.z - own.z)
        assert away.max() <= 0.25 + 1e-6
        assert (away > 0.1).any()
        assert point.unmoved() == found.points[0]
    assert np.abs(found.terms[1].astype(int) - engine.last(Show(MODEL, pins[2])).pixels).max() <= 1


def test_layers_lead_to_the_picture(engine):
    maps = engine.last(Layers(MODEL, Show(MODEL, Latent(x=1))))
    assert isinstance(maps, Maps)
    assert [layer.shape for layer in maps.layers] == [(16, 4, 4), (8, 8, 8), (4, 16, 16)]
    assert min(layer.min() for layer in maps.layers) == 0
    np.testing.assert_array_equal(maps.z, engine.last(Show(MODEL, Latent(x=1))).z)
    assert np.abs(maps.picture.astype(int) - engine.last(Show(MODEL, Latent(x=1))).pixels).max() <= 1


def test_d_judges_a_drawing_as_it_was_taught(engine):
    drawing = Drawing.of(np.eye(28))
    found = engine.last(Score(MODEL, drawing))
    assert isinstance(found, Verdict)
    assert found.seen[2:30, 2:30, 0].tolist() == (255 * np.eye(28, dtype=int)).tolist()
    assert not found.seen[:2].any()
    levels = (255 * drawing.flat()).tobytes()
    assert engine.last(Score(MODEL, Drawing.blank(), levels)).logit == found.logit
    with torch.no_grad():
        x = torch.tensor(found.seen[..., 0] / 127.5 - 1, dtype=torch.float32)
        logit = float(loaded(MODEL).network.discriminator(x[None, None]))
    assert found.logit == pytest.approx(logit, abs=1e-4)


def test_d_judges_a_painting_in_its_colours(engine):
    painting = np.random.default_rng(0).integers(0, 256, (64, 64, 3)).astype(np.uint8)
    found = engine.last(Score("colour", painting=painting.tobytes()))
    assert (found.seen == painting).all()
    with torch.no_grad():
        x = torch.tensor(painting / 127.5 - 1, dtype=torch.float32).permute(2, 0, 1)
        logit = float(loaded("colour").network.discriminator(x[None]))
    assert found.logit == pytest.approx(logit, abs=1e-4)
    first = engine.last(Score("colour"))
    assert (first.seen == examples().images[0]).all()
    assert first.logit != found.logit


def test_a_sample_is_judged_as_it_was_when_it_was_made(engine):
    made = engine.last(Show("colour", Latent(x=2)))
    state = DcganState(model="dcgan_avatars", lower="discriminator").judging(made.pixels)
    judged = engine.last(replace(state.requests()["verdict"], model="colour"))
    assert judged.verdict == pytest.approx(made.verdict, abs=0.02)


def test_what_the_directions_change(engine):
    found = engine.last(Explain(MODEL))
    assert isinstance(found, Explained)
    assert found.shares.shape == (DIRECTIONS,)
    assert (np.diff(found.shares) <= 0).all()
    assert found.classes.shape == (DIRECTIONS, 2, 10)
    assert found.right == pytest.approx({"pixels": 0.8, "random": 0.7, "features": 0.9})
    assert (found.logits == loaded(MODEL).calibration["logits"]).all()
    bare = engine.last(Explain("bare"))
    assert (bare.classes, bare.right, bare.logits) == (None, {}, None)


def test_colour_comes_with_three_channels(engine):
    assert engine.last(Show("colour", Latent())).pixels.shape == (64, 64, 3)


@pytest.mark.parametrize(
    ("request_", "said"),
    [
        (Show(MODEL, Latent(), 2.0), "Truncation is from 0.1 to 1.5"),
        (Show(MODEL, Latent(raw=((20, 1.0),))), "no number 20"),
        (Samples(MODEL, side=50), "1 to 20 rows"),
        (Between(MODEL, Latent(), Latent(x=1), 1.5), "0 to 1 of its way"),
        (Reckon(MODEL, (Latent(),), (), (Latent(),)), "at least one pinned"),
        (Score(MODEL, Drawing.blank(9, 9)), "sides and colours"),
        (Score(MODEL, Drawing.blank(), b"1"), "sides and colours"),
        (Score("colour", painting=b"1"), "sides and colours"),
        (Show("infogan", Latent()), "no GAN of convolutions"),
        (Show("short", Latent()), "fewer than 8 directions"),
    ],
)
def test_what_cannot_be_answered_is_refused_in_a_sentence(engine, request_, said):
    with pytest.raises(UserError) as caught:
        engine.last(request_)
    assert said in str(caught.value)


@pytest.mark.parametrize("lower", ["wall", "layers", "discriminator", "arithmetic"])
def test_states_are_answered(engine, lower):
    pins = (Latent(), Latent(x=1), Latent(x=2))
    state = DcganState(lower=lower, pins=pins, terms=((0,), (1,), (2,)))
    for request in state.requests().values():
        assert engine.last(request) is not None


def test_the_length_of_a_sum_stands_beside_what_is_usual(engine):
    pins = tuple(Latent(x=float(x)) for x in range(3))
    found = engine.last(Reckon(MODEL, pins[:1], pins[1:2], pins[2:], truncation=0.5))
    shown = engine.last(Show(MODEL, found.points[0], 0.5))
    assert found.length == pytest.approx(np.linalg.norm(shown.z), rel=1e-5)
    assert found.usual == pytest.approx(0.5 * np.sqrt(20))


def test_d_is_asked_about_pages_as_about_pictures(engine):
    found = engine.last(ScorePages(MODEL))
    assert isinstance(found, Scored)
    for page, verdict in zip(PAGES[MODEL], found.verdicts, strict=True):
        asked = engine.last(Score(MODEL, levels=page.pixels.tobytes()))
        assert verdict == pytest.approx(asked.verdict, rel=1e-5)
    assert len(engine.last(ScorePages("dcgan_avatars")).verdicts) == 3
    with pytest.raises(UserError, match="no pages"):
        engine.last(ScorePages("colour"))


def test_a_direction_leads_forth_to_what_is_there(engine):
    turned, plain = engine.last(Explain("dcgan_avatars")), TURNED
    assert turned.moved(0) == (6, 7)
    np.testing.assert_array_equal(turned.classes[0], plain[0, ::-1])
    np.testing.assert_array_equal(turned.classes[1:], plain[1:])
    middle = engine.last(Show("dcgan_avatars", Latent())).z
    along = [
        engine.last(Show("dcgan_avatars", Latent(along=(0.0,) * at + (1.0,) + (0.0,) * (7 - at)))).z - middle
        for at in (0, 1)
    ]
    rows, _ = dcgan.directions(loaded("dcgan_avatars").network.generator)
    np.testing.assert_allclose(along[0], -rows[0].numpy(), atol=1e-5)
    np.testing.assert_allclose(along[1], rows[1].numpy(), atol=1e-5)


def test_what_was_measured_of_g_and_how_d_normalises_are_told(engine):
    found = engine.last(Explain(MODEL))
    assert found.forged == Forged(0.9, 0.4, 9, 10)
    assert engine.last(Explain("dcgan_avatars")).forged is None
    for name, normed in ((MODEL, True), ("dcgan_avatars", False)):
        assert engine.last(Explain(name)).normed == engine.last(Show(name, Latent())).normed == normed
