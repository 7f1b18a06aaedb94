"""Words for how files of figures were read: what was taken, set aside, or could not be chosen."""

from tryghed_dsl.findings.words.entry import Entry, Words

CHOOSING: dict[str, Entry] = {
    "N360": Entry(
        en=Words(
            "columns with numbers that were not used: {columns}",
            help=("give a column a heading that says what it holds, if it is needed",),
        ),
        da=Words(
            "kolonner med tal, der ikke er brugt: {columns}",
            help=("giv kolonnen en overskrift, der siger, hvad den rummer, hvis den skal bruges",),
        ),
    ),
    "E361": Entry(
        en=Words(
            "this line has more than the {most} characters that are read",
            help=("check that the file is a table with line breaks between its rows",),
        ),
        da=Words(
            "linjen har flere end de {most} tegn, der læses",
            help=("se efter, om filen er en tabel med linjeskift mellem rækkerne",),
        ),
    ),
    "W363": Entry(
        en=Words(
            "letters were lost before the file came here, in {shown}; rows set aside: {rows}",
            help=(
                "fetch the file again, saved as UTF-8",
                "or say in `tryghed.toml` what each name stands for",
            ),
        ),
        da=Words(
            "bogstaver er gået tabt, før filen kom hertil, i {shown}; rækker lagt til side: {rows}",
            help=(
                "hent filen igen, gemt som UTF-8",
                "eller skriv i `tryghed.toml`, hvad hvert navn står for",
            ),
        ),
    ),
    "E365": Entry(
        en=Words(
            "the file has figures of several kinds for the same thing: {parts}",
            help=(
                'choose one in `tryghed.toml`: `select = {{ "{dimension}" = "{first}" }}`',
                'or add them up: `sum = ["{dimension}"]`',
                'or say that it makes no difference: `columns = {{ "{dimension}" = "nothing" }}`',
            ),
        ),
        da=Words(
            "filen har tal af flere slags for det samme: {parts}",
            help=(
                'vælg et i `tryghed.toml`: `select = {{ "{dimension}" = "{first}" }}`',
                'eller læg dem sammen: `sum = ["{dimension}"]`',
                'eller skriv, at det intet betyder: `columns = {{ "{dimension}" = "nothing" }}`',
            ),
        ),
    ),
    "E366": Entry(
        en=Words(
            "`tryghed.toml` asks for {wanted} of `{dimension}`, which the file does not have",
            help=("it has {known}",),
        ),
        da=Words(
            "`tryghed.toml` beder om {wanted} af `{dimension}`, og det har filen ikke",
            help=("den har {known}",),
        ),
    ),
    "N367": Entry(
        en=Words(
            "`{written}` was read as `{known}`, which is spelled a little otherwise",
            help=("write the name as the spec does, if another was meant",),
        ),
        da=Words(
            "`{written}` er læst som `{known}`, der staves lidt anderledes",
            help=("skriv navnet som i aftalefilen, hvis et andet var ment",),
        ),
    ),
    "N368": Entry(
        en=Words(
            "{names} indicators are not in the spec ({shown}); rows set aside: {rows}",
            help=("declare those that are needed, with the file's name for them as the title",),
        ),
        da=Words(
            "{names} indikatorer er ikke i aftalefilen ({shown}); rækker lagt til side: {rows}",
            help=("beskriv dem, der skal bruges, med filens navn for dem som titel",),
        ),
    ),
    "N369": Entry(
        en=Words(
            "{names} areas are not in the spec ({shown}); rows set aside: {rows}",
            help=("declare those that are needed, with the file's name for them as the title",),
        ),
        da=Words(
            "{names} områder er ikke i aftalefilen ({shown}); rækker lagt til side: {rows}",
            help=("beskriv dem, der skal bruges, med filens navn for dem som titel",),
        ),
    ),
    "N370": Entry(
        en=Words(
            "rows of `{name}`, which is a total that the spec does not have, set aside: {rows}",
            help=("declare it with that title, if it is needed",),
        ),
        da=Words(
            "rækker for `{name}`, som er en total, der ikke er i aftalefilen, "
            "lagt til side: {rows}",
            help=("beskriv den med den titel, hvis den skal bruges",),
        ),
    ),
    "W371": Entry(
        en=Words(
            "`{symbol}` can mean zero or no figure; it was read as no figure, in cells: {cells}",
            help=(
                'say in `tryghed.toml` what it means: `zero = ["{symbol}"]` or '
                '`missing = ["{symbol}"]`',
            ),
        ),
        da=Words(
            "`{symbol}` kan betyde nul eller intet tal; det er læst som intet tal, i celler: "
            "{cells}",
            help=(
                'skriv i `tryghed.toml`, hvad det betyder: `zero = ["{symbol}"]` eller '
                '`missing = ["{symbol}"]`',
            ),
        ),
    ),
    "N379": Entry(
        en=Words(
            "sheets without a table of figures, and not read: {sheets}",
            help=('name the sheet in `tryghed.toml` if only one is meant: `sheet = "…"`',),
        ),
        da=Words(
            "ark uden en tabel med tal, ikke læst: {sheets}",
            help=('navngiv arket i `tryghed.toml`, hvis kun ét er ment: `sheet = "…"`',),
        ),
    ),
    "N380": Entry(
        en=Words(
            "lines of areas or indicators that the spec does not have, left unread: {rows}",
            help=("declare what is needed to have its figures read",),
        ),
        da=Words(
            "linjer for områder eller indikatorer, der ikke er i aftalefilen, ikke læst: {rows}",
            help=("beskriv det, der skal bruges, for at få tallene læst",),
        ),
    ),
    "N381": Entry(
        en=Words(
            "the figures of `{name}` are in percent where the spec has shares of 1, or the other "
            "way round; they were converted",
            help=("check that the spec's unit is the one that is meant",),
        ),
        da=Words(
            "tallene for `{name}` er i procent, hvor aftalefilen har andele af 1, eller omvendt; "
            "de er regnet om",
            help=("se efter, om aftalefilens enhed er den, der menes",),
        ),
    ),
    "N362": Entry(
        en=Words(
            "all figures are taken to be of `{known}`, which stands in `{written}`",
            help=("say in `tryghed.toml` what they are of, if it is something else",),
        ),
        da=Words(
            "alle tal er taget som tal for `{known}`, der står i `{written}`",
            help=("skriv i `tryghed.toml`, hvad de er for, hvis det er noget andet",),
        ),
    ),
    "E364": Entry(
        en=Words(
            "events of `{written}` cannot be counted in shorter periods: {rows}",
            help=("give each event its date, or count them in longer periods: `per`",),
        ),
        da=Words(
            "hændelser for `{written}` kan ikke tælles i kortere perioder: {rows}",
            help=("giv hver hændelse sin dato, eller tæl dem i længere perioder: `per`",),
        ),
    ),
    "N378": Entry(
        en=Words(
            "events outside the periods that `covers` names were not counted: {rows}",
            help=("widen `covers` in `tryghed.toml`, if the file has all events of them",),
        ),
        da=Words(
            "hændelser uden for de perioder, som `covers` nævner, er ikke talt: {rows}",
            help=("udvid `covers` i `tryghed.toml`, hvis filen har alle hændelser i dem",),
        ),
    ),
}
