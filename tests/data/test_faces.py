"""A folder of faces with CelebA's table: read as it says, and every fault named with its line."""

import io

import numpy as np
import pytest
from PIL import Image

from genplay.data import faces
from genplay.data.faces import Table, parsed
from genplay.errors import UserError

GOOD = "2\nDark  Fair Hat\na.png  1 -1  1\n\nb.png -1  1 -1\n"


def written(folder, count=20, table=None, side=(64, 64)):
    rng = np.random.default_rng(0)
    lines = []
    for number in range(count):
        image = rng.integers(0, 256, (*side, 3)).astype(np.uint8)
        Image.fromarray(image).save(folder / f"{number}.png")
        dark = 1 if number % 2 else -1
        lines.append(f"{number}.png {dark} {-dark} 1")
    (folder / faces.TABLE).write_text(table or "\n".join([str(count), "Dark Fair Hat", *lines]) + "\n")
    return folder


def test_a_table_is_read_with_its_lines():
    table = parsed(GOOD)
    assert table.attributes == ("Dark", "Fair", "Hat")
    assert [(row.name, row.values, row.line) for row in table.rows] == [
        ("a.png", (1, 0, 1), 3),
        ("b.png", (0, 1, 0), 5),
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "Line 1 of t does not say how many"),
        ("many\nA\n", "Line 1 of t does not say how many"),
        ("1\n", "Line 2 of t does not name the attributes"),
        ("1\nA B A\na.png 1 1 1\n", "Line 2 of t names the attribute A twice"),
        ("2\nA B\na.png 1 1\nb.png 1\n", "Line 4 of t has 1 values, and there are 2 attributes"),
        ("1\nA B\na.png 1 -1 1\n", "Line 3 of t has 3 values, and there are 2 attributes"),
        ("2\nA B\na.png 1 1\n\nb.png 1 0\n", "Line 5 of t has 0 for B, which may be 1 or -1"),
        ("2\nA\na.png 1\na.png -1\n", "Line 4 of t has a.png again, which is in line 3"),
        ("1\nA\n../a.png 1\n", r"Line 3 of t has no file name: \.\./a.png"),
        ("3\nA\na.png 1\n", "t says in line 1 that there are 3 pictures, but has lines for 1"),
    ],
)
def test_a_fault_in_a_table_is_named_with_its_line(text, told):
    with pytest.raises(UserError, match=told):
        parsed(text, "t")


def test_exactly_one_of_a_group_holds():
    table = parsed(GOOD)
    faces.check_groups(table, (("Dark", "Fair"),))
    with pytest.raises(UserError, match="Line 3 of t has 2 of Dark, Hat, and exactly one"):
        faces.check_groups(table, (("Dark", "Hat"),), "t")
    with pytest.raises(UserError, match="has no attribute Old, which is in a group; it has Dark, Fair, Hat"):
        faces.check_groups(table, (("Dark", "Old"),))
    for groups in [(("Dark",),), (("Dark", "Fair"), ("Fair", "Hat"))]:
        with pytest.raises(UserError, match="A group has two attributes or more"):
            faces.check_groups(Table(table.attributes, ()), groups)


def test_a_folder_is_read_in_the_order_of_its_table(tmp_path):
    done = []
    found = faces.load(written(tmp_path), (("Dark", "Fair"),), lambda *seen: done.append(seen))
    assert found.attributes == ("Dark", "Fair", "Hat")
    assert found.values[:2].tolist() == [[0, 1, 1], [1, 0, 1]]
    with Image.open(tmp_path / "3.png") as picture:
        np.testing.assert_array_equal(found.images[3], np.asarray(picture))
    assert done[-1] == (20, 20)


def test_pictures_may_stand_where_celeba_has_them(tmp_path):
    written(tmp_path)
    (tmp_path / "img_align_celeba").mkdir()
    for path in tmp_path.glob("*.png"):
        path.rename(tmp_path / "img_align_celeba" / path.name)
    assert len(faces.load(tmp_path).images) == 20


def test_a_missing_or_damaged_picture_is_named_with_its_line(tmp_path):
    written(tmp_path)
    (tmp_path / "4.png").write_bytes(b"no picture")
    with pytest.raises(UserError, match=r"Line 7 of list_attr_celeba.txt: 4.png is not a picture"):
        faces.load(tmp_path)
    (tmp_path / "4.png").unlink()
    with pytest.raises(
        UserError, match=r"Line 7 of list_attr_celeba.txt has the picture 4.png, which is not"
    ):
        faces.load(tmp_path)


def test_what_is_no_such_folder_is_refused(tmp_path):
    with pytest.raises(UserError, match="There is no folder"):
        faces.load(tmp_path / "none")
    with pytest.raises(UserError, match="list_attr_celeba"):
        faces.load(tmp_path)
    (tmp_path / faces.TABLE).write_bytes(b"\xff\xfe\xff")
    with pytest.raises(UserError, match="no text in UTF-8"):
        faces.load(tmp_path)
    with pytest.raises(UserError, match="a training wants at least 20"):
        faces.load(written(tmp_path, 3))


@pytest.mark.parametrize("shape", [(64, 64), (218, 178), (10, 300), (1, 1)])
def test_any_size_becomes_its_middle_square(shape):
    image = np.zeros((*shape, 3), np.uint8)
    edge = min(shape)
    top, left = (shape[0] - edge) // 2, (shape[1] - edge) // 2
    image[top : top + edge, left : left + edge] = 200
    assert (faces.squared(image) == 200).all()


def test_a_picture_of_that_size_passes_through():
    image = np.random.default_rng(1).integers(0, 256, (64, 64, 3)).astype(np.uint8)
    np.testing.assert_array_equal(faces.squared(image), image)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "CMYK", "I;16"])
def test_pictures_of_any_mode_are_read(mode, tmp_path):
    written(tmp_path)
    stream = io.BytesIO()
    made = Image.new(mode, (70, 90), 128 if mode in {"1", "L", "P", "I;16"} else None)
    made.save(stream, "JPEG" if mode == "CMYK" else "PNG")
    (tmp_path / "0.png").write_bytes(stream.getvalue())
    assert faces.load(tmp_path).images[0].shape == (64, 64, 3)


def test_the_first_faces_of_a_folder_are_read_picture_by_picture(tmp_path):
    steps = list(faces.first(written(tmp_path), 3))
    assert [len(step.images) for step in steps] == [1, 2, 3]
    assert [step.complete for step in steps] == [False, False, True]
    found = steps[-1]
    assert found.attributes == ("Dark", "Fair", "Hat")
    assert [row.name for row in found.rows] == ["0.png", "1.png", "2.png"]
    assert found.count == 20
    with Image.open(tmp_path / "1.png") as picture:
        np.testing.assert_array_equal(found.images[1], np.asarray(picture))


def test_of_a_long_table_only_the_first_pictures_are_looked_for(tmp_path):
    lines = [f"{number}.png 1 -1 1" for number in range(2500)]
    written(tmp_path, 3, "\n".join(["2500", "Dark Fair Hat", *lines]))
    steps = list(faces.first(tmp_path, 3))
    assert [step.count for step in steps] == [1000, 2000, 2500, 2500, 2500]
    assert not any(step.complete for step in steps[:-1])
    with pytest.raises(UserError, match=r"Line 6 of list_attr_celeba.txt has the picture 3.png"):
        list(faces.first(tmp_path, 4))


def test_a_fault_far_down_in_a_table_refuses_the_folder(tmp_path):
    lines = [f"{number}.png 1 -1 1" for number in range(2500)]
    lines[2000] += " 1"
    written(tmp_path, 3, "\n".join(["2500", "Dark Fair Hat", *lines]))
    with pytest.raises(UserError, match=r"Line 2003 of list_attr_celeba.txt has 4 values"):
        list(faces.first(tmp_path, 3))


def test_a_folder_of_one_face_is_read_and_an_empty_one_refused(tmp_path):
    assert list(faces.first(written(tmp_path, 1), 36))[-1].complete
    with pytest.raises(UserError, match=r"list_attr_celeba.txt has no pictures"):
        list(faces.first(written(tmp_path, 0), 36))
    (tmp_path / faces.TABLE).unlink()
    with pytest.raises(UserError, match=r"There is no list_attr_celeba.txt in .*: the table"):
        list(faces.first(tmp_path, 36))
