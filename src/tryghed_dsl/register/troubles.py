"""What can stand in the way of a register, as findings."""

from typing import TYPE_CHECKING, NoReturn

from tryghed_dsl.findings.finding import Argument, Finding, InFile
from tryghed_dsl.findings.raised import FindingsError

if TYPE_CHECKING:
    from sqlalchemy.exc import SQLAlchemyError

_NO_DATABASE, _CORRUPT = "SQLITE_NOTADB", "SQLITE_CORRUPT"


class RegisterError(FindingsError):
    """The register cannot be used, or does not hold what was asked for."""


def refuse(code: str, name: str, **args: Argument) -> NoReturn:
    """Say what stands in the way.

    Raises:
        RegisterError: always.
    """
    raise RegisterError([found(code, name, **args)]) from None


def found(code: str, name: str, **args: Argument) -> Finding:
    """One finding about a register."""
    return Finding(code, (), {"register": name, **args}, InFile(name))


def failed(error: "SQLAlchemyError", name: str, secret: str | None = None) -> RegisterError:
    """That the database answers with an error, with its own words where they are safe.

    Args:
        error: the error.
        name: what findings call the register.
        secret: the password, which must not be shown.
    """
    cause = getattr(error, "orig", None)
    kind = str(getattr(cause, "sqlite_errorname", ""))
    if kind == _NO_DATABASE:
        return RegisterError([found("E431", name)])
    answer = next((line for line in str(cause or error).splitlines() if line.strip()), "")
    if secret and secret in answer:
        answer = ""
    args: dict[str, Argument] = {"answer": answer} if answer else {}
    code = "E432" if kind.startswith(_CORRUPT) else "E436"
    return RegisterError([found(code, name, **args)])
