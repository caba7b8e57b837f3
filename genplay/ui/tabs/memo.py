"""Remember what is on screen, so that what has not changed is not shown again."""


class Memo:
    """What a view showed last, as a tuple of values; results (``eq=False``) are compared by identity."""

    def __init__(self) -> None:
        self._shown: tuple[object, ...] | None = None

    def changed(self, *parts: object) -> bool:
        """Tell whether ``parts`` differ from the last call's, and remember them."""
        if parts == self._shown:
            return False
        self._shown = parts
        return True
