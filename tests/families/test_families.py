"""Every room of every family is there, found by its stem."""

from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import pytest

from genplay import models, paths
from genplay.engine.checkpoints import list_checkpoints
from genplay.families import FAMILIES, autoregressive, family, foundations, gan
from genplay.families.base import Density, Request, State

TESTS = Path(__file__).resolve().parent.parent
WITHOUT_MODELS = (foundations.FAMILY, gan.FAMILY)
"""Those whose models are counted or trained on the spot."""
each_family = pytest.mark.parametrize("one", FAMILIES, ids=lambda one: one.id)
each_model = pytest.mark.parametrize(
    ("one", "model"),
    [(one, model) for one in FAMILIES for model in one.models],
    ids=lambda value: getattr(value, "id", value),
)


def test_families_have_names_of_their_own():
    assert FAMILIES
    for names in ([one.id for one in FAMILIES], [one.name for one in FAMILIES]):
        assert len(set(names)) == len(names)


@each_family
def test_a_family_is_found_by_its_id(one):
    assert family(one.id) is one


def test_an_unknown_family_is_a_fault():
    with pytest.raises(KeyError):
        family("nothing")


@each_family
def test_a_family_says_what_it_is(one):
    assert one.id.isidentifier()
    assert one.name
    assert isinstance(one.density, Density)
    assert one.models or one in WITHOUT_MODELS
    assert (paths.assets() / "icons" / f"{one.icon}.svg").is_file()


@each_family
def test_a_family_has_all_its_rooms(one):
    assert import_module(f"genplay.families.{one.id}").FAMILY is one
    assert callable(import_module(f"genplay.pipelines.{one.id}").run)
    assert import_module(f"genplay.ui.tabs.{one.id}").TAB


@each_family
def test_a_family_has_its_tests(one):
    for room in ("families", "pipelines"):
        tests = TESTS / room
        assert (tests / f"test_{one.id}.py").is_file() or any((tests / one.id).glob("test_*.py"))
    assert any((TESTS / "ui" / "tabs").rglob(f"*{one.id}*"))


@each_family
def test_the_first_state_asks_for_something(one):
    state = one.state()
    assert isinstance(state, State)
    requests = state.requests()
    assert requests
    for slot, request in requests.items():
        assert slot.isidentifier()
        assert isinstance(request, Request)
        assert request.family == one.id


@each_model
def test_a_model_has_all_its_places(one, model):
    entry = next(entry for entry in list_checkpoints([paths.checkpoints()]) if entry.header.model == model)
    assert find_spec(f"genplay.models.{entry.header.architecture}")
    assert (TESTS / "models" / f"test_{entry.header.architecture}.py").is_file()
    recipes = import_module("genplay.train.run").RECIPES
    assert model in recipes


def test_what_a_model_can_be_told_follows_from_its_architecture():
    pytest.importorskip("lightning_fabric", reason="needs the train extra")
    from genplay.train.run import TRAINED

    found = {name: trained.architecture for name, trained in TRAINED.items()}
    found |= {
        entry.header.model: entry.header.architecture for entry in list_checkpoints([paths.checkpoints()])
    }
    told = {
        models.ANY_ORDER: autoregressive.ANY_ORDER,
        models.LOOKING_BACK: autoregressive.COUNTED,
        models.DENSITIES: {autoregressive.GREY_MODEL},
    }
    for architectures, names in told.items():
        assert {name for name, architecture in found.items() if architecture in architectures} == names
    counted = {"arn", *autoregressive.SIMPLER}
    assert {name for name, architecture in found.items() if architecture in models.TABLES} == counted


@pytest.mark.parametrize("model", autoregressive.MODELS)
def test_an_explicit_model_has_a_fast_path_and_a_formula(model):
    from genplay.ui.tabs.autoregressive import formulas

    entry = next(entry for entry in list_checkpoints([paths.checkpoints()]) if entry.header.model == model)
    architecture = entry.header.architecture
    fast = "tabular" if architecture in models.TABLES else architecture
    assert find_spec(f"genplay.models.{fast}_numpy")
    assert model in formulas.LAYOUTS
    assert model in autoregressive.PAPERS or architecture in models.TABLES
