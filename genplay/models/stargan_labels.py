"""What is known of a face in a vector of attributes: names, and which of them exclude one another.

A *unit* is what can be changed alone: a group of which exactly one attribute holds, or a switch. A *value* is
what a unit can be: an attribute of a group, or a switch that is on or off. Ten attributes of which four are
the colours of hair are 7 units with 4 + 6 * 2 = 16 values.
"""

from dataclasses import dataclass
from functools import cached_property

import torch
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy


@dataclass(frozen=True)
class Labels:
    """Attributes and their exclusive groups.

    Args:
        names: K, each once.
        groups: Of attributes by number; of each group exactly one holds.

    Raises:
        ValueError: No name, one twice, or an attribute in two groups, or a group of less than two.
    """

    names: tuple[str, ...]
    groups: tuple[tuple[int, ...], ...] = ()

    def __post_init__(self) -> None:
        grouped = [number for group in self.groups for number in group]
        if not self.names or len(set(self.names)) < len(self.names):
            raise ValueError("there is at least one attribute, and each has a name of its own")
        if len(set(grouped)) < len(grouped) or any(len(group) < 2 for group in self.groups):
            raise ValueError("a group has two attributes or more, and they are in no other group")

    @classmethod
    def parsed(cls, attributes: str, exclusive: str = "") -> "Labels":
        """Return labels as a configuration has them.

        Args:
            attributes: Names with spaces between.
            exclusive: Names of each group, likewise; groups are parted by "|".

        Raises:
            ValueError: See the class; or a group has an unknown name.
        """
        names = tuple(attributes.split())
        groups = [part.split() for part in exclusive.split("|") if part.strip()]
        if unknown := [name for group in groups for name in group if name not in names]:
            raise ValueError(f"{unknown[0]!r} is in a group but no attribute")
        return cls(names, tuple(tuple(names.index(name) for name in group) for group in groups))

    @cached_property
    def switches(self) -> tuple[int, ...]:
        """The attributes that exclude no other."""
        grouped = {number for group in self.groups for number in group}
        return tuple(number for number in range(len(self.names)) if number not in grouped)

    @cached_property
    def units(self) -> tuple[tuple[int, ...], ...]:
        """What can be changed alone: groups, then switches."""
        return (*self.groups, *((switch,) for switch in self.switches))

    @cached_property
    def count(self) -> int:
        """V, values of all units together."""
        return sum(len(unit) if len(unit) > 1 else 2 for unit in self.units)

    def values(self, attributes: Tensor) -> Tensor:
        """Return which values hold, (B, V) of 0 and 1, of attributes (B, K): by units, on before off."""
        parts = [
            attributes[:, unit]
            if len(unit) > 1
            else torch.cat((attributes[:, unit], 1 - attributes[:, unit]), 1)
            for unit in map(list, self.units)
        ]
        return torch.cat(parts, 1)

    def changed(self, own: Tensor, target: Tensor) -> Tensor:
        """Return which values are of a unit that differs, (B, V) of 0 and 1; all of them where none does."""
        differs = own != target
        parts = [
            differs[:, list(unit)].any(1, keepdim=True).expand(-1, max(2, len(unit))) for unit in self.units
        ]
        found = torch.cat(parts, 1)
        return (found | ~found.any(1, keepdim=True)).float()

    def read(self, logits: Tensor) -> Tensor:
        """Return the likeliest attributes, (B, K) of 0 and 1, of logits: of each group exactly one."""
        found = (logits > 0).float()
        for group in map(list, self.groups):
            found[:, group] = torch.nn.functional.one_hot(logits[:, group].argmax(1), len(group)).float()
        return found

    def probabilities(self, logits: Tensor) -> Tensor:
        """Return the probability of each attribute, (B, K); those of a group sum to 1."""
        found = logits.sigmoid()
        for group in map(list, self.groups):
            found[:, group] = logits[:, group].softmax(1)
        return found

    def loss(self, logits: Tensor, attributes: Tensor) -> Tensor:
        """Return L_cls, (B,), in nats: cross-entropies of the groups and of the switches, summed.

        As the authors' code has it: over attributes a sum; over pictures a mean, which is left to the caller.
        """
        found = torch.zeros(len(logits), device=logits.device)
        for group in map(list, self.groups):
            found = found + cross_entropy(logits[:, group], attributes[:, group].argmax(1), reduction="none")
        switches = list(self.switches)
        if switches:
            told = binary_cross_entropy_with_logits(
                logits[:, switches], attributes[:, switches], reduction="none"
            )
            found = found + told.sum(1)
        return found

    def switched(self, own: Tensor, number: int) -> Tensor:
        """Return attributes (B, K) after the edit of one: it alone holds of its group, or it is switched."""
        target = own.clone()
        group = next((list(group) for group in self.groups if number in group), None)
        if group is None:
            target[:, number] = 1 - own[:, number]
        else:
            target[:, group] = 0.0
            target[:, number] = 1.0
        return target


@dataclass(frozen=True, slots=True, kw_only=True)
class Attributed:
    """The part of a network's size that says what is known of a face.

    Args:
        attributes: Names with spaces between.
        exclusive: Groups of which exactly one attribute holds: names with spaces between, groups with "|".

    Raises:
        ValueError: The attributes are none.
    """

    attributes: str
    exclusive: str = ""

    def __post_init__(self) -> None:
        Labels.parsed(self.attributes, self.exclusive)

    @property
    def labels(self) -> Labels:
        """The attributes and their groups."""
        return Labels.parsed(self.attributes, self.exclusive)
