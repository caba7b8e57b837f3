"""One view per family: gesture to state, state and reply to view."""
