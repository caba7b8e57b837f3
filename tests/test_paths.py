"""genplay's own files are beside it, the user's are in the user's folders."""

import pytest

from genplay import paths


def test_genplays_own_files_are_there():
    for folder in ("digits", "fonts", "formulas", "icons"):
        assert (paths.assets() / folder).is_dir()
    assert list(paths.checkpoints().glob("*.safetensors"))


def test_an_installed_wheel_has_them_inside(monkeypatch, tmp_path):
    package = tmp_path / "site" / "genplay"
    (package / "assets").mkdir(parents=True)
    (tmp_path / "site" / "assets").mkdir()  # another program's, beside it
    monkeypatch.setattr(paths, "_PACKAGE", package)
    assert paths.assets() == package / "assets"


def test_a_checkout_has_them_beside(monkeypatch, tmp_path):
    monkeypatch.setattr(paths, "_PACKAGE", tmp_path / "genplay")
    assert paths.assets() == tmp_path / "assets"
    assert paths.checkpoints() == tmp_path / "checkpoints"


@pytest.mark.parametrize("folder", [paths.user_data, paths.user_checkpoints, paths.user_state])
def test_the_users_folders_are_the_users(private_home, folder):
    assert private_home in folder().parents
    assert "genplay" in folder().parts
    assert not folder().exists()


def test_ones_own_checkpoints_stand_with_ones_data():
    assert paths.user_checkpoints().parent == paths.user_data()
