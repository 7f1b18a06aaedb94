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
}
