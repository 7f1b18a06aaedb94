"""What people write out of habit, each habit with what the language has for it.

The order is that of asking: what is surely a slip of the hand comes before what may be meant.
"""

from collections.abc import Sequence

from tryghed_dsl.mending.proposals import Rule
from tryghed_dsl.mending.rules.blocks import BLOCKS
from tryghed_dsl.mending.rules.clauses import CLAUSES
from tryghed_dsl.mending.rules.declarations import DECLARATIONS
from tryghed_dsl.mending.rules.marks import COMMENTS, MARKS
from tryghed_dsl.mending.rules.names import NAMES
from tryghed_dsl.mending.rules.objectives import OBJECTIVES
from tryghed_dsl.mending.rules.periods import PERIODS
from tryghed_dsl.mending.rules.quantities import QUANTITIES
from tryghed_dsl.mending.rules.sentences import SENTENCES
from tryghed_dsl.mending.rules.signs import SIGNS
from tryghed_dsl.mending.rules.words import WORDS

RULES: Sequence[Rule] = (
    *MARKS,
    *SIGNS,
    *WORDS,
    *QUANTITIES,
    *PERIODS,
    *DECLARATIONS,
    *CLAUSES,
    *OBJECTIVES,
    *NAMES,
    *SENTENCES,
    *BLOCKS,
    *COMMENTS,
)
