"""The number of D's verdict."""

from PySide6.QtWidgets import QLabel

from genplay.ui.tabs.dcgan.verdict_line import VerdictLine


def said(line):
    return [label.text() for label in line.findChildren(QLabel) if label.isVisible()]


BESIDE = ("logit −23.49, no density", "no density")


def test_what_is_beside_goes_before_the_number_would_be_cut(show):
    line = show(VerdictLine(), 400, 30)
    line.set_words("D(x) = 6.28 × 10⁻¹¹", BESIDE)
    assert said(line) == ["D(x) = 6.28 × 10⁻¹¹", BESIDE[0]]
    line.resize(line.minimumSizeHint().width(), 30)
    assert said(line) == ["D(x) = 6.28 × 10⁻¹¹"]
    (number,) = [one for one in line.findChildren(QLabel) if one.isVisible()]
    line.layout().activate()
    assert number.width() >= number.sizeHint().width()
    line.resize(400, 30)
    assert BESIDE[0] in said(line)


def test_a_shorter_number_leaves_it_room_again(show):
    line = show(VerdictLine(), 200, 30)
    line.set_words("D(x) = 6.28 × 10⁻¹¹", BESIDE[:1])
    assert len(said(line)) == 1
    line.set_words("D(x) = 0.5", ["logit 0.00"])
    assert len(said(line)) == 2


def test_the_warning_stays_where_the_logit_has_no_room(show):
    line = show(VerdictLine(), 260, 30)
    line.set_words("D(x) = 0.914", BESIDE)
    assert said(line) == ["D(x) = 0.914", BESIDE[1]]
