"""Why a workbook cannot be read, raised inside the readers and told as a finding."""

from collections.abc import Mapping

from tryghed_dsl.findings.finding import Argument, Finding, InFile

NO_WORKBOOK = "E347"
DAMAGED = "E348"
PASSWORD = "E349"  # noqa: S105 -- a finding's code
TOO_LARGE = "E002"


class Refused(Exception):  # noqa: N818 -- a refusal, not a fault of the program
    """A workbook that is not read, with the code of the finding that says why.

    Attributes:
        code: the finding's code.
        args_of_words: what the words' blanks are filled with, beside the file's name.
    """

    def __init__(self, code: str, **args_of_words: Argument) -> None:
        super().__init__(code)
        self.code = code
        self.args_of_words: Mapping[str, Argument] = args_of_words

    def finding(self, name: str) -> Finding:
        """What is told of the file."""
        return Finding(self.code, (), {"path": name, **self.args_of_words}, InFile(name))
