"""What the panels say, as functions of the scene."""

import numpy as np

from genplay.families.autoregressive import (
    ANY_ORDER,
    BOUNDED,
    COMPARED,
    COUNTED,
    PAPER_OF_16_ORDERS,
    PAPERS,
    PIXELS,
    AutoregressiveState,
    Comparison,
    Conditionals,
)
from genplay.ui import text
from genplay.ui.tabs.autoregressive import formulas
from genplay.ui.tabs.autoregressive.scene import Scene
from genplay.ui.translation import translate

Part = tuple[str, str, bool]
"""A piece of the reading line: text, colour token, bold."""

_MOVES = 0.01  # nats from which a conditional counts as moved
_EDGE = 0.1  # percent: what is closer to 0 or 100 is said to be


def model(state: AutoregressiveState) -> str:
    """Return the name of the model: of AR-N with its N."""
    return model_name(state.model, state)


def model_name(model: str, state: AutoregressiveState) -> str:
    """Return the name of any model as the state has it: of AR-N with its N."""
    name = COMPARED[model]
    return name.replace("N", str(state.reach)) if model in COUNTED else name


def short_name(model: str, state: AutoregressiveState) -> str:
    """Return the same where there is little room: there is one VAE only."""
    return translate("autoregressive", "VAE") if model in BOUNDED else model_name(model, state)


def measured(result: Conditionals) -> str:
    """Return how good the model is on average, beside what its paper reports; "" where that is not known."""
    if result.measured is None:
        return ""
    nll, split, averaged = result.measured
    values: dict[str, object] = {"nll": text.nats(-nll), "split": split}
    if result.model in PAPERS:
        values["paper"] = text.nats(-PAPERS[result.model])
    if averaged is not None:
        ours = translate(
            "autoregressive",
            "On average {nll} nats a digit row by row, {averaged} over {orders} orders, on {split}.",
        )
        theirs = translate(
            "autoregressive", "The paper, on the fixed test split: {paper} for one order, {over} over 16."
        )
        values |= {"averaged": text.nats(-averaged[0]), "orders": averaged[1]}
        values["over"] = text.nats(-PAPER_OF_16_ORDERS)
    else:
        ours = translate("autoregressive", "On average {nll} nats a digit on {split}.")
        theirs = translate("autoregressive", "The paper: {paper} on the fixed test split.")
    return (f"{ours} {theirs}" if "paper" in values else ours).format(**values)


def briefly(result: Conditionals) -> str:
    """Return the same in fewer words, where there is less room."""
    if result.measured is None:
        return ""
    nll, split, averaged = result.measured
    values: dict[str, object] = {"nll": text.nats(-nll), "split": _short(split)}
    if result.model not in PAPERS:
        return translate("autoregressive", "On average {nll} nats ({split}).").format(**values)
    values["paper"] = text.nats(-PAPERS[result.model])
    if averaged is None:
        said = translate("autoregressive", "On average {nll} nats ({split}); the paper {paper} (test).")
        return said.format(**values)
    values |= {"averaged": text.nats(-averaged[0]), "orders": averaged[1]}
    values["over"] = text.nats(-PAPER_OF_16_ORDERS)
    said = translate(
        "autoregressive",
        "Row by row {nll} nats, {orders} orders {averaged} ({split}); paper {paper}, {over} (test).",
    )
    return said.format(**values)


def figures(result: Conditionals) -> str:
    """Return the same in a few words, of one order; "" where that is not known."""
    if result.measured is None:
        return ""
    nll = text.nats(-result.measured.nll)
    if result.model not in PAPERS:
        return translate("autoregressive", "on average {nll}").format(nll=nll)
    paper = text.nats(-PAPERS[result.model])
    if result.measured.averaged is not None:
        return translate("autoregressive", "row by row {nll}, paper {paper}").format(nll=nll, paper=paper)
    return translate("autoregressive", "on average {nll}, paper {paper}").format(nll=nll, paper=paper)


def _short(split: str) -> str:
    """Return a split in a word: "valid" of "binarized-mnist/valid (fixed)"."""
    return split.rpartition("/")[2].partition(" ")[0]


def average(scene: Scene) -> tuple[str, str] | None:
    """Return the row of the average over several orders, as far as it is computed; None for none."""
    state, averaged = scene.state, scene.averaged
    if state.orders < 2 or state.model not in ANY_ORDER:
        return None
    if averaged is None:
        return translate("autoregressive", "Average of {count} orders").format(count=state.orders), "–"
    done = len(averaged.log_probs)
    if done < averaged.count:
        name = translate("autoregressive", "Average, {done} of {count} orders")
    else:
        name = translate("autoregressive", "Average of {count} orders")
    return name.format(done=done, count=averaged.count), text.nats(averaged.log_prob)


def sampling_warning(state: AutoregressiveState) -> str:
    """Return what must be said of completions, or ""."""
    said: list[str] = []
    if any(state.region.bits) and state.model not in ANY_ORDER:
        said.append(translate("autoregressive", "{model} cannot see below it.").format(model=model(state)))
    if heat := temperature_warning(state.temperature):
        said.append(heat)
    return " ".join(said)


def temperature_warning(temperature: float) -> str:
    """Return what must be said of samples at another temperature than 1, or ""."""
    if temperature == 1:
        return ""
    return translate("autoregressive", "Temperature {temperature}: no longer the model").format(
        temperature=text.number(temperature, 2)
    )


def place(pixel: int) -> str:
    """Return a pixel's row and column, counted from 1."""
    return translate("autoregressive", "Row {row}, column {column}").format(
        row=pixel // 28 + 1, column=pixel % 28 + 1
    )


def value(ink: bool) -> str:
    """Return what a pixel is."""
    return translate("autoregressive", "ink") if ink else translate("autoregressive", "paper")


def reading(scene: Scene) -> tuple[list[Part], str]:
    """Return the reading line for the pixel in focus, and its hint."""
    pixel, result = scene.focus, scene.result
    if pixel is None:
        return [(translate("autoregressive", "Point at a pixel to read it"), "text3", False)], ""
    parts: list[Part] = [(place(pixel), "text", False)]
    if result is None:
        return parts, ""
    if scene.place(pixel) >= scene.visible:
        return parts, translate("autoregressive", "future hidden")
    if scene.phase is not None:
        return [*parts, (_phase(scene, result, pixel), "text", False)], ""
    ink = bool(result.drawing.flat()[pixel])
    if scene.comparison is not None:
        return [*parts, *_change(scene.comparison, pixel)], translate("autoregressive", "Esc: end comparison")
    parts += [
        (value(ink), "text2", False),
        (
            translate("autoregressive", "p(ink) {p}").format(p=text.prob(float(result.probabilities[pixel]))),
            "blue",
            True,
        ),
        (
            translate("autoregressive", "{surprise} nats").format(
                surprise=text.nats(float(result.surprises[pixel]))
            ),
            "orange",
            True,
        ),
    ]
    return parts, translate("autoregressive", "Alt+click: what if?")


def _change(comparison: Comparison, pixel: int) -> list[Part]:
    moved, gained = float(comparison.moved[pixel]), float(comparison.gained[pixel])
    before, after = comparison.before.probabilities[pixel], comparison.after.probabilities[pixel]
    arrow = translate("autoregressive", "p(ink) {before} → {after}").format(
        before=text.prob(float(before)), after=text.prob(float(after))
    )
    change = translate("autoregressive", "{gain} nats").format(gain=signed(gained))
    return [
        (arrow, "blue" if moved >= 0 else "orange", True),
        (change, "blue" if gained >= 0 else "orange", True),
    ]


def _phase(scene: Scene, result: Conditionals, pixel: int) -> str:
    flat = result.drawing.flat()
    p, term = float(result.probabilities[pixel]), -float(result.surprises[pixel])
    if scene.phase == 0:
        return translate("autoregressive", "1. Read what came before: {count} ink pixels.").format(
            count=_ink_before(scene, result, pixel)
        )
    if scene.phase == 1:
        return translate("autoregressive", "2. Expect ink with p = {p}.").format(p=text.prob(p))
    return translate("autoregressive", "3. It is {value}: add {term} nats.").format(
        value=value(bool(flat[pixel])), term=text.nats(term)
    )


def formula(scene: Scene) -> dict[str, str]:
    """Return the live values under the formula's terms, by term; "" where a value is not known."""
    shown = formulas.keys(scene.state.model) | {"pixel", "value"}
    return {key: said for key, said in _values(scene).items() if key in shown}


def _values(scene: Scene) -> dict[str, str]:
    pixel, result = scene.focus, scene.result
    if result is None:
        return {}
    values = {"pixel": "–", "units": _units(result.hidden), "bias_c": translate("autoregressive", "bias")}
    read = scene.summed
    values["sum"] = text.nats(float(result.running[read]))
    values["terms"] = translate("autoregressive", "{count} terms").format(count=text.count(read))
    if pixel is None or not scene.known(pixel):
        return values
    ink = int(result.drawing.flat()[pixel])
    bias = None if result.bias is None else float(result.bias[pixel])
    values |= {
        "pixel": text.count(scene.place(pixel) + 1),
        "context": translate("autoregressive", "{count} ink pixels").format(
            count=_ink_before(scene, result, pixel)
        ),
        "p": text.prob(float(result.probabilities[pixel])),
        "evidence": "" if bias is None else text.nats(float(result.logits[pixel]) - bias),
        "bias_b": "" if bias is None else text.nats(bias),
        "logit": text.nats(float(result.logits[pixel])),
        "back": _back(scene, result, pixel),
        "term": text.nats(-float(result.surprises[pixel])),
        "value": str(ink),
    }
    later = {0: ("p", "evidence", "logit", "term", "value"), 1: ("term", "value")}
    return values | dict.fromkeys(later.get(scene.phase, ()), "") if scene.phase is not None else values


def _ink_before(scene: Scene, result: Conditionals, pixel: int) -> int:
    return int(result.drawing.flat()[result.order[: scene.place(pixel)]].sum())


def _back(scene: Scene, result: Conditionals, pixel: int) -> str:
    """Return the pixels that the model looks back on, the farthest first; outside they are 0."""
    flat = result.drawing.flat()
    places = range(pixel - (scene.state.looks_back or 0), pixel)
    return " ".join(str(int(flat[at])) if at >= 0 else "0" for at in places)


def _units(hidden: int) -> str:
    return translate("autoregressive", "{count} units").format(count=text.count(hidden))


def rank(percentile: float | None) -> str:
    """Return a percentile: whole numbers, but nothing reads 0 or 100 without being it."""
    if percentile is None:
        return "–"
    if 0 < percentile < _EDGE:
        return f"< {_EDGE}"
    if 100 - _EDGE < percentile < 100:
        return f"> {100 - _EDGE}"
    whole = round(percentile)
    edge = (whole == 0 and percentile > 0) or (whole == 100 and percentile < 100)
    return text.number(percentile, 1 if edge else 0)


def signed(change: float) -> str:
    """Return a change in nats with its sign."""
    written = text.nats(change)
    return written if change < 0 or written == "0.00" else f"+{written}"


def what_if(comparison: Comparison) -> list[tuple[str, str]]:
    """Return the rows that say what a flip changes."""
    gained = comparison.gained
    ranks = comparison.before.ranks
    later = gained[ranks > ranks[comparison.pixel]]
    return [
        (translate("autoregressive", "This pixel"), signed(float(gained[comparison.pixel]))),
        (translate("autoregressive", "Later pixels"), signed(float(later.sum()))),
        (
            translate("autoregressive", "Moved by 0.01 nats or more"),
            text.count(int((np.abs(later) >= _MOVES).sum())),
        ),
        (translate("autoregressive", "log p(x) then"), text.nats(comparison.after.log_prob)),
    ]


def still_to_read(scene: Scene) -> str:
    """Return how many pixels the walk has not reached."""
    return translate("autoregressive", "{count} pixels").format(count=text.count(PIXELS - scene.visible))
