"""The words for changes: of what kind, to what, and with what effect; English and Danish."""

from tryghed_dsl.comparing.effect import Effect, What
from tryghed_dsl.comparing.targets import Kind

KINDS = {
    Kind.ADDED: ("added", "nyt mål"),
    Kind.RETIRED: ("retired", "udgået"),
    Kind.REMOVED: ("removed", "ikke længere med"),
    Kind.CHANGED: ("changed", "ændret"),
}
EFFECTS = {
    Effect.SAME: ("no difference", "ingen forskel"),
    Effect.STRICTER: ("stricter", "strammere"),
    Effect.LOOSER: ("looser", "lempeligere"),
    Effect.BOTH: ("stricter and looser", "både strammere og lempeligere"),
    Effect.UNCLEAR: (
        "cannot be told whether stricter or looser",
        "kan ikke afgøres, om det er strammere eller lempeligere",
    ),
}
EFFECT_COLOURS = {
    Effect.SAME: "cyan",
    Effect.STRICTER: "green",
    Effect.LOOSER: "red",
    Effect.BOTH: "yellow",
    Effect.UNCLEAR: "magenta",
}
WHAT = {
    What.SUBJECT: ("subject", "det, der måles"),
    What.INDICATOR: ("indicator", "indikator"),
    What.STATED: ("stated baseline", "aftalt udgangspunkt"),
    What.OPERATOR: ("comparison", "sammenligningstegn"),
    What.LIMIT: ("limit", "grænse"),
    What.LOW: ("lower limit", "nedre grænse"),
    What.HIGH: ("upper limit", "øvre grænse"),
    What.WITHIN: ("margin", "margen"),
    What.WARN_ABOVE: ("early warning above", "tidlig advarsel over"),
    What.WARN_BELOW: ("early warning below", "tidlig advarsel under"),
    What.CONFIDENCE: ("confidence", "sikkerhedsniveau"),
    What.OBJECTIVE: ("kind of promise", "slags løfte"),
    What.REFERENCE: ("reference", "sammenligning"),
    What.MEASURE: ("measure of the gap", "mål for afstanden"),
    What.AIM: ("end value", "slutværdi"),
    What.AMOUNT: ("amount", "ændring"),
    What.CLOSE: ("share of the gap to close", "andel af afstanden, der skal lukkes"),
    What.RATE: ("growth a year", "vækst pr. år"),
    What.STEP: ("step a year", "skridt pr. år"),
    What.BY: ("deadline", "frist"),
    What.START: ("start", "begyndelse"),
    What.TOLERANCE: ("tolerance", "tolerance"),
    What.JUDGING: ("how the years on the way are judged", "bedømmelsen af årene undervejs"),
    What.MILESTONES: ("milestones", "delmål"),
    What.PASS_FROM: ("pass from", "opfyldt fra"),
    What.WARN_FROM: ("warn from", "advarsel fra"),
    What.NUMBER: ("how many have to hold", "hvor mange der skal holde"),
    What.PARTS: ("number of parts", "antal dele"),
    What.CONDITION: ("condition", "betingelse"),
    What.WHEN: ("when it applies", "hvornår det gælder"),
    What.VALID: ("years", "år"),
    What.LATEST: ("how old a figure may be", "hvor gammelt et tal må være"),
    What.WATCHED: ("only watched", "følges kun"),
    What.PARTLY: ("may be met in part", "kan opfyldes delvist"),
    What.AREA: ("area", "område"),
    What.AREAS: ("list of areas", "liste af områder"),
    What.BREAK: ("series break", "brud i serien"),
}
