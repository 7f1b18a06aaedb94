"""What is remarked on targets before any figure is read is true of every figure."""

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

import tryghed_dsl as td

HEAD = """\
agreement "A" {{ area a; baseline 2015; valid 2016..2020 }}
area a
indicator x "X", {unit}{stated}
indicator y "Y", {unit}, lower is better
"""
UNITS = ("count", "percent, lower is better", "count, higher is better", "number")
VALUES = (0.0, 1.0, 4.0, 9.5, 10.0, 10.5, 12.0, 18.0, 20.0, 22.0, 40.0, 100.0)
NUMBERS = st.sampled_from(("0", "1", "10", "12", "18", "20", "100"))
LIMITS = st.one_of(
    NUMBERS,
    st.sampled_from(
        (
            "baseline(2015)",
            "90% of baseline(2015)",
            "110% of baseline(2015)",
            "x[2015] * 2",
            "y",
            "y * 2",
            "x",
            "max(y, 10)",
        )
    ),
)
SIGNS = st.sampled_from(("<=", "<", ">=", ">", "=="))
LIMIT = st.builds("x {} {}".format, SIGNS, LIMITS)
BAND = st.builds("x between {} and {}".format, NUMBERS, NUMBERS)
WAY = st.builds(
    "x -> {}, by={})".format,
    st.sampled_from(("reduce(10%", "increase(2")),
    st.sampled_from((2017, 2018, 2020)),
)
CLAUSE = st.sampled_from(("", "", ", warn within 20%", ", valid 2016..2017", ", valid 2018..2019"))
PLAIN = st.one_of(
    st.builds("{}{}".format, LIMIT, CLAUSE),
    BAND,
    WAY,
    st.builds("not {}".format, LIMIT),
    st.builds("all of {{ {}; {} }}".format, LIMIT, LIMIT),
)
Verdicts = dict[str, list[td.Verdict]]


def judged(spec: td.Spec, *, whole_numbers: bool) -> Verdicts:
    """The verdicts of each target on many figures, in the same order."""
    judge = td.compile(spec, 2018)
    found: Verdicts = {target.id: [] for target in spec.targets}
    for start in VALUES[1:]:
        for value in VALUES:
            for other in (4.0, 10.0, 18.0):
                if whole_numbers and not (value.is_integer() and start.is_integer()):
                    continue
                cells = {("x", 2015): start, ("x", 2018): value, ("y", 2018): other}
                figures = {(name, "a", year): each for (name, year), each in cells.items()}
                report = judge(figures)
                for target in spec.targets:
                    found[target.id].append(report[target.id].verdict)
    return found


def passes(verdicts: list[td.Verdict]) -> list[bool]:
    return [verdict is td.Verdict.PASS for verdict in verdicts]


def asked(verdicts: list[td.Verdict]) -> list[bool]:
    return [verdict is not td.Verdict.PENDING for verdict in verdicts]


HOLDS: dict[str, Callable[[list[td.Verdict], list[td.Verdict]], bool]] = {
    "W232": lambda one, other: not any(map(all, zip(passes(one), passes(other), strict=True))),
    "W234": lambda one, other: all(
        mine or not its or not due
        for mine, its, due in zip(passes(one), passes(other), asked(one), strict=True)
    ),
}


@given(
    first=PLAIN,
    second=PLAIN,
    unit=st.sampled_from(UNITS),
    stated=st.sampled_from(("", ", baseline 2015 = 20")),
)
def test_remarks_on_targets_hold(first: str, second: str, unit: str, stated: str) -> None:
    text = f"{HEAD.format(unit=unit, stated=stated)}one: {first}\ntwo: {second}\n"
    try:
        spec = td.loads(text)
    except td.SpecError:
        return
    verdicts = judged(spec, whole_numbers=unit.startswith("count"))
    lines = {target.span.place.line: target.id for target in spec.targets}
    for finding in spec.findings:
        names = [lines.get(span.place.line, "") for span in finding.spans]
        if finding.code in HOLDS:
            one, other = (verdicts[name] for name in names)
            assert HOLDS[finding.code](one, other), text
        elif finding.code in {"W230", "W231"} and "all of" not in text and "not " not in text:
            wanted = finding.code == "W231"
            due = [v for v in verdicts[names[0]] if v is not td.Verdict.PENDING]
            assert all((verdict is td.Verdict.PASS) is wanted for verdict in due), text
