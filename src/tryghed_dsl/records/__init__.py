"""Dataclasses that cost little until they are used; to type checkers the standard ones.

The standard library writes and compiles some six functions for each dataclass when its module is
imported, which took a third of the start-up of a command that uses few of them. Here a class gets
its slots at once, and its `__init__` when the first object is made, from code that all classes
with as many fields share. Comparing, hashing and showing need no code of their own. What else
asks for a dataclass is answered by a standard one with the same fields, made when it is asked for.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass, replace
else:
    from tryghed_dsl.records.making import dataclass
    from tryghed_dsl.records.methods import replace

__all__ = ["dataclass", "replace"]
