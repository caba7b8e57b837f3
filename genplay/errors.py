"""The one exception that is raised on purpose: a sentence for the person at the screen."""


class UserError(Exception):
    """Says in one sentence what was wrong and what is accepted.

    The English template and its values are kept apart, so that the interface can translate the sentence as a
    whole: ``UserError("{name} is empty.", name="a.png")``.

    Args:
        template: A whole English sentence with named placeholders.
        values: The placeholders' values.
    """

    def __init__(self, template: str, **values: object) -> None:
        super().__init__(template.format(**values))
        self.template = template
        self.values = values

    def __reduce__(self) -> tuple[object, ...]:
        """Survive a trip between processes with template and values intact."""
        return _rebuild, (self.template, self.values)


def _rebuild(template: str, values: dict[str, object]) -> UserError:
    return UserError(template, **values)
