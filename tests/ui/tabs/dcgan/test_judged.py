"""What D can judge at once."""

from genplay.ui.tabs.dcgan import judged


def test_clothes_are_two_of_each_class_one_of_each_first():
    found = judged.items()
    names = [name for name, _ in found]
    assert len(found) == 20
    assert names[:3] == ["T-shirt", "Trousers", "Pullover"]
    assert names[10:] == names[:10]
    assert {picture.shape for _, picture in found} == {(28, 28)}
    assert len({picture.tobytes() for _, picture in found}) == 20


def test_avatars_are_numbered():
    found = judged.avatars()
    assert found[0][0] == "Avatar 1"
    assert {picture.shape for _, picture in found} == {(64, 64, 3)}
