"""The page of each finding: what it means, what to avoid, what to write instead."""

from pathlib import Path

from tryghed_dsl.text.language import Language

_DANISH = "## Dansk"


def page(code: str, language: Language) -> str | None:
    """A finding's page in a language, or None where there is no such finding.

    Each page is one file with the English half first and the Danish half below `## Dansk`.
    """
    path = _folder() / f"{code}.md"
    if not path.is_file():
        return None
    english, _, danish = path.read_text(encoding="utf-8").partition(f"{_DANISH}\n")
    if language is Language.DA:
        title, _, rest = danish.strip().partition("\n")
        return f"# {title.strip('*')}\n{rest}\n"
    return f"{english.strip()}\n"


def _folder() -> Path:
    """The pages in the package, or in a checkout those beside it."""
    here = Path(__file__).parent
    packaged = here / "pages"
    return packaged if packaged.is_dir() else here.parents[2] / "docs" / "findings"
