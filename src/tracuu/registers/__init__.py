"""Registers: every task and every target of a corpus, filtered, sorted and summed."""

from tracuu.registers.records import (
    Match,
    Order,
    Role,
    TargetEntry,
    TargetFilter,
    TaskEntry,
    TaskFilter,
    TasksFound,
)
from tracuu.registers.register import Registers

__all__ = [
    "Match",
    "Order",
    "Registers",
    "Role",
    "TargetEntry",
    "TargetFilter",
    "TaskEntry",
    "TaskFilter",
    "TasksFound",
]
