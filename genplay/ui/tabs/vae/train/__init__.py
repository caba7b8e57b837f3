"""The page "Train live" of the VAE tab: a small VAE that is trained while one looks.

``live_page`` is what the tab holds; ``running`` says what the gestures mean; ``view`` and the panels show a
``scene``.
"""
