"""Words for what is wrong with a spec as a text: files, signs, brackets, order."""

from tryghed_dsl.findings.words.entry import Entry, Words

READING: dict[str, Entry] = {
    "E001": Entry(
        en=Words(
            "the file `{path}` cannot be opened",
            help=("check the name and the folder; the spec itself comes first, then `--data`",),
        ),
        da=Words(
            "filen `{path}` kan ikke åbnes",
            help=("se efter navn og mappe; først kommer aftalefilen, så `--data`",),
        ),
    ),
    "E002": Entry(
        en=Words(
            "the file `{path}` is larger than {most} MB", help=("divide it into several files",)
        ),
        da=Words("filen `{path}` er større end {most} MB", help=("del den i flere filer",)),
    ),
    "E003": Entry(
        en=Words(
            "this file is written in version {version} of the language, and this program knows "
            "version {known}",
            help=("install a newer Tryghed",),
        ),
        da=Words(
            "filen er skrevet i version {version} af sproget, og programmet kender version {known}",
            help=("installer en nyere Tryghed",),
        ),
    ),
    "E004": Entry(
        en=Words(
            "brackets stand more than {most} deep here",
            help=("give parts of it a name: `indicator part = …`",),
        ),
        da=Words(
            "her står mere end {most} parenteser inden i hinanden",
            help=("giv dele af det et navn: `indicator del = …`",),
        ),
    ),
    "E005": Entry(
        en=Words("this line has more than {most} words and signs", help=("divide it",)),
        da=Words("linjen har mere end {most} ord og tegn", help=("del den op",)),
    ),
    "E006": Entry(
        en=Words("this number has too many digits", help=("write it with at most 30",)),
        da=Words("tallet har for mange cifre", help=("skriv det med højst 30",)),
    ),
    "E007": Entry(
        en=Words(
            "the file `{path}` is not a text file",
            help=("save it as plain text in UTF-8; a spreadsheet or document cannot be a spec",),
        ),
        da=Words(
            "filen `{path}` er ikke en tekstfil",
            help=("gem den som ren tekst i UTF-8; et regneark eller dokument er ingen aftalefil",),
        ),
    ),
    "W008": Entry(
        en=Words(
            "the file `{path}` is not in UTF-8; it was read as {encoding}",
            help=("check that æ, ø and å are right, and save the file in UTF-8",),
        ),
        da=Words(
            "filen `{path}` er ikke i UTF-8; den er læst som {encoding}",
            help=("se efter, at æ, ø og å er rigtige, og gem filen i UTF-8",),
        ),
    ),
    "W009": Entry(
        en=Words(
            "a blank from a word processor stands here",
            help=("replace it with an ordinary blank; it was read as one",),
        ),
        da=Words(
            "her står et mellemrum fra et tekstbehandlingsprogram",
            help=("erstat det med et almindeligt mellemrum; det er læst som et",),
        ),
    ),
    "E010": Entry(
        en=Words(
            "`{written}` cannot stand here",
            help=("did you mean `{suggestion}` for `{first}`?", "here can stand {expected}"),
        ),
        da=Words(
            "`{written}` kan ikke stå her",
            help=("mente du `{suggestion}` i stedet for `{first}`?", "her kan stå {expected}"),
        ),
    ),
    "E011": Entry(
        en=Words(
            "the line stops too early, after `{last}`",
            labels=("something is missing here",),
            help=("here can stand {expected}",),
        ),
        da=Words(
            "linjen holder op for tidligt, efter `{last}`",
            labels=("her mangler noget",),
            help=("her kan stå {expected}",),
        ),
    ),
    "E012": Entry(
        en=Words("this `{sign}` is never closed", help=("close it with `{close}`",)),
        da=Words("dette `{sign}` bliver aldrig lukket", help=("luk det med `{close}`",)),
    ),
    "E013": Entry(
        en=Words(
            "this `{sign}` closes nothing", help=("take it away, or open it where it should be",)
        ),
        da=Words(
            "dette `{sign}` lukker ikke noget",
            help=("slet det, eller åbn det, hvor det skal være",),
        ),
    ),
    "E014": Entry(
        en=Words(
            "the quotation that starts here does not end on this line",
            help=("end it with the same mark that it starts with",),
        ),
        da=Words(
            "citatet, der begynder her, slutter ikke på linjen",
            help=("slut det med samme tegn, som det begynder med",),
        ),
    ),
    "E015": Entry(
        en=Words(
            "`{written}` is no sign of the language",
            help=(
                "take it away; a name with blanks or signs stands in backticks: `` `Tyveri/Røveri` ``",
            ),
        ),
        da=Words(
            "`{written}` er ikke et tegn i sproget",
            help=(
                "slet det; et navn med mellemrum eller tegn skrives sådan: `` `Tyveri/Røveri` ``",
            ),
        ),
    ),
    "E016": Entry(
        en=Words(
            "`{written}` is a sign from a word processor", help=("write `{instead}` instead",)
        ),
        da=Words(
            "`{written}` er et tegn fra et tekstbehandlingsprogram",
            help=("skriv `{instead}` i stedet",),
        ),
    ),
    "E017": Entry(
        en=Words(
            "`{written}` can be one number or two",
            help=("write `{instead}` for one number", "write `{other}` for two"),
        ),
        da=Words(
            "`{written}` kan være ét tal eller to",
            help=("skriv `{instead}` for ét tal", "skriv `{other}` for to"),
        ),
    ),
    "E018": Entry(
        en=Words(
            "`{written}` has a thousands separator, or three decimals",
            help=(
                "write `{instead}` for the large number",
                "write one decimal more or less for the small one",
            ),
        ),
        da=Words(
            "`{written}` har et tusindtalsskilletegn eller tre decimaler",
            help=(
                "skriv `{instead}` for det store tal",
                "skriv en decimal mere eller mindre for det lille",
            ),
        ),
    ),
    "E019": Entry(
        en=Words("a comma is missing before `{word}`", help=("write `{before}, {word}`",)),
        da=Words("der mangler et komma før `{word}`", help=("skriv `{before}, {word}`",)),
    ),
    "E020": Entry(
        en=Words(
            "`{word}` is a word that the language needs for itself",
            help=("write it in backticks where it is a name: `` `{word}` ``",),
        ),
        da=Words(
            "`{word}` er et ord, som sproget selv bruger",
            help=("skriv det sådan, hvor det er et navn: `` `{word}` ``",),
        ),
    ),
    "E021": Entry(
        en=Words(
            "`{written}` is no comparison of the language",
            help=(
                "write `>=` for at least, `<=` for at most, `==` for exactly",
                "write `->` before an objective such as `approach(…)`",
            ),
        ),
        da=Words(
            "`{written}` er ikke en sammenligning i sproget",
            help=(
                "skriv `>=` for mindst, `<=` for højst, `==` for præcis",
                "skriv `->` før et mål som `approach(…)`",
            ),
        ),
    ),
    "E022": Entry(
        en=Words(
            "what stands before this `{{` has no block of its own",
            help=("take the braces away, or check the line before them",),
        ),
        da=Words(
            "det, der står før dette `{{`, har ingen blok",
            help=("slet krølleparenteserne, eller se efter linjen før dem",),
        ),
    ),
    "E023": Entry(
        en=Words(
            "`{word}` cannot stand in this block",
            help=("move it out, or check that the block before it is closed",),
        ),
        da=Words(
            "`{word}` kan ikke stå i denne blok",
            help=("flyt det ud, eller se efter, om blokken før det er lukket",),
        ),
    ),
    "E024": Entry(
        en=Words(
            "`{written}` looks like a school year, but its years do not follow each other",
            help=("put blanks round the sign to divide: `{instead}`",),
        ),
        da=Words(
            "`{written}` ligner et skoleår, men årene følger ikke efter hinanden",
            help=("sæt mellemrum om tegnet for at dividere: `{instead}`",),
        ),
    ),
    "E025": Entry(
        en=Words(
            "two comparisons stand in one target",
            labels=("the second", "the first"),
            help=("write `x between 1 and 5`, or two targets on two lines",),
        ),
        da=Words(
            "der står to sammenligninger i ét mål",
            labels=("den anden", "den første"),
            help=("skriv `x between 1 and 5`, eller to mål på to linjer",),
        ),
    ),
    "E026": Entry(
        en=Words(
            "a single `=` gives a name to something; it does not compare",
            help=("write `==` for exactly, `<=` for at most, `>=` for at least",),
        ),
        da=Words(
            "et enkelt `=` giver noget et navn; det sammenligner ikke",
            help=("skriv `==` for præcis, `<=` for højst, `>=` for mindst",),
        ),
    ),
}
