"""Did you mean: the known name nearest to one that is not known."""

from collections.abc import Iterable

_SPELLED_OUT = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "-": "_", " ": "_", "/": "_"})


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name that is most like `name`, or None where none is near.

    Case, and æ ø å written as ae oe aa, make no difference.
    """
    from difflib import get_close_matches  # noqa: PLC0415 -- only for mistakes

    by_key: dict[str, str] = {}
    for candidate in known:
        by_key.setdefault(_key(candidate), candidate)
    found = get_close_matches(_key(name), by_key, n=1, cutoff=0.7)
    return by_key[found[0]] if found else None


def _key(name: str) -> str:
    return name.casefold().translate(_SPELLED_OUT)
