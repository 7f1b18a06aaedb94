"""Words for what people write out of habit: from letters, from tables, from other languages."""

from tryghed_dsl.findings.words.entry import Entry, Words

_HELP_EN = (
    "write the line so: `{line}`",
    "or, if that is meant: `{other}`",
    "or: `{third}`",
)
_HELP_DA = (
    "skriv linjen sådan: `{line}`",
    "eller, hvis det er det, der menes: `{other}`",
    "eller: `{third}`",
)


def _entry(en: str, da: str) -> Entry:
    return Entry(en=Words(en, help=_HELP_EN), da=Words(da, help=_HELP_DA))


HABITS: dict[str, Entry] = {
    "E040": _entry(
        "`{written}` is written otherwise in a spec: `{instead}`",
        "`{written}` skrives anderledes i en aftalefil: `{instead}`",
    ),
    "E041": _entry("`{instead}` is missing here", "her mangler `{instead}`"),
    "E042": _entry("`{written}` is one too many here", "`{written}` er for meget her"),
    "E043": _entry(
        "`{written}` belongs to a list or a table, and not to a spec",
        "`{written}` hører til i en liste eller en tabel og ikke i en aftalefil",
    ),
    "E044": _entry(
        "`{written}` is no comment: a comment begins with `#`",
        "`{written}` er ikke en bemærkning: en bemærkning begynder med `#`",
    ),
    "E045": _entry(
        "`{written}` says what is counted, and a number stands alone here",
        "`{written}` siger, hvad der tælles, og tallet står alene her",
    ),
    "E046": _entry(
        "`{written}` is no year: a period is written `{instead}`",
        "`{written}` er ikke et år: en periode skrives `{instead}`",
    ),
    "E047": _entry(
        "`{written}` is not the name of one thing: the name is `{instead}`",
        "`{written}` er ikke navnet på én ting: navnet er `{instead}`",
    ),
    "E048": Entry(
        en=Words(
            "two targets stand on one line",
            help=("write each on a line of its own: `{line}`",),
        ),
        da=Words(
            "der står to mål på én linje",
            help=("skriv hvert mål på sin egen linje: `{line}`",),
        ),
    ),
    "E049": Entry(
        en=Words(
            "`{written}` can be a range or a difference",
            help=(*_HELP_EN, "write `{band}` for a range", "write `{difference}` for a difference"),
        ),
        da=Words(
            "`{written}` kan være et spænd eller en forskel",
            help=(*_HELP_DA, "skriv `{band}` for et spænd", "skriv `{difference}` for en forskel"),
        ),
    ),
}
