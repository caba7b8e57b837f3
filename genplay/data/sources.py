"""The data sets genplay knows: files, checksums, mirrors, licences; and where they are on this computer."""

from dataclasses import dataclass
from pathlib import Path

from genplay import paths
from genplay.errors import UserError

_MISSING = (
    "{title} is not on this computer: run 'genplay data {dataset}', or 'genplay data {dataset} --from DIR' "
    "with a folder that holds its files."
)
_NOT_THERE = (
    "{folder} holds no file of {title}; expected is {example}, for one: 'genplay data {dataset}' gets what "
    "is missing."
)
_INCOMPLETE = "{file} of {title} is missing in {folder}; 'genplay data {dataset}' fetches what is missing."


@dataclass(frozen=True, slots=True)
class File:
    """One file of a data set.

    Its *content* is what was published, unpacked: an idx file, or for the fixed binarization the text file.
    """

    name: str  # as genplay keeps it
    remote: str  # below a mirror's address
    others: tuple[str, ...]  # further names that a user may have it under
    size: int  # bytes of content
    sha256: str  # of the content


@dataclass(frozen=True, slots=True)
class Dataset:
    """A data set: ``name`` is its word on the command line, ``title`` its name in a sentence.

    One without mirrors is drawn here: its file has no size or checksum that could be known before.
    """

    name: str
    title: str
    mirrors: tuple[str, ...]  # HTTPS, tried in turn
    files: tuple[File, ...]
    licence: str
    attribution: str


def _idx(stem: str, size: int, sha256: str) -> File:
    name, dotted = f"{stem}-ubyte", f"{stem}-ubyte".replace("-idx", ".idx")
    return File(name, f"{name}.gz", (f"{name}.gz", dotted, f"{dotted}.gz"), size, sha256)


def _amat(split: str, pictures: int, sha256: str) -> File:
    remote = f"binarized_mnist_{split}.amat"
    size = pictures * 784 * 2  # a digit, and a space or line end, for each pixel
    return File(f"{split}.npz", remote, (remote, f"binarized_mnist_{split}.npz"), size, sha256)


_MNIST_FILES = (
    _idx("train-images-idx3", 47_040_016, "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db"),
    _idx("train-labels-idx1", 60_008, "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5"),
    _idx("t10k-images-idx3", 7_840_016, "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7"),
    _idx("t10k-labels-idx1", 10_008, "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2"),
)
_FASHION_FILES = (
    _idx("train-images-idx3", 47_040_016, "c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888"),
    _idx("train-labels-idx1", 60_008, "bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9"),
    _idx("t10k-images-idx3", 7_840_016, "5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b"),
    _idx("t10k-labels-idx1", 10_008, "0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34"),
)
_BINARIZED_FILES = (
    _amat("train", 50_000, "ad693b29f94c14277b095f5238ddefbbdaaae0939789dd2f4f0205278cee3e4d"),
    _amat("valid", 10_000, "1de3d397c40fe8eeb33dafd4099a1f665ec01e96d9be234aaeeac8a34930e2e2"),
    _amat("test", 10_000, "e6687bfea3f820c174f33b7865140b2a2dd2930ef786f35d45795fc193b5ab2c"),
)
_MNIST_PEOPLE = "Yann LeCun, Corinna Cortes and Christopher J.C. Burges"

DATASETS = {
    "mnist": Dataset(
        name="mnist",
        title="MNIST",
        mirrors=(
            "https://ossci-datasets.s3.amazonaws.com/mnist/",
            "https://storage.googleapis.com/cvdf-datasets/mnist/",
        ),
        files=_MNIST_FILES,
        licence="CC BY-SA 3.0",
        attribution=f"MNIST by {_MNIST_PEOPLE}",
    ),
    "fashion-mnist": Dataset(
        name="fashion-mnist",
        title="Fashion-MNIST",
        mirrors=("https://github.com/zalandoresearch/fashion-mnist/raw/master/data/fashion/",),
        files=_FASHION_FILES,
        licence="MIT",
        attribution="Fashion-MNIST by Han Xiao, Kashif Rasul and Roland Vollgraf, Zalando SE",
    ),
    "binarized-mnist": Dataset(
        name="binarized-mnist",
        title="Binarized MNIST",
        mirrors=("https://www.cs.toronto.edu/~larocheh/public/datasets/binarized_mnist/",),
        files=_BINARIZED_FILES,
        licence="CC BY-SA 3.0",
        attribution=f"MNIST by {_MNIST_PEOPLE}; fixed binarization by Hugo Larochelle and Iain Murray",
    ),
    "avatars": Dataset(
        name="avatars",
        title="Avatars",
        mirrors=(),
        files=(File("avatars.npz", "avatars.npz", (), 0, ""),),
        licence="CC BY 4.0",
        attribution='Avatars adapted from "ToonHead" by Johan Melin, via DiceBear; parts and colours added',
    ),
}


def named(name: str) -> Dataset:
    """Return the data set of that name.

    Raises:
        UserError: There is none; the sentence lists the names.
    """
    if name not in DATASETS:
        names = ", ".join(DATASETS)
        raise UserError("There is no data set '{name}'; known are {names}.", name=name, names=names)
    return DATASETS[name]


def user_folder(dataset: Dataset) -> Path:
    """Return the folder where genplay keeps a data set (it may not exist yet)."""
    return paths.user_data() / "data" / dataset.name


def find(file: File, folder: Path) -> Path | None:
    """Return where in ``folder`` a file is, under any of its names, or None."""
    return next((folder / name for name in (file.name, *file.others) if (folder / name).is_file()), None)


def locate(name: str, folder: Path | None = None) -> Path:
    """Return the folder that holds a data set, or at least one of its files.

    Args:
        name: The data set.
        folder: Where to look: the files' folder, or the one above it with a folder of the data set's name in
            it; None is the user's own.

    Raises:
        UserError: No such data set, or none of its files is there.
    """
    dataset = named(name)
    for candidate in (user_folder(dataset),) if folder is None else (folder / name, folder):
        if any(find(file, candidate) for file in dataset.files):
            return candidate
    if folder is None:
        raise UserError(_MISSING, title=dataset.title, dataset=name)
    if not folder.is_dir():
        raise UserError("There is no folder {folder}.", folder=str(folder))
    example = dataset.files[0].remote
    raise UserError(_NOT_THERE, folder=str(folder), title=dataset.title, example=example, dataset=name)


def path_of(name: str, stem: str, folder: Path | None = None) -> Path:
    """Return the path of a data set's file whose name starts with ``stem``; ``folder`` as for ``locate``.

    Raises:
        UserError: The data set or this file of it is missing.
    """
    dataset, folder = named(name), locate(name, folder)
    file = next(file for file in dataset.files if file.name.startswith(stem))
    path = find(file, folder)
    if path is None:
        raise UserError(_INCOMPLETE, file=file.name, title=dataset.title, folder=str(folder), dataset=name)
    return path
