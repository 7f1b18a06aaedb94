"""A register in PostgreSQL keeps what it was given, as one in a file does."""

import pytest

from support.postgres import Server
from support.recording import entry
from support.register_safety import survives_kills, two_at_once
from tryghed_dsl.register.places import Place, writing
from tryghed_dsl.register.register import Register
from tryghed_dsl.register.troubles import RegisterError


def database(server: Server, name: str) -> str:
    """The address of a new database on the server."""
    server.run(f"CREATE DATABASE {name}")
    return server.address().removesuffix("postgres") + name


def test_a_program_killed_at_any_moment_loses_no_record(server: Server, *, in_full: bool) -> None:
    survives_kills(database(server, "kills"), 500 if in_full else 40, seed=2)


def test_two_who_write_at_once_keep_all(server: Server, *, in_full: bool) -> None:
    two_at_once(database(server, "writers"), 1_000 if in_full else 25)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE tryghed_record SET head = ''",
        "DELETE FROM tryghed_record",
        "TRUNCATE tryghed_record",
        "UPDATE tryghed_text SET body = 'x'",
        "DELETE FROM tryghed_text",
        "UPDATE tryghed_register SET format = 2",
        "INSERT INTO tryghed_text SELECT sha256, 'x' FROM tryghed_text "
        "ON CONFLICT (sha256) DO UPDATE SET body = 'x'",
        "INSERT INTO tryghed_record VALUES (1, 'x', 'x')",
    ],
)
def test_nothing_in_it_can_be_changed(statement: str, server: Server) -> None:
    sa = pytest.importorskip("sqlalchemy")
    address = server.address()
    register = Register(address)
    register.append(entry("one"))
    with (
        pytest.raises(sa.exc.SQLAlchemyError),
        writing(Place(address).engine()) as connection,
    ):
        connection.exec_driver_sql(statement)
    assert register.verified() == []


def test_a_trigger_switched_off_and_a_changed_text_are_told(server: Server) -> None:
    address = database(server, "tampered")
    register = Register(address)
    register.append(entry("one"))
    register.append(entry("two"))
    with writing(Place(address).engine()) as connection:
        connection.exec_driver_sql("ALTER TABLE tryghed_text DISABLE TRIGGER tryghed_text_kept")
        connection.exec_driver_sql(
            "UPDATE tryghed_text SET body = 'x' WHERE strpos(body, '# two') > 0"
        )
    found = register.verified()
    assert [(finding.code, finding.args.get("number")) for finding in found] == [
        ("E433", 2),
        ("W438", None),
    ]


def test_what_is_not_there_is_told_without_the_password(server: Server) -> None:
    for address, code in (
        (database(server, "nothing"), "E430"),
        (server.address() + "_which_is_none", "E436"),
        (server.address(password="another one"), "E436"),  # noqa: S106 -- of no one
        ("postgresql://nobody:secret%20word@127.0.0.1:1/none", "E436"),
    ):
        with pytest.raises(RegisterError) as told:
            Register(address).records()
        assert [finding.code for finding in told.value.findings] == [code]
        shown = str([finding.args for finding in told.value.findings])
        assert "hemmelig" not in shown
        assert "another one" not in shown
        assert "secret" not in shown
