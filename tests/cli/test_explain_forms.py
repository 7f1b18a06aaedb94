"""`tryghed explain` and `check` on every form: each step and part in plain words."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from support.running import Ran, run_commands

SPEC = """\
agreement "Trygt Havnekvarter" {
  valid    2015..2022
  area     nord
  baseline 2016
}

area byen "Hele byen"
area nord "Nordkvarteret" in byen
area syd  "Sydkvarteret"  in byen
area øst  "Østkvarteret"  in byen
areas bydele "Bydele" = nord, syd, øst
areas utrygge = bydele where utryg > 9%

indicator utryg   "Andel utrygge", percent, lower is better
indicator indbrud "Indbrud",       count,   lower is better
indicator hærværk "Hærværk",       count,   lower is better
indicator boliger "Boliger",       count, stock
indicator mfr     "MFR",           percent, higher is better

benchmark gennemsnit "Bydelenes gennemsnit" = mean over bydele

condition udsat(grænse) "Udsat" = at least 2 of { indbrud > grænse; hærværk > 10; utryg > 20% }

snit:    mean(indbrud, 3 years) <= 40
andel:   indbrud per 1000 boliger <= 36
fraktil: quantile(indbrud, 67%, 2016..2018) <= 42
normalt: indbrud <= normal(2014..2018)
mod:     utryg <= gennemsnit
antal:   count(area in bydele where utryg > 10%) <= 1
plads:   rank(utryg among bydele) <= 2
alle:    every area in bydele: utryg <= 12%
liste:   every area in utrygge: utryg <= 12%
år:      every year since 2017: indbrud <= 41
begge:   all of {
  any of { hærværk <= 10; utryg <= 12% }
  not indbrud > 50
  mean(hærværk, 2 years) <= 12
}
fri:     not udsat(40)
gælder:  indbrud <= 45, when boliger >= 1000, confidence 95%
gammel:  mfr >= 90%, latest within 1 year
vejen:   utryg -> reach(8%, by=2022)
delmål:  indbrud -> reach(20, by=2022, path={2017: 38, 2018: reduce 10%, 2020: 25})
tempo:   utryg -> reduce(20%, by=2022, judge=pace)
frem:    indbrud -> reach(20, by=2022, judge=projection(3 years))
skridt:  utryg -> improve(1 pp, each=year, by=2022)
to_tal:  indbrud <= baseline(2016), confidence 90%
delen:   utryg <= 10%, confidence 95%
"""
FIGURES = """\
indicator,area,period,value,n
indbrud,nord,2014,50,
indbrud,nord,2015,48,
indbrud,nord,2016,40,
indbrud,nord,2017,39,
indbrud,nord,2018,42,
hærværk,nord,2017,14,
hærværk,nord,2018,12,
boliger,nord,2018,1200,
utryg,nord,2016,12,400
utryg,nord,2017,11.5,400
utryg,nord,2018,11,400
utryg,syd,2018,13.5,400
utryg,øst,2018,9,400
mfr,nord,2017,91,
"""

# What stands in the explanation, English and Danish; the numbers are worked out by hand.
EXPLAINED = {
    # (40 + 39 + 42) / 3 = 40.333
    "snit": (
        ["value       = mean of 40 (2016), 39 (2017) and 42 (2018)  = 40.3333"],
        ["værdi    = gennemsnit af 40 (2016), 39 (2017) og 42 (2018)  = 40,3333"],
    ),
    "andel": (["= 42 / 1,200 * 1,000  = 35"], ["= 42 / 1.200 * 1.000  = 35"]),
    "fraktil": (
        ["= 67 % quantile of 40 (2016), 39 (2017) and 42 (2018)  = 42"],
        ["= 67 %-fraktil af 40 (2016), 39 (2017) og 42 (2018)  = 42"],
    ),
    # The mean is 43.8, and the steps from year to year are 2, 8, 1 and 3.
    "normalt": (
        ["= (mean of 50, 48, 40, 39 and 42)", "+ 2.66 *", "= 53.11"],
        ["= (gennemsnit af 50, 48, 40, 39 og 42)", "(gennemsnit af 2, 8, 1 og 3)"],
    ),
    # (11 + 13.5 + 9) / 3 = 11.1667
    "mod": (
        ["= mean of 11 (nord), 13.5 (syd) and 9 (øst)", "= 11.1667 %"],
        ["= gennemsnit af 11 (nord), 13,5 (syd)", "9 (øst)", "= 11,1667 %"],
    ),
    "antal": (
        ["counted: nord and syd", "not counted: øst"],
        ["talt med: nord og syd", "ikke talt med: øst"],
    ),
    "plads": (
        ["better: øst", "not better: nord and syd"],
        ["bedre: øst", "ikke bedre: nord og syd"],
    ),
    "alle": (
        [
            "- nord: pass. 11 % against at most 12 %.",
            "- syd: fail. 13.5 % against at most 12 %: 1.5 points over.",
            "- øst: pass. 9 % against at most 12 %.",
        ],
        [
            "- nord: opfyldt. 11 % mod højst 12 %.",
            "- syd: ikke opfyldt. 13,5 % mod højst 12 %: 1,5 procentpoint over.",
            "- øst: opfyldt. 9 % mod højst 12 %.",
        ],
    ),
    "liste": (
        ["(the list is drawn anew each period)", "- øst: pending. Not in the list."],
        ["(listen dannes på ny hver periode)", "- øst: afventer. Er ikke på listen."],
    ),
    "år": (
        ["- 2017: pass. 39 against at most 41.", "- 2018: fail. 42 against at most 41: 1 over."],
        ["- 2017: opfyldt. 39 mod højst 41.", "- 2018: ikke opfyldt. 42 mod højst 41: 1 over."],
    ),
    "begge": (
        [
            "- any of { hærværk <= 10; utryg <= 12% }: pass. 1 of 2 hold. - hærværk <= 10: fail. "
            "12 against at most 10: 2 over. - utryg <= 12%: pass. 11 % against at most 12 %.",
            "- not (indbrud > 50): pass. 42 against at most 50.",
            "- mean(hærværk, 2 years) <= 12: fail. 13 against at most 12: 1 over. "
            "value = mean of 14 (2017) and 12 (2018) = 13",
        ],
        [
            "- any of { hærværk <= 10; utryg <= 12% }: opfyldt. 1 af 2 er opfyldt.",
            "- not (indbrud > 50): opfyldt. 42 mod højst 50.",
            "værdi = gennemsnit af 14 (2017) og 12 (2018) = 13",
        ],
    ),
    "fri": (
        [
            '2 of 3 hold; so the condition "Udsat (40)" holds, and it should not.',
            "- indbrud > grænse: pass. 42 against above 40.",
            "- utryg > 20%: fail. 11 % against above 20 %: 9 points under.",
        ],
        [
            '2 af 3 er opfyldt; dermed gælder betingelsen "Udsat (40)", og det må den ikke.',
            "- indbrud > grænse: opfyldt. 42 mod over 40.",
        ],
    ),
    "gælder": (
        ["Applies when - boliger >= 1000: pass. 1,200 against at least 1,000."],
        ["Gælder når - boliger >= 1000: opfyldt. 1.200 mod mindst 1.000."],
    ),
    "gammel": (
        ["mfr, nord, 2017 91 %", "[older-figure] judged at an older period"],
        ["mfr, nord, 2017 91 %", "[ældre tal] bedømt på en ældre periode"],
    ),
    # From 12 to 8 in six years, a third of the time gone; a quarter of the way is made.
    "vejen": (
        [
            "judged by a straight path until 2022, pass from 95 % of what is due, warn from 60 %",
            "share due by now = 2 / 6 years = 33.3 %",
            "share of the gap closed = 1 - 3 / 4 = 25 %",
            "closed share over due share = 0.25 / 0.333333 = 75 %",
        ],
        [
            "bedømt efter en lige vej frem til 2022, opfyldt fra 95 % af det krævede, advarsel "
            "fra 60 %",
            "andel, der skulle være lukket = 2 / 6 år = 33,3 %",
        ],
    ),
    "delmål": (
        ["judged by the milestone of 2018", "milestone = 40 * 0.9 = 36"],
        ["bedømt efter delmålet for 2018", "delmål = 40 * 0,9 = 36"],
    ),
    # (11/12)^(1/2) - 1 = -4.257 % a year, and 0.8^(1/6) - 1 = -3.651 % would do: 117 %.
    "tempo": (
        ["judged by its pace against the pace needed", "actual over required rate", "= 116.6 %"],
        ["bedømt efter sit tempo mod det nødvendige tempo", "= 116,6 %"],
    ),
    # (42 - 48) / 3 = -2 a year: in four years 14 of the 22 that are left would be missing.
    "frem": (
        [
            "judged by the trend of the last 3 years carried on",
            "mean change a year",
            "= -2",
            "share of the way missed",
            "= 63.6 %",
        ],
        ["bedømt efter de seneste 3 års tendens ført videre", "= 63,6 %"],
    ),
    "skridt": (
        ["value 2017 = 11.5 %, no step", "value 2018 = 11 %, no step"],
        ["værdi 2017 = 11,5 %, intet skridt", "værdi 2018 = 11 %, intet skridt"],
    ),
    # Byar's 90 % limits of 42; z = 2/√82 = 0.2209, and p = 0.825.
    "to_tal": (
        [
            "interval 31.94 to 54.32 (90 %, Byar's limits of a count)",
            "p 0.825 (score test of two counts)",
            "certain no: chance could give another verdict",
        ],
        [
            "interval 31,94 til 54,32 (90 %, Byars grænser for et antal)",
            "p 0,825 (scoretest af to antal)",
            "sikkert nej: tilfældigheder kan give et andet udfald",
        ],
    ),
    # Wilson's limits of 44 of 400.
    "delen": (
        [
            "utryg, nord, 2018 11 % (n 400)",
            "interval 8.3 % to 14.45 % (95 %, Wilson's limits of a share)",
        ],
        ["interval 8,3 % til 14,45 % (95 %, Wilsons grænser for en andel)"],
    ),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("forms")
    (made / "havn.tryghed").write_text(SPEC, encoding="utf-8")
    (made / "tal.csv").write_text(FIGURES, encoding="utf-8")
    return made


def command(target: str, language: str) -> str:
    return f"tryghed explain havn.tryghed {target} --data tal.csv --as-of 2018 --lang {language}"


@pytest.fixture(scope="module")
def outputs(folder: Path) -> Mapping[str, Ran]:
    lines = [command(target, language) for target in EXPLAINED for language in ("en", "da")]
    return run_commands(lines, folder)


@pytest.mark.parametrize("target", EXPLAINED)
@pytest.mark.parametrize("language", ["en", "da"])
def test_every_step_and_part_is_told(
    target: str, language: str, outputs: Mapping[str, Ran]
) -> None:
    ran = outputs[command(target, language)]
    assert (ran.code, ran.err) == (0, "")
    folded = " ".join(ran.out.split())
    for expected in EXPLAINED[target][language == "da"]:
        assert " ".join(expected.split()) in folded
    assert [line for line in ran.out.splitlines() if len(line) > 80] == []


ENGLISH = {"the", "of", "and", "not", "against", "gap", "value", "share", "points", "met", "missed"}


@pytest.mark.parametrize("target", EXPLAINED)
def test_what_is_told_in_danish_is_danish(target: str, outputs: Mapping[str, Ran]) -> None:
    """Only the rule, which is in the words of the language itself, has English words in it."""
    text = outputs[command(target, "da")].out
    start, end = text.index("  regel"), text.index("  står i")
    words = (text[:start] + text[end:]).replace("any of {", "").replace("not (", "").split()
    assert ENGLISH.intersection(words) == set()
