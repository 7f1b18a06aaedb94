"""Words for what is wrong with promises: conditions, trajectories, clauses, `for each`."""

from tryghed_dsl.findings.words.entry import Entry, Words

PROMISES: dict[str, Entry] = {
    "E160": Entry(
        en=Words(
            "`{clause}` says nothing where a condition only holds or does not",
            help=(
                "take it away",
                "`warn`, `pass from`, `judge` and `confidence` go with what is promised, not with "
                "what stands behind `not`, `no`, `when`, `if` or `where`",
            ),
        ),
        da=Words(
            "`{clause}` siger ikke noget, hvor en betingelse enten gælder eller ikke gælder",
            help=(
                "slet den",
                "`warn`, `pass from`, `judge` og `confidence` hører til det, der loves, og ikke "
                "til det, der står efter `not`, `no`, `when`, `if` eller `where`",
            ),
        ),
    ),
    "E161": Entry(
        en=Words(
            "`{clause}` does not say which of the promises here it is for",
            help=(
                "write it behind that one: `{several}`",
                "write it inside the condition, behind that one: `{named}`",
            ),
        ),
        da=Words(
            "`{clause}` siger ikke, hvilket af løfterne her den gælder",
            help=(
                "skriv den efter det, den gælder: `{several}`",
                "skriv den inde i betingelsen efter det, den gælder: `{named}`",
            ),
        ),
    ),
    "E162": Entry(
        en=Words(
            "`{written}` is for a whole target, and cannot stand at one part of it",
            help=(
                "write it behind the last closing brace: `{behind}`",
                "write it at the targets that name the condition: `{at_target}`",
            ),
        ),
        da=Words(
            "`{written}` gælder et helt mål og kan ikke stå ved en del af det",
            help=(
                "skriv det efter den sidste krølleparentes: `{behind}`",
                "skriv det ved de mål, der nævner betingelsen: `{at_target}`",
            ),
        ),
    ),
    "E164": Entry(
        en=Words(
            "the condition `{name}` has another number of arguments here ({given}) than where it "
            "is declared ({needed})",
            labels=("used here", "declared here"),
            help=("write it so: `{written}`",),
        ),
        da=Words(
            "betingelsen `{name}` har et andet antal argumenter her ({given}) end der, hvor den "
            "er beskrevet ({needed})",
            labels=("brugt her", "beskrevet her"),
            help=("skriv det sådan: `{written}`",),
        ),
    ),
    "E165": Entry(
        en=Words(
            "`{written}` is no number that can be asked for here",
            help=(
                "write a whole number from 1 to {most}",
                "there is one only: write `{only}`",
            ),
        ),
        da=Words(
            "`{written}` er ikke et antal, der kan spørges om her",
            help=(
                "skriv et helt tal fra 1 til {most}",
                "der er kun én: skriv `{only}`",
            ),
        ),
    ),
    "E166": Entry(
        en=Words(
            "`{written}` is nothing that can be gone through",
            help=(
                "did you mean `{suggestion}`?",
                "areas of a list: `every area in districts: …`",
                "indicators of a list: `every indicator in vaccines: …`",
                "years, halfyears, quarters, months or days: `every year since 2014: …`",
            ),
        ),
        da=Words(
            "`{written}` er ikke noget, der kan gennemgås",
            help=(
                "mente du `{suggestion}`?",
                "en listes områder: `every area in districts: …`",
                "en listes indikatorer: `every indicator in vaccines: …`",
                "år, halvår, kvartaler, måneder eller dage: `every year since 2014: …`",
            ),
        ),
    ),
    "E167": Entry(
        en=Words(
            "`{written}` holds no whole period of the length that is asked for here",
            help=("name a period of that length, or a longer one",),
        ),
        da=Words(
            "`{written}` rummer ingen hel periode af den længde, der spørges om her",
            help=("skriv en periode af den længde eller en længere",),
        ),
    ),
    "E168": Entry(
        en=Words(
            "`{clause}` and a projection cannot both decide over one limit",
            labels=("this one", "the projection"),
            help=("keep one of them",),
        ),
        da=Words(
            "`{clause}` og en fremskrivning kan ikke begge afgøre den samme grænse",
            labels=("denne", "fremskrivningen"),
            help=("behold den ene",),
        ),
    ),
    "E169": Entry(
        en=Words(
            "there is no table of chance for the level of confidence `{written}`",
            help=("did you mean `{suggestion}`?", "a level of confidence can be {known}"),
        ),
        da=Words(
            "der er ingen sandsynlighedstabel for sikkerhedsniveauet `{written}`",
            help=("mente du `{suggestion}`?", "et sikkerhedsniveau kan være {known}"),
        ),
    ),
    "E170": Entry(
        en=Words(
            "`for each {each}` stands inside another of its kind",
            help=("take one of them away",),
        ),
        da=Words(
            "`for each {each}` står inden i et andet af samme slags",
            help=("fjern det ene",),
        ),
    ),
    "E171": Entry(
        en=Words(
            "`{objective}` has to know which way is better for `{written}`",
            labels=("which way?", "nothing says which way is better"),
            help=(
                "write `lower is better` or `higher is better` at the indicator {indicators}",
                "give it a name and a direction: `indicator total = {formula}, lower is better`",
            ),
        ),
        da=Words(
            "`{objective}` skal vide, hvilken vej der er bedst for `{written}`",
            labels=("hvilken vej?", "intet siger, hvilken vej der er bedst"),
            help=(
                "skriv `lower is better` eller `higher is better` ved indikatoren {indicators}",
                "giv det et navn og en retning: `indicator total = {formula}, lower is better`",
            ),
        ),
    ),
    "E172": Entry(
        en=Words(
            "`{objective}` goes the wrong way for `{name}`, where {better} is better",
            labels=("this way", "{better} is better"),
            help=("did you mean `{instead}`?", "else the indicator's direction is the other one"),
        ),
        da=Words(
            "`{objective}` går den forkerte vej for `{name}`, hvor {better} er bedre",
            labels=("denne vej", "{better} er bedre"),
            help=("mente du `{instead}`?", "ellers er det indikatorens retning, der er den anden"),
        ),
    ),
    "E173": Entry(
        en=Words(
            "a change by `{written}` can be percent or percentage points here",
            labels=("of what?", "a percentage"),
            help=(
                "write `{points}` for percentage points",
                "write `{relative}` for a share of the start",
                "write `{yearly}` for a share of the year before",
            ),
        ),
        da=Words(
            "en ændring på `{written}` kan være procent eller procentpoint her",
            labels=("af hvad?", "en procentdel"),
            help=(
                "skriv `{points}` for procentpoint",
                "skriv `{relative}` for en andel af begyndelsen",
                "skriv `{yearly}` for en andel af året før",
            ),
        ),
    ),
    "E174": Entry(
        en=Words(
            "`{written}` says from what value it starts, but not when",
            help=(
                "say when it starts: `from={period}`",
                "or write a line `baseline {period}` in the agreement",
            ),
        ),
        da=Words(
            "`{written}` siger, fra hvilken værdi det begynder, men ikke hvornår",
            help=(
                "skriv, hvornår det begynder: `from={period}`",
                "eller skriv en linje `baseline {period}` i aftalen",
            ),
        ),
    ),
    "E175": Entry(
        en=Words(
            "`{part}` says nothing beside `{other}`",
            help=("take one of them away",),
        ),
        da=Words(
            "`{part}` siger ikke noget ved siden af `{other}`",
            help=("slet en af dem",),
        ),
    ),
    "E176": Entry(
        en=Words(
            "`{written}` is a band, and nothing is equal to a band",
            help=(
                "write `<= {written}` for its upper end",
                "write `>= {written}` for its lower end",
            ),
        ),
        da=Words(
            "`{written}` er et bånd, og intet er lig med et bånd",
            help=(
                "skriv `<= {written}` for dets øvre ende",
                "skriv `>= {written}` for dets nedre ende",
            ),
        ),
    ),
    "E177": Entry(
        en=Words(
            "the milestone {written} does not lie between the start and the deadline",
            help=("the start is {start}", "the deadline is {by}"),
        ),
        da=Words(
            "delmålet {written} ligger ikke mellem begyndelsen og fristen",
            help=("begyndelsen er {start}", "fristen er {by}"),
        ),
    ),
    "E178": Entry(
        en=Words(
            "`{written}` holds too few points for a trend, which needs four of them",
            help=(
                "write `{three}` or more; over one alone it is the change since the one before",
                "write a range of at least four periods: `{instead}`",
            ),
        ),
        da=Words(
            "`{written}` rummer for få punkter til en tendens, som kræver fire",
            help=(
                "skriv `{three}` eller mere; over en enkelt er det ændringen siden den før",
                "skriv et spænd på mindst fire perioder: `{instead}`",
            ),
        ),
    ),
    "E179": Entry(
        en=Words(
            "written out, conditions lie more than {most} deep inside each other here",
            help=("make it of fewer steps: the conditions that are named in it count too",),
        ),
        da=Words(
            "skrevet helt ud ligger her mere end {most} betingelser inden i hinanden",
            help=("brug færre led: de betingelser, der nævnes i det, tæller også med",),
        ),
    ),
    "E180": Entry(
        en=Words(
            "it takes figures to say which areas are in the list `{name}`, so they have no "
            "targets of their own",
            help=(
                "ask for all of them at once: `name: every area in {name}: …`",
                "or name the areas: `areas {name} = …`",
            ),
        ),
        da=Words(
            "der skal tal til at sige, hvilke områder der er på listen `{name}`, så de kan ikke "
            "have hver sit mål",
            help=(
                "spørg om dem alle på én gang: `name: every area in {name}: …`",
                "eller skriv områderne: `areas {name} = …`",
            ),
        ),
    ),
    "W181": Entry(
        en=Words(
            "even if nothing changes, chance alone breaks this limit on `{name}` in about "
            "{share} of 100 {periods}",
            help=(
                "write `confidence 95%` to fail only what chance does not explain",
                "or allow a margin: `warn within 10%`",
            ),
        ),
        da=Words(
            "selv om intet ændrer sig, brydes grænsen for `{name}` alene på grund af "
            "tilfældigheder i omkring {share} af 100 {periods}",
            help=(
                "skriv `confidence 95%`, så det ikke tæller som brudt, når det alene kan skyldes "
                "tilfældigheder",
                "eller giv en margen: `warn within 10%`",
            ),
        ),
    ),
    "E182": Entry(
        en=Words(
            "`for each {written}` cannot stand so",
            help=(
                "did you mean `for each {suggestion}`?",
                "for areas: `for each area in districts {{ … }}`",
                "for indicators: `for each indicator in vaccines {{ … }}`",
                "for parts of the year: `for each month {{ … }}`, also `halfyear` and `quarter`",
            ),
        ),
        da=Words(
            "`for each {written}` kan ikke stå sådan",
            help=(
                "mente du `for each {suggestion}`?",
                "for områder: `for each area in districts {{ … }}`",
                "for indikatorer: `for each indicator in vaccines {{ … }}`",
                "for dele af året: `for each month {{ … }}`, også `halfyear` og `quarter`",
            ),
        ),
    ),
    "E183": Entry(
        en=Words(
            "this target is never judged: `{written}` lies outside the agreement's own years "
            "{valid}",
            help=("is one of the years wrong?",),
        ),
        da=Words(
            "målet bedømmes aldrig: `{written}` ligger uden for aftalens egne år {valid}",
            help=("er et af årene forkert?",),
        ),
    ),
    "E184": Entry(
        en=Words(
            "`{written}` cannot be handed to the condition `{name}`",
            help=(
                "leave the name out: write `{value}`",
                "a condition takes numbers, names of indicators and what is made of them",
            ),
        ),
        da=Words(
            "`{written}` kan ikke gives til betingelsen `{name}`",
            help=(
                "udelad navnet: skriv `{value}`",
                "en betingelse tager tal, navne på indikatorer og det, der laves af dem",
            ),
        ),
    ),
    "E185": Entry(
        en=Words(
            "this condition is the same for every indicator of the list",
            help=("write `it` for the indicator whose turn it is: `it >= 90`",),
        ),
        da=Words(
            "betingelsen er den samme for alle listens indikatorer",
            help=("skriv `it` for den indikator, turen er kommet til: `it >= 90`",),
        ),
    ),
}
