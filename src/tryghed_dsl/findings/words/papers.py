"""Words for what keeps a paper from being made."""

from tryghed_dsl.findings.words.entry import Entry, Words

PAPERS: dict[str, Entry] = {
    "E426": Entry(
        en=Words(
            "`{name}` cannot be used as `{key}`",
            help=("a logo is a PNG or JPEG picture; a template is saved by Word as `.docx`",),
        ),
        da=Words(
            "`{name}` kan ikke bruges som `{key}`",
            help=(
                "et logo er et billede i PNG eller JPEG; en skabelon gemmes fra Word som `.docx`",
            ),
        ),
    ),
}
