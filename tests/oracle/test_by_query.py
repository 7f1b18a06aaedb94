"""A query gives the verdicts, reasons and measures of the oracle on random specs.

`make fuzz` runs the same at length.
"""

import pytest

from oracle.agreement import Tally
from oracle.by_query import run
from oracle.cases import FORMS, case
from oracle.draw import Draw

TABLES = 2


@pytest.mark.parametrize("form", FORMS)
def test_query_and_oracle_agree(form: str) -> None:
    tally = Tally()
    for seed in range(1, 3):
        run(case(Draw(seed), form, TABLES, moments=1), tally)
    assert not tally.disagreements, "\n\n".join(tally.disagreements)
    assert tally.counts["cases"] + tally.counts["not asked"] > 0
