"""What is said of each kind of promise in one sentence, in English and Danish."""

import pytest

import tryghed_dsl as td

SPEC = """
agreement "A" {{ area nord; valid 2016..2022; baseline 2016 }}
area nord
area syd
area øst
areas bydele = nord, syd, øst
areas utrygge = bydele where utryg > 50
indicator x "X", count, lower is better
indicator y "Y", count, lower is better
indicator z "Z", count, lower is better
indicator utryg "Utrygge", percent, lower is better
indicators tal = x, y, z
condition travlt "Et travlt år" = x <= 40
condition roligt = y < 20
condition udsat(a) = at least 2 of {{ x > a; y > 10; utryg > 20% }}
t: {}
"""
FIGURES = {
    ("x", "nord", 2015): 48,
    ("x", "nord", 2016): 44,
    ("x", "nord", 2017): 39,
    ("x", "nord", 2018): 42,
    ("y", "nord", 2018): 12,
    ("utryg", "nord", 2016): 12,
    ("utryg", "nord", 2018): 11,
    ("utryg", "syd", 2018): 13.25,
    ("utryg", "øst", 2018): 12.5,
}


def judged(promise: str) -> td.Report:
    return td.evaluate(td.loads(SPEC.format(promise), "spec"), FIGURES, 2018)


# Two of three districts are over 12; the mean of 11, 13.25 and 12.5 is 12.25.
SENTENCES = {
    # What is not to hold is told by its opposite.
    "not x > 40": ("42 against at most 40: 2 over.", "42 mod højst 40: 2 over."),
    "not x < 40": ("42 against at least 40.", "42 mod mindst 40."),
    "not (x between 30 and 50)": (
        "42, to lie outside 30 to 50.",
        "42, skal ligge uden for 30 til 50.",
    ),
    "not (utryg -> reach(8%, by=2022))": (
        "11 % against 8 %: 25 % of the gap is closed, and 33.3 % was due.",
        "11 % mod 8 %: 25 % af afstanden er lukket, og 33,3 % skulle være det.",
    ),
    "known(x)": ("There is a number: 42.", "Der er et tal: 42."),
    "known(z)": ("There is no number.", "Der er intet tal."),
    "not known(x)": ("There is a number: 42.", "Der er et tal: 42."),
    # Calculated numbers have two decimals.
    "mean(x, 2016..2018) <= 42": ("41.67 against at most 42.", "41,67 mod højst 42."),
    # Areas that do not count are named.
    "every area in bydele: utryg <= 13%": (
        "2 of 3 hold; syd: 13.25 % against at most 13 %: 0.25 points over.",
        "2 af 3 er opfyldt; syd: 13,25 % mod højst 13 %: 0,25 procentpoint over.",
    ),
    "at least 2 areas in bydele: utryg <= 12%": (
        "1 of 3 hold where 2 are asked for, not syd and øst; syd: 13.25 % against at most 12 %: "
        "1.25 points over.",
        "1 af 3 er opfyldt, hvor 2 kræves, ikke syd og øst; syd: 13,25 % mod højst 12 %: "
        "1,25 procentpoint over.",
    ),
    "at least 1 area in bydele: utryg <= 12%": (
        "1 of 3 hold, not syd and øst.",
        "1 af 3 er opfyldt, ikke syd og øst.",
    ),
    "no area in bydele: utryg > 13%": (
        "It holds in 1 of 3; syd: 13.25 % against at most 13 %: 0.25 points over.",
        "Det gælder for 1 af 3; syd: 13,25 % mod højst 13 %: 0,25 procentpoint over.",
    ),
    "no area in bydele: utryg > 12%": (
        "It holds in 2 of 3: syd and øst; syd: 13.25 % against at most 12 %: 1.25 points over.",
        "Det gælder for 2 af 3: syd og øst; syd: 13,25 % mod højst 12 %: 1,25 procentpoint over.",
    ),
    "no area in bydele: utryg > 20%": (
        "It holds in none of the 3.",
        "Det gælder for ingen af de 3.",
    ),
    "no year in 2018..2018: x > 50": (
        "It does not hold in 2018.",
        "Det gælder ikke i 2018.",
    ),
    "no indicator in tal: it > 50": (
        "It holds in 0 of 3 and 1 is unknown; not (z > 50): No figure for z 2018.",
        "Det gælder for 0 af 3, og 1 kan ikke vurderes; not (z > 50): Der mangler tal for z 2018.",
    ),
    # What is not known is said to be, and is not counted as not holding.
    "every indicator in tal: it <= 50": (
        "2 of 3 hold and 1 is unknown; z <= 50: No figure for z 2018.",
        "2 af 3 er opfyldt, og 1 kan ikke vurderes; z <= 50: Der mangler tal for z 2018.",
    ),
    "at least 3 of { x <= 50; z <= 50; z <= 40 }": (
        "1 of 3 hold and 2 are unknown where 3 are asked for; z <= 50: No figure for z 2018.",
        "1 af 3 er opfyldt, og 2 kan ikke vurderes, hvor 3 kræves; z <= 50: Der mangler tal for z "
        "2018.",
    ),
    "any of { x <= 50; z <= 50 }": (
        "1 of 2 hold and 1 is unknown.",
        "1 af 2 er opfyldt, og 1 kan ikke vurderes.",
    ),
    "every area in utrygge: utryg <= 12%": (
        "No area is in the list.",
        "Intet område er på listen.",
    ),
    # A part that no line has of its own is worded as it can be written.
    "all of { x <= 50; every area in bydele: utryg <= 13% }": (
        "1 of 2 hold; every area in bydele: utryg <= 13%: 2 of 3 hold; syd: 13.25 % against at "
        "most 13 %: 0.25 points over.",
        "1 af 2 er opfyldt; every area in bydele: utryg <= 13%: 2 af 3 er opfyldt; syd: 13,25 % "
        "mod højst 13 %: 0,25 procentpoint over.",
    ),
    # A condition that is not to hold, and does; and one that does not.
    "not udsat(40)": (
        '2 of 3 hold; so the condition "udsat (40)" holds, and it should not.',
        '2 af 3 er opfyldt; dermed gælder betingelsen "udsat (40)", og det må den ikke.',
    ),
    "not udsat(50)": (
        '1 of 3 hold; so the condition "udsat (50)" does not hold, as it should be.',
        '1 af 3 er opfyldt; dermed gælder betingelsen "udsat (50)" ikke, sådan som den skal.',
    ),
    # A condition with a name is called by its title, or else its name.
    "not any of { x > 40; y > 10 }": (
        "2 of 2 hold; so the condition holds, and it should not.",
        "2 af 2 er opfyldt; dermed gælder betingelsen, og det må den ikke.",
    ),
    "all of { x <= 50; travlt }": (
        "1 of 2 hold; Et travlt år: 42 against at most 40: 2 over.",
        "1 af 2 er opfyldt; Et travlt år: 42 mod højst 40: 2 over.",
    ),
    "all of { x <= 50; not roligt }": (
        "1 of 2 hold; not roligt: 12 against at least 20: 8 under.",
        "1 af 2 er opfyldt; ikke roligt: 12 mod mindst 20: 8 under.",
    ),
    "x <= 40, when travlt": (
        'Not judged, because the condition "Et travlt år" does not hold (42 against at most 40: 2 '
        "over).",
        'Bedømmes ikke, fordi betingelsen "Et travlt år" ikke er opfyldt (42 mod højst 40: 2 '
        "over).",
    ),
    "x <= 40, when not roligt": (
        'Not judged, because the condition "not roligt" does not hold (12 against at least 20: 8 '
        "under).",
        'Bedømmes ikke, fordi betingelsen "ikke roligt" ikke er opfyldt (12 mod mindst 20: 8 '
        "under).",
    ),
    # What it waits for is named.
    "x <= 40, when y <= 10": (
        "Not judged, because y <= 10 does not hold (12 against at most 10: 2 over).",
        "Bedømmes ikke, fordi y <= 10 ikke er opfyldt (12 mod højst 10: 2 over).",
    ),
    "x <= 40, valid 2016..2017": ("Was judged until 2017.", "Blev bedømt til og med 2017."),
    "x <= 40, valid 2019..2020": ("Judged from 2019 on.", "Bedømmes fra 2019."),
    # A trend, and not a way, is what a projection of a limit tells of: (42 - 48) / 3.
    "x <= 41, judge=projection(3 years)": (
        "42 against at most 41: 1 over; the trend is -2 a year.",
        "42 mod højst 41: 1 over; tendensen er -2 om året.",
    ),
    # Rates of change have no value at 0.
    "x -> reach(0, by=2022, judge=pace)": (
        "42 against 0: growth rates to 0, from 0 or past it have no value, so the way there cannot "
        "be judged.",
        "42 mod 0: vækstrater til 0, fra 0 eller forbi 0 har ingen værdi, så vejen kan ikke "
        "bedømmes.",
    ),
    "x -> reach(44, by=2022, judge=pace, from=2017, start=44)": (
        "42 against 44: the gap is closed.",
        "42 mod 44: afstanden er lukket.",
    ),
    "x / (y - 12) <= 5": (
        "The figures are known, but the calculation has no result, as in a division by zero.",
        "Tallene er kendt, men udregningen har intet resultat, som ved division med nul.",
    ),
    # Before the first milestone it is named, and not the deadline.
    "x -> reduce(30%, by=2022, path={2020: reduce 10%})": (
        "Judged from the first milestone, 2020.",
        "Bedømmes fra det første delmål, 2020.",
    ),
    "utryg -> improve(by=2018)": (
        "11 % against 12 % in 2016: better.",
        "11 % mod 12 % i 2016: bedre.",
    ),
}


@pytest.mark.parametrize("promise", SENTENCES)
def test_a_verdict_is_told_in_one_sentence(promise: str) -> None:
    target = judged(promise)["t"]
    assert (target.sentence("en"), target.sentence("da")) == SENTENCES[promise]


def test_a_target_with_years_of_its_own_ends_with_the_agreement_at_the_latest() -> None:
    spec = td.loads(SPEC.format("x <= 40, valid 2016..2022").replace("2016..2022;", "2016..2017;"))
    report = td.evaluate(spec, FIGURES, 2018)
    assert report["t"].sentence("en") == "The agreement ended in 2017."


def test_a_verdict_that_a_small_difference_decides_keeps_its_decimals() -> None:
    spec = td.loads(SPEC.format("x <= 42"), "spec")
    report = td.evaluate(spec, {("x", "nord", 2018): 42.002}, 2018)
    assert report["t"].sentence("en") == "42.002 against at most 42: 0.002 over."


@pytest.mark.parametrize(
    ("value", "limit", "told"),
    [
        (1.0555556, "1.05", "1.0556 against at most 1.05: 0.00556 over."),
        (1.05004, "1.05", "1.05004 against at most 1.05: 0.00004 over."),
        (1.05000004, "1.05", "1.05000004 against at most 1.05: 0.00000004 over."),
        (41.6666667, "41.6666", "41.6667 against at most 41.6666: 0.0000667 over."),
        (1234567.004, "1234567", "1,234,567.004 against at most 1,234,567: 0.004 over."),
        (1234567.128, "1234560.5", "1,234,567.128 against at most 1,234,560.5: 6.628 over."),
        (1000000.123456, "1000000", "1,000,000.12 against at most 1,000,000: 0.123 over."),
    ],
)
def test_numbers_have_no_more_decimals_than_tell_them_apart(
    value: float, limit: str, told: str
) -> None:
    spec = td.loads(SPEC.format(f"x <= {limit}"), "spec")
    report = td.evaluate(spec, {("x", "nord", 2018): value}, 2018)
    assert report["t"].sentence("en") == told


# The agreement holds for two years and a half, and is judged by months, quarters and days.
DATED = """
agreement "A" {{ area nord; valid 2017-01-01..2019-06-30 }}
area nord
source log, monthly
source luft, daily
indicator x "X", count, from log, lower is better
indicator y "Y", number, from luft, lower is better
indicator z "Z", count, lower is better
t: {}
"""


@pytest.mark.parametrize(
    ("promise", "as_of", "english", "danish"),
    [
        (
            "z <= 5",
            "2016",
            "The agreement starts on 1 January 2017.",
            "Aftalen begynder den 1. januar 2017.",
        ),
        (
            "z <= 5",
            "2020",
            "The agreement ended on 30 June 2019.",
            "Aftalen sluttede den 30. juni 2019.",
        ),
        (
            "z <= 5, valid 2018H2..2019H1",
            "2018",
            "Judged from the second half of 2018 on.",
            "Bedømmes fra 2. halvår 2018.",
        ),
        (
            "x -> reach(5, by=2019M06, from=2018M03)",
            "2018M03",
            "Starts in March 2018; judged later.",
            "Begynder i marts 2018; bedømmes senere.",
        ),
        (
            "x -> reach(5, by=2019M06, from=2017M03, judge=end)",
            "2018M03",
            "Judged at the deadline, June 2019.",
            "Bedømmes ved fristen, juni 2019.",
        ),
        (
            "x -> reach(5, by=2019M06, from=2017M03, path={2019Q1: 8})",
            "2018M03",
            "Judged from the first milestone, the first quarter of 2019.",
            "Bedømmes fra det første delmål, 1. kvartal 2019.",
        ),
        (
            "x -> improve(by=2019M06, from=2017M01)",
            "2018M03",
            "4 against 9 in January 2017: better.",
            "4 mod 9 i januar 2017: bedre.",
        ),
        (
            "x -> improve(by=2019M06, from=2017M01..2017M02)",
            "2018M03",
            "4 against 8 in January 2017 to February 2017: better.",
            "4 mod 8 i januar 2017 til februar 2017: bedre.",
        ),
        (
            "every month in 2018M01..2018M03: x <= 5",
            "2018",
            "2 of 3 hold; February 2018: 6 against at most 5: 1 over.",
            "2 af 3 er opfyldt; februar 2018: 6 mod højst 5: 1 over.",
        ),
        (
            "every month since 2018M07: x <= 5",
            "2018M03",
            "Judged from July 2018 on.",
            "Bedømmes fra juli 2018.",
        ),
        (
            "x <= 5",
            "2018M04",
            "No figure for x in April 2018.",
            "Der mangler tal for x i april 2018.",
        ),
        (
            "y <= 5",
            "2018-04-09",
            "No figure for y on 9 April 2018.",
            "Der mangler tal for y den 9. april 2018.",
        ),
    ],
)
def test_periods_are_put_into_words(promise: str, as_of: str, english: str, danish: str) -> None:
    figures = {
        ("x", "nord", "2017M01"): 9,
        ("x", "nord", "2017M02"): 7,
        ("x", "nord", "2018M01"): 5,
        ("x", "nord", "2018M02"): 6,
        ("x", "nord", "2018M03"): 4,
    }
    target = td.evaluate(td.loads(DATED.format(promise), "spec"), figures, as_of)["t"]
    assert (target.sentence("en"), target.sentence("da")) == (english, danish)


def test_years_of_school_are_named_as_such() -> None:
    spec = SPEC.replace(
        "indicator x", "source s, every school year\nindicator w, count, from s\nindicator x"
    )
    report = td.evaluate(
        td.loads(spec.format("for 2 years running: w <= 5"), "spec"),
        {("w", "nord", "2016/17"): 6, ("w", "nord", "2017/18"): 5},
        2018,
    )
    assert report["t"].sentence("en") == "1 of 2 hold; 2016/17: 6 against at most 5: 1 over."
    assert [part.text for part in report["t"].parts] == ["2016/17", "2017/18"]


def test_each_part_has_its_words_and_verdict() -> None:
    promise = "all of { not x > 40; any of { x <= 40; y <= 12 }; for 2 years running: x <= 42 }"
    report = judged(promise)
    found = [(part.text, str(part.verdict)) for part in report["t"].parts]
    assert found == [
        ("not (x > 40)", "fail"),
        ("any of { x <= 40; y <= 12 }", "pass"),
        ("for 2 years running: x <= 42", "pass"),
    ]
    years = report["t"].parts[2].parts
    assert [(year.text, year.value) for year in years] == [("2017", 39), ("2018", 42)]


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("every year since 2017: x <= 50", None),
        ("in 2 of the latest 3 years: x <= 40", None),
        ("at least 2 areas in bydele: utryg <= 12%", None),
        ("at least 67% of areas in bydele: utryg <= 12%", None),
        ("no area in bydele: utryg > 20%", "every area in bydele: not (utryg > 20%)"),
        ("every year after 2016: x <= 50", "every year since 2017: x <= 50"),
        ("every year in 2016..2018: x <= 50", None),
        ("known(z)", None),
    ],
)
def test_a_part_is_worded_as_it_can_be_written(written: str, told: str | None) -> None:
    (part, _) = judged(f"any of {{ {written}; x <= 1 }}")["t"].parts
    assert part.text == (told or written)
    assert judged(part.text)["t"].verdict is part.verdict
