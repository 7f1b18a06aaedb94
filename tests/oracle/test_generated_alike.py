"""On the specs that the oracle draws: functions are as closures, plain records as any others."""

from collections.abc import Iterator
from typing import Any

import pytest

import tryghed_dsl as td
from oracle.cases import FORMS, case
from oracle.draw import Draw
from oracle.tables import Figures
from oracle.wording import text
from tryghed_dsl.core.lower.program import lower
from tryghed_dsl.domain.period import year as year_of
from tryghed_dsl.engines.local import LocalEngine
from tryghed_dsl.engines.target import LATER
from tryghed_dsl.setting.settle import settle_without_figures

SPECS, TABLES = 6, 4
ODD = (None, 0.0, -0.0, 1.0, -1.0, 5e-324, 1e154, 1e308, -1e308)


def compiled(form: str) -> Iterator[tuple[td.Spec, int, str, list[Figures]]]:
    """Specs that can be judged before there are figures, with tables for them."""
    for seed in range(SPECS):
        given = case(Draw(seed), form, TABLES, moments=1)
        spec, moment = td.loads(text(given.spec)), given.moments[0]
        if settle_without_figures(spec, year_of(moment.year), moment.area).setting:
            yield spec, moment.year, moment.area, given.tables


def engine_of(spec: td.Spec, year: int, area: str) -> LocalEngine:
    setting = settle_without_figures(spec, year_of(year), area).setting
    assert setting is not None
    return LocalEngine(lower(spec, setting), area)


def figures_for(tables: list[Figures], draw: Draw) -> Iterator[dict[Any, float | None]]:
    """Tables as mappings, each also with some of its numbers made odd."""
    for table in tables:
        values: dict[Any, float | None] = {**table.values()}
        yield values
        yield {key: draw.choice(ODD) if draw.chance(20) else each for key, each in values.items()}


@pytest.mark.parametrize("form", FORMS)
def test_functions_come_to_what_closures_do(form: str) -> None:
    draw = Draw(1)
    for spec, year, area, tables in compiled(form):
        engine = engine_of(spec, year, area)
        made, reader = engine.for_mappings
        for figures in figures_for(tables, draw):
            cells, run = reader.read(figures), engine.run_plain(figures)
            for index, (target, judged) in enumerate(zip(made.targets, run.judged, strict=True)):
                slots = target.slots(cells)
                outcome, *told = judged
                assert outcome is target.decide(slots)
                for name, number in zip(("value", "limit"), told, strict=True):
                    assert number is LATER or repr(number) == repr(run.measure(index, name))


@pytest.mark.parametrize("form", FORMS)
def test_plain_records_are_reported_as_any_records_are(form: str) -> None:
    draw = Draw(2)
    for spec, year, area, tables in compiled(form):
        judge = td.compile(spec, year, area)
        for figures in figures_for(tables, draw):
            records = [
                {"indicator": indicator, "area": place, "period": period, "value": value}
                for (indicator, place, period), value in figures.items()
            ]
            plain = judge(records)
            # A key more, that says nothing, and they are read in full.
            in_full = judge([{**record, "unit": None} for record in records])
            for language in ("en", "da"):
                one, other = (each.model_dump_json(language=language) for each in (plain, in_full))
                assert one == other
            assert plain.findings == in_full.findings
