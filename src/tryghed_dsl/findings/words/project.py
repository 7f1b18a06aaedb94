"""Words for what is wrong or odd in a project file."""

from tryghed_dsl.findings.words.entry import Entry, Words

PROJECT: dict[str, Entry] = {
    "E372": Entry(
        en=Words(
            "`{written}` cannot be read as TOML",
            help=(
                "`{twice}` stands there already; keep one of them",
                "write paths with `/`: `{slashed}`",
                'words stand in quotation marks: `sheet = "Ark1"`; '
                'several stand in brackets: `files = ["a.csv", "b.csv"]`',
            ),
        ),
        da=Words(
            "`{written}` kan ikke læses som TOML",
            help=(
                "`{twice}` står der allerede; behold ét af stederne",
                "skriv stier med `/`: `{slashed}`",
                'ord skrives i anførselstegn: `sheet = "Ark1"`; '
                'flere skrives i kantede parenteser: `files = ["a.csv", "b.csv"]`',
            ),
        ),
    ),
    "E373": Entry(
        en=Words(
            "there is no key `{name}` in `{table}`",
            help=("did you mean `{suggestion}`?", "here can stand {known}"),
        ),
        da=Words(
            "der er ingen nøgle, der hedder `{name}`, i `{table}`",
            help=("mente du `{suggestion}`?", "her kan stå {known}"),
        ),
    ),
    "E374": Entry(
        en=Words(
            "`{written}` cannot be the value of `{name}`",
            help=(
                "did you mean `{suggestion}`?",
                "`{own}` is a key of the source itself: write it above the source's other tables",
                "it looks at more than {most} files; name the folder that they are in",
                "it can be {known}",
                "write it so: `{example}`",
            ),
        ),
        da=Words(
            "`{written}` kan ikke være værdien af `{name}`",
            help=(
                "mente du `{suggestion}`?",
                "`{own}` er en nøgle for selve kilden: skriv den over kildens andre tabeller",
                "det gælder flere end {most} filer; nævn den mappe, de ligger i",
                "det kan være {known}",
                "skriv det sådan: `{example}`",
            ),
        ),
    ),
    "E375": Entry(
        en=Words(
            "`{name}` has neither `files` nor `url`",
            help=(
                'name its files: `files = ["politi-*.xlsx"]`',
                'or its database: `url = "sqlite:///tal.db#figures"`',
            ),
        ),
        da=Words(
            "`{name}` har hverken `files` eller `url`",
            help=(
                'nævn kildens filer: `files = ["politi-*.xlsx"]`',
                'eller dens database: `url = "sqlite:///tal.db#figures"`',
            ),
        ),
    ),
    "W376": Entry(
        en=Words(
            "no file fits `{pattern}`",
            help=(
                "did you mean `{suggestion}`?",
                "check the name; the path starts in the folder of `{file}`",
            ),
        ),
        da=Words(
            "ingen fil passer til `{pattern}`",
            help=(
                "mente du `{suggestion}`?",
                "kontrollér navnet; stien begynder i mappen med `{file}`",
            ),
        ),
    ),
    "E377": Entry(
        en=Words(
            "both `{first}` and `{second}` are given for `{name}`",
            help=("keep the one that is meant, and take it out of the other",),
        ),
        da=Words(
            "både `{first}` og `{second}` er angivet for `{name}`",
            help=("behold det, der menes, og slet det andet",),
        ),
    ),
}
