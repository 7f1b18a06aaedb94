"""The program and the oracle give the same verdicts, reasons and measures on random specs.

`make fuzz` runs the same at length, from `tests/oracle/fuzz.py`.
"""

import pytest

from oracle.agreement import Tally, run
from oracle.cases import FORMS, STAGES, case
from oracle.draw import Draw

# The stages of the language that the program has.
BUILT = {"limits", "approach", "objectives", "expressions", "compositions", "chance"}
SPECS, TABLES = 4, 8
RARE = 0.03
STAGE_OF = {form: stage for stage, forms in STAGES.items() for form in forms}


@pytest.mark.parametrize("form", FORMS)
def test_program_and_oracle_agree(form: str) -> None:
    if STAGE_OF[form] not in BUILT:
        pytest.skip("not built yet")
    tally = Tally()
    for seed in range(SPECS):
        run(case(Draw(seed), form, TABLES, moments=1), tally)
    assert not tally.disagreements, "\n\n".join(tally.disagreements)
    cases = tally.counts["cases"]
    assert cases - tally.counts["border"] - tally.counts["unsettled"] >= 0.8 * cases
    assert tally.counts["border"] <= RARE * cases
