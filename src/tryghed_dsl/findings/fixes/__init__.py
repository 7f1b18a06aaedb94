"""The fixes of findings: those that a rule made, or else what its words suggest."""

from collections.abc import Mapping

from tryghed_dsl.findings.finding import Finding
from tryghed_dsl.findings.fix import Fix
from tryghed_dsl.findings.fixes.making import Maker
from tryghed_dsl.findings.fixes.meaning import MEANING
from tryghed_dsl.findings.fixes.reading import READING

_MAKERS: Mapping[str, Maker] = {**READING, **MEANING}


def fixes_of(finding: Finding) -> tuple[Fix, ...]:
    """What mends a finding, the likeliest first; nothing where only its author can know."""
    if finding.fixes or not finding.spans:
        return finding.fixes
    maker = _MAKERS.get(finding.code)
    return () if maker is None else tuple(maker(finding))
