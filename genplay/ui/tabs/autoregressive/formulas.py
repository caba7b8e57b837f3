"""The formula of NADE, term by term, and which value stands below each."""

from genplay.ui.widgets.formula import Term

_SUM, _SUM_SO_FAR = "log_p", "log_p_read"

NADE: tuple[tuple[Term, ...], ...] = (
    (
        Term(formula="h_i", key="units", widest="500 units"),
        Term(formula="equals_sigma"),
        Term(formula="W_x", key="context", widest="784 ink pixels"),
        Term(formula="plus"),
        Term(formula="c", key="bias_c", widest="bias"),
        Term(formula="close"),
    ),
    (
        Term(formula="p_i", key="p", token="blue", widest="0.000"),
        Term(formula="equals_sigma"),
        Term(formula="V_h", key="evidence", widest="−00.00"),
        Term(formula="plus"),
        Term(formula="b_i", key="bias_b", widest="−00.00"),
        Term(formula="close"),
    ),
    (
        Term(
            formula="log_p_i",
            key="term",
            token="orange",
            widest="−00.00",
            others=("log_p_i_0", "log_p_i_1"),
        ),
    ),
    (
        Term(formula=_SUM, key="sum", widest="−000.00", others=(_SUM_SO_FAR,)),
        Term(formula="equals_sum"),
        Term(formula="log_p_j", key="terms", widest="784 terms"),
    ),
)
"""h_i = sigm(W_<i x_<i + c), p_i = sigm(V_i h_i + b_i), and their sum (Larochelle and Murray 2011)."""


def term(value: str) -> str:
    """Return the formula of a pixel's log probability, given its value "0", "1" or "" for unknown."""
    return f"log_p_i_{value}" if value else "log_p_i"


def total(*, so_far: bool) -> str:
    """Return the formula of the score, or of the sum over the pixels read so far."""
    return _SUM_SO_FAR if so_far else _SUM
