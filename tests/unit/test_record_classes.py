"""A record is a dataclass in all that can be asked of one."""

import copy
import dataclasses
import inspect
import pickle
from dataclasses import FrozenInstanceError, field, fields, is_dataclass
from typing import Any

import pytest

from tryghed_dsl import records


@records.dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    place: int = field(compare=False, repr=False)


@records.dataclass(frozen=True, slots=True)
class Named(Placed):
    name: str
    missing: list[int] = field(default_factory=list)
    weight: float = 1.0


@records.dataclass(slots=True)
class Changing:
    names: list[str] = field(default_factory=list)
    count: int = 0

    def __post_init__(self) -> None:
        self.count += 1


@records.dataclass(frozen=True, slots=True)
class Nothing(Placed):
    pass


@records.dataclass(frozen=True, slots=True, eq=False)
class Unlike:
    name: str


@dataclasses.dataclass(frozen=True, slots=True)
class Standard(Named):
    more: int = 0


def test_it_is_made_from_places_names_and_defaults() -> None:
    made = Named("a", place=3)
    assert (made.place, made.name, made.missing, made.weight) == (3, "a", [], 1.0)
    assert Named("a", [2], 0.5, place=3).missing == [2]
    assert Named("a", place=3).missing is not made.missing
    assert (Changing().count, Changing(["a"], 4).count) == (1, 5)


def test_wrong_arguments_are_refused_as_ever() -> None:
    made: Any = Named
    for wrong in ({"name": "a"}, {"place": 1}, {"name": "a", "place": 1, "more": 1}):
        with pytest.raises(TypeError):
            made(**wrong)


def test_it_is_shown_with_its_fields() -> None:
    assert repr(Named("a", place=3)) == "Named(name='a', missing=[], weight=1.0)"
    assert repr(Nothing(place=1)) == "Nothing()"


def test_it_equals_what_has_the_same_fields_and_class() -> None:
    assert Named("a", place=1) == Named("a", place=2) != Named("b", place=1)
    assert Placed(place=1) == Placed(place=2)
    assert Placed(place=1) != Named("a", place=1)
    assert hash(Placed(place=1)) == hash(())
    assert hash(Nothing(place=1)) == hash(Nothing(place=2))
    assert Changing() == Changing()
    assert Changing.__hash__ is None
    assert Unlike("a") != Unlike("a")


def test_what_is_frozen_stays() -> None:
    made: Any = Named("a", place=1)
    with pytest.raises(FrozenInstanceError):
        made.name = "b"
    with pytest.raises(FrozenInstanceError):
        del made.name
    with pytest.raises(FrozenInstanceError):
        made.other = 1
    changing = Changing()
    changing.count = 9
    assert changing.count == 9
    assert not hasattr(changing, "__dict__")


def test_it_matches_patterns() -> None:
    made: object = Named("a", place=1)
    match made:
        case Named(name, [], weight, place=place):
            assert (name, weight, place) == ("a", 1.0, 1)
        case _:
            pytest.fail("no match")


def test_it_is_copied() -> None:
    made = Named("a", [1], place=1)
    for same in (copy.copy(made), copy.deepcopy(made), pickle.loads(pickle.dumps(made))):  # noqa: S301 -- our own
        assert (same, same.place) == (made, 1)
    for replace in (records.replace, dataclasses.replace):
        assert replace(made, weight=2.0) == Named("a", [1], 2.0, place=1)


def test_the_standard_library_knows_it() -> None:
    assert is_dataclass(Named)
    assert [each.name for each in fields(Named)] == ["place", "name", "missing", "weight"]
    assert dataclasses.asdict(Placed(place=1)) == {"place": 1}
    signature = inspect.signature(Named)
    assert list(signature.parameters) == ["name", "missing", "weight", "place"]
    assert Standard("a", [], 1.0, 5, place=2).more == 5


def test_what_a_class_says_itself_stands() -> None:
    @records.dataclass(frozen=True, slots=True)
    class Said:
        name: str

        def __repr__(self) -> str:
            return f"<{self.name}>"

    assert repr(Said("a")) == "<a>"
    assert Said("a") == Said("a")
