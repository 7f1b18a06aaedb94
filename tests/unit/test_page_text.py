"""The pages of findings, as a terminal shows them."""

import pytest

from tryghed_dsl.findings.pages import page
from tryghed_dsl.findings.register import REGISTER
from tryghed_dsl.renderers.page_text import page_text
from tryghed_dsl.renderers.style import coloured, plain
from tryghed_dsl.text.language import Language

WIDTH = 40
PAGE = """\
# E999 · it is odd

What stands there, such as `x <= 5` in a line, is odd; [E104](E104.md) tells more.

Avoid:

```text
x <=  5

y <= 5
```

Why: It is.
"""
SHOWN = """\
E999 · it is odd

What stands there, such as `x <= 5` in a
line, is odd; E104 tells more.

Avoid:

  x <=  5

  y <= 5

Why: It is.
"""


def test_a_page_is_shown_without_signs_of_markdown() -> None:
    assert page_text(PAGE, plain, WIDTH) == SHOWN


def test_what_can_be_typed_is_not_parted() -> None:
    shown = page_text(PAGE.replace("`x <= 5`", "`utrygge <= 5`"), plain, WIDTH)
    assert "such as\n`utrygge <= 5` in" in shown


def test_the_heading_has_the_colour_of_the_finding() -> None:
    assert page_text(PAGE, coloured, WIDTH).startswith("\x1b[31m\x1b[1mE999 · it is odd\x1b[0m\n")
    warning = PAGE.replace("E999", "W999")
    assert page_text(warning, coloured, WIDTH).startswith("\x1b[33m")


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("code", sorted(REGISTER))
def test_every_page_fits_a_terminal(code: str, language: Language) -> None:
    told = page(code, language)
    assert told is not None
    lines = page_text(told, plain, 80).splitlines()
    paragraphs = [line for line in lines if not line.startswith("  ")]
    assert [line for line in paragraphs if len(line) > 80] == []
    assert not [line for line in lines if line.startswith(("```", "#", "**"))]
