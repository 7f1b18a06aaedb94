"""Words for records that cannot be read: in Parquet, Arrow, JSON, databases and data frames."""

from tryghed_dsl.findings.words.entry import Entry, Words

TABLES: dict[str, Entry] = {
    "E353": Entry(
        en=Words(
            "something has to be installed before `{path}` can be read",
            help=("write `pip install {install}`, or save the figures as CSV",),
        ),
        da=Words(
            "der skal installeres noget, før `{path}` kan læses",
            help=("skriv `pip install {install}`, eller gem tallene som CSV",),
        ),
    ),
    "E354": Entry(
        en=Words(
            "`{path}` holds more than can be read",
            help=(
                "it has {rows} rows",
                "with its columns at most {most} rows are read",
                "keep only the rows and columns that the targets need",
            ),
        ),
        da=Words(
            "`{path}` rummer mere, end der kan læses",
            help=(
                "der er {rows} rækker",
                "med de kolonner læses højst {most} rækker",
                "behold kun de rækker og kolonner, målene har brug for",
            ),
        ),
    ),
    "E355": Entry(
        en=Words(
            "`{path}` is no {format} file of figures, or not the whole of one",
            help=(
                "there are lists in it called {known}; name the one to read as the sheet",
                "fetch it again; it may have been cut short, or be of another kind than its name "
                "says",
            ),
        ),
        da=Words(
            "`{path}` er ikke en {format}-fil med tal eller kun en del af en",
            help=(
                "den rummer lister, der hedder {known}; angiv den, der skal læses, som ark",
                "hent den igen; den kan være klippet af eller af en anden slags, end navnet siger",
            ),
        ),
    ),
    "E356": Entry(
        en=Words(
            "`{column}` does not hold one number, one date or one short text here",
            help=("write one value, or leave the field empty where there is none",),
        ),
        da=Words(
            "`{column}` rummer ikke ét tal, én dato eller én kort tekst her",
            help=("skriv én værdi, eller lad feltet være tomt, hvor der ingen er",),
        ),
    ),
    "N357": Entry(
        en=Words(
            "columns that are not read as they stand: {columns}",
            help=(
                "left out, since not all cells hold one number, one date or one short text: {left}",
                "read as UTC, so that a day begins an hour or two later than in Denmark: {utc}",
            ),
        ),
        da=Words(
            "kolonner, der ikke læses, som de står: {columns}",
            help=(
                "udeladt, da ikke alle celler rummer ét tal, én dato eller én kort tekst: {left}",
                "læst som UTC, så et døgn begynder en time eller to senere end i Danmark: {utc}",
            ),
        ),
    ),
    "E358": Entry(
        en=Words(
            "`{table}` cannot be read from the database",
            help=(
                "did you mean `{suggestion}`?",
                "the tables can be {known}",
                "check that `{host}` can be reached from here, and the user and the password",
                "write `@` in a user or a password as `{coded}`",
                "write one query, without `{sign}` in it",
                "one figure a row is needed, in the columns {needed} as texts and numbers",
                "the database says: {answer}",
                "name a table or view behind `#`, and ask whoever keeps the database",
            ),
        ),
        da=Words(
            "`{table}` kan ikke læses i databasen",
            help=(
                "mente du `{suggestion}`?",
                "tabellerne kan være {known}",
                "kontrollér, at der er adgang til `{host}` herfra, samt bruger og adgangskode",
                "skriv `@` i en bruger eller adgangskode som `{coded}`",
                "skriv én forespørgsel uden `{sign}` i",
                "der skal være ét tal i hver række, i kolonnerne {needed} som tekster og tal",
                "databasen siger: {answer}",
                "angiv en tabel eller et view efter `#`, og spørg den, der passer databasen",
            ),
        ),
    ),
}
