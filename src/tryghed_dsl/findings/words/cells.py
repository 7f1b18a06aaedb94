"""Words for dates, units, flags and counts that say something else than they seem to."""

from tryghed_dsl.findings.words.entry import Entry, Words

CELLS: dict[str, Entry] = {
    "E322": Entry(
        en=Words(
            "the date `{written}` can be {first} or {second}",
            help=("write dates with the year first, or with dots if the day comes first",),
        ),
        da=Words(
            "datoen `{written}` kan være {first} eller {second}",
            help=("skriv datoer med året først, eller med punktum, hvis dagen kommer først",),
        ),
    ),
    "W323": Entry(
        en=Words(
            "the figures seem to be in multiples, by `{written}`; they were used as they are",
            help=(
                "write `scale = {scale}` in `tryghed.toml` to have them multiplied",
                "write `scale = 1` if they are meant as they stand",
            ),
        ),
        da=Words(
            "tallene er vist ganget ned, efter `{written}` at dømme; de er brugt, som de er",
            help=(
                "skriv `scale = {scale}` i `tryghed.toml` for at få dem ganget op",
                "skriv `scale = 1`, hvis de er ment, som de står",
            ),
        ),
    ),
    "W324": Entry(
        en=Words(
            "`{name}` is in percent, and its figures all lie between 0 and 1, such as {value}",
            help=(
                "write `scale = 100` in `tryghed.toml` if they are shares of 1",
                "write `procent` in a column `enhed` if they are percentages below 1",
            ),
        ),
        da=Words(
            "`{name}` er i procent, og tallene for den ligger alle mellem 0 og 1, for eksempel "
            "{value}",
            help=(
                "skriv `scale = 100` i `tryghed.toml`, hvis de er andele af 1",
                "skriv `procent` i en kolonne `enhed`, hvis de er procenter under 1",
            ),
        ),
    ),
    "W325": Entry(
        en=Words(
            "`{name}` is a share from 0 to {most}, which {value} is not; figures beyond it: "
            "{figures}",
            help=(
                "check the figure, and whether `scale` in `tryghed.toml` should be another",
                "write another unit for it in the spec, such as `index` or `number`, if it is no "
                "share",
            ),
        ),
        da=Words(
            "`{name}` er en andel fra 0 til {most}, og det er for eksempel {value} ikke; tal uden "
            "for grænserne: {figures}",
            help=(
                "se efter tallet, og om `scale` i `tryghed.toml` skal være en anden",
                "skriv en anden enhed for den i aftalefilen, som `index` eller `number`, hvis den "
                "ikke er en andel",
            ),
        ),
    ),
    "W326": Entry(
        en=Words(
            "`{name}` is a count, which {value} cannot be; figures that are negative or not "
            "whole: {figures}",
            help=(
                "check the figure",
                "write another unit for it in the spec, such as `number` or `percent`, if it is "
                "no count",
                "write `scale = 1000` in `tryghed.toml` if the figures are in thousands",
            ),
        ),
        da=Words(
            "`{name}` er et antal, og det kan {value} ikke være; tal, der er negative eller ikke "
            "hele: {figures}",
            help=(
                "se efter tallet",
                "skriv en anden enhed for den i aftalefilen, som `number` eller `percent`, hvis "
                "den ikke er et antal",
                "skriv `scale = 1000` i `tryghed.toml`, hvis tallene er i tusinder",
            ),
        ),
    ),
    "W328": Entry(
        en=Words(
            "letters were lost before the file came here, in {shown}",
            help=(
                "fetch the file again, saved as UTF-8",
                "or say in `tryghed.toml` what each name stands for",
            ),
        ),
        da=Words(
            "bogstaver er gået tabt, før filen kom hertil, i {shown}",
            help=(
                "hent filen igen, gemt som UTF-8",
                "eller skriv i `tryghed.toml`, hvad hvert navn står for",
            ),
        ),
    ),
    "W329": Entry(
        en=Words(
            "the spec's names are those that the file has in another language: `{language}`",
            help=('write `language = "{language}"` in `tryghed.toml`',),
        ),
        da=Words(
            "aftalefilens navne er dem, som filen har på et andet sprog: `{language}`",
            help=('skriv `language = "{language}"` i `tryghed.toml`',),
        ),
    ),
    "E327": Entry(
        en=Words(
            "`{column}` may say how many events a row stands for, or count something else",
            help=(
                'write `columns = {{ "{column}" = "value" }}` in `tryghed.toml` to add it up',
                'or `columns = {{ "{column}" = "nothing" }}` if each row is one event',
            ),
        ),
        da=Words(
            "`{column}` kan sige, hvor mange hændelser en række står for, eller tælle noget andet",
            help=(
                'skriv `columns = {{ "{column}" = "value" }}` i `tryghed.toml` for at lægge den '
                "sammen",
                'eller `columns = {{ "{column}" = "nothing" }}`, hvis hver række er én hændelse',
            ),
        ),
    ),
}
