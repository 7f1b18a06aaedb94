"""Revisions: which wording holds when, and what is told of one that changes nothing."""

from hashlib import sha256
from pathlib import Path

import pytest

import tryghed_dsl as td
from tryghed_dsl.check.model import Spec
from tryghed_dsl.domain.observation import Figures
from tryghed_dsl.domain.period import parse_period
from tryghed_dsl.findings.said import place_of, said
from tryghed_dsl.pipeline import read_spec_file
from tryghed_dsl.testing import run_tests
from tryghed_dsl.text.language import Language

BASE = """\
agreement "Amager" {
  valid 2017..2020
  area  amager
  baseline 2016
}
area kbh
area amager in kbh
area valby in kbh
areas districts = amager, valby
indicator indbrud "Indbrud", count, lower is better, baseline 2015 = 48
indicator vold    "Vold",    count, lower is better, baseline 2015 = 66
indicator utryg   "Utrygge", percent, lower is better
indicator chikane "Chikane", count
indicator uro     "Uro",     count

goal kriminalitet "Mindre kriminalitet" {
  indbrud <= baseline(2015)
  samlet: indbrud + vold <= 114
  monitor chikane, uro
}
for each area in districts {
  utryg <= 10%
}
"""


def revising(name: str, year: int, lines: str) -> str:
    return f'revises "{name}.tryghed" {{\n  effective {year}\n}}\n{lines}\n'


def write(folder: Path, **files: str) -> Path:
    """Write files; the path of the last."""
    for name, text in files.items():
        (folder / f"{name}.tryghed").write_text(text, encoding="utf-8")
    return folder / f"{list(files)[-1]}.tryghed"


def revised(folder: Path, *lines: str) -> Spec:
    """The base file with a revision for each text of lines, from 2018 on."""
    files, before = {"base": BASE}, "base"
    for number, text in enumerate(lines):
        name = f"r{2018 + number}"
        files[name] = revising(before, 2018 + number, text)
        before = name
    return td.load(write(folder, **files))


def told(folder: Path, lines: str, base: str = BASE, year: int = 2019) -> list[str]:
    """What is wrong in a revision, each with its place in it."""
    path = write(folder, base=base, spec=revising("base", year, lines))
    return errors(path)


def errors(path: Path) -> list[str]:
    # Notes, and the remark on strict limits over small counts, are of no revision.
    beside = ("N", "W181")
    found = [each for each in read_spec_file(path)[1] if not each.code.startswith(beside)]
    return [f"{each.code} {Path(place_of(each)).name}" for each in found]


def ids(spec: Spec) -> list[str]:
    return [target.id for target in spec.targets]


def text_of(spec: Spec, target: str) -> str:
    found = spec.target(target)
    assert found is not None
    return found.text


# ------------------------------------------------------------------ what is replaced


def test_a_target_is_replaced_in_its_place(tmp_path: Path) -> None:
    spec = revised(tmp_path, "replace indbrud: indbrud <= 45, warn within 5%")
    assert ids(spec) == [
        *("indbrud", "samlet", "chikane", "uro"),
        *("utryg in amager", "utryg in valby"),
    ]
    assert text_of(spec, "indbrud") == "indbrud <= 45, warn within 5%"
    assert [target.goal for target in spec.targets[:1]] == ["kriminalitet"]


def test_a_target_keeps_its_id_whatever_it_is_replaced_with(tmp_path: Path) -> None:
    spec = revised(tmp_path, "replace indbrud: vold + indbrud <= 100")
    assert text_of(spec, "indbrud") == "vold + indbrud <= 100"


def test_a_target_with_a_label_goes_by_it(tmp_path: Path) -> None:
    spec = revised(tmp_path, "replace samlet: indbrud + vold <= 110")
    assert text_of(spec, "samlet") == "indbrud + vold <= 110"


def test_a_target_for_each_area_is_replaced_in_every_one(tmp_path: Path) -> None:
    spec = revised(tmp_path, "replace utryg: utryg <= 9%")
    assert [text_of(spec, name) for name in ids(spec)[-2:]] == ["utryg <= 9%"] * 2
    assert [target.area for target in spec.targets[-2:]] == ["amager", "valby"]


def test_what_is_watched_is_judged_when_it_is_replaced(tmp_path: Path) -> None:
    spec = revised(tmp_path, "replace chikane: chikane <= 40")
    assert ids(spec)[:4] == ["indbrud", "samlet", "uro", "chikane"]
    assert [target.judged for target in spec.targets[:4]] == [True, True, False, True]


def test_an_indicator_is_declared_anew(tmp_path: Path) -> None:
    anew = 'replace indicator indbrud "Indbrud og forsøg", count, lower is better'
    spec = revised(tmp_path, f"{anew}, baseline 2015 = 60")
    assert spec.indicators["indbrud"].title == "Indbrud og forsøg"
    report = td.evaluate(spec, {("indbrud", "amager", 2018): 59}, 2018)
    assert (report["indbrud"].limit, report["indbrud"].reason) == (60, td.Reason.MET)


def test_an_indicator_of_a_used_file_is_declared_anew(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        common='indicator indbrud "Indbrud", count, lower is better, baseline 2015 = 48\n',
        base='use "common.tryghed"\nindbrud <= baseline(2015)\n',
        spec=revising("base", 2018, 'replace indicator indbrud "Nye", count, lower is better'),
    )
    assert td.load(path).indicators["indbrud"].title == "Nye"


def test_a_later_revision_replaces_what_an_earlier_one_did(tmp_path: Path) -> None:
    spec = revised(tmp_path, "replace indbrud: indbrud <= 45", "replace indbrud: indbrud <= 40")
    assert [text_of(version.spec, "indbrud") for version in spec.versions] == [
        "indbrud <= baseline(2015)",
        "indbrud <= 45",
        "indbrud <= 40",
    ]


# ------------------------------------------------------------------ what is retired


@pytest.mark.parametrize("name", ["indbrud", "samlet", "chikane"])
def test_a_retired_target_is_listed_and_not_judged(tmp_path: Path, name: str) -> None:
    spec = revised(tmp_path, f'retire {name}, because "opgøres ikke"')
    figures = {("indbrud", "amager", 2018): 900, ("vold", "amager", 2018): 1}
    report = td.evaluate(spec, figures, 2018)
    assert (report[name].verdict, report[name].reason) == (td.Verdict.PENDING, td.Reason.RETIRED)
    target = spec.target(name)
    assert target is not None
    assert (target.retired, target.because, target.judged) == ("opgøres ikke",) * 2 + (False,)


def test_one_of_several_watched_can_be_retired(tmp_path: Path) -> None:
    spec = revised(tmp_path, "retire uro")
    assert [target.retired for target in spec.targets] == [None, None, None, "", None, None]


def test_a_target_for_each_area_is_retired_in_every_one(tmp_path: Path) -> None:
    spec = revised(tmp_path, "retire utryg")
    assert [target.retired for target in spec.targets] == [None, None, None, None, "", ""]


def test_a_retired_target_can_come_back(tmp_path: Path) -> None:
    spec = revised(tmp_path, "retire indbrud", "replace indbrud: indbrud <= 50")
    assert [version.spec.targets[0].retired for version in spec.versions] == [None, "", None]


# ------------------------------------------------------------------ what is added


def test_a_goal_that_is_there_gets_the_new_targets(tmp_path: Path) -> None:
    lines = 'goal kriminalitet { vold <= 60 }\ngoal nyt "Nyt" { x: vold <= 70 }'
    spec = revised(tmp_path, lines)
    assert [(each.id, each.goal) for each in spec.targets if each.goal][2:] == [
        ("chikane", "kriminalitet"),
        ("uro", "kriminalitet"),
        ("vold", "kriminalitet"),
        ("x", "nyt"),
    ]
    assert [goal.title for goal in spec.goals] == ["Mindre kriminalitet", "Nyt"]


def test_what_is_said_of_a_goal_anew_holds_from_then_on(tmp_path: Path) -> None:
    spec = revised(tmp_path, 'goal kriminalitet "Færre forbrydelser", partly { }')
    assert [(goal.title, goal.partly) for goal in spec.goals] == [("Færre forbrydelser", True)]
    assert not spec.versions[0].spec.goals[0].partly


def test_new_declarations_are_there_for_new_targets(tmp_path: Path) -> None:
    lines = 'let most = 5\nindicator hærværk "Hærværk", count, lower is better\nhærværk <= most'
    spec = revised(tmp_path, lines)
    assert ids(spec)[-1] == "hærværk"
    assert "hærværk" not in spec.versions[0].spec.indicators


# ------------------------------------------------------------------ which wording holds


def test_the_wording_in_force_when_the_period_starts_holds(tmp_path: Path) -> None:
    spec = revised(tmp_path, "replace indbrud: indbrud <= 45", "replace indbrud: indbrud <= 40")
    limits = {
        year: td.evaluate(spec, {("indbrud", "amager", year): 44}, year)["indbrud"].limit
        for year in (2017, 2018, 2019, 2020)
    }
    assert limits == {2017: 48, 2018: 45, 2019: 40, 2020: 40}


@pytest.mark.parametrize(
    ("effective", "period", "begun"),
    [
        ("2018H2", "2018", 1),
        ("2018H2", "2018H2", 2),
        ("2018H2", "2018Q3", 2),
        ("2018H2", "2018Q2", 1),
        ("2018/19", "2018M08", 2),
        ("2018/19", "2018M07", 1),
    ],
)
def test_it_counts_when_the_period_starts(
    tmp_path: Path, effective: str, period: str, begun: int
) -> None:
    lines = f'revises "base.tryghed" {{ effective {effective} }}\nretire uro\n'
    spec = td.load(write(tmp_path, base=BASE, spec=lines))
    asked = parse_period(period)
    assert asked is not None
    assert spec.begun(asked) == begun


def test_the_default_year_is_that_of_the_newest_wording(tmp_path: Path) -> None:
    """In the newest wording only violence is judged, and its figures end in 2018."""
    lines = "retire indbrud, samlet, utryg\nvold <= 60"
    spec = revised(tmp_path, "retire uro", lines)
    figures = {("vold", "amager", 2018): 61, ("indbrud", "amager", 2020): 1}
    report = td.evaluate(spec, figures)
    assert str(report.as_of) == "2018"
    assert [target.id for target in report if target.id == "vold"] == []


def test_a_compiled_judge_judges_by_the_wording_in_force(tmp_path: Path) -> None:
    spec = revised(tmp_path, "replace indbrud: indbrud <= 45\nretire utryg")
    figures = {("indbrud", "amager", year): 46.0 for year in (2017, 2018)}
    verdicts = [td.compile(spec, year)(figures)["indbrud"].verdict for year in (2017, 2018)]
    assert verdicts == [td.Verdict.PASS, td.Verdict.FAIL]


def test_the_report_names_the_file_that_was_in_force(tmp_path: Path) -> None:
    spec = revised(tmp_path, "replace indbrud: indbrud <= 45")
    named = {}
    for year in (2017, 2018):
        model = td.evaluate(spec, {("indbrud", "amager", year): 1}, year).model()
        named[Path(model.agreement.file).name] = model.agreement.sha256
    assert named == {
        name: sha256((tmp_path / name).read_bytes()).hexdigest()
        for name in ("base.tryghed", "r2018.tryghed")
    }


def test_a_restated_baseline_belongs_to_the_series_of_its_revision(tmp_path: Path) -> None:
    """Across the break of 2018 the first baseline counts no longer; the restated one does."""
    base = BASE + "break 2018 in indbrud\n"
    anew = 'replace indicator indbrud "Indbrud", count, lower is better, baseline 2015 = 40'
    figures = {("indbrud", "amager", year): 41.0 for year in (2017, 2018, 2019, 2020)}
    first = td.load(write(tmp_path, base=base))
    spec = td.load(write(tmp_path, base=base, spec=revising("base", 2019, anew)))
    assert td.evaluate(first, figures, 2019)["indbrud"].reason is td.Reason.SERIES_BREAK
    by_year = {year: td.evaluate(spec, figures, year)["indbrud"] for year in (2017, 2018, 2019)}
    assert by_year[2017].reason is td.Reason.MET
    assert by_year[2018].reason is td.Reason.SERIES_BREAK
    assert (by_year[2019].limit, by_year[2019].reason) == (40, td.Reason.MISSED)


def test_a_break_after_the_restatement_counts_again(tmp_path: Path) -> None:
    anew = 'replace indicator indbrud "Indbrud", count, lower is better, baseline 2015 = 40'
    spec = revised(tmp_path, anew, "break 2020 in indbrud")
    figures = {("indbrud", "amager", year): 39.0 for year in (2019, 2020)}
    reasons = [td.evaluate(spec, figures, year)["indbrud"].reason for year in (2019, 2020)]
    assert reasons == [td.Reason.MET, td.Reason.SERIES_BREAK]


# ------------------------------------------------------------------ tests of specs


TEST = 'test "{title}" {{\n  given indbrud[{year}] = 46\n  as of {year}\n  expect {expected}\n}}'


def test_tests_run_by_the_wording_in_force_in_their_year(tmp_path: Path) -> None:
    base = BASE + TEST.format(title="a", year=2018, expected="indbrud pass") + "\n"
    lines = "replace indbrud: indbrud <= 45\n"
    lines += TEST.format(title="b", year=2019, expected="indbrud fail")
    spec = td.load(write(tmp_path, base=base, spec=revising("base", 2019, lines)))
    results = run_tests(spec, Figures([]))
    assert [(each.test.title, each.passed) for each in results] == [("a", True), ("b", True)]


def test_a_test_stands_in_for_an_older_one_of_its_title(tmp_path: Path) -> None:
    base = BASE + TEST.format(title="a", year=2020, expected="indbrud pass") + "\n"
    lines = "replace indbrud: indbrud <= 45\n"
    lines += TEST.format(title="a", year=2020, expected="indbrud fail")
    spec = td.load(write(tmp_path, base=base, spec=revising("base", 2019, lines)))
    assert [each.passed for each in run_tests(spec, Figures([]))] == [True]


def test_nothing_is_expected_of_a_target_before_there_is_one(tmp_path: Path) -> None:
    lines = "vold <= 60\n" + TEST.format(title="a", year=2018, expected="vold fail")
    assert told(tmp_path, lines) == ["E101 spec.tryghed:8:3"]


# ------------------------------------------------------------------ what is told


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("replace inbrud: indbrud <= 4", ["E221 spec.tryghed:4:9"]),
        ("retire chikane, kriminalitet", ["E221 spec.tryghed:4:17"]),
        ('replace indicator inbrud "I", count', ["E101 spec.tryghed:4:19"]),
        ("replace indbrud: indbrud <= 4\nreplace indbrud: indbrud <= 5", ["E222 spec.tryghed:5:9"]),
        ("replace indbrud: indbrud <= 4\nretire indbrud", ["E222 spec.tryghed:5:8"]),
        ("retire indbrud, indbrud", ["E222 spec.tryghed:4:17"]),
        ('replace indicator uro "U", count\nreplace indicator uro "U", count',
         ["E222 spec.tryghed:5:19"]),
        ("indbrud <= 45", ["E223 spec.tryghed:4:1"]),
        ("samlet: vold <= 45", ["E223 spec.tryghed:4:1"]),
        ("goal nyt { indbrud <= 45 }", ["E223 spec.tryghed:4:12"]),
        ("for each area in districts { utryg <= 9% }", ["E223 spec.tryghed:4:30"]),
        ("monitor indbrud", ["E223 spec.tryghed:4:9"]),
        ('indicator indbrud "I", count', ["E223 spec.tryghed:4:11"]),
        ("area amager", ["E102 spec.tryghed:4:6"]),
        ('agreement "B" { valid 2019..2020 }', ["E220 spec.tryghed:4:11"]),
        ("replace indbrud: inbrud <= 4", ["E101 spec.tryghed:4:18"]),
    ],
)  # fmt: skip
def test_a_wrong_revision_is_told_where_it_is_wrong(
    tmp_path: Path, lines: str, expected: list[str]
) -> None:
    assert told(tmp_path, lines) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("replace inbrud: indbrud <= 4", "did you mean `indbrud`?"),
        ("indbrud <= 45", "write `replace indbrud: …` for a new wording"),
        ('indicator indbrud "I", count', "write `replace indicator indbrud …` for a new wording"),
    ],
)
def test_the_help_can_be_typed(tmp_path: Path, lines: str, expected: str) -> None:
    path = write(tmp_path, base=BASE, spec=revising("base", 2019, lines))
    (wrong,) = (each for each in read_spec_file(path)[1] if each.code.startswith("E"))
    assert said(wrong, Language.EN).help[0] == expected


@pytest.mark.parametrize(
    ("year", "expected"),
    [(2018, []), (2020, []), (2017, ["W227"]), (2021, ["W227"]), (2016, ["W227"])],
)
def test_a_revision_takes_effect_within_the_agreement(
    tmp_path: Path, year: int, expected: list[str]
) -> None:
    found = told(tmp_path, "retire uro", year=year)
    assert found == [f"{code} spec.tryghed:2:3" for code in expected]


@pytest.mark.parametrize(("second", "wrong"), [(2018, True), (2019, True), (2020, False)])
def test_revisions_take_effect_one_after_another(
    tmp_path: Path,
    second: int,
    wrong: bool,  # noqa: FBT001 -- what the case expects
) -> None:
    path = write(
        tmp_path,
        base=BASE,
        first=revising("base", 2019, "retire uro"),
        spec=revising("first", second, "retire chikane"),
    )
    assert errors(path) == (["E218 spec.tryghed:2:13"] if wrong else [])


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        ('because "x"', ["E217 spec.tryghed:1:9"]),
        ("effective 2019\neffective 2020", ["E112 spec.tryghed:3:1"]),
        ('effective 2019\nbecause "x"\nbecause "y"', ["E112 spec.tryghed:4:1"]),
        ("effective 3019", ["E115 spec.tryghed:2:11"]),
    ],
)
def test_the_head_of_a_revision_says_each_thing_once(
    tmp_path: Path, block: str, expected: list[str]
) -> None:
    path = write(tmp_path, base=BASE, spec=f'revises "base.tryghed" {{\n{block}\n}}\n')
    assert errors(path) == expected


def test_what_is_wrong_in_the_first_file_is_told_once_and_there(tmp_path: Path) -> None:
    base = BASE.replace("samlet: indbrud + vold <= 114", "samlet: indbrud + volt <= 114")
    assert told(tmp_path, "replace indbrud: indbrud <= 4", base) == ["E101 base.tryghed:18:21"]


def test_a_line_that_cannot_be_read_makes_no_other_one_wrong(tmp_path: Path) -> None:
    base = BASE.replace("indbrud <= baseline(2015)", "indbrud <= ")
    found = told(tmp_path, "replace indbrud: indbrud <= 4", base)
    assert [line.partition(":")[0] for line in found] == ["E011 base.tryghed"]


def test_findings_of_every_version_belong_to_the_whole(tmp_path: Path) -> None:
    """The remark on the first wording is not one on the year that is judged by the second."""
    base = BASE.replace("indbrud <= baseline(2015)", "indbrud >= 48")
    path = write(tmp_path, base=base, spec=revising("base", 2019, "replace indbrud: indbrud <= 48"))
    spec = td.load(path)
    assert [each.code for each in spec.findings].count("W123") == 1
    told_in = [[each.code for each in version.spec.findings] for version in spec.versions]
    assert ["W123" in codes for codes in told_in] == [True, False]
