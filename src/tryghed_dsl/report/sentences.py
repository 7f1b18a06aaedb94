"""Each verdict in one sentence, in English and Danish."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from tryghed_dsl.domain.period import Period
from tryghed_dsl.domain.unit import PERCENT, POINTS, Unit
from tryghed_dsl.domain.verdict import Reason
from tryghed_dsl.text.language import Language, number

if TYPE_CHECKING:
    from tryghed_dsl.report.report import TargetReport

_NAMED = 2
_NEAR = 1e-9
_PER_CENT = 100


def sentence(target: "TargetReport", language: Language) -> str:
    """The reason for a target's verdict, with its numbers, in one sentence."""
    words = _Words(target, language)
    english, danish = _SENTENCES[target.reason](words)
    return danish if language is Language.DA else english


def quantity(value: float | None, unit: Unit | None, language: Language) -> str:
    """A number with its unit, as it stands in a sentence."""
    if value is None:
        return "?"
    written = number(value, language)
    if unit == PERCENT:
        return f"{written} %"
    if unit == POINTS:
        return points(value, language)
    return written


def points(value: float, language: Language) -> str:
    """A number of percentage points."""
    word = {Language.EN: "points", Language.DA: "procentpoint"}[language]
    if language is Language.EN and abs(abs(value) - 1) < _NEAR:
        word = "point"
    return f"{number(value, language)} {word}"


class _Words:
    """The parts that sentences are made of, for one target in one language."""

    def __init__(self, target: "TargetReport", language: Language) -> None:
        self._target = target
        self._language = language
        self._unit = target.target.unit

    def either(self, english: str, danish: str) -> str:
        return danish if self._language is Language.DA else english

    @property
    def value(self) -> str:
        return quantity(self._target.value, self._unit, self._language)

    @property
    def ref(self) -> str:
        return quantity(self._target.measure("ref"), self._unit, self._language)

    @property
    def is_limit(self) -> bool:
        return self._target.fact("operator") is not None

    @property
    def held(self) -> str:
        """ "47 against at most 48"."""
        against = self.either("against", "mod")
        return f"{self.value} {against} {self._limit()}"

    def _limit(self) -> str:
        operator = str(self._target.fact("operator"))
        if operator == "between":
            low, high = (self._bound(name) for name in ("limit_low", "limit_high"))
            return self.either(f"{low} to {high}", f"{low} til {high}")
        return f"{self.either(*_OPERATORS[operator])} {self._bound('limit')}"

    def _bound(self, name: str) -> str:
        return quantity(self._target.measure(name), self._unit, self._language)

    @property
    def off(self) -> str:
        """ ": 2 over"; nothing where the value equals its limit."""
        difference = self._target.difference
        if difference is None or abs(difference) < _NEAR:
            return ""
        side = self.either("over", "over") if difference > 0 else self.either("under", "under")
        return f": {self._distance(difference)} {side}"

    def _distance(self, difference: float) -> str:
        size = abs(difference)
        if self._unit == PERCENT:
            return points(size, self._language)
        return quantity(size, self._unit, self._language)

    def gap(self, name: str) -> str:
        gap = self._target.measure(name)
        if gap is None:
            return "?"
        if self._target.fact("measure") == "ratio":
            return self._share(gap)
        if self._unit == PERCENT:
            return points(gap, self._language)
        return quantity(gap, self._unit, self._language)

    def bare_gap(self, name: str) -> str:
        """A gap without its unit, where the next one carries it."""
        gap = self._target.measure(name)
        if gap is None or self._target.fact("measure") == "ratio":
            return self.gap(name)
        return number(gap, self._language)

    def _share(self, share: float | None) -> str:
        if share is None:
            return "?"
        return f"{number(round(share * _PER_CENT, 1), self._language)} %"

    @property
    def progress(self) -> str:
        return self._share(self._target.measure("progress"))

    @property
    def required(self) -> str:
        return self._share(self._target.measure("required_progress"))

    @property
    def closed(self) -> bool:
        """Whether the gap itself counts as closed, and not just the share that was due."""
        gap, tolerance = self._target.measure("gap"), self._target.fact("tolerance")
        return gap is not None and isinstance(tolerance, float) and gap <= tolerance + _NEAR

    @property
    def within_tolerance(self) -> bool:
        """Whether a gap that counts as closed is there still."""
        return bool(self._target.measure("gap") > _NEAR)

    @property
    def deadline(self) -> str:
        by = self._target.fact("by")
        at_end = isinstance(by, Period) and self._target.setting.as_of.index >= by.index
        return self.either(", at the deadline", ", ved fristen") if at_end else ""

    def fact(self, name: str) -> str:
        return str(self._target.fact(name))

    @property
    def missing(self) -> str:
        """ "indbrud 2020 and 2 more"."""
        home = self._target.setting.area
        named = [
            f"{m.indicator} {m.period}"
            if m.area == home
            else f"{m.indicator} {self.either('in', 'i')} {m.area} {m.period}"
            for m in self._target.missing
        ]
        shown, more = named[:_NAMED], len(named) - _NAMED
        if more > 0:
            return f"{', '.join(shown)} {self.either(f'and {more} more', f'og {more} til')}"
        return self.either(" and ", " og ").join(shown)

    @property
    def broken(self) -> str:
        breaks = [m.broken for m in self._target.missing if m.broken is not None]
        return breaks[0] if breaks else "?"

    @property
    def years(self) -> tuple[str, str]:
        agreement = self._target.spec.agreement
        valid = agreement.valid if agreement else None
        return (str(valid.first), str(valid.last)) if valid else ("?", "?")


_OPERATORS = {
    "<=": ("at most", "højst"),
    "<": ("below", "under"),
    ">=": ("at least", "mindst"),
    ">": ("above", "over"),
    "==": ("exactly", "præcis"),
}


def _way(words: _Words) -> tuple[str, str]:
    return (
        f"{words.value} against {words.ref}: {words.progress} of the gap is closed, and "
        f"{words.required} was due.",
        f"{words.value} mod {words.ref}: {words.progress} af afstanden er lukket, og "
        f"{words.required} skulle være det.",
    )


def _missed(words: _Words) -> tuple[str, str]:
    if words.is_limit:
        return f"{words.held}{words.off}.", f"{words.held}{words.off}."
    return _way(words)


def _reached(words: _Words) -> tuple[str, str]:
    if not words.closed:
        return _way(words)
    if words.within_tolerance:
        return (
            f"{words.value} against {words.ref}: the gap of {words.gap('gap')} is within the "
            "tolerance.",
            f"{words.value} mod {words.ref}: afstanden på {words.gap('gap')} er inden for "
            "tolerancen.",
        )
    return (
        f"{words.value} against {words.ref}: the gap is closed.",
        f"{words.value} mod {words.ref}: afstanden er lukket.",
    )


def _moved(english: str, danish: str) -> Callable[[_Words], tuple[str, str]]:
    def told(words: _Words) -> tuple[str, str]:
        start, then, now = words.fact("start"), words.bare_gap("gap_start"), words.gap("gap")
        return (
            f"{words.value} against {words.ref}: the gap {english} from {then} to {now} since "
            f"{start}.",
            f"{words.value} mod {words.ref}: afstanden er {danish} fra {then} til {now} siden "
            f"{start}.",
        )

    return told


def _unchanged(words: _Words) -> tuple[str, str]:
    gap, start, deadline = words.gap("gap"), words.fact("start"), words.deadline
    return (
        f"{words.value} against {words.ref}: the gap of {gap} is unchanged since {start}"
        f"{deadline}.",
        f"{words.value} mod {words.ref}: afstanden på {gap} er uændret siden {start}{deadline}.",
    )


def _lost(words: _Words) -> tuple[str, str]:
    start = words.fact("start")
    return (
        f"{words.value} against {words.ref}: the gap was closed in {start}, and no longer is.",
        f"{words.value} mod {words.ref}: afstanden var lukket i {start} og er det ikke længere.",
    )


def _missing(words: _Words) -> tuple[str, str]:
    if not words.missing:
        return (
            "There is no period in which both sides are known to start from.",
            "Der er ingen periode at begynde fra, hvor begge sider er kendt.",
        )
    return f"No figure for {words.missing}.", f"Der mangler tal for {words.missing}."


def _monitored(words: _Words) -> tuple[str, str]:
    if words.value == "?":
        return "Watched only; no figure.", "Følges kun; intet tal."
    return f"{words.value}; watched only.", f"{words.value}; følges kun."


_SENTENCES: dict[Reason, Callable[[_Words], tuple[str, str]]] = {
    Reason.MET: lambda w: (f"{w.held}.", f"{w.held}."),
    Reason.EARLY_WARNING: lambda w: (
        f"{w.held}, but past the early warning.",
        f"{w.held}, men forbi den tidlige advarsel.",
    ),
    Reason.NEAR_MISS: lambda w: (
        f"{w.held}{w.off}, within the margin.",
        f"{w.held}{w.off}, inden for margenen.",
    ),
    Reason.MISSED: _missed,
    Reason.REACHED: _reached,
    Reason.ON_TRACK: _way,
    Reason.BEHIND: _way,
    Reason.INSUFFICIENT: _way,
    Reason.PARTLY: _way,
    Reason.MOVING_AWAY: _moved("grew", "vokset"),
    Reason.LOST: _lost,
    Reason.NARROWED: _moved("narrowed", "mindsket"),
    Reason.UNCHANGED: _unchanged,
    Reason.WIDENED: _moved("grew", "vokset"),
    Reason.MISSING_FIGURE: _missing,
    Reason.SERIES_BREAK: lambda w: (
        f"The series was broken in {w.broken}; older figures cannot be compared.",
        f"Serien er brudt i {w.broken}; ældre tal kan ikke sammenlignes.",
    ),
    Reason.NO_DENOMINATOR: lambda _: (
        "The area's parts cannot be weighed together without denominators.",
        "Områdets dele kan ikke vejes sammen uden nævnere.",
    ),
    Reason.UNDEFINED: lambda _: (
        "The figures are known, but the calculation has no result (division by zero).",
        "Tallene er kendt, men udregningen har intet resultat (division med nul).",
    ),
    Reason.REF_NOT_POSITIVE: lambda w: (
        f"The reference of {w.ref} is not above zero, so there is no ratio to it.",
        f"Sammenligningen på {w.ref} er ikke over nul, så der er intet forhold til den.",
    ),
    Reason.NOT_STARTED: lambda w: (
        f"Starts in {w.fact('start')}; judged in the years after.",
        f"Begynder i {w.fact('start')}; bedømmes i årene efter.",
    ),
    Reason.NOT_DUE: lambda w: (
        f"Judged at the deadline, {w.fact('by')}.",
        f"Bedømmes ved fristen, {w.fact('by')}.",
    ),
    Reason.BEFORE_VALID: lambda w: (
        f"The agreement starts in {w.years[0]}.",
        f"Aftalen begynder i {w.years[0]}.",
    ),
    Reason.AFTER_VALID: lambda w: (
        f"The agreement ended in {w.years[1]}.",
        f"Aftalen sluttede i {w.years[1]}.",
    ),
    Reason.MONITORED: _monitored,
}
