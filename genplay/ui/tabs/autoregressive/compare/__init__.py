"""Several models side by side on one drawing."""
