"""GAN family: one is trained live, in two dimensions; no density, but two players whose game is seen.

What the view needs to know. All arrays are float32 unless said; x is to the right, y up; row 0 of a lattice
or of a sheet is the top one; losses and divergences are in nats.

**State**. ``GanState`` has ``live`` (``GanLive``: ``plan``, ``step``, ``goal``), ``phase``, ``drawing``, and
how it is looked at: ``layers``, ``surface``, ``tool``, ``brush``, ``slow``, ``pace``. ``live.plan.setup``
(``Setup``) begins anew where it changes: ``data`` (``DATA``), ``points``, ``noise``, ``dims``, ``generator``
and ``discriminator`` (``Net``), ``seed``. ``live.hyper`` (``Hyper``) may change at any step: ``loss``,
``optimiser``, ``rate_d``, ``rate_g`` (offer ``RATES``), ``d_steps``, ``batch``, ``turn``. Whatever is out of
range is a ``ValueError`` when the state is made.

**Transport**. ``live.moved("d" | "g" | "both")`` is "step D", "step G" and "step both"; ``live.back()`` steps
back; ``live.playing()`` goes on by itself; ``replace(live, step=shown, goal=None)`` rests at the step on
screen; ``live.tuned(rate_d=...)`` takes the steps from here on with other numbers (set ``step`` to the one on
screen first); ``replace(live, step=0)`` is reset; ``first(data)`` is where a preset begins. A tab edits its
state by ``state.following(live)``, which leaves slow motion. In it, ``state.slowed()`` goes one of
``state.phases`` on, and after the last takes the step. ``state.applied()``
learns what was drawn (by ``stroked`` and ``erased``); without a point, the answer is a ``UserError``.

**Slots**. "live" is answered by ``Advancing`` (how far it is) and now and then, always at last, ``GanStep``.
"slow", only where ``phase`` is set, is answered by ``Advancing`` and one ``Dissected``, whose
``moves[phase.move]`` has what each act of that move shows.

**Results**. Each field of ``GanStep`` and ``Dissected`` is explained there, with shape and unit.
``GanStep.finding`` is a code ("diverged", "collapsed", "silent"); the view has the words for it.

Thumbnails: ``genplay.data.mixtures.preset(name).draw(rng, count)``, (count, 2) within ``LIMIT``.
"""

from genplay.families.base import SPEEDS, Density, Family
from genplay.families.gan.drawing import erased, reach, stroked
from genplay.families.gan.requests import Dissect, TrainGan
from genplay.families.gan.results import (
    BLUR,
    COVERED,
    EMPTY,
    SIDE,
    Coverage,
    Curves,
    Dissected,
    Distance,
    Field,
    Finding,
    Floats,
    Game,
    GanStep,
    Moved,
)
from genplay.families.gan.setup import (
    ACTS,
    BRUSH,
    CURVES,
    DATA,
    LAYERS,
    LIMIT,
    MOST_BATCH,
    MOST_D_STEPS,
    MOST_POINTS,
    RATES,
    UNITS,
    Act,
    Data,
    GanLive,
    GanPlan,
    Hyper,
    Loss,
    Net,
    Noise,
    Optimiser,
    Phase,
    Player,
    Point,
    Setup,
    Turn,
    first,
    moves_made,
    phases,
)
from genplay.families.gan.state import SHOWN, GanState, Layer, Surface, Tool

FAMILY = Family(
    id="gan",
    name="GAN",
    density=Density.NONE,
    icon="gan",
    models={},
    state=GanState,
)

__all__ = [
    "ACTS",
    "BLUR",
    "BRUSH",
    "COVERED",
    "CURVES",
    "DATA",
    "EMPTY",
    "FAMILY",
    "LAYERS",
    "LIMIT",
    "MOST_BATCH",
    "MOST_D_STEPS",
    "MOST_POINTS",
    "RATES",
    "SHOWN",
    "SIDE",
    "SPEEDS",
    "UNITS",
    "Act",
    "Coverage",
    "Curves",
    "Data",
    "Dissect",
    "Dissected",
    "Distance",
    "Field",
    "Finding",
    "Floats",
    "Game",
    "GanLive",
    "GanPlan",
    "GanState",
    "GanStep",
    "Hyper",
    "Layer",
    "Loss",
    "Moved",
    "Net",
    "Noise",
    "Optimiser",
    "Phase",
    "Player",
    "Point",
    "Setup",
    "Surface",
    "Tool",
    "TrainGan",
    "Turn",
    "erased",
    "first",
    "moves_made",
    "phases",
    "reach",
    "stroked",
]
