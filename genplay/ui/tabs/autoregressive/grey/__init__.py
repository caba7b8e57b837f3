"""The page of grey pictures: a density over greys for each pixel."""
