"""Words for what can be judged, and yet promises too much, nothing, or the same twice."""

from tryghed_dsl.findings.words.entry import Entry, Words

PROMISING: dict[str, Entry] = {
    "W230": Entry(
        en=Words(
            "no figure can meet `{written}`",
            help=(
                "is this meant: `{sign}`?",
                "for so much less than the year before: `{fall}`",
                "to hold it against its start: `{start}`",
                "figures lie between {least} and {most} here: write the number that was agreed",
                "no figure here lies below {only}: write the number that was agreed",
                "write the smaller end first: `{turned}`",
            ),
        ),
        da=Words(
            "intet tal kan opfylde `{written}`",
            help=(
                "er dette ment: `{sign}`?",
                "for så meget mindre end året før: `{fall}`",
                "for at holde det op imod begyndelsen: `{start}`",
                "tallene ligger mellem {least} og {most} her: skriv det tal, der er aftalt",
                "intet tal ligger under {only} her: skriv det tal, der er aftalt",
                "skriv den mindste ende først: `{turned}`",
            ),
        ),
    ),
    "W231": Entry(
        en=Words(
            "every figure meets `{written}`, so it promises nothing",
            help=(
                "is this meant: `{sign}`?",
                "to hold it against its start: `{start}`",
                "figures lie between {least} and {most} here: write the number that was agreed",
                "no figure here lies below {only}: write the number that was agreed",
                "to follow it without judging: `{watched}`",
            ),
        ),
        da=Words(
            "alle tal opfylder `{written}`, så det lover ikke noget",
            help=(
                "er dette ment: `{sign}`?",
                "for at holde det op imod begyndelsen: `{start}`",
                "tallene ligger mellem {least} og {most} her: skriv det tal, der er aftalt",
                "intet tal ligger under {only} her: skriv det tal, der er aftalt",
                "for at følge det uden at bedømme: `{watched}`",
            ),
        ),
    ),
    "W232": Entry(
        en=Words(
            "no figure can meet both `{one}` and `{other}`",
            labels=("this one", "and this one"),
            help=("keep the one that was agreed, or correct its sign or its number",),
        ),
        da=Words(
            "intet tal kan opfylde både `{one}` og `{other}`",
            labels=("dette", "og dette"),
            help=("behold det, der er aftalt, eller ret dets tegn eller tal",),
        ),
    ),
    "W233": Entry(
        en=Words(
            "the same is promised twice: `{one}`",
            labels=("the second time", "the first time"),
            help=("take one of them away, so that it is judged once",),
        ),
        da=Words(
            "det samme er lovet to gange: `{one}`",
            labels=("anden gang", "første gang"),
            help=("slet det ene, så det kun bedømmes én gang",),
        ),
    ),
    "W234": Entry(
        en=Words(
            "`{one}` adds nothing to `{other}`, which asks for more",
            labels=("always met when the other is", "the stricter one"),
            help=("keep one of them; for an early stage, say when each holds: `valid 2018..2019`",),
        ),
        da=Words(
            "`{one}` tilføjer ikke noget til `{other}`, som kræver mere",
            labels=("altid opfyldt, når det andet er", "det skrappeste"),
            help=(
                "behold det ene; er det ene et skridt på vejen, så skriv, hvornår de gælder: "
                "`valid 2018..2019`",
            ),
        ),
    ),
    "W235": Entry(
        en=Words(
            "nothing uses {what} `{name}`",
            help=(
                "write what is promised of it, or follow it without judging: `{watched}`",
                "the line can be taken away",
            ),
        ),
        da=Words(
            "{what} `{name}` bruges ikke til noget",
            help=(
                "skriv, hvad der er lovet om den, eller følg den uden at bedømme: `{watched}`",
                "linjen kan slettes",
            ),
        ),
    ),
    "W400": Entry(
        en=Words(
            "at the start in {start} `{name}` was {value}, so the target was met before it began",
            help=(
                "check the end value, which is {end}, and the start",
                "if it is only to stay there: `{limit}`",
            ),
        ),
        da=Words(
            "ved begyndelsen i {start} var `{name}` {value}, så målet var nået, før det begyndte",
            help=(
                "kontrollér slutværdien, som er {end}, og begyndelsen",
                "skal det blot blive der: `{limit}`",
            ),
        ),
    ),
    "W401": Entry(
        en=Words(
            "there is no figure for `{name}` in {period}, which this is held against",
            help=(
                "there are figures for {years}: write one of those",
                "or state what was agreed, at the indicator: `baseline {period} = …`",
            ),
        ),
        da=Words(
            "der er intet tal for `{name}` i {period}, som dette holdes op imod",
            help=(
                "der er tal for {years}: skriv et af dem",
                "eller skriv det aftalte ved indikatoren: `baseline {period} = …`",
            ),
        ),
    ),
    "N236": Entry(
        en=Words(
            "nothing in the spec uses {what} `{name}`",
            help=(
                "take the line away, unless its areas are asked for by name when judging: "
                "`--areas {name}`",
            ),
        ),
        da=Words(
            "intet i aftalefilen bruger {what} `{name}`",
            help=(
                "slet linjen, medmindre områderne nævnes ved navn, når der bedømmes: "
                "`--areas {name}`",
            ),
        ),
    ),
}
