"""Words for what is wrong with a spec's meaning, before any figure is read."""

from tryghed_dsl.findings.words.entry import Entry, Words

MEANING: dict[str, Entry] = {
    "E101": Entry(
        en=Words(
            "there is no {what} called `{name}`",
            help=("did you mean `{suggestion}`?", "declare it on a line of its own"),
        ),
        da=Words(
            "der er {what}, der hedder `{name}`",
            help=("mente du `{suggestion}`?", "beskriv det på en linje for sig"),
        ),
    ),
    "E102": Entry(
        en=Words(
            "`{name}` is declared twice",
            labels=("the second time", "the first time"),
            help=("take one away, or give one of them another name",),
        ),
        da=Words(
            "`{name}` er beskrevet to gange",
            labels=("anden gang", "første gang"),
            help=("slet den ene, eller giv den et andet navn",),
        ),
    ),
    "E103": Entry(
        en=Words(
            "{left} and {right} do not go together",
            labels=("{right}", "{left}"),
            help=(
                "as a number: `{number}`",
                "write `{points}` for percentage points",
                "only figures of the same unit can be compared or added",
            ),
        ),
        da=Words(
            "{left} og {right} passer ikke sammen",
            labels=("{right}", "{left}"),
            help=(
                "som tal: `{number}`",
                "skriv `{points}` for procentpoint",
                "kun tal med samme enhed kan sammenlignes eller lægges sammen",
            ),
        ),
    ),
    "E104": Entry(
        en=Words(
            "percent and percentage points are mixed",
            labels=("{written} of what?", "{left}"),
            help=(
                "write `{relative}` for a share of it",
                "write `{points}` for percentage points",
            ),
        ),
        da=Words(
            "procent og procentpoint er blandet sammen",
            labels=("{written} af hvad?", "{left}"),
            help=("skriv `{relative}` for en andel af det", "skriv `{points}` for procentpoint"),
        ),
    ),
    "E143": Entry(
        en=Words(
            "`{written}` has to be a share of something here",
            labels=("{written} of what?", "{left}"),
            help=(
                "write what it is a share of: `{relative}`",
                "write it without dividing: `{undivided}`",
                "for a change by so much: `{change}`",
                "write what it is a share of, which is not what is judged itself: `{share}`",
                "in percentage points: `{points}`",
                "as a number: `{number}`",
            ),
        ),
        da=Words(
            "`{written}` skal være en andel af noget her",
            labels=("{written} af hvad?", "{left}"),
            help=(
                "skriv, hvad det er en andel af: `{relative}`",
                "skriv det uden division: `{undivided}`",
                "for en ændring af den størrelse: `{change}`",
                "skriv, hvad det er en andel af, og det er ikke det, der bedømmes: `{share}`",
                "i procentpoint: `{points}`",
                "som tal: `{number}`",
            ),
        ),
    ),
    "E105": Entry(
        en=Words(
            "this line promises nothing that can be judged",
            help=(
                "write what it is held against: `{written} <= 48`",
                "or watch it only: `monitor {name}`",
            ),
        ),
        da=Words(
            "linjen lover ikke noget, der kan bedømmes",
            help=(
                "skriv, hvad det holdes op imod: `{written} <= 48`",
                "eller følg det blot: `monitor {name}`",
            ),
        ),
    ),
    "E106": Entry(
        en=Words(
            "`{word}` is no clause that is known here",
            help=("did you mean `{suggestion}`?", "here can stand {known}"),
        ),
        da=Words(
            "`{word}` er ikke en oplysning, der kendes her",
            help=("mente du `{suggestion}`?", "her kan stå {known}"),
        ),
    ),
    "E107": Entry(
        en=Words(
            "the language has no `{name}(…)` here",
            help=("did you mean `{suggestion}`?", "here can stand {known}"),
        ),
        da=Words(
            "sproget har ikke `{name}(…)` her",
            help=("mente du `{suggestion}`?", "her kan stå {known}"),
        ),
    ),
    "E108": Entry(
        en=Words(
            "`{function}` has no part called `{name}`",
            help=("did you mean `{suggestion}`?", "its parts can be {known}"),
        ),
        da=Words(
            "`{function}` har ingen del, der hedder `{name}`",
            help=("mente du `{suggestion}`?", "dens dele kan være {known}"),
        ),
    ),
    "E109": Entry(
        en=Words(
            "`{function}` lacks {name}",
            help=(
                "for this line: `{line}`",
                "write it so: `{instead}`",
                "or, however small the steps: `{other}`",
            ),
        ),
        da=Words(
            "`{function}` mangler {name}",
            help=(
                "for denne linje: `{line}`",
                "skriv det sådan: `{instead}`",
                "eller, hvor små skridtene end er: `{other}`",
            ),
        ),
    ),
    "E110": Entry(
        en=Words(
            "`{written}` cannot be {name} here",
            help=(
                "write it so: `{instead}`",
                "write {expected}",
                "how much is `{word}`? a word like that cannot be judged, so an amount is needed",
                "for that part of the start: `{percent}`",
                "or exactly, as an end value: `{end}`",
            ),
        ),
        da=Words(
            "`{written}` kan ikke være {name} her",
            help=(
                "skriv det sådan: `{instead}`",
                "skriv {expected}",
                "hvor meget er `{word}`? sådan et ord kan ikke bedømmes, så der skal stå et tal",
                "for den del af begyndelsen: `{percent}`",
                "eller præcist, som en slutværdi: `{end}`",
            ),
        ),
    ),
    "E111": Entry(
        en=Words(
            "`{clause}` does not go with this kind of target",
            help=(
                "write it inside the brackets: `{inside}`",
                "it can stand with {fitting}",
                "take it away",
            ),
        ),
        da=Words(
            "`{clause}` passer ikke til denne slags mål",
            help=(
                "skriv den inde i parentesen: `{inside}`",
                "den kan stå ved {fitting}",
                "slet den",
            ),
        ),
    ),
    "E112": Entry(
        en=Words(
            "`{clause}` is one too many: that is said already",
            labels=("the second time", "the first time"),
            help=("keep one of them",),
        ),
        da=Words(
            "`{clause}` er én for meget: det er sagt i forvejen",
            labels=("anden gang", "første gang"),
            help=("behold den ene",),
        ),
    ),
    "E113": Entry(
        en=Words(
            "this target needs a label, because no single name stands left of the sign",
            help=("put a name and a colon before it: `{instead}`",),
        ),
        da=Words(
            "målet skal have et navn foran, fordi der ikke står ét navn til venstre for tegnet",
            help=("skriv et navn og et kolon foran: `{instead}`",),
        ),
    ),
    "E114": Entry(
        en=Words(
            "two targets are called `{name}`",
            labels=("the second", "the first"),
            help=(
                "no figure can meet both `{one}` and `{other}`: keep the one that was agreed",
                "both say `{again}`: take one of them away",
                "`{looser}` adds nothing to `{stricter}`: take it away",
                "what is judged is followed anyway: take `{watched}` out of the line with "
                "`monitor`",
                "put another label before one of them: `{label}: …`",
            ),
        ),
        da=Words(
            "to mål hedder `{name}`",
            labels=("det andet", "det første"),
            help=(
                "intet tal kan opfylde både `{one}` og `{other}`: behold det, der er aftalt",
                "begge siger `{again}`: slet det ene",
                "`{looser}` tilføjer ikke noget til `{stricter}`: slet det",
                "det, der bedømmes, følges i forvejen: slet `{watched}` i linjen med `monitor`",
                "skriv et andet navn foran det ene: `{label}: …`",
            ),
        ),
    ),
    "E115": Entry(
        en=Words(
            "`{written}` is no period",
            help=(
                "did you mean `{suggestion}`?",
                "write a year such as `2015`; years lie between 1500 and 2999",
            ),
        ),
        da=Words(
            "`{written}` er ikke en periode",
            help=(
                "mente du `{suggestion}`?",
                "skriv et år som `2015`; år ligger mellem 1500 og 2999",
            ),
        ),
    ),
    "E116": Entry(
        en=Words(
            "the deadline {by} does not lie after the start {start}",
            labels=("the deadline", "the start"),
            help=(
                "the other way round: `{turned}`",
                "write a deadline after the start: `{later}`",
                "`from=…` is the start and `by=…` the deadline",
            ),
        ),
        da=Words(
            "fristen {by} ligger ikke efter begyndelsen {start}",
            labels=("fristen", "begyndelsen"),
            help=(
                "den anden vej rundt: `{turned}`",
                "skriv en frist efter begyndelsen: `{later}`",
                "`from=…` er begyndelsen og `by=…` fristen",
            ),
        ),
    ),
    "W117": Entry(
        en=Words(
            "the deadline {by} lies outside the agreement's own years {valid}",
            help=(
                "nothing is judged after {last}: write `by={last}`, or let the agreement last",
                "nothing is judged before {first}; is one of the years wrong?",
            ),
        ),
        da=Words(
            "fristen {by} ligger uden for aftalens egne år {valid}",
            help=(
                "intet bedømmes efter {last}: skriv `by={last}`, eller lad aftalen løbe længere",
                "intet bedømmes før {first}; er et af årene forkert?",
            ),
        ),
    ),
    "E118": Entry(
        en=Words(
            "`{written}` is outside 0 to 100 percent",
            help=("did you mean `{suggestion}`?", "write a share from 0% to 100%"),
        ),
        da=Words(
            "`{written}` ligger uden for 0 til 100 procent",
            help=("mente du `{suggestion}`?", "skriv en andel fra 0% til 100%"),
        ),
    ),
    "E119": Entry(
        en=Words(
            "`{name}` is made from itself: {circle}",
            help=("take one step of the circle away",),
        ),
        da=Words("`{name}` er lavet af sig selv: {circle}", help=("fjern et led i ringen",)),
    ),
    "E120": Entry(
        en=Words(
            "`{written}` can be percent or percentage points here",
            help=(
                "write `{written} pp` for percentage points",
                "write `{written}%` for a share of the limit",
            ),
        ),
        da=Words(
            "`{written}` kan være procent eller procentpoint her",
            help=(
                "skriv `{written} pp` for procentpoint",
                "skriv `{written}%` for en andel af grænsen",
            ),
        ),
    ),
    "E121": Entry(
        en=Words(
            "no figure lies between {low} and {high}",
            help=("write the smaller number first: `{instead}`",),
        ),
        da=Words(
            "intet tal ligger mellem {low} og {high}",
            help=("skriv det mindste tal først: `{instead}`",),
        ),
    ),
    "E122": Entry(
        en=Words(
            "a file holds one agreement, and this is the second",
            labels=("the second", "the first"),
            help=("move it to a file of its own",),
        ),
        da=Words(
            "en fil rummer én aftale, og dette er den anden",
            labels=("den anden", "den første"),
            help=("flyt den til en fil for sig",),
        ),
    ),
    "W123": Entry(
        en=Words(
            "for `{name}` {better} is better, but the target points the other way",
            help=("is this meant: `{instead}`?", "else the indicator's direction is the other one"),
        ),
        da=Words(
            "for `{name}` er {better} bedre, men målet vender den anden vej",
            help=(
                "er dette ment: `{instead}`?",
                "ellers er det indikatorens retning, der er den anden",
            ),
        ),
    ),
    "E124": Entry(
        en=Words(
            "no indicator stands to the left, so there is nothing to judge",
            help=(
                "write the line so: `{line}`",
                "or, if that is meant: `{other}`",
                "write it so: `{instead}`",
                "write the indicator to the left of the sign, such as {example}",
            ),
        ),
        da=Words(
            "der står ingen indikator til venstre, så der er intet at bedømme",
            help=(
                "skriv linjen sådan: `{line}`",
                "eller, hvis det er det, der menes: `{other}`",
                "skriv det sådan: `{instead}`",
                "skriv indikatoren til venstre for tegnet, for eksempel {example}",
            ),
        ),
    ),
    "E125": Entry(
        en=Words(
            "`{word}` is no verdict",
            help=("did you mean `{suggestion}`?", "a verdict can be {known}"),
        ),
        da=Words(
            "`{word}` er ikke en vurdering",
            help=("mente du `{suggestion}`?", "en vurdering kan være {known}"),
        ),
    ),
    "E126": Entry(
        en=Words(
            "`{word}` is no reason for a verdict",
            help=("did you mean `{suggestion}`?", "a reason can be {known}"),
        ),
        da=Words(
            "`{word}` er ikke en begrundelse for en vurdering",
            help=("mente du `{suggestion}`?", "en begrundelse kan være {known}"),
        ),
    ),
    "E127": Entry(
        en=Words("this test lacks a line with `{name}`", help=("add a line such as `{instead}`",)),
        da=Words("testen mangler en linje med `{name}`", help=("tilføj en linje som `{instead}`",)),
    ),
    "E128": Entry(
        en=Words(
            "written out, `{name}` comes to more than can be judged",
            help=(
                "its parts are made of parts of parts: make it of fewer of them, and in fewer "
                "steps",
            ),
        ),
        da=Words(
            "skrevet helt ud bliver `{name}` til mere, end der kan bedømmes",
            help=("delene er lavet af dele af dele: brug færre af dem og færre led",),
        ),
    ),
    "W130": Entry(
        en=Words(
            "nothing in this file is judged",
            help=("write a target, such as `indbrud <= baseline(2015)`",),
        ),
        da=Words(
            "intet i filen bliver bedømt",
            help=("skriv et mål, for eksempel `indbrud <= baseline(2015)`",),
        ),
    ),
    "W131": Entry(
        en=Words(
            "any narrowing of the gap, however small, meets this target",
            help=("say how much of the gap must close: `close=50%`",),
        ),
        da=Words(
            "enhver indsnævring af afstanden, hvor lille den end er, opfylder målet",
            help=("skriv, hvor meget af afstanden der skal lukkes: `close=50%`",),
        ),
    ),
    "E133": Entry(
        en=Words(
            "it is not clear what `in {area}` belongs to here",
            help=("write it right behind the indicator: `{placed}`",),
        ),
        da=Words(
            "det er ikke klart, hvad `in {area}` hører til her",
            help=("skriv det lige efter indikatoren: `{placed}`",),
        ),
    ),
    "E134": Entry(
        en=Words(
            "`{written}` does not run from an earlier to a later period",
            help=(
                "write the earlier period first: `{instead}`",
                "write two periods of one length, such as {example}",
            ),
        ),
        da=Words(
            "`{written}` går ikke fra en tidligere til en senere periode",
            help=(
                "skriv den tidligste periode først: `{instead}`",
                "skriv to perioder af samme længde, for eksempel {example}",
            ),
        ),
    ),
    "W138": Entry(
        en=Words(
            "this early warning can never be given while the target is met",
            help=(
                "write `{instead}`: an early warning lies on the good side of the limit",
                "an early warning lies on the good side of the limit, before {limit} is reached",
            ),
        ),
        da=Words(
            "den tidlige advarsel kan aldrig komme, mens målet er opfyldt",
            help=(
                "skriv `{instead}`: en tidlig advarsel ligger på den gode side af grænsen",
                "en tidlig advarsel ligger på den gode side af grænsen, før {limit} er nået",
            ),
        ),
    ),
    "W139": Entry(
        en=Words(
            "a share of a limit of 0 is 0, so this margin allows nothing",
            help=(
                "write the margin as a number: `warn within 1`, or `warn within 1 pp` of percent",
            ),
        ),
        da=Words(
            "en andel af grænsen 0 er 0, så margenen giver intet spillerum",
            help=(
                "skriv margenen som et tal: `warn within 1`, eller `warn within 1 pp` ved procent",
            ),
        ),
    ),
    "E140": Entry(
        en=Words(
            "`{written}` takes its indicator from the left side of a target, and cannot stand here",
            help=("use it to the right of `<=` or `->`",),
        ),
        da=Words(
            "`{written}` henter sin indikator fra målets venstre side og kan ikke stå her",
            help=("brug det til højre for `<=` eller `->`",),
        ),
    ),
    "E141": Entry(
        en=Words(
            "`{written}` is a period, and a number is needed here",
            help=("for a figure of that period write `{indicator}[{period}]`",),
        ),
        da=Words(
            "`{written}` er en periode, og her skal stå et tal",
            help=("skriv `{indicator}[{period}]` for periodens tal",),
        ),
    ),
    "E142": Entry(
        en=Words(
            "a period in square brackets belongs right behind an indicator",
            help=("write it so: `{placed}`",),
        ),
        da=Words(
            "en periode i kantede parenteser hører til lige efter en indikator",
            help=("skriv det sådan: `{placed}`",),
        ),
    ),
}
