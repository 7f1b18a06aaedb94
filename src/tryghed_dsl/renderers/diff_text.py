"""What a new spec changes in an old one, in words."""

from collections.abc import Iterator, Mapping
from textwrap import wrap

from tryghed_dsl.comparing.compare import Comparison, Flip, Surroundings
from tryghed_dsl.comparing.effect import Calculated, Difference, Effect, Number, Share, Shown
from tryghed_dsl.comparing.targets import Kind, TargetChange
from tryghed_dsl.domain.unit import PERCENT
from tryghed_dsl.renderers.diff_words import EFFECT_COLOURS, EFFECTS, KINDS, WHAT
from tryghed_dsl.renderers.style import VERDICT_COLOURS, Style, plain
from tryghed_dsl.renderers.words import counted, either, reason_word, verdict_word
from tryghed_dsl.report.report import TargetReport
from tryghed_dsl.report.wording import points, quantity
from tryghed_dsl.text.language import Language, number

WIDTH = 80
_PER_CENT = 100
_DECIMALS = 6


def diff_text(
    comparison: Comparison, language: Language, style: Style = plain, width: int = WIDTH
) -> str:
    """What has changed, what that does, and which verdicts it would flip."""
    return "\n".join(_Told(comparison, language, style, width).lines()) + "\n"


class _Told:
    def __init__(
        self, comparison: Comparison, language: Language, style: Style, width: int
    ) -> None:
        self._comparison = comparison
        self._language = language
        self._style = style
        self._width = width

    def _say(self, english: str, danish: str) -> str:
        return either(self._language, english, danish)

    def lines(self) -> Iterator[str]:
        comparison = self._comparison
        names = [spec.source.name for spec in (comparison.old, comparison.new)]
        yield from self._wrapped(" -> ".join(names), 0)
        yield from self._wrapped(self._summary(), 0)
        for surroundings in comparison.around:
            yield from ("", *self._surroundings(surroundings))
        for change in comparison.targets:
            yield from ("", *self._change(change))
        if comparison.as_of is not None:
            yield from ("", *self._flips())

    def _summary(self) -> str:
        effects = self._comparison.effects
        if not effects:
            return self._say("nothing has changed", "intet er ændret")
        parts = [
            f"{effects.count(effect)} {self._say(*EFFECTS[effect])}"
            for effect in Effect
            if effect in effects
        ]
        changes = counted(
            len(effects), ("change", "changes"), ("ændring", "ændringer"), self._language
        )
        return f"{changes}: {', '.join(parts)}"

    def _wrapped(self, text: str, indent: int, hanging: int = 0) -> list[str]:
        return wrap(
            text,
            self._width,
            initial_indent=" " * indent,
            subsequent_indent=" " * (indent + hanging),
            break_long_words=False,
            break_on_hyphens=False,
        )

    # -------------------------------------------------------------- changes

    def _headed(self, before: str, effect: Effect, after: str = "") -> list[str]:
        """A heading with an effect in it, coloured where it stands on one line."""
        words = self._say(*EFFECTS[effect])
        lines = self._wrapped(f"{before}{words}{after}", 0, 2)
        return [line.replace(words, self._style(words, EFFECT_COLOURS[effect])) for line in lines]

    def _surroundings(self, found: Surroundings) -> Iterator[str]:
        if found.goal is None:
            name = self._say("the agreement", "aftalen")
        else:
            name = found.goal.title or found.goal.id
        yield from self._headed(f"{name}: ", found.effect)
        yield from self._differences(found.differences)

    def _change(self, change: TargetChange) -> Iterator[str]:
        kind = self._say(*KINDS[change.kind])
        yield from self._headed(f"{change.id}: {kind}, ", change.effect, self._on(change))
        labels = (self._say("old", "før"), self._say("new", "nu"))
        both = change.kind is Kind.CHANGED
        for label, target in zip(labels, (change.old, change.new), strict=True):
            if target is not None and target.retired is None:
                lead = f"{label:<4} " if both else ""
                yield from self._wrapped(lead + target.text, 2, len(lead) or 2)
        yield from self._because(change)
        yield from self._differences(change.differences)

    def _because(self, change: TargetChange) -> Iterator[str]:
        """Why, where the new wording says so; what the old one said already is not news."""
        old, new = change.old, change.new
        if new is None:
            return
        said = old.because if old is not None else None
        why = (
            new.retired if new.retired is not None else new.because if new.because != said else None
        )
        if why:
            yield from self._wrapped(f"{self._say('because:', 'fordi:')} {why}", 2, 2)

    def _on(self, change: TargetChange) -> str:
        as_of = self._comparison.as_of
        if not change.on_figures or as_of is None:
            return ""
        return self._say(f" (on the figures of {as_of})", f" (på tallene for {as_of})")

    def _differences(self, differences: tuple[Difference, ...]) -> Iterator[str]:
        for difference in differences:
            name = "" if difference.name is None else f" {difference.name}"
            text = f"{self._say(*WHAT[difference.what])}{name}"
            if difference.old is None and difference.new is None:
                text = f"{text} {self._say('is another', 'er en anden')}"
            else:
                text = f"{text} {self._shown(difference.old)} -> {self._shown(difference.new)}"
            yield from self._wrapped(f"- {text}", 2, 2)

    def _shown(self, value: Shown) -> str:
        match value:
            case None:
                return self._say("none", "ingen")
            case Calculated():
                return self._say("a calculation", "en beregning")
            case bool():
                return self._say("yes", "ja") if value else self._say("no", "nej")
            case Share(share):
                return f"{number(round(share * _PER_CENT, _DECIMALS), self._language)} %"
            case Number(amount, unit, points=is_points):
                if is_points and unit == PERCENT:
                    return points(amount, self._language)
                return quantity(amount, unit, self._language)
            case _:
                return str(value)

    # -------------------------------------------------------------- verdicts

    def _flips(self) -> Iterator[str]:
        comparison = self._comparison
        when = f"{self._say('as of', 'status')} {comparison.as_of}"
        if not comparison.flips:
            yield self._say(f"No verdict flips, {when}", f"Ingen vurdering skifter, {when}")
            return
        yield self._say(f"Verdicts that flip, {when}", f"Vurderinger, der skifter, {when}")
        for flip in comparison.flips:
            yield from self._flip(flip)

    def _flip(self, flip: Flip) -> Iterator[str]:
        sides = (flip.old, flip.new)
        words = [verdict_word(each.verdict, self._language) for each in sides]
        old, new = (
            f"{word} ({reason_word(each.reason, self._language)})"
            for word, each in zip(words, sides, strict=True)
        )
        for line in self._wrapped(f"{flip.id}: {old} -> {new}", 2, 2):
            yield self._coloured(line, dict(zip(words, sides, strict=True)))
        for each in sides:
            yield from self._wrapped(each.sentence(self._language), 4)

    def _coloured(self, line: str, verdicts: Mapping[str, TargetReport]) -> str:
        """A line with each verdict in it coloured; one that holds another is not taken for it."""
        for word, report in verdicts.items():
            shown = f"{word} ("
            if f" {shown}" in line:
                painted = self._style(word, VERDICT_COLOURS[report.verdict])
                line = line.replace(f" {shown}", f" {painted} (", 1)
        return line
