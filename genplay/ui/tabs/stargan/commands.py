"""What the StarGAN tab can do, for menus, palette, buttons and shortcuts."""

from functools import partial
from typing import TYPE_CHECKING

from genplay.families.stargan import MOST_FACES, MOST_STEPS
from genplay.ui.commands import Command
from genplay.ui.tabs import lower, pictures
from genplay.ui.tabs.stargan import files
from genplay.ui.tabs.stargan.words import KEYED
from genplay.ui.translation import translate

if TYPE_CHECKING:
    from genplay.ui.tabs.stargan.tab import StarGanTab

EXPORT = (
    "stargan.copy",
    "stargan.save_picture",
    "stargan.save_beside",
    "stargan.save_wall",
    "stargan.save_measures",
    "stargan.save_ledger",
    "stargan.save_chain",
)
"""Commands in the header's export menu."""


def commands(tab: "StarGanTab") -> list[Command]:
    """Return the tab's commands."""
    return [
        *_files(tab),
        *_edit(tab),
        *_models(tab),
        *_faces(tab),
        *_attributes(tab),
        *_chain(tab),
        *_lower(tab),
    ]


def _files(tab: "StarGanTab") -> list[Command]:
    fresh, walls = partial(_fresh, tab), partial(_walls, tab)
    opened = translate("stargan", "Open a picture as the face…")
    folder = translate("stargan", "Open a folder of faces…")
    rows = [
        ("save_picture", translate("stargan", "Save the edited face…"), files.save_picture, "", fresh),
        ("save_beside", translate("stargan", "Save face, edit and truth…"), files.save_beside, "", fresh),
        ("save_wall", translate("stargan", "Save the wall or chain below…"), files.save_wall, "", walls),
        (
            "save_measures",
            translate("stargan", "Export the measures as CSV…"),
            files.save_measures,
            "Ctrl+E",
            fresh,
        ),
        (
            "save_ledger",
            translate("stargan", "Export the losses as CSV…"),
            files.save_ledger,
            "",
            partial(_has_answer, tab, "back"),
        ),
        (
            "save_chain",
            translate("stargan", "Export the chain as CSV…"),
            files.save_chain,
            "",
            partial(_has_answer, tab, "chain"),
        ),
    ]
    return [
        Command("stargan.open", opened, partial(pictures.ask, tab), "file", "Ctrl+Shift+O", section=True),
        Command("stargan.open_folder", folder, partial(files.open_folder, tab), "file", "Ctrl+Shift+F"),
        *[
            Command(f"stargan.{name}", text, partial(act, tab), "file", key, enabled)
            for name, text, act, key, enabled in rows
        ],
    ]


def _edit(tab: "StarGanTab") -> list[Command]:
    copy = translate("stargan", "Copy the edited face")
    paste = translate("stargan", "Paste a picture as the face")
    fresh = partial(_fresh, tab)
    return [
        Command(
            "stargan.copy", copy, partial(files.copy_picture, tab), "edit", "Ctrl+C", fresh, section=True
        ),
        Command("stargan.paste", paste, partial(pictures.paste, tab), "edit", "Ctrl+V"),
    ]


def _models(tab: "StarGanTab") -> list[Command]:
    use = translate("stargan", "Use {model}")
    return [
        Command(
            f"stargan.use_{name}",
            use.format(model=said),
            partial(tab.choose_model, name),
            "model",
            f"Alt+{place}",
            checked=partial(_has, tab, "model", name),
        )
        for place, (name, said) in enumerate(tab.models.items(), start=1)
    ]


def _faces(tab: "StarGanTab") -> list[Command]:
    draws = partial(_draws, tab)
    rows = [
        ("next", translate("stargan", "Next face of the strip"), partial(tab.step_example, 1), "N", None),
        (
            "previous",
            translate("stargan", "Previous face of the strip"),
            partial(tab.step_example, -1),
            "P",
            None,
        ),
        (
            "avatars",
            translate("stargan", "Back to the unseen avatars"),
            tab.close_folder,
            "A",
            partial(_folded, tab),
        ),
        ("random", translate("stargan", "Random avatar, of the next seed"), tab.redraw, "Ctrl+R", draws),
        (
            "anyway",
            translate("stargan", "Show what comes of a stranger"),
            tab.accept,
            "Return",
            partial(_asks, tab),
        ),
    ]
    return [
        Command(f"stargan.{name}", text, act, "model", key, enabled or _yes, section=name == "next")
        for name, text, act, key, enabled in rows
    ]


def _attributes(tab: "StarGanTab") -> list[Command]:
    said = translate("stargan", "Change attribute {number}")
    return [
        *[
            Command(
                f"stargan.attribute_{number}",
                said.format(number=number),
                partial(tab.toggle, number - 1),
                "model",
                str(number % KEYED),
                partial(_there, tab, number - 1),
                section=number == 1,
            )
            for number in range(1, KEYED + 1)
        ],
        Command(
            "stargan.reset",
            translate("stargan", "Back to the face’s own attributes"),
            tab.reset_all,
            "model",
            "Z",
            partial(_edits, tab),
            section=True,
        ),
        Command(
            "stargan.correct",
            translate("stargan", "Correct what D misreads"),
            tab.correct_all,
            "model",
            "U",
            partial(_misread, tab),
        ),
    ]


def _chain(tab: "StarGanTab") -> list[Command]:
    steps, known = partial(_steps, tab), partial(_room, tab)
    rows = [
        ("chain_add", translate("stargan", "Add this edit to the chain"), tab.add_step, "K", known),
        ("chain_home", translate("stargan", "Chain back to the original"), tab.return_home, "Shift+K", known),
        (
            "chain_remove",
            translate("stargan", "Remove the chain’s last edit"),
            tab.remove_step,
            "Backspace",
            steps,
        ),
        ("chain_clear", translate("stargan", "Clear the chain"), tab.clear_steps, "", steps),
        (
            "wall_add",
            translate("stargan", "Add this face to the wall"),
            tab.add_face,
            "W",
            partial(_addable, tab),
        ),
        (
            "wall_others",
            translate("stargan", "Other faces on the wall"),
            tab.other_faces,
            "",
            partial(_others, tab),
        ),
    ]
    return [
        Command(f"stargan.{name}", text, act, "model", key, enabled, section=name == "chain_add")
        for name, text, act, key, enabled in rows
    ]


def _lower(tab: "StarGanTab") -> list[Command]:
    rows = [
        ("singles", translate("stargan", "Show every single edit")),
        ("faces", translate("stargan", "Show several faces")),
        ("chain", translate("stargan", "Show the chain")),
        ("back", translate("stargan", "Show the way back")),
        ("inside", translate("stargan", "Show inside G and D")),
        ("maker", translate("stargan", "Show the avatar maker")),
    ]
    return lower.commands("stargan", tab, rows)


def _yes() -> bool:
    return True


def _fresh(tab: "StarGanTab") -> bool:
    return tab.scene.fresh is not None


def _walls(tab: "StarGanTab") -> bool:
    lower = tab.state.lower
    return lower in ("singles", "faces", "chain") and tab.scene.has(lower) and not tab.scene.hides(lower)


def _draws(tab: "StarGanTab") -> bool:
    return not tab.missing


def _folded(tab: "StarGanTab") -> bool:
    return tab.state.folder is not None


def _others(tab: "StarGanTab") -> bool:
    return tab.scene.may_be_walled


def _asks(tab: "StarGanTab") -> bool:
    return tab.scene.hidden or tab.scene.hides(tab.state.lower)


def _there(tab: "StarGanTab", number: int) -> bool:
    return tab.scene.known is not None and number < len(tab.scene.names)


def _edits(tab: "StarGanTab") -> bool:
    return tab.state.target is not None or tab.state.strength < 1


def _misread(tab: "StarGanTab") -> bool:
    return tab.scene.own != tab.scene.righted


def _steps(tab: "StarGanTab") -> bool:
    return bool(tab.state.chain)


def _room(tab: "StarGanTab") -> bool:
    return bool(tab.scene.own) and len(tab.state.chain) < MOST_STEPS


def _addable(tab: "StarGanTab") -> bool:
    scene = tab.scene
    return len(tab.state.wall) < MOST_FACES and not scene.hidden and scene.row(tab.state.face) is None


def _has_answer(tab: "StarGanTab", slot: str) -> bool:
    return tab.scene.has(slot) and not tab.scene.hidden


def _has(tab: "StarGanTab", field: str, value: object) -> bool:
    return getattr(tab.state, field) == value
