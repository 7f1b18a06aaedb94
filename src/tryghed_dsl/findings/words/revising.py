"""Words for specs of several files: what they use, revise and quote."""

from tryghed_dsl.findings.words.entry import Entry, Words

REVISING: dict[str, Entry] = {
    "E210": Entry(
        en=Words(
            "`{path}` leads out of the spec's folder",
            help=("put the file in the spec's folder or below it, and write its path from there",),
        ),
        da=Words(
            "`{path}` fører ud af aftalefilens mappe",
            help=(
                "læg filen i aftalefilens mappe eller en mappe under den, og skriv stien derfra",
            ),
        ),
    ),
    "E211": Entry(
        en=Words(
            "the files name each other in a circle: {circle}",
            help=("take one of the lines away that lead from file to file",),
        ),
        da=Words(
            "filerne peger på hinanden i ring: {circle}",
            help=("slet en af de linjer, der fører fra fil til fil",),
        ),
    ),
    "E212": Entry(
        en=Words(
            "the file `{path}` that this line names cannot be opened",
            help=("check the name; the path starts in the folder of the file that names it",),
        ),
        da=Words(
            "filen `{path}`, som linjen nævner, kan ikke åbnes",
            help=("kontrollér navnet; stien begynder i mappen med den fil, der nævner den",),
        ),
    ),
    "E213": Entry(
        en=Words(
            "`{path}` is used by another file, and can only hold declarations",
            help=(
                "move this to the spec itself",
                'a yearly revision begins with `revises "{path}"`, and not with `use`',
            ),
        ),
        da=Words(
            "`{path}` bruges af en anden fil og kan kun rumme beskrivelser",
            help=(
                "flyt det til selve aftalefilen",
                'en årlig revision begynder med `revises "{path}"` og ikke med `use`',
            ),
        ),
    ),
    "E214": Entry(
        en=Words(
            "`{path}` and the files that it is made of hold more than {most} MB together",
            help=("a file counts once for every revision that it is part of; begin a new spec",),
        ),
        da=Words(
            "`{path}` og de filer, den bygger på, fylder tilsammen mere end {most} MB",
            help=("en fil tæller én gang for hver revision, den indgår i; begynd en ny aftalefil",),
        ),
    ),
    "E215": Entry(
        en=Words(
            "this spec is in no folder, so `{path}` cannot be found from it",
            help=("load the spec from a file; paths start in its folder",),
        ),
        da=Words(
            "aftalefilen ligger ikke i en mappe, så `{path}` kan ikke findes",
            help=("indlæs den fra en fil; stier begynder i filens mappe",),
        ),
    ),
    "E216": Entry(
        en=Words(
            "a file revises one file only",
            labels=("the second", "the first"),
            help=("revise the newest; it revises the one before by itself",),
        ),
        da=Words(
            "en fil reviderer kun én anden",
            labels=("den anden", "den første"),
            help=("revidér den nyeste; den reviderer selv den forrige",),
        ),
    ),
    "E217": Entry(
        en=Words(
            "the revision does not say from when it holds",
            help=("write it in its block, on a line such as `effective 2019`",),
        ),
        da=Words(
            "revisionen siger ikke, fra hvornår den gælder",
            help=("skriv det i dens blok, på en linje som `effective 2019`",),
        ),
    ),
    "E218": Entry(
        en=Words(
            "this revision takes effect in {effective}, but `{path}` only in {before}",
            help=("let each revision take effect later than the one that it revises",),
        ),
        da=Words(
            "revisionen gælder fra {effective}, men `{path}` først fra {before}",
            help=("lad hver revision gælde fra et senere tidspunkt end den, den reviderer",),
        ),
    ),
    "E219": Entry(
        en=Words(
            "`{word}` stands in a file that revises no other",
            help=('say which file is revised: `revises "…" {{ effective 2019 }}`',),
        ),
        da=Words(
            "`{word}` står i en fil, der ikke reviderer en anden",
            help=('skriv, hvilken fil der revideres: `revises "…" {{ effective 2019 }}`',),
        ),
    ),
    "E220": Entry(
        en=Words(
            "a revision does not state the agreement anew",
            help=("take these lines away; those of the first file go on holding",),
        ),
        da=Words(
            "en revision beskriver ikke aftalen på ny",
            help=("slet linjerne; dem i den første fil gælder fortsat",),
        ),
    ),
    "E221": Entry(
        en=Words(
            "there is no target called `{name}` in what is revised",
            help=("did you mean `{suggestion}`?", "a new target is written without `replace`"),
        ),
        da=Words(
            "der er intet mål, der hedder `{name}`, i det, der revideres",
            help=("mente du `{suggestion}`?", "et nyt mål skrives uden `replace`"),
        ),
    ),
    "E222": Entry(
        en=Words(
            "`{name}` is replaced or retired twice in one revision",
            labels=("the second time", "the first time"),
            help=("keep one of the two lines",),
        ),
        da=Words(
            "`{name}` erstattes eller udgår to gange i samme revision",
            labels=("anden gang", "første gang"),
            help=("behold den ene af de to linjer",),
        ),
    ),
    "E223": Entry(
        en=Words(
            "`{name}` is there already, in what is revised",
            help=("write `{instead}` for a new wording", "else give it another name"),
        ),
        da=Words(
            "`{name}` findes allerede i det, der revideres",
            help=("skriv `{instead}` for en ny ordlyd", "ellers giv det et andet navn"),
        ),
    ),
    "E224": Entry(
        en=Words(
            "`{name}` is retired already",
            help=("take it away here; to bring it back, write `replace` with its new wording",),
        ),
        da=Words(
            "`{name}` er allerede udgået",
            help=("slet det her; skal det med igen, så skriv `replace` med den nye ordlyd",),
        ),
    ),
    "W225": Entry(
        en=Words(
            "the agreement's text `{path}` cannot be read, so quotes from it are not verified",
            help=(
                "check the name `{missing}`; the path starts in the folder of this file",
                "`{no_text}` is no plain text; save it as such, and name that file",
            ),
        ),
        da=Words(
            "aftalens tekst `{path}` kan ikke læses, så citater fra den er ikke efterprøvet",
            help=(
                "kontrollér navnet `{missing}`; stien begynder i mappen med denne fil",
                "`{no_text}` er ikke ren tekst; gem den som det, og nævn den fil",
            ),
        ),
    ),
    "E226": Entry(
        en=Words(
            "this quote does not stand in `{path}`",
            help=("the nearest passage there: `{near}`", "quote word for word, or cite only"),
        ),
        da=Words(
            "citatet står ikke i `{path}`",
            help=(
                "det nærmeste sted i teksten: `{near}`",
                "citér ordret, eller henvis kun til punktet",
            ),
        ),
    ),
    "W227": Entry(
        en=Words(
            "this revision takes effect in {effective}, and the agreement runs {valid}",
            help=("check the year: one of the wordings is never in force",),
        ),
        da=Words(
            "revisionen gælder fra {effective}, og aftalen løber {valid}",
            help=("kontrollér året: en af ordlydene kommer aldrig til at gælde",),
        ),
    ),
}
