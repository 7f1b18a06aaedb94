"""The nine targets as a contract of soda: a query for each, with two thresholds.

The database and the contract are made beforehand, by `prepare`, and are what a user would keep.
"""

import os
import sys
from pathlib import Path

from bench.nine import COUNTS, LIMITS

NOW = "max(value) FILTER (WHERE indicator = '{name}' AND period = {year} AND area = '{area}')"
CHECK = """\
  - metric:
      name: {name}
      qualifier: q{place}
      query: |
        SELECT {query} FROM main.t
      threshold:
        {least}: {fail}
        additional:
          {least}: {warn}
          level: warn
"""


def value(name: str, year: int = 2018, area: str = "amager") -> str:
    return NOW.format(name=name, year=year, area=area)


def contract() -> str:
    """Its text."""
    total = " + ".join(value(name) for name in COUNTS)
    gaps = [f"({value('utryg', year)} - {value('utryg', year, 'kbh')})" for year in (2018, 2016)]
    held = {**{name: (value(name), limit) for name, limit in LIMITS.items()}}
    held |= {"samlet": (total, 263.0), "aktiveringer": (value("aktiveringer"), 1.0)}
    most, least = (f"must_be_{word}_than_or_equal" for word in ("less", "greater"))
    asked = [(name, query, most, limit * 1.1, limit) for name, (query, limit) in held.items()]
    asked.append(("utryg", f"(1 - {gaps[0]} / {gaps[1]}) / 0.5", least, 0.6, 0.95))
    checks = (
        CHECK.format(name=name, place=place, query=query, least=word, fail=fail, warn=warn)
        for place, (name, query, word, fail, warn) in enumerate(asked)
    )
    columns = "".join(f"  - name: {name}\n" for name in ("indicator", "area", "period", "value"))
    return f"dataset: nine/main/t\ncolumns:\n{columns}checks:\n{''.join(checks)}"


def prepare(folder: Path) -> None:
    """Put the figures into a database, and write what soda is told of them."""
    import duckdb  # noqa: PLC0415 -- only here

    with duckdb.connect(folder / "nine.duckdb") as database:
        database.execute(f"CREATE TABLE t AS FROM read_csv('{folder / 'nine.csv'}')")
    (folder / "contract.yml").write_text(contract(), encoding="utf-8")
    told = f"type: duckdb\nname: nine\nconnection:\n  database: {folder / 'nine.duckdb'}\n"
    (folder / "source.yml").write_text(told, encoding="utf-8")


def main(asked: str, folder: str) -> None:
    """Prepare, or judge and print the verdicts."""
    if asked == "prepare":
        prepare(Path(folder))
        return
    os.environ["SODA_CORE_TELEMETRY_ENABLED"] = "false"
    from soda_core.contracts.api import verify_contract_locally  # noqa: PLC0415 -- heeds the above

    found = verify_contract_locally(
        data_source_file_path=f"{folder}/source.yml", contract_file_path=f"{folder}/contract.yml"
    )
    for result in found.contract_verification_results[0].check_results:
        print(result.check.name, result.outcome.name)


if __name__ == "__main__":
    main(*sys.argv[1:])
