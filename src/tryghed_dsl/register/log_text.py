"""The records of a register as a table for people."""

from collections.abc import Iterator, Sequence
from textwrap import wrap

from tryghed_dsl.records import dataclass
from tryghed_dsl.register.record import Record, on_one_line
from tryghed_dsl.renderers.style import VERDICT_COLOURS, Style, plain
from tryghed_dsl.renderers.words import counted, either, verdict_word
from tryghed_dsl.sources import last_part
from tryghed_dsl.text.language import Language

WIDTH = 80
SHORT = 12


@dataclass(frozen=True, slots=True)
class Look:
    """How output is to look: its language, its colours, and how wide it may be."""

    language: Language
    style: Style = plain
    width: int = WIDTH


def log_text(name: str, records: Sequence[Record], look: Look) -> str:
    """A heading, and some lines for each record."""
    return "\n".join(_Log(name, records, look).lines()) + "\n"


def when(record: Record) -> str:
    """When a record was made, to the minute."""
    return f"{record.made[:16].replace('T', ' ')} UTC"


def of_what(record: Record) -> str:
    """The agreement and the area of a record; a file can say anything, and has no line breaks."""
    return on_one_line(f"{record.agreement} · {record.area}") or ""


class _Log:
    def __init__(self, name: str, records: Sequence[Record], look: Look) -> None:
        self._name = name
        self._records = records
        self._look = look
        self._periods = max((len(record.as_of) for record in records), default=0)
        self._numbers = len(str(len(records)))

    def _say(self, english: str, danish: str) -> str:
        return either(self._look.language, english, danish)

    def lines(self) -> Iterator[str]:
        number = len(self._records)
        records = counted(
            number,
            ("record", "records"),
            ("registrering", "registreringer"),
            self._look.language,
        )
        yield from wrap(f"{self._name}: {records}", self._look.width)
        among = ""
        for record in self._records:
            if of_what(record) != among:
                among = of_what(record)
                yield ""
                yield from wrap(among, self._look.width)
            yield from self._record(record)

    def _record(self, record: Record) -> Iterator[str]:
        number = str(record.number).rjust(self._numbers)
        lead = f"  {number}  {record.as_of.ljust(self._periods)}  "
        word = verdict_word(record.verdict, self._look.language)
        counts = ", ".join(
            f"{many} {verdict_word(verdict, self._look.language)}"
            for verdict, many in record.counts.items()
            if many
        )
        painted = self._look.style(word, VERDICT_COLOURS[record.verdict])
        yield f"{lead}{when(record)}  {painted}"
        for text in (counts, self._hashes(record), self._who(record)):
            if text:
                yield from self._wrapped(text, " " * len(lead))

    def _wrapped(self, text: str, lead: str) -> list[str]:
        after = " " * len(lead)
        width = self._look.width
        return wrap(text, width, initial_indent=lead, subsequent_indent=after)

    def _hashes(self, record: Record) -> str:
        spec = record.files.get(last_part(record.spec, record.files) or "", "")
        parts = {
            self._say("record", "registrering"): record.hash,
            self._say("spec", "aftalefil"): spec,
            self._say("figures", "tal"): record.figures,
        }
        return ", ".join(f"{name} {sha256[:SHORT]}" for name, sha256 in parts.items())

    def _who(self, record: Record) -> str:
        said = [on_one_line(text) for text in (record.by, record.note)]
        return ": ".join(text for text in said if text)
