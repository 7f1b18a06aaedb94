"""Words for figures that stand beside those that are asked for, and what was done with them."""

from tryghed_dsl.findings.words.entry import Entry, Words

PARTING: dict[str, Entry] = {
    "N390": Entry(
        en=Words(
            "figures left out, since their words say that they are something else: {shown}",
            help=(
                'to take them, write in `tryghed.toml`: `select = {{ "{dimension}" = "{first}" }}`',
            ),
        ),
        da=Words(
            "tal, der ikke er brugt, fordi deres ord siger, at de er noget andet: {shown}",
            help=('vælg dem selv i `tryghed.toml`: `select = {{ "{dimension}" = "{first}" }}`',),
        ),
    ),
    "N391": Entry(
        en=Words(
            "the figures are of {shown}, and were taken as figures of the whole",
            help=("check that this is what the spec asks for",),
        ),
        da=Words(
            "tallene er for {shown} og er taget som tal for det hele",
            help=("se efter, om det er det, aftalefilen spørger om",),
        ),
    ),
    "E392": Entry(
        en=Words(
            "`{over}` and `{under}` stand in one column, and it is not clear which rows are "
            "part of which",
            help=(
                "in Excel, choose the report layout in tabular form and repeat all labels",
                "or give indicators and areas a column each",
            ),
        ),
        da=Words(
            "`{over}` og `{under}` står i samme kolonne, og det er ikke klart, hvilke rækker "
            "der er en del af hvilke",
            help=(
                "vælg i Excel rapportlayout i tabelformat, og gentag alle navne",
                "eller giv indikatorer og områder hver sin kolonne",
            ),
        ),
    ),
    "N393": Entry(
        en=Words(
            "`{under}` was read as standing under `{over}`; rows that sum up those below, left "
            "out: {rows}",
            help=("give indicators and areas a column each, if this is not so",),
        ),
        da=Words(
            "`{under}` er læst som en del af `{over}`; rækker, der samler dem nedenunder, ikke "
            "brugt: {rows}",
            help=("giv indikatorer og områder hver sin kolonne, hvis det ikke er sådan",),
        ),
    ),
    "N394": Entry(
        en=Words(
            "sheets of targets or forecasts beside those of figures, left out: {sheets}",
            help=('to read one, name it in `tryghed.toml`: `sheet = "{first}"`',),
        ),
        da=Words(
            "ark med mål eller forventninger ved siden af dem med tal, ikke læst: {sheets}",
            help=('navngiv arket i `tryghed.toml` for at læse det: `sheet = "{first}"`',),
        ),
    ),
    "N395": Entry(
        en=Words(
            "rows and columns that are hidden in the sheet were read too: {hidden}",
            help=("delete what is not meant, or read only the cells that are: `range`",),
        ),
        da=Words(
            "rækker og kolonner, der er skjult i arket, er også læst: {hidden}",
            help=("slet det, der ikke menes, eller læs kun de rigtige celler: `range`",),
        ),
    ),
    "N396": Entry(
        en=Words(
            "numbers with the mark `{mark}` behind them, read without it: {cells}",
            help=('say in `tryghed.toml` what it means: `flags = {{ "{mark}" = "provisional" }}`',),
        ),
        da=Words(
            "tal med mærket `{mark}` efter sig, læst uden det: {cells}",
            help=('skriv i `tryghed.toml`, hvad det er: `flags = {{ "{mark}" = "provisional" }}`',),
        ),
    ),
    "N397": Entry(
        en=Words(
            "`{written}` stands among the periods and sums them up; its figures were left out",
            help=("give each figure its own period, if it is one",),
        ),
        da=Words(
            "`{written}` står blandt perioderne og samler dem; dens tal er ikke brugt",
            help=("giv hvert tal sin egen periode, hvis det har en",),
        ),
    ),
}
