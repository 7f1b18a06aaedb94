"""Words for what stands in the way of the register of what was reported."""

from tryghed_dsl.findings.words.entry import Entry, Words

RECORDED: dict[str, Entry] = {
    "E430": Entry(
        en=Words(
            "there is no register `{register}`",
            help=(
                "check the name and the folder; another place is named with `--register`",
                "`tryghed record` makes a register where there is none",
            ),
        ),
        da=Words(
            "der er intet register `{register}`",
            help=(
                "kontrollér navn og mappe; et andet sted angives med `--register`",
                "`tryghed record` opretter et register, hvor der ikke er et",
            ),
        ),
    ),
    "E431": Entry(
        en=Words(
            "`{register}` is no register",
            help=(
                "a register is a file that `tryghed record` has made, or a database of "
                "PostgreSQL: `postgresql://…`",
                "name a file that is not there yet to begin a new one",
            ),
        ),
        da=Words(
            "`{register}` er ikke et register",
            help=(
                "et register er en fil, som `tryghed record` har oprettet, eller en database i "
                "PostgreSQL: `postgresql://…`",
                "angiv en fil, der ikke findes endnu, for at begynde på et nyt",
            ),
        ),
    ),
    "E432": Entry(
        en=Words(
            "the register `{register}` is damaged",
            help=(
                "take it from the backup, and record again what came after it",
                "the database says: `{answer}`",
            ),
        ),
        da=Words(
            "registeret `{register}` er beskadiget",
            help=(
                "hent det fra sikkerhedskopien, og registrér det, der er kommet til siden, igen",
                "databasen siger: `{answer}`",
            ),
        ),
    ),
    "E433": Entry(
        en=Words(
            "record {number} in the register `{register}` is not as it was written",
            help=(
                "it, or something that it holds, has been changed or taken away; compare with a "
                "backup: `tryghed log --register … --verify`",
            ),
        ),
        da=Words(
            "registrering {number} i registeret `{register}` er ikke, som den blev skrevet",
            help=(
                "den, eller noget af det, den rummer, er ændret eller fjernet; sammenlign med en "
                "sikkerhedskopi: `tryghed log --register … --verify`",
            ),
        ),
    ),
    "E434": Entry(
        en=Words(
            "the register `{register}` was made by a newer version of the program",
            help=("install the newest version; the register's format is number {format}",),
        ),
        da=Words(
            "registeret `{register}` er oprettet af en nyere version af programmet",
            help=("installér den nyeste version; registerets format er nummer {format}",),
        ),
    ),
    "E435": Entry(
        en=Words(
            "nothing is recorded as `{asked}` in the register `{register}`",
            help=(
                "choose among {known}",
                "`tryghed log` shows what is recorded, and `tryghed record` adds to it",
            ),
        ),
        da=Words(
            "der er ikke registreret noget som `{asked}` i registeret `{register}`",
            help=(
                "vælg mellem {known}",
                "`tryghed log` viser, hvad der er registreret, og `tryghed record` føjer til",
            ),
        ),
    ),
    "E436": Entry(
        en=Words(
            "the register `{register}` cannot be used",
            help=(
                "check the place and its permissions, and that no other program holds it",
                "the database says: `{answer}`",
            ),
        ),
        da=Words(
            "registeret `{register}` kan ikke bruges",
            help=(
                "kontrollér stedet og dets rettigheder, og om et andet program har det åbent",
                "databasen siger: `{answer}`",
            ),
        ),
    ),
    "E437": Entry(
        en=Words(
            "something has to be installed before the register `{register}` can be used",
            help=("write `pip install {install}`",),
        ),
        da=Words(
            "der skal installeres noget, før registeret `{register}` kan bruges",
            help=("skriv `pip install {install}`",),
        ),
    ),
    "W438": Entry(
        en=Words(
            "the register `{register}` has lost the locks that keep records from being changed",
            help=(
                "nothing in it shows a change; compare the hash of the newest record with the one "
                "that was noted when it was made",
            ),
        ),
        da=Words(
            "registeret `{register}` har mistet de låse, der forhindrer, at det ændres",
            help=(
                "intet i det viser en ændring; sammenlign den nyeste registrerings kontrolsum med "
                "den, der blev noteret, da den blev lavet",
            ),
        ),
    ),
    "E439": Entry(
        en=Words(
            "`{asked}` is recorded for several agreements or areas",
            help=("choose one by its number, with `--record`: {known}",),
        ),
        da=Words(
            "`{asked}` er registreret for flere aftaler eller områder",
            help=("vælg en med dens nummer, med `--record`: {known}",),
        ),
    ),
}
