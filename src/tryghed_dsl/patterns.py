"""Regular expressions that are compiled when they are first used, as most are in few commands."""

import re
from typing import TYPE_CHECKING, Any


class _Later:
    """A pattern; its methods are the compiled one's, from the first use on without a detour."""

    def __init__(self, pattern: str | bytes, flags: int = 0) -> None:
        self._pattern, self._flags = pattern, flags

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(self._pattern, self._flags), name)
        setattr(self, name, found)
        return found


if TYPE_CHECKING:
    from re import compile as pattern
else:
    pattern = _Later

__all__ = ["pattern"]
