"""The keys of a project file: what each can be, and how it is written."""

ALL = "*"
ROLES = (
    "indicator",
    "area",
    "period",
    "value",
    "n",
    "denominator",
    "lower",
    "upper",
    "unit",
    "flag",
    "origin",
    "nothing",
)
"""What a column can say of a figure."""

CHOICES: dict[str, tuple[str, ...]] = {
    "layout": ("long", "wide", "events"),
    "decimal": (",", "."),
    "encoding": ("utf-8", "windows-1252", "iso-8859-1", "utf-16", "cp850"),
    "columns": ROLES,
    "per": ("year", "half", "quarter", "month"),
}
"""What can stand at the keys that not everything can stand at."""

EXAMPLES: dict[str, str] = {
    "sources": "[sources.politi]",
    "files": 'files = ["politi-*.xlsx", "tal/2018.csv"]',
    "url": 'url = "sqlite:///tal.db#figures"',
    "query": 'query = "select * from figures"',
    "sheet": 'sheet = "Ark1"',
    "range": 'range = "B3:F20"',
    "layout": 'layout = "long"',
    "encoding": 'encoding = "windows-1252"',
    "decimal": 'decimal = ","',
    "language": 'language = "da"',
    "missing": 'missing = ["-", "x"]',
    "zero": 'zero = ["-"]',
    "suppressed": 'suppressed = { "<5" = 4 }',
    "columns": 'columns = { "Gerningssted" = "area" }',
    "indicator": 'indicator = "indbrud"',
    "area": 'area = "amager"',
    "period": 'period = "2018"',
    "indicators": 'indicators = { "Indbrud i beboelse" = "indbrud" }',
    "areas": 'areas = { "101" = "kbh" }',
    "flags": 'flags = { "*" = "provisional" }',
    "select": 'select = { "køn" = "I alt" }',
    "sum": 'sum = ["alder"]',
    "scale": "scale = 1000",
    "events": 'events = { per = "year", covers = "2015..2018" }',
    "per": 'per = "year"',
    "covers": 'covers = "2015..2018"',
}
"""Each key with something that can stand at it."""

INNER = ("per", "covers")
"""The keys of `events`."""

OWN = tuple(key for key in EXAMPLES if key not in {"sources", *INNER})
"""The keys of a source."""
