"""What people write out of habit: one finding, and what it suggests can be read."""

from pathlib import Path

import pytest

from tryghed_dsl.findings.finding import Finding, errors
from tryghed_dsl.findings.fix import mended
from tryghed_dsl.findings.fixes import fixes_of
from tryghed_dsl.findings.said import said
from tryghed_dsl.pipeline import read_spec
from tryghed_dsl.text.language import Language
from tryghed_dsl.text.source import Source

AMAGER = Path(__file__).parents[2] / "specs" / "amager" / "amager-2017.tryghed"
LINE = '  indbrud <= baseline(2015), cite "2, nr. 3"'
GOAL = 'goal kriminalitet "Begrænse kriminaliteten" {'
SOURCE = 'source survey "Københavns Kommunes Tryghedsundersøgelse", yearly, published spring'

# What stands in the place of the target for burglaries, and what is meant, surely or perhaps.
TARGETS = {
    "- indbrud <= 48": "indbrud <= 48",
    "1) indbrud <= 48": "indbrud <= 48",
    "• indbrud <= 48": "indbrud <= 48",
    "| indbrud | <= | 48 |": "indbrud <= 48",
    "indbrud <= 48 // som i 2015": "indbrud <= 48 # som i 2015",
    "indbrud <= 48 anmeldelser": "indbrud <= 48",
    "indbrud <= 48 stk.": "indbrud <= 48",
    "indbrud <= kr. 48": "indbrud <= 48",
    "indbrud <= 5 mio.": "indbrud <= 5000000",
    "indbrud <= 1 048": "indbrud <= 1048",
    "indbrud <= 48.": "indbrud <= 48",
    "indbrud <= 48,": "indbrud <= 48",
    "indbrud ≤ 48": "indbrud <= 48",
    "indbrud < = 48": "indbrud <= 48",
    "indbrud => 48": "indbrud <= 48",
    "indbrud := 48": "indbrud <= 48",
    "Indbrud <= 48": "indbrud <= 48",
    "INDBRUD <= BASELINE(2015)": "indbrud <= baseline(2015)",
    "antal indbrud <= 48": "indbrud <= 48",
    "indbrud højst 48": "indbrud <= 48",
    "indbrud må højst være 48": "indbrud <= 48",
    "indbrud at most 48": "indbrud <= 48",
    "indbrud no more than 48": "indbrud <= 48",
    "indbrud less than 48": "indbrud < 48",
    "indbrud mellem 40 og 48": "indbrud between 40 and 48",
    "indbrud between 40 to 48": "indbrud between 40 and 48",
    "40 <= indbrud <= 48": "indbrud between 40 and 48",
    "indbrud <= 40-48": "indbrud between 40 and 48",
    "indbrud <= basis(2015)": "indbrud <= baseline(2015)",
    "indbrud <= baseline 2015": "indbrud <= baseline(2015)",
    "indbrud <= baseline(15)": "indbrud <= baseline(2015)",
    "indbrud <= baseline(31.12.2015)": "indbrud <= baseline(2015)",
    "indbrud <= niveauet i 2015": "indbrud <= baseline(2015)",
    "baseline 2015 <= indbrud": "indbrud <= baseline(2015)",
    "indbrud skal falde med 20 procent inden 2020": "indbrud -> reduce(20%, by=2020)",
    "indbrud skal halveres inden 2020": "indbrud -> reduce(50%, by=2020)",
    "reducer indbrud med 20% inden 2020": "indbrud -> reduce(20%, by=2020)",
    "indbrud -20% inden 2020": "indbrud -> reduce(20%, by=2020)",
    "indbrud skal ned på 40 i 2020": "indbrud -> reach(40, by=2020)",
    "indbrud -> reduce(20 pct., by=2020)": "indbrud -> reduce(20%, by=2020)",
    "indbrud -> reduce(20%, 2020)": "indbrud -> reduce(20%, by=2020)",
    "indbrud -> reduce(2020, 20%)": "indbrud -> reduce(20%, by=2020)",
    "indbrud -> reduce(20%, senest 2020)": "indbrud -> reduce(20%, by=2020)",
    "indbrud -> reduce(20%, by=31/12-2020)": "indbrud -> reduce(20%, by=2020)",
    "indbrud -> reduce(20%) by 2020": "indbrud -> reduce(20%, by=2020)",
    "indbrud -> reduce(20%; by=2020)": "indbrud -> reduce(20%, by=2020)",
    "indbrud -> reduce[20%, by=2020]": "indbrud -> reduce(20%, by=2020)",
    "indbrud --> reduce(20%, by=2020)": "indbrud -> reduce(20%, by=2020)",
    "indbrud <= 48, warn 10%": "indbrud <= 48, warn within 10%",
    "indbrud <= 48, within 10% warn": "indbrud <= 48, warn within 10%",
    "indbrud <= 48, cite 2, nr. 3": 'indbrud <= 48, cite "2, nr. 3"',
    "indbrud <= 48, valid 2017-2020": "indbrud <= 48, valid 2017..2020",
    "indbrud <= 48 hvis vold > 10": "indbrud <= 48, when vold > 10",
}
# Other lines of the spec, what is written for them, and what is meant.
OTHERS = [
    (GOAL, 'mål kriminalitet "Begrænse kriminaliteten" {', GOAL),
    (GOAL, 'Goal kriminalitet "Begrænse kriminaliteten" {', GOAL),
    (GOAL, "goal kriminalitet Begrænse kriminaliteten {", GOAL),
    (GOAL, 'goal kriminalitet "Begrænse kriminaliteten"', GOAL),
    (GOAL, 'goal kriminalitet "Begrænse kriminaliteten"\n{', GOAL),
    (GOAL, 'goal kriminalitet: "Begrænse kriminaliteten" {', GOAL),
    ('agreement "Amager Partnerskab" {', "agreement Amager Partnerskab {", None),
    ('agreement "Amager Partnerskab" {', 'aftale "Amager Partnerskab" {', None),
    ("  valid    2017..2020", "  valid 2017 til 2020", "valid 2017..2020"),
    ("  valid    2017..2020", "  gyldig 2017..2020", "valid 2017..2020"),
    ("  area     amager", "  area: amager", "area amager"),
    ("  area     amager", "  område amager", "area amager"),
    ("  baseline 2016", "  udgangspunkt 2016", "baseline 2016"),
    (SOURCE, SOURCE.replace("source", "kilde"), SOURCE),
    (SOURCE, SOURCE.replace("yearly", "årlig"), SOURCE),
    ("  utryg_aften ->", "  utryg aften ->", None),
]
CASES = [(LINE, f"  {written}", meant) for written, meant in TARGETS.items()] + OTHERS


def found_in(text: str) -> list[Finding]:
    return errors(read_spec(Source("spec.tryghed", text))[1])


def flat(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize(("right", "written", "meant"), CASES, ids=lambda text: flat(text or ""))
def test_a_habit_is_told_once_with_what_can_be_read(
    right: str, written: str, meant: str | None
) -> None:
    spec = AMAGER.read_text(encoding="utf-8")
    assert right in spec
    (finding,) = found_in(spec.replace(right, written, 1))
    texts = [mended(fix.source, [fix]) for fix in fixes_of(finding)]
    lines = [[flat(line) for line in text.splitlines()] for text in texts]
    assert any(flat(meant or right) in each for each in lines) or "->" in right
    assert not found_in(texts[0])
    for language in Language:
        assert said(finding, language).help
