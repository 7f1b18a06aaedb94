"""Words for what is wrong or odd in figures, and for what judging them needs."""

from tryghed_dsl.findings.words.entry import Entry, Words

FIGURES: dict[str, Entry] = {
    "E301": Entry(
        en=Words(
            "the figures `{path}` cannot be opened",
            help=(
                "did you mean `{suggestion}`?",
                "`{folder}` is a folder; name the files in it, such as `{example}`",
                "check the name and the folder, and that no other program holds the file",
            ),
        ),
        da=Words(
            "tallene i `{path}` kan ikke åbnes",
            help=(
                "mente du `{suggestion}`?",
                "`{folder}` er en mappe; nævn filerne i den, for eksempel `{example}`",
                "kontrollér navn og mappe, og om et andet program har filen åben",
            ),
        ),
    ),
    "E302": Entry(
        en=Words(
            "no column was found for {missing}",
            help=(
                "name the columns in the first row, for example `indicator;area;period;value`",
                "none of {found} is a name for it",
                "or say in `tryghed.toml` what all figures are of: `{line}`",
            ),
        ),
        da=Words(
            "der er ingen kolonne for {missing}",
            help=(
                "skriv kolonnernes navne i første række, for eksempel "
                "`indikator;område;periode;værdi`",
                "ingen af {found} er et navn for det",
                "eller skriv i `tryghed.toml`, hvad alle tal er for: `{line}`",
            ),
        ),
    ),
    "E303": Entry(
        en=Words(
            "`{written}` is not a number",
            help=("write a number, or leave the field empty where there is no figure",),
        ),
        da=Words(
            "`{written}` er ikke et tal",
            help=("skriv et tal, eller lad feltet være tomt, hvor der intet tal er",),
        ),
    ),
    "E304": Entry(
        en=Words(
            "two rows disagree on {cell}: {first} in {place}, and {second} here",
            help=(
                "their units differ: `{unit}` and `{other}`; keep the rows of one unit, or choose "
                "it with `select` in `tryghed.toml`",
                "keep the row that is right",
            ),
        ),
        da=Words(
            "to rækker er uenige om {cell}: {first} i {place} og {second} her",
            help=(
                "enhederne er forskellige: `{unit}` og `{other}`; behold rækkerne med én enhed, "
                "eller vælg den med `select` i `tryghed.toml`",
                "behold den række, der er rigtig",
            ),
        ),
    ),
    "W305": Entry(
        en=Words(
            "the area `{name}` is not in the spec; rows set aside: {rows}",
            help=("did you mean `{suggestion}`?", "declare it if it is needed: `area {typed}`"),
        ),
        da=Words(
            "området `{name}` er ikke i aftalefilen; rækker lagt til side: {rows}",
            help=("mente du `{suggestion}`?", "beskriv det, hvis det skal bruges: `area {typed}`"),
        ),
    ),
    "W306": Entry(
        en=Words(
            "the indicator `{name}` is not in the spec; rows set aside: {rows}",
            help=("did you mean `{suggestion}`?",),
        ),
        da=Words(
            "indikatoren `{name}` er ikke i aftalefilen; rækker lagt til side: {rows}",
            help=("mente du `{suggestion}`?",),
        ),
    ),
    "E307": Entry(
        en=Words(
            "`{written}` is no period",
            help=("write a year such as 2015, or 2016H1, 2016Q1, 2016M01, 2014/15, 2016-03-14",),
        ),
        da=Words(
            "`{written}` er ikke en periode",
            help=("skriv et år som 2015, eller 2016H1, 2016K1, 2016M01, 2014/15, 2016-03-14",),
        ),
    ),
    "N308": Entry(
        en=Words(
            "the figures are not in UTF-8; they were read as {encoding}",
            help=("check that æ, ø and å are right in the output",),
        ),
        da=Words(
            "tallene er ikke i UTF-8; de er læst som {encoding}",
            help=("se efter, at æ, ø og å er rigtige i resultatet",),
        ),
    ),
    "E309": Entry(
        en=Words(
            "`{written}` can be {large} or {small}",
            help=(
                'if it is {large}, write in `tryghed.toml`: `decimal = "{one}"`',
                'if it is {small}: `decimal = "{other}"`',
                "or write it without a separator for thousands, or with fewer decimals",
            ),
        ),
        da=Words(
            "`{written}` kan være {large} eller {small}",
            help=(
                'er det {large}, så skriv i `tryghed.toml`: `decimal = "{one}"`',
                'er det {small}: `decimal = "{other}"`',
                "eller skriv det uden skilletegn ved tusinder, eller med færre decimaler",
            ),
        ),
    ),
    "N310": Entry(
        en=Words(
            "rows that repeat the figure of another row, and agree with it: {rows}",
            help=("keep one row for each figure",),
        ),
        da=Words(
            "rækker, der gentager en anden rækkes tal og er enige med den: {rows}",
            help=("behold én række for hvert tal",),
        ),
    ),
    "W311": Entry(
        en=Words(
            "`{name}` is {declared} in the spec, but {given} in the figures",
            help=("check which is right; the figures were used as they are",),
        ),
        da=Words(
            "`{name}` er {declared} i aftalefilen, men {given} i tallene",
            help=("se efter, hvad der er rigtigt; tallene er brugt, som de er",),
        ),
    ),
    "E312": Entry(
        en=Words(
            "there are no figures in the file",
            help=(
                "if each row is an event to be counted, write `{layout}` in `tryghed.toml`",
                "check that it is the right file",
            ),
        ),
        da=Words(
            "der er ingen tal i filen",
            help=(
                "hvis hver række er en hændelse, der skal tælles, så skriv `{layout}` i "
                "`tryghed.toml`",
                "se efter, om det er den rigtige fil",
            ),
        ),
    ),
    "E313": Entry(
        en=Words(
            "`{written}` is no figure that can be judged",
            help=("leave the field empty where there is no figure",),
        ),
        da=Words(
            "`{written}` er ikke et tal, der kan bedømmes",
            help=("lad feltet være tomt, hvor der intet tal er",),
        ),
    ),
    "E314": Entry(
        en=Words(
            "this row has {fields} fields where the first row has {columns}",
            help=("check the separators, and put words that hold one in quotation marks",),
        ),
        da=Words(
            "rækken har {fields} felter, hvor første række har {columns}",
            help=("kontrollér skilletegnene, og sæt tekst, der selv rummer et, i anførselstegn",),
        ),
    ),
    "W315": Entry(
        en=Words(
            "the agreement states {stated} for `{name}` in {period}, and the figures now say "
            "{found}",
            help=("the agreed figure was used; figures are sometimes revised",),
        ),
        da=Words(
            "aftalen siger {stated} for `{name}` i {period}, og tallene siger nu {found}",
            help=("aftalens tal er brugt; tal bliver undertiden revideret",),
        ),
    ),
    "W316": Entry(
        en=Words(
            "`{name}` is calculated by the spec; rows with figures of it, set aside: {rows}",
            help=("take the rows away, or the formula in the spec",),
        ),
        da=Words(
            "`{name}` beregnes i aftalefilen; rækker med tal for den, lagt til side: {rows}",
            help=("slet rækkerne, eller formlen i aftalefilen",),
        ),
    ),
    "N317": Entry(
        en=Words(
            "the figures name no area; they are taken as figures of `{area}`",
            help=("add a column `area` to say so",),
        ),
        da=Words(
            "tallene nævner intet område; de tages som tal for `{area}`",
            help=("tilføj en kolonne `område` for at sige det",),
        ),
    ),
    "W318": Entry(
        en=Words(
            "the figure for {cell} is {found}, and its parts together are {total}",
            help=("check which is right; the figure for the whole was used",),
        ),
        da=Words(
            "tallet for {cell} er {found}, og dets dele er tilsammen {total}",
            help=("se efter, hvad der er rigtigt; tallet for det hele er brugt",),
        ),
    ),
    "E319": Entry(
        en=Words(
            "the file cannot be read from this row on",
            help=("check whether a quotation mark is never closed",),
        ),
        da=Words(
            "filen kan ikke læses fra denne række",
            help=("se efter, om et anførselstegn aldrig bliver lukket",),
        ),
    ),
    "E320": Entry(
        en=Words(
            "`{path}` is no table of figures in any format that is known here",
            help=(
                "`{address}` is a web address; fetch the file, and name it where it lies",
                "save the figures as an Excel workbook or as CSV",
            ),
        ),
        da=Words(
            "`{path}` er ikke en tabel med tal i noget format, der kendes her",
            help=(
                "`{address}` er en webadresse; hent filen, og nævn den, hvor den ligger",
                "gem tallene som en Excel-projektmappe eller som CSV",
            ),
        ),
    ),
    "N321": Entry(
        en=Words(
            "targets whose figures stop before {period}: {targets}",
            help=("add the newer figures, or judge an earlier period with `--as-of`",),
        ),
        da=Words(
            "mål, hvis tal stopper før {period}: {targets}",
            help=("tilføj de nyere tal, eller bedøm en tidligere periode med `--as-of`",),
        ),
    ),
    "E330": Entry(
        en=Words(
            "it is not clear which area to judge: {areas}",
            help=("choose one with `--area`, or write an agreement with an `area` line",),
        ),
        da=Words(
            "det er ikke klart, hvilket område der skal bedømmes: {areas}",
            help=("vælg et med `--area`, eller skriv en aftale med en linje `area`",),
        ),
    ),
    "E331": Entry(
        en=Words(
            "there is no area called `{name}`",
            help=("did you mean `{suggestion}`?", "the area can be {known}"),
        ),
        da=Words(
            "der er intet område, der hedder `{name}`",
            help=("mente du `{suggestion}`?", "området kan være {known}"),
        ),
    ),
    "E332": Entry(
        en=Words(
            "`{written}` is no period to judge as of",
            help=("write a year such as `2018`, or a part of one: `2018H1`, `2018M03`",),
        ),
        da=Words(
            "`{written}` er ikke en periode, der kan bedømmes",
            help=("skriv et år som `2018` eller en del af et: `2018H1`, `2018M03`",),
        ),
    ),
    "E333": Entry(
        en=Words(
            "`{target}` does not say when it starts, which must be stated here",
            help=("write `from=2016` in it, or `baseline 2016` in the agreement",),
        ),
        da=Words(
            "`{target}` siger ikke, hvornår det begynder, og det skal skrives her",
            help=("skriv `from=2016` i det, eller `baseline 2016` i aftalen",),
        ),
    ),
    "E334": Entry(
        en=Words(
            "there is no year to judge: no target has a figure in any year that counts",
            help=("name the year with `--as-of`, and check the figures",),
        ),
        da=Words(
            "der er intet år at bedømme: intet mål har et tal i et år, der tæller",
            help=("angiv året med `--as-of`, og kontrollér tallene",),
        ),
    ),
    "E335": Entry(
        en=Words(
            "there is no target called `{name}`",
            help=("did you mean `{suggestion}`?", "the target can be {known}"),
        ),
        da=Words(
            "der er intet mål, der hedder `{name}`",
            help=("mente du `{suggestion}`?", "målet kan være {known}"),
        ),
    ),
    "E336": Entry(
        en=Words("there is no finding with the number `{name}`", help=("write it like E104",)),
        da=Words("der er ingen besked med nummeret `{name}`", help=("skriv det som E104",)),
    ),
    "E337": Entry(
        en=Words(
            "the file `{path}` is there already",
            help=(
                "choose another name, such as `{other}`",
                "rename `{project}` to have a new one written, and move what is needed over",
            ),
        ),
        da=Words(
            "filen `{path}` findes allerede",
            help=(
                "vælg et andet navn, for eksempel `{other}`",
                "omdøb `{project}` for at få skrevet en ny, og flyt det nødvendige over",
            ),
        ),
    ),
    "E338": Entry(
        en=Words(
            "`{name}` is not declared, which it must be here",
            help=("declare it: `benchmark {name} = same indicator in …`",),
        ),
        da=Words(
            "`{name}` er ikke beskrevet, og det skal den være her",
            help=("beskriv den: `benchmark {name} = same indicator in …`",),
        ),
    ),
    "E339": Entry(
        en=Words(
            "there is no engine called `{engine}`",
            help=("write `local`, `duckdb`, or the address of a cluster: `spark://…`",),
        ),
        da=Words(
            "der er ingen motor, der hedder `{engine}`",
            help=("skriv `local`, `duckdb` eller adressen på en klynge: `spark://…`",),
        ),
    ),
    "E900": Entry(
        en=Words(
            "the program failed; this is our mistake, not yours",
            help=("tell us what you did, and this: {detail}",),
        ),
        da=Words(
            "programmet fejlede; det er vores fejl, ikke din",
            help=("fortæl os, hvad du gjorde, og dette: {detail}",),
        ),
    ),
}
