"""The words for the steps of a calculation, and for how a trajectory is judged."""

from enum import Enum, auto

from tryghed_dsl.report.chance import Method


class Shows(Enum):
    """How a step's number is written."""

    VALUE = auto()
    DIFFERENCE = auto()
    GAP = auto()
    SHARE = auto()
    CHANGE = auto()
    TREND = auto()


# In the order in which they are shown.
STEPS = {
    "value": (Shows.VALUE, "value", "værdi"),
    "start_value": (Shows.VALUE, "value at the start", "værdi ved start"),
    "limit": (Shows.VALUE, "limit", "grænse"),
    "limit_low": (Shows.VALUE, "lower limit", "nedre grænse"),
    "limit_high": (Shows.VALUE, "upper limit", "øvre grænse"),
    "warn_above": (Shows.VALUE, "early warning above", "tidlig advarsel over"),
    "warn_below": (Shows.VALUE, "early warning below", "tidlig advarsel under"),
    "ref": (Shows.VALUE, "reference", "sammenligning"),
    "start_ref": (Shows.VALUE, "reference at the start", "sammenligning ved start"),
    "difference": (Shows.DIFFERENCE, "difference", "forskel"),
    "gap": (Shows.GAP, "gap", "afstand"),
    "gap_start": (Shows.GAP, "gap at the start", "afstand ved start"),
    "progress": (Shows.SHARE, "share of the gap closed", "lukket andel af afstanden"),
    "required_progress": (Shows.SHARE, "share due by now", "andel, der skulle være lukket"),
    "pace": (Shows.SHARE, "closed share over due share", "lukket andel over krævet andel"),
    "trend": (Shows.TREND, "mean change a year", "gennemsnitlig ændring pr. år"),
    "missed_share": (Shows.SHARE, "share of the way missed", "andel af vejen, der ville mangle"),
    "needed_now": (Shows.VALUE, "value on the path now", "værdi på vejen nu"),
    "needed_per_year": (Shows.CHANGE, "change needed a year", "nødvendig ændring pr. år"),
    "gap_points": (Shows.DIFFERENCE, "gap in points", "afstand i point"),
    "gap_frozen": (Shows.DIFFERENCE, "gap to the start's reference", "afstand til startens niveau"),
    "gap_ratio": (Shows.SHARE, "gap as a ratio", "afstand som forhold"),
}
STRAIGHT = ("share on a straight path", "andel på en lige vej")
MILESTONE = ("milestone", "delmål")
DUE_GROWTH = ("value due now", "værdi, der kræves nu")
RATES = ("actual over required rate", "faktisk over nødvendig ændring pr. år")
GROWTH = ("growth over growth due", "vækst over krævet vækst")

METHODS = {
    Method.OWN: ("the data's own limits", "tallenes egne grænser"),
    Method.POISSON: ("exact Poisson limits of a count", "eksakte Poisson-grænser for et antal"),
    Method.BYAR: ("Byar's limits of a count", "Byars grænser for et antal"),
    Method.WILSON: ("Wilson's limits of a share", "Wilsons grænser for en andel"),
    Method.NEWCOMBE: ("Newcombe's method 10 for two shares", "Newcombes metode 10 for to andele"),
    Method.ADDED: ("the limits of its parts, squared and added", "delenes grænser lagt sammen"),
}
SCORE = ("score test of two counts", "scoretest af to antal")
CERTAIN = {
    "yes": ("yes: chance does not change the verdict", "ja: tilfældigheder ændrer ikke udfaldet"),
    "no": ("no: chance could give another verdict", "nej: tilfældigheder kan give et andet udfald"),
    "unknown": ("cannot be told from these figures", "kan ikke ses af disse tal"),
}
