"""What a finding's words consist of."""

from tryghed_dsl.records import dataclass
from tryghed_dsl.text.language import Language


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a finding in one language; `{name}` stands for an argument.

    Attributes:
        message: one sentence, without a full stop.
        labels: what stands under the marks, one for each place; may be shorter than the places.
        help: what to do, one line each. A line whose arguments are not all there is left out.
    """

    message: str
    labels: tuple[str, ...] = ()
    help: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """The words of a finding in English and Danish."""

    en: Words
    da: Words

    def in_language(self, language: Language) -> Words:
        """The words in one of the languages."""
        return self.da if language is Language.DA else self.en
