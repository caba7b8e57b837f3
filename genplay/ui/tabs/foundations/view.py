"""The sheet of the tab: every panel and where it stands, on each page."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from genplay.families.foundations import (
    FAMILY,
    FARTHEST,
    MODELS,
    MOST,
    FoundationsState,
    Page,
    counting,
    models_note,
)
from genplay.families.orders import NAMES
from genplay.ui import text, theme
from genplay.ui.tabs.fitted import FittedPage
from genplay.ui.tabs.foundations import fitting, formulas, words
from genplay.ui.tabs.foundations.bayes_panel import BayesPanel
from genplay.ui.tabs.foundations.chain_panel import ChainPanel
from genplay.ui.tabs.foundations.count_panel import CountPanel
from genplay.ui.tabs.foundations.joint_tables import JointTable
from genplay.ui.tabs.foundations.models_panel import ModelsPanel
from genplay.ui.tabs.foundations.picture_panel import PicturePanel
from genplay.ui.tabs.foundations.scene import Scene
from genplay.ui.tabs.memo import Memo
from genplay.ui.translation import translate
from genplay.ui.widgets.choice import Choice
from genplay.ui.widgets.error_panel import ErrorPanel
from genplay.ui.widgets.formula import FormulaStrip
from genplay.ui.widgets.growth_plot import Growth, GrowthPlot, Reference
from genplay.ui.widgets.hairline import Hairline
from genplay.ui.widgets.header import Header
from genplay.ui.widgets.spin import Spin
from genplay.ui.widgets.transport import Transport
from genplay.ui.widgets.words import label

_ROOM_FOR_FORMULAS = 560  # px at 100 %: width from which the counters have theirs
_ROOM_FOR_ARITHMETIC = 640, 670  # px at 100 %: height for that of models; of those of tall pictures
_ROOM_FOR_RULE = 430  # px at 100 %: height for Bayes' rule above the graph of a tall picture
_ROOM_FOR_TERMS = 480  # px at 100 %: height for what A and B share term by term, and what the arrows say
_ROOM_FOR_MEANING = 560  # px at 100 %: height from which it is said what the numbers mean
_ROOM_FOR_SAMPLES = 360, 460  # px at 100 %: height for the models' samples; where there is more to show
_UNLIMITED = 16777215  # px: Qt's widest widget
_TALL = 3  # rows of a picture that is not tall
_ROOM_FOR_TOOLS = 330  # px at 100 %: height from which there are controls at the picture and the graph
_ROOM_FOR_NAMES = (
    600,
    860,
)  # px at 100 %: width from which the order, and a random one, has its name beside it
_ROOM_FOR_GRAPH = 780  # px at 100 %: height from which the graph below the factors grows with them
_ROOMY, _WIDEST = 1.15, 1.35  # growth from which more is said; that of the right column at most


class View(FittedPage):
    """Three columns, the growth of the numbers below them, and the transport; knows no gesture."""

    order_chosen = Signal(str)
    order_seed_edited = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        pages = {
            "count": self.tr("Count"),
            "chain": self.tr("Chain rule"),
            "bayes": self.tr("Bayes"),
            "all": self.tr("All"),
        }
        self.header = Header(translate("families", FAMILY.name), FAMILY.density, pages)
        self.reach, self.sample_seed = Spin(1, FARTHEST, digits=1), Spin(0, 2**31 - 1, digits=1)
        self._options = self._make_options()
        self.header.add_option(self._options)
        self.formula = FormulaStrip()
        self.formula.set_title(translate("families", FAMILY.name))
        self.picture, self.chain, self.bayes = PicturePanel(), ChainPanel(), BayesPanel()
        self.count, self.models, self.tables = CountPanel(), ModelsPanel(), JointTable()
        self.plot = GrowthPlot()
        self.error = ErrorPanel()
        self.transport = Transport()
        self.order = Choice({kind: translate("orders", NAMES[kind]) for kind in NAMES})
        self.seed = Spin(0, 2**31 - 1)
        self._fitted, self._plotted = Memo(), Memo()
        self._page_on: Page = "all"
        self._failed = self._projector = self._random = self._tall = self._noted = False
        self._arrange()
        self._restyle()

    def show_scene(self, scene: Scene) -> None:
        """Show everything."""
        state = scene.state
        self._page_on, self._failed = state.page, bool(scene.failure)
        self._random = state.order == "random"
        self._tall = state.size[0] > _TALL
        if scene.failure:
            self.error.set_error(self.tr("There is no answer"), scene.failure)
        self._fit()
        self.header.set_model(state.page)
        self.header.set_note(words.data(scene.fitted, state))
        self.header.set_tip(words.provenance())
        self.reach.set_value(state.reach)
        self.sample_seed.set_value(state.seed)
        self._options.setVisible(state.page != "count")  # which has a slider for it
        for widget in (self._samples_label, self.sample_seed):
            widget.setVisible(state.page != "bayes")  # where no samples are
        self._noted = scene.fitted is not None and models_note(scene.fitted) is not None
        self.picture.show_scene(scene)
        self.chain.show_scene(scene)
        self.bayes.show_scene(scene)
        self.count.show_scene(scene)
        self.models.show_scene(scene)
        self.tables.show_scene(scene)
        self._show_formula(scene)
        self._show_growth(state)
        self._show_transport(scene)

    def set_projector(self, on: bool) -> None:
        """Show what a class in the last row can read, or everything."""
        self._projector = on
        self._restyle()

    def _fit_once(self) -> None:
        """Show what there is room for, and let pictures grow."""
        now = theme.current()
        width = self.width() / now.scale - fitting.MARGINS[0] - fitting.MARGINS[2]
        height = self.height() / now.scale - fitting.MARGINS[1] - fitting.MARGINS[3]
        parts = fitting.shown(self._page_on, width, height, projector=self._projector)
        grown = 1.0 if self._projector else fitting.grown(width, height)
        if self._failed:
            parts -= fitting.ANSWERED
        if self._page_on == "bayes" and self._tall and height < _ROOM_FOR_RULE:
            parts -= {"formula"}
        order = self._random, width >= _ROOM_FOR_NAMES[self._random]
        shape = round(grown, 2), round(height), self._tall, self._noted
        fitted = (self._page_on, parts, *shape, *order, now, self._projector)
        if not self._fitted.changed(*fitted):
            return
        for name, widget in self._parts.items():
            widget.setVisible(name in parts)
        self.error.setVisible(self._failed)
        self.header.setVisible(not self._projector)
        self._show_order(*order)
        self.picture.set_counters_shown("counters" in parts)
        tools = not self._projector and height >= _ROOM_FOR_TOOLS
        self.picture.set_tools_shown(tools)
        for panel in (self.picture, self.chain, self.bayes, self.count, self.models, self.tables):
            panel.title.setMinimumHeight(now.px(fitting.HEAD) if tools else 0)
        self._fit_panels(parts, width, height, roomy=grown > _ROOMY)
        self.bayes.set_full("chain" not in parts, tools=tools, counts=grown > _ROOMY)
        self._fit_columns(parts, grown, shared=height >= _ROOM_FOR_GRAPH)
        tall = fitting.plot(height, projector=self._projector)
        self.plot.setFixedHeight(now.px(tall if self._page_on == "count" else fitting.PLOT * grown))

    def _fit_panels(self, parts: frozenset[str], width: float, height: float, *, roomy: bool) -> None:
        """Show in each panel what there is room for."""
        self._fit_models(parts, height, roomy=roomy)
        self.tables.set_roomy(height >= _ROOM_FOR_TERMS)
        self.count.set_formulas_shown(width >= _ROOM_FOR_FORMULAS)
        self.count.set_roomy(not self._projector and height >= _ROOM_FOR_MEANING)
        self._rule.setVisible("plot" in parts and "picture" in parts)

    def _fit_columns(self, parts: frozenset[str], grown: float, *, shared: bool) -> None:
        """Share the width among the columns, and where there is plenty, the height of the middle one."""
        self._middle.setStretchFactor(self.bayes, int("chain" not in parts or shared))
        self.picture.grow(grown)
        wide = theme.current().px(fitting.MODELS * min(max(grown, 1.0), _WIDEST))
        self.tables.setFixedWidth(wide)
        alone = not parts & {"chain", "bayes", "count"} and not self._failed
        self.models.setMinimumWidth(wide)
        self.models.setMaximumWidth(_UNLIMITED if alone else wide)
        self._columns.setStretchFactor(self._middle, int(not alone))

    def _fit_models(self, parts: frozenset[str], height: float, *, roomy: bool) -> None:
        """Show of the models what there is room for: their arithmetic beside samples only in tall windows."""
        room = _ROOM_FOR_SAMPLES[self._noted or self._tall]
        self.models.set_samples_shown("count" not in parts and height >= room)
        needed = {"all": _ROOM_FOR_ARITHMETIC[self._tall], "count": _ROOM_FOR_MEANING}
        formulas = height >= needed.get(self._page_on, 0) and not self._projector
        beside = self._page_on == "chain"  # where the models have the whole height
        self.models.set_room(formulas=formulas, cost=roomy or beside, notes=roomy)

    def _show_formula(self, scene: Scene) -> None:
        self.formula.set_layout(formulas.layout(scene.state))
        self.formula.set_values(formulas.values(scene))
        remark = {
            "count": self.tr("free numbers of a distribution over {n} binary pixels"),
            "bayes": self.tr("exact: counted from {patches} patches"),
        }.get(
            scene.state.page,
            self.tr("the table’s p is exact in every order;\nthe order only changes its factors"),
        )
        patches = text.count(scene.fitted.patches if scene.fitted else counting.TRAINING)
        self.formula.set_remark(remark.format(n=scene.state.counted, patches=patches))

    def _show_growth(self, state: FoundationsState) -> None:
        if self._plotted.changed(state.reach):
            self.plot.set_lines(*_growth(state.reach))
        remark = self.tr("{count} pixels need {numbers}")
        most = text.large(counting.parameters("table", MOST, state.reach))
        self.plot.set_note(remark.format(count=MOST, numbers=most))
        self.plot.set_n(state.counted)

    def _show_transport(self, scene: Scene) -> None:
        state = scene.state
        self.transport.set_position(state.cursor, state.pixels)
        self.transport.set_speed(state.speed)
        self.transport.set_slow(state.slow)
        self.transport.set_playing(scene.playing)
        self.order.set_current(state.order)
        self.seed.set_value(state.order_seed)

    def _show_order(self, random: bool, named: bool) -> None:
        """Show the choice of the order, with its seed if it is random, and their names if there is room."""
        self.seed.setVisible(random)
        self._seed_label.setVisible(random and named)
        self._order_label.setVisible(named)

    def _make_options(self) -> QWidget:
        """Return the boxes of AR-N's N and of the samples' seed, with their names."""
        self.sample_seed.setAccessibleName(self.tr("Seed of the samples"))
        self.sample_seed.setToolTip(self.tr("Seed of the samples: the same seed gives the same ones"))
        self.reach.setAccessibleName(self.tr("Pixels that AR-N looks back"))
        self.reach.setToolTip(self.tr("N: how many pixels back AR-N looks"))
        option = QWidget()
        row = QHBoxLayout(option)
        row.setContentsMargins(0, 0, 0, 0)
        self._samples_label = label("body", self.tr("Samples"))
        for widget in (label("body", self.tr("N")), self.reach, self._samples_label, self.sample_seed):
            row.addWidget(widget)
        return option

    def _arrange(self) -> None:
        self.transport.set_noun(self.tr("factor"))
        self.order.setAccessibleName(self.tr("Order of the pixels"))
        self.seed.setAccessibleName(self.tr("Seed of the order"))
        self._seed_label, self._order_label = label("body", self.tr("Seed")), label("body", self.tr("Order"))
        for widget in (self._seed_label, self.seed, self._order_label, self.order):
            self.transport.add_right(widget)
        self.order.chosen.connect(self.order_chosen)
        self.seed.edited.connect(self.order_seed_edited)
        self.bayes.order_chosen.connect(self.order_chosen)
        self.bayes.order_seed_edited.connect(self.order_seed_edited)
        self._parts: dict[str, QWidget] = {
            "formula": self.formula,
            "picture": self.picture,
            "chain": self.chain,
            "bayes": self.bayes,
            "count": self.count,
            "models": self.models,
            "tables": self.tables,
            "plot": self.plot,
            "transport": self.transport,
        }
        self._middle = QVBoxLayout()
        self._middle.addWidget(self.error, 1)
        self._middle.addWidget(self.count)
        self._middle.addWidget(self.chain, 1)
        self._middle.addWidget(self.bayes)
        self._columns = QHBoxLayout()
        self._columns.addWidget(self.picture)
        self._columns.addLayout(self._middle, 1)
        for panel in (self.models, self.tables):
            self._columns.addWidget(panel)
        self._rule = Hairline()
        self._page = QVBoxLayout(self)
        self._page.addWidget(self.header)
        self._page.addWidget(self.formula)
        self._page.addLayout(self._columns, 1)
        self._page.addWidget(self._rule)
        self._page.addWidget(self.plot)
        self._page.addWidget(self.transport)

    def _restyle(self) -> None:
        now = theme.current()
        margins = fitting.PROJECTED_MARGINS if self._projector else fitting.MARGINS
        self._page.setContentsMargins(*(now.px(margin) for margin in margins))
        self._page.setSpacing(now.px(fitting.SPACING))
        self._columns.setSpacing(now.px(fitting.GAP))
        self._middle.setSpacing(now.px(14))
        self._fit()


def _growth(reach: int) -> tuple[list[Growth], list[Reference]]:
    """Return the curves, the full table first, and what they are compared with."""
    whole = translate("foundations", "full table {formula}").format(formula=f"2ⁿ {text.MINUS} 1")
    labels = {"table": whole, "independent": translate("foundations", "independent")}
    lines: list[Growth] = []
    for name in MODELS:
        exponents = [counting.log10(counting.parameters(name, n, reach)) for n in range(1, MOST + 1)]
        said, token = words.model_name(name, reach), "orange" if name == "table" else "blue"
        lines.append(Growth(said, token, exponents, labels.get(name, said), beside=name != "table"))
    atoms = translate("foundations", "{count} atoms in the universe")
    pictures = translate("foundations", "{count} training pictures")
    return lines, [
        Reference(atoms.format(count=text.power(80)), counting.log10(counting.ATOMS)),
        Reference(pictures.format(count=text.count(counting.TRAINING)), counting.log10(counting.TRAINING)),
    ]
