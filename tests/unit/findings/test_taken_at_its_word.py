"""What a finding suggests, taken at its word, makes the spec right."""

import pytest

from tryghed_dsl.findings.finding import Finding, errors
from tryghed_dsl.findings.fix import mended
from tryghed_dsl.findings.fixes import fixes_of
from tryghed_dsl.findings.said import said
from tryghed_dsl.pipeline import read_spec
from tryghed_dsl.text.language import Language
from tryghed_dsl.text.source import Source

HEAD = """\
agreement "Partnerskab" { valid 2017..2020; area amager; baseline 2016 }
area kbh
area amager in kbh
source police "Politiet", yearly
indicator utryg   "Utrygge", percent, lower is better
indicator tryg    "Trygge",  percent, higher is better
indicator indbrud "Indbrud", count, from police, lower is better, baseline 2015 = 48
indicator chikane "Chikane", count
benchmark byen = same indicator in kbh
"""
# Written, what is told, and each reading that is offered; the line is right then.
MISTAKES = [
    ("indbrudd <= 48", "E101", ["indbrud <= 48"]),
    ("utryg <= utryg in parrent", "E101", ["utryg <= utryg in parent"]),
    ("utryg -> approach(kbh, by=2020)", "E101", ["utryg -> approach(utryg in kbh, by=2020)"]),
    ("indbrud <= 48 pp", "E103", ["indbrud <= 48"]),
    ("utryg <= tryg + 2", "E103", ["utryg <= tryg + 2 pp"]),
    (
        "utryg <= baseline(2016) - 2%",
        "E104",
        ["utryg <= 98% of baseline(2016)", "utryg <= baseline(2016) - 2 pp"],
    ),
    ("indbrud <= baseline(2015) - 5%", "E104", ["indbrud <= 95% of baseline(2015)"]),
    ("indbrud <= baseline(2015) * 98%", "E143", ["indbrud <= 98% of baseline(2015)"]),
    ("utryg -> aproach(byen, by=2020)", "E107", ["utryg -> approach(byen, by=2020)"]),
    ("indbrud -> fald(20%, by=2020)", "E107", ["indbrud -> reduce(20%, by=2020)"]),
    ("t: gennemsnit(indbrud, 3 years) <= 5", "E107", ["t: mean(indbrud, 3 years) <= 5"]),
    ("indbrud -> reduce(20%, senest=2020)", "E108", ["indbrud -> reduce(20%, by=2020)"]),
    ("utryg -> approach(byen)", "E109", ["utryg -> approach(byen, by=2020)"]),
    ("indbrud -> reduce(20%)", "E109", ["indbrud -> reduce(20%, by=2020)"]),
    ("indbrud -> improve(5)", "E109", ["indbrud -> improve(5, each=year)"]),
    ("indbrud <= 48, pass from 90%", "E111", ["indbrud <= 48"]),
    ("indbrud <= 48, warn within 3, warn within 5", "E112", ["indbrud <= 48, warn within 3"]),
    ("indbrud + chikane <= 48", "E113", ["name: indbrud + chikane <= 48"]),
    ("utryg -> approach(byen, by=20200)", "E115", ["utryg -> approach(byen, by=2020)"]),
    ("indbrud <= baseline(20160)", "E115", ["indbrud <= baseline(2016)"]),
    (
        "utryg -> approach(byen, from=2020, by=2018)",
        "E116",
        ["utryg -> approach(byen, from=2018, by=2020)"],
    ),
    ("utryg -> approach(byen, by=2015)", "E116", ["utryg -> approach(byen, by=2020)"]),
    ("utryg -> approach(byen, by=2030)", "W117", ["utryg -> approach(byen, by=2020)"]),
    (
        "utryg -> approach(byen, by=2020, close=500%)",
        "E118",
        ["utryg -> approach(byen, by=2020, close=50%)"],
    ),
    (
        "utryg <= 10%, warn within 2",
        "E120",
        ["utryg <= 10%, warn within 2 pp", "utryg <= 10%, warn within 2%"],
    ),
    ("utryg between 20% and 10%", "E121", ["utryg between 10% and 20%"]),
    ("indbrud -> reduce(45%..40%, by=2020)", "E121", ["indbrud -> reduce(40%..45%, by=2020)"]),
    ("indbrud >= 48", "W123", ["indbrud <= 48"]),
    ("tryg < 80%", "W123", ["tryg > 80%"]),
    ("indbrud -> grow(2% a year)", "W123", ["indbrud -> grow(-2% a year)"]),
    ("48 >= indbrud", "E124", ["indbrud <= 48"]),
    ("t: mean(indbrud, 2018..2014) <= 5", "E134", ["t: mean(indbrud, 2014..2018) <= 5"]),
    ("indbrud <= 48, warn below 45", "W138", ["indbrud <= 48, warn above 45"]),
    ("indbrud <= 2015H1", "E141", ["indbrud <= indbrud[2015]"]),
    ("utryg <= 10%, confidence 950%", "E169", ["utryg <= 10%, confidence 95%"]),
    ("tryg -> reduce(5 pp, by=2020)", "E172", ["tryg -> increase(5 pp, by=2020)"]),
    (
        "utryg -> reduce(2, by=2020)",
        "E173",
        ["utryg -> reduce(2 pp, by=2020)", "utryg -> reduce(2%, by=2020)"],
    ),
    ("indbrud <= 50% of 2015", "W187", ["indbrud <= 50% of baseline(2015)"]),
    ("utryg <= 110%", "W188", ["utryg <= 11%"]),
    ("indbrud <= -5", "W230", ["indbrud <= previous(indbrud) - 5"]),
    ("indbrud < 0", "W230", ["indbrud <= 0"]),
    (
        "vold: utryg between baseline(2015) + 1 pp and baseline(2015)",
        "W230",
        ["vold: utryg between baseline(2015) and baseline(2015) + 1 pp"],
    ),
    ("utryg >= 0", "W231", ["utryg <= 0"]),
    ("indbrud <= indbrud", "W231", ["indbrud <= baseline(2016)"]),
]
# What is remarked on lines that are right: any narrowing will do, chance, what others use.
REMARKS = {"W131", "W181", "W235"}


def told(text: str) -> list[Finding]:
    return [each for each in read_spec(Source("spec", text))[1] if each.code not in REMARKS]


@pytest.mark.parametrize(("line", "code", "readings"), MISTAKES)
def test_each_reading_is_right(line: str, code: str, readings: list[str]) -> None:
    (finding,) = told(HEAD + line)
    assert finding.code == code
    source = finding.spans[0].source
    texts = [mended(source, [fix]) for fix in fixes_of(finding)]
    assert [text.removeprefix(HEAD) for text in texts] == readings
    assert [told(text) for text in texts] == [[]] * len(texts)


@pytest.mark.parametrize("line", [line for line, _, _ in MISTAKES])
def test_only_one_reading_is_sure(line: str) -> None:
    fixes = fixes_of(told(HEAD + line)[0])
    assert not any(fix.certain for fix in fixes) or len(fixes) == 1


@pytest.mark.parametrize(
    ("first", "second", "mends"),
    [
        ("indbrud <= 48", "indbrud <= baseline(2015)", "both say"),
        ("indbrud <= 48", "indbrud >= 60", "no figure can meet both"),
        ("indbrud <= 48", "indbrud <= 40", "adds nothing"),
        ("indbrud <= 48", "indbrud <= previous(indbrud)", "label"),
        ("indbrud <= 48", "monitor indbrud", "followed anyway"),
    ],
)
def test_two_targets_of_one_name(first: str, second: str, mends: str) -> None:
    (finding,) = told(f"{HEAD}{first}\n{second}\n")
    assert finding.code == "E114"
    (help_line,) = said(finding, Language.EN).help
    assert mends in help_line


def test_a_label_makes_two_targets_of_one_name_right() -> None:
    text = f"{HEAD}indbrud <= 48\nindbrud <= previous(indbrud)\n"
    (finding,) = told(text)
    (fix,) = fixes_of(finding)
    changed = mended(finding.spans[0].source, [fix])
    assert changed.endswith("indbrud_2: indbrud <= previous(indbrud)\n")
    assert not errors(told(changed))
