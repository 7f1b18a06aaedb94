"""Letters that were lost on the way: each æ, ø and å made a sign of nothing, or two letters."""

# U+FFFD, a question mark inside a word, and UTF-8 that was read as Windows-1252.
from tryghed_dsl.patterns import pattern

_LOST = pattern("\ufffd|(?<=[^\\W\\d])\\?(?=[^\\W\\d])|Ã[\u0080-\u00bf†˜…¦¸¥]")


def is_damaged(text: str) -> bool:
    """Whether letters of a text were lost; which they were is never guessed."""
    return _LOST.search(text) is not None
