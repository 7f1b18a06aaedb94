"""What a report made again says beside the one that was recorded, in words."""

from collections.abc import Iterator
from textwrap import wrap

from tryghed_dsl.domain.observation import Observation
from tryghed_dsl.domain.verdict import Reason, Verdict
from tryghed_dsl.register.differing import Differing, Revised, Said
from tryghed_dsl.register.log_text import Look, of_what, when
from tryghed_dsl.register.record import on_one_line
from tryghed_dsl.register.reproducing import Again, Against, Cause
from tryghed_dsl.renderers.diff_text import diff_text
from tryghed_dsl.renderers.words import either, reason_word, verdict_word
from tryghed_dsl.text.language import number

_MOST = 40
_CAUSES = {
    Cause.FIGURES: ("because of the figures", "på grund af tallene"),
    Cause.WORDING: ("because of the wording", "på grund af ordlyden"),
    Cause.BOTH: ("because of figures and wording", "på grund af både tal og ordlyd"),
    Cause.PROGRAM: ("because of the program", "på grund af programmet"),
}


def again_text(again: Again, look: Look) -> str:
    """Whether the report made from what was kept says what was recorded."""
    return "\n".join(_Told(look).again(again)) + "\n"


def against_text(against: Against, names: str, look: Look) -> str:
    """What a spec and figures of today change.

    Args:
        against: the report made from them.
        names: what they are called.
        look: how it is to look.
    """
    return "\n".join(_Told(look).against(against, names)) + "\n"


class _Told:
    def __init__(self, look: Look) -> None:
        self._look = look

    def _say(self, english: str, danish: str) -> str:
        return either(self._look.language, english, danish)

    def _wrapped(self, text: str, indent: int = 0) -> list[str]:
        lead, after = " " * indent, " " * (indent + 2 * bool(indent))
        return wrap(text, self._look.width, initial_indent=lead, subsequent_indent=after)

    # -------------------------------------------------------------- from what was kept

    def again(self, again: Again) -> Iterator[str]:
        record = again.kept.record
        yield from self._wrapped(f"{of_what(record)} · {record.as_of}")
        by = on_one_line(record.by)
        made = self._say(
            f"record {record.number}, made on {when(record)}",
            f"registrering {record.number}, lavet {when(record)}",
        )
        yield from self._wrapped(f"{made} {self._say('by', 'af')} {by}" if by else made)
        yield ""
        then, now = on_one_line(record.version), again.program
        if not again.same_program:
            yield from self._wrapped(
                self._say(
                    f"The program was version {then} then, and is {now} now.",
                    f"Programmet var dengang version {then} og er nu {now}.",
                )
            )
        if not again.differing:
            yield from self._wrapped(
                self._say(
                    "Made again from the spec and figures that were kept: every verdict and every "
                    "number is as it was recorded.",
                    "Lavet igen af den aftalefil og de tal, der er gemt: hver vurdering og hvert "
                    "tal er, som de blev registreret.",
                )
            )
            return
        yield from self._wrapped(
            self._say(
                "Made again from the spec and figures that were kept, this program says something "
                "else than was recorded:",
                "Lavet igen af den aftalefil og de tal, der er gemt, siger dette program noget "
                "andet end det, der blev registreret:",
            )
        )
        for each in again.differing:
            yield from self._differing(each, Cause.PROGRAM)

    # -------------------------------------------------------------- today

    def against(self, against: Against, names: str) -> Iterator[str]:
        yield ""
        yield from self._wrapped(self._say(f"Beside {names}:", f"Ved siden af {names}:"))
        if against.same:
            yield from self._wrapped(
                self._say("nothing differs", "der er ingen forskelle")
                if against.same_text
                else self._say(
                    "the spec's text is another, and means the same; nothing else differs",
                    "aftalefilens tekst er en anden, men betyder det samme; ellers er der ingen "
                    "forskelle",
                ),
                2,
            )
            return
        yield from self._wording(against)
        yield from self._figures(against)
        yield from self._verdicts(against)

    def _wording(self, against: Against) -> Iterator[str]:
        if not against.wording.effects:
            return
        yield from ("", self._say("The spec has changed", "Aftalefilen er ændret"))
        changes = diff_text(against.wording, self._look.language, width=self._look.width - 2)
        told = changes.partition("\n")[2].rstrip("\n").splitlines()
        yield from (f"  {line}".rstrip() for line in told)

    def _figures(self, against: Against) -> Iterator[str]:
        if not against.revised:
            return
        many = len(against.revised)
        yield from ("", self._say(f"Figures that differ: {many}", f"Tal, der er ændret: {many}"))
        for each in against.revised[:_MOST]:
            yield from self._wrapped(self._revised(each), 2)
        if many > _MOST:
            more = many - _MOST
            yield from self._wrapped(self._say(f"and {more} more", f"og {more} til"), 2)

    def _revised(self, each: Revised) -> str:
        key = each.key
        name = on_one_line(f"{key.indicator}, {key.area}, {key.period}")
        return f"{name}: {self._seen(each.old)} -> {self._seen(each.new)}"

    def _seen(self, seen: Observation | None) -> str:
        if seen is None:
            return self._say("none", "intet")
        value = self._number(seen.value)
        if seen.most is not None:
            value = f"{value}–{self._number(seen.most)}"
        return value if seen.n is None else f"{value} (n {self._number(seen.n)})"

    def _number(self, value: float | None) -> str:
        return "–" if value is None else number(value, self._look.language)

    def _verdicts(self, against: Against) -> Iterator[str]:
        yield ""
        if not against.differing:
            same = self._say("No verdict differs", "Ingen vurdering er ændret")
            yield from self._wrapped(same)
            return
        yield self._say("Targets that come to something else", "Mål, der får et andet resultat")
        for each, cause in against.differing:
            yield from self._differing(each, cause)

    def _differing(self, each: Differing, cause: Cause) -> list[str]:
        english, danish = _CAUSES[cause]
        told = f"{each.id}: {self._target(each.old)} -> {self._target(each.new)}"
        return self._wrapped(f"{told}, {self._say(english, danish)}", 2)

    def _target(self, said: Said | None) -> str:
        if said is None:
            return self._say("no such target", "intet sådant mål")
        verdict, reason = Verdict(said.verdict), Reason(said.reason)
        words = (
            f"{verdict_word(verdict, self._look.language)} "
            f"({reason_word(reason, self._look.language)})"
        )
        return f"{self._number(said.value)} {words}"
