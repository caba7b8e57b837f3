"""The controls and the pictures that every tab is made of."""
