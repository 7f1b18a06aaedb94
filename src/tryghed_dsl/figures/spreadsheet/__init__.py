"""Workbooks: `.xlsx` and `.xls` to grids, with the percent signs and dates that cells show."""
