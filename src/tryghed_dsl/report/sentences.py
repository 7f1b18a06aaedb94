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
    applies = condition.applies if condition.reason is Reason.NOT_APPLICABLE else None
    if applies is not None and applies.verdict is not Verdict.PASS:
        return _not_asked(applies, language)
    if condition.reason is Reason.NOT_APPLICABLE and condition.measure("member") is False:
        return {Language.EN: "Not in the list.", Language.DA: "Er ikke på listen."}[language]
    if condition.parts:
        from tryghed_dsl.report.together import of_parts  # noqa: PLC0415 -- few have any

        return of_parts(condition, language)
    words = Words(condition, language)
    english, danish = _SENTENCES[condition.reason](words)
    return danish if language is Language.DA else english


def _not_asked(applies: "ConditionReport", language: Language) -> str:
    """Why a target is not judged: what has to hold for it does not."""
    from tryghed_dsl.report.together import named_condition  # noqa: PLC0415 -- few have any

    why = sentence(applies, language).removesuffix(".")
    named = named_condition(applies, language)
    return {
        Language.EN: f"Not judged, because {named} does not hold ({why}).",
        Language.DA: f"Bedømmes ikke, fordi {named} ikke er opfyldt ({why}).",
    }[language]


def _way(words: Words) -> tuple[str, str]:
    if words.projected:
        return _projected(words)
    if words.grows:
        english = f"{words.value} against {words.limit} on the path of growth from {words.started}."
        return english, f"{words.value} mod {words.limit} på vækststien fra {words.started}."
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
    if words.arrives:
        return (
            f"{words.value} against {words.ref}: the trend of {words.trend} a year in the gap "
            "closes it in time.",
            f"{words.value} mod {words.ref}: tendensen på {words.trend} om året i afstanden "
            "lukker den i tide.",
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
    return _told(words)


def _within_chance(words: Words) -> tuple[str, str]:
    english, danish = _missed(words)
    return (
        f"{english.rstrip('.')}; chance alone can explain the miss.",
        f"{danish.rstrip('.')}; det kan alene skyldes tilfældigheder.",
    )


def _deteriorating(words: Words) -> tuple[str, str]:
    against = words.held if words.is_limit else words.compared
    return (
        f"{against}; it holds now, but is getting worse by {words.trend} a year.",
        f"{against}; det holder nu, men det bliver {words.trend} dårligere om året.",
    )


def _met(words: Words) -> tuple[str, str]:
    return (f"{words.held}.", f"{words.held}.") if words.is_limit else _told(words)


def _told(words: Words) -> tuple[str, str]:
    """The numbers of a condition that is not to hold, or that only asks for a number."""
    if words.asks_if_known and not words.is_known:
        return "There is no number.", "Der er intet tal."
    if words.asks_if_known:
        return f"There is a number: {words.value}.", f"Der er et tal: {words.value}."
    if words.has_way:
        return _way(words)
    return f"{words.compared}.", f"{words.compared}."


def _since_start(english: str, danish: str) -> Callable[[Words], tuple[str, str]]:
    def told(words: Words) -> tuple[str, str]:
        return (
            f"{words.value} against {words.started} {words.at_start}: {english}.",
            f"{words.value} mod {words.started} {words.at_start}: {danish}.",
        )

    return told


def _worsened(words: Words) -> tuple[str, str]:
    same = words.is_as_at_start
    return _since_start(*(("not better", "ikke bedre") if same else ("worse", "dårligere")))(words)


def _moving_away(words: Words) -> tuple[str, str]:
    if words.grows or words.projected or words.is_limit:
        return _way(words)
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
        start, then, now = words.start, words.bare_gap("gap_start"), words.gap("gap")
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
    gap, start, deadline = words.gap("gap"), words.start, words.deadline
    return (
        f"{words.value} against {words.ref}: the gap of {gap} is unchanged since {start}"
        f"{deadline}.",
        f"{words.value} mod {words.ref}: afstanden på {gap} er uændret siden {start}{deadline}.",
    )


def _lost(words: Words) -> tuple[str, str]:
    start = words.at_start
    return (
        f"{words.value} against {words.ref}: the gap was closed {start}, and no longer is.",
        f"{words.value} mod {words.ref}: afstanden var lukket {start} og er det ikke længere.",
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


def _undefined(words: Words) -> tuple[str, str]:
    if words.rates_at_zero:
        return (
            f"{words.compared}: growth rates to 0, from 0 or past it have no value, so the way "
            "there cannot be judged.",
            f"{words.compared}: vækstrater til 0, fra 0 eller forbi 0 har ingen værdi, så vejen "
            "kan ikke bedømmes.",
        )
    return (
        "The figures are known, but the calculation has no result, as in a division by zero.",
        "Tallene er kendt, men udregningen har intet resultat, som ved division med nul.",
    )


def _monitored(words: Words) -> tuple[str, str]:
    if words.value == "?":
        return "Watched only; no figure.", "Følges kun; intet tal."
    return f"{words.value}; watched only.", f"{words.value}; følges kun."


def _before_valid(words: Words) -> tuple[str, str]:
    if words.outside_agreement:
        return f"The agreement starts {words.at_first}.", f"Aftalen begynder {words.at_first}."
    return f"Judged from {words.first} on.", f"Bedømmes fra {words.first}."


def _after_valid(words: Words) -> tuple[str, str]:
    if words.outside_agreement:
        return f"The agreement ended {words.at_last}.", f"Aftalen sluttede {words.at_last}."
    return f"Was judged until {words.last}.", f"Blev bedømt til og med {words.last}."


def _not_started(words: Words) -> tuple[str, str]:
    if words.starts_counted:
        return f"Judged from {words.start} on.", f"Bedømmes fra {words.start}."
    later = (
        ("in the years after", "i årene efter") if words.starts_in_years else ("later", "senere")
    )
    return (
        f"Starts {words.at_start}; judged {later[0]}.",
        f"Begynder {words.at_start}; bedømmes {later[1]}.",
    )


def _not_due(words: Words) -> tuple[str, str]:
    if words.first_milestone is not None:
        return (
            f"Judged from the first milestone, {words.first_milestone}.",
            f"Bedømmes fra det første delmål, {words.first_milestone}.",
        )
    return f"Judged at the deadline, {words.by}.", f"Bedømmes ved fristen, {words.by}."


_SENTENCES: dict[Reason, Callable[[Words], tuple[str, str]]] = {
    Reason.MET: _met,
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
    Reason.WORSENED: _worsened,
    Reason.STEP_MISSED: lambda w: (
        f"The yearly step was not made {w.missed_steps}.",
        f"Det årlige skridt blev ikke taget {w.missed_steps}.",
    ),
    Reason.MISSING_FIGURE: _missing,
    Reason.SERIES_BREAK: lambda w: (
        f"The series was broken {w.broken}; older figures cannot be compared.",
        f"Serien er brudt {w.broken}; ældre tal kan ikke sammenlignes.",
    ),
    Reason.NO_DENOMINATOR: lambda _: (
        "The area's parts cannot be weighed together without denominators.",
        "Områdets dele kan ikke vejes sammen uden nævnere.",
    ),
    Reason.UNDEFINED: _undefined,
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
        "A suppressed figure may be any number from 0 to 4, and the verdict is not the same for "
        "both.",
        "Et diskretioneret tal kan være alt fra 0 til 4, og vurderingen er ikke den samme for de "
        "to.",
    ),
    Reason.NOT_APPLICABLE: lambda _: (
        "What it depends on does not hold, so it is not judged.",
        "Det, den afhænger af, gælder ikke, så den bedømmes ikke.",
    ),
    Reason.RETIRED: lambda _: (
        "The target is retired.",
        "Målet er udgået.",
    ),
    Reason.NOT_STARTED: _not_started,
    Reason.NOT_DUE: _not_due,
    Reason.BEFORE_VALID: _before_valid,
    Reason.AFTER_VALID: _after_valid,
    Reason.MONITORED: _monitored,
}
