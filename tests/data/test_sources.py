"""The registry of data sets, and how their files are found."""

import re
from pathlib import Path

import pytest

from genplay.data.sources import DATASETS, Dataset, find, locate, named, path_of, user_folder
from genplay.errors import UserError

FETCHED = {name: dataset for name, dataset in DATASETS.items() if dataset.mirrors}
every_dataset = pytest.mark.parametrize("dataset", DATASETS.values(), ids=list(DATASETS))
every_fetched = pytest.mark.parametrize("dataset", FETCHED.values(), ids=list(FETCHED))


@every_fetched
def test_mirrors_are_encrypted_folders(dataset: Dataset):
    for mirror in dataset.mirrors:
        assert re.fullmatch(r"https://[a-z0-9.-]+/.*/", mirror)


def test_avatars_alone_are_drawn():
    assert DATASETS.keys() - FETCHED.keys() == {"avatars"}


@every_fetched
def test_every_file_has_a_checksum_of_its_own_and_names_of_its_own(dataset: Dataset):
    assert all(re.fullmatch("[0-9a-f]{64}", file.sha256) for file in dataset.files)
    assert len({file.sha256 for file in dataset.files}) == len(dataset.files)
    names = [name for file in dataset.files for name in (file.name, *file.others)]
    assert len(set(names)) == len(names)
    assert all(file.remote in file.others for file in dataset.files)


@every_dataset
def test_licence_and_people_are_named(dataset: Dataset):
    assert dataset.licence
    assert re.search(r"(MNIST|ToonHead\W*) by [A-Z][a-z]+ [A-Z]", dataset.attribution)


def test_an_unknown_name_is_answered_with_the_known_ones():
    with pytest.raises(UserError, match="mnist, fashion-mnist, binarized-mnist, avatars"):
        named("cifar")


def test_the_user_folder_is_searched_first_of_all():
    folder = user_folder(named("mnist"))
    folder.mkdir(parents=True)
    (folder / "t10k-labels-idx1-ubyte").touch()
    assert locate("mnist") == folder


def test_a_missing_data_set_says_which_command_brings_it():
    with pytest.raises(UserError, match="run 'genplay data mnist', or 'genplay data mnist --from DIR'"):
        locate("mnist")


def test_a_folder_may_hold_the_files_or_a_folder_of_the_set(tmp_path: Path):
    inner = tmp_path / "mnist"
    inner.mkdir()
    (inner / "t10k-labels-idx1-ubyte.gz").touch()
    assert locate("mnist", tmp_path) == locate("mnist", inner) == inner
    (tmp_path / "empty").mkdir()
    with pytest.raises(UserError, match=r"no file of Fashion-MNIST.*'genplay data fashion-mnist'"):
        locate("fashion-mnist", tmp_path / "empty")
    with pytest.raises(UserError, match="There is no folder"):
        locate("fashion-mnist", inner / "nowhere")


@pytest.mark.parametrize("name", ["train-labels-idx1-ubyte.gz", "train-labels.idx1-ubyte"])
def test_files_are_found_under_their_usual_names(tmp_path: Path, name: str):
    (tmp_path / name).touch()
    assert path_of("mnist", "train-labels", tmp_path) == tmp_path / name
    assert find(DATASETS["mnist"].files[0], tmp_path) is None
    with pytest.raises(UserError, match="train-images-idx3-ubyte of MNIST is missing"):
        path_of("mnist", "train-images", tmp_path)
