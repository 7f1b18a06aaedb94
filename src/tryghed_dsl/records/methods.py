"""What a record has besides its `__init__`: shared by all classes, and never compiled for one."""

import dataclasses
from collections.abc import Callable, Iterable, Mapping, Sequence
from copy import copy
from dataclasses import Field, FrozenInstanceError
from functools import cache
from inspect import get_annotations, signature
from operator import attrgetter
from typing import Any, NoReturn

FIELDS = "__record_fields__"
_Class = type[Any]


def _shown(self: Any) -> str:
    shown = (
        f"{name}={getattr(self, name)!r}"
        for name, field in getattr(self, FIELDS).items()
        if field.repr
    )
    return f"{type(self).__qualname__}({', '.join(shown)})"


def comparing(fields: Mapping[str, Field[Any]], *, frozen: bool) -> dict[str, object]:
    """What two records are compared by."""
    key = _values([name for name, field in fields.items() if field.compare])

    def equal(self: Any, other: Any) -> Any:
        if self is other:
            return True
        return key(self) == key(other) if other.__class__ is self.__class__ else NotImplemented

    def hashed(self: Any) -> int:
        return hash(key(self))

    return {"__eq__": equal, "__hash__": hashed if frozen else None}


def _values(names: Sequence[str]) -> Callable[[Any], tuple[object, ...]]:
    """What gives some fields of a record as a tuple."""
    if len(names) > 1:
        return attrgetter(*names)
    get = attrgetter(*names) if names else None
    return (lambda _: ()) if get is None else (lambda self: (get(self),))


def _refuse(self: Any, name: str, *_: object) -> NoReturn:
    message = f"cannot change field {name!r} of {type(self).__qualname__}"
    raise FrozenInstanceError(message)


def _state(self: Any) -> list[object]:
    return [getattr(self, name) for name in getattr(self, FIELDS)]


def _set_state(self: Any, state: Iterable[object]) -> None:
    for name, value in zip(getattr(self, FIELDS), state, strict=True):
        object.__setattr__(self, name, value)


FROZEN: Mapping[str, object] = {
    "__setattr__": _refuse,
    "__delattr__": _refuse,
    "__getstate__": _state,
    "__setstate__": _set_state,
}


def replace(record: Any, /, **changes: Any) -> Any:
    """The same with other values for some fields."""
    for name in getattr(record, FIELDS):
        if name not in changes:
            changes[name] = getattr(record, name)
    return type(record)(**changes)


# ------------------------------------------------------------------ the standard library's own


@cache
def _standard(record: Any) -> _Class:
    """A standard dataclass with the same fields."""
    kinds: dict[str, Any] = {}
    for base in reversed(record.__mro__):
        kinds |= get_annotations(base)
    fields: Mapping[str, Field[Any]] = getattr(record, FIELDS)
    made: _Class = dataclasses.make_dataclass(
        record.__name__,
        [(name, kinds[name], copy(field)) for name, field in fields.items()],
        frozen=_refuse is record.__setattr__,
    )
    return made


class _Standard:
    """What the standard library keeps on a dataclass, read from a standard one when needed."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __get__(self, record: object, owner: _Class) -> Any:
        kind: Any = owner
        return getattr(_standard(kind), self._name)


class _Signature:
    """What a class is called with; one made of a record by other means has its own."""

    def __get__(self, record: object, owner: _Class) -> Any:
        if FIELDS not in owner.__dict__:
            raise AttributeError
        kind: Any = owner
        return signature(_standard(kind))


METHODS: Mapping[str, object] = {
    "__repr__": _shown,
    "__replace__": replace,
    "__dataclass_fields__": _Standard("__dataclass_fields__"),
    "__dataclass_params__": _Standard("__dataclass_params__"),
    "__signature__": _Signature(),
}
