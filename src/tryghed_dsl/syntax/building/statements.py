# ruff: noqa: D102 -- each method is named after its rule in the grammar
"""Lines of a file, and of the blocks in it."""

from typing import Any

from tryghed_dsl.syntax import nodes
from tryghed_dsl.syntax.building.common import (
    Children,
    name,
    names,
    number,
    span_of,
    text,
    text_or_none,
)


class Statements:
    """One method for each rule of a line."""

    # ---------------------------------------------------------------- lines of a file

    def file_line(self, c: Children) -> Any:
        return c[0]

    agreement_line = revises_line = goal_line = each_line = test_line = file_line

    def language(self, c: Children) -> nodes.Language:
        return nodes.Language(number(c[1]), span=span_of(c))

    def agreement(self, c: Children) -> nodes.Agreement:
        return nodes.Agreement(text(c[1]), span=span_of(c))

    def revises(self, c: Children) -> nodes.Revises:
        return nodes.Revises(text(c[1]), span=span_of(c))

    def use(self, c: Children) -> nodes.Use:
        return nodes.Use(text(c[1]), span=span_of(c))

    def area(self, c: Children) -> nodes.Area:
        return nodes.Area(name(c[1]), text_or_none(c[2]), c[3], c[4] or (), span=span_of(c))

    def area_parent(self, c: Children) -> nodes.Name:
        return name(c[1])

    def area_parts(self, c: Children) -> tuple[nodes.Name, ...]:
        return names(c[1:])

    def areas_named(self, c: Children) -> nodes.AreaList:
        title = text_or_none(c[2])
        return nodes.AreaList(name(c[1]), title, tuple(c[4]), where=c[5], span=span_of(c))

    def areas_within(self, c: Children) -> nodes.AreaList:
        title, within = text_or_none(c[2]), name(c[5])
        return nodes.AreaList(name(c[1]), title, (), within=within, span=span_of(c))

    def list_where(self, c: Children) -> Any:
        return c[1]

    def source(self, c: Children) -> nodes.SourceOfFigures:
        return nodes.SourceOfFigures(name(c[1]), text_or_none(c[2]), c[3] or (), span=span_of(c))

    def indicator(self, c: Children) -> nodes.Indicator:
        return nodes.Indicator(name(c[1]), text_or_none(c[2]), c[3], c[4] or (), span=span_of(c))

    def formula(self, c: Children) -> Any:
        return c[1]

    def indicators(self, c: Children) -> nodes.IndicatorList:
        return nodes.IndicatorList(name(c[1]), text_or_none(c[2]), tuple(c[4]), span=span_of(c))

    def benchmark(self, c: Children) -> nodes.Benchmark:
        return nodes.Benchmark(name(c[1]), text_or_none(c[2]), c[4], span=span_of(c))

    def same_indicator(self, c: Children) -> nodes.SameIndicator:
        return nodes.SameIndicator(name(c[3]), span=span_of(c))

    def over_areas(self, c: Children) -> nodes.OverAreas:
        return nodes.OverAreas(name(c[0]), name(c[2]), span=span_of(c))

    def benchmark_formula(self, c: Children) -> Any:
        return c[0]

    def let(self, c: Children) -> nodes.Let:
        return nodes.Let(name(c[1]), text_or_none(c[2]), c[4], span=span_of(c))

    def named_condition(self, c: Children) -> nodes.NamedCondition:
        title, clauses = text_or_none(c[3]), c[6] or ()
        return nodes.NamedCondition(name(c[1]), c[2] or (), title, c[5], clauses, span=span_of(c))

    def parameters(self, c: Children) -> tuple[nodes.Name, ...]:
        return tuple(c[1])

    def series_break(self, c: Children) -> nodes.SeriesBreak:
        return nodes.SeriesBreak(c[1], tuple(c[3]), c[4], c[5] or (), span=span_of(c))

    def break_area(self, c: Children) -> nodes.Name:
        return name(c[1])

    def first_name(self, c: Children) -> list[nodes.Name]:
        return [name(c[0])]

    def more_names(self, c: Children) -> list[nodes.Name]:
        several: list[nodes.Name] = c[0]
        several.append(name(c[2]))
        return several

    def goal(self, c: Children) -> nodes.Goal:
        return nodes.Goal(name(c[1]), text_or_none(c[2]), c[3] or (), span=span_of(c))

    def test(self, c: Children) -> nodes.Test:
        return nodes.Test(text(c[1]), span=span_of(c))

    def replace_target(self, c: Children) -> nodes.Replace:
        target = nodes.Target(c[1], c[2], c[3] or (), span=span_of(c[1:]))
        return nodes.Replace(target, span=span_of(c))

    def replace_indicator(self, c: Children) -> nodes.Replace:
        return nodes.Replace(c[1], span=span_of(c))

    def retire(self, c: Children) -> nodes.Retire:
        return nodes.Retire(tuple(c[1]), c[2] or (), span=span_of(c))

    # ---------------------------------------------------------------- lines of blocks

    def document(self, c: Children) -> nodes.Document:
        return nodes.Document(text(c[1]), span=span_of(c))

    def agreement_area(self, c: Children) -> nodes.AgreementArea:
        return nodes.AgreementArea(name(c[1]), span=span_of(c))

    def agreement_baseline(self, c: Children) -> nodes.AgreementBaseline:
        return nodes.AgreementBaseline(c[1], span=span_of(c))

    def effective(self, c: Children) -> nodes.Effective:
        return nodes.Effective(c[1], span=span_of(c))

    def target(self, c: Children) -> nodes.Target:
        return nodes.Target(c[0], c[1], c[2] or (), span=span_of(c))

    def label(self, c: Children) -> nodes.Name:
        return name(c[0])

    def monitor(self, c: Children) -> nodes.Monitor:
        return nodes.Monitor(tuple(c[1]), c[2] or (), span=span_of(c))

    def for_each_of(self, c: Children) -> nodes.ForEach:
        return nodes.ForEach(name(c[2]), name(c[4]), span=span_of(c))

    def for_each_period(self, c: Children) -> nodes.ForEach:
        return nodes.ForEach(name(c[2]), None, span=span_of(c))

    def member_line(self, c: Children) -> nodes.Member:
        return nodes.Member(c[0], c[1] or (), span=span_of(c))

    # ---------------------------------------------------------------- lines of a test

    def given_value(self, c: Children) -> nodes.Given:
        return nodes.Given(c[1], c[3], c[4], span=span_of(c))

    def given_missing(self, c: Children) -> nodes.Given:
        return nodes.Given(c[1], None, span=span_of(c))

    def figure(self, c: Children) -> nodes.Figure:
        return nodes.Figure(name(c[0]), c[1], c[3], span=span_of(c))

    def figure_area(self, c: Children) -> nodes.Name:
        return name(c[1])

    def respondents(self, c: Children) -> nodes.Number:
        return number(c[2])

    def positive(self, c: Children) -> nodes.Signed:
        return nodes.Signed(str(c[0]), span=span_of(c))

    def negative(self, c: Children) -> nodes.Signed:
        return nodes.Signed(f"-{c[1]}", span=span_of(c))

    def as_of(self, c: Children) -> nodes.AsOf:
        return nodes.AsOf(c[2], span=span_of(c))

    def expect(self, c: Children) -> nodes.Expect:
        return nodes.Expect(name(c[1]), name(c[2]), c[3], span=span_of(c))

    def reason(self, c: Children) -> nodes.Name:
        return nodes.Name("".join(str(part) for part in c), span=span_of(c))

    def reason_word(self, c: Children) -> Any:
        return c[0]
