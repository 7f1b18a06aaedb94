"""Where a spec is judged, and what its undeclared references are."""

from collections.abc import Iterable, Mapping

from tryghed_dsl.check.conditions import terms_of, walk
from tryghed_dsl.check.model import SOMEWHERE, Monitored, Spec
from tryghed_dsl.check.terms import InArea, OpenRef, Term
from tryghed_dsl.core.lower.frame import AREA, INDICATOR
from tryghed_dsl.domain.observation import Figures
from tryghed_dsl.findings.finding import Argument, Expected, Finding, Listed
from tryghed_dsl.text.suggest import nearest


def judged_area(spec: Spec, figures: Figures) -> str | None:
    """The area that is judged where none is asked for; None where that is not clear."""
    return area_of(spec, figures, None)[0]


def area_of(spec: Spec, figures: Figures, asked: str | None) -> tuple[str | None, list[Finding]]:
    """The area that is judged, or None and why it is not clear."""
    known = sorted(set(spec.areas) | figures.areas())
    if asked is not None:
        if asked in known:
            return asked, []
        suggestion = nearest(asked, known)
        extra = {} if suggestion is None else {"suggestion": suggestion}
        args: dict[str, Argument] = {"name": asked, "known": Listed(tuple(known)), **extra}
        return None, [Finding("E331", (), args)]
    if spec.agreement is not None and spec.agreement.area is not None:
        return spec.agreement.area, []
    fixed = _named_areas(spec) | {name for name, _ in open_refs(spec)}
    free = [area for area in sorted(figures.areas()) if area not in fixed] or known
    if len(free) <= 1:
        return (free or [SOMEWHERE])[0], []
    return None, [Finding("E330", (), {"areas": Listed(tuple(free))})]


def _named_areas(spec: Spec) -> set[str]:
    """The areas that targets look at by name, and so are none that is judged."""
    return {term.area for root in _terms(spec) for term in walk(root) if isinstance(term, InArea)}


def _terms(spec: Spec) -> Iterable[Term]:
    for target in spec.targets:
        for condition in (target.promise, target.applies):
            if isinstance(condition, Monitored):
                yield condition.subject
            elif condition is not None:
                yield from terms_of(condition)


def open_refs(spec: Spec) -> list[tuple[str, OpenRef]]:
    """The undeclared references by name, each where it stands first."""
    found: dict[str, OpenRef] = {}
    for root in _terms(spec):
        for term in walk(root):
            if isinstance(term, OpenRef):
                found.setdefault(term.name, term)
    return list(found.items())


def refs_in(spec: Spec, figures: Figures, area: str) -> dict[str, str]:
    """What each undeclared reference is: an indicator of the judged area, else an area."""
    here = {observation.key.indicator for observation in figures if observation.key.area == area}
    places = figures.areas()
    return {
        name: AREA if name not in here and name in places else INDICATOR
        for name, _ in open_refs(spec)
    }


def tell_refs(spec: Spec, refs: Mapping[str, str]) -> list[Finding]:
    """Tell what undeclared references were taken for."""
    phrase = {AREA: Expected(("AN_AREA",)), INDICATOR: Expected(("AN_INDICATOR",))}
    return [
        Finding("N204", (ref.span,), {"name": name, "what": phrase[refs[name]]})
        for name, ref in open_refs(spec)
    ]
