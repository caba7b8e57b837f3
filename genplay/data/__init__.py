"""Data sets and pictures as NumPy arrays: found, fetched, checked, fitted. No torch, no Qt."""
