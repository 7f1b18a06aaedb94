"""Words that several formats show: verdicts, severities, flags."""

from textwrap import wrap

from tryghed_dsl.domain.verdict import Reason, Verdict
from tryghed_dsl.findings.finding import Severity
from tryghed_dsl.text.language import Language

_VERDICTS = {
    Verdict.PASS: ("pass", "opfyldt"),
    Verdict.WARN: ("warn", "advarsel"),
    Verdict.FAIL: ("fail", "ikke opfyldt"),
    Verdict.UNKNOWN: ("unknown", "kan ikke vurderes"),
    Verdict.PENDING: ("pending", "afventer"),
    Verdict.MONITOR: ("monitor", "følges"),
}
_SEVERITIES = {
    Severity.ERROR: ("error", "fejl"),
    Severity.WARNING: ("warning", "advarsel"),
    Severity.NOTE: ("note", "bemærk"),
}
_REASONS = {
    Reason.MET: "overholdt",
    Reason.EARLY_WARNING: "tidlig advarsel",
    Reason.NEAR_MISS: "inden for margenen",
    Reason.MISSED: "ikke nået",
    Reason.REACHED: "nået",
    Reason.ON_TRACK: "på vej",
    Reason.BEHIND: "bagud",
    Reason.INSUFFICIENT: "utilstrækkeligt",
    Reason.PARTLY: "delvist nået",
    Reason.WITHIN_CHANCE: "kan være tilfældigt",
    Reason.MOVING_AWAY: "på vej væk",
    Reason.DETERIORATING: "forværres",
    Reason.LOST: "tabt igen",
    Reason.NARROWED: "mindsket",
    Reason.UNCHANGED: "uændret",
    Reason.WIDENED: "vokset",
    Reason.IMPROVED: "forbedret",
    Reason.WORSENED: "forværret",
    Reason.STEP_MISSED: "skridt mangler",
    Reason.MISSING_FIGURE: "tal mangler",
    Reason.SERIES_BREAK: "brud i serien",
    Reason.NO_DENOMINATOR: "nævner mangler",
    Reason.UNDEFINED: "intet resultat",
    Reason.REF_NOT_POSITIVE: "sammenligning ikke over nul",
    Reason.START_NOT_POSITIVE: "start ikke over nul",
    Reason.PERIOD_LENGTH: "anden periodelængde",
    Reason.SUPPRESSED: "diskretioneret tal",
    Reason.NOT_STARTED: "ikke begyndt",
    Reason.NOT_DUE: "ikke forfaldet",
    Reason.BEFORE_VALID: "før perioden",
    Reason.AFTER_VALID: "efter perioden",
    Reason.NOT_APPLICABLE: "gælder ikke nu",
    Reason.RETIRED: "udgået",
    Reason.MONITORED: "følges",
}
# Flags by name: the name in Danish, and what it means. Those of figures are whatever the figures
# say, so that others can come too.
_FLAGS = {
    "example": (
        "eksempel",
        "rests on made-up example figures",
        "bygger på opdigtede eksempeltal",
    ),
    "other-area": (
        "andet område",
        "rests on a figure for another area than agreed",
        "bygger på et tal for et andet område end aftalt",
    ),
    "provisional": (
        "foreløbig",
        "rests on provisional figures",
        "bygger på foreløbige tal",
    ),
    "estimated": (
        "skøn",
        "rests on estimated figures",
        "bygger på skønnede tal",
    ),
    "forecast": (
        "prognose",
        "rests on a forecast",
        "bygger på en prognose",
    ),
    "unreliable": (
        "usikker",
        "rests on figures that whoever made them calls unreliable",
        "bygger på tal, som udgiveren kalder usikre",
    ),
    "confidential": (
        "fortrolig",
        "rests on confidential figures",
        "bygger på fortrolige tal",
    ),
    "other-definition": (
        "anden afgrænsning",
        "rests on figures that are defined otherwise than the rest of their series",
        "bygger på tal, der er afgrænset anderledes end resten af rækken",
    ),
    "summed": (
        "lagt sammen",
        "summed over the parts of the area",
        "lagt sammen af områdets dele",
    ),
    "baseline-drift": (
        "ændret udgangspunkt",
        "the figures now say another baseline than was agreed; the agreed one is used",
        "tallene siger nu et andet udgangspunkt end aftalt; det aftalte er brugt",
    ),
    "deteriorating": (
        "forværres",
        "met, but getting worse over the last five years",
        "opfyldt, men værre gennem de sidste fem år",
    ),
    "older-figure": (
        "ældre tal",
        "judged at an older period, because the latest has no figure",
        "bedømt på en ældre periode, fordi den seneste ikke har noget tal",
    ),
    "suppressed": (
        "diskretioneret",
        "rests on a count that is too small to be published",
        "bygger på et antal, der er for lille til at blive offentliggjort",
    ),
    "chance-unknown": (
        "tilfældigheder ukendt",
        "whether chance explains the miss cannot be told from these figures",
        "om det alene kan skyldes tilfældigheder, kan ikke ses af disse tal",
    ),
    "quote-unverified": (
        "citat ikke slået efter",
        "its quote could not be looked up in the agreement's text",
        "citatet kunne ikke slås efter i aftalens tekst",
    ),
    "after-deadline": (
        "efter fristen",
        "judged after its deadline: it has to hold",
        "bedømt efter fristen: det skal holde",
    ),
}


def either(language: Language, english: str, danish: str) -> str:
    """One of two wordings."""
    return danish if language is Language.DA else english


def counted(
    number: int, english: tuple[str, str], danish: tuple[str, str], language: Language
) -> str:
    """How many there are of something; each language has its word for one, and for any other."""
    one, more = danish if language is Language.DA else english
    return f"{number} {one if number == 1 else more}"


def verdict_word(verdict: Verdict, language: Language) -> str:
    """A verdict for people."""
    return either(language, *_VERDICTS[verdict])


def severity_word(severity: Severity, language: Language) -> str:
    """A severity for people."""
    return either(language, *_SEVERITIES[severity])


def reason_word(reason: Reason, language: Language) -> str:
    """A reason for people; in English it is the word that specs use."""
    return either(language, reason.value, _REASONS[reason])


def flag_word(flag: str, language: Language) -> str:
    """A flag for people; one that only the figures know as they have it."""
    return either(language, flag, _FLAGS[flag][0]) if flag in _FLAGS else flag


def flag_line(flag: str, language: Language, width: int) -> list[str]:
    """A flag with what it means, where that is known, in lines."""
    text = f"[{flag_word(flag, language)}] {flag_meaning(flag, language)}".rstrip()
    return wrap(text, width, subsequent_indent="  ", break_on_hyphens=False)


def flag_meaning(flag: str, language: Language) -> str:
    """What a flag says of a verdict; nothing for one that only the figures know."""
    _, *meaning = _FLAGS.get(flag, ("", "", ""))
    return either(language, *meaning)


def has_meaning(flag: str) -> bool:
    """Whether more can be said of a flag than its name."""
    return flag in _FLAGS
