"""A spec judged in many areas at once."""

from collections.abc import Iterable, Sequence
from os import PathLike, fspath
from pathlib import Path

from tryghed_dsl.check.model import Spec
from tryghed_dsl.domain.observation import Figures
from tryghed_dsl.domain.period import Period
from tryghed_dsl.engines.local import LOCAL
from tryghed_dsl.engines.spark import Session
from tryghed_dsl.everywhere.asked import COLUMNS, Asked
from tryghed_dsl.everywhere.embedded import embedded
from tryghed_dsl.everywhere.groups import programs_of
from tryghed_dsl.everywhere.latest import latest_in
from tryghed_dsl.everywhere.verdicts import Verdicts
from tryghed_dsl.figures.frames import is_frame
from tryghed_dsl.figures.lying import Lying
from tryghed_dsl.figures.places import is_url
from tryghed_dsl.findings.finding import Finding, Listed, errors
from tryghed_dsl.findings.raised import FiguresError
from tryghed_dsl.given import FiguresGiven, read_figures
from tryghed_dsl.records import dataclass

EVERYWHERE = "all"
DUCKDB = "duckdb"
_SPARK = ("spark://", "local[")
# So many areas are judged faster one by one than a query can be made.
_FEW = 30


Engine = str | Session | None


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody wants of many areas.

    Attributes:
        areas: names of areas, a list of the spec's, or `all`.
        engine: where it is to be judged; None leaves that to the program.
        columns: what is wanted besides the verdicts; None means all.
    """

    areas: str | Iterable[str]
    engine: Engine = None
    columns: Sequence[str] | None = None


def judge_areas(
    spec: Spec, figures: FiguresGiven, as_of: Period | None, wanted: Wanted
) -> Verdicts:
    """Judge a spec in many areas; see `evaluate`.

    Raises:
        FiguresError: the figures cannot be read, or something has to be stated.
    """
    if isinstance(wanted.engine, str) and not _is_engine(wanted.engine):
        raise FiguresError([Finding("E339", (), {"engine": wanted.engine})])
    areas = _areas(spec, wanted.areas)
    lying = _lying(spec, figures, wanted.engine)
    one_by_one = False
    if lying is None:
        read, found = read_figures(spec, figures, any_area=True)
        if errors(found):
            raise FiguresError(found)
        lying = embedded(read, tuple(found))
        few = wanted.engine is None and _are_few(read, areas)
        one_by_one = wanted.engine == LOCAL or few
    if as_of is None:
        lying = lying.settled()
    period = as_of or latest_in(spec, lying)
    if period is None:
        raise FiguresError([*lying.found, Finding("E334")])
    columns = COLUMNS if wanted.columns is None else tuple(wanted.columns)
    programs, missing = programs_of(spec, period, areas, columns)
    if missing:
        raise FiguresError([*lying.found, *missing])
    asked = Asked(period, areas, columns, one_by_one)
    return Verdicts(programs, lying, asked)


def _is_engine(name: str) -> bool:
    return name in (LOCAL, DUCKDB) or name.startswith(_SPARK)


def _areas(spec: Spec, areas: str | Iterable[str]) -> list[str] | None:
    """The areas asked for; None for all that there are figures of."""
    if not isinstance(areas, str):
        return list(dict.fromkeys(areas))
    if areas == EVERYWHERE:
        return None
    if areas in spec.lists:
        return list(spec.lists[areas].members)
    known = Listed(tuple(spec.lists) or (EVERYWHERE,))
    raise FiguresError([Finding("E331", (), {"name": areas, "known": known})])


def _are_few(figures: Figures, wanted: Sequence[str] | None) -> bool:
    return len(figures.areas() if wanted is None else wanted) <= _FEW


def _lying(spec: Spec, figures: FiguresGiven, engine: Engine) -> Lying | None:
    """Figures as they can be judged where they lie; None where they have to be read."""
    if engine == LOCAL:
        return None
    if _is_spark(engine) or _is_of_spark(figures):
        from tryghed_dsl.figures.lying_spark import spark_lying  # noqa: PLC0415 -- seldom needed

        return spark_lying(figures, engine, spec)
    if isinstance(figures, str) and is_url(figures):
        from tryghed_dsl.figures.lying_database import database_lying  # noqa: PLC0415

        return None if engine == DUCKDB else database_lying(figures, spec)
    from tryghed_dsl.figures.lying_files import frame_lying, parquet_lying  # noqa: PLC0415
    from tryghed_dsl.figures.lying_text import text_lying  # noqa: PLC0415

    if isinstance(figures, str | PathLike):
        path = Path(fspath(figures))
        return parquet_lying(path, spec) if path.suffix == ".parquet" else text_lying(path, spec)
    return frame_lying(figures, spec) if is_frame(figures) else None


def _is_spark(engine: Engine) -> bool:
    """Whether an engine is a session of Spark, or the address of a master."""
    if isinstance(engine, str):
        return engine.startswith(_SPARK)
    return engine is not None


def _is_of_spark(figures: object) -> bool:
    return type(figures).__module__.startswith("pyspark.") and hasattr(figures, "sparkSession")
