"""Writes entries, found by key, into a workbook with openpyxl and saves it; standard input says which, as JSON."""

import json
import sys

import openpyxl

told = json.load(sys.stdin)
book = openpyxl.load_workbook(told["file"])


def column(name):
    defined = book.defined_names[name] if hasattr(book.defined_names, "values") else book.defined_names.get(name)
    ((sheet, area),) = list(defined.destinations)
    cells = book[sheet][area.replace("$", "")]
    return [row[0] for row in cells] if isinstance(cells, tuple) else [cells]


def cell_at(block, row, name):
    return column(f"{block}_{name}")[[each.value for each in column(f"{block}_key")].index(row)]


for block, row, name, entered in told["entries"]:
    cell = cell_at(block, row, name)
    cell.value = entered
    if isinstance(entered, str) and entered.startswith("="):
        cell.data_type = "s"
exec(told["then"])
book.save(told["file"])
