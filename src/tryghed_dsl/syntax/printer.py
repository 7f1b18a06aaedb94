"""From syntax tree to text: the canonical wording of a node.

Reading the wording back gives an equal tree.
"""

from tryghed_dsl.syntax import nodes
from tryghed_dsl.syntax.printing.conditions import clause, clauses, condition
from tryghed_dsl.syntax.printing.expressions import expression
from tryghed_dsl.syntax.printing.names import name, quoted_where_needed
from tryghed_dsl.syntax.printing.statements import statement

__all__ = [
    "clause",
    "condition",
    "expression",
    "name",
    "quoted_where_needed",
    "statement",
    "wording",
]
# What says where a target comes from, and not what it asks for.
_ABOUT = nodes.Cite | nodes.Quote | nodes.Because


def wording(node: nodes.Target) -> str:
    """A target as a person reads it, without where and why it was agreed."""
    asked = [each for each in node.clauses if not isinstance(each, _ABOUT)]
    return f"{condition(node.condition)}{clauses(asked)}"
