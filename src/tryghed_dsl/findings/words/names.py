"""Words for names: not known, taken twice, needed, made from themselves."""

from tryghed_dsl.findings.words.entry import Entry, Words

NAMES: dict[str, Entry] = {
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
    "E119": Entry(
        en=Words(
            "`{name}` is made from itself: {circle}",
            help=("take one step of the circle away",),
        ),
        da=Words("`{name}` er lavet af sig selv: {circle}", help=("fjern et led i ringen",)),
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
}
