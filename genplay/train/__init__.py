"""Training: one loop, one recipe a model, and the figures that a checkpoint's header states."""
