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
        "2 of 3 hold; syd: 13.25 % against at most 13 %: 0.25 points over.",
        "2 af 3 er opfyldt; syd: 13,25 % mod højst 13 %: 0,25 procentpoint over.",
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
        "2 of 3 hold; so the condition holds, and it should not.",
        "2 af 3 er opfyldt; dermed gælder betingelsen, og det må den ikke.",
    ),
    "not udsat(50)": (
        "1 of 3 hold; so the condition does not hold, as it should be.",
        "1 af 3 er opfyldt; dermed gælder betingelsen ikke, sådan som den skal.",
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
