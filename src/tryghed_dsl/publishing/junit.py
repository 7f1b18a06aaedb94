"""A status report for pipelines, in the form in which they show tests: one case a target."""

from xml.etree import ElementTree as ET

from tryghed_dsl.domain.verdict import Verdict
from tryghed_dsl.publishing.look import readable
from tryghed_dsl.status.model import Status, TargetPart
from tryghed_dsl.status.theme import Theme

_UNJUDGED = (Verdict.UNKNOWN, Verdict.PENDING, Verdict.MONITOR)


def rendered(status: Status, theme: Theme) -> bytes:
    """The targets: those not met fail, those that were not judged are skipped, never passed."""
    del theme
    parts = [(goal.title, part) for goal in status.goals for part in goal.targets]
    parts += [("", part) for part in status.watched]
    failed = sum(part.row.mark.verdict is Verdict.FAIL for _, part in parts)
    skipped = sum(part.row.mark.verdict in _UNJUDGED for _, part in parts)
    name = readable(f"{status.agreement} {status.as_of}")
    counts = {"tests": str(len(parts)), "failures": str(failed), "skipped": str(skipped)}
    suite = ET.Element("testsuite", {"name": name, **counts, "errors": "0"})
    if status.notice:
        told = {"name": "notice", "value": readable(status.notice)}
        ET.SubElement(ET.SubElement(suite, "properties"), "property", told)
    for goal, part in parts:
        suite.append(_case(goal or name, part))
    whole = ET.Element("testsuites", {"name": name, **counts})
    whole.append(suite)
    ET.indent(whole)
    text = ET.tostring(whole, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'.encode()


def _case(goal: str, part: TargetPart) -> ET.Element:
    row = part.row
    case = ET.Element("testcase", {"classname": readable(goal), "name": readable(row.name)})
    why = readable(" ".join(part.sentences))
    if row.mark.verdict is Verdict.FAIL:
        failure = ET.SubElement(case, "failure", {"message": why, "type": row.mark.verdict.value})
        failure.text = readable(part.wording)
    elif row.mark.verdict in _UNJUDGED:
        ET.SubElement(case, "skipped", {"message": f"{row.mark.word}: {why}"})
    elif row.mark.verdict is Verdict.WARN:
        ET.SubElement(case, "system-out").text = f"{row.mark.word}: {why}"
    return case
