"""Words for dates, units, flags and counts that say something else than they seem to."""

from tryghed_dsl.findings.words.entry import Entry, Words

CELLS: dict[str, Entry] = {
    "E390": Entry(
        en=Words(
            "the date `{written}` can be {first} or {second}",
            help=("write dates with the year first, or with dots if the day comes first",),
        ),
        da=Words(
            "datoen `{written}` kan være {first} eller {second}",
            help=("skriv datoer med året først, eller med punktum, hvis dagen kommer først",),
        ),
    ),
}
