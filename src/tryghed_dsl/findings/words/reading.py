"""Words for what is wrong with a spec as a text: files, signs, brackets, order."""

from tryghed_dsl.findings.words.entry import Entry, Words

READING: dict[str, Entry] = {
    "E001": Entry(
        en=Words(
            "the file `{path}` cannot be opened",
            help=(
                "did you mean `{suggestion}`?",
                "check the name and the folder; the spec itself comes first, then `--data`",
            ),
        ),
        da=Words(
            "filen `{path}` kan ikke åbnes",
            help=(
                "mente du `{suggestion}`?",
                "kontrollér navn og mappe; aftalefilen skrives først, så `--data`",
            ),
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
            help=("install a newer version of Tryghed",),
        ),
        da=Words(
            "filen er skrevet i version {version} af sproget, og programmet kender version {known}",
            help=("installér en nyere version af Tryghed",),
        ),
    ),
    "E004": Entry(
        en=Words(
            "parts stand more than {most} deep inside each other here",
            help=("give parts of it a name: `indicator part = …`",),
        ),
        da=Words(
            "her står mere end {most} dele inden i hinanden",
            help=("giv dele af det et navn: `indicator del = …`",),
        ),
    ),
    "E005": Entry(
        en=Words("this line has more than {most} words and signs", help=("divide it",)),
        da=Words("linjen har mere end {most} ord og tegn", help=("del den op",)),
    ),
    "E006": Entry(
        en=Words("this number has too many digits", help=("write it with at most 30 digits",)),
        da=Words("tallet har for mange cifre", help=("skriv det med højst 30 cifre",)),
    ),
    "E007": Entry(
        en=Words(
            "the file `{path}` is not a text file",
            help=("save it as plain text in UTF-8; a spreadsheet or document cannot be a spec",),
        ),
        da=Words(
            "filen `{path}` er ikke en tekstfil",
            help=("gem den som ren tekst i UTF-8; et regneark kan ikke bruges som aftalefil",),
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
            help=("did you mean `{suggestion}` instead of `{first}`?", "here can stand {expected}"),
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
            help=("for example: `{line}`", "here can stand {expected}"),
        ),
        da=Words(
            "linjen slutter for tidligt, efter `{last}`",
            labels=("her mangler noget",),
            help=("for eksempel: `{line}`", "her kan stå {expected}"),
        ),
    ),
    "E012": Entry(
        en=Words("this `{sign}` is never closed", help=("close it with `{close}`",)),
        da=Words("`{sign}` åbnes her, men bliver ikke lukket", help=("luk med `{close}`",)),
    ),
    "E013": Entry(
        en=Words(
            "this `{sign}` closes nothing", help=("take it away, or open it where it should be",)
        ),
        da=Words(
            "`{sign}` lukker ikke noget her",
            help=("slet tegnet, eller sæt det åbnende tegn, hvor det mangler",),
        ),
    ),
    "E014": Entry(
        en=Words(
            "the quotation that starts here does not end on this line",
            help=(
                "write the line so: `{line}`",
                "or, if that is meant: `{other}`",
                "end it with the same mark that it starts with",
            ),
        ),
        da=Words(
            "teksten, der begynder med tegnet her, slutter ikke på linjen",
            help=(
                "skriv linjen sådan: `{line}`",
                "eller, hvis det er det, der menes: `{other}`",
                "slut det med samme tegn, som det begynder med",
            ),
        ),
    ),
    "E015": Entry(
        en=Words(
            "`{written}` is no sign of the language",
            help=("take it away; a name with blanks or signs stands between two backticks (`)",),
        ),
        da=Words(
            "`{written}` er ikke et tegn i sproget",
            help=("slet det; et navn med mellemrum eller tegn står mellem to accenter (`)",),
        ),
    ),
    "E016": Entry(
        en=Words("`{written}` comes from a word processor", help=("write `{instead}` instead",)),
        da=Words(
            "`{written}` stammer fra et tekstbehandlingsprogram",
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
            help=("where it is a name, put it between two backticks (`): `{word}`",),
        ),
        da=Words(
            "`{word}` er et ord, som sproget selv bruger",
            help=("hvor det er et navn, sættes det mellem to accenter (`): `{word}`",),
        ),
    ),
    "E021": Entry(
        en=Words(
            "`{written}` is no comparison of the language",
            help=(
                "write the line so: `{line}`",
                "or, if that is meant: `{other}`",
                "write `>=` for at least, `<=` for at most, `==` for exactly",
                "write `->` before an objective such as `approach(…)`",
            ),
        ),
        da=Words(
            "`{written}` er ikke en sammenligning i sproget",
            help=(
                "skriv linjen sådan: `{line}`",
                "eller, hvis det er det, der menes: `{other}`",
                "skriv `>=` for mindst, `<=` for højst, `==` for præcis",
                "skriv `->` før et mål som `approach(…)`",
            ),
        ),
    ),
    "E022": Entry(
        en=Words(
            "what stands before the `{{` has no block of its own",
            help=("take the braces away, or check the line before them",),
        ),
        da=Words(
            "det, der står før `{{`, har ingen blok",
            help=("slet krølleparenteserne, eller kontrollér linjen før dem",),
        ),
    ),
    "E023": Entry(
        en=Words(
            "`{word}` cannot stand in this block",
            help=("move it out, or check that the block before it is closed",),
        ),
        da=Words(
            "`{word}` kan ikke stå i denne blok",
            help=("flyt det ud, eller se efter, om blokken før er lukket",),
        ),
    ),
    "E024": Entry(
        en=Words(
            "`{written}` looks like a school year, but its years do not follow each other",
            help=(
                "write the line so: `{line}`",
                "put blanks round the sign to divide: `{instead}`",
            ),
        ),
        da=Words(
            "`{written}` ligner et skoleår, men årene følger ikke efter hinanden",
            help=(
                "skriv linjen sådan: `{line}`",
                "sæt mellemrum om tegnet for at dividere: `{instead}`",
            ),
        ),
    ),
    "E025": Entry(
        en=Words(
            "two comparisons stand in one target",
            labels=("the second", "the first"),
            help=(
                "write the line so: `{line}`",
                "or, if that is meant: `{other}`",
                "write `x between 1 and 5`, or two targets on two lines",
            ),
        ),
        da=Words(
            "der står to sammenligninger i ét mål",
            labels=("den anden", "den første"),
            help=(
                "skriv linjen sådan: `{line}`",
                "eller, hvis det er det, der menes: `{other}`",
                "skriv `x between 1 and 5`, eller to mål på to linjer",
            ),
        ),
    ),
    "E026": Entry(
        en=Words(
            "a single `=` gives a name to something; it does not compare",
            help=(
                "write the line so: `{line}`",
                "or, if that is meant: `{other}`",
                "write `==` for exactly, `<=` for at most, `>=` for at least",
            ),
        ),
        da=Words(
            "et enkelt `=` giver noget et navn; det sammenligner ikke",
            help=(
                "skriv linjen sådan: `{line}`",
                "eller, hvis det er det, der menes: `{other}`",
                "skriv `==` for præcis, `<=` for højst, `>=` for mindst",
            ),
        ),
    ),
    "E027": Entry(
        en=Words(
            "`if … then … else` stands here as a part of something larger, without brackets",
            help=(
                "write the line so: `{line}`",
                "or, if that is meant: `{other}`",
                "put it in brackets: `({written})`",
            ),
        ),
        da=Words(
            "`if … then … else` står her uden parentes som en del af noget større",
            help=(
                "skriv linjen sådan: `{line}`",
                "eller, hvis det er det, der menes: `{other}`",
                "sæt det i parentes: `({written})`",
            ),
        ),
    ),
    "E028": Entry(
        en=Words(
            "`not {condition} for {duration} running` can be read in two ways",
            help=(
                "write `not (for {duration} running: {condition})` "
                "where it is enough that it does not hold once",
                "write `for {duration} running: not {condition}` "
                "where it must not hold a single time",
            ),
        ),
        da=Words(
            "`not {condition} for {duration} running` kan læses på to måder",
            help=(
                "skriv `not (for {duration} running: {condition})`, "
                "hvor det er nok, at det én gang ikke gælder",
                "skriv `for {duration} running: not {condition}`, hvor det slet ikke må gælde",
            ),
        ),
    ),
    "E029": Entry(
        en=Words(
            "two conditions are not joined with `{word}`",
            help=(
                "write the line so: `{line}`",
                "or, if that is meant: `{other}`",
                "or: `{third}`",
                "write `all of {{ {first}; {second} }}` where both have to hold",
                "write `any of {{ {first}; {second} }}` where one is enough",
            ),
        ),
        da=Words(
            "to betingelser sættes ikke sammen med `{word}`",
            help=(
                "skriv linjen sådan: `{line}`",
                "eller, hvis det er det, der menes: `{other}`",
                "eller: `{third}`",
                "skriv `all of {{ {first}; {second} }}`, hvor begge skal gælde",
                "skriv `any of {{ {first}; {second} }}`, hvor én er nok",
            ),
        ),
    ),
    "E030": Entry(
        en=Words(
            "a target does not begin with `{word}`",
            help=(
                "write the line so: `{line}`",
                "or, if that is meant: `{other}`",
                "write behind the target when it is judged: `{target}, when {condition}`",
            ),
        ),
        da=Words(
            "et mål begynder ikke med `{word}`",
            help=(
                "skriv linjen sådan: `{line}`",
                "eller, hvis det er det, der menes: `{other}`",
                "skriv bag målet, hvornår det vurderes: `{target}, when {condition}`",
            ),
        ),
    ),
    "E031": Entry(
        en=Words(
            "`{range}` stands before what has to hold, and not behind it",
            help=(
                "write the line so: `{line}`",
                "or, if that is meant: `{other}`",
                "write `{range}: {condition}`",
            ),
        ),
        da=Words(
            "`{range}` står foran det, der skal gælde, og ikke bagefter",
            help=(
                "skriv linjen sådan: `{line}`",
                "eller, hvis det er det, der menes: `{other}`",
                "skriv `{range}: {condition}`",
            ),
        ),
    ),
    "E032": Entry(
        en=Words(
            "the conditions of `{words}` stand in braces",
            help=(
                "write the line so: `{line}`",
                "write `{words} {{ … }}`, with a semicolon or a new line between the conditions",
            ),
        ),
        da=Words(
            "betingelserne i `{words}` står i krølleparenteser",
            help=(
                "skriv linjen sådan: `{line}`",
                "skriv `{words} {{ … }}` med semikolon eller ny linje mellem betingelserne",
            ),
        ),
    ),
    "E033": Entry(
        en=Words(
            "`{word}` is no sign of the language: a target is written with signs, not in sentences",
            help=(
                "write the line so: `{line}`",
                "or, if that is meant: `{other}`",
                "or: `{third}`",
                "for a limit: `{name} <= 10` (at most), `{name} >= 10` (at least)",
                "for a change until a year: `{name} -> reduce(20%, by=2030)`, also `increase`, "
                "`reach`, `improve`",
            ),
        ),
        da=Words(
            "`{word}` er ikke et tegn i sproget: et mål skrives med tegn, ikke i sætninger",
            help=(
                "skriv linjen sådan: `{line}`",
                "eller, hvis det er det, der menes: `{other}`",
                "eller: `{third}`",
                "til en grænse: `{name} <= 10` (højst), `{name} >= 10` (mindst)",
                "til en ændring inden et år: `{name} -> reduce(20%, by=2030)`, også `increase`, "
                "`reach`, `improve`",
            ),
        ),
    ),
    "E034": Entry(
        en=Words(
            "the formula of an indicator stands right behind its title, before the clauses",
            help=("write it so: `{instead}`",),
        ),
        da=Words(
            "en indikators formel står lige efter titlen, før oplysningerne",
            help=("skriv det sådan: `{instead}`",),
        ),
    ),
    "E035": Entry(
        en=Words(
            "`{path}` has the name of a file of figures, and a spec is needed here",
            help=(
                "write the spec first, then the figures: `aftale.tryghed --data {path}`",
                "if it is a spec, let its name end in `.tryghed`",
            ),
        ),
        da=Words(
            "`{path}` hedder som en fil med tal, og her skal der stå en aftalefil",
            help=(
                "skriv aftalefilen først og så tallene: `aftale.tryghed --data {path}`",
                "er det en aftalefil, så lad navnet ende på `.tryghed`",
            ),
        ),
    ),
}
