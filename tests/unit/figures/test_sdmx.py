"""Tables as Eurostat and the OECD send them: figures, scales and flags by the format's columns."""

from pathlib import Path

import pytest

import tryghed_dsl as td
from tryghed_dsl.check.model import Spec
from tryghed_dsl.domain.observation import Observation
from tryghed_dsl.figures.matching import matched
from tryghed_dsl.figures.options import Options
from tryghed_dsl.figures.read import read_files
from tryghed_dsl.figures.statuses import SDMX, flags_of

SPEC = td.loads(
    """
    area dk "Denmark"
    area se "Sweden"
    indicator burglary "Burglary", count, lower is better
    indicator une "Unemployment rate", percent, lower is better
    burglary <= 48
    """
)
NOTHING = Options()
EUROSTAT = """\
STRUCTURE,STRUCTURE_ID,freq,Time frequency,iccs,Offence,unit,Unit,geo,Geopolitical entity,\
TIME_PERIOD,Time,OBS_VALUE,Observation value,OBS_FLAG,Status,CONF_STATUS,Confidentiality
dataflow,ESTAT:CRIM(1.0),A,Annual,ICCS0501,Burglary,NR,Number,DK,Denmark,2018,,1234,,,,F,Free
dataflow,ESTAT:CRIM(1.0),A,Annual,ICCS0501,Burglary,NR,Number,DK,Denmark,2019,,1300,,be,,,
dataflow,ESTAT:CRIM(1.0),A,Annual,ICCS0101,Homicide,NR,Number,DK,Denmark,2019,,50,,p,provisional,,
dataflow,ESTAT:CRIM(1.0),A,Annual,ICCS0501,Burglary,NR,Number,SE,Sweden,2019,,:,,c,,C,
"""
OECD = """\
STRUCTURE,STRUCTURE_ID,STRUCTURE_NAME,ACTION,REF_AREA,Reference area,MEASURE,Measure,UNIT_MEASURE,\
Unit of measure,TIME_PERIOD,Time,OBS_VALUE,Observation value,OBS_STATUS,Observation status,\
UNIT_MULT,Unit multiplier,DECIMALS,Decimals
DATAFLOW,O:X(1.0),N,I,DNK,Denmark,UNE,Unemployment rate,PT,Percentage,2018,,5.100,,A,,0,Units,1,
DATAFLOW,O:X(1.0),N,I,SWE,Sweden,UNE,Unemployment rate,PT,Percentage,2019,,7.0,,B,Break,0,Units,1,
DATAFLOW,O:X(1.0),N,I,DNK,Denmark,BUR,Burglary,PS,Persons,2018,,1.2,,E,Estimated,3,Thousands,1,
"""
OLDER = """\
"LOCATION","Country","SUBJECT","Subject","TIME","Time","Unit Code","Unit","PowerCode Code",\
"PowerCode","Value","Flag Codes","Flags"
"DNK","Denmark","BUR","Burglary","2018","2018","NR","Number","3","Thousands",5.1,,
"DNK","Denmark","BUR","Burglary","2019","2019","NR","Number","0","Units",5000,"E","Estimated value"
"""


def read(
    folder: Path, text: str, options: Options = NOTHING, spec: Spec = SPEC
) -> tuple[dict[str, Observation], list[str]]:
    path = folder / "data.csv"
    path.write_text(text, encoding="utf-8")
    rows, found = read_files([path], options).named(spec)
    figures, more = matched(spec, rows)
    seen = {f"{each.key.indicator} {each.key.area} {each.key.period}": each for each in figures}
    return seen, [finding.code for finding in (*found, *more)]


def test_eurostat_with_labels(tmp_path: Path) -> None:
    seen, found = read(tmp_path, EUROSTAT)
    assert {name: (each.value, each.flags) for name, each in seen.items()} == {
        "burglary dk 2018": (1234, ()),
        "burglary dk 2019": (1300, ("break", "estimated")),
    }
    assert found == ["W306"]


def test_the_oecd_s_multiplier_is_a_scale(tmp_path: Path) -> None:
    seen, found = read(tmp_path, OECD)
    assert {name: (each.value, each.flags) for name, each in seen.items()} == {
        "une dk 2018": (5.1, ()),
        "une se 2019": (7, ("break",)),
        "burglary dk 2018": (1200, ("estimated",)),
    }
    assert found == []
    assert seen["burglary dk 2018"].origin.row == 4


def test_the_oecd_s_older_tables(tmp_path: Path) -> None:
    seen, found = read(tmp_path, OLDER)
    assert {name: (each.value, each.flags) for name, each in seen.items()} == {
        "burglary dk 2018": (5100, ()),
        "burglary dk 2019": (5000, ("estimated",)),
    }
    assert found == []


def test_codes_and_labels_in_one_cell(tmp_path: Path) -> None:
    text = (
        "DATAFLOW,iccs: Offence,geo: Country,TIME_PERIOD: Time,OBS_VALUE,OBS_FLAG\n"
        "X,ICCS0501: Burglary,DK: Denmark,2018,7,p: provisional\n"
    )
    seen, found = read(tmp_path, text)
    assert seen["burglary dk 2018"].flags == ("provisional",)
    assert found == []


def test_several_units_of_one_thing_are_chosen_between(tmp_path: Path) -> None:
    text = (
        "iccs,unit,geo,TIME_PERIOD,OBS_VALUE\n"
        "Burglary,NR,DK,2018,700\nBurglary,P_HTHAB,DK,2018,12.5\n"
    )
    spec = td.loads('area dk "DK"\nindicator burglary "Burglary", count\nburglary <= 800')
    assert read(tmp_path, text, spec=spec)[1] == ["E365"]
    chosen = Options(select={"unit": ("NR",)})
    assert read(tmp_path, text, chosen, spec)[0]["burglary dk 2018"].value == 700


@pytest.mark.parametrize(("field", "code"), [("7x", "E303"), ("NaN", "E313")])
def test_what_is_no_figure_refuses_the_file(tmp_path: Path, field: str, code: str) -> None:
    text = f"iccs,geo,TIME_PERIOD,OBS_VALUE\nBurglary,Denmark,2018,{field}\n"
    assert read(tmp_path, text)[1] == [code]


def test_a_multiplier_that_is_none_refuses_the_file(tmp_path: Path) -> None:
    text = "iccs,geo,TIME_PERIOD,OBS_VALUE,UNIT_MULT\nBurglary,Denmark,2018,7,thousand\n"
    assert read(tmp_path, text)[1] == ["E303"]


def test_capitals_mean_what_sdmx_says() -> None:
    assert flags_of("A", NOTHING, SDMX) == ()
    assert flags_of("B", NOTHING, SDMX) == ("break",)
    assert flags_of("BE", NOTHING, SDMX) == ("break", "estimated")
    assert flags_of("S", NOTHING, SDMX) == ("s",)  # a strike
    assert flags_of("s", NOTHING) == ("estimated",)


def test_signs_that_the_project_file_explains_are_read_together(tmp_path: Path) -> None:
    text = "indikator;område;år;værdi;note\nBurglary;Denmark;2018;7;be\nBurglary;Sweden;2018;7;bx\n"
    said = Options(columns={"note": "flag"}, flags={"B": "break", "e": "estimated"})
    seen, _ = read(tmp_path, text, said)
    assert seen["burglary dk 2018"].flags == ("break", "estimated")
    assert seen["burglary se 2018"].flags == ("bx",)
