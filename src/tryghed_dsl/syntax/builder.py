"""From the parser's reductions to nodes: one method for each alternative of the grammar.

Each method takes the children of its rule, tokens included, in the order of the grammar; parts
that were left out are None.
"""

from tryghed_dsl.syntax.building.clauses import Clauses
from tryghed_dsl.syntax.building.conditions import Conditions
from tryghed_dsl.syntax.building.expressions import Expressions
from tryghed_dsl.syntax.building.statements import Statements


class Builder(Statements, Clauses, Conditions, Expressions):
    """Makes nodes while the parser runs, so that no parse tree is ever built."""
