"""Words for what is wrong or odd in files that describe their own dimensions."""

from tryghed_dsl.findings.words.entry import Entry, Words

CUBES: dict[str, Entry] = {
    "E340": Entry(
        en=Words(
            "the file holds {found} figures where its categories make {expected}",
            help=("fetch the file anew; it may have been cut short, or have decimal commas",),
        ),
        da=Words(
            "filen rummer {found} tal, hvor dens kategorier giver {expected}",
            help=("hent filen igen; den kan være klippet af eller have decimalkommaer",),
        ),
    ),
    "E341": Entry(
        en=Words(
            "`{part}` is missing from the file, or is not as it should be",
            help=("fetch the file anew from where it came, and leave it as it is",),
        ),
        da=Words(
            "`{part}` mangler i filen eller er ikke, som det skal være",
            help=("hent filen igen, hvor den kom fra, og lad den være, som den er",),
        ),
    ),
    "N342": Entry(
        en=Words(
            "rows that the file leaves out, and that count as zero in its format: {rows}",
            help=("check with whoever made the file that they are zero, and not missing",),
        ),
        da=Words(
            "rækker, som filen udelader, og som er nul i dens format: {rows}",
            help=("spørg dem, der har lavet filen, om de er nul og ikke mangler",),
        ),
    ),
    "E343": Entry(
        en=Words(
            "`{first}` says {found}, and `{second}` says {expected}",
            help=("correct the one that is wrong, or fetch the file anew",),
        ),
        da=Words(
            "`{first}` siger {found}, og `{second}` siger {expected}",
            help=("ret det, der er forkert, eller hent filen igen",),
        ),
    ),
    "E344": Entry(
        en=Words(
            "`{name}` stands twice in `{part}`",
            help=("keep the one that is right, or fetch the file anew",),
        ),
        da=Words(
            "`{name}` står to gange i `{part}`",
            help=("behold det, der er rigtigt, eller hent filen igen",),
        ),
    ),
    "E345": Entry(
        en=Words(
            "the file tells of {found} figures, and at most {most} can be read",
            help=("fetch fewer categories or periods at a time",),
        ),
        da=Words(
            "filen beskriver {found} tal, og der kan højst læses {most}",
            help=("hent færre kategorier eller perioder ad gangen",),
        ),
    ),
    "E346": Entry(
        en=Words(
            "`{symbol}` is zero in PX files, and this one shows it as `{written}`",
            help=(
                'say in `tryghed.toml` what it means: `zero = ["{symbol}"]` or '
                '`missing = ["{symbol}"]`',
            ),
        ),
        da=Words(
            "`{symbol}` er nul i PX-filer, og denne viser det som `{written}`",
            help=(
                'skriv i `tryghed.toml`, hvad det betyder: `zero = ["{symbol}"]` eller '
                '`missing = ["{symbol}"]`',
            ),
        ),
    ),
}
