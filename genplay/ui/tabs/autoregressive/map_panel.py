"""The middle columns: expected ink and surprise, or what a flip moves; their legends; the reading line."""

from genplay.families.autoregressive import Comparison, Conditionals
from genplay.ui.tabs.autoregressive import words
from genplay.ui.tabs.autoregressive.map_pair import MapPair
from genplay.ui.tabs.autoregressive.scene import Scene, ranks_of
from genplay.ui.tabs.memo import Memo
from genplay.ui.widgets.pixels import levels

SURPRISE_LIMIT = 4.0  # nats; the map is clipped there and its legend says so
MOVED_LIMIT = 0.25  # probability
GAINED_LIMIT = 1.0  # nats


class MapPanel(MapPair):
    """Two heat maps of the model at work."""

    def __init__(self) -> None:
        super().__init__()
        self._mode = ""
        self._memo = Memo()
        self._set_mode("values")

    def show_scene(self, scene: Scene) -> None:
        """Show the conditionals, or their changes where a flip is compared."""
        if self._memo.changed(scene.comparison, scene.result):
            self._show_answer(scene)
        for view in self.maps:
            view.set_order(ranks_of(scene.state.reads))
            shown = scene.expected if view is self.expected else scene.summed
            view.set_visible_until(shown if scene.walking or scene.phase is not None else None)
            view.set_flip(scene.state.flip)
        self.show_focus(scene)

    def _show_answer(self, scene: Scene) -> None:
        if scene.comparison is not None:
            self._set_mode("changes")
            self._show_changes(scene.comparison)
        elif scene.result is not None:
            self._set_mode("values")
            self._show_values(scene.result)

    def show_focus(self, scene: Scene) -> None:
        """Show which pixel the numbers speak of."""
        for view in self.maps:
            view.set_cursor(scene.focus)
        parts, hint = words.reading(scene)
        self.line.set_parts(parts)
        self.line.set_hint(hint)

    def _show_values(self, result: Conditionals) -> None:
        self.expected.set_values(levels(result.probabilities, 0, 1).reshape(28, 28))
        self.surprise.set_values(levels(result.surprises, 0, SURPRISE_LIMIT).reshape(28, 28))

    def _show_changes(self, comparison: Comparison) -> None:
        self.expected.set_values(levels(comparison.moved, -MOVED_LIMIT, MOVED_LIMIT).reshape(28, 28))
        self.surprise.set_values(levels(comparison.gained, -GAINED_LIMIT, GAINED_LIMIT).reshape(28, 28))

    def _set_mode(self, mode: str) -> None:
        if mode == self._mode:
            return
        self._mode = mode
        if mode == "values":
            self.name(
                0, self.tr("Expected ink"), "p_i_1", "probability", self.tr("0 paper"), self.tr("1 ink")
            )
            self.name(
                1, self.tr("Surprise"), "surprise_i", "surprise", self.tr("0"), self.tr("4 nats or more")
            )
        else:
            self.name(
                0,
                self.tr("Expected ink moves"),
                "change_p_j",
                "signed",
                self.tr("−0.25 or less"),
                self.tr("+0.25 or more"),
            )
            self.name(
                1,
                self.tr("Score moves"),
                "change_log_p",
                "signed",
                self.tr("−1 nat or less"),
                self.tr("+1 or more"),
            )
