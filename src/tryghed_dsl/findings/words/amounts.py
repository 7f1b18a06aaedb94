"""Words for amounts that do not fit: units, percentages, periods, and limits out of reach."""

from tryghed_dsl.findings.words.entry import Entry, Words

AMOUNTS: dict[str, Entry] = {
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
}
