"""Words for what was assumed where a spec does not say."""

from tryghed_dsl.findings.words.entry import Entry, Words

ASSUMED: dict[str, Entry] = {
    "N201": Entry(
        en=Words(
            "`{target}` starts in {period}, the first period in which both sides are known",
            help=("write `from={period}` to say so, or another start",),
        ),
        da=Words(
            "`{target}` begynder i {period}, den første periode, hvor begge sider er kendt",
            help=("skriv `from={period}` for at fastholde det, eller vælg en anden begyndelse",),
        ),
    ),
    "N202": Entry(
        en=Words(
            "`{target}` is judged on the distance alone, because no direction is declared",
            help=(
                "write `lower is better` or `higher is better` at the indicator {indicators}",
                "give it a name and a direction: `indicator total = {formula}, lower is better`",
            ),
        ),
        da=Words(
            "`{target}` bedømmes på afstanden alene, fordi der ikke er angivet en retning",
            help=(
                "skriv `lower is better` eller `higher is better` ved indikatoren {indicators}",
                "giv det et navn og en retning: `indicator total = {formula}, lower is better`",
            ),
        ),
    ),
    "N203": Entry(
        en=Words(
            "`{name}` is not declared; its unit is not known, and numbers are taken as they are",
            help=('declare it: `indicator {name} "…", percent, lower is better`',),
        ),
        da=Words(
            "`{name}` er ikke beskrevet; enheden kendes ikke, og tallene tages, som de er",
            help=('beskriv den: `indicator {name} "…", percent, lower is better`',),
        ),
    ),
    "N204": Entry(
        en=Words(
            "`{name}` is not declared; it is taken as {what}",
            help=("declare it: `benchmark {name} = same indicator in …`",),
        ),
        da=Words(
            "`{name}` er ikke beskrevet; den tages som {what}",
            help=("beskriv den: `benchmark {name} = same indicator in …`",),
        ),
    ),
}
