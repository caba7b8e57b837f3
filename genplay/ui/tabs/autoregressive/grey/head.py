"""The head of the grey page in projector mode: the model, the mixture with its numbers, the big number."""

from genplay.families.autoregressive import GREY_MODEL_NAME
from genplay.ui import text
from genplay.ui.tabs.autoregressive import formulas
from genplay.ui.tabs.autoregressive.grey import words
from genplay.ui.tabs.autoregressive.grey.scene import GreyScene
from genplay.ui.tabs.autoregressive.projector_head import Head


class GreyHead(Head):
    """The head of the model of grey pictures."""

    def __init__(self) -> None:
        super().__init__()
        self._model.setText(GREY_MODEL_NAME)
        self._caption.setText(self.tr("density score"))
        self._formula.set_layout(formulas.GREY[1:3])

    def show_scene(self, scene: GreyScene) -> None:
        """Show the numbers of the pixel in focus and the score."""
        self._formula.set_values(words.formula(scene))
        self._hero.setText(text.nats(scene.result.log_prob) if scene.result else "–")
