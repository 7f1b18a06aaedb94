"""Each verdict in one sentence, in English and Danish."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from tryghed_dsl.domain.verdict import Reason, Verdict
from tryghed_dsl.report.wording import Words
from tryghed_dsl.text.language import Language

if TYPE_CHECKING:
    from tryghed_dsl.report.condition import ConditionReport


def sentence(condition: "ConditionReport", language: Language) -> str:
    """The reason for a condition's verdict, with its numbers, in one sentence."""
    if condition.parts:
        return of_parts(condition, language)
    words = Words(condition, language)
    english, danish = _SENTENCES[condition.reason](words)
    return danish if language is Language.DA else english


_COUNTED = (Verdict.PASS, Verdict.WARN, Verdict.FAIL, Verdict.UNKNOWN)
_LISTS = {
    "fixed": ("the list is fixed", "listen ligger fast"),
    "anew": ("the list is drawn anew each period", "listen dannes på ny hver periode"),
}


def of_parts(condition: "ConditionReport", language: Language) -> str:
    """How many of the parts hold, and what the part that decides says."""
    verdict = condition.verdict
    counted = [part for part in condition.parts if part.verdict in _COUNTED]
    hold = sum(part.verdict is Verdict.PASS for part in counted)
    decisive = next((part for part in condition.parts if part.verdict is verdict), None)
    told = _either(
        language, f"{hold} of {len(counted)} hold", f"{hold} af {len(counted)} er opfyldt"
    )
    drawn = condition.fact("list")
    if isinstance(drawn, str):
        told += f" ({_either(language, *_LISTS[drawn])})"
    if decisive is None or verdict is Verdict.PASS:
        return f"{told}."
    return f"{told}; {decisive.text}: {sentence(decisive, language)}"


def _either(language: Language, english: str, danish: str) -> str:
    return danish if language is Language.DA else english


def _way(words: Words) -> tuple[str, str]:
    if words.grows:
        english = f"{words.value} against {words.limit} on the path of growth from {words.started}."
        return english, f"{words.value} mod {words.limit} på vækststien fra {words.started}."
    if words.projected:
        return _projected(words)
    return (
        f"{words.value} against {words.ref}: {words.progress} of the gap is closed, and "
        f"{words.required} was due.",
        f"{words.value} mod {words.ref}: {words.progress} af afstanden er lukket, og "
        f"{words.required} skulle være det.",
    )


def _projected(words: Words) -> tuple[str, str]:
    """Where the trend of the last years leads."""
    if words.is_limit:
        return (
            f"{words.held}{words.off}; the trend is {words.trend} a year.",
            f"{words.held}{words.off}; tendensen er {words.trend} om året.",
        )
    return (
        f"{words.value} against {words.ref}: with the trend of {words.trend} a year in the gap, "
        f"{words.missed_share} of the remaining way would be missed.",
        f"{words.value} mod {words.ref}: med en tendens på {words.trend} om året i afstanden ville "
        f"der mangle {words.missed_share} af den resterende vej.",
    )


def _missed(words: Words) -> tuple[str, str]:
    if words.is_limit:
        return f"{words.held}{words.off}.", f"{words.held}{words.off}."
    if words.projected:
        return f"{words.value} against {words.ref}.", f"{words.value} mod {words.ref}."
    return _way(words)


def _within_chance(words: Words) -> tuple[str, str]:
    english, danish = _missed(words)
    return (
        f"{english.rstrip('.')}; chance alone can explain the miss.",
        f"{danish.rstrip('.')}; tilfældet alene kan forklare det.",
    )


def _deteriorating(words: Words) -> tuple[str, str]:
    against = (
        words.held
        if words.is_limit
        else f"{words.value} {words.either('against', 'mod')} {words.ref}"
    )
    return (
        f"{against}; it holds now, but is getting worse by {words.trend} a year.",
        f"{against}; det holder nu, men det bliver {words.trend} dårligere om året.",
    )


def _since_start(english: str, danish: str) -> Callable[[Words], tuple[str, str]]:
    def told(words: Words) -> tuple[str, str]:
        start = words.fact("start")
        return (
            f"{words.value} against {words.started} in {start}: {english}.",
            f"{words.value} mod {words.started} i {start}: {danish}.",
        )

    return told


def _moving_away(words: Words) -> tuple[str, str]:
    if words.grows or words.projected or words.is_limit:
        return _projected(words) if words.projected else _way(words)
    return _moved("grew", "vokset")(words)


def _reached(words: Words) -> tuple[str, str]:
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


def _moved(english: str, danish: str) -> Callable[[Words], tuple[str, str]]:
    def told(words: Words) -> tuple[str, str]:
        start, then, now = words.fact("start"), words.bare_gap("gap_start"), words.gap("gap")
        return (
            f"{words.value} against {words.ref}: the gap {english} from {then} to {now} since "
            f"{start}.",
            f"{words.value} mod {words.ref}: afstanden er {danish} fra {then} til {now} siden "
            f"{start}.",
        )

    return told


def _unchanged(words: Words) -> tuple[str, str]:
    if not words.has_gap:
        return _since_start("unchanged", "uændret")(words)
    gap, start, deadline = words.gap("gap"), words.fact("start"), words.deadline
    return (
        f"{words.value} against {words.ref}: the gap of {gap} is unchanged since {start}"
        f"{deadline}.",
        f"{words.value} mod {words.ref}: afstanden på {gap} er uændret siden {start}{deadline}.",
    )


def _lost(words: Words) -> tuple[str, str]:
    start = words.fact("start")
    return (
        f"{words.value} against {words.ref}: the gap was closed in {start}, and no longer is.",
        f"{words.value} mod {words.ref}: afstanden var lukket i {start} og er det ikke længere.",
    )


def _missing(words: Words) -> tuple[str, str]:
    if not words.missing and not words.grows:
        return (
            "There is no period in which both sides are known to start from.",
            "Der er ingen periode at begynde fra, hvor begge sider er kendt.",
        )
    if not words.missing:
        return "A figure that it rests on is missing.", "Der mangler et tal, som den hviler på."
    return f"No figure for {words.missing}.", f"Der mangler tal for {words.missing}."


def _monitored(words: Words) -> tuple[str, str]:
    if words.value == "?":
        return "Watched only; no figure.", "Følges kun; intet tal."
    return f"{words.value}; watched only.", f"{words.value}; følges kun."


_SENTENCES: dict[Reason, Callable[[Words], tuple[str, str]]] = {
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
    Reason.WITHIN_CHANCE: _within_chance,
    Reason.MOVING_AWAY: _moving_away,
    Reason.DETERIORATING: _deteriorating,
    Reason.LOST: _lost,
    Reason.NARROWED: _moved("narrowed", "mindsket"),
    Reason.UNCHANGED: _unchanged,
    Reason.WIDENED: _moved("grew", "vokset"),
    Reason.IMPROVED: _since_start("better", "bedre"),
    Reason.WORSENED: _since_start("worse", "dårligere"),
    Reason.STEP_MISSED: lambda w: (
        f"The yearly step was not made in {w.missed_steps}.",
        f"Det årlige skridt blev ikke taget i {w.missed_steps}.",
    ),
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
    Reason.START_NOT_POSITIVE: lambda w: (
        f"The start value of {w.started} is not above zero, so there is no percentage of it.",
        f"Startværdien på {w.started} er ikke over nul, så der er ingen procentdel af den.",
    ),
    Reason.PERIOD_LENGTH: lambda _: (
        "Its figures are of longer periods than the one judged.",
        "Dens tal dækker længere perioder end den, der bedømmes.",
    ),
    Reason.SUPPRESSED: lambda _: (
        "A suppressed figure may be any number from 0 to 4, and they do not agree.",
        "Et diskretioneret tal kan være alt fra 0 til 4, og de giver ikke samme udfald.",
    ),
    Reason.NOT_APPLICABLE: lambda _: (
        "What it depends on does not hold, so it is not judged.",
        "Det, den afhænger af, gælder ikke, så den bedømmes ikke.",
    ),
    Reason.RETIRED: lambda _: (
        "The target is retired.",
        "Målet er udgået.",
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
