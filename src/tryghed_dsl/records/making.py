"""How a record's class is made: its slots at once, its `__init__` with the first object."""

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field
from functools import cache
from inspect import get_annotations
from types import CodeType, FunctionType
from typing import Any

from tryghed_dsl.records.methods import FIELDS, FROZEN, METHODS, comparing

_Class = type[Any]


def dataclass(
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
            fields |= base.__dict__.get(FIELDS, {})
        slots = tuple(name for name in own if name not in fields)
        fields |= own
        written = {name: value for name, value in given.items() if name not in own}
        methods = {**METHODS, **(comparing(fields, frozen=frozen) if eq else {})}
        namespace = {**methods, **(FROZEN if frozen else {}), **written}
        namespace["__slots__"], namespace[FIELDS] = slots, fields
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


def _init(record: _Class) -> Callable[..., None]:
    """The class's `__init__`: the code for as many fields, under this class's own names."""
    every: Mapping[str, Field[Any]] = getattr(record, FIELDS)
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
