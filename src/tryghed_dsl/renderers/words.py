"""Words that several formats show: verdicts, severities, flags."""

from tryghed_dsl.domain.verdict import Verdict
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
# Flags by name; those of figures are whatever the figures say, so that others can come too.
_FLAGS = {
    "example": ("rests on made-up example figures", "bygger på opdigtede eksempeltal"),
    "other-area": (
        "rests on a figure for another area than agreed",
        "bygger på et tal for et andet område end aftalt",
    ),
    "provisional": ("rests on provisional figures", "bygger på foreløbige tal"),
    "estimated": ("rests on estimated figures", "bygger på skønnede tal"),
    "summed": ("summed over the parts of the area", "lagt sammen af områdets dele"),
    "baseline-drift": (
        "the figures now say another baseline than was agreed; the agreed one is used",
        "tallene siger nu et andet udgangspunkt end aftalt; det aftalte er brugt",
    ),
    "deteriorating": (
        "met, but getting worse over the last five years",
        "opfyldt, men værre gennem de sidste fem år",
    ),
    "older-figure": (
        "judged at an older period, because the latest has no figure",
        "bedømt på en ældre periode, fordi den seneste ikke har noget tal",
    ),
    "suppressed": (
        "rests on a count that is too small to be published",
        "bygger på et antal, der er for lille til at blive offentliggjort",
    ),
    "chance-unknown": (
        "whether chance explains the miss cannot be told from these figures",
        "om tilfældet forklarer det, kan ikke ses af disse tal",
    ),
    "quote-unverified": (
        "its quote could not be looked up in the agreement's text",
        "citatet kunne ikke slås efter i aftalens tekst",
    ),
    "after-deadline": (
        "judged after its deadline: it has to hold",
        "bedømt efter fristen: det skal holde",
    ),
}


def either(language: Language, english: str, danish: str) -> str:
    """One of two wordings."""
    return danish if language is Language.DA else english


def verdict_word(verdict: Verdict, language: Language) -> str:
    """A verdict for people."""
    return either(language, *_VERDICTS[verdict])


def severity_word(severity: Severity, language: Language) -> str:
    """A severity for people."""
    return either(language, *_SEVERITIES[severity])


def flag_words(flag: str, language: Language) -> str | None:
    """What a flag means, where that is known."""
    pair = _FLAGS.get(flag)
    return None if pair is None else either(language, *pair)
