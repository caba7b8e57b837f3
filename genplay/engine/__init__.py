"""The engine: checkpoints, devices, the worker, and one way to an answer."""
