"""What is to be seen on the playing field and its surfaces, in words."""

from genplay.families.gan import Act, GanStep, Moved, Player
from genplay.ui import text
from genplay.ui.tabs.gan import relief
from genplay.ui.tabs.gan.relief import Relief
from genplay.ui.tabs.gan.scene import Scene
from genplay.ui.translation import translate

_CONTEXT = "gan"


def told(scene: Scene) -> str:
    """Return what the field shows, for a screen reader."""
    if scene.state.drawing is not None:
        return _told_canvas(len(scene.state.drawing))
    result, moved, phase = scene.result, scene.moved, scene.phase
    if result is None:
        return ""
    if moved is not None and phase is not None:
        return _told_act(moved, phase.act)
    said = translate(_CONTEXT, "{real} real points, {fake} fake points; {surface}")
    real, fake = text.count(len(result.real)), text.count(len(result.fake))
    return said.format(real=real, fake=fake, surface=_told_surface(scene, result))


def ends(shown: Relief | None) -> tuple[str, str]:
    """Return what the first and the last colour of a surface mean, at first those of D."""
    if shown is None:
        return _probability()
    low, high = shown.middle - shown.limit, shown.middle + shown.limit
    match shown.kind:
        case "probability":
            return _probability()
        case "critic":
            said = translate(_CONTEXT, "{low} fake"), translate(_CONTEXT, "{high} real")
        case "gap":
            said = translate(_CONTEXT, "{low} D too low"), translate(_CONTEXT, "{high} too high")
        case "change":
            said = translate(_CONTEXT, "{low} more fake"), translate(_CONTEXT, "{high} more real")
    return said[0].format(low=_figure(low)), said[1].format(high=_signed(high))


def empty() -> str:
    """Return what to do with an empty canvas."""
    return translate(_CONTEXT, "Draw where the real points are to lie, then press Apply.")


def no_optimum() -> str:
    """Return why there is no D* beside a critic."""
    return translate(_CONTEXT, "A critic gives no probabilities, so there is no D*.")


def _probability() -> tuple[str, str]:
    return translate(_CONTEXT, "0 fake"), translate(_CONTEXT, "1 real")


def _told_canvas(points: int) -> str:
    return (
        translate(_CONTEXT, "A canvas with {count} brush points").format(count=text.count(points))
        if points
        else empty()
    )


def _told_surface(scene: Scene, result: GanStep) -> str:
    if result.distance.gap is None:
        said = translate(_CONTEXT, "the critic says {low} to {high}")
    else:
        said = translate(_CONTEXT, "D is {low} to {high}")
    values = result.field.learned
    low, high = text.number(float(values.min()), 2), text.number(float(values.max()), 2)
    return said.format(low=low, high=high)


def _told_act(moved: Moved, act: Act) -> str:
    """Return what an act of a move shows."""
    said = _acts()[moved.player, act]
    change = relief.change(moved) if moved.player == "d" else None
    return said.format(
        real=text.count(len(moved.real)),
        fake=text.count(len(moved.fake)),
        loss=text.nats(moved.loss, 3),
        limit="" if change is None else _figure(change.limit),
    )


def _acts() -> dict[tuple[Player, Act], str]:
    return {
        ("d", "sample"): translate(
            _CONTEXT, "The minibatch of the discriminator: {real} real and {fake} fake points"
        ),
        ("d", "classify"): translate(
            _CONTEXT,
            "{real} real and {fake} fake points in the colour of what D says, ringed where it is wrong",
        ),
        ("d", "loss"): translate(
            _CONTEXT, "Points as large as what they cost the discriminator, {loss} on average"
        ),
        ("d", "gradient"): translate(
            _CONTEXT, "Where this move makes D larger and smaller, by {limit} at most"
        ),
        ("d", "update"): translate(_CONTEXT, "The surface of D after the move"),
        ("g", "sample"): translate(
            _CONTEXT, "Noise, and the {fake} fake points that the generator makes of it"
        ),
        ("g", "classify"): translate(
            _CONTEXT, "{fake} fake points in the colour of what D says, ringed where it is wrong"
        ),
        ("g", "loss"): translate(
            _CONTEXT, "Fake points as large as what they cost the generator, {loss} on average"
        ),
        ("g", "gradient"): translate(
            _CONTEXT, "Arrows from fake points to where the generator would pay less"
        ),
        ("g", "update"): translate(
            _CONTEXT, "{fake} fake points after the move, with a trail from where they were"
        ),
    }


def _figure(value: float) -> str:
    """Return a number with as many decimals as it needs, two at most unless it is tiny."""
    size = abs(value)
    decimals = 0 if size >= 10 or size == round(size) else 1 if size >= 1 or round(size, 1) == size else 2
    return text.number(value, decimals) if size >= 0.01 or size == 0 else text.share(value)


def _signed(value: float) -> str:
    return ("+" if value > 0 else "") + _figure(value)
