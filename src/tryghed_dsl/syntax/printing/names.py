"""Names, in backticks where they need them, and words in quotation marks."""

from functools import lru_cache

from tryghed_dsl.syntax import nodes
from tryghed_dsl.syntax.keywords import RESERVED
from tryghed_dsl.syntax.scanner import Kind, Scanner
from tryghed_dsl.text.source import Source

# Names that begin a line or a clause, or stand behind a number, could be read as keywords
# there; they are safest in backticks everywhere.
_KEYWORDS_AS_NAMES = frozenset(
    {"pp", "of", "and", "between", "agreement", "area", "source", "indicator", "benchmark"}
    | {"break", "goal", "test", "monitor", "language", "partly", "cite", "quote", "warn", "pass"}
    | {"given", "as", "expect", "document", "valid", "baseline", "missing", "per", "from"}
    | {"lower", "higher", "published", "is", "better", "within", "above", "below"}
    | {"revises", "use", "areas", "indicators", "let", "condition", "replace", "retire"}
    | {"confidence", "precision", "design"}
)


def name(node: nodes.Name) -> str:
    """A name, in backticks where it needs them."""
    return quoted_where_needed(node.text)


def quoted_where_needed(text: str) -> str:
    """A name as it has to be written: plain, or in backticks."""
    return f"`{text}`" if text in _KEYWORDS_AS_NAMES else function_name(text)


# The same few names are printed over and over.
@lru_cache(maxsize=4096)
def function_name(text: str) -> str:
    """The name of a function or of its argument; the sign behind it shows that it is a name."""
    tokens = list(Scanner(Source("", text)).tokens())
    plain = len(tokens) == 1 and tokens[0].kind is Kind.WORD and text not in RESERVED
    return text if plain else f"`{text}`"


def counted(node: nodes.Name) -> str:
    """What is gone through: `area`, `month`; what stands before it leaves room for a name only."""
    return "`of`" if node.text == "of" else function_name(node.text)


def names(several: tuple[nodes.Name, ...]) -> str:
    """Names with commas between them."""
    return ", ".join(name(each) for each in several)


def quoted(node: nodes.Text) -> str:
    """Words in quotation marks."""
    return f'"{node.text}"'
