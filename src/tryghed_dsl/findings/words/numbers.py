"""Words for what is wrong with numbers: periods, functions, areas and names in them."""

from tryghed_dsl.findings.words.entry import Entry, Words

NUMBERS: dict[str, Entry] = {
    "E144": Entry(
        en=Words(
            "`{written}` and the figures of `{name}` are of different length",
            help=(
                "an amount goes with amounts of equally long periods only",
                "the periods of `{name}` are such as `{own}`",
            ),
        ),
        da=Words(
            "`{written}` og tallene for `{name}` dækker ikke lige lange perioder",
            help=(
                "en mængde kan kun holdes op imod mængder fra lige så lange perioder",
                "perioderne for `{name}` er som `{own}`",
            ),
        ),
    ),
    "E145": Entry(
        en=Words(
            "no area of this file lies in {area}",
            help=(
                "say where an area lies: `area amager in kbh`",
                "or write the name of one area behind `in`",
                "of all areas in the list: `mean(x over {list})`",
            ),
        ),
        da=Words(
            "intet område i filen ligger i {area}",
            help=(
                "skriv, hvor et område ligger: `area amager in kbh`",
                "eller skriv navnet på ét område efter `in`",
                "for alle områder på listen: `mean(x over {list})`",
            ),
        ),
    ),
    "E146": Entry(
        en=Words(
            "`{written}` stands for no number, and one is needed here",
            help=(
                "it is a condition: `if {condition} then 1 else 0` makes a number of it",
                "`{list}` is a list: write the name of one of its members",
                "`{areas}` is a list of areas: `mean(x over {areas})` makes one number of them all",
            ),
        ),
        da=Words(
            "`{written}` står ikke for et tal, og her skal stå et",
            help=(
                "det er en betingelse: `if {condition} then 1 else 0` gør den til et tal",
                "`{list}` er en liste: skriv navnet på et af dens led",
                "`{areas}` er en liste af områder: `mean(x over {areas})` gør dem til ét tal",
            ),
        ),
    ),
    "E147": Entry(
        en=Words(
            "`{written}` holds more than {most} periods",
            help=("write a shorter range, or one of longer periods",),
        ),
        da=Words(
            "`{written}` rummer flere end {most} perioder",
            help=("skriv et kortere spænd, eller brug længere perioder",),
        ),
    ),
    "E148": Entry(
        en=Words(
            "`{name}` cannot be made of what stands in its brackets",
            help=("write it so: {forms}",),
        ),
        da=Words(
            "`{name}` kan ikke laves af det, der står i parentesen",
            help=("skriv det sådan: {forms}",),
        ),
    ),
    "E149": Entry(
        en=Words(
            "`{function}` has to know which way is better, and for `{written}` that is not clear",
            labels=("", "which way?"),
            help=(
                "write `lower is better` or `higher is better` at the indicator {indicators}",
                "give it a name and a direction: `indicator total = {formula}, lower is better`",
                "lower is better for {lower}, and higher for {higher}: name only those that agree",
            ),
        ),
        da=Words(
            "`{function}` skal vide, hvilken vej der er bedst, og det fremgår ikke for `{written}`",
            labels=("", "hvilken vej?"),
            help=(
                "skriv `lower is better` eller `higher is better` ved indikatoren {indicators}",
                "giv det et navn og en retning: `indicator total = {formula}, lower is better`",
                "lavere er bedre for {lower} og højere for {higher}: nævn kun dem, der er enige",
            ),
        ),
    ),
    "E150": Entry(
        en=Words(
            "`{written}` is no number of values that can be known here",
            help=(
                "there are {most} in all",
                "write a whole number from 1, or a share such as `at least 90%`",
            ),
        ),
        da=Words(
            "`{written}` er ikke et antal værdier, der kan være kendt her",
            help=(
                "der er {most} i alt",
                "skriv et helt tal fra 1, eller en andel som `at least 90%`",
            ),
        ),
    ),
    "E151": Entry(
        en=Words(
            "the list `{list}` is empty: no area is declared in `{area}`",
            help=(
                "say where its areas lie: `area a in {area}`",
                "or name them: `areas {list} = a, b`",
            ),
        ),
        da=Words(
            "listen `{list}` er tom: intet område er beskrevet i `{area}`",
            help=(
                "skriv, hvor dens områder ligger: `area a in {area}`",
                "eller nævn dem: `areas {list} = a, b`",
            ),
        ),
    ),
    "E152": Entry(
        en=Words(
            "`{list}` picks its areas by a condition, and cannot be put together with others",
            help=(
                "put the areas together first, and pick among all of them: "
                "`areas low = a, b where utryg < 10`",
            ),
        ),
        da=Words(
            "`{list}` vælger sine områder ved en betingelse og kan ikke lægges sammen med andre",
            help=(
                "læg først områderne sammen, og vælg så blandt dem alle: "
                "`areas low = a, b where utryg < 10`",
            ),
        ),
    ),
    "E153": Entry(
        en=Words(
            "`it` stands for nothing here",
            help=("use it behind `every indicator in …:` or in `for each indicator in … {{ }}`",),
        ),
        da=Words(
            "`it` står ikke for noget her",
            help=(
                "brug det efter `every indicator in …:` eller i `for each indicator in … {{ }}`",
            ),
        ),
    ),
    "E154": Entry(
        en=Words(
            "`{written}` is a band with two ends, and a number is needed here",
            help=("use it alone behind `<=` or `>=`: `indbrud <= normal(2012..2016)`",),
        ),
        da=Words(
            "`{written}` er et bånd med to ender, og her skal stå et tal",
            help=("brug det alene efter `<=` eller `>=`: `indbrud <= normal(2012..2016)`",),
        ),
    ),
    "E155": Entry(
        en=Words(
            "`{written}` is no number of decimals",
            help=("write a whole number from 0 to 6: `precision 1`",),
        ),
        da=Words(
            "`{written}` er ikke et antal decimaler",
            help=("skriv et helt tal fra 0 til 6: `precision 1`",),
        ),
    ),
    "E156": Entry(
        en=Words(
            "`{written}` is no design effect of a survey",
            help=("write a number from 1: `design 1.5`",),
        ),
        da=Words(
            "`{written}` er ikke en designeffekt for en undersøgelse",
            help=("skriv et tal fra 1: `design 1.5`",),
        ),
    ),
    "E157": Entry(
        en=Words(
            "`{written}` is no length of time that is known here",
            help=(
                "write a whole number of years, halfyears, quarters, months or days: `3 years`",
                "at most {most} of them",
            ),
        ),
        da=Words(
            "`{written}` er ikke et tidsrum, der kendes her",
            help=(
                "skriv et helt tal og et af ordene `years`, `halfyears`, `quarters`, `months` "
                "eller `days`: `3 years`",
                "højst {most} af dem",
            ),
        ),
    ),
    "E158": Entry(
        en=Words(
            "`{written}` is too short to show what is normal",
            help=("write a range of at least five periods: `{instead}`",),
        ),
        da=Words(
            "`{written}` er for kort til at vise, hvad der er normalt",
            help=("skriv et spænd på mindst fem perioder: `{instead}`",),
        ),
    ),
    "E159": Entry(
        en=Words(
            "there is no list called `{name}`",
            help=(
                "did you mean `{suggestion}`?",
                "write the list on a line of its own: `{instead}`",
            ),
        ),
        da=Words(
            "der er ingen liste, der hedder `{name}`",
            help=("mente du `{suggestion}`?", "skriv listen på en linje for sig: `{instead}`"),
        ),
    ),
    "W186": Entry(
        en=Words(
            "the agreement states {stated} for `{name}` in {period}, and its parts come to {total}",
            help=("check which is right; the stated total is the one used",),
        ),
        da=Words(
            "aftalen siger {stated} for `{name}` i {period}, og dens dele giver {total}",
            help=("se efter, hvad der er rigtigt; den aftalte sum er den, der bruges",),
        ),
    ),
    "W187": Entry(
        en=Words(
            "`{year}` is taken as a number here, and not as a year",
            help=("where the year is meant: `{share} of baseline({year})`",),
        ),
        da=Words(
            "`{year}` er her et tal og ikke et årstal",
            help=("hvor året er ment: `{share} of baseline({year})`",),
        ),
    ),
    "W189": Entry(
        en=Words(
            "growth rates to 0, from 0 or past it have no value, so the way there cannot be judged",
            help=("write `path=linear` instead of `{written}`: the same stretch every year",),
        ),
        da=Words(
            "vækstrater til 0, fra 0 eller forbi 0 har ingen værdi, så vejen kan ikke bedømmes",
            help=("skriv `path=linear` i stedet for `{written}`: lige langt hvert år",),
        ),
    ),
    "W188": Entry(
        en=Words(
            "`{written}` lies outside 0 to 100 percent, where shares of a whole lie",
            help=(
                "did you mean `{suggestion}`?",
                "for a share of a whole, write a level from 0% to 100%",
                "for a balance or a growth rate, keep it, or declare the indicator as `number` "
                "and write `{number}`",
            ),
        ),
        da=Words(
            "`{written}` ligger uden for 0 til 100 procent, hvor andele af en helhed ligger",
            help=(
                "mente du `{suggestion}`?",
                "ved en andel af en helhed: skriv et niveau fra 0% til 100%",
                "ved en saldo eller en vækstrate: lad det stå, eller beskriv indikatoren som "
                "`number`, og skriv `{number}`",
            ),
        ),
    ),
}
