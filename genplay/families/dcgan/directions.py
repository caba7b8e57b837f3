"""What a direction is called by: the two labels of one group between which it moves most."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

LEAST_MOVE = 0.25
"""Share of the pictures that must show another label of a group from one end to the other, to be named."""


def ends(moved: NDArray[np.float32], groups: Sequence[int]) -> tuple[int, int] | None:
    """Return the labels that become likelier back and forth along a direction, both of one group.

    The group is that which moves most, in total variation: the share of pictures that show another of its
    labels. Of a group of two the label that a picture may lack is the second.

    Args:
        moved: Mean probabilities of all labels back and forth, (2, K); those of a group sum to 1.
        groups: Labels of each group, K in all.

    Returns:
        None where no group moves by ``LEAST_MOVE``, or the labels are others.
    """
    if moved.shape != (2, sum(groups)):
        return None
    change = moved[1] - moved[0]
    starts = _starts(groups)
    parts = [change[start : start + size] for start, size in zip(starts, groups, strict=True)]
    far = [float(np.abs(part).sum()) / 2 for part in parts]
    most = int(np.argmax(far))
    if far[most] < LEAST_MOVE:
        return None
    return starts[most] + int(parts[most].argmin()), starts[most] + int(parts[most].argmax())


def signs(classes: NDArray[np.float32], groups: Sequence[int]) -> NDArray[np.float32]:
    """Return 1 or -1 for each direction: by -1 those are turned that lead forth to what is not there.

    A principal component has no sign of its own, so it may be chosen: from no glasses to glasses.

    Args:
        classes: Mean probabilities, (directions, 2, K).
        groups: Labels of each group.
    """
    binary = {start for start, size in zip(_starts(groups), groups, strict=True) if size == 2}
    found = (ends(moved, groups) for moved in classes)
    return np.array([-1 if pair is not None and pair[1] in binary else 1 for pair in found], np.float32)


def _starts(groups: Sequence[int]) -> list[int]:
    """Return the first label of each group."""
    return [sum(groups[:at]) for at in range(len(groups))]
