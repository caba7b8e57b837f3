"""The recipe of the counted models: count the fixed training pictures once."""

from genplay.models.tabular import Config

CONFIGS = {
    "bernoulli": Config(order=0, shared=True),
    "independent": Config(order=0),
    "ar1": Config(order=1),
}
