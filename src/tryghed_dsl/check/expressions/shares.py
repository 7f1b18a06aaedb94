"""Shares of a whole that are too large: what could be meant."""

from tryghed_dsl.syntax import nodes

_PER_CENT = 100


def tenth_of(share: nodes.Number) -> dict[str, str]:
    """A share with its point one digit further left, where it is one of a whole then."""
    tenth = share.value / 10
    return {"suggestion": f"{tenth:g}%"} if tenth <= _PER_CENT < share.value else {}
