"""`tryghed init` in a terminal: it asks, in the reader's language, until it can write a spec."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import tryghed_dsl as td
from support.running import run_command
from tryghed_dsl.cli import init
from tryghed_dsl.cli.commands import main

SPEC, FIGURES = "aftale.tryghed", "aftale-figures.csv"
# The answers in a row: title, area, first year, years, who decides; and of each indicator its
# title, unit, direction and figure.
ANSWERS = {
    "en": [
        *("Safe Harbour", "Inner City", "2023", "4", "The steering group"),
        *("Burglaries", "count", "lower", "48"),
        *("Residents who feel unsafe", "percent", "", "12.5"),
        *("Young people in clubs", "percent", "higher", "61"),
    ],
    "da": [
        *("Trygt Havnekvarter", "Indre By", "2023", "4", "Styregruppen"),
        *("Indbrud", "antal", "lavere", "48"),
        *("Andel utrygge beboere", "procent", "", "12,5"),
        *("Unge i foreninger", "procent", "højere", "61"),
    ],
}
NAMES = {
    "en": ["burglaries", "residents_who_feel", "young_people_in"],
    "da": ["indbrud", "andel_utrygge", "unge_i_foreninger"],
}


@pytest.fixture(autouse=True)
def terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(init, "can_ask", lambda: True)


def answered(answers: list[str], *options: str) -> Result:
    typed = "".join(f"{answer}\n" for answer in answers)
    return CliRunner().invoke(main, ["init", SPEC, *options], input=typed)


@pytest.mark.parametrize("language", ["en", "da"])
def test_what_was_answered_is_agreed(language: str, tmp_path: Path) -> None:
    ran = answered(ANSWERS[language], "--lang", language)
    assert ran.exit_code == 0, ran.output
    spec = td.load(SPEC)
    assert spec.agreement is not None
    assert spec.agreement.title == ANSWERS[language][0]
    assert spec.areas[spec.agreement.area or ""].title == ANSWERS[language][1]
    assert [target.id for target in spec.targets] == NAMES[language]
    assert f": {ANSWERS[language][4]}\n\nagreement " in Path(SPEC).read_text(encoding="utf-8")
    linted = run_command(f"tryghed lint {SPEC}", tmp_path)
    assert (linted.code, linted.err) == (0, "")
    assert run_command(f"tryghed fmt --check {SPEC}", tmp_path).code == 0
    assert run_command(f"tryghed test {SPEC}", tmp_path).code == 0


@pytest.mark.parametrize("language", ["en", "da"])
def test_the_figures_beside_it_judge_it(language: str, tmp_path: Path) -> None:
    answered(ANSWERS[language], "--lang", language)
    checked = run_command(f"tryghed check {SPEC} --data {FIGURES}", tmp_path)
    assert (checked.code, checked.err) == (0, "")
    report = td.evaluate(td.load(SPEC), FIGURES)
    assert str(report.as_of) == "2023"
    values = [(report[name].value, report[name].limit) for name in NAMES[language]]
    assert values == [(48, 48), (12.5, 12.5), (61, 61)]
    assert all("example" in report[name].flags for name in NAMES[language])


def test_what_is_usual_is_taken_for_an_empty_answer() -> None:
    ran = answered(["", "", "2023", "", "", "Indbrud", "", "", "48", ""], "--lang", "da")
    assert ran.exit_code == 0, ran.output
    text = Path(SPEC).read_text(encoding="utf-8")
    assert 'agreement "Vores aftale"' in text
    assert 'area vores_område "Vores område"' in text
    assert "2023..2026" in text
    assert "Ændringer besluttes af" not in text
    assert 'indicator indbrud "Indbrud", count, lower is better, baseline 2022 = 48' in text


# Which answer is wrong, what is said, and what is answered then.
WRONG = {
    "en": [
        (2, "20x", "write a whole number from 1501 to 2990"),
        (3, "12", "write a whole number from 1 to 9"),
        (5, "", "write it in words"),
        (5, "?!", "write it in words"),
        (6, "boxes", "write one of: count, percent, fraction, index, money, days, number"),
        (7, "up", "write `lower` or `higher`"),
        (8, "many", "write a number in digits, such as 48 or 12.5"),
        (8, "4.5", "write a whole number"),
        (8, "-4", "write 0 or more"),
        (8, "1,234", "`1,234` can be read in two ways; write thousands without a sign: 1234"),
        (12, "120", "write a number from 0 to 100"),
    ],
    "da": [
        (2, "20x", "skriv et helt tal fra 1501 til 2990"),
        (3, "12", "skriv et helt tal fra 1 til 9"),
        (5, "", "skriv det med ord"),
        (6, "kasser", "skriv en af: antal, procent, andel, indeks, penge, dage, tal"),
        (7, "op", "skriv `lavere` eller `højere`"),
        (8, "mange", "skriv et tal med cifre, for eksempel 48 eller 12,5"),
        (8, "4,5", "skriv et helt tal"),
        (8, "1.234", "`1.234` kan læses på to måder; skriv tusinder uden tegn: 1234"),
        (12, "120", "skriv et tal fra 0 til 100"),
    ],
}


@pytest.mark.parametrize(
    ("language", "place", "wrong", "told"),
    [(language, *row) for language, rows in WRONG.items() for row in rows],
)
def test_a_wrong_answer_is_asked_again(language: str, place: int, wrong: str, told: str) -> None:
    right = ANSWERS[language]
    answered(right, "--lang", language)
    expected = Path(SPEC).read_text(encoding="utf-8")
    Path(SPEC).unlink()
    Path(FIGURES).unlink()
    ran = answered([*right[:place], wrong, *right[place:]], "--lang", language)
    assert ran.exit_code == 0
    assert f"  {told}\n" in ran.output
    assert Path(SPEC).read_text(encoding="utf-8") == expected


@pytest.mark.parametrize(
    ("language", "told"),
    [("en", "Stopped; nothing is written."), ("da", "Afbrudt; intet er skrevet.")],
)
def test_who_stops_has_written_nothing(language: str, told: str, tmp_path: Path) -> None:
    ran = answered(ANSWERS[language][:7], "--lang", language)
    assert ran.exit_code == 2
    assert told in ran.output
    assert list(tmp_path.iterdir()) == []


def test_who_stops_while_it_is_written_has_no_half_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = Path.write_text

    def stopped(path: Path, *text: str, **options: str) -> int:
        if path.suffix == ".csv":
            raise KeyboardInterrupt
        return write(path, *text, **options)

    monkeypatch.setattr(Path, "write_text", stopped)
    assert answered(ANSWERS["en"]).exit_code != 0
    assert list(tmp_path.iterdir()) == []


GIVEN = [
    *("--title", "Havnen", "--area", "havnen", "--first", "2023", "--years", "3"),
    *("--decided-by", "Byrådet", "--indicator", "Indbrud; antal; lavere; 48"),
]


def test_what_the_options_say_is_not_asked() -> None:
    ran = answered([], *GIVEN, "--indicator", "Børn med vaccine; percent; higher; 92,5")
    assert ran.exit_code == 0
    assert "?" not in ran.output
    spec = td.load(SPEC)
    assert [target.id for target in spec.targets] == ["indbrud", "børn_med_vaccine"]
    assert [target.id for target in td.evaluate(spec, FIGURES).targets] == [
        "indbrud",
        "børn_med_vaccine",
    ]


def test_nothing_is_asked_with_yes() -> None:
    ran = answered([], "--yes", "--lang", "da")
    assert ran.exit_code == 0
    assert "?" not in ran.output
    assert [target.id for target in td.load(SPEC).targets] == ["indbrud", "utryg"]


@pytest.mark.parametrize(
    ("indicator", "told"),
    [
        ("Indbrud; antal", "skriv fire dele, som i `Indbrud; antal; lavere; 48`"),
        ("Indbrud; kasser; lavere; 48", "skriv en af: antal,"),
        ("Utrygge; procent; lavere; 120", "skriv et tal fra 0 til 100"),
    ],
)
def test_an_indicator_that_cannot_be_used_is_a_mistake(
    indicator: str, told: str, tmp_path: Path
) -> None:
    ran = answered([], "--indicator", indicator, "--lang", "da")
    assert ran.exit_code == 2
    assert f"--indicator '{indicator}': {told}" in ran.output
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("indicators", "breaking"),
    [
        (["Uheld; count; lower; 0"], "1"),
        (["Dækning; percent; higher; 0"], "none"),  # nothing is below nothing
        (["Utrygge; percent; lower; 95"], "none"),  # nothing is above 100 and a tenth
        (["Utrygge; percent; lower; 95", "Indbrud; count; higher; 1"], "0"),
        (["All; count; lower; 5", "all; count; lower; 5", "Goal; money; lower; 5"], "8"),
    ],
)
def test_figures_at_the_edge_and_odd_names_make_a_spec_too(
    indicators: list[str], breaking: str, tmp_path: Path
) -> None:
    options = [word for each in indicators for word in ("--indicator", each)]
    ran = answered([], "--yes", *options)
    assert ran.exit_code == 0, ran.output
    spec = td.load(SPEC)
    told = {finding.code for finding in spec.findings if finding.code[0] != "N"}
    assert told <= ({"W231"} if breaking == "none" else set())  # every figure meets it
    report = td.evaluate(spec, FIGURES)
    assert [target.verdict for target in report.targets] == [td.Verdict.PASS] * len(indicators)
    text = Path(SPEC).read_text(encoding="utf-8")
    if breaking == "none":
        assert "test " not in text
    else:
        assert f": {breaking} breaks the promise" in text
        assert run_command(f"tryghed test {SPEC}", tmp_path).code == 0
