"""Dataclasses that cost little until they are used; to type checkers the standard ones.

The standard library writes and compiles some six functions for each dataclass when its module is
imported, which took a third of the start-up of a command that uses few of them. Here a class gets
its slots at once, and its `__init__` when the first object is made, from code that all classes
with as many fields share. Comparing, hashing and showing need no code of their own. What else
asks for a dataclass is answered by a standard one with the same fields, made when it is asked for.
"""

import dataclasses
from collections.abc import Callable, Iterable, Mapping, Sequence
from copy import copy
from dataclasses import MISSING, Field, FrozenInstanceError
from functools import cache
from inspect import get_annotations, signature
from operator import attrgetter
from types import CodeType, FunctionType
from typing import TYPE_CHECKING, Any, NoReturn

_Class = type[Any]
_FIELDS = "__record_fields__"


def _dataclass(
    *,
    slots: bool,  # noqa: ARG001 -- told to type checkers; a record always has slots
    frozen: bool = False,
    eq: bool = True,
    kw_only: bool = False,
) -> Callable[[_Class], _Class]:
    """The standard decorator, with the options that are used here."""

    def made(cls: _Class) -> _Class:
        given = cls.__dict__
        kinds = given["__annotations__"] if "__annotations__" in given else get_annotations(cls)
        own = {name: _field(given.get(name, MISSING), kw_only) for name in kinds}
        fields: dict[str, Field[Any]] = {}
        for base in cls.__mro__[-2:0:-1]:
            fields |= base.__dict__.get(_FIELDS, {})
        slots = tuple(name for name in own if name not in fields)
        fields |= own
        namespace = {name: value for name, value in given.items() if name not in own}
        namespace |= _METHODS
        namespace |= _FROZEN if frozen else {}
        namespace |= _comparing(fields, frozen=frozen) if eq else {}
        namespace["__slots__"], namespace[_FIELDS] = slots, fields
        namespace["__match_args__"] = tuple(name for name in fields if not fields[name].kw_only)
        for unslotted in ("__dict__", "__weakref__"):
            namespace.pop(unslotted, None)
        return _with_init(cls, namespace)

    return made


# Of fields that nothing is said of, given by their place or by name only.
_PLAIN = {kw_only: dataclasses.field(kw_only=kw_only) for kw_only in (False, True)}


def _field(said: Any, kw_only: bool) -> Any:  # noqa: FBT001 -- as the decorator has it
    """What was said of a field."""
    if said is MISSING:
        return _PLAIN[kw_only]
    field: Any = said if isinstance(said, Field) else dataclasses.field(default=said)
    if field.kw_only is MISSING:
        field.kw_only = kw_only
    return field


def _with_init(cls: _Class, namespace: dict[str, Any]) -> _Class:
    """The class again, as slots cannot be added to one that is there.

    Its real `__init__` is made when the first object is made; twice does no harm.
    """

    def init(self: Any, *args: Any, **named: Any) -> None:
        made = _init(record)
        type.__setattr__(record, "__init__", made)
        made(self, *args, **named)

    kind: Any = type(cls)
    namespace["__init__"] = init
    record: _Class = kind(cls.__name__, cls.__bases__, namespace)
    record.__qualname__ = cls.__qualname__
    return record


# ------------------------------------------------------------------ __init__


def _init(record: _Class) -> Callable[..., None]:
    """The class's `__init__`: the code for as many fields, under this class's own names."""
    every: Mapping[str, Field[Any]] = getattr(record, _FIELDS)
    places = [name for name, field in every.items() if not field.kw_only]
    named = [name for name, field in every.items() if field.kw_only]
    fields = {name: every[name] for name in (*places, *named)}
    made = tuple(field.default_factory is not MISSING for field in fields.values())
    code = _code(made, len(named), hasattr(record, "__post_init__"))
    known: dict[str, object] = {"MISSING": MISSING}
    for number, (name, field) in enumerate(fields.items()):
        known[f"set{number}"] = getattr(record, name).__set__
        known[f"new{number}"] = field.default_factory
    init = FunctionType(code.replace(co_varnames=("self", *fields)), known)
    init.__qualname__ = f"{record.__qualname__}.__init__"
    init.__defaults__ = tuple(fields[each].default for each in places if _has_default(fields[each]))
    init.__kwdefaults__ = {e: fields[e].default for e in named if _has_default(fields[e])}
    return init


@cache
def _code(made: tuple[bool, ...], named: int, hook: bool) -> CodeType:  # noqa: FBT001 -- a shape
    """The code that sets fields past what forbids it; compiled once for all of one shape.

    Args:
        made: for each field whether its default is made anew for each object.
        named: how many of them, the last, are given by name only.
        hook: whether `__post_init__` is called.
    """
    names = [f"field{number}" for number in range(len(made))]
    places = len(made) - named
    parameters = ["self", *names[:places], *(["*", *names[places:]] if named else [])]
    values = [
        f"new{number}() if {name} is MISSING else {name}" if new else name
        for number, (name, new) in enumerate(zip(names, made, strict=True))
    ]
    lines = [f"    set{number}(self, {value})" for number, value in enumerate(values)]
    ending = "    self.__post_init__()" if hook else "    return"
    text = "\n".join([f"def __init__({', '.join(parameters)}):", *lines, ending])
    compiled = compile(text, "<record>", "exec")
    return next(each for each in compiled.co_consts if isinstance(each, CodeType))


def _has_default(field: Field[Any]) -> bool:
    return field.default is not MISSING or field.default_factory is not MISSING


# ------------------------------------------------------------------ the other methods


def _shown(self: Any) -> str:
    shown = (
        f"{name}={getattr(self, name)!r}"
        for name, field in getattr(self, _FIELDS).items()
        if field.repr
    )
    return f"{type(self).__qualname__}({', '.join(shown)})"


def _comparing(fields: Mapping[str, Field[Any]], *, frozen: bool) -> dict[str, object]:
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
    return [getattr(self, name) for name in getattr(self, _FIELDS)]


def _set_state(self: Any, state: Iterable[object]) -> None:
    for name, value in zip(getattr(self, _FIELDS), state, strict=True):
        object.__setattr__(self, name, value)


_FROZEN: Mapping[str, object] = {
    "__setattr__": _refuse,
    "__delattr__": _refuse,
    "__getstate__": _state,
    "__setstate__": _set_state,
}


def _replace(record: Any, /, **changes: Any) -> Any:
    """The same with other values for some fields."""
    fields = getattr(record, _FIELDS)
    return type(record)(**{name: getattr(record, name) for name in fields} | changes)


# ------------------------------------------------------------------ the standard library's own


@cache
def _standard(record: Any) -> _Class:
    """A standard dataclass with the same fields."""
    kinds: dict[str, Any] = {}
    for base in reversed(record.__mro__):
        kinds |= get_annotations(base)
    fields: Mapping[str, Field[Any]] = getattr(record, _FIELDS)
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
        if _FIELDS not in owner.__dict__:
            raise AttributeError
        kind: Any = owner
        return signature(_standard(kind))


_METHODS: Mapping[str, object] = {
    "__repr__": _shown,
    "__dataclass_fields__": _Standard("__dataclass_fields__"),
    "__dataclass_params__": _Standard("__dataclass_params__"),
    "__signature__": _Signature(),
}

if TYPE_CHECKING:
    from dataclasses import dataclass, replace
else:
    dataclass, replace = _dataclass, _replace

__all__ = ["dataclass", "replace"]
