"""Words for what stands in the way of a status report: its look, its format, its libraries."""

from tryghed_dsl.findings.words.entry import Entry, Words

PUBLISHING: dict[str, Entry] = {
    "E420": Entry(
        en=Words(
            "there is no `{file}` in the folder `{folder}`",
            help=("a theme is a folder with a `{file}` in it; see `tryghed explain E420`",),
        ),
        da=Words(
            "der er ingen `{file}` i mappen `{folder}`",
            help=("et tema er en mappe med en `{file}` i; se `tryghed explain E420`",),
        ),
    ),
    "E421": Entry(
        en=Words(
            "a theme cannot say `{key}`",
            help=("did you mean `{suggestion}`?", "here can stand {known}"),
        ),
        da=Words(
            "et tema kan ikke sige `{key}`",
            help=("mente du `{suggestion}`?", "her kan stå {known}"),
        ),
    ),
    "E422": Entry(
        en=Words(
            "`{value}` cannot be the value of `{key}` in a theme",
            help=("write it so: `{example}`",),
        ),
        da=Words(
            "`{value}` kan ikke være værdien af `{key}` i et tema",
            help=("skriv det sådan: `{example}`",),
        ),
    ),
    "E423": Entry(
        en=Words(
            "`{name}`, which the theme names as its `{key}`, cannot be used",
            help=(
                "check the name; the file is looked for in the theme's folder, and may be at most "
                "{most} MB",
                "a logo is a picture in PNG or JPEG",
            ),
        ),
        da=Words(
            "`{name}`, som temaet nævner som `{key}`, kan ikke bruges",
            help=(
                "kontrollér navnet; filen søges i temaets mappe og må højst fylde {most} MB",
                "et logo er et billede i PNG eller JPEG",
            ),
        ),
    ),
    "E424": Entry(
        en=Words(
            "what kind of file `{name}` is to be cannot be told from its ending",
            help=(
                "did you mean `{suggestion}`?",
                "end the name in {known}, or say it with `--format`",
            ),
        ),
        da=Words(
            "det fremgår ikke af endelsen, hvad `{name}` skal være for en fil",
            help=(
                "mente du `{suggestion}`?",
                "lad navnet ende på {known}, eller skriv det med `--format`",
            ),
        ),
    ),
    "E425": Entry(
        en=Words(
            "writing `{name}` takes libraries that are not installed",
            help=('install them: `pip install "tryghed-dsl[report]"`',),
        ),
        da=Words(
            "for at skrive `{name}` skal der installeres nogle biblioteker",
            help=('installér dem: `pip install "tryghed-dsl[report]"`',),
        ),
    ),
}
