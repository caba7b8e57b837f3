"""The anthology: networks, their likelihoods and their samplers, one model a file.

Every architecture module has a frozen ``Config`` and ``build(config) -> nn.Module``; a checkpoint's header
names the module and holds the configuration.
"""

DENSITIES = frozenset({"rnade"})
"""Architectures of grey pictures. Their scores are densities: they may exceed 0, and what was never seen has
next to none. All others are of ink and paper."""
ANY_ORDER = frozenset({"eonade"})
"""Architectures that read the pixels in any order."""
LOOKING_BACK = frozenset({"markov"})
"""Architectures that look back over a number of pixels to choose."""
TABLES = LOOKING_BACK | {"tabular"}
"""Architectures that are counted; ``tabular_numpy`` has their fast paths."""
BOUNDED = frozenset({"vae"})
"""Architectures with latents: log p(x) has no closed form, and is bounded from below."""
IMPLICIT = frozenset({"infogan", "dcgan", "stargan", "stargan_paper"})
"""Architectures that make pictures and have no density: there is nothing to score."""
