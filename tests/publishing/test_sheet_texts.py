"""What tables, pipelines and badges say, in both languages."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from types import ModuleType

import pytest

pytest.importorskip("openpyxl")
pytest.importorskip("babel")

import python_calamine

from support.statuses import amager, unjudged
from tryghed_dsl.publishing import badge, csv_table, json_report, junit, workbook
from tryghed_dsl.status.model import Status
from tryghed_dsl.status.theme import Theme
from tryghed_dsl.text.language import Language

EXPECTED = Path(__file__).parent / "expected"
ROOT = Path(__file__).parents[2]
FORMS = {"csv": csv_table, "junit.xml": junit, "badge.svg": badge, "json": json_report}
STATUSES: dict[str, Callable[[Language], Status]] = {
    "amager": lambda language: amager(language=language),
    "unjudged": unjudged,
}


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", STATUSES)
@pytest.mark.parametrize("ending", FORMS)
def test_text(
    ending: str, name: str, language: Language, golden: Callable[[Path, str], None]
) -> None:
    module: ModuleType = FORMS[ending]
    text = module.rendered(STATUSES[name](language), Theme()).decode()
    anywhere = text.replace(f"{ROOT.as_posix()}/", "").replace("\r\n", "\n")
    golden(EXPECTED / f"{name}.{language}.{ending}", anywhere)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", STATUSES)
def test_workbook(name: str, language: Language, golden: Callable[[Path, str], None]) -> None:
    data = workbook.rendered(STATUSES[name](language), Theme())
    book = python_calamine.load_workbook(BytesIO(data))
    lines = []
    for sheet in book.sheet_names:
        lines.append(f"== {sheet}")
        rows = book.get_sheet_by_name(sheet).to_python()
        lines += [" | ".join(str(cell) for cell in row) for row in rows]
    golden(EXPECTED / f"{name}.{language}.workbook.txt", "\n".join(lines) + "\n")
