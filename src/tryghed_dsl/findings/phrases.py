"""What can stand at a place of the grammar, or be meant by a name, in words."""

from tryghed_dsl.text.language import Language

# By the grammar's terminals, and by our own names for what no terminal says.
_PHRASES: dict[str, tuple[str, str]] = {
    "NAME": ("a name", "et navn"),
    "STRING": ('words in quotation marks (`"…"`)', 'ord i anførselstegn (`"…"`)'),
    "NUMBER": ("a number", "et tal"),
    "PERIOD": ("a period such as `2015`", "en periode som `2015`"),
    "BLOCK": ("conditions in braces (`{ … }`)", "betingelser i krølleparenteser (`{ … }`)"),
    "$END": ("the end of the line", "linjens slutning"),
    "INDICATOR": ("indicator", "ingen indikator"),
    "AREA": ("area", "intet område"),
    "SOURCE": ("source", "ingen kilde"),
    "TARGET": ("target or goal", "intet mål og ingen målsætning"),
    "ANOTHER": ("another", "et andet"),
    "ANYTHING": ("indicator or benchmark", "ingen indikator eller sammenligning"),
    "AN_INDICATOR": ("an indicator of the judged area", "en indikator for det bedømte område"),
    "AN_AREA": ("an area to compare with", "et område at sammenligne med"),
    "A_YEAR": ("a year such as `2020`", "et år som `2020`"),
    "A_SHARE": ("a share such as `50%`", "en andel som `50%`"),
    "POINTS": ("a number in points, such as `1 pp`", "et tal i procentpoint, som `1 pp`"),
    "A_NUMBER": ("a number", "et tal"),
    "ABOVE_ZERO": ("more than 0%, at most 100%", "mere end 0%, højst 100%"),
    "A_LIMIT": ("a limit such as `<=`", "en grænse som `<=`"),
    "AN_AMOUNT": (
        "a trajectory that states an amount, such as `reduce(20%, by=2020)`",
        "en udvikling med et angivet omfang, som `reduce(20%, by=2020)`",
    ),
    "ONE_SIDE": ("a limit with one side such as `<=`", "en grænse med én side som `<=`"),
    "SOME_MILESTONES": ("milestones (`path={2018: 10}`)", "delmål (`path={2018: 10}`)"),
    "CHANGE": ("a change such as `20%` or `30`", "en ændring som `20%` eller `30`"),
    "GROWTH": ("a growth such as `2.1% a year`", "en vækst som `2.1% a year`"),
    "MORE_THAN_ZERO": ("more than 0", "mere end 0"),
    "WHOLE_NUMBER": ("a whole number, at least 1", "et helt tal, mindst 1"),
    "PART_amount": ("the amount of change", "ændringens størrelse"),
    "PART_growth": ("the growth", "væksten"),
    "PART_ref": ("the reference", "sammenligningen"),
    "PART_step": ("the yearly step", "det årlige skridt"),
    "PART_value": ("the end value", "slutværdien"),
    "THE_INDICATOR": ("the indicator", "indikatoren"),
    "THE_SOURCE": ("the source", "kilden"),
    "THE_BENCHMARK": ("the benchmark", "sammenligningen"),
    "THE_NUMBER": ("the number", "tallet"),
    "THE_CONDITION": ("the condition", "betingelsen"),
    "THE_LIST": ("the list", "listen"),
    "U_count": ("a count", "et antal"),
    "U_percent": ("a percentage", "en procentdel"),
    "U_points": ("percentage points", "procentpoint"),
    "U_fraction": ("a fraction", "en brøkdel"),
    "U_rate": ("a rate", "en rate"),
    "U_index": ("an index", "et indeks"),
    "U_money": ("an amount of money", "et pengebeløb"),
    "U_days": ("a number of days", "et antal dage"),
    "U_number": ("a plain number", "et rent tal"),
    "U_share": ("a share of something", "en andel af noget"),
    "COL_indicator": ("the indicator", "indikatoren"),
    "COL_period": ("the period", "perioden"),
    "COL_value": ("the value", "værdien"),
    "L_year": ("years", "år"),
    "L_school_year": ("school years", "skoleår"),
    "L_half": ("half years", "halvår"),
    "L_quarter": ("quarters", "kvartaler"),
    "L_month": ("months", "måneder"),
    "L_day": ("days", "dage"),
    "LOWER": ("lower", "lavere"),
    "HIGHER": ("higher", "højere"),
}
_SIGNS = {
    "ARROW": "->",
    "AT_MOST": "<=",
    "AT_LEAST": ">=",
    "LESS": "<",
    "MORE": ">",
    "EQUALS": "==",
    "GETS": "=",
    "PLUS": "+",
    "MINUS": "-",
    "TIMES": "*",
    "DIVIDED": "/",
    "PERCENT_SIGN": "%",
    "POINTS_SIGN": "pp",
    "DOTS": "..",
    "COMMA": ",",
    "COLON": ":",
    "OPEN": "(",
    "CLOSE": ")",
    "OPEN_SQUARE": "[",
    "CLOSE_SQUARE": "]",
    "OPEN_BRACE": "{",
    "CLOSE_BRACE": "}",
    "AREA_WORD": "area",
    "HIGHER_WORD": "higher",
    "INDICATOR_WORD": "indicator",
    "LOWER_WORD": "lower",
    "SOURCE_WORD": "source",
}
_COMPARISONS = {"AT_MOST", "AT_LEAST", "LESS", "MORE", "EQUALS", "ARROW", "BETWEEN"}
_ARITHMETIC = {"PLUS", "MINUS", "TIMES", "DIVIDED"}
# Where all of these can stand, a condition can.
_COMPOSING = {"ALL", "ANY", "AT", "EVERY", "FOR", "IN", "NO", "NOT"}
_COMPARISON = ("a comparison such as `<=`", "et tegn som `<=`")
_CALCULATION = ("a calculation", "en udregning")
_CONDITION = ("a condition such as `all of { … }`", "en betingelse som `all of { … }`")
_FIRST = ("NAME", "NUMBER", "PERIOD", "STRING")


def phrases(signs: tuple[str, ...], language: Language) -> list[str]:
    """What some signs of the grammar are called, the plainest first, none twice."""
    left = set(signs)
    said = [_said(sign, language) for sign in _FIRST if sign in left]
    left -= set(_FIRST)
    for group, name in ((_COMPARISONS, _COMPARISON), (_ARITHMETIC, _CALCULATION)):
        if len(left & group) > 1:
            said.append(_choose(name, language))
            left -= group
    if left >= _COMPOSING:
        said.append(_choose(_CONDITION, language))
        left -= _COMPOSING
    said += sorted(_said(sign, language) for sign in left if sign != "$END")
    if "$END" in left:
        said.append(_said("$END", language))
    return list(dict.fromkeys(said))


def _said(sign: str, language: Language) -> str:
    if sign in _PHRASES:
        return _choose(_PHRASES[sign], language)
    return f"`{_SIGNS.get(sign, sign.lower())}`"


def _choose(pair: tuple[str, str], language: Language) -> str:
    return pair[1] if language is Language.DA else pair[0]
