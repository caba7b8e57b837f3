"""Typeset the formulas, one SVG per term: python assets/build/formulas.py (needs the ``assets`` extra).

Each file is set in STIX Two Math, ziamath's own font, at 16 units to the em. Its ``viewBox`` is the ink of the
term, with y = 0 on the baseline, so that terms are aligned by putting their origins on one line. Colours
are ``currentColor``; genplay puts a token in its place.
"""

import re
from pathlib import Path

import ziamath

EM = 16
SIZES = (4, 9, 12, 16, 20)  # pixels of the pictures that are small enough for a whole table
FOLDER = Path(__file__).resolve().parent.parent / "formulas"

FORMULAS = {
    # the chain rule of NADE (Larochelle and Murray 2011), term by term
    "h_i": r"h_i",
    "equals_sigma": r"= \sigma\,(",
    "W_x": r"W_{<i}\,x_{<i}",
    "plus": r"+",
    "c": r"c",
    "close": r")",
    "p_i": r"p_i",
    "V_h": r"V_i h_i",
    "b_i": r"b_i",
    # PixelRNN (van den Oord and others 2016)
    "gates": r"i, f, o",
    "K_is_x": r"K^{is} \ast x",
    "K_ss_h": r"K^{ss} \ast h",
    "h_o_c": r"h",
    "equals_o_tanh": r"= o \tanh(f\,c + i\,g)",
    "t_i": r"t_i",
    # AR-1 and AR-N
    "equals_p": r"= p\,(x_i = 1 \mid",
    "x_back": r"x_{i-N} \cdots x_{i-1}",
    "x_before": r"x_{i-1}",
    # the order-agnostic NADE (Uria, Murray and Larochelle 2014)
    "h_1": r"h_1",
    "equals_rho": r"= \rho\,\mathrm{LN}\,(",
    "W_1_x": r"W_1 [m x, m]",
    "h_2": r"h_2",
    "W_2_h": r"W_2 h_1",
    "V_h_2": r"V_i h_2",
    "log_p_i": r"\log p(x_i \mid x_{<i})",
    "log_p_i_1": r"\log p(x_i = 1 \mid x_{<i})",
    "log_p_i_0": r"\log p(x_i = 0 \mid x_{<i})",
    "log_p": r"\log p(x)",
    "log_p_read": r"\log p(x_{\leq i})",
    "equals_sum": r"= \Sigma_j",
    "log_p_j": r"\log p(x_j \mid x_{<j})",
    # RNADE (Uria, Murray and Larochelle 2013)
    "equals_relu_rho": r"= \operatorname{relu}\,(\rho_i\,(",
    "close_both": r"))",
    "p_x_i": r"p(x_i \mid x_{<i})",
    "equals_sum_k": r"= \Sigma_k",
    "alpha_k": r"\alpha_k",
    "normal": r"\mathcal{N}(x_i;",
    "mu_k": r"\mu_k,",
    "sigma_k": r"\sigma_k^2)",
    "expected_x_i": r"\mathrm{E}(x_i \mid x_{<i})",
    "surprise_grey": r"-\log P(g_i \mid x_{<i})",
    # beside the labels of the panels
    "p_i_1": r"p(x_i = 1 \mid x_{<i})",
    "surprise_i": r"-\log p(x_i \mid x_{<i})",
    "change_p_j": r"\Delta p(x_j = 1 \mid x_{<j})",
    "change_log_p": r"\Delta \log p(x)",
    "change_log_p_i": r"\Delta \log p(x_i \mid x_{<i})",
    "chain": r"p(x) = p(x_1)\,p(x_2 \mid x_1) \cdots p(x_{784} \mid x_{<784})",
    # the chain rule of a few pixels, row by row and along any order o
    **{f"joint_{n}": rf"p(x_1, \ldots, x_{{{n}}})" for n in SIZES},
    "equals": r"=",
    "times": r"\cdot",
    "dots": r"\cdots",
    "first": r"p(x_1)",
    "second": r"p(x_2 \mid x_1)",
    "third": r"p(x_3 \mid x_1, x_2)",
    **{f"last_{n}": rf"p(x_{{{n}}} \mid x_{{<{n}}})" for n in SIZES},
    "first_o": r"p(x_{o_1})",
    "second_o": r"p(x_{o_2} \mid x_{o_1})",
    "third_o": r"p(x_{o_3} \mid x_{o_1}, x_{o_2})",
    **{f"last_o_{n}": rf"p(x_{{o_{{{n}}}}} \mid x_{{o_{{<{n}}}}})" for n in SIZES},
    # how many numbers a distribution over n pixels has
    **{f"table_{n}": rf"2^{{{n}}} - 1" for n in SIZES},
    "count_states": r"2^n",
    "count_table": r"2^n - 1",
    "count_ar": r"2^N - 1 + (n - N)\,2^N",
    "count_markov": r"2 n - 1",
    "count_independent": r"n",
    "count_rgb": r"256^3 - 1",
    # four models of the same pixels, and what each costs
    "model_table": r"p(x_1, \ldots, x_n)",
    "model_ar": r"\Pi_i\,p(x_i \mid x_{i-N} \cdots x_{i-1})",
    "model_ar_o": r"\Pi_i\,p(x_{o_i} \mid x_{o_{i-N}} \cdots x_{o_{i-1}})",
    "model_markov_o": r"\Pi_i\,p(x_{o_i} \mid x_{o_{i-1}})",
    "model_markov": r"\Pi_i\,p(x_i \mid x_{i-1})",
    "model_independent": r"\Pi_i\,p(x_i)",
    "kl": r"\Sigma_x\,p(x) \log_2 p(x) / q(x)",
    # Bayes' rule, and what A tells about B
    "a": r"p(A = 1)",
    "a_b": r"p(A = 1 \mid B = 1)",
    "a_c": r"p(A = 1 \mid C)",
    "a_b_c": r"p(A = 1 \mid B = 1, C)",
    "b": r"p(B = 1)",
    "b_a": r"p(B = 1 \mid A = 1)",
    "b_c": r"p(B = 1 \mid C)",
    "b_a_c": r"p(B = 1 \mid A = 1, C)",
    "over": r"/",
    "mutual": r"I(A; B)",
    "mutual_c": r"I(A; B \mid C)",
    "mutual_given": r"I(A; B \mid C = c)",
    "mutual_sum": r"= \Sigma\,p(a, b) \log_2\,[\,p(a, b) \,/\, p(a)\,p(b)\,]",
    "mutual_sum_c": r"= \Sigma\,p(a, b \mid c) \log_2\,[\,p(a, b \mid c) \,/\, p(a \mid c)\,p(b \mid c)\,]",
    # how strange a picture is (Nalisnick and others 2019; Serra and others 2020)
    "score_density": r"-\log p(x)",
    "score_typicality": r"|{-\log p(x)} - H|",
    "score_complexity": r"-\log p(x) - L(x)",
    # the loss of a VAE in training (Kingma and Welling 2014; its beta by Higgins and others 2017)
    "live_loss": r"L",
    "live_reconstruction": r"-\mathrm{E}_q[\,\log p(x \mid z)\,]",
    "live_beta": r"\beta",
    "live_kl": r"\mathrm{KL}(q(z \mid x) \parallel p(z))",
    "live_q": r"q(z \mid x)",
    "live_p": r"p(x \mid z)",
    # log p(x) of a VAE as ELBO and what it lacks, and where a code comes from (Kingma and Welling 2014)
    "vae_reconstruction": r"E_q[\,\log p(x \mid z)\,]",
    "minus": r"-",
    "vae_kl_prior": r"\mathrm{KL}(q \parallel p(z))",
    "vae_kl_posterior": r"\mathrm{KL}(q \parallel p(z \mid x))",
    "vae_elbo": r"\mathrm{ELBO}",
    "mu": r"\mu",
    "sigma": r"\sigma",
    "odot": r"\odot",
    "epsilon": r"\varepsilon",
    # the KL of one latent in closed form (Kingma and Welling 2014, appendix B)
    "vae_kl_j": r"\mathrm{KL}_j",
    "equals_half": r"= ½\,(",
    "mu_squared": r"\mu_j^2",
    "sigma_squared": r"\sigma_j^2",
    "minus_1_minus": r"- 1 -",
    "log_sigma_squared": r"\log \sigma_j^2",
    # the game of a GAN (Goodfellow and others 2014), in least squares (Mao and others 2017), of a critic
    # (Gulrajani and others 2017)
    "gan_min_max": r"\displaystyle\min_G\,\max_D",
    "gan_value": r"V(D, G)",
    "gan_real": r"E_{x \sim p}[\,\log D(x)\,]",
    "gan_fake": r"E_z[\,\log(1 - D(G(z)))\,]",
    "gan_best": r"V(D^\ast, G)",
    "minus_log_4": r"-\log 4",
    "gan_js": r"2\,\mathrm{JS}(p \parallel q)",
    "gan_g": r"L_G",
    "gan_g_nonsaturating": r"-E_z[\,\log D(G(z))\,]",
    "gan_d": r"L_D",
    "gan_d_real": r"½\,E_{x \sim p}[\,(D(x) - 1)^2\,]",
    "gan_d_fake": r"½\,E_z[\,D(G(z))^2\,]",
    "gan_g_leastsquares": r"½\,E_z[\,(D(G(z)) - 1)^2\,]",
    "gan_min_max_critic": r"\displaystyle\min_G\,\max_f",
    "gan_value_critic": r"V(f, G)",
    "gan_critic_real": r"E_{x \sim p}[\,f(x)\,]",
    "gan_critic_fake": r"E_z[\,f(G(z))\,]",
    "gan_f": r"L_f",
    "gan_minus_value": r"-V",
    "gan_lambda": r"\lambda",
    "gan_penalty": r"E[\,(\|\nabla f\| - 1)^2\,]",
    # the game of InfoGAN, and how much a picture tells of its category (Chen and others 2016)
    "info_min_max": r"\displaystyle\min_{G, Q}\,\max_D",
    "info_bound": r"L_I(G, Q)",
    "info_l": r"L_I",
    "info_h": r"H(c_1)",
    "info_told": r"E[\,\log Q(c_1 \mid G(z, c))\,]",
    "info_at_most_i": r"\leq I(c_1; G(z, c)) \leq",
    "info_log_10": r"\log 10",
    "info_g": r"G(z, c)",
    "info_q": r"Q(c_1 \mid x)",
    "info_c1": r"c_1",
    "info_c2": r"c_2",
    "info_c3": r"c_3",
    # the noise of a DCGAN's picture, from seeds, along a walk and by arithmetic (Radford and others 2016)
    "dcgan_g": r"G(z)",
    "dcgan_verdict": r"D(G(z))",
    "dcgan_loss": r"-\log D(G(z))",
    "dcgan_length": r"\|z\|",
    "dcgan_tau": r"\tau",
    "dcgan_seeds": r"\Sigma_k\,w_k\,z_k",
    "open": r"(",
    "dcgan_moves": r"\Sigma_j\,a_j\,u_j",
    "dcgan_normal": r",\quad z_k \sim \mathcal{N}(0, I)",
    "dcgan_slerp": r"\operatorname{slerp}\,(",
    "dcgan_from": r"z_a,",
    "dcgan_to": r"z_b;",
    "dcgan_way": r"t",
    "dcgan_sum": r"z'",
    "dcgan_a": r"\bar{z}_A",
    "dcgan_b": r"\bar{z}_B",
    "dcgan_c": r"\bar{z}_C",
    # the edit of a face, and what both players of a StarGAN minimise (Choi and others 2018; the mask by
    # Pumarola and others 2018)
    "star_y": r"y",
    "star_x": r"x",
    "star_m": r"m",
    "star_change": r"\odot\,(\tilde{x} - x)",
    "star_g": r"G(x, c)",
    "star_content": r"\tilde{x}",
    "star_fooled": r"-D(y)",
    "star_asked": r"L_{\mathrm{cls}}(y, c)",
    "star_back": r"10\,\|x - G(y, c')\|_1",
    "star_read": r"L_{\mathrm{cls}}(x, c')",
    "star_again": r"G(G(x, c), c')",
    # a latent and its number: any z_i is put together from these
    "z": r"z",
    **{f"digit_{digit}": str(digit) for digit in range(10)},
    # the discriminator, the best there is (Goodfellow and others 2014), a critic (Arjovsky and others 2017)
    "gan_learned": r"D(x)",
    "gan_optimal": r"D^{\ast} = p / (p + q)",
    "gan_critic": r"f(x)",
}


def typeset(latex: str) -> str:
    """Return a formula as SVG, in ``currentColor``, for QtSvg (SVG 1.1: no symbols, no style sheets)."""
    drawing = ziamath.Latex(latex, size=EM, inline=True).svg()
    paths = "".join(re.findall(r"<(?:path|rect)[^>]*/>", drawing))
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box(paths)}">{paths}</svg>\n'.replace(
        'fill="black"', 'fill="currentColor"'
    )


def box(paths: str) -> str:
    """Return the ``viewBox`` of the ink alone: ziamath's own counts the space before a function's name."""
    outlines = " ".join(re.findall(r' d="([^"]*)"', paths))
    numbers = [float(number) for number in re.findall(r"-?[\d.]+", outlines)]
    x, y = numbers[::2], numbers[1::2]  # only M, L and Q: points, their controls enclose the curve
    if "<rect" in paths or set(re.findall("[A-Za-z]", outlines)) - set("MLQZ"):
        raise ValueError("only absolute lines and quadratic curves are understood here")
    return f"{min(x):g} {min(y):g} {max(x) - min(x):g} {max(y) - min(y):g}"


def main() -> None:
    """Write every formula, and take away the files of those that are no more."""
    ziamath.config.svg2 = False  # QtSvg draws nothing of ziamath's default output
    ziamath.config.precision = 2
    FOLDER.mkdir(exist_ok=True)
    for path in FOLDER.glob("*.svg"):
        path.unlink()
    for name, latex in FORMULAS.items():
        (FOLDER / f"{name}.svg").write_text(typeset(latex), encoding="utf-8")


if __name__ == "__main__":
    main()
