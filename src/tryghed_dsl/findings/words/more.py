"""Words for findings that are too many to be shown."""

from tryghed_dsl.findings.words.entry import Entry, Words

MORE: dict[str, Entry] = {
    "N099": Entry(
        en=Words(
            "more findings in `{name}` that are not shown: {more}, errors among them: {wrong}",
            labels=("the first of them",),
            help=("mend what is shown, and run the command again",),
        ),
        da=Words(
            "flere beskeder om `{name}`, som ikke er vist: {more}, heraf fejl: {wrong}",
            labels=("den første af dem",),
            help=("ret det, der er vist, og kør kommandoen igen",),
        ),
    ),
}
