"""What to write where a percentage can mean two things, with its numbers."""

import pytest

import tryghed_dsl as td
from tryghed_dsl.findings.said import said
from tryghed_dsl.text.language import Language

HEAD = 'agreement "A" { area a }\narea a\nindicator utryg "Utrygge", percent, lower is better\n'


def helped(line: str, language: Language) -> tuple[str, ...]:
    with pytest.raises(td.SpecError) as raised:
        td.loads(HEAD + line)
    (finding,) = raised.value.findings
    assert finding.code == "E104"
    return said(finding, language).help


@pytest.mark.parametrize(
    ("change", "share", "points"),
    [
        ("- 2%", "98% of baseline(2016)", "baseline(2016) - 2 pp"),
        ("+ 5%", "105% of baseline(2016)", "baseline(2016) + 5 pp"),
        ("- 12.5%", "87.5% of baseline(2016)", "baseline(2016) - 12.5 pp"),
    ],
)
@pytest.mark.parametrize("language", list(Language))
def test_both_readings_are_written_out(
    change: str, share: str, points: str, language: Language
) -> None:
    first, second = helped(f"utryg <= baseline(2016) {change}\n", language)
    assert f"`{share}`" in first
    assert f"`{points}`" in second
