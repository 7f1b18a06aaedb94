"""Words for what lines are made of: what is lacking, too much, or in the wrong place."""

from tryghed_dsl.findings.words.entry import Entry, Words

LINES: dict[str, Entry] = {
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
    "E127": Entry(
        en=Words("this test lacks a line with `{name}`", help=("add a line such as `{instead}`",)),
        da=Words("testen mangler en linje med `{name}`", help=("tilføj en linje som `{instead}`",)),
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
