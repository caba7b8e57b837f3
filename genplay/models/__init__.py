"""The anthology: networks, their likelihoods and their samplers, one model a file.

Every architecture module has a frozen ``Config`` and ``build(config) -> nn.Module``; a checkpoint's header
names the module and holds the configuration.
"""
