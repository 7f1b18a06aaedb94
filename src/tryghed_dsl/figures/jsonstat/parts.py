"""The parts of a dataset, each of the kind that the format says."""

from typing import Any, NoReturn

from tryghed_dsl.figures.described import stop
from tryghed_dsl.findings.finding import InFile

Object = dict[str, Any]


class Parts:
    """A dataset, or a part of it, with the way there.

    Attributes:
        given: what the file has.
        where: the place that findings name.
        path: the way to it, such as `dimension.Tid.`; empty for the dataset itself.
    """

    def __init__(self, given: Object, where: InFile, path: str = "") -> None:
        self.given = given
        self.where = where
        self.path = path

    def part(self, key: str) -> "Parts":
        """A part that is there, with parts of its own.

        Raises:
            Unreadable: it is not.
        """
        given = self.given.get(key)
        if not isinstance(given, dict):
            self.lacks(key)
        return Parts(given, self.where, f"{self.path}{key}.")

    def texts(self, key: str) -> list[str]:
        """A part that is a list of texts.

        Raises:
            Unreadable: it is not.
        """
        given = self.given.get(key)
        if not isinstance(given, list) or not all(isinstance(each, str) for each in given):
            self.lacks(key)
        return list(given)

    def counts(self, key: str) -> list[float]:
        """A part that is a list of whole numbers.

        Raises:
            Unreadable: it is not.
        """
        given = self.given.get(key)
        if not isinstance(given, list) or not all(map(_is_whole, given)):
            self.lacks(key)
        return list(given)

    def text(self, key: str) -> str:
        """A part that may be there; empty where it is not, or is no text."""
        given = self.given.get(key)
        return given.strip() if isinstance(given, str) else ""

    def object(self, key: str) -> Object:
        """A part that may be there; empty where it is not, or has no parts."""
        given = self.given.get(key)
        return given if isinstance(given, dict) else {}

    def lacks(self, key: str) -> NoReturn:
        """Tell of a part that is not there, or is of another kind.

        Raises:
            Unreadable: always.
        """
        stop("E341", self.where, part=f"{self.path}{key}")


def _is_whole(given: Any) -> bool:
    return isinstance(given, float) and given.is_integer()
