"""Commands that choose what stands below."""

from types import SimpleNamespace

from genplay.ui.tabs import lower


def test_each_panel_has_a_key_and_is_checked_where_it_is_shown():
    edits = []
    tab = SimpleNamespace(state=SimpleNamespace(lower="wall"), edit=lambda **values: edits.append(values))
    first, second = lower.commands("dcgan", tab, [("wall", "Show the wall"), ("walk", "Show the walk")])
    assert (first.id, first.text, first.shortcut, first.menu) == (
        "dcgan.show_wall",
        "Show the wall",
        "Shift+F1",
        "view",
    )
    assert second.shortcut == "Shift+F2"
    assert (first.section, second.section) == (True, False)
    assert (first.checked(), second.checked()) == (True, False)
    second.run()
    assert edits == [{"lower": "walk"}]
