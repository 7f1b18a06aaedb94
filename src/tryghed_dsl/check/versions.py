"""A spec of several years: every wording checked, and the newest with the older ones behind it."""

from collections.abc import Iterable, Sequence

from tryghed_dsl.check.checker import check
from tryghed_dsl.check.model import Spec, Version
from tryghed_dsl.check.names.names import unknown
from tryghed_dsl.check.notes import Notes
from tryghed_dsl.check.remarks.figureless import with_remarks
from tryghed_dsl.check.remarks.unused import UNUSED, unused_in_all
from tryghed_dsl.check.revising.marking import marked
from tryghed_dsl.check.revising.revisions import Wording, Written, wordings
from tryghed_dsl.findings.finding import Finding, errors
from tryghed_dsl.records import replace
from tryghed_dsl.syntax import nodes
from tryghed_dsl.syntax.printer import statement
from tryghed_dsl.text.source import Source


def check_versions(
    chain: Sequence[Written], document: Source | None
) -> tuple[Spec | None, list[Finding]]:
    """Check a spec in all its wordings.

    Args:
        chain: the first file, and those that revise it one after another.
        document: the agreement's own text; None where it cannot be read.

    Returns:
        The newest wording with all of them behind it, or None where an error stands in the way,
        and all that was found, nothing twice.
    """
    files = [file for written in chain for file in (*written.used, written.tree)]
    notes = Notes(nodes.Damaged.together(file.damaged for file in files).names)
    if document is not None:
        from tryghed_dsl.check.revising.quotes import check_quotes  # noqa: PLC0415 -- it compares texts

        check_quotes(files, document, notes)
    read = [(wording, *_version(wording, document)) for wording in wordings(chain, notes)]
    own = {written.tree.span.source.name for written in chain}
    notes.found += unused_in_all(((each.file, found) for each, _, found in read), own)
    made = [version for _, version, _ in read]
    versions = [version for version in made if version is not None]
    if len(versions) < len(made) or errors(notes.found):
        return None, without_repeats(notes.found)
    spec = replace(versions[-1].spec, versions=tuple(versions))
    _tell_outside_years(spec, chain, notes)
    _tell_early_tests(spec, notes)
    return (None if errors(notes.found) else spec), without_repeats(notes.found)


def _version(wording: Wording, document: Source | None) -> tuple[Version | None, list[Finding]]:
    """One wording, or None where an error stands in the way, and what was found in it."""
    spec, found = check(wording.file.span.source, wording.file)
    if spec is None:
        return None, found
    whole = marked(spec, wording, document)
    if wording.file.whole:
        found = with_remarks(whole, found)
    texts = {node.name.text: statement(node) for node in wording.restated}
    # Whether something is used nowhere, only all wordings together tell.
    own = tuple(finding for finding in found if finding.code not in UNUSED)
    made = replace(whole, findings=own)
    return Version(wording.effective, made, wording.because, texts), found


# ------------------------------------------------------------------ what only years together show


def _tell_outside_years(spec: Spec, chain: Sequence[Written], notes: Notes) -> None:
    """Tell of revisions that take effect when the agreement has ended, or before it starts."""
    valid = spec.agreement.valid if spec.agreement else None
    if valid is None:
        return
    for version, written in zip(spec.versions, chain, strict=True):
        starts = None if version.effective is None else version.effective.starts
        if starts is not None and not valid.first.starts < starts < valid.last.ends:
            line = _effective_line(written.tree)
            notes.tell("W227", line.span, effective=str(version.effective), valid=str(valid))


def _effective_line(tree: nodes.File) -> nodes.Node:
    heads = (each for each in tree.statements if isinstance(each, nodes.Revises))
    return next(line for head in heads for line in head.lines if isinstance(line, nodes.Effective))


def _tell_early_tests(spec: Spec, notes: Notes) -> None:
    """Tell of tests that expect something of a target before there was one of that name."""
    if not spec.tests:
        return
    from tryghed_dsl.check.declared.spec_tests import AGREEMENT  # noqa: PLC0415 -- few have any

    for test in spec.tests:
        held = spec.in_force(test.as_of)
        known = {goal.id for goal in held.goals} | {target.id for target in held.targets}
        for expected in test.expectations:
            if expected.name != AGREEMENT and expected.name not in known:
                unknown(nodes.Name(expected.name, span=expected.span), "TARGET", known, notes)


def without_repeats(found: Iterable[Finding]) -> list[Finding]:
    """Findings without those that are there already, word for word and place for place."""
    by_key = {
        (each.code, each.spans, tuple(sorted(each.args.items())), each.where): each
        for each in found
    }
    return list(by_key.values())
