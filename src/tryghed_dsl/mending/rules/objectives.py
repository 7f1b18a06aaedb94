"""Objectives and baselines: arguments in another order, without names, brackets or commas."""

from collections.abc import Sequence

from tryghed_dsl.mending.proposals import Row, Rule, rule_of

_PARTS = r"(?:by|from|start|close|tolerance|judge|path|measure|each)"
_VALUE = r"\d+(?:\.\d+)?\s*(?:%|pp\b)?"
_BY = r"(?:by|until|before|inden|senest|til|to|in|i)"
_ROWS: Sequence[Row] = (
    (
        "E040",
        r"^(\s*)(«name»)(\s*->\s*approach\(\s*)(«name»)(?=\s*,)",
        r"\1\2\3\2 in \4",
    ),
    (
        "E040",
        r"\s*(?:<=?|=)\s*(«name»)\s*,?\s+(?:by|until|inden|senest|i|in)\s*=?\s*(«year»)",
        (r" -> approach(\1, by=\2)", r" <= \1, valid \2..\2"),
    ),
    ("E041?", r"(?:«compares»|=)\s*normalt?(?:\s+niveau)?\s*(?=,|$)", "<= normal(«normal»)"),
    ("E109?", r"\b(reduce|increase)\(\s*(?=by\b)", r"\1(20%, "),
    ("E040", rf"(?<=[(,\s])({_PARTS})\s*(?:==|:|\s)\s*(?=\d)", r"\1="),
    ("E040", r"(?<=[(,\s])(?:year|år|end|slut)\s*=\s*(?=«year»\s*[,)])", "by="),
    ("E041", rf"(?<=[\w%)])\s+(?={_PARTS}\s*=)", ", "),
    ("E041", rf"(?<=[\w%)])\s+({_PARTS})\s+(?=\d)", r", \1="),
    ("E040", r"(?<=\w);\s*(?=[^()]*\))", ", "),
    ("E040", r"(«objective»|baseline)\s*\[([^\]]*)\]", r"\1(\2)"),
    ("E040", r"(baseline)\s*\{([^}]*)\}", r"\1(\2)"),
    ("E041", r"(«objective»\(«name»)\s*,?\s+(«year»)\s*(?=[,)])", r"\1, by=\2"),
    ("E041", rf"((?:reach|reduce|increase)\({_VALUE})\s*,?\s+(«year»)\s*(?=[,)])", r"\1, by=\2"),
    ("E040", rf"((?:reach|reduce|increase)\()\s*(«year»)\s*,\s*({_VALUE})", r"\1\3, by=\2"),
    ("E040", r"(approach\()\s*(«year»)\s*,\s*(«name»)", r"\1\3, by=\2"),
    ("E040", rf"(«objective»\([^()]*)\)\s*,?\s*({_PARTS})\s*=?\s*(«year»)", r"\1, \2=\3)"),
    (
        "E040",
        rf"->\s*(«objective»)\s+(?:by\s+)?({_VALUE}|«name»)\s*,?\s*{_BY}\s*=?\s*(«year»)",
        r"-> \1(\2, by=\3)",
    ),
    ("E040", rf"->\s*({_VALUE})\s*,?\s*{_BY}\s*=?\s*(«year»)", r"-> reach(\1, by=\2)"),
    ("E040", rf"->\s*(«name»)\s*,?\s*{_BY}\s*=?\s*(«year»)", r"-> approach(\1, by=\2)"),
    ("E040?", rf"->\s*({_VALUE})\s*(?=,|$)", r"-> reach(\1, by=«last»)"),
    ("E040?", r"->\s*(«name»)\s*(?=,|$)", r"-> approach(\1, by=«last»)"),
    (
        "E040",
        rf"\s*<=?\s*({_VALUE})\s*,?\s*(?:by|until|inden|senest)\s*=?\s*(«year»)",
        r" -> reach(\1, by=\2)",
    ),
    (
        "E040",
        rf"\s*<=?\s*({_VALUE})\s*,?\s*(?:in|i)\s*=?\s*(«year»)",
        (r" -> reach(\1, by=\2)", r" <= \1, valid \2..\2"),
    ),
    (
        "E109?",
        rf"((?:reach|reduce|increase)\({_VALUE}|approach\(«name»|improve\()\s*\)",
        r"\1, by=«last»)",
    ),
    ("E040", r"\bbaseline\s+(?:i|in|fra|år)?\s*(«year»)\)?", r"baseline(\1)"),
    ("E041", r"(\(«year»)\s*$", r"\1)"),
    ("E041", r"(«objective»\([^()]*)$", r"\1)"),
    ("E040", r"(«year»)\s*-\s*niveau(?:et)?\b", r"baseline(\1)"),
    (
        "E040",
        r"\b(?:niveau(?:et)?|udgangspunktet|tallet|værdien)\s+(?:i|fra)\s+(«year»)",
        r"baseline(\1)",
    ),
    ("E040", r"\bbaseline\(\s*«name»\s*,\s*(«year»)\s*\)", r"baseline(\1)"),
    ("E040", r"\bbaseline\(\s*(«year»)\s*,\s*«name»\s*\)", r"baseline(\1)"),
    ("E040", r"\bbaseline\(\s*«name»\s*=\s*(«year»)\s*\)", r"baseline(\1)"),
    ("E041?", r"\bbaseline\s*(?:\(\s*\))?\s*(?=,|$)", "baseline(«baseline»)"),
)
# A limit to the left of what it limits.
_TURNED: Sequence[Row] = (
    (
        "E124",
        r"^(\s*(?:«name»\s*:\s*)?)(baseline\([^()]*\)|baseline\s+«year»|«number»)\s*<=\s*(«name»)",
        (r"\1\3 <= \2", r"\1\3 >= \2"),
    ),
    (
        "E124",
        r"^(\s*(?:«name»\s*:\s*)?)(baseline\([^()]*\)|baseline\s+«year»|«number»)\s*>=\s*(«name»)",
        r"\1\3 <= \2",
    ),
    ("E124", r"^(\s*(?:«name»\s*:\s*)?)(baseline\([^()]*\)|«number»)\s*>\s*(«name»)", r"\1\3 < \2"),
    ("E124", r"^(\s*(?:«name»\s*:\s*)?)(baseline\([^()]*\)|«number»)\s*<\s*(«name»)", r"\1\3 > \2"),
)
_BANDS: Sequence[Row] = (
    ("E025", rf"^(\s*)({_VALUE})\s*<=?\s*(«name»)\s*<=?\s*({_VALUE})", r"\1\3 between \2 and \4"),
    (
        "E040",
        rf"(«name»)\s*>=?\s*({_VALUE})\s*(?:og|and|,|&)?\s*<=?\s*({_VALUE})",
        r"\1 between \2 and \3",
    ),
    (
        "E040",
        rf"\bbetween\s+({_VALUE})\s*(?:to|til|og|,|-|–|\.\.+)\s*({_VALUE})",
        r"between \1 and \2",
    ),
    (
        "E049",
        rf"(«name»)\s*(<=?|>=?|==|=)\s*({_VALUE})\s*[-–—]\s*({_VALUE})\s*(?=,|$)",
        (r"\1 between \3 and \4", r"\1 \2 \3 - \4"),
    ),
    (
        "E040",
        rf"(«name»)\s*(?:<=|==|=)?\s*({_VALUE})\s*(?:-|–|\.\.+|til|to)\s*({_VALUE})\s*(?=,|$)",
        r"\1 between \2 and \3",
    ),
)
OBJECTIVES: Sequence[Rule] = tuple(map(rule_of, (*_TURNED, *_BANDS, *_ROWS)))
