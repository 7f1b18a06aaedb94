"""What is gone through is kept in the singular, and written in the plural behind a number."""

_PLURALS = {
    "area": "areas",
    "indicator": "indicators",
    "year": "years",
    "halfyear": "halfyears",
    "quarter": "quarters",
    "month": "months",
    "day": "days",
}
_SINGULARS = {plural: singular for singular, plural in _PLURALS.items()}


def singular(word: str) -> str:
    """`area` for `areas`; any other word as it is."""
    return _SINGULARS.get(word, word)


def plural(word: str) -> str:
    """`areas` for `area`; any other word as it is."""
    return _PLURALS.get(word, word)
