"""What the tabs that train a model live have in common."""
