"""The DCGAN tab: walk through the latent space of a GAN of pictures, and ask what its players learned."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction

from genplay.families.base import State
from genplay.families.dcgan import (
    BORDER,
    COLOURED,
    FAMILY,
    LENGTHS,
    MODELS,
    MOST_PAGE,
    MOST_PINS,
    MOST_SEED,
    PAINTED,
    TRUNCATIONS,
    DcganState,
    Latent,
    Shown,
    example,
    turned,
)
from genplay.families.pictures import Import, Imported
from genplay.pipelines import CPU
from genplay.ui.commands import Command
from genplay.ui.tabs import forged_words
from genplay.ui.tabs.animation import SLOT, Animation
from genplay.ui.tabs.dcgan import commands as table
from genplay.ui.tabs.dcgan import files, judged, places
from genplay.ui.tabs.dcgan.answers import SLOTS, Answers
from genplay.ui.tabs.dcgan.motion import Trip
from genplay.ui.tabs.dcgan.painting_pen import PaintingPen
from genplay.ui.tabs.dcgan.scene import Scene
from genplay.ui.tabs.dcgan.seed_plane import Pointed
from genplay.ui.tabs.dcgan.view import DcganView
from genplay.ui.tabs.levels_pen import LevelsPen
from genplay.ui.tabs.opening import Opening
from genplay.ui.tabs.sheet import SheetTab
from genplay.ui.translation import translate
from genplay.ui.widgets.header import Header
from genplay.ui.widgets.words import wrapped


class DcganTab(SheetTab):
    """The view of the DCGAN family, and what its gestures mean.

    Attributes:
        view: Everything below the header.
        pen: What draws a picture in greys to be judged.
        brush: What paints one in colours.
        trip: What play, step and the like do.
        animation: A walk that is being saved.
    """

    DRAGS = frozenset({"point", "slider", "truncation", "stroke", "play", "step", "scrub"})
    MAIN = ("picture", "verdict", "arithmetic", "layers", "wall")

    def __init__(self) -> None:
        super().__init__()
        self._state = DcganState()
        shown = {name: translate("families", MODELS[name]) for name in MODELS}
        self.header = Header(translate("families", FAMILY.name), FAMILY.density, shown)
        items, avatars = judged.items(), judged.avatars()
        self.view = DcganView(items, avatars)
        self.answers = Answers(self, self._show_scene)
        critic = self.view.side.critic
        self.pen = LevelsPen(self, critic.drawn, [picture for _, picture in items])
        self.brush = PaintingPen(self, critic.painted, [picture for _, picture in avatars])
        self.opening = Opening(self, self._take_import, self._judged)
        self.trip = Trip(self, self.view.transport)
        self.animation = Animation(self)
        self.add_part(self.answers, *SLOTS)
        self.add_part(self.opening, "import")
        self.add_part(self.animation, SLOT)
        self._connect()
        self.lay_out(self.view)

    @property
    def state(self) -> DcganState:
        """What is shown."""
        return self._state

    @property
    def scene(self) -> Scene:
        """What is shown, with the answers."""
        return self.answers.scene

    # -- what the window asks of a tab ---------------------------------------------------------------------

    def commands(self) -> Sequence[Command]:
        """Return the tab's commands."""
        return table.commands(self)

    def adopt_actions(self, action: Callable[[str], QAction]) -> None:
        """Put acts below the drawing tools, and the export menu into the header."""
        acts = [(action(name), icon) for name, icon in table.ACTS.items()]
        self.view.side.critic.drawn.set_acts(acts)
        self.view.side.critic.painted.set_acts(acts)
        self.header.add_menu(self.tr("Copy, save, export"), "export", [action(name) for name in table.EXPORT])

    def show_state(self, state: State) -> None:
        """Show what the user has set."""
        assert isinstance(state, DcganState)
        self._state = state
        self.header.set_model(state.model)
        self.trip.player.set_speed(state.speed, slow=False)
        self.answers.show_state(state)

    def device(self) -> str:
        """Return where the last answer was computed."""
        return CPU if self.scene.shown is not None else ""

    def work(self) -> str:
        """Say what plays or is saved."""
        return self.animation.words() or self.trip.words()

    def stop(self) -> None:
        """Stop what plays."""
        self.trip.player.pause()

    def set_projector(self, on: bool) -> None:
        """Show what a class in the last row can read, or everything."""
        self.trip.player.projector = on
        super().set_projector(on)
        self.view.set_projector(on)

    def open_picture(self, path: Path) -> None:
        """Read a picture in the worker and have D judge it."""
        self.opening.open(self._import(path=str(path)))

    def paste_picture(self, content: bytes) -> None:
        """Read the clipboard's picture in the worker and have D judge it."""
        self.opening.open(self._import(content=content))

    @property
    def made(self) -> Shown | None:
        """The picture that can be taken: what is set, or where a walk plays, what is seen of it."""
        return self.scene.shown if self.trip.playing else self.scene.made

    @property
    def hand(self) -> LevelsPen | PaintingPen:
        """What draws the picture that D judges: greys or colours."""
        return self.brush if self.state.model in COLOURED else self.pen

    # -- what the user can do ------------------------------------------------------------------------------

    @Slot(str)
    def choose_model(self, name: str) -> None:
        """Show another model, with pins of its own; the point stays, as far as its noise is as long."""
        self.stop()
        latent = self.state.latent.within(LENGTHS[name])
        self.edited.emit(replace(turned(self.state, name), latent=latent), "")

    def go_to(self, latent: Latent, gesture: str = "") -> None:
        """Show a point, and the part of the plane around it."""
        self.stop()
        page = self.state.page if gesture == "point" else places.page(latent, self.state.page)
        self.edit(gesture, latent=latent, page=page, walk=None)

    @Slot(int, int)
    def choose_seed(self, x: int, y: int) -> None:
        """Go to a seed, by whose noise the picture is made alone."""
        self.go_to(Latent(x=float(x), y=float(y)))

    @Slot()
    def redraw(self) -> None:
        """Go to a seed elsewhere in the plane; what is moved along directions stays moved."""
        self.go_to(places.elsewhere(self.scene.point.at(self.state.latent.x, self.state.latent.y)))

    def turn(self, right: int, down: int) -> None:
        """Show another part of the plane; the point stays where it is."""
        across, below = self.state.page
        page = tuple(min(max(part, -MOST_PAGE), MOST_PAGE) for part in (across + right, below + down))
        self.edit(page=page)

    def truncate(self, by: float) -> None:
        """Multiply the noise by so much more."""
        least, most = TRUNCATIONS
        self.edit("truncation", truncation=min(max(round(self.state.truncation + by, 2), least), most))
        self.gesture_ended.emit()

    @Slot()
    def reset_sliders(self) -> None:
        """Move nothing along directions, nor raw numbers."""
        self.go_to(self.scene.point.unmoved())

    @Slot()
    def pin(self) -> None:
        """Keep the point that is shown, of a walk that which it has come to."""
        if self.state.walk is None:
            self._pin(self.state.latent)
        elif (shown := self.scene.shown) is not None:
            self.stop()
            self._pin(shown.latent)

    @Slot()
    def pin_result(self) -> None:
        """Keep the result of the arithmetic."""
        if (found := self.scene.fresh_sum) is not None:
            self.stop()
            self._pin(found.points[0])

    @Slot(int)
    def go_to_result(self, number: int) -> None:
        """Show the result of the arithmetic, 0, or one of its neighbours."""
        if (found := self.scene.fresh_sum) is not None:
            self.go_to(found.points[number])

    @Slot(int)
    def go_to_pin(self, pin: int) -> None:
        """Show the point of a pin."""
        if pin < len(self.state.pins):
            self.go_to(self.state.pins[pin])

    @Slot(int)
    def unpin(self, pin: int) -> None:
        """Remove a pin."""
        self.stop()
        if pin < len(self.state.pins):
            self.edited.emit(self.state.unpinned(pin), "")

    @Slot()
    def unpin_all(self) -> None:
        """Remove all pins."""
        self.stop()
        self.edit(pins=(), terms=((), (), ()), ends=(0, 1), walk=None)

    @Slot()
    def pin_example(self) -> None:
        """Pin what the model began with, in the place of what is pinned, and show what is reckoned of it."""
        self.stop()
        found = example(self.state.model)
        self.edit(pins=found.pins, terms=found.terms, ends=found.ends, walk=None, lower="arithmetic")

    @Slot(int, int)
    def toggle_term(self, term: int, pin: int) -> None:
        """Make a pin a part of A, B or C, or no longer; the arithmetic is shown."""
        terms = [list(pins) for pins in self.state.terms]
        if pin in terms[term]:
            terms[term].remove(pin)
        else:
            terms[term] = sorted([*terms[term], pin])
        a, b, c = (tuple(pins) for pins in terms)
        self.edit(terms=(a, b, c), lower="arithmetic")

    @Slot()
    def clear_terms(self) -> None:
        """Make no pin a part of a term."""
        self.edit(terms=((), (), ()))

    @Slot()
    def redraw_neighbours(self) -> None:
        """Draw other pictures about the result of the arithmetic."""
        self.edit(seed=(self.state.seed + 1) % (MOST_SEED + 1))

    @Slot()
    def judge_sample(self) -> None:
        """Have D judge the picture that is shown as it judges a drawing."""
        made = self.made
        self.stop()
        if made is None:
            files.missing(self)
        else:
            self.edited.emit(replace(self.state.judging(made.pixels), lower="discriminator"), "")

    @Slot(int, int)
    def choose_end(self, end: int, pin: int) -> None:
        """Let the walk begin or end at a pin."""
        self.stop()
        first, second = self.state.ends
        ends = (pin, second) if end == 0 else (first, pin)
        if first != second and ends[0] == ends[1]:  # nobody walks from a pin to itself: they change places
            ends = (second, first)
        walks = self.state.walk is not None and max(ends) < len(self.state.pins)
        self.edit(ends=ends, tour=False, walk=0.0 if walks else None)

    def choose_tour(self, *, tour: bool) -> None:
        """Let the walk go around all pins, or between two."""
        self.stop()
        self.edit(tour=tour, walk=None)

    @Slot(bool)
    def choose_every(self, every: bool) -> None:
        """Have sliders for the raw numbers, or for the directions."""
        self.edit(every=every)

    # -- how -----------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        view = self.view
        self.header.model_chosen.connect(self.choose_model)
        view.plane.moved.connect(self._walk_to)
        view.plane.settled.connect(self._settle)
        view.plane.plane.pin_chosen.connect(self.go_to_pin)
        view.plane.plane.pin_removed.connect(self.unpin)
        view.plane.plane.pointed.connect(self._point)
        view.plane.seed_chosen.connect(self._choose_coordinate)
        view.plane.redrawn.connect(self.redraw)
        view.plane.turned.connect(self.turn)
        view.plane.truncation_moved.connect(lambda value: self.edit("truncation", truncation=round(value, 2)))
        view.plane.truncation_settled.connect(self.gesture_ended)
        view.picture.pin_pressed.connect(self.pin)
        view.picture.copy_pressed.connect(lambda: files.copy_picture(self))
        view.picture.save_pressed.connect(lambda: files.save_picture(self))
        side = view.side
        self.help_out(
            {view.picture.picture: "picture", side.critic.seen: "verdict", side.layers.picture: "layers"}
        )
        view.pins.chosen.connect(self.go_to_pin)
        view.pins.removed.connect(self.unpin)
        view.pins.term_toggled.connect(self.toggle_term)
        view.pins.end_chosen.connect(self.choose_end)
        view.sliders.moved.connect(self._move)
        view.sliders.settled.connect(self.gesture_ended)
        view.sliders.reset_pressed.connect(self.reset_sliders)
        view.sliders.every_chosen.connect(self.choose_every)
        self._connect_side()

    def _connect_side(self) -> None:
        view, side = self.view, self.view.side
        side.lower_chosen.connect(lambda lower: self.edit(lower=lower))
        side.wall.seed_chosen.connect(self.choose_seed)
        side.arithmetic.redrawn.connect(self.redraw_neighbours)
        side.arithmetic.seed_chosen.connect(lambda seed: self.edit_while_busy("neighbours", seed=seed))
        side.arithmetic.cleared.connect(self.clear_terms)
        side.arithmetic.chosen.connect(self.go_to_result)
        side.arithmetic.pin_pressed.connect(self.pin_result)
        view.side.critic.sample_pressed.connect(self.judge_sample)
        view.trips.chosen.connect(lambda trip: self.choose_tour(tour=trip == "tour"))
        for end, spin in enumerate(view.ends):
            spin.edited.connect(lambda pin, end=end: self.choose_end(end, pin - 1))
        view.save_animation.clicked.connect(lambda: files.save_animation(self))
        self.trip.changed.connect(lambda: self._show_scene(self.scene))

    def _pin(self, latent: Latent) -> None:
        if len(self.state.pins) == MOST_PINS:
            said = self.tr("There are {most} pins: the oldest one went.")
            self.said.emit("info", said.format(most=MOST_PINS))
        self.edited.emit(self.state.pinned(latent), "")

    def _import(self, path: str = "", content: bytes = b"") -> Import:
        if self.state.model not in COLOURED:
            return Import(path=path, content=content, border=BORDER)
        return Import(path=path, content=content, rows=PAINTED, columns=PAINTED, in_colours=True)

    def _judged(self) -> object:
        return self.state.model, self.state.drawing, self.state.levels, self.state.painting

    def _take_import(self, imported: Imported) -> None:
        (self.brush if imported.colours is not None else self.pen).take_import(imported)
        self.edit(lower="discriminator")

    @Slot(float, float)
    def _walk_to(self, x: float, y: float) -> None:
        self.go_to(places.over(self.scene.point, x, y), "point")

    @Slot(object)
    def _point(self, at: Pointed) -> None:
        """Show the picture that a click would lead to, while the pointer rests there."""
        if at is None or self.trip.playing:
            self.answers.point_at(None)
        elif isinstance(at, int):
            self.answers.point_at(self.state.pins[at])
        else:
            self.answers.point_at(places.over(self.scene.point, *at))

    @Slot()
    def _settle(self) -> None:
        """End a drag; where the keys have led out of the part of the plane that is shown, follow."""
        page = places.page(self.state.latent, self.state.page)
        if page != self.state.page:
            self.edit("point", page=page)
        self.gesture_ended.emit()

    @Slot(int, int)
    def _choose_coordinate(self, way: int, at: int) -> None:
        x, y = self.state.latent.x, self.state.latent.y
        moved = self.scene.point.at(*((float(at), y) if way == 0 else (x, float(at))))
        self.stop()
        self.edit_while_busy("seed", latent=moved, page=places.page(moved, self.state.page), walk=None)

    @Slot(int, float)
    def _move(self, number: int, far: float) -> None:
        self.stop()
        moved = places.moved(self.scene.point, number, far, raw=self.state.every)
        self.edit("slider", latent=moved, walk=None)

    def _show_scene(self, scene: Scene) -> None:
        forged = None if scene.explained is None else scene.explained.forged
        combined = scene.state.model in COLOURED  # of avatars a class is a combination of attributes
        self.header.set_note(forged_words.line(forged, combined=combined))
        self.header.set_tip(wrapped(forged_words.explanation(forged, combined=combined)))
        self.view.show_scene(scene, playing=self.trip.playing)
