"""The formula of each model, term by term, and which value stands below each."""

from genplay.ui.widgets.formula import Term

_SUM, _SUM_SO_FAR = "log_p", "log_p_read"

Layout = tuple[tuple[Term, ...], ...]
"""Groups of terms."""

_PIXEL = (
    Term(
        formula="log_p_i",
        key="term",
        token="orange",
        widest="−00.00",
        others=("log_p_i_0", "log_p_i_1"),
    ),
)
_WHOLE = (
    Term(formula=_SUM, key="sum", widest="−000.00", others=(_SUM_SO_FAR,)),
    Term(formula="equals_sum"),
    Term(formula="log_p_j", key="terms", widest="784 terms"),
)
_P = Term(formula="p_i", key="p", token="blue", widest="0.000")
_CONTEXT = "784 ink pixels"

NADE: Layout = (
    (
        Term(formula="h_i", key="units", widest="500 units"),
        Term(formula="equals_sigma"),
        Term(formula="W_x", key="context", widest=_CONTEXT),
        Term(formula="plus"),
        Term(formula="c", key="bias_c", widest="bias"),
        Term(formula="close"),
    ),
    (
        _P,
        Term(formula="equals_sigma"),
        Term(formula="V_h", key="evidence", widest="−00.00"),
        Term(formula="plus"),
        Term(formula="b_i", key="bias_b", widest="−00.00"),
        Term(formula="close"),
    ),
    _PIXEL,
    _WHOLE,
)
"""h_i = sigm(W_<i x_<i + c), p_i = sigm(V_i h_i + b_i), and their sum (Larochelle and Murray 2011)."""

PIXELRNN: Layout = (
    (
        Term(formula="gates"),
        Term(formula="equals_sigma"),
        Term(formula="K_is_x", key="context", widest=_CONTEXT),
        Term(formula="plus"),
        Term(formula="K_ss_h", key="units", widest="64 units"),
        Term(formula="close"),
    ),
    (Term(formula="h_o_c"), Term(formula="equals_o_tanh")),
    (
        _P,
        Term(formula="equals_sigma"),
        Term(formula="t_i", key="logit", widest="−00.00"),
        Term(formula="close"),
    ),
    _PIXEL,
    _WHOLE,
)
"""The LSTM's gates and state, p_i = sigm(t_i), and the sum (van den Oord and others 2016, equation 3)."""

ANY_ORDER: Layout = (
    (
        Term(formula="h_1", key="units", widest="500 units"),
        Term(formula="equals_rho"),
        Term(formula="W_1_x", key="context", widest=_CONTEXT),
        Term(formula="close"),
    ),
    (Term(formula="h_2"), Term(formula="equals_rho"), Term(formula="W_2_h"), Term(formula="close")),
    (
        _P,
        Term(formula="equals_sigma"),
        Term(formula="V_h_2", key="evidence", widest="−00.00"),
        Term(formula="plus"),
        Term(formula="b_i", key="bias_b", widest="−00.00"),
        Term(formula="close"),
    ),
    _PIXEL,
    _WHOLE,
)
"""h_1 = rho(LN(W_1 [m x, m] + c_1)), h_2 = rho(LN(W_2 h_1 + c_2)), p_i = sigm(V_i h_2 + b_i), and the sum."""

COUNTED: Layout = (
    (
        _P,
        Term(formula="equals_p"),
        Term(formula="x_back", key="back", widest="0 0 0 0 0 0 0 0 0 0"),
        Term(formula="close"),
    ),
    _PIXEL,
    _WHOLE,
)
"""p_i is read off a table by the N pixels before, and the sum."""

ONE_BACK: Layout = (
    (
        _P,
        Term(formula="equals_p"),
        Term(formula="x_before", key="back", widest="0"),
        Term(formula="close"),
    ),
    _PIXEL,
    _WHOLE,
)
"""The same with the one pixel before."""

GREY: Layout = (
    (
        Term(formula="h_i", key="units", widest="500 units"),
        Term(formula="equals_relu_rho"),
        Term(formula="W_x", key="context", widest="783 greys"),
        Term(formula="plus"),
        Term(formula="c", key="bias_c", widest="bias"),
        Term(formula="close_both"),
    ),
    (
        Term(formula="p_x_i", key="density", token="blue", widest="000.00"),
        Term(formula="equals_sum_k", key="component", widest="k = 8 of 8"),
        Term(formula="alpha_k", key="share", widest="0.000"),
        Term(formula="normal", key="x", widest="0.000"),
        Term(formula="mu_k", key="mean", widest="−0.000"),
        Term(formula="sigma_k", key="spread", widest="0.0000²"),
    ),
    (Term(formula="log_p_i", key="term", token="orange", widest="−00.00"),),
    (
        Term(formula=_SUM, key="sum", widest="−0,000.00"),
        Term(formula="equals_sum"),
        Term(formula="log_p_j", key="terms", widest="784 terms"),
    ),
)
"""h_i = relu(rho_i (W_<i x_<i + c)), the mixture and one of its parts, and the sum (Uria and others 2013)."""

LAYOUTS = {
    "nade": NADE,
    "row_lstm": PIXELRNN,
    "diagonal_bilstm": PIXELRNN,
    "eonade": ANY_ORDER,
    "ar1": ONE_BACK,
    "arn": COUNTED,
}


def short(model: str) -> Layout:
    """Return the part of a model's formula that a class in the last row needs: p_i and its logarithm."""
    return LAYOUTS[model][-3:-1]


def keys(model: str) -> frozenset[str]:
    """Return the names of the values that a model's formula shows."""
    return frozenset(term.key for group in LAYOUTS[model] for term in group if term.key)


def term(value: str) -> str:
    """Return the formula of a pixel's log probability, given its value "0", "1" or "" for unknown."""
    return f"log_p_i_{value}" if value else "log_p_i"


def total(*, so_far: bool) -> str:
    """Return the formula of the score, or of the sum over the pixels read so far."""
    return _SUM_SO_FAR if so_far else _SUM
