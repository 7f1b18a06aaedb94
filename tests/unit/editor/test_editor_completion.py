"""What is offered at a place: what can stand there, and nothing else."""

import pytest

from tryghed_dsl.editor.session import Session
from tryghed_dsl.text.language import Language

HEAD = """agreement "A" { area amager; baseline 2016 }
area kbh "København"
area amager in kbh
areas bydele = amager, kbh
source politi "Politiet", yearly
indicator indbrud "Indbrud i hjem", count, from politi, lower is better
indicator `by` "Byen", per 1000
benchmark ude = same indicator in kbh
let most = 5
goal ro "Ro" {
  indbrud <= 48
}
"""


def offered(behind: str, language: Language = Language.EN) -> dict[str, tuple[str, str]]:
    """What is offered behind a spec, by its label: the text, and the detail."""
    session = Session(language)
    document = session.open("a", HEAD + behind, None)
    found = session.completion(document, len(document.source.text))
    return {each.label: (each.text, each.detail) for each in found.suggestions}


THINGS = {"indbrud", "by", "ude", "most"}


@pytest.mark.parametrize(
    ("written", "there", "not_there"),
    [
        ("", {"goal", "indicator", "test", "monitor", *THINGS}, {"percent", "valid", "politi"}),
        ("indb", {"indbrud"}, set()),
        ('agreement "B" {\n  ', {"valid", "area", "baseline", "document"}, {"goal", *THINGS}),
        ("goal x {\n  ", {"monitor", "partly", *THINGS}, {"indicator", "valid"}),
        ("goal x {\n  indbrud -> ", {"approach", "reach", "reduce", "improve"}, THINGS),
        ("indbrud -> approach(", {"ude", "indbrud", "by="}, {"warn"}),
        ("indbrud -> approach(ude, by=2020, ", {"close=", "from="}, {"by=", "indbrud"}),
        ("indbrud -> reach(5, judge=", {"path", "end", "pace"}, THINGS),
        ("indbrud -> approach(ude, judge=", {"path", "end"}, {"pace"}),
        ("indbrud <= 5, ", {"warn", "cite", "when", "because"}, THINGS),
        ("indbrud <= 5, warn ", {"within", "above", "below", "from"}, THINGS),
        ("indbrud in ", {"kbh", "amager", "parent"}, {"indbrud"}),
        ("indbrud <= mean(indbrud over ", {"bydele"}, {"kbh", "indbrud"}),
        ("indbrud <= mean(indbrud, 3 ", {"years", "months"}, {"indbrud"}),
        ('indicator x "X", ', {"percent", "count", "from", "lower", "baseline"}, THINGS),
        ('indicator x "X", count, from ', {"politi"}, THINGS),
        ('source x "X", ', {"yearly", "every", "published"}, THINGS),
        ("every ", {"area", "indicator", "month"}, {"indbrud"}),
        ('test "t" {\n  ', {"given", "as", "expect"}, {"goal"}),
        ('test "t" {\n  expect ', {"indbrud", "ro", "agreement"}, {"by"}),
        ('test "t" {\n  expect indbrud ', {"pass", "fail", "warn"}, {"indbrud"}),
        ('test "t" {\n  expect indbrud fail ', {"missed", "met"}, {"indbrud"}),
        ("retire ", {"indbrud"}, {"by"}),
        ("all of {\n  ", {"not", *THINGS}, {"goal", "monitor"}),
    ],
)
def test_what_fits_is_offered(written: str, there: set[str], not_there: set[str]) -> None:
    found = set(offered(written))
    assert there <= found
    assert not found & not_there


@pytest.mark.parametrize("written", ["goal ", "# ind", 'goal x "ind', "indbrud <= = ", "let "])
def test_nothing_is_offered_where_nothing_is_known(written: str) -> None:
    assert not offered(written)


def test_an_indicator_is_shown_with_its_title_and_unit() -> None:
    found = offered("")
    assert found["indbrud"] == ("indbrud", "Indbrud i hjem, count")
    assert found["by"] == ("by", "Byen, per 1000")


def test_what_is_offered_stands_in_the_place_of_the_word_begun() -> None:
    session = Session()
    document = session.open("a", HEAD + "ind <= 5\n", None)
    place = document.source.text.index("ind <= 5") + len("ind")
    assert session.completion(document, place).start == place - len("ind")
