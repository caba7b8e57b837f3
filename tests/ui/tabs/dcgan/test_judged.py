"""What D can judge at once."""

from genplay.data import examples
from genplay.ui.tabs.dcgan import judged


def test_clothes_are_two_of_each_class_one_of_each_first():
    found = judged.items()
    names = [name for name, _ in found]
    assert len(found) == 23
    clothes = [names[0], *names[4:]]
    assert clothes[:3] == ["T-shirt", "Trousers", "Pullover"]
    assert clothes[10:] == clothes[:10]
    assert {picture.shape for _, picture in found} == {(28, 28)}
    assert len({picture.tobytes() for _, picture in found}) == 23


def test_it_begins_with_what_d_judges_at_first_and_with_pages_that_show_nothing():
    found = judged.items()
    assert (found[0][1] == examples.fashion_items().images[0]).all()
    assert [name for name, _ in found[1:4]] == ["Blank page", "Page full of ink", "Noise"]
    assert [name for name, _ in judged.avatars()[1:4]] == ["White page", "Black page", "Noise"]


def test_avatars_are_numbered():
    found = judged.avatars()
    assert found[0][0] == "Avatar 1"
    assert {picture.shape for _, picture in found} == {(64, 64, 3)}
