"""What the header says beside the badge: in slow motion what happens, else what the numbers are."""

from genplay.ui import text
from genplay.ui.tabs.vae import formulas, motion, words
from genplay.ui.tabs.vae.scene import Scene
from genplay.ui.translation import translate

_CONTEXT = "vae"


def note(scene: Scene) -> str:
    """Return the phase that is being said in slow motion, or why log p(x) is exact."""
    if scene.phase is not None:
        return phase(scene, scene.phase)
    if scene.state.dims == 2:
        return translate(_CONTEXT, "exact here: two dimensions can be integrated")
    return ""


def phase(scene: Scene, number: int) -> str:
    """Return what happens in one of a step's three phases, with its numbers."""
    values = formulas.values(scene)
    made, steps = motion.cursor(scene.state, scene.climb), motion.length(scene.state, scene.climb)
    share = text.percent(made / steps) if steps else words.UNKNOWN
    match scene.state.motion:
        case "improve":
            said = (
                translate(_CONTEXT, "Step {step}: q moves by the gradient of the ELBO."),
                translate(_CONTEXT, "Its reconstruction is {reconstruction}, its KL {kl_prior} nats."),
                translate(_CONTEXT, "Their difference, the ELBO, has risen to {elbo} nats."),
            )
        case "prior":
            said = (
                translate(_CONTEXT, "q has come {share} of the way from the prior."),
                translate(_CONTEXT, "What it knows of the drawing costs a KL of {kl_prior} nats."),
                translate(_CONTEXT, "Its codes explain the drawing at {reconstruction} nats."),
            )
        case _:
            said = (
                translate(_CONTEXT, "z has come {share} of the way between the pins."),
                translate(_CONTEXT, "The decoder reads z = {z}.")
                if scene.state.dims == 2
                else translate(_CONTEXT, "The decoder reads z, with {z}."),
                translate(_CONTEXT, "Each pixel becomes the probability p(x = 1 | z) of its ink."),
            )
    return said[number].format(step=text.count(made), share=share, **values)
