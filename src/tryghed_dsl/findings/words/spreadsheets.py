"""Words for workbooks that cannot be read, and for what is odd in them."""

from tryghed_dsl.findings.words.entry import Entry, Words

SPREADSHEETS: dict[str, Entry] = {
    "E347": Entry(
        en=Words(
            "`{path}` is no Excel workbook of a kind that can be read",
            help=(
                "`{page}` is a web page, as some sites send under such a name",
                "open it in Excel, and save it as an Excel workbook (.xlsx)",
            ),
        ),
        da=Words(
            "`{path}` er ikke en Excel-projektmappe af en slags, der kan læses",
            help=(
                "`{page}` er en webside, som nogle steder sender under sådan et navn",
                "åbn den i Excel, og gem den som Excel-projektmappe (.xlsx)",
            ),
        ),
    ),
    "E348": Entry(
        en=Words(
            "the workbook `{path}` is damaged or too large, and cannot be read",
            help=(
                "more than {most} cells are in use; delete those that stand far out",
                "fetch it again, or open it in Excel and save it under a new name",
            ),
        ),
        da=Words(
            "projektmappen `{path}` er beskadiget eller for stor og kan ikke læses",
            help=(
                "mere end {most} celler er i brug; slet dem, der står langt ude",
                "hent den igen, eller åbn den i Excel, og gem den under et nyt navn",
            ),
        ),
    ),
    "E349": Entry(
        en=Words(
            "the workbook `{path}` is protected with a password",
            help=("open it in Excel, and save a copy without the password",),
        ),
        da=Words(
            "projektmappen `{path}` er beskyttet med en adgangskode",
            help=("åbn den i Excel, og gem en kopi uden adgangskoden",),
        ),
    ),
    "E350": Entry(
        en=Words(
            "the workbook `{path}` has nothing called `{name}`",
            help=(
                "did you mean `{suggestion}`?",
                "its sheets are {sheets}",
                "its names of cells are {ranges}",
                "write cells like `{example}`",
            ),
        ),
        da=Words(
            "projektmappen `{path}` har intet, der hedder `{name}`",
            help=(
                "mente du `{suggestion}`?",
                "dens ark er {sheets}",
                "dens navne på celler er {ranges}",
                "skriv celler som `{example}`",
            ),
        ),
    ),
    "W351": Entry(
        en=Words(
            "cells with a formula that has never been calculated: {cells}",
            help=("open the workbook in Excel, and save it, so that the results are in it",),
        ),
        da=Words(
            "celler med en formel, der aldrig er beregnet: {cells}",
            help=("åbn projektmappen i Excel, og gem den, så resultaterne kommer med",),
        ),
    ),
    "N352": Entry(
        en=Words(
            "hidden sheets with numbers, left out: {sheets}",
            help=("show a sheet in Excel, or name it where the figures are read, to use it",),
        ),
        da=Words(
            "skjulte ark med tal, der ikke er læst: {sheets}",
            help=("vis arket i Excel, eller nævn det, hvor tallene læses, for at bruge det",),
        ),
    ),
}
