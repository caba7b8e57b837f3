"""How well a few typed letters fit a name."""

_LETTER, _START, _RUN, _PREFIX = 1, 8, 5, 20
_NEVER = float("-inf")


def score(typed: str, name: str) -> int | None:
    """Return how well ``typed`` fits ``name``, or None if it does not.

    It fits if its letters occur in the name in order, whatever their case; spaces do not count. Letters at
    the start of a word and letters in a run score more, the beginning of the name most; the best of all ways
    to fit counts.
    """
    letters = "".join(typed.casefold().split())
    if not letters:
        return 0
    folded = name.casefold()
    worth = [_LETTER + _START * _starts_word(folded, place) for place in range(len(folded))]
    ends = [points if folded[place] == letters[0] else _NEVER for place, points in enumerate(worth)]
    for letter in letters[1:]:
        ends = _next(ends, [p if folded[i] == letter else _NEVER for i, p in enumerate(worth)])
    best = max(ends, default=_NEVER)
    return None if best == _NEVER else int(best) + _PREFIX * folded.startswith(letters)


def _next(ends: list[float], worth: list[float]) -> list[float]:
    """Return, for each place, the best score of all letters so far with the last one there."""
    result, before, earlier = [], _NEVER, _NEVER
    for end, points in zip(ends, worth, strict=True):
        result.append(points + max(before + _RUN, earlier))
        earlier, before = max(earlier, before), end
    return result


def _starts_word(name: str, place: int) -> bool:
    return place == 0 or not name[place - 1].isalnum()
